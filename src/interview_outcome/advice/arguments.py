"""What the questions, the wait and the advice check alike before they start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_outcome.checklist import Checklist, parse
from interview_outcome.checklist_values import LAST_YEAR, parse_day
from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.estimate import score
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

__all__ = ["checked", "far_days"]


def checked(
    checklist: Any, on: Any, model: Any, problems: Iterable[Problem] = ()
) -> tuple[Checklist, date | None, Model]:
    """Give the checklist, the day and the model, or raise all that is wrong at once.

    Parameters
    ----------
    checklist, on, model : object
        As a user gave them.
    problems : iterable of Problem
        What is wrong with the other arguments.
    """
    found = list(problems)
    try:
        score(checklist, on=on, model=model)
    except OutcomeError as error:
        raise OutcomeError([*found, *error.problems]) from None
    known = parse(checklist)
    day = parse_day(on)
    found += far_days(known.context | {"on": day})
    if found:
        raise OutcomeError(found)
    return known, day, model or shipped()


def far_days(values: Mapping[str, Any]) -> list[Problem]:
    """Find the days so near the end of the calendar that nothing could be counted from them.

    >>> from datetime import date
    >>> [problem.path for problem in far_days({"on": date(2026, 11, 16), "contact_by": date(9999, 12, 31)})]
    ['contact_by']
    """
    return [
        Problem("bad_date", key, value, f"{key} is {value}; allowed: a day before the year {LAST_YEAR}.",
                "Mend the year.")
        for key, value in values.items()
        if getattr(value, "year", 0) >= LAST_YEAR
    ]  # fmt: skip
