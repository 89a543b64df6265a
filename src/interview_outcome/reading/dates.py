"""Days that a note names: "by Friday", "in two weeks", "on the 14th", counted from a known day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from interview_outcome.reading.named_days import (
    MONTH,
    MONTHS,
    NAMED_DAY,
    WEEKDAY,
    WEEKDAYS,
    YEAR_NAMED,
    day_gone_by,
    day_to_come,
)
from interview_outcome.reading.phrasebook import read_table
from interview_outcome.reading.scene import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["date_after", "date_before"]

PARTS = {
    "early": 10,
    "beginning": 10,
    "start": 10,
    "first": 7,
    "second": 14,
    "third": 21,
    "mid": 20,
    "middle": 20,
}
ORDINALS = ("first", "second", "third", "fourth")
FRIDAY = 4
_NUMBERS = read_table("numbers.toml")["numbers"] | {"couple": 2, "few": 4, "several": 5, "half": 0.5}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>hour|day|week|fortnight|month)s? "
_PART = (
    r"(?P<part>early|beginning of|start of|(?:first|second|third) week of|mid|middle of|late|end of|close of"
    r"|last week of) (?:in )?(?:the |this )?"
)


def date_after(words: str, base: date) -> date | None:
    """Give the latest day that words can mean, on or after a day; None where they name none.

    Parameters
    ----------
    words : str
        Plain words, each followed by a space (as in `text.Sentence.line`).
    base : date
        The day from which they count.

    Examples
    --------
    >>> monday = date(2026, 11, 16)
    >>> [date_after(f" {words} ", monday).isoformat() for words in ("by friday", "in two weeks", "on the 14th")]
    ['2026-11-20', '2026-11-30', '2026-12-14']
    """
    found = [(match, rule) for form, rule in _FORMS if (match := form.search(words))]
    if not found:
        return None
    match, rule = min(found, key=lambda place: (place[0].start(), -place[0].end()))
    return rule(match, base)


def date_before(words: str, on: date) -> date | None:
    """Give the day that words look back to, on or before a day; None where they name none.

    Examples
    --------
    >>> friday = date(2026, 11, 20)
    >>> [date_before(f" {words} ", friday).isoformat() for words in ("yesterday", "on tuesday", "two weeks ago")]
    ['2026-11-19', '2026-11-17', '2026-11-06']
    """
    if re.search(" (?:today|this (?:morning|afternoon|evening)|tonight|just now) ", words):
        return on
    if re.search(" (?:yesterday|last night) ", words):
        return on - timedelta(1)
    if match := re.search(rf" {_COUNT} (?:of )?{_UNIT}ago ", words):
        return on - _span(match["count"], match["unit"])
    if match := NAMED_DAY.search(words):
        return day_gone_by(match, on)
    if match := re.search(f" (?P<last>last )?{WEEKDAY}", words):
        back = (on.weekday() - WEEKDAYS.index(match["weekday"])) % 7
        return on - timedelta(back + 7 if match["last"] and back <= 1 else back)
    return None


def _in_week_of(match: re.Match[str], base: date) -> date | None:
    """Give the Friday of the week in which a date lies: "the week commencing 7 December"."""
    named = NAMED_DAY.match(" " + match.string[match.end() :])
    day = day_to_come(named, base) if named else None
    return day + timedelta(FRIDAY - day.weekday()) if day and day.weekday() <= FRIDAY else day


def _weekday_of_month(match: re.Match[str], base: date) -> date | None:
    """Give the day of "the first Monday of December", unless it is past."""
    month = MONTHS.index(match["month"]) + 1
    first = date(_year(match, base, month), month, 1)
    ahead = (WEEKDAYS.index(match["weekday"]) - first.weekday()) % 7
    day = first + timedelta(ahead + 7 * ORDINALS.index(match["which"]))
    return day if day >= base else None


def _no_day(_match: re.Match[str], _base: date) -> None:
    """Give no day where it cannot be told which is meant: "the Monday after", "the week after that"."""


def _on_weekday(match: re.Match[str], base: date) -> date:
    """Friday: the next one; next Friday: that of the next week; Friday week: a week after the next one."""
    ahead = (WEEKDAYS.index(match["weekday"]) - base.weekday() - 1) % 7 + 1
    if match["next"] or match["of_next"]:
        ahead = 7 - base.weekday() + WEEKDAYS.index(match["weekday"])
    weeks = 2 if match["fortnight_on"] else 1 if match["week"] or match["week_on"] else 0
    return base + timedelta(ahead + 7 * weeks)


def _on_the_day(match: re.Match[str], base: date) -> date | None:
    """Give the day that follows the match: "week ending 27 November"."""
    return date_after(" " + match.string[match.end() :], base)


def _after_day(match: re.Match[str], base: date) -> date | None:
    """Count from the day that follows the match: "two weeks from Friday"."""
    day = _on_the_day(match, base)
    return _later(day, _span(match["count"], match["unit"]), working=bool(match["working"])) if day else None


def _after_span(match: re.Match[str], base: date) -> date:
    """Count from a day, by the longer of two spans: "a week or two", "a week or ten days"."""
    span = _span(match["count"], match["unit"])
    if match["more"]:
        span = max(span, _span(match["more"], match["more_unit"] or match["unit"]))
    return _later(base, span, working=bool(match["working"]))


def _span(count: str, unit: str) -> timedelta:
    days = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30}[unit]
    return timedelta(round(float(_NUMBERS.get(count, 0) or count) * days + 0.49))


def _later(base: date, span: timedelta, *, working: bool) -> date:
    """Give the day after a span, of working days or of all; working days at a weekend count from the Friday before."""
    if not working:
        return base + span
    start = base - timedelta(max(0, base.weekday() - FRIDAY))
    weeks, rest = divmod(span.days, 5)
    return max(base, start + timedelta(7 * weeks + rest + (2 if start.weekday() + rest > FRIDAY else 0)))


def _in_week(match: re.Match[str], base: date) -> date:
    """Give the last working day of this week or the next, or its middle."""
    ahead = 14 if match["after_next"] else 7 if match["which"] in ("next", "following") else 0
    last = {"mid": 2, "middle": 2, "early": 1, "beginning": 1, "start": 1}.get(
        (match["part"] or "").split(" ", maxsplit=1)[0], FRIDAY
    )
    day = base + timedelta(last - base.weekday() + ahead)
    return day if day >= base else day + timedelta(7)


def _year(match: re.Match[str], base: date, month: int) -> int:
    """Give the year that is named with a month, else that in which the month comes next."""
    return int(match["year"] or base.year + (month < base.month))


def _in_month(match: re.Match[str], base: date) -> date | None:
    year, month = base.year, base.month
    if match["month"] in MONTHS:
        month = MONTHS.index(match["month"]) + 1
        year = _year(match, base, month)
    elif match["month"].startswith("next"):
        year, month = (year + 1, 1) if month == len(MONTHS) else (year, month + 1)
    last = monthrange(year, month)[1]
    part = (match["part"] or "").split(" ", maxsplit=1)[0]
    day = min(PARTS.get(part, last), last)
    return None if (year, month) < (base.year, base.month) else max(date(year, month, day), base)


def _fixed(days: int) -> Callable[[re.Match[str], date], date]:
    return lambda _, base: base + timedelta(days)


def _to_weekend(_match: re.Match[str], base: date) -> date:
    return base + timedelta(6 - base.weekday())


_ANY_WEEKDAY = WEEKDAY.replace("?P<weekday>", "?:")
_OR_WEEKDAY = f"(?:{_ANY_WEEKDAY}(?:or|to) |between {_ANY_WEEKDAY}and )?"
_ON = "(?P<week_on>(?:a )?week (?:on )?)?(?P<fortnight_on>(?:a fortnight|two weeks|2 weeks) (?:on )?)?"
_OF_NEXT = "(?P<of_next>(?:of |in )?(?:next|the following) week )?"
_OR_COUNT = f"(?:{_COUNT.replace('<count>', '<least>')} (?:to|or) )?"
_COUNTED = rf"{_OR_COUNT}{_COUNT} (?:of )?(?:more )?(?P<working>working |business )?{_UNIT}"
_MORE, _MORE_UNIT = _COUNT.replace("<count>", "<more>"), _UNIT.replace("<unit>", "<more_unit>")
_OR_MORE = f"(?:or {_MORE} (?:{_MORE_UNIT})?)?"
_END_OF_DAY = (
    r"(?:(?:end|close) of (?:the )?(?:day|play|business)|eod|cob)"
    rf"(?! (?:on |of )?(?:the |next |this )?(?:{_ANY_WEEKDAY}|tomorrow|\d))"
)
_ANY_MONTH = MONTH.replace("?P<month>", "?:")
_A_DAY = rf"(?:the )?(?:{_ANY_WEEKDAY}|tomorrow |\d{{1,2}}(?:st|nd|rd|th) |\d{{1,2}} {_ANY_MONTH})"
# Months that are other words or names too: "they may ring by Friday", "April will let me know by Friday".
_AFTER = "|".join(f"(?<= {word} )" for word in sorted(word_set("before_month")))
_MONTH_ALONE = f"(?:{_AFTER}|(?!(?:may|march|jan|april|june) )){MONTH}"
_RULES: tuple[tuple[str, Callable[[re.Match[str], date], date | None]], ...] = (
    (rf"(?:the )?(?:{_ANY_WEEKDAY}after (?:next |that |$)|week after (?:that |$))", _no_day),
    (rf"(?P<which>{'|'.join(ORDINALS)}) {WEEKDAY}(?:of|in) {MONTH}{YEAR_NAMED}", _weekday_of_month),
    (rf"(?:last|final) {_ANY_WEEKDAY}(?:of|in) ", _no_day),
    (rf"{_ON}(?P<next>next )?{_OR_WEEKDAY}{WEEKDAY}(?P<week>week )?{_OF_NEXT}", _on_weekday),
    (r"(?:within|in|inside|under) (?:a|an|one|1|the) (?:day|hour) (?!or )", _fixed(1)),
    (rf"(?!(?:a|an|one|1) (?:day|hour) (?!or )){_COUNTED}{_OR_MORE}", _after_span),
    (rf"{_COUNTED}(?:from|after) (?={_A_DAY})", _after_day),
    (rf"(?:the |this )?(?:week ending|w e) (?:on )?(?={_A_DAY})", _on_the_day),
    (r"fortnight ", _fixed(14)),
    (r"(?:the )?next (?:week or (?:two|so)|couple of weeks) ", _fixed(14)),
    (r"(?:a )?week tomorrow ", _fixed(8)),
    (r"(?:the )?week (?:commencing |beginning |starting |of )(?=(?:the )?(?:\d|[a-z]))", _in_week_of),
    (
        rf"(?:{_PART})?(?P<which>the|this|next|following) (?:working )?week (?P<after_next>after next )?",
        _in_week,
    ),
    (rf"(?:{_PART})(?P<month>next month|month) ", _in_month),
    (rf"(?:{_PART})?{_MONTH_ALONE}{YEAR_NAMED}(?!\d)", _in_month),
    (r"(?P<part>)(?P<month>next month|this month) ", _in_month),
    (r"day after tomorrow ", _fixed(2)),
    (r"tomorrow ", _fixed(1)),
    (rf"(?:today|tonight|this evening|this afternoon|{_END_OF_DAY}) ", _fixed(0)),
    (r"(?:the |this )?weekend ", _to_weekend),
)
_FORMS = ((NAMED_DAY, day_to_come), *((re.compile(" " + form), rule) for form, rule in _RULES))
