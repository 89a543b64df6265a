"""Working days: weekends, 25 December, 1 January and holidays are skipped."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome.advice.working_days import parse_holidays, said, working_day, working_days_after
from interview_outcome.errors import OutcomeError

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
holidays = st.frozensets(days, max_size=20)


def works(day, off):
    return (
        day.strftime("%w") not in "06" and day.strftime("%m-%d") not in ("01-01", "12-25") and day not in off
    )


@given(days, holidays)
def test_the_next_working_day_is_the_first_from_the_day_itself_on(day, off):
    found = working_day(day, off)
    assert works(found, off)
    assert not any(works(day + timedelta(n), off) for n in range((found - day).days))


@given(days, st.integers(0, 30), holidays)
def test_so_many_working_days_lie_between(day, count, off):
    found = working_days_after(day, count, off)
    between = [day + timedelta(n) for n in range(1, (found - day).days + 1)]
    assert sum(works(each, off) for each in between) == count


def test_numpy_agrees():
    numpy = pytest.importorskip("numpy")
    off = parse_holidays(["2026-12-28"])
    resting = [date(2026, 12, 25), *off, date(2027, 1, 1)]
    expected = numpy.busday_offset("2026-12-18", 10, holidays=resting).item()
    assert working_days_after(date(2026, 12, 18), 10, off) == expected


def test_holidays_are_dates_of_any_kind_and_unknown_ones_are_left_out():
    assert parse_holidays([]) == frozenset()
    assert parse_holidays(day for day in ("2026-12-25", None, "")) == {date(2026, 12, 25)}


@pytest.mark.parametrize("given_days", ["2026-12-25", 3, None])
def test_holidays_are_a_list(given_days):
    with pytest.raises(
        OutcomeError, match=r"holidays is .*; allowed: a list of dates. Write \[\"2026-12-25\"\]"
    ):
        parse_holidays(given_days)


def test_every_bad_holiday_is_named():
    with pytest.raises(OutcomeError) as caught:
        parse_holidays(["2026-12-25", "Christmas", "2026-02-30"])
    assert [problem.path for problem in caught.value.problems] == ["holidays[1]", "holidays[2]"]


def test_a_day_is_said_in_english_whatever_the_computer_speaks():
    assert said(date(2026, 2, 1)) == "Sunday 1 February 2026"


def test_holidays_to_the_end_of_the_calendar_leave_no_working_day():
    with pytest.raises(OutcomeError, match="holidays leave no working day"):
        working_day(date(9999, 12, 31), frozenset({date(9999, 12, 31)}))
