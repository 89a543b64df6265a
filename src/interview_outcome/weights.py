"""What one answer weighs, and how the weights vary together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from interview_outcome.features import FEATURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_outcome.features import Feature

__all__ = ["STOPPED", "Covariance", "Weight"]

# The note of a weight that a fit would have carried over to the other side.
STOPPED = "The interviews point the other way, so the weight stops at 0."


class Weight(NamedTuple):
    """The weight of one answer, and what it rests on.

    Parameters
    ----------
    signal : str
        The signal.
    answer : bool
        The answer that it is the weight of.
    weight, sd : float
        Log-odds, and the standard deviation of the posterior.
    published, published_sd : float
        Mean and standard deviation of the prior: published evidence after the global factor.
    published_interviews : float
        How many interviews the published evidence is worth, (2 + e^m + e^-m) / s^2.
    offers, refusals : int
        Coded interviews with this answer, by result.
    case_weight : float
        What these interviews count for: an account told afterwards counts less than a diary.
    note : str
        What is unusual about it, such as a sign that was stopped at 0.

    Examples
    --------
    >>> from interview_outcome.model import shipped
    >>> weight = shipped().weights["test_passed", False]
    >>> weight.signal, weight.answer, weight.offers, weight.refusals, weight.weight < 0, weight.note
    ('test_passed', False, 5, 20, True, '')
    """

    signal: str
    answer: bool
    weight: float
    sd: float
    published: float
    published_sd: float
    published_interviews: float
    offers: int
    refusals: int
    case_weight: float
    note: str = ""


@dataclass(frozen=True)
class Covariance:
    """Posterior covariance of the weights: a diagonal plus signed factors.

    ``covariance[i, j] = diagonal[i] * (i == j) + sum_k signs[k] * factors[k][i] * factors[k][j]``, in the order
    of `FEATURES`.
    """

    diagonal: tuple[float, ...]
    factors: tuple[tuple[float, ...], ...]
    signs: tuple[float, ...]

    def quadratic(self, shares: Mapping[Feature, float]) -> float:
        """Give the variance of the log-odds that some shares of weights add up to."""
        diagonal, rows = self.diagonal, self._rows
        total = 0.0
        sums = [0.0] * len(self.signs)
        for feature, share in shares.items():
            index = _INDEX[feature]
            total += share * share * diagonal[index]
            row = rows[index]
            if row is not None:
                sums = [old + share * value for old, value in zip(sums, row, strict=True)]
        return total + sum([sign * value * value for sign, value in zip(self.signs, sums, strict=True)])

    @cached_property
    def _rows(self) -> tuple[tuple[float, ...] | None, ...]:
        columns = zip(*self.factors, strict=True) if self.factors else ((),) * len(self.diagonal)
        return tuple(row if any(row) else None for row in columns)


_INDEX = {feature: number for number, feature in enumerate(FEATURES)}
