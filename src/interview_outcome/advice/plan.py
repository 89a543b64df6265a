"""The days of a plan: by when to thank, when to ask, from when silence counts as a no, and when to ask what decided it.

Each follows from what is known alone. Where it is past, it is due today, so that no day moves away from day to day.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from interview_outcome.advice.interviews_ahead import without
from interview_outcome.advice.situation import Situation
from interview_outcome.advice.timeline import timeline
from interview_outcome.advice.usual_wait import usual_days
from interview_outcome.advice.working_days import working_day
from interview_outcome.estimate import score
from interview_outcome.waiting import LAST_DAY

__all__ = ["Asking", "Plan"]

# Working days to wait where nothing was agreed (article G3: 4 to 5), and for an answer once you have asked.
PATIENCE = 5
# Working days on top after a very good sign (article A3: a few more days).
MORE_PATIENCE = 2
# Nobody expects thanks later than this many working days after the interview.
LATE_THANKS = 5
# A few days pass before what decided it is asked (article G6).
BEFORE_FEEDBACK = 3


class Asking(NamedTuple):
    """When to ask where you stand.

    ``day`` is not before today, ``first`` is the day of asking for the first time, today or not, ``answer_by`` that by
    which an answer has had its time. ``named`` says whether it follows a named day, ``again`` whether you asked already
    and have no answer, ``last`` whether that was the last time.
    """

    day: date | None
    first: date | None
    answer_by: date | None
    named: bool
    again: bool
    last: bool


class Plan(Situation):
    """The days that follow from a situation."""

    def thank_by(self) -> date | None:
        """Give the day by which to send thanks: the next working day, or today if that has passed."""
        interview = self.day("interviewed_on")
        return None if interview is None else self.not_before_today(self.later(interview, 1))

    @property
    def too_late_for_thanks(self) -> bool:
        """Whether the interview is too long ago for thanks, or it is time to ask where you stand."""
        interview, thanks, asking = self.day("interviewed_on"), self.thank_by(), self.asking.day
        if self.today is None:
            return False
        if interview is None or thanks is None:
            known = [day for key in ("contact_by", "contacted_on", "heard_on") if (day := self.day(key))]
            return bool(known) and min(known) <= self.today
        return self.today > self.later(interview, LATE_THANKS) or (asking is not None and thanks >= asking)

    @cached_property
    def asking(self) -> Asking:
        """The day on which to ask where you stand."""
        named, heard, asked = self.day("contact_by"), self.day("heard_on"), self.day("contacted_on")
        last_word = heard or self.day("interviewed_on")
        more = MORE_PATIENCE if self.very_good else 0
        pending = named is not None and (heard is None or heard < named)
        untold = named is None and heard is None  # whether a day was named, the answers may tell
        due: date | None = None
        if named is not None and pending:
            due = self.later(named, 1 + more)
        elif untold and (self.yes("contact_date_missed") or self.yes("contact_date_given")):
            pending = True  # on a day that the checklist does not tell
        elif last_word is not None:
            due = self.later(last_word, PATIENCE + more)
        first = due or (self.since and self.later(self.since, PATIENCE))
        answer_by = first and self.later(first, PATIENCE)
        if asked is None or (heard is not None and heard >= asked):
            passed = untold and self.yes("contact_date_missed")
            day = self.workday() if passed and self.today else self.not_before_today(due)
            return Asking(day, first, answer_by, pending, again=False, last=False)
        second = self.later(asked, PATIENCE)
        if answer_by is not None and asked >= answer_by:
            return Asking(None, first, second, pending, again=True, last=True)
        second = max(second, due or second)
        day = self.not_before_today(second)
        return Asking(day, first, self.later(second, PATIENCE), pending, again=True, last=False)

    @property
    def could_count_from(self) -> date | None:
        """The first day from which silence can count as a no, at any level: you could ask, and wait for an answer."""
        return self.asking.answer_by if self.since else None

    @cached_property
    def _unasked_counts_from(self) -> date | None:
        """The day from which silence would count as a no, had you not asked."""
        since, asked, first = self.since, self.day("contacted_on"), self.asking.first
        if since is None or first is None:
            return None
        known = without("contacted_on", self.known) if asked is not None and asked > since else self.known
        told = since + timedelta(usual_days(self.model, known))
        below = timeline(known, days=LAST_DAY, on=since, model=self.model).first_below(self.no_below)
        return working_day(max(min(below or told, told), self.later(first, PATIENCE)), self.holidays)

    @cached_property
    def counts_from(self) -> date | None:
        """The working day from which silence counts as a no, whatever day it is today.

        It is the first day on which the likelihood is below `no_below`, and at the latest the day by which
        most offers would have been told; but not before you have asked and waited for an answer.
        """
        days = [day for day in (self._unasked_counts_from, self.could_count_from) if day is not None]
        return max(days, default=None)

    @property
    def giving_up(self) -> tuple[date, float] | None:
        """The day on which to count the silence as a no, not before today, and the likelihood on it."""
        day = self.not_before_today(self.counts_from)
        return None if day is None else (day, score(self.known, on=day, model=self.model).likelihood)

    @property
    def outwaited(self) -> bool:
        """Whether the silence is to be counted as a no already."""
        return self.is_due(self.counts_from)

    @property
    def asked_out(self) -> bool:
        """Whether you asked after the silence counted as a no, or what decided it, and have no answer."""
        day, asked = (
            self.feedback_from if self.closed else self._unasked_counts_from,
            self.day("contacted_on"),
        )
        return self.asking.again and day is not None and asked is not None and asked >= day

    @property
    def feedback_from(self) -> date | None:
        """The day from which to ask what decided it: after a closed position, or after silence."""
        told = self.day("heard_on") or self.day("interviewed_on") if self.closed else self.counts_from
        return None if told is None else self.later(told, BEFORE_FEEDBACK)

    @property
    def feedback_on(self) -> date | None:
        """The day on which to ask what decided it, not before today."""
        return self.not_before_today(self.feedback_from)

    @property
    def may_ask(self) -> bool:
        """Whether to ask where you stand, on whichever day: there is a decision to come, and a question left."""
        if self.closed or self.next_round or self.asking.last or self.is_due(self.feedback_from):
            return False
        return not (self.outwaited and self.asking.again)

    @property
    def hurried(self) -> bool:
        """Whether you ask so late that the silence would count before an answer had its time."""
        day, counts = self.asking.day, self.counts_from
        if day is None or counts is None or self.outwaited or not self.may_ask:
            return False
        return self.later(day, PATIENCE) > counts
