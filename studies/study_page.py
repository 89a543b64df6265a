"""The figures and tables of ``docs/explanation/study.md``."""

from __future__ import annotations

import json
from collections import Counter
from itertools import product
from typing import Any

from evidence import load_cases
from fitting import load_settings
from provenance import RESULTS
from tables import change, interval, percent, signed, table
from worked_example import BASE_RATE, LEAST, MOST

from interview_outcome.model import shipped

NAMES = {
    "overlap_step": "overlap inside families",
    "learning": "accounts told afterwards teach",
    "combinations": "combinations",
    "after_weight": "weight of accounts told afterwards",
    "global_factor": "global factor",
    "width_factor": "prior width",
    "intercepts": "intercepts of the cases",
    "next_round_scheduled": "next round in later rounds",
}
VALUES = {
    ("overlap_step", 0.5): "on, step 0.5",
    ("overlap_step", 0.7): "on, step 0.7",
    ("overlap_step", 1.0): "off",
    ("learning", "all"): "all",
    ("learning", "no surprises"): "no surprises",
    ("learning", "no surprises, no complaints"): "no surprises, no complaints",
    ("combinations", True): "on",
    ("combinations", False): "off",
}


def results() -> dict[str, Any]:
    """Read the stored results of the study."""
    found: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return found


def values() -> dict[str, str]:
    """Give every figure and table of the page by its name."""
    stored, cases, settings = results(), load_cases(), load_settings()[1]
    chosen, nested = stored["chosen"], stored["nested"]
    before = [case for case in cases if case.written == "before"]
    return {
        "cases": str(len(cases)),
        "authors": str(len({case.author for case in cases})),
        "diaries": str(len(before)),
        "diary_offers": percent(sum(case.offer for case in before) / len(before)),
        "after_offers": percent(
            (sum(case.offer for case in cases) - sum(case.offer for case in before))
            / (len(cases) - len(before))
        ),
        "repeats": str(stored["repeats"]),
        "folds": str(stored["folds"]),
        "variants": str(2 * len(stored["gains"])),
        "nested_gain": interval(nested["gain"]),
        "nested_auc": interval(nested["auc"]),
        "nested_slope": interval(nested["slope"], 2),
        "chosen_gain": interval(chosen["gain"]),
        "chosen_auc": interval(chosen["auc"]),
        "chosen_slope": interval(chosen["slope"], 2),
        "chosen_diary_gain": interval(chosen["in_diaries"]["gain"]),
        "published_diary_gain": interval(_published(stored)["in_diaries"]["gain"]),
        "bare_gain": interval(stored["waiting"]["0.0"]["gain"]),
        "bare_slope": interval(stored["waiting"]["0.0"]["slope"], 2),
        "inner_slopes": f"{stored['inner_slopes'][0]:.2f} to {stored['inner_slopes'][2]:.2f}",
        "slope_loses": percent(
            sum(fitted < without for without, fitted in stored["gains"]) / len(stored["gains"])
        ),
        "first_offers": _offers(stored, "first"),
        "final_offers": _offers(stored, "final"),
        "least_gain": signed(min(min(pair) for pair in stored["gains"]), 3),
        "most_gain": signed(max(max(pair) for pair in stored["gains"]), 3),
        "global_factor": f"{settings.global_factor}",
        "width_factor": f"{settings.width_factor}",
        "after_weight": f"{settings.after_weight}",
        "base_rate": percent(BASE_RATE),
        "least": percent(LEAST),
        "most": percent(MOST),
        "compared": compared(stored),
        "one_step": one_step(stored),
        "picked": picked(stored),
        "worked_example": worked_example(stored),
        "waiting": waiting(stored),
        "other_scorings": other_scorings(stored),
        "by_stage_gain": f"{stored['other_scorings']['from base rates by stage']['gain'][0]:.3f}",
        "groups": groups(stored),
        "stopped": stopped(),
        "all_variants": all_variants(stored),
    }


def _offers(stored: dict[str, Any], stage: str) -> str:
    """Write which share of the cases of a stage are offers."""
    return next(
        percent(row["offers"]) for row in stored["groups"] if (row["kind"], row["name"]) == ("stage", stage)
    )


