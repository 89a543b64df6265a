"""What a letter takes from a checklist, and whether its time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.advice.working_days import said, working_days_after
from interview_outcome.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.checklist import Checklist

__all__ = ["facts_of", "too_soon"]

# Working days after which one may ask where nothing was agreed (article G3: 4 to 5).
PATIENCE = 4


def facts_of(known: Checklist) -> dict[str, str]:
    """Give the days that a letter names, in words, and how the matter ended where they did not choose another.

    Examples
    --------
    >>> from interview_outcome.checklist import parse
    >>> facts_of(parse({"interviewed_on": "2026-11-16", "contact_by": "2026-11-20"}))
    {'interviewed_on': 'Monday 16 November', 'contact_by': 'Friday 20 November'}
    >>> facts_of(parse({"contact_by": "2026-11-20", "heard_on": "2026-11-23", "position_irrelevant": True}))
    {'closed': 'closed', 'ended': 'closed'}
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
    for signal, end in (("position_irrelevant", "closed"), ("long_silence", "silent")):
        if known.answers.get(signal) is True:
            return facts | {end: end, "ended": end}
    return facts


def too_soon(known: Checklist, on: date | None) -> list[Problem]:
    """Say why it is not, or no more, the time to ask where an application stands (article G2, G3, F6)."""
    if known.answers.get("position_irrelevant") is True:
        message = "position_irrelevant is yes: they told you that the position is closed, so nothing is to be decided."
        return [Problem("closed", "position_irrelevant", True, message, "Choose feedback, or leave it out.")]
    context = known.context
    named, heard, asked = (context.get(key) for key in ("contact_by", "heard_on", "contacted_on"))
    if on is None:
        return []
    if named is not None and named >= on and (heard is None or heard < named):
        message = f"contact_by is {named}, the day that they named: it has not passed yet."
        hint = "Wait until the day after it; asking before the named day does harm."
        return [Problem("too_early", "contact_by", named, message, hint)]
    last = (
        "contacted_on"
        if asked and (heard is None or heard < asked)
        else "heard_on"
        if heard
        else "interviewed_on"
    )
    day = context.get(last)
    if day is None or (last == "interviewed_on" and named is not None):
        return []
    first = working_days_after(day, PATIENCE)
    if on >= first:
        return []
    message = f"{last} is {day}: fewer than {PATIENCE} working days have passed by {on}."
    hint = f"Write on {first} or later; where they named a day, give it as contact_by."
    return [Problem("too_early", last, day, message, hint)]
