"""Days that are named by their date: "Thursday 5 November", "the 14th", "5 January 2028", "Thu 5/11"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MONTH", "MONTHS", "NAMED_DAY", "WEEKDAY", "WEEKDAYS", "YEAR_NAMED", "day_gone_by", "day_to_come"]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|rs|sday|nesday|day|urday|urs|rsday|ursday|nes)?s? "
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)? "
YEAR_NAMED = r"(?:(?P<year>(?:19|20)\d\d) )?"
YEAR, TWO_MONTHS = 366, 62  # days within which a date with a month, or without one, is looked for
CENTURY = 2000  # of a year in two digits
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)? "
_MONTH_FIRST = MONTH.replace("<month>", "<month_first>") + "(?:the )?" + _DAY.replace("<day>", "<day_last>")
_DAY_ALONE = (
    r"(?(weekday)(?:the )?|the )(?P<day_alone>\d{1,2})(?:st|nd|rd|th) (?!round|interview|stage|time|floor)"
)
_IN_NUMBERS = r"(?:the )?(?P<numbers>\d{1,2}/\d{1,2}(?:/(?:20)?\d\d)?) "
NAMED_DAY = re.compile(
    rf" (?:{WEEKDAY})?"
    rf"(?:(?:the )?(?:{_DAY}(?:of )?{MONTH}|{_MONTH_FIRST}){YEAR_NAMED}|{_IN_NUMBERS}|{_DAY_ALONE})"
)


def day_to_come(match: re.Match[str], base: date) -> date | None:
    """Give the day that a match of `NAMED_DAY` names, on or after a day; None where there is none.

    Examples
    --------
    >>> monday = date(2026, 11, 16)
    >>> named = " thursday 19 november ", " 5 january 2028 ", " tuesday 19 november ", " 19 november 2025 "
    >>> [str(day_to_come(NAMED_DAY.search(words), monday)) for words in named]
    ['2026-11-19', '2028-01-05', 'None', 'None']
    """
    return next((day for day in _days(match, base, 1) if _is_named(match, day)), None)


def day_gone_by(match: re.Match[str], on: date) -> date | None:
    """Give the day that a match of `NAMED_DAY` names, on or before a day; None where there is none."""
    return next((day for day in _days(match, on, -1) if _is_named(match, day)), None)


def _days(match: re.Match[str], base: date, step: int) -> Iterator[date]:
    """Give the days, from a day on or back, among which the named one is looked for."""
    numbers = (match["numbers"] or "").split("/")
    year = match["year"] or (numbers[2] if len(numbers) > 2 else "")
    if year:
        first = date(int(year) % CENTURY + CENTURY if len(year) == 2 else int(year), 1, 1)
        named = (first + timedelta(ahead) for ahead in range(YEAR))
        yield from (day for day in named if day.year == first.year and step * (day - base).days >= 0)
        return
    with_month = match["month"] or match["month_first"] or match["numbers"]
    yield from (base + timedelta(step * days) for days in range(YEAR if with_month else TWO_MONTHS))


def _is_named(match: re.Match[str], day: date) -> bool:
    """Tell whether a day is the one named; a weekday that does not fit a date makes it no day at all."""
    weekday = match["weekday"]
    if weekday and WEEKDAYS[day.weekday()] != weekday:
        return False
    if match["numbers"]:
        return (day.day, day.month) in _day_and_month(match["numbers"], settled=bool(weekday))
    month = match["month"] or match["month_first"]
    named = match["day"] or match["day_last"] or match["day_alone"]
    return day.day == int(named) and (not month or MONTHS[day.month - 1] == month)


def _day_and_month(numbers: str, *, settled: bool) -> set[tuple[int, int]]:
    """Give what "5/11" can mean; only a weekday settles which of the two is the month."""
    first, second = (int(number) for number in numbers.split("/")[:2])
    ways = {(day, month) for day, month in ((first, second), (second, first)) if month <= len(MONTHS)}
    return ways if settled or len(ways) == 1 else set()
