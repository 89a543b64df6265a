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
    ],
)
def test_days_to_come(words, day):
    """The latest day that the words can mean."""
    assert date_after(f" {words} ", MONDAY) == day


def test_working_days_skip_the_weekend():
    """Three working days from a Thursday."""
    assert date_after(" three working days ", date(2026, 11, 19)) == date(2026, 11, 24)


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
