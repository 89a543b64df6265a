"""The waiting curve from published points and from the waits of answered candidates."""

from __future__ import annotations

from statistics import NormalDist, fmean
from typing import Any

import numpy as np

from interview_outcome.waiting import WaitingCurve, Waits

LEAST_WAITS = 8  # fewer waits of a stage say nothing of its own


def build_curve(published: dict[str, Any], waits: list[dict[str, str]]) -> WaitingCurve:
    """Weigh both sources: published points, and `wait_times.csv`, whose people were answered too fast."""
    settings = published["waits"]
    share = settings["published_share"]
    offers = {pace: _through(table["points"]) for pace, table in settings["offers"].items()}
    offers["usual"] = tuple(fmean(pair) for pair in zip(offers["fast"], offers["slow"], strict=True))
    told = {result: [row for row in waits if row["offer"] == result] for result in ("yes", "no")}
    told_offers, told_refusals = _moments(told["yes"]), _moments(told["no"])
    refusals = _through(settings["refusals"]["usual"]["points"])
    return WaitingCurve(
        {
            pace: _pooled(offers[pace], told_offers, share, settings["never_offers"])
            for pace in ("fast", "usual", "slow")
        },
        _pooled(refusals, told_refusals, share, settings["never_refusals"]),
        _stage_shifts(told["yes"], told_offers[0], 1.0 - share),
        settings["relative_sd"],
    )


def _through(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Fit a lognormal by least squares to published shares still waiting: a line on the probit scale."""
    logs = np.log([days for days, _ in points])
    probits = [NormalDist().inv_cdf(1.0 - waiting) for _, waiting in points]
    slope, intercept = np.polyfit(logs, probits, 1)
    return float(-intercept / slope), float(1.0 / slope)


def _moments(rows: list[dict[str, str]]) -> tuple[float, float]:
    logs = _logs(rows)
    return float(logs.mean()), float(logs.std(ddof=1))


def _logs(rows: list[dict[str, str]]) -> Any:
    # An answer on the same day counts as half a day.
    return np.log(np.maximum([float(row["days"]) for row in rows], 0.5))


def _pooled(published: tuple[float, float], told: tuple[float, float], share: float, never: float) -> Waits:
    mean, sd = (share * a + (1.0 - share) * b for a, b in zip(published, told, strict=True))
    return Waits(round(mean, 6), round(sd, 6), never)


def _stage_shifts(rows: list[dict[str, str]], mean: float, share: float) -> dict[str, float]:
    """How much later or earlier an offer comes after a stage, as far as the waits tell; else 0."""
    shifts = dict.fromkeys(("phone", "first", "later", "final", "unknown"), 0.0)
    for stage in shifts:
        logs = _logs([row for row in rows if row["stage"] == stage])
        if stage != "unknown" and len(logs) >= LEAST_WAITS:
            shifts[stage] = round(share * (float(logs.mean()) - mean), 6)
    return shifts
