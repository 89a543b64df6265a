"""Named days, against days counted by hand and against the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome.reading.dates import date_after, date_before

MONDAY = date(2026, 11, 16)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by friday", date(2026, 11, 20)),
        ("on monday", date(2026, 11, 23)),
        ("wednesday or thursday", date(2026, 11, 19)),
        ("next friday", date(2026, 11, 27)),
        ("friday week", date(2026, 11, 27)),
        ("a week on monday", date(2026, 11, 30)),
        ("tomorrow", date(2026, 11, 17)),
        ("tonight", MONDAY),
        ("end of play", MONDAY),
        ("the weekend", date(2026, 11, 22)),
        ("this week", date(2026, 11, 20)),
        ("next week", date(2026, 11, 27)),
        ("early next week", date(2026, 11, 24)),
        ("end of the month", date(2026, 11, 30)),
        ("next month", date(2026, 12, 31)),
        ("mid december", date(2026, 12, 20)),
        ("early january", date(2027, 1, 10)),
        ("in january", date(2027, 1, 31)),
        ("on the 14th", date(2026, 12, 14)),
        ("the 30th", date(2026, 11, 30)),
        ("3 december", date(2026, 12, 3)),
        ("december the 3rd", date(2026, 12, 3)),
        ("the 5th of june", date(2027, 6, 5)),
        ("in two weeks", date(2026, 11, 30)),
        ("a couple of weeks", date(2026, 11, 30)),
        ("two to three weeks", date(2026, 12, 7)),
        ("a fortnight", date(2026, 11, 30)),
        ("within 48 hours", date(2026, 11, 18)),
        ("ten working days", date(2026, 11, 30)),
        ("three working days", date(2026, 11, 19)),
        ("a month", date(2026, 12, 16)),
        ("wednesday 25 november", date(2026, 11, 25)),
        ("monday 16 november", MONDAY),
        ("wednesday the 2nd", date(2026, 12, 2)),
        ("friday 4th", date(2026, 12, 4)),
        ("tuesday 25 november", None),
        ("wednesday next week", date(2026, 11, 25)),
        ("a week monday", date(2026, 11, 30)),
        ("a fortnight on friday", date(2026, 12, 4)),
        ("a week tomorrow", date(2026, 11, 24)),
        ("the day after tomorrow", date(2026, 11, 18)),
        ("the week after next", date(2026, 12, 4)),
        ("the week after that", None),
        ("the friday after", None),
        ("the week commencing 7 december", date(2026, 12, 11)),
        ("week of the 7th", date(2026, 12, 11)),
        ("week of mourning", None),
        ("next week or two", date(2026, 11, 30)),
        ("second week of december", date(2026, 12, 14)),
        ("first monday of december", date(2026, 12, 7)),
        ("first monday of november", None),
        ("last friday of november", None),
        ("between monday and wednesday", date(2026, 11, 18)),
        ("end of play friday", date(2026, 11, 20)),
        ("close of business on the 20th", date(2026, 11, 20)),
        ("within a day", date(2026, 11, 17)),
        ("a day", None),
        ("the 3rd round", None),
        ("soon", None),
        ("may let me know by friday", date(2026, 11, 20)),
        ("march me out on friday", date(2026, 11, 20)),
        ("april will ring on friday", date(2026, 11, 20)),
        ("by may", date(2027, 5, 31)),
        ("early may", date(2027, 5, 10)),
        ("5 may", date(2027, 5, 5)),
        ("5 january 2028", date(2028, 1, 5)),
        ("january 5th 2028", date(2028, 1, 5)),
        ("wednesday 5 january 2028", date(2028, 1, 5)),
        ("thursday 5 january 2028", None),
        ("15 december 2024", None),
        ("early january 2028", date(2028, 1, 10)),
        ("in january 2026", None),
        ("first monday of december 2027", date(2027, 12, 6)),
        ("a week or two", date(2026, 11, 30)),
        ("in a week or ten days", date(2026, 11, 26)),
        ("in a day or two", date(2026, 11, 18)),
        ("two weeks or a month", date(2026, 12, 16)),
        ("week ending 27 november", date(2026, 11, 27)),
        ("the week ending friday", date(2026, 11, 20)),
        ("two weeks from friday", date(2026, 12, 4)),
        ("a week after the 20th", date(2026, 11, 27)),
        ("a week from tuesday 25 november", None),
        ("two weeks from now", date(2026, 11, 30)),
        ("thursday 3/12", date(2026, 12, 3)),
        ("thursday 12/3", date(2026, 12, 3)),
        ("25/12", date(2026, 12, 25)),
        ("11/12", None),
        ("12/12", date(2026, 12, 12)),
        ("5/20/27", date(2027, 5, 20)),
    ],
)
def test_days_to_come(words, day):
    """The latest day that the words can mean."""
    assert date_after(f" {words} ", MONDAY) == day


def test_working_days_skip_the_weekend():
    """Three working days from a Thursday."""
    assert date_after(" three working days ", date(2026, 11, 19)) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "base", "day"),
    [
        ("within 2 working days", date(2026, 11, 22), date(2026, 11, 24)),
        ("within 5 working days", date(2026, 11, 21), date(2026, 11, 27)),
        ("within 5 working days", date(2026, 11, 20), date(2026, 11, 27)),
        ("within 1 working day", date(2026, 11, 20), date(2026, 11, 23)),
        ("0 working days", date(2026, 11, 22), date(2026, 11, 22)),
    ],
)
def test_working_days_at_a_weekend_begin_on_monday(words, base, day):
    """From a Saturday or a Sunday as from the Friday before."""
    assert date_after(f" {words} ", base) == day


def test_next_month_of_december_is_january():
    """Over the turn of the year."""
    assert date_after(" end of next month ", date(2026, 12, 10)) == date(2027, 1, 31)


def test_this_week_on_a_saturday_is_the_coming_week():
    """A week that is over cannot be meant."""
    assert date_after(" this week ", date(2026, 11, 21)) == date(2026, 11, 27)


@given(
    DAYS, st.sampled_from(["friday", "next tuesday", "the 31st", "in 3 weeks", "end of march", "this week"])
)
def test_a_day_to_come_is_never_past(base, words):
    """Whatever the day from which it counts."""
    day = date_after(f" {words} ", base)
    assert day is not None
    assert base <= day <= base + timedelta(366)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_that_weekday(base, weekday):
    """The next one, one to seven days ahead."""
    name = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][weekday]
    day = date_after(f" on {name} ", base)
    assert day.weekday() == weekday
    assert 1 <= (day - base).days <= 7


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", MONDAY),
        ("this morning", MONDAY),
        ("yesterday", date(2026, 11, 15)),
        ("on friday", date(2026, 11, 13)),
        ("on monday", MONDAY),
        ("last monday", date(2026, 11, 9)),
        ("last friday", date(2026, 11, 13)),
        ("two weeks ago", date(2026, 11, 2)),
        ("on the 3rd", date(2026, 11, 3)),
        ("20 november", date(2025, 11, 20)),
        ("thursday 5 november", date(2026, 11, 5)),
        ("thursday the 5th", date(2026, 11, 5)),
        ("thu 5 nov", date(2026, 11, 5)),
        ("thursday 5/11", date(2026, 11, 5)),
        ("thursday november 5", date(2026, 11, 5)),
        ("last tuesday the 3rd", date(2026, 11, 3)),
        ("friday 5 november", None),
        ("2 november 2024", date(2024, 11, 2)),
        ("2/11/2026", None),
        ("13/11/2026", date(2026, 11, 13)),
        ("2 november 2027", None),
        ("long ago", None),
    ],
)
def test_days_gone_by(words, day):
    """The day that the words look back to."""
    assert date_before(f" {words} ", MONDAY) == day


def test_a_day_that_no_year_has_is_none():
    """Nothing is made of 31 February."""
    assert date_after(" 31 february ", MONDAY) is None
    assert date_before(" 31 february ", MONDAY) is None
