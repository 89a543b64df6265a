"""The figures and tables of ``docs/explanation/external-checks.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence import load_cases, load_waits
from external_checks import (
    PACES,
    Association,
    agreement,
    associations,
    contrasts,
    counted_reviews,
    curves,
    next_steps_up,
    points,
    read_rows,
    reviewers,
    silence_in_cases,
)
from tables import change, percent, signed, table

from interview_outcome.model import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.waiting import WaitingCurve

DAYS = (3, 7, 14, 28)


def values() -> dict[str, str]:
    """Give every figure and table of the page by its name."""
    model = shipped()
    found, left = associations(model)
    agreed = agreement(found)
    curve = curves()
    tick = model.weights["long_silence", True].weight
    return {
        "cases": str(len(load_cases())),
        "review_cases": str(sum("glassdoor" in row["source"] for row in read_rows("cases.csv"))),
        "reviews": f"{counted_reviews():,}",
        "compared": str(agreed["compared"]),
        "same": str(agreed["same"]),
        "clear": str(agreed["clear"]),
        "clear_same": str(agreed["clear_same"]),
        "inside": str(agreed["inside"]),
        "rank_correlation": f"{agreed['rank_correlation']:.2f}",
        "size": f"{agreed['size']:.2f}",
        "associations": _associations(found),
        "left": ", ".join(f'"{words}"' for words in left),
        "contrasts": _associations(contrasts(model)),
        "silence": _associations(silence_in_cases(model)),
        "tick": signed(tick),
        "curve_unknown": signed(curve["model"].log_odds(14, "unknown", "usual")),
        "curves": table(
            ("source", "pace", *(f"{days} days" for days in DAYS)),
            _curve_rows(curve),
        ),
        "points": table(
            ("who", "days", "published", "model"),
            [(who, str(days), percent(share), percent(ours)) for who, days, share, ours in points()],
        ),
        "reviewers": table(
            ("who (reviewers)", "days", "reviewers", "model"),
            [
                (who, str(days), f"{percent(share)} ± {percent(error)}", percent(ours))
                for who, days, share, error, ours in reviewers()
            ],
        ),
        "waits": str(len(load_waits())),
        "next_steps_up": table(
            ("round", "base rate with a scheduled next round", "base rate of that next round"),
            [(name, percent(ours), percent(rate)) for name, ours, rate in next_steps_up(model)],
        ),
    }


def _curve_rows(curve: dict[str, WaitingCurve]) -> list[tuple[str, ...]]:
    rows = []
    for name, one in curve.items():
        # Reviews do not tell the pace of the employer.
        for pace in ("usual",) if name == "reviews alone" else PACES:
            log_odds = [signed(one.log_odds(days, "final", pace)) for days in DAYS]
            rows.append((name, "not told" if name == "reviews alone" else pace, *log_odds))
    return rows


def _associations(found: Iterable[Association]) -> str:
    header = (
        "what was told",
        "n",
        "answer",
        "association, halved [95%]",
        "published, scaled",
        "model ± sd",
        "agreement",
    )
    rows = [
        (
            one.words,
            str(one.number),
            one.feature,
            change(one.halved, 2),
            signed(one.published),
            f"{signed(one.weight)} ± {one.sd:.2f}",
            _verdict(one),
        )
        for one in found
    ]
    return table(header, rows)


def _verdict(one: Association) -> str:
    if one.same_direction is None:
        return "no weight by design"
    if one.same_direction:
        return (
            "yes"
            if one.inside
            else f"direction; {'smaller' if abs(one.weight) < abs(one.halved[0]) else 'larger'} in the model"
        )
    return "no" if one.clear else "open: the association may be 0"
