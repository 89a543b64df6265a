"""Days on which somebody is in the office, and how a day is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from interview_outcome.checklist_values import parse_date
from interview_outcome.errors import OutcomeError, Problem, shown

__all__ = ["parse_holidays", "said", "working_day", "working_days_after"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SATURDAY = 5
# (month, day) on which offices rest nearly everywhere.
_RESTING = frozenset({(1, 1), (12, 25)})


def said(day: date) -> str:
    """Say a day in words; ``strftime`` would speak the language of the computer.

    Examples
    --------
    >>> said(date(2026, 11, 16))
    'Monday 16 November 2026'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def working_day(day: date, holidays: frozenset[date] = frozenset()) -> date:
    """Give a day itself if it is a working day, else the next one that is.

    Saturdays, Sundays, 25 December and 1 January are none, nor are the given holidays.

    Examples
    --------
    >>> working_day(date(2026, 12, 25))  # a Friday
    datetime.date(2026, 12, 28)
    >>> working_day(date(2026, 12, 28), frozenset({date(2026, 12, 28)}))
    datetime.date(2026, 12, 29)
    """
    while day.weekday() >= _SATURDAY or (day.month, day.day) in _RESTING or day in holidays:
        if day == date.max:
            message = "holidays leave no working day to the end of the calendar."
            raise OutcomeError([Problem("bad_holidays", "holidays", None, message, "Give fewer of them.")])
        day += timedelta(1)
    return day


def working_days_after(day: date, count: int, holidays: frozenset[date] = frozenset()) -> date:
    """Give the working day that comes so many working days after a day.

    Examples
    --------
    >>> working_days_after(date(2026, 11, 20), 1), working_days_after(date(2026, 11, 16), 5)
    (datetime.date(2026, 11, 23), datetime.date(2026, 11, 23))
    """
    for _ in range(count):
        day = working_day(day + timedelta(1), holidays)
    return day


def parse_holidays(holidays: Any) -> frozenset[date]:
    """Check the days on which nobody works.

    Parameters
    ----------
    holidays : iterable of dates or ISO strings
        Besides Saturdays, Sundays, 25 December and 1 January.

    Raises
    ------
    OutcomeError
        With every one that is not a date.

    Examples
    --------
    >>> sorted(parse_holidays(["2026-12-25", date(2026, 12, 28)]))
    [datetime.date(2026, 12, 25), datetime.date(2026, 12, 28)]
    """
    try:
        days = None if isinstance(holidays, str | bytes) else list(holidays)
    except Exception:  # noqa: BLE001  whatever a stranger's object raises
        days = None
    if days is None:
        message = f"holidays is {shown(holidays)}; allowed: a list of dates."
        raise OutcomeError([Problem("bad_holidays", "holidays", holidays, message, 'Write ["2026-12-25"].')])
    found: set[date] = set()
    problems: list[Problem] = []
    for number, value in enumerate(days):
        try:
            day = parse_date(f"holidays[{number}]", value)
        except OutcomeError as error:
            problems += error.problems
        else:
            found |= {day} if day else set()
    if problems:
        raise OutcomeError(problems)
    return frozenset(found)
