"""What a letter takes from a checklist, and whether its time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.advice.plan import Plan
from interview_outcome.advice.situation import NO_BELOW
from interview_outcome.advice.working_days import said, working_days_after
from interview_outcome.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.checklist import Checklist

__all__ = ["facts_of", "too_soon"]

# Working days after which one may ask where nothing was agreed (article G3: 4 to 5).
EARLIEST = 4
# Days that `long_silence` asks for: after fewer since their last word it no longer holds.
LONG_SILENCE = 14
# Answers that say that they were in touch after the interview, though not on which day.
IN_TOUCH = {
    ("called_by_phone", True), ("called_by_phone", False), ("contact_date_missed", False), ("decision_postponed", True),
    ("long_silence", False), ("quick_contact_after", True), ("quick_contact_after", False),
    ("references_requested", True), ("thank_you_answered", True),
}  # fmt: skip


def facts_of(known: Checklist, on: date | None = None) -> dict[str, str]:
    """Give the days that a letter names, in words, and how the matter ended where they did not choose another.

    They are taken to be silent where ``on``, the day of the letter, is not before the first day on which the advice
    could count that as a no.

    Examples
    --------
    >>> from datetime import date
    >>> from interview_outcome.checklist import parse
    >>> facts_of(parse({"interviewed_on": "2026-11-16", "contact_by": "2026-11-20"}))
    {'interviewed_on': 'Monday 16 November', 'contact_by': 'Friday 20 November'}
    >>> facts_of(parse({"contact_by": "2026-11-20", "heard_on": "2026-11-23", "position_irrelevant": True}))
    {'closed': 'closed', 'ended': 'closed'}
    >>> facts_of(parse({"interviewed_on": "2026-11-02"}), date(2026, 11, 20))
    {'interviewed_on': 'Monday 2 November', 'silent': 'silent', 'ended': 'silent'}
    >>> facts_of(parse({"heard_on": "2026-11-02"}), date(2026, 11, 20))
    {'taken': 'taken', 'ended': 'silent'}
    """
    days: dict[str, date] = {
        key: known.context[key] for key in ("interviewed_on", "contact_by") if key in known.context
    }
    heard, asked = known.context.get("heard_on"), known.context.get("contacted_on")
    if heard is not None and "contact_by" in days and heard >= days["contact_by"]:
        del days["contact_by"]  # they did keep in touch
    if asked is not None and (heard is None or heard < asked):
        days["contacted_on"] = asked
    facts = {key: said(day).rsplit(maxsplit=1)[0] for key, day in days.items()}  # without the year
    if known.answers.get("position_irrelevant") is True:
        return facts | {"closed": "closed", "ended": "closed"}
    if not _silent(known, on):
        return facts
    if heard is not None or IN_TOUCH & known.answers.items():
        return facts | {"taken": "taken", "ended": "silent"}
    return facts | {"silent": "silent", "ended": "silent"}


def _silent(known: Checklist, on: date | None) -> bool:
    """Tell whether no word came for so long that it is taken for a no."""
    heard = known.context.get("heard_on")
    told = known.answers.get("long_silence") is True
    if on is None or (told and (heard is None or (on - heard).days > LONG_SILENCE)):
        return told
    day = Plan.of(known, on, (), NO_BELOW, None).could_count_from
    return day is not None and on >= day


def too_soon(known: Checklist, on: date | None) -> list[Problem]:
    """Say why it is not, or no more, the time to ask where an application stands (article G2, G3, F6)."""
    if known.answers.get("position_irrelevant") is True:
        message = "position_irrelevant is yes: they told you that the position is closed, so nothing is to be decided."
        return [Problem("closed", "position_irrelevant", True, message, "Choose feedback, or leave it out.")]
    context = known.context
    named, heard, asked = (context.get(key) for key in ("contact_by", "heard_on", "contacted_on"))
    pending = None if heard is not None and named is not None and heard >= named else named
    if on is None and pending is not None:
        message = (
            f"on is missing: contact_by is {pending}, and the letter would say that this day has passed."
        )
        return [Problem("missing", "on", None, message, "Give the day of the letter, on=date.today().")]
    if on is None:
        return []
    if pending is not None and pending >= on:
        message = f"contact_by is {pending}, the day that they named: it has not passed yet."
        hint = "Wait until the day after it; asking before the named day does harm."
        return [Problem("too_early", "contact_by", named, message, hint)]
    if asked is not None and (heard is None or heard < asked):
        last = "contacted_on"
    elif pending is not None or (heard is None and known.answers.get("contact_date_missed") is True):
        return []  # the day that they named has passed
    else:
        last = "heard_on" if heard else "interviewed_on"
    day = context.get(last)
    if day is None:
        return []
    first = working_days_after(day, EARLIEST)
    if on >= first:
        return []
    message = f"{last} is {day}: fewer than {EARLIEST} working days have passed by {on}."
    hint = f"Write on {first} or later; where they named a day, give it as contact_by."
    return [Problem("too_early", last, day, message, hint)]
