"""Interviews that may still lie ahead: nothing was seen of them yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist, parse
from interview_outcome.checklist_values import parse_day
from interview_outcome.errors import OutcomeError

if TYPE_CHECKING:
    from datetime import date

__all__ = ["planned", "unseen", "without"]


def planned(checklist: Any, on: Any) -> Checklist | None:
    """Give a checklist whose interview lies after the day of the question, and of which nothing was seen yet.

    Whatever is wrong with the arguments is told later, together with all the rest.
    """
    try:
        known, day = parse(checklist), parse_day(on)
    except OutcomeError:
        return None
    interview = known.context.get("interviewed_on")
    ahead = day is not None and interview is not None and interview > day and not _seen(known)
    return known if ahead else None


def without(day: str, known: Checklist) -> Checklist:
    """Give a checklist without one of its days."""
    return Checklist(known.answers, {key: value for key, value in known.context.items() if key != day})


def _seen(known: Checklist) -> bool:
    return any(signals[signal].phase != "context" for signal in known.answers)


def unseen(known: Checklist, day: date | None) -> bool:
    """Say whether the interview may be today, or on a day that is not known: no answer, no later date."""
    context = known.context
    interview = context.get("interviewed_on")
    later = any(key in context for key in ("contact_by", "contacted_on", "heard_on"))
    return not _seen(known) and not later and (day is None or interview is None or interview >= day)
