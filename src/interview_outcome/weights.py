"""What one answer weighs, what it adds to an estimate, and how the weights vary together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from interview_outcome.features import FEATURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_outcome.features import Feature

__all__ = ["STOPPED", "Contribution", "Covariance", "Weight"]

# The note of a weight that a fit would have carried over to the other side.
STOPPED = "The interviews point the other way, so the weight stops at 0."


class Weight(NamedTuple):
    """The weight of one answer in a model, and what it rests on.

    An answer has three weights: the published one of the catalogue, `Signal.weight_yes` or `Signal.weight_no`; the
    scaled one, from which learning started; and the one in the model.

    Parameters
    ----------
    signal : str
        The signal.
    answer : bool
        The answer that it is the weight of.
    weight, sd : float
        The weight in the model, in log-odds, and its standard deviation.
    scaled, scaled_sd : float
        The published weight times the global factor, and its standard deviation times the width factor. `fit`, which
        starts from the weight in another model, leaves both as they are.
    published_interviews : float
        How many interviews the published evidence, so scaled, is worth: (2 + e^m + e^-m) / s^2.
    offers, refusals : int
        Interviews with this answer, by result: those coded from accounts, and in a fitted model your own as well.
    case_weight : float
        What these interviews count for. Those in which the rules set the answer aside, or that it does not learn from,
        count nothing, and a coded one half if its account was written after the result; all others count 1.
    note : str
        What is unusual about it, such as a sign that was stopped at 0.

    Examples
    --------
    >>> from interview_outcome import shipped, signals
    >>> weight = shipped().weights["test_passed", False]
    >>> weight.signal, weight.answer, weight.offers, weight.refusals, weight.weight < 0, weight.note
    ('test_passed', False, 5, 20, True, '')
    >>> round(weight.scaled / signals["test_passed"].weight_no, 6) == shipped().provenance["settings"]["global_factor"]
    True
    """

    signal: str
    answer: bool
    weight: float
    sd: float
    scaled: float
    scaled_sd: float
    published_interviews: float
    offers: int
    refusals: int
    case_weight: float
    note: str = ""

    @property
    def stopped(self) -> bool:
        """Whether the interviews would carry the weight over to the other side, and it stopped at 0."""
        return self.weight == 0.0 and "stops at 0" in self.note


class Contribution(NamedTuple):
    """What one feature, combination or silence adds to the log-odds, and how unsure that is.

    Parameters
    ----------
    code : str
        The signal, "silence", or the code of the combination.
    answer : bool or None
        The answer that counts; None for silence and combinations.
    log_odds, sd : float
        What it adds, and the standard deviation of that.
    days : int
        How long the silence is.
    """

    code: str
    answer: bool | None
    log_odds: float
    sd: float
    days: int = 0


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
