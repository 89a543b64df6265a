"""How good log-odds are, measured for many weightings of the cases at once: one row of weights a draw."""

from __future__ import annotations

from typing import Any

import numpy as np

DRAWS = 2000
LEVEL = 0.8
_STEPS = 25
_CLOSE_ENOUGH = 1e-9


def loss(results: Any, log_odds: Any) -> Any:
    """Give minus the log likelihood of each result."""
    return np.logaddexp(0.0, log_odds) - results * log_odds


def recalibration(
    results: Any, log_odds: Any, weights: Any = None, *, slope: bool = False
) -> tuple[Any, Any]:
    """Fit level and slope of a logistic regression of results on log-odds; the slope is 1 unless asked for.

    Many at once: a row of log-odds, or a row of weights, for each.
    """
    many = np.ones((1, len(results))) if weights is None else np.atleast_2d(weights)
    size = max(len(many), len(np.atleast_2d(log_odds)))
    # Newton's method is safe from 0: the first step is that of a linear regression.
    level, steep = np.zeros(size), np.full(size, 0.0 if slope else 1.0)
    for _ in range(_STEPS):
        likelihood = 1.0 / (1.0 + np.exp(-(level[:, None] + steep[:, None] * log_odds)))
        rest = many * (results - likelihood)
        spread = many * likelihood * (1.0 - likelihood)
        gradient, first = rest.sum(axis=1), spread.sum(axis=1)
        gradient_slope = _along(rest, log_odds) if slope else np.zeros(size)
        if max(np.abs(gradient).max(), np.abs(gradient_slope).max()) < _CLOSE_ENOUGH:
            break
        mixed, second = (_along(spread, log_odds), _along(spread, log_odds**2)) if slope else (0.0, 1.0)
        determinant = first * second - mixed**2
        level += (second * gradient - mixed * gradient_slope) / determinant
        steep += (first * gradient_slope - mixed * gradient) / determinant
    return level, steep


def _along(many: Any, log_odds: Any) -> Any:
    return many @ log_odds if log_odds.ndim == 1 else (many * log_odds).sum(axis=1)


def auc(results: Any, log_odds: Any, weights: Any) -> Any:
    """Give the share of pairs of an offer and a refusal in which the offer has the higher log-odds."""
    offers = results == 1.0
    above = log_odds[offers][:, None] - log_odds[~offers][None, :]
    right = (above > 0.0) + 0.5 * (above == 0.0)
    pairs = weights[:, offers].sum(axis=1) * weights[:, ~offers].sum(axis=1)
    return ((weights[:, offers] @ right) * weights[:, ~offers]).sum(axis=1) / pairs


def draws(authors: Any, number: int = DRAWS, seed: int = 1) -> Any:
    """Draw authors with replacement: how often each case counts; the first row is the sample itself."""
    names, of_case = np.unique(authors, return_inverse=True)
    drawn = np.random.default_rng(seed).multinomial(len(names), np.full(len(names), 1.0 / len(names)), number)
    return np.vstack([np.ones(len(authors)), drawn[:, of_case]])


def measure(results: Any, repeats: list[Any], bases: list[Any], weights: Any) -> dict[str, list[float]]:
    """Measure log-odds from repeated cross-validation: value, low and high of each measure.

    A measure is taken for each repeat and averaged; the interval is that of the draws of authors.

    Parameters
    ----------
    results : array of shape (cases,)
        1 for an offer.
    repeats : list of arrays of shape (cases,)
        Log-odds of each case from a fit without its fold.
    bases : list of arrays of shape (cases,)
        Log-odds of the base rate for the same folds.
    weights : array of shape (draws, cases)
        See `draws`.
    """
    # In a small group some draws have one result only, and rank nobody.
    both = (weights[:, results == 1.0].sum(axis=1) > 0) & (weights[:, results == 0.0].sum(axis=1) > 0)
    weights = weights[both]
    total = weights.sum(axis=1)
    found: dict[str, list[Any]] = {"log_loss": [], "gain": [], "brier": [], "auc": []}
    for log_odds, base in zip(repeats, bases, strict=True):
        losses, base_losses = loss(results, log_odds), loss(results, base)
        errors = (results - 1.0 / (1.0 + np.exp(-log_odds))) ** 2
        found["log_loss"].append(weights @ losses / total)
        found["gain"].append(weights @ (base_losses - losses) / total)
        found["brier"].append(weights @ errors / total)
        found["auc"].append(auc(results, log_odds, weights))
    return {name: _interval(np.mean(values, axis=0)) for name, values in found.items()}


def slope(results: Any, repeats: list[Any], weights: Any) -> list[float]:
    """Give the calibration slope of log-odds from repeated cross-validation, with its interval."""
    slopes = [recalibration(results, log_odds, weights, slope=True)[1] for log_odds in repeats]
    return _interval(np.mean(slopes, axis=0))


def difference(first: list[Any], second: list[Any], results: Any, weights: Any) -> list[float]:
    """Give how much lower the log loss of the second is than of the first, with its interval."""
    pairs = zip(first, second, strict=True)
    change = np.mean([loss(results, one) - loss(results, other) for one, other in pairs], axis=0)
    return _interval(weights @ change / weights.sum(axis=1))


def _interval(values: Any) -> list[float]:
    """Give the value of the sample, and the ends of the interval of its draws."""
    low, high = np.quantile(values[1:], [(1.0 - LEVEL) / 2.0, (1.0 + LEVEL) / 2.0])
    return [round(float(value), 4) for value in (values[0], low, high)]
