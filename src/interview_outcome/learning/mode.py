"""The mode of a logistic regression whose weights may not change their sign, by Newton's method.

Plain scikit-learn would do without the signs: a prior is nothing but more rows (see
`interview_outcome.learning.posterior`), and the tests hold this module against it. Here the rows are read in
blocks and the prior is kept beside them, so that two hundred thousand interviews need no second copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

__all__ = ["Interviews", "Mode", "find_mode"]

_BLOCK = 4096
_MOST_STEPS = 100
# Squared length of a step, measured by the curvature: below the first, rounding would mislead a line search,
# and none is needed; below the second, the next step would change nothing.
_CLOSE, _THERE = 1e-8, 1e-20


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
    """

    rows: Floats
    results: Floats
    counts: Floats
    offset: Floats


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
    weights, steps = np.where(start * signs < 0.0, 0.0, start).astype(float), 0
    loss, gradient, curvature = _all(groups, weights)
    step, length = _step(weights, gradient, curvature, signs)
    while length > _THERE and steps < _MOST_STEPS:
        weights = _go(groups, weights, step, signs, loss if length > _CLOSE else float("inf"))
        loss, gradient, curvature = _all(groups, weights)
        step, length = _step(weights, gradient, curvature, signs)
        steps += 1
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


def _go(groups: Sequence[Interviews], weights: Floats, step: Floats, signs: Floats, loss: float) -> Floats:
    """Go as much of a step as makes the fit no worse, no weight further than to 0."""
    while True:
        there = weights + step
        there = np.where(there * signs < 0.0, 0.0, there)
        # At the latest, a step that has shrunk to nothing gives the same loss, rounding included.
        if _total(groups, there) <= loss:
            return there
        step = step / 2.0


def _total(groups: Sequence[Interviews], weights: Floats) -> float:
    return sum(float(_loss(block, block.rows @ weights + block.offset).sum()) for block in _blocks(groups))


def _pressed(weights: Floats, gradient: Floats, signs: Floats) -> Flags:
    pressed: Flags = (signs != 0.0) & (weights == 0.0) & (gradient * signs > 1e-9)
    return pressed


def _all(groups: Sequence[Interviews], weights: Floats) -> tuple[float, Floats, Floats]:
    """Give loss, gradient and curvature."""
    loss, gradient = 0.0, np.zeros(len(weights))
    curvature = np.zeros((len(weights), len(weights)))
    for block in _blocks(groups):
        log_odds = block.rows @ weights + block.offset
        likelihood = 1.0 / (1.0 + np.exp(-log_odds))
        loss += float(_loss(block, log_odds).sum())
        gradient += block.rows.T @ (block.counts * (likelihood - block.results))
        scaled = block.rows * np.sqrt(block.counts * likelihood * (1.0 - likelihood))[:, None]
        curvature += scaled.T @ scaled
    return loss, gradient, curvature


def _loss(block: Interviews, log_odds: Floats) -> Floats:
    loss: Floats = block.counts * (np.logaddexp(0.0, log_odds) - block.results * log_odds)
    return loss


def _blocks(groups: Sequence[Interviews]) -> Iterator[Interviews]:
    for group in groups:
        for first in range(0, len(group.results), _BLOCK):
            yield Interviews(*(part[first : first + _BLOCK] for part in group))
