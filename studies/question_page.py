"""The figures, tables and drawing of ``docs/explanation/questions.md``, from ``data/question_study.json``."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from evidence import DATA
from matplotlib import rc_context
from matplotlib.figure import Figure
from tables import change, interval, percent, table

if TYPE_CHECKING:
    from pathlib import Path

RESULTS = DATA / "question_study.json"
FIGURE = DATA.parent / "docs" / "explanation" / "questions.svg"
KINDS = {"coded": "Coded interviews", "drawn": "Drawn interviews"}
# Each way of choosing questions, with its name for people.
WAYS = {
    "chosen": "chosen by ask, one after the other",
    "fixed_best": "the same for all: the best by ask before any answer",
    "fixed_published": "the same for all: those that most published lists name",
    "random": "at random",
    "moved_share": "chosen by information, with the chance of a yes moved",
}
# Shape and dash say the same as the colour.
STYLES = {
    "chosen": ("#0072B2", "-", "o"),
    "fixed_best": ("#56B4E9", "--", "s"),
    "fixed_published": ("#D55E00", "-.", "^"),
    "random": ("#7D7D7D", ":", "x"),
}


def values() -> dict[str, str]:
    """Give every figure and table of the page by its name."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    found = {"asked": str(results["asked"])}
    for kind in KINDS:
        part = results[kind]
        found |= {
            f"{kind}_interviews": str(part["interviews"]),
            f"{kind}_none": interval(part["none"]),
            f"{kind}_full": interval(part["full"]),
            f"{kind}_table": table(
                (
                    f"{results['asked']} questions",
                    "log loss",
                    "way to the full checklist",
                    "worse than ask by",
                ),
                [_row(part, way) for way in WAYS],
            ),
        }
    return found


def _row(part: dict[str, Any], way: str) -> tuple[str, ...]:
    share, low, high = map(percent, part["share_of_gap"][way])
    worse = part["worse_than_chosen"].get(way)
    way_there = f"{share} [{low}, {high}]".replace("-", "\N{MINUS SIGN}")
    return WAYS[way], interval(part["loss"][way]), way_there, change(worse) if worse else ""


def draw(results: dict[str, Any], path: Path = FIGURE) -> None:
    """Draw the log loss by the number of questions."""
    figure = Figure(figsize=(9, 3.9), layout="constrained")
    panels = figure.subplots(1, len(KINDS))
    for ax, (kind, title) in zip(panels, KINDS.items(), strict=True):
        part = results[kind]
        for way, (colour, dash, shape) in STYLES.items():
            curve = part["curves"][way]
            ax.plot(curve, color=colour, linestyle=dash, marker=shape, markersize=4, label=WAYS[way])
        ax.axhline(part["full"][0], color="0.2", linewidth=1, label="full checklist")
        ax.axvline(results["asked"], color="0.7", linewidth=1, zorder=0)
        ax.set_title(f"{title} ({part['interviews']})", loc="left")
        ax.set_xlabel("questions asked")
        ax.spines[["top", "right"]].set_visible(False)
    panels[0].set_ylabel("log loss")
    figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)
    # The same drawing gives the same file: no date, no random names. Letters stay letters, which is smaller.
    with rc_context({"svg.hashsalt": "questions", "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure.savefig(path, metadata={"Date": None, "Description": digest(results)})


def digest(results: dict[str, Any]) -> str:
    """Name some results, so that a drawing tells which it shows."""
    return "results " + hashlib.sha256(json.dumps(results, sort_keys=True).encode("ascii")).hexdigest()
