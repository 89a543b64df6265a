"""Nested cross-validation: the choice among variants is made anew inside every outer fold."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from measures import loss, recalibration
from validation import FOLDS, Trials, Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PAIRS = tuple(combinations(range(FOLDS), 2))


class Nested(NamedTuple):
    """What nested cross-validation found.

    Parameters
    ----------
    gains : array of shape (variants, 2)
        Mean gain in log loss over the base rate of each variant, without and with a slope fitted inside.
    log_odds : list of arrays of shape (cases,)
        Out of the outer folds, by the variant that was best inside, for each repeat.
    picked : list of [variant, with slope, how often]
        Which variants were best inside, the most frequent first.
    slopes : list of float
        The slope of the chosen settings, fitted inside each outer fold.
    """

    gains: Any
    log_odds: list[Any]
    picked: list[list[int]]
    slopes: list[float]


def nested(
    trials: Trials,
    variants: Sequence[Variant],
    folds: Sequence[Any],
    chosen: Variant,
    say: Callable[[str], None],
) -> Nested:
    """Choose among variants inside each outer fold, for each dealing of the authors into folds."""
    gains, found, slopes = np.zeros((len(variants), 2)), [], []
    picked: Counter[tuple[int, int]] = Counter()
    for repeat, dealt in enumerate(folds):
        without = _fits(trials, variants, dealt)
        best = np.empty(len(dealt))
        for outer in range(FOLDS):
            at = dealt == outer
            base = _base(trials.results, ~at)
            inside = _inside(without, dealt, outer)
            level, slope = recalibration(trials.results[~at], inside[:, ~at], slope=True)
            both = np.stack(
                [without[outer][:, at], level[:, None] + slope[:, None] * without[outer][:, at]], axis=1
            )
            gains += (loss(trials.results[at], base) - loss(trials.results[at], both)).sum(axis=2)
            at_best = _best_inside(trials.results, inside, dealt, outer)
            picked[at_best] += 1
            best[at] = both[at_best]
        found.append(best)
        slopes += _chosen_slopes(trials, chosen, dealt)
        say(f"repeat {repeat + 1} of {len(folds)}: {len(variants)} variants")
    times = len(folds) * len(trials.results)
    return Nested(gains / times, found, [[*pair, number] for pair, number in picked.most_common()], slopes)


def _fits(trials: Trials, variants: Sequence[Variant], dealt: Any) -> dict[Any, Any]:
    """Score all cases by every variant, learned without each fold and without each pair of folds.

    A fit without two folds serves the choice inside both of them.
    """
    left_out = [*range(FOLDS), *_PAIRS]
    return {
        out: np.array([trials.fit(variant, np.flatnonzero(~np.isin(dealt, out))) for variant in variants])
        for out in left_out
    }


def _inside(without: dict[Any, Any], dealt: Any, outer: int) -> Any:
    """Give the log-odds of the cases outside of an outer fold, without its own fold and the outer one."""
    found = np.full_like(without[outer], np.nan)
    for inner in range(FOLDS):
        if inner != outer:
            found[:, dealt == inner] = without[min(inner, outer), max(inner, outer)][:, dealt == inner]
    return found


def _best_inside(results: Any, inside: Any, dealt: Any, outer: int) -> tuple[int, int]:
    """Name the variant, without or with a slope, whose log loss inside is lowest."""
    losses = np.zeros((len(inside), 2))
    for inner in range(FOLDS):
        if inner == outer:
            continue
        at, rest = dealt == inner, (dealt != inner) & (dealt != outer)
        level, slope = recalibration(results[rest], inside[:, rest], slope=True)
        sloped = level[:, None] + slope[:, None] * inside[:, at]
        losses += np.stack([loss(results[at], inside[:, at]), loss(results[at], sloped)], axis=1).sum(axis=2)
    variant, with_slope = np.unravel_index(losses.argmin(), losses.shape)
    return int(variant), int(with_slope)


def _chosen_slopes(trials: Trials, chosen: Variant, dealt: Any) -> list[float]:
    without = _fits(trials, [chosen], dealt)
    slopes = []
    for outer in range(FOLDS):
        rest = dealt != outer
        slopes.append(
            float(
                recalibration(trials.results[rest], _inside(without, dealt, outer)[0, rest], slope=True)[1][0]
            )
        )
    return slopes


def _base(results: Any, training: Any) -> float:
    share = results[training].mean()
    return float(np.log(share / (1.0 - share)))
