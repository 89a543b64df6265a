"""Calibration: whether 60 percent came true six times in ten, as numbers; arguments as in the metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit, logit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["calibration", "calibration_error", "calibration_intercept", "equal_bins"]

# Newton's method: where forecasts tell the results apart without fault, it never arrives.
_MOST_STEPS, _LONGEST_STEP, _THERE = 50, 2.0, 1e-10
_FLAT = 1e-9  # log-odds that differ by less are the same


def calibration(log_odds: Floats, results: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Fit results on log-odds: the intercept and slope that would recalibrate them; NaN where there are none.

    >>> import numpy as np
    >>> forecasts = np.array([2.0, 2.0, 2.0, 0.0, 0.0, 0.0])
    >>> results = np.array([1.0, 1.0, 0.0, 1.0, 0.0, 0.0])
    >>> [round(float(value), 3) for value in calibration(forecasts, results, np.ones(6))]
    [-0.693, 0.693]
    """
    centre, spread = log_odds.mean(), log_odds.std()
    place = (log_odds - centre) / spread if spread > _FLAT else np.zeros(len(log_odds))
    intercept = logit(weights @ results / weights.sum(axis=-1))
    slope, steps, longest = np.zeros_like(intercept), 0, np.inf
    with np.errstate(invalid="ignore", divide="ignore"):
        while longest > _THERE and steps < _MOST_STEPS:
            likelihood = expit(intercept[..., None] + slope[..., None] * place)
            curvature = weights * likelihood * (1.0 - likelihood)
            a, b, c = curvature.sum(axis=-1), curvature @ place, curvature @ place**2
            error = weights * (results - likelihood)
            first, second = error.sum(axis=-1), error @ place
            step = np.stack([c * first - b * second, a * second - b * first]) / (a * c - b * b)
            step = np.clip(step, -_LONGEST_STEP, _LONGEST_STEP)
            intercept, slope, steps = intercept + step[0], slope + step[1], steps + 1
            longest = np.nan_to_num(np.abs(step)).max()
        slope = np.where((np.abs(step) < 1e-6).all(axis=0), slope / spread, np.nan)
    return (intercept - slope * centre)[()], slope[()]


def calibration_intercept(log_odds: Floats, results: Floats, weights: Floats) -> Floats:
    """Give what to add to all log-odds to make the mean likelihood the share of offers; NaN where nothing is.

    >>> import numpy as np
    >>> calibration_intercept(np.zeros(4), np.array([1.0, 1.0, 1.0, 0.0]), np.ones(4)).round(6)
    np.float64(1.098612)
    """
    total = weights.sum(axis=-1)
    share = weights @ results / total
    shift, steps, longest = np.zeros_like(share), 0, np.inf
    with np.errstate(invalid="ignore", divide="ignore"):
        while longest > _THERE and steps < _MOST_STEPS:
            likelihood = expit(log_odds + shift[..., None])
            mean = (weights * likelihood).sum(axis=-1) / total
            # Newton's step on the logit scale, where mean and shift run nearly in parallel.
            spread = (weights * likelihood * (1.0 - likelihood)).sum(axis=-1) / total
            step = (logit(share) - logit(mean)) * mean * (1.0 - mean) / spread
            shift, steps = shift + step, steps + 1
            longest = np.nan_to_num(np.abs(step), posinf=0.0).max()
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