def _published(stored: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = stored["baselines"]["published weights, by the rules"]
    return found


def compared(stored: dict[str, Any]) -> str:
    """Write the model beside what a sceptic would use instead."""
    rows = [_row("base rate", stored["base_rate"])]
    rows += [_row(name, measures) for name, measures in stored["baselines"].items()]
    rows.append(_row("**the model, without the waiting family**", stored["waiting"]["0.0"]))
    rows.append(_row("**the model**", stored["chosen"]))
    rows.append(_row("**the settings chosen anew in every fold (nested)**", stored["nested"]))
    return table(("", "log loss", "gain", "Brier", "AUC", "slope", "gain in diaries"), rows)


def _row(name: str, measures: dict[str, Any]) -> list[str]:
    diaries = measures.get("in_diaries")
    return [
        name,
        f"{measures['log_loss'][0]:.3f}",
        interval(measures["gain"]),
        f"{measures['brier'][0]:.3f}",
        interval(measures["auc"], 2) if "auc" in measures else "0.5",
        interval(measures["slope"], 2) if "slope" in measures else "",
        interval(diaries["gain"]) if diaries else "0.000",
    ]


def _value(choice: str, value: Any) -> str:
    return VALUES.get((choice, value), str(value))


def one_step(stored: dict[str, Any]) -> str:
    """Write what changing one choice does."""
    header = (
        "choice",
        "changed to",
        "better by",
        "better in diaries by",
        "gain without waiting",
        "AUC",
        "slope",
    )
    rows = [
        (
            NAMES[row["choice"]],
            _value(row["choice"], row["value"]),
            change(row["better"]),
            change(row["better_in_diaries"]),
            f"{row['gain_without_waiting'][0]:.3f}" if "gain_without_waiting" in row else "",
            f"{row['auc'][0]:.3f}",
            interval(row["slope"], 2),
        )
        for row in stored["one_step"]
    ]
    return table(header, rows)


def picked(stored: dict[str, Any]) -> str:
    """Write how often each value was best inside an outer fold."""
    grid = list(product(*stored["grid"].values()))
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*stored["grid"], "slope")}
    for variant, with_slope, number in stored["picked"]:
        for name, value in zip(stored["grid"], grid[variant], strict=True):
            counts[name][_value(name, value)] += number
        counts["slope"]["fitted inside" if with_slope else "none"] += number
    names = NAMES | {"slope": "calibration slope"}
    rows = [
        (names[choice], ", ".join(f"{value}: {number}" for value, number in found.most_common()))
        for choice, found in counts.items()
    ]
    return table(("choice", "how often it was best inside"), rows)


def worked_example(stored: dict[str, Any]) -> str:
    """Write the likelihood of the very good interview for some global factors."""
    shown = [(factor, value) for factor, value in stored["worked_example"].items() if float(factor) >= 0.6]
    return table(
        ("global factor", *(factor for factor, _ in shown)),
        [("likelihood", *(f"{value:.3f}" for _, value in shown))],
    )


def waiting(stored: dict[str, Any]) -> str:
    """Write the waiting family left out, at half and at full published weight."""
    names = {
        "0.0": "left out",
        "0.5": "half its published weight",
        "1.0": "its full published weight (the model)",
    }
    return _with_diaries(
        "waiting family", {names[factor]: found for factor, found in stored["waiting"].items()}
    )


def other_scorings(stored: dict[str, Any]) -> str:
    """Write the chosen settings, scored in other ways."""
    return _with_diaries("scored", {"as in this study": stored["chosen"]} | stored["other_scorings"])


def _with_diaries(what: str, found: dict[str, dict[str, Any]]) -> str:
    rows = [
        (
            name,
            interval(measures["gain"]),
            interval(measures["auc"], 2),
            interval(measures["slope"], 2),
            interval(measures["in_diaries"]["gain"]),
            interval(measures["in_diaries"]["auc"], 2),
        )
        for name, measures in found.items()
    ]
    return table((what, "gain", "AUC", "slope", "gain in diaries", "AUC in diaries"), rows)


def groups(stored: dict[str, Any]) -> str:
    """Write how the model does by written, stage and field."""
    rows = [
        (
            row["kind"],
            row["name"],
            str(row["cases"]),
            percent(row["offers"]),
            percent(row["likelihood"]),
            interval(row["gain"]),
            interval(row["auc"], 2),
        )
        for row in stored["groups"]
    ]
    return table(("by", "group", "cases", "offers", "mean likelihood", "gain", "AUC"), rows)


def stopped() -> str:
    """Write the weights that stop at 0, with what the cases say of them."""
    rows = [
        (
            f"`{weight.signal}`",
            "yes" if weight.answer else "no",
            signed(weight.scaled),
            f"{weight.offers} offers, {weight.refusals} refusals",
        )
        for weight in shipped().weights.values()
        if weight.stopped
    ]
    return table(("signal", "answer", "published weight, scaled", "coded interviews with it"), rows)


def all_variants(stored: dict[str, Any]) -> str:
    """Write the gain of every variant, in thousandths: without and with a slope fitted inside."""
    names = list(stored["grid"])
    rows_by, columns_by = names[:4], names[4:]
    columns = list(product(*(stored["grid"][name] for name in columns_by)))
    gains = iter(stored["gains"])
    rows = []
    for place in product(*(stored["grid"][name] for name in rows_by)):
        cells = [
            f"{1000 * without:.0f}/{1000 * fitted:.0f}" for without, fitted in (next(gains) for _ in columns)
        ]
        rows.append([*(_value(name, value) for name, value in zip(rows_by, place, strict=True)), *cells])
    header = [
        "overlap",
        "afterwards teach",
        "combinations",
        "weight",
        *(f"{factor}, {width}" for factor, width in columns),
    ]
    return table(header, rows)
