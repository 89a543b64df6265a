"""How unsure a measure is: taken anew on samples of the authors, drawn with replacement."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit, logit

from interview_outcome.learning.calibration import calibration, equal_bins
from interview_outcome.learning.metrics import DIFFERENCE, METRICS, Metric, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["Bin", "CurvePoint", "Measure", "Measured", "resampled", "take_measures", "wilson"]

# So many resamples, and fewer for long tables, whose intervals are narrow and need no fine ends.
_MOST, _FEWEST, _CELLS = 1000, 100, 20_000_000
_CELLS_AT_ONCE = 2_000_000
_CURVE_POINTS = 41


class Measure(NamedTuple):
    """A measure with its interval; None where there is none, such as the slope of equal forecasts."""

    value: float | None
    low: float | None
    high: float | None


class Bin(NamedTuple):
    """Interviews of like likelihood: how many, mean likelihood, share of offers with Wilson's interval."""

    rows: int
    likelihood: float
    offers: float
    low: float
    high: float


class CurvePoint(NamedTuple):
    """The share of offers that a likelihood stood for, by logistic recalibration, with its interval."""

    likelihood: float
    offers: float
    low: float
    high: float


class Measured(NamedTuple):
    """Measures of several forecasts with their intervals, and the calibration of the first.

    Parameters
    ----------
    measures : dict of str to dict of str to Measure
        By forecast and measure.
    differences : dict of str to Measure
        By every other forecast: log loss of the first minus that of the other, on the same resamples.
    bins : tuple of Bin
        Interviews by likelihood.
    curve : tuple of CurvePoint
        The calibration curve; empty where there is none.
    resamples : int
        How many were drawn.
    """

    measures: dict[str, dict[str, Measure]]
    differences: dict[str, Measure]
    bins: tuple[Bin, ...]
    curve: tuple[CurvePoint, ...]
    resamples: int


