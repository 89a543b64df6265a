"""The mode of a logistic regression whose weights may not change their sign, by Newton's method.

Plain scikit-learn would do without the signs: a prior is nothing but more rows (see
`interview_outcome.learning.posterior`), and the tests hold this module against it. Here the prior is kept beside
the interviews, so that two hundred thousand of them need no second copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.special import expit
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

__all__ = ["Interviews", "Mode", "find_mode", "one_thread"]

_BLOCK = 8192
_BLAS = ThreadpoolController()
_MOST_STEPS = 100
# Of longer groups, about so many rows give the curvature on the way; all of them give the gradient, and the curvature
# of the last step.
_ENOUGH = 10_000
# Squared length of a step, in standard deviations of the weights. Close: rounding would mislead a line search, and
# none is needed. There: one more step leaves nothing to do. Nothing: not even that step is needed.
_CLOSE, _THERE, _NOTHING = 1e-6, 1e-12, 1e-24


class Interviews(NamedTuple):
    """Rows with results, real interviews or a prior put as interviews.

    Parameters
    ----------
    rows : array of shape (interviews, features)
        Features, 1, 0 or the share of a weight that counts.
    results : array of shape (interviews,)
        1 for an offer, 0 for a refusal, or the share of offers in between.
    counts : array of shape (interviews,)
        What each interview counts for.
    offset : array of shape (interviews,)
        Log-odds that are known and not learned.
    last : float, optional
        One more feature that is the same in every row, such as 1 for an intercept.
    """

    rows: Floats
    results: Floats
    counts: Floats
    offset: Floats
    last: float | None = None


class Mode(NamedTuple):
    """The weights that fit best, the curvature there, and which weights their sign has stopped at 0."""

    weights: Floats
    curvature: Floats
    stopped: Flags
    steps: int


def find_mode(groups: Sequence[Interviews], start: Floats, signs: Floats) -> Mode:
    """Find the weights under which the results are most likely.

    Parameters
    ----------
    groups : sequence of Interviews
        All that speaks, the prior included.
    start : array of shape (features,)
        Where to begin.
    signs : array of shape (features,)
        +1 or -1: a weight stops at 0 rather than take the other sign; 0 for no bound.

    Examples
    --------
    Two refusals and an offer with the same single feature: the odds are one to two.

    >>> import numpy as np
    >>> seen = Interviews(np.ones((3, 1)), np.array([1.0, 0.0, 0.0]), np.ones(3), np.zeros(3))
    >>> mode = find_mode([seen], np.zeros(1), np.zeros(1))
    >>> np.round(np.exp(mode.weights), 12), np.round(mode.curvature, 12), mode.stopped
    (array([0.5]), array([[0.66666667]]), array([False]))
    >>> find_mode([seen], np.zeros(1), np.ones(1))[::2]
    (array([0.]), array([ True]))
    """
    with one_thread():
        return _newton(groups, np.where(start * signs < 0.0, 0.0, start).astype(float), signs)


def one_thread() -> Any:
    """Keep the products of matrices to one thread: on a busy machine several would mostly wait for each other."""
    return _BLAS.limit(limits=1, user_api="blas")


def _newton(groups: Sequence[Interviews], weights: Floats, signs: Floats) -> Mode:
    every = max(len(group.results) // _ENOUGH for group in groups) or 1
    there = _THERE if every == 1 else _CLOSE
    steps, (loss, gradient) = 0, _slope(groups, weights)
    while True:
        curvature = _curvature(groups, weights, every)
        step, length = _step(weights, gradient, curvature, signs)
        if every > 1 and length <= _CLOSE:
            every, curvature = 1, _curvature(groups, weights, 1)
            step, length = _step(weights, gradient, curvature, signs)
        if length <= _NOTHING or steps == _MOST_STEPS:
            break
        bound = loss if length > _CLOSE else float("inf")
        weights, loss, gradient = _go(groups, weights, step, signs, bound)
        steps += 1
        if every == 1 and length <= there:
            break
    return Mode(weights, curvature, _pressed(weights, gradient, signs), steps)


def _step(weights: Floats, gradient: Floats, curvature: Floats, signs: Floats) -> tuple[Floats, float]:
    """Give Newton's step among the weights that may move, and its squared length by the curvature."""
    at_bound = (signs != 0.0) & (weights * signs <= 0.0)
    held = at_bound & (gradient * signs > 0.0)
    while True:
        step, free = np.zeros(len(weights)), ~held
        step[free] = -np.linalg.solve(curvature[np.ix_(free, free)], gradient[free])
        outward = at_bound & (step * signs < 0.0)
        if not outward.any():
            return step, float(step @ curvature @ step)
        held |= outward


def _go(
    groups: Sequence[Interviews], weights: Floats, step: Floats, signs: Floats, bound: float
) -> tuple[Floats, float, Floats]:
    """Go as much of a step as does not raise the loss above a bound, no weight further than to 0."""
    while True:
        there = weights + step
        there = np.where(there * signs < 0.0, 0.0, there)
        loss, gradient = _slope(groups, there)
        # At the latest, a step that has shrunk to nothing gives the same loss, rounding included.
        if not loss > bound:
            return there, loss, gradient
        step = step / 2.0


def _pressed(weights: Floats, gradient: Floats, signs: Floats) -> Flags:
    pressed: Flags = (signs != 0.0) & (weights == 0.0) & (gradient * signs > 1e-9)
    return pressed


def _slope(groups: Sequence[Interviews], weights: Floats) -> tuple[float, Floats]:
    """Give loss and gradient."""
    loss, gradient = 0.0, np.zeros(len(weights))
    for group in groups:
        log_odds = _log_odds(group, weights)
        error = group.counts * (expit(log_odds) - group.results)
        gradient[: group.rows.shape[1]] += error @ group.rows
        if group.last is not None:
            gradient[-1] += group.last * error.sum()
        loss += _loss(group, log_odds)
    return loss, gradient


def _curvature(groups: Sequence[Interviews], weights: Floats, every: int) -> Floats:
    """Give the curvature, of a long group from every so many rows alone."""
    total = np.zeros((len(weights), len(weights)))
    for block in _blocks(groups, every):
        likelihood = expit(_log_odds(block, weights))
        root = np.sqrt(block.counts * likelihood * (1.0 - likelihood))
        scaled = block.rows * root[:, None]
        if block.last is not None:
            scaled = np.column_stack([scaled, block.last * root])
        total += scaled.T @ scaled
    return total


def _log_odds(group: Interviews, weights: Floats) -> Floats:
    found: Floats = group.rows @ weights[: group.rows.shape[1]] + group.offset
    if group.last is not None:
        found += group.last * weights[-1]
    return found


def _loss(group: Interviews, log_odds: Floats) -> float:
    return float(group.counts @ (np.logaddexp(0.0, log_odds) - group.results * log_odds))


def _blocks(groups: Sequence[Interviews], every: int) -> Iterator[Interviews]:
    """Give the rows in blocks, of a long group every so many of them."""
    for group in groups:
        step = every if len(group.results) >= _ENOUGH else 1
        for first in range(0, len(group.results), step * _BLOCK):
            here = slice(first, first + step * _BLOCK, step)
            yield Interviews(
                group.rows[here],
                group.results[here],
                group.counts[here] * step,
                group.offset[here],
                group.last,
            )
