"""Calibration: whether 60 percent came true six times in ten, as numbers; arguments as in the metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit, logit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["calibration", "calibration_error", "calibration_intercept", "equal_bins"]

# Of Newton's method: most fits are there after six or seven plain steps. Careful ones follow where that is not enough.
_PLAIN_STEPS, _CAREFUL_STEPS, _LONGEST_STEP, _THERE = 20, 500, 2.0, 1e-10
_FLAT = 1e-9  # log-odds that differ by less are the same


def calibration(log_odds: Floats, results: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Fit results on log-odds: the intercept and slope that would recalibrate them; NaN where there are none.

    There are none where all log-odds are the same, and where some number tells the results apart without fault.

    >>> import numpy as np
    >>> forecasts = np.array([2.0, 2.0, 2.0, 0.0, 0.0, 0.0])
    >>> results = np.array([1.0, 1.0, 0.0, 1.0, 0.0, 0.0])
    >>> [round(float(value), 3) for value in calibration(forecasts, results, np.ones(6))]
    [-0.693, 0.693]
    """
    centre, spread = log_odds.mean(), log_odds.std()
    if not spread > _FLAT:
        nothing = np.full(weights.shape[:-1], np.nan)
        return nothing[()], nothing[()]
    place, drawn = (log_odds - centre) / spread, np.atleast_2d(weights)
    intercept, slope = np.full((2, len(drawn)), np.nan)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        left = np.flatnonzero(_overlap(place, results, drawn))
        for careful in (False, True):
            if len(left):
                found, there = _newton(place, results, drawn[left], careful=careful)
                intercept[left[there]], slope[left[there]] = found[:, there]
                left = left[~there]
    slope = (slope / spread).reshape(weights.shape[:-1])
    return (intercept.reshape(slope.shape) - slope * centre)[()], slope[()]


def _overlap(place: Floats, results: Floats, weights: Floats) -> NDArray[np.bool_]:
    """Say of each resample whether no number tells the results apart: else the slope has no end."""
    order = np.argsort(place, kind="stable")
    ends = []
    for offers in (results > 0, results < 1):
        there = (weights > 0) & offers
        first, last = there[:, order].argmax(axis=1), there[:, order[::-1]].argmax(axis=1)
        ends.append((place[order[first]], place[order[::-1][last]], there.any(axis=1)))
    (low, high, some), (other_low, other_high, others) = ends
    found: NDArray[np.bool_] = some & others & (low < other_high) & (other_low < high)
    return found


def _newton(
    place: Floats, results: Floats, weights: Floats, *, careful: bool
) -> tuple[Floats, NDArray[np.bool_]]:
    """Give intercept and slope of each resample, and which have arrived; if careful, no step raises the loss."""
    share = weights @ results / weights.sum(axis=-1)
    found = np.stack([logit(share), np.zeros_like(share)])
    there, steps = np.zeros(len(share), dtype=bool), 0
    while not there.all() and steps < (_CAREFUL_STEPS if careful else _PLAIN_STEPS):
        likelihood = expit(found[0][:, None] + found[1][:, None] * place)
        curvature, error = weights * likelihood * (1.0 - likelihood), weights * (results - likelihood)
        total = curvature.sum(axis=1)
        middle = curvature @ place / total
        away = place - middle[:, None]  # from where the curvature lies, which may be a narrow place
        turn = (error * away).sum(axis=1) / (curvature * away**2).sum(axis=1)
        step = np.stack([error.sum(axis=1) / total - middle * turn, turn])
        if careful:
            step = _shortened(found, step, place, results, weights)
        else:
            step = np.clip(step, -_LONGEST_STEP, _LONGEST_STEP)
        found, steps = found + step, steps + 1
        there |= (np.abs(step) <= _THERE * (1.0 + np.abs(found))).all(axis=0)
    return found, there


def _shortened(found: Floats, step: Floats, place: Floats, results: Floats, weights: Floats) -> Floats:
    """Halve the steps that would raise the loss."""

    def loss(at: Floats) -> Floats:
        log_odds = at[0][:, None] + at[1][:, None] * place
        lost: Floats = (weights * (np.logaddexp(0.0, log_odds) - results * log_odds)).sum(axis=1)
        return lost

    most = loss(found) * (1.0 + 1e-14)
    while True:
        worse = loss(found + step) > most
        if not worse.any():
            return step
        step = np.where(worse, step / 2.0, step)


def calibration_intercept(log_odds: Floats, results: Floats, weights: Floats) -> Floats:
    """Give what to add to all log-odds to make the mean likelihood the share of offers; NaN where nothing is.

    >>> import numpy as np
    >>> calibration_intercept(np.zeros(4), np.array([1.0, 1.0, 1.0, 0.0]), np.ones(4)).round(6)
    np.float64(1.098612)
    """
    total = weights.sum(axis=-1)
    share = weights @ results / total
    shift, step, steps = np.zeros_like(share), np.full_like(share, np.inf), 0
    with np.errstate(invalid="ignore", divide="ignore"):
        low, high = logit(share) - log_odds.max(), logit(share) - log_odds.min()
        while np.nan_to_num(np.abs(step)).max() > _THERE and steps < _CAREFUL_STEPS:
            likelihood = expit(log_odds + shift[..., None])
            mean = (weights * likelihood).sum(axis=-1) / total
            low, high = np.where(mean < share, shift, low), np.where(mean > share, shift, high)
            # Newton's step on the logit scale, where mean and shift run nearly in parallel.
            spread = (weights * likelihood * (1.0 - likelihood)).sum(axis=-1) / total
            newton = (logit(share) - logit(mean)) * mean * (1.0 - mean) / spread
            inside = (shift + newton >= low) & (shift + newton <= high)
            # Where it leads out of what is known, or no nearer, half of what is left will do.
            good = (mean == share) | (inside & (np.abs(newton) <= np.abs(step) / 2.0))
            step = np.where(good, np.where(mean == share, 0.0, newton), (low + high) / 2.0 - shift)
            shift, steps = shift + step, steps + 1
    return np.where(np.isfinite(shift), shift, np.nan)[()]


def equal_bins(log_odds: Floats, most: int = 10, least_rows: int = 10) -> NDArray[np.intp]:
    """Give each interview its bin: bins of nearly equal size, as many as hold some rows each, by likelihood.

    >>> import numpy as np
    >>> equal_bins(np.arange(6.0), least_rows=2)
    array([0, 0, 1, 1, 2, 2])
    """
    bins = int(np.clip(len(log_odds) // least_rows, 1, most))
    edges = np.quantile(log_odds, np.arange(1, bins) / bins)
    found = np.unique(np.searchsorted(edges, log_odds, side="right"), return_inverse=True)[1]
    return found.astype(np.intp)


def calibration_error(
    log_odds: Floats, results: Floats, weights: Floats, bins: NDArray[np.intp] | None = None
) -> Floats:
    """Give the mean distance, over bins of nearly equal size, of mean likelihood and share of offers.

    >>> import numpy as np
    >>> calibration_error(np.zeros(4), np.array([1.0, 1.0, 1.0, 0.0]), np.ones(4))
    np.float64(0.25)
    """
    bins = equal_bins(log_odds) if bins is None else bins
    members = np.eye(bins.max() + 1)[bins]
    gap = (weights * (expit(log_odds) - results)) @ members
    found: Floats = np.abs(gap).sum(axis=-1) / weights.sum(axis=-1)
    return found
