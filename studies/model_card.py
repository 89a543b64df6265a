"""The figures and tables of ``docs/model-card.md``."""

from __future__ import annotations

import csv
from typing import Any

from evidence import DATA, load_cases
from study_page import compared, groups, results
from tables import interval, percent, signed, table

from interview_outcome.catalogue import signals
from interview_outcome.model import Model, shipped

LARGEST = 12


def values() -> dict[str, str]:
    """Give every figure and table of the page by its name."""
    model, stored, cases = shipped(), results(), load_cases()
    chosen, bare = stored["chosen"], stored["waiting"]["0.0"]
    seen = {weight.signal for weight in model.weights.values() if weight.case_weight > 0.0}
    before = sum(case.written == "before" for case in cases)
    return {
        "version": model.version,
        "created": model.created,
        "signals": str(len(signals)),
        "taught": str(len(seen)),
        "untaught": str(len(signals) - len(seen)),
        "not_coded": str(sum(not signal.coded for signal in signals)),
        "cases": str(len(cases)),
        "authors": str(len({case.author for case in cases})),
        "offers": str(sum(case.offer for case in cases)),
        "refusals": str(sum(not case.offer for case in cases)),
        "before": str(before),
        "after": str(len(cases) - before),
        "years": _years(),
        "repeats": str(stored["repeats"]),
        "folds": str(stored["folds"]),
        "gain": interval(chosen["gain"]),
        "auc": interval(chosen["auc"], 2),
        "slope": interval(chosen["slope"], 2),
        "diary_gain": interval(chosen["in_diaries"]["gain"]),
        "diary_auc": interval(chosen["in_diaries"]["auc"], 2),
        "nested_gain": interval(stored["nested"]["gain"]),
        "nested_auc": interval(stored["nested"]["auc"], 2),
        "bare_gain": interval(bare["gain"]),
        "bare_auc": interval(bare["auc"], 2),
        "bare_slope": interval(bare["slope"], 2),
        "compared": compared(stored),
        "groups": groups(stored),
        "base_rates": _base_rates(model),
        "weights": _weights(model),
        "settings": _settings(model),
        "hashes": _hashes(model),
    }


def _years() -> str:
    with (DATA / "cases.csv").open(encoding="utf-8", newline="") as file:
        years = [int(row["year"]) for row in csv.DictReader(file) if row["year"]]
    return f"{min(years)} to {max(years)}"


def _base_rates(model: Model) -> str:
    rows = [(stage, percent(rate), f"{sd:.2f}") for stage, (rate, sd) in model.base_rates.stages.items()]
    return table(("stage behind the candidate", "base rate", "standard deviation of its logit"), rows)


def _weights(model: Model) -> str:
    """Write the largest weights, each with what it rests on."""
    largest = sorted(model.weights.values(), key=lambda weight: -abs(weight.weight))[:LARGEST]
    rows = [
        (
            f"`{weight.signal}`: {'yes' if weight.answer else 'no'}",
            f"{signed(weight.weight)} ± {weight.sd:.2f}",
            signed(weight.scaled),
            f"{weight.published_interviews:.0f}",
            f"{weight.case_weight:.1f}",
        )
        for weight in largest
    ]
    return table(
        (
            "answer",
            "weight ± sd",
            "published, scaled",
            "published evidence, in interviews",
            "coded interviews, as they count",
        ),
        rows,
    )


def _settings(model: Model) -> str:
    settings: dict[str, Any] = model.provenance["settings"]
    return ", ".join(f"`{name} = {value}`" for name, value in settings.items() if isinstance(value, float))


def _hashes(model: Model) -> str:
    return table(
        ("built from", "SHA-256"),
        [(f"`{name}`", f"`{value[:16]}…`") for name, value in model.provenance["sha256"].items()],
    )