def take_measures(
    forecasts: Mapping[str, Floats], results: Floats, groups: NDArray[np.intp], *, level: float, seed: int
) -> Measured:
    """Measure forecasts, all on the same resamples.

    Parameters
    ----------
    forecasts : mapping of str to array
        Log-odds of an offer. One is "base_rate", which the gain of the others is measured from; the first is
        the one whose calibration is of interest, and which the others are compared with.
    results : array of float
        1 for an offer, 0 for a refusal.
    groups : array of int
        The author of each interview, numbered from 0.
    level : float
        Of the intervals.
    seed : int
        Of the resamples.

    Examples
    --------
    >>> import numpy as np
    >>> forecasts = {"model": np.linspace(-1, 1, 40), "base_rate": np.zeros(40)}
    >>> results = np.tile([0.0, 0.0, 1.0, 1.0], 10)
    >>> found = take_measures(forecasts, results, np.arange(40), level=0.8, seed=0)
    >>> value, low, high = found.measures["model"]["auc"]
    >>> low < value < high, found.measures["base_rate"]["slope"], found.resamples
    (True, Measure(value=None, low=None, high=None), 1000)
    >>> found.differences["base_rate"].value == -found.measures["model"]["gain"].value
    True
    >>> [bin.rows for bin in found.bins], len(found.curve)
    ([10, 10, 10, 10], 41)
    """
    first = next(iter(forecasts))
    log_odds = forecasts[first]
    count = int(np.clip(_CELLS // len(results), _FEWEST, _MOST))
    whole = _take(forecasts, results, np.ones(len(results)))
    drawn, lines = [], []
    for weights in resampled(groups, count, seed):
        drawn.append(_take(forecasts, results, weights))
        lines.append(np.stack(calibration(log_odds, results, weights)))
    found = {
        name: {
            metric.name: _measure(
                metric,
                values[metric.name],
                np.concatenate([part[name][metric.name] for part in drawn]),
                level,
            )
            for metric in (*METRICS, DIFFERENCE)
        }
        for name, values in whole.items()
    }
    differences = {name: measures.pop(DIFFERENCE.name) for name, measures in found.items()}
    differences.pop(first)
    curve = _curve(log_odds, results, np.concatenate(lines, axis=1), level)
    return Measured(found, differences, _bins(log_odds, results, level), curve, count)


def resampled(groups: NDArray[np.intp], count: int, seed: int) -> Iterator[Floats]:
    """Draw the authors with replacement: for each resample, how often each interview is in it.

    Examples
    --------
    >>> import numpy as np
    >>> [weights] = resampled(np.array([0, 0, 1]), 3, seed=1)
    >>> weights.tolist()
    [[1.0, 1.0, 1.0], [2.0, 2.0, 0.0], [0.0, 0.0, 2.0]]
    """
    random = np.random.default_rng(seed)
    authors = int(groups.max()) + 1
    at_once = max(1, _CELLS_AT_ONCE // len(groups))
    for first in range(0, count, at_once):
        rows = min(at_once, count - first)
        times = random.multinomial(authors, np.full(authors, 1.0 / authors), size=rows)
        yield times[:, groups].astype(np.float64)


def wilson(offers: float, rows: int, level: float) -> tuple[float, float]:
    """Give Wilson's interval of a share.

    Examples
    --------
    >>> [round(end, 3) for end in wilson(8, 10, 0.95)]
    [0.49, 0.943]
    """
    width = NormalDist().inv_cdf(0.5 + level / 2.0)
    share, spread = offers / rows, width**2 / rows
    centre = (share + spread / 2.0) / (1.0 + spread)
    half = width * (share * (1.0 - share) / rows + spread / (4.0 * rows)) ** 0.5 / (1.0 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def _take(forecasts: Mapping[str, Floats], results: Floats, weights: Floats) -> dict[str, dict[str, Floats]]:
    """Take all measures, the gain over the base rate, and what the first has more of log loss."""
    found = {name: measure(log_odds, results, weights) for name, log_odds in forecasts.items()}
    start, first = found["base_rate"]["log_loss"], found[next(iter(found))]["log_loss"]
    return {
        name: values | {"gain": start - values["log_loss"], DIFFERENCE.name: first - values["log_loss"]}
        for name, values in found.items()
    }


def _measure(metric: Metric, value: Floats, drawn: Floats, level: float) -> Measure:
    """Give a measure with the spread of the resamples round it, those aside that have no value.

    Drawing with replacement makes some measures, such as the calibration error, larger on the whole; so the
    resamples are moved until their median is the value.
    """
    known = drawn[np.isfinite(drawn)]
    if not (np.isfinite(value) and len(known)):
        return Measure(None, None, None)
    low, middle, high = np.quantile(known, [0.5 - level / 2.0, 0.5, 0.5 + level / 2.0])
    low, high = np.clip([value + low - middle, value + high - middle], metric.least, metric.most)
    return Measure(float(value), float(low), float(high))


def _bins(log_odds: Floats, results: Floats, level: float) -> tuple[Bin, ...]:
    bins = equal_bins(log_odds)
    rows = np.bincount(bins)
    likelihood, offers = np.bincount(bins, expit(log_odds)) / rows, np.bincount(bins, results)
    return tuple(
        Bin(int(count), float(mean), float(share / count), *wilson(float(share), int(count), level))
        for count, mean, share in zip(rows, likelihood, offers, strict=True)
    )


def _curve(log_odds: Floats, results: Floats, lines: Floats, level: float) -> tuple[CurvePoint, ...]:
    """Draw the line of logistic recalibration between the lowest and the highest likelihood."""
    intercept, slope = calibration(log_odds, results, np.ones(len(results)))
    lines = lines[:, np.isfinite(lines).all(axis=0)]
    if not (np.isfinite(slope) and lines.size):
        return ()
    likelihood = np.linspace(expit(log_odds.min()), expit(log_odds.max()), _CURVE_POINTS)
    place = logit(likelihood)
    drawn = expit(lines[0][:, None] + lines[1][:, None] * place)
    low, high = np.quantile(drawn, [0.5 - level / 2.0, 0.5 + level / 2.0], axis=0)
    parts = (likelihood, expit(intercept + slope * place), low, high)
    return tuple(CurvePoint(*point) for point in zip(*(part.tolist() for part in parts), strict=True))
