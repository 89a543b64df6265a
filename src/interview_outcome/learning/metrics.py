"""How true likelihoods were: each measure for the whole sample and for many resamples of it in one call.

Likelihoods come as log-odds, so that a very sure forecast needs no clipping. ``weights`` has the interviews
along its last axis; every measure gives one number for each row of it.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import isotonic_regression
from scipy.special import expit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["DIFFERENCE", "METRICS", "Metric", "auc", "brier", "brier_parts", "log_loss", "measure"]


class Metric(NamedTuple):
    """A measure: its name for programs, its title for people, how to read it, and what it lies between."""

    name: str
    title: str
    reading: str
    least: float = 0.0
    most: float = inf


METRICS = (
    Metric("log_loss", "Log loss", "lower is better; a coin has 0.693"),
    Metric("gain", "Gain", "log loss saved against the base rate", -inf),
    Metric("auc", "AUC", "0.5 is a coin, 1 tells all apart", 0.0, 1.0),
    Metric("brier", "Brier score", "lower is better; a coin has 0.25"),
    Metric("reliability", "  reliability", "what of it recalibrating would save"),
    Metric("resolution", "  resolution", "what telling them apart has saved"),
    Metric("uncertainty", "  uncertainty", "the score of one share for all"),
    Metric("slope", "Calibration slope", "too extreme below 1, timid above", -inf),
    Metric("intercept", "Calibration intercept", "too hopeful below 0, gloomy above", -inf),
    Metric("ece", "Expected calibration error", "mean gap to the share of offers"),
)

# Of two forecasts of the same interviews; the others are of one.
DIFFERENCE = Metric("difference", "Difference", "log loss minus that of the other; below 0 is better", -inf)


def measure(log_odds: Floats, results: Floats, weights: Floats) -> dict[str, Floats]:
    """Take every measure but the gain, which needs a second forecast.

    Parameters
    ----------
    log_odds : array of shape (interviews,)
        Of an offer, as forecast.
    results : array of shape (interviews,)
        1 for an offer, 0 for a refusal.
    weights : array of shape (..., interviews)
        What each interview counts for, in each resample.

    Examples
    --------
    >>> import numpy as np
    >>> found = measure(np.array([-1.0, 1.0, 1.0]), np.array([0.0, 1.0, 0.0]), np.ones((2, 3)))
    >>> found["auc"].tolist(), sorted(set(name for name, *_ in METRICS) - set(found))
    ([0.75, 0.75], ['gain'])
    """
    from interview_outcome.learning.calibration import (
        calibration,
        calibration_error,
        calibration_intercept,
    )

    reliability, resolution, uncertainty = brier_parts(log_odds, results, weights)
    return {
        "log_loss": log_loss(log_odds, results, weights),
        "auc": auc(log_odds, results, weights),
        "brier": brier(log_odds, results, weights),
        "reliability": reliability,
        "resolution": resolution,
        "uncertainty": uncertainty,
        "slope": calibration(log_odds, results, weights)[1],
        "intercept": calibration_intercept(log_odds, results, weights),
        "ece": calibration_error(log_odds, results, weights),
    }


def log_loss(log_odds: Floats, results: Floats, weights: Floats) -> Floats:
    """Give the mean of minus the logarithm of the likelihood of what happened.

    >>> import numpy as np
    >>> log_loss(np.zeros(2), np.array([1.0, 0.0]), np.ones(2)).round(3)
    np.float64(0.693)
    """
    found: Floats = weights @ (np.logaddexp(0.0, log_odds) - results * log_odds) / weights.sum(axis=-1)
    return found


def brier(log_odds: Floats, results: Floats, weights: Floats) -> Floats:
    """Give the mean squared distance of likelihood and result.

    >>> import numpy as np
    >>> brier(np.zeros(2), np.array([1.0, 0.0]), np.ones(2))
    np.float64(0.25)
    """
    found: Floats = weights @ (expit(log_odds) - results) ** 2 / weights.sum(axis=-1)
    return found


def brier_parts(log_odds: Floats, results: Floats, weights: Floats) -> tuple[Floats, Floats, Floats]:
    """Take the Brier score apart: reliability - resolution + uncertainty, exactly and without bins.

    Reliability is what the best rising recalibration of the likelihoods would save, resolution how far that
    stays below the uncertainty, the score of the plain share of offers.

    References
    ----------
    Dimitriadis, Gneiting and Jordan (2021), "Stable reliability diagrams for probabilistic classifiers",
    PNAS 118 (8).

    Examples
    --------
    >>> import numpy as np
    >>> forecasts, results = np.array([-1.0, -1.0, 1.0, 1.0]), np.array([0.0, 0.0, 1.0, 0.0])
    >>> parts = brier_parts(forecasts, results, np.ones(4))
    >>> [round(float(part), 3) for part in parts], float(brier(forecasts, results, np.ones(4)).round(3))
    ([0.063, 0.062, 0.188], 0.188)
    """
    distinct, place = np.unique(expit(log_odds), return_inverse=True)
    rows = np.atleast_2d(weights)
    found = np.array([_parts_of_one(distinct, place, results, row) for row in rows])
    reliability, resolution, uncertainty = found.T.reshape(3, *weights.shape[:-1])
    return reliability, resolution, uncertainty


def _parts_of_one(
    distinct: Floats, place: NDArray[np.intp], results: Floats, weights: Floats
) -> tuple[float, float, float]:
    count = np.bincount(place, weights, len(distinct))
    offers = np.bincount(place, weights * results, len(distinct))
    seen = count > 0
    count, offers, likelihood = count[seen], offers[seen], distinct[seen]
    total = count.sum()
    recalibrated = isotonic_regression(offers / count, weights=count).x

    def score(values: Floats) -> float:
        return float((count * values**2 - 2.0 * offers * values + offers).sum() / total)

    best, uncertainty = score(recalibrated), score(np.full(len(count), offers.sum() / total))
    return score(likelihood) - best, uncertainty - best, uncertainty


def auc(log_odds: Floats, results: Floats, weights: Floats) -> Floats:
    """Give how often an offer got a higher likelihood than a refusal; a tie counts half.

    >>> import numpy as np
    >>> auc(np.array([0.0, 1.0, 1.0]), np.array([0.0, 1.0, 0.0]), np.ones(3))
    np.float64(0.75)
    """
    order = np.argsort(log_odds, kind="stable")
    ranked = log_odds[order]
    firsts = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1]))
    ranked_weights = weights[..., order]
    offers = np.add.reduceat(ranked_weights * results[order], firsts, axis=-1)
    refusals = np.add.reduceat(ranked_weights * (1.0 - results[order]), firsts, axis=-1)
    below = np.cumsum(refusals, axis=-1) - refusals / 2.0
    pairs = offers.sum(axis=-1) * refusals.sum(axis=-1)
    with np.errstate(invalid="ignore"):  # a resample of one result alone has none
        found: Floats = (offers * below).sum(axis=-1) / pairs
    return found
