"""Where a candidate stands: what is known, and what day it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from interview_outcome.advice.arguments import checked, far_days
from interview_outcome.advice.interviews_ahead import planned, unseen, without
from interview_outcome.advice.timeline import BEHIND, STARTS
from interview_outcome.advice.working_days import parse_holidays, working_day, working_days_after
from interview_outcome.arguments import parse_share
from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.estimate import score

if TYPE_CHECKING:
    from interview_outcome.checklist import Checklist
    from interview_outcome.model import Model

__all__ = ["NO_BELOW", "Situation"]

# The likelihood below which silence is counted as a no, unless told otherwise.
NO_BELOW = 0.1


@dataclass(frozen=True)
class Situation:
    """What advice goes by.

    Parameters
    ----------
    known : Checklist
        What was seen.
    today : date or None
        The day of the question, or else the latest day that is known to lie behind.
    ahead : bool
        Whether the interview may still lie ahead: nothing was seen of it.
    holidays : frozenset of date
        Days on which nobody works, besides weekends, 25 December and 1 January.
    no_below : float
        The likelihood below which silence is to be counted as a no.
    model : Model
        Where likelihoods come from.
    """

    known: Checklist
    today: date | None
    ahead: bool
    holidays: frozenset[date]
    no_below: float
    model: Model

    @classmethod
    def of(cls, checklist: Any, on: Any, holidays: Any, no_below: Any, model: Any) -> Self:
        """Check everything that a user gave, and raise all that is wrong at once."""
        problems: list[Problem] = []
        days_off: frozenset[date] = frozenset()
        try:
            days_off = parse_holidays(holidays)
        except OutcomeError as error:
            problems += error.problems
        try:
            no_below = parse_share("no_below", no_below, "Write 0.1 for 10%.")
        except OutcomeError as error:
            problems += error.problems
        coming = planned(checklist, on)
        given = checklist
        if coming is not None:
            given = without("interviewed_on", coming)
            problems += far_days({"interviewed_on": coming.context["interviewed_on"]})
        known, day, model = checked(given, on, model, problems)
        known = coming or known
        behind = [known.context[key] for key in BEHIND if key in known.context]
        ahead = coming is not None or unseen(known, day)
        return cls(known, day or max(behind, default=None), ahead, days_off, no_below, model)

    def day(self, key: str) -> date | None:
        """Give a date of the checklist, or None."""
        found: date | None = self.known.context.get(key)
        return found

    def yes(self, signal: str) -> bool:
        """Say whether a signal was answered yes."""
        return self.known.answers.get(signal) is True

    @property
    def closed(self) -> bool:
        """Whether they said that the position is no longer open."""
        return self.yes("position_irrelevant")

    @property
    def next_round(self) -> bool:
        """Whether a further round is arranged, so that there is nothing to ask for yet."""
        arranged = self.yes("next_round_scheduled") and self.known.context.get("stage") != "final"
        return arranged and not self.closed

    @property
    def thanked(self) -> bool:
        """Whether a letter of thanks was sent: what was answered, or left unanswered, was."""
        sent = self.known.answers.get("thank_you_sent")
        return "thank_you_answered" in self.known.answers if sent is None else sent

    @property
    def very_good(self) -> bool:
        """Whether a named day, stated interest, a passed test and friendliness came together (article A3)."""
        return "strong_finish" in self.model.features(self.known).combinations

    @property
    def likelihood(self) -> float:
        """The likelihood of an offer today."""
        interview = self.day("interviewed_on")
        counted = self.today if interview is None or (self.today and self.today >= interview) else None
        return score(self.known, on=counted, model=self.model).likelihood

    @property
    def since(self) -> date | None:
        """The day from which silence is counted."""
        return max((day for day in map(self.day, STARTS) if day is not None), default=None)

    def later(self, day: date, count: int) -> date:
        """Give the working day so many working days after a day."""
        return working_days_after(day, count, self.holidays)

    def workday(self) -> date:
        """Give today, or the next working day."""
        return working_day(self.today or date.max, self.holidays)

    def not_before_today(self, day: date | None) -> date | None:
        """Give a day, or the next working day where it is past."""
        if day is None or self.today is None or day >= self.today:
            return day
        return self.workday()

    def is_due(self, day: date | None) -> bool:
        """Say whether a day has come."""
        return day is not None and self.today is not None and day <= self.workday()
