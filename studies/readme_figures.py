"""Put the figures of the study into the README: ``python studies/readme_figures.py``."""

from __future__ import annotations

import json
import re
from pathlib import Path

from evidence import DATA

README = Path(__file__).parents[1] / "README.md"
ROWS = {"log loss (less is better)": "log_loss", "AUC (0.5 is a coin)": "auc"}


def figures() -> dict[str, str]:
    """Give the rows of the table and the slope, as they stand in the README."""
    found = json.loads((DATA / "study_results.json").read_text(encoding="utf-8"))
    baselines = found["baselines"]
    columns = (found["nested"], found["base_rate"], baselines["own feeling"], baselines["unit weights"])
    rows = {}
    for label, key in ROWS.items():
        # Within its folds the base rate is one number, so that it sorts nobody.
        cells = [
            "" if key == "auc" and column is columns[1] else _with_interval(column[key]) for column in columns
        ]
        rows[label] = f"| {label} | " + " | ".join(cells) + " |"
    return rows | {"slope": _with_interval(found["nested"]["slope"])}


def _with_interval(values: list[float]) -> str:
    value, low, high = values
    return f"{value:.2f} ({low:.2f} to {high:.2f})"


def written(text: str) -> str:
    """Give a README with the figures of the study in their places."""
    found = figures()
    for label in ROWS:
        text = re.sub(rf"^\| {re.escape(label)} \|.*$", found[label], text, flags=re.MULTILINE)
    return re.sub(r"The calibration slope is [^:]+:", f"The calibration slope is {found['slope']}:", text)


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
