"""Days without an answer, as evidence: the waiting curve.

The log-odds of silence are log S(t | offer) - log S(t | refusal), where S(t) is the probability that the wait
is at least t days. Waits that end are lognormal; some never end. Sources: ``data/published.toml`` and
``data/wait_times.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import erfc, log, sqrt
from typing import NamedTuple

__all__ = ["LAST_DAY", "WaitingCurve", "Waits", "still_waiting"]

# After a year nothing more is learned from one more day.
LAST_DAY = 365


class Waits(NamedTuple):
    """How long answers take: the logarithm of the days is normal, and some never come.

    Parameters
    ----------
    log_mean, log_sd : float
        Mean and standard deviation of the natural logarithm of the days.
    never : float
        Share that is never answered, in [0, 1].
    """

    log_mean: float
    log_sd: float
    never: float


def still_waiting(waits: Waits, days: float, shift: float = 0.0) -> float:
    """Give the probability that no answer has come for at least some days.

    Parameters
    ----------
    waits : Waits
        The distribution.
    days : float
        Days without a word.
    shift : float
        Added to the mean of the logarithm.

    Examples
    --------
    >>> waits = Waits(log_mean=2.0, log_sd=1.0, never=0.1)
    >>> [round(still_waiting(waits, days), 3) for days in (0, 7.389056, 365)]
    [1.0, 0.55, 0.1]
    """
    if days <= 0:
        return 1.0
    later = 0.5 * erfc((log(days) - waits.log_mean - shift) / (waits.log_sd * sqrt(2.0)))
    return waits.never + (1.0 - waits.never) * later


@dataclass(frozen=True)
class WaitingCurve:
    """What each day without a word says about the offer.

    Parameters
    ----------
    offers : dict of str to Waits
        By pace of the employer: fast, usual, slow.
    refusals : Waits
        One for every pace: no source tells refusals of slow and fast employers apart.
    stage_shift : dict of str to float
        Added to the mean logarithm of the wait for an offer, by stage.
    relative_sd : float
        Standard deviation of the curve as a share of its size: how far its sources disagree.

    Examples
    --------
    >>> curve = WaitingCurve({"usual": Waits(2.0, 1.0, 0.02)}, Waits(2.0, 1.0, 0.35), {}, 0.5)
    >>> [round(curve.log_odds(days, "unknown", "usual"), 3) for days in (0, 7, 14, 28)]
    [0.0, -0.26, -0.633, -1.318]
    """

    offers: dict[str, Waits]
    refusals: Waits
    stage_shift: dict[str, float]
    relative_sd: float

    def log_odds(self, days: int, stage: str, pace: str, *, only_if_positive: bool = False) -> float:
        """Give the log-odds of so many days of silence: 0 on day 0, never rising, not floored.

        Parameters
        ----------
        days : int
            Days without a word.
        stage : str
            The round behind the candidate, or "unknown".
        pace : {"fast", "usual", "slow"}
            How fast this kind of employer answers.
        only_if_positive : bool
            They call only if the answer is yes (article A10, C9), so that silence is certain after a refusal.
        """
        return self.days(stage, pace, only_if_positive)[min(days, LAST_DAY)]

    def days(self, stage: str, pace: str, only_if_positive: bool) -> tuple[float, ...]:  # noqa: FBT001  a table key
        """Give the log-odds of silence for each day from 0 to `LAST_DAY`."""
        key = (self.stage_shift.get(stage, 0.0), pace, only_if_positive)
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = self._table(*key)
        return table

    @cached_property
    def _tables(self) -> dict[tuple[float, str, bool], tuple[float, ...]]:
        return {}

    def _table(self, shift: float, pace: str, only_if_positive: bool) -> tuple[float, ...]:  # noqa: FBT001
        lowest = 0.0
        table = [lowest]
        for day in range(1, LAST_DAY + 1):
            refusal = 1.0 if only_if_positive else still_waiting(self.refusals, day)
            lowest = min(lowest, log(still_waiting(self.offers[pace], day, shift)) - log(refusal))
            table.append(lowest)
        return tuple(table)
