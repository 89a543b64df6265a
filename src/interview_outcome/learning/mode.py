"""The mode of a logistic regression whose weights may not change their sign, by Newton's method.

Plain scikit-learn would do without the signs: a prior is nothing but more rows (see
`interview_outcome.learning.posterior`), and the tests hold this module against it. Here the prior is kept beside
the interviews, so that two hundred thousand of them need no second copy.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit

from interview_outcome.learning.one_thread import one_thread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

__all__ = ["Interviews", "Mode", "find_mode"]

_BLOCK = 8192
_MOST_STEPS = 100
# Of longer groups, so many rows, drawn at random, give the curvature on the way; gradient, end and covariance are
# always those of all rows.
_ENOUGH = 10_000
# Squared length of a step, in standard deviations of the weights. Near: from here on a curvature of all rows pays.
# Close: rounding would mislead a line search, and none is needed. There: no step is needed any more. Rounding: what may
# be left where numbers are of very different size. Far: whoever ends here has not arrived.
_NEAR, _CLOSE, _THERE, _ROUNDING, _FAR = 0.1, 1e-6, 1e-20, 1e-16, 1e-8
# A curvature from elsewhere serves as long as each step is shorter than the last by so much.
_GAIN_OF_SOME, _GAIN_OF_ALL = 1 / 4, 1 / 100


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


def _newton(groups: Sequence[Interviews], weights: Floats, signs: Floats) -> Mode:
    long = max(len(group.results) for group in groups) >= 2 * _ENOUGH
    some = [_draw(group) for group in groups]
    from_some, here = long, not long  # the curvature is that of some rows; of all rows at these very weights
    curvature = _curvature(some, weights)
    steps, before, (loss, gradient) = 0, np.inf, _slope(groups, weights)
    while True:
        step, length = _step(weights, gradient, curvature, signs)
        slow = length > before * (_GAIN_OF_SOME if from_some else _GAIN_OF_ALL)
        last = steps == _MOST_STEPS
        if here and (last or length <= _THERE or (slow and length <= _ROUNDING)):
            break
        if not here and (last or slow or length <= (_NEAR if from_some else _THERE)):
            from_some, here, curvature = False, True, _curvature(groups, weights)
            continue
        bound = loss if length > _CLOSE else np.inf
        weights, loss, gradient = _go(groups, weights, step, signs, bound)
        steps, before, here = steps + 1, length, not long
        if from_some or here:
            curvature = _curvature(some, weights)
    if length > _FAR:
        _warn(steps)
    return Mode(weights, curvature, _pressed(weights, gradient, signs), steps)


def _warn(steps: int) -> None:
    from sklearn.exceptions import ConvergenceWarning

    message = (
        f"After {steps} steps the fit has not converged: weights and standard deviations may be wrong. Bring columns "
        "of very different size to one scale."
    )
    warnings.warn(message, ConvergenceWarning, stacklevel=2)


def _draw(group: Interviews) -> Interviews:
    """Draw some rows of a long group at random, whatever its order, each counting for as many as are left out."""
    rows = len(group.results)
    if rows < 2 * _ENOUGH:
        return group
    drawn = np.sort(np.random.default_rng(0).choice(rows, _ENOUGH, replace=False))
    return Interviews(
        group.rows[drawn],
        group.results[drawn],
        group.counts[drawn] * (rows / _ENOUGH),
        group.offset[drawn],
        group.last,
    )


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


def _curvature(groups: Sequence[Interviews], weights: Floats) -> Floats:
    total = np.zeros((len(weights), len(weights)))
    for block in _blocks(groups):
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


def _blocks(groups: Sequence[Interviews]) -> Iterator[Interviews]:
    """Give the rows in blocks, so that no second copy of them all is made."""
    for group in groups:
        for first in range(0, len(group.results), _BLOCK):
            here = slice(first, first + _BLOCK)
            yield Interviews(
                group.rows[here], group.results[here], group.counts[here], group.offset[here], group.last
            )
