"""Where a candidate stands: what is known, what day it is, and the days that follow from both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from interview_outcome.advice.arguments import checked
from interview_outcome.advice.interviews_ahead import planned, unseen, without_interview
from interview_outcome.advice.timeline import BEHIND, STARTS, timeline
from interview_outcome.advice.working_days import parse_holidays, working_day, working_days_after
from interview_outcome.arguments import parse_share
from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.estimate import score
from interview_outcome.waiting import LAST_DAY, still_waiting

if TYPE_CHECKING:
    from interview_outcome.checklist import Checklist
    from interview_outcome.model import Model

__all__ = ["Asking", "Situation", "usual_days"]

# Working days to wait where nothing was agreed (article G3: 4 to 5), and for an answer once you have asked.
PATIENCE = 5
# Working days on top after a very good sign (article A3: a few more days).
MORE_PATIENCE = 2
# Nobody expects thanks later than this many working days after the interview.
LATE_THANKS = 5
# The wait has outlasted the usual one when no more than this share of offers is still to be told: the first
# where silence is a no by itself, since they call only if the answer is yes (article A10).
STILL_OPEN = {True: 0.25, False: 0.1}


class Asking(NamedTuple):
    """When to ask where you stand, since when it was due, whether after a named day, and whether again."""

    day: date | None
    due: date | None
    named: bool
    again: bool


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
    def of(cls, checklist: Any, on: Any, holidays: Any, no_below: Any, model: Any) -> Situation:
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
        given = checklist if coming is None else without_interview(coming)
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

    def thank_by(self) -> date | None:
        """Give the day by which to send thanks: the next working day, or today if that has passed."""
        interview = self.day("interviewed_on")
        return None if interview is None else self._not_before_today(self._later(interview, 1))

    @property
    def too_late_for_thanks(self) -> bool:
        """Whether the interview is too long ago for thanks, or it is time to ask where you stand."""
        interview, thanks, asking = self.day("interviewed_on"), self.thank_by(), self.asking().day
        if self.today is None:
            return False
        if interview is None or thanks is None:
            known = [day for key in ("contact_by", "contacted_on", "heard_on") if (day := self.day(key))]
            return bool(known) and min(known) <= self.today
        return self.today > self._later(interview, LATE_THANKS) or (asking is not None and thanks >= asking)

    def asking(self) -> Asking:
        """Give the day on which to ask where you stand."""
        named, heard, asked = self.day("contact_by"), self.day("heard_on"), self.day("contacted_on")
        last_word = heard or self.day("interviewed_on")
        more = MORE_PATIENCE if self.very_good else 0
        pending = named is not None and (heard is None or heard < named)
        day: date | None = None
        if named is not None and pending:
            day = self._later(named, 1 + more)
        elif named is None and heard is None and self.yes("contact_date_missed"):
            pending, day = True, self.today and self._workday()  # it has passed, whichever it was
        elif named is None and heard is None and self.yes("contact_date_given"):
            pending = True  # on a day that the checklist does not tell
        elif last_word is not None:
            day = self._later(last_word, PATIENCE + more)
        again = asked is not None and (heard is None or heard < asked)
        if asked is not None and again:
            second = self._later(asked, PATIENCE)
            day = second if day is None else max(day, second)
        return Asking(self._not_before_today(day), day, pending, again)

    @cached_property
    def giving_up(self) -> tuple[date, float] | None:
        """The working day from which to count the silence as a no, and the likelihood on it.

        It is the first day on which the likelihood is below `no_below`, and at the latest the day by which
        most offers would have been told. Where that lies ahead, it is not before you have asked and waited for
        an answer; where it is past, it is today.
        """
        starts = [day for day in map(self.day, STARTS) if day is not None]
        if not starts:
            return None
        since = max(starts)
        first = max(since, self.today or since)
        below = timeline(self.known, days=LAST_DAY, on=first, model=self.model).first_below(self.no_below)
        told = since + timedelta(usual_days(self.model, self.known))
        asking = self.asking()
        # Where they named a day that the checklist does not tell, you ask a while after the last word.
        due = asking.due or self._later(since, PATIENCE)
        day = max(min(below or told, told), self._later(due, PATIENCE))
        if self.today is None or day > self.today:
            day = max(day, self._later(asking.day or due, PATIENCE))
        day = working_day(max(day, first), self.holidays)
        return day, score(self.known, on=day, model=self.model).likelihood

    @property
    def outwaited(self) -> bool:
        """Whether the silence is to be counted as a no already."""
        return self.giving_up is not None and self.today is not None and self.giving_up[0] <= self._workday()

    def some_days_after(self, day: date | None) -> date | None:
        """Give the day for a question that is better asked a few days later (article G6), not before today."""
        return None if day is None else self._not_before_today(self._later(day, 3))

    def _workday(self) -> date:
        """Give today, or the next working day."""
        return working_day(self.today or date.max, self.holidays)

    def _later(self, day: date, count: int) -> date:
        return working_days_after(day, count, self.holidays)

    def _not_before_today(self, day: date | None) -> date | None:
        if day is None or self.today is None or day >= self.today:
            return day
        return working_day(self.today, self.holidays)


def usual_days(model: Model, known: Checklist) -> int:
    """Give the days without a word after which most offers, of those that are told at all, were told.

    Most are nine in ten, and three in four where they call only if the answer is yes.

    Examples
    --------
    >>> from interview_outcome.checklist import parse
    >>> from interview_outcome.model import shipped
    >>> fast, slow = (usual_days(shipped(), parse({"pace": pace})) for pace in ("fast", "slow"))
    >>> 7 < fast < slow < 120
    True
    """
    curve, context = model.waiting, known.context
    waits = curve.offers[context.get("pace", "usual")]._replace(never=0.0)
    shift = curve.stage_shift.get(context.get("stage", "unknown"), 0.0)
    days = range(1, LAST_DAY)
    still_open = STILL_OPEN[known.answers.get("no_call_if_refused") is True]
    return next((day for day in days if still_waiting(waits, day, shift) <= still_open), LAST_DAY)
