"""What a letter takes from a checklist, and whether its time has come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from interview_outcome.advice.working_days import said, working_days_after
from interview_outcome.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.checklist import Checklist

__all__ = ["facts_of", "too_soon"]

# Working days after which one may ask where nothing was agreed (article G3: 4 to 5).
PATIENCE = 4
# Days without any word after which a letter says so: what `long_silence` asks for.
LONG_SILENCE = 14


def facts_of(known: Checklist, on: date | None = None) -> dict[str, str]:
    """Give the days that a letter names, in words, and how the matter ended where they did not choose another.

    Where ``on``, the day of the letter, comes more than two weeks after the interview and the named day, and no word
    since is known, no word ever came.

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
    if known.answers.get("long_silence") is True or _silent(known, on):
        return facts | {"silent": "silent", "ended": "silent"}
    return facts


def _silent(known: Checklist, on: date | None) -> bool:
    """Tell whether dates say that no word ever came."""
    waited: list[date] = [
        known.context[key] for key in ("interviewed_on", "contact_by") if key in known.context
    ]
    if on is None or not waited or "heard_on" in known.context:
        return False
    return on > max(waited) + timedelta(LONG_SILENCE)


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
