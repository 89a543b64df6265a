"""What the values of a column mean, and how a table says what is wrong with it."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_outcome as outcome
from interview_outcome.checklist import parse
from interview_outcome.checklist_values import CHOICES, CONTEXT_KEYS
from interview_outcome.frames.columns.faults import SHOWN
from interview_outcome.frames.columns.table import parse_table
from interview_outcome.frames.columns.values import NO_DAY

_DAY = dt.date(2026, 11, 2)
_LATE = dt.datetime(2026, 11, 2, 23, 59)
_NUMBER = 20_759  # days from 1970-01-01 to it
_VALUES = (
    st.sampled_from([
        True, False, None, "yes", " NO ", "unknown", "", "maybe", 1, 0, 2, 1.0, 0.0, 0.5, float("nan"), float("inf"),
        pd.NA, pd.NaT, np.bool_(True), np.int8(1), np.float32(0), "final", "First", "panel", "slow", [1], {}, b"yes",
        7, 100, 101, 3.0, _DAY, _LATE, pd.Timestamp(_DAY), np.datetime64("2026-11-02"),
        "2026-11-02", "2026-11-02T23:59:00+09:00", "2026-13-02", dt.datetime(2026, 11, 2, tzinfo=dt.UTC),
    ])
    | st.text(max_size=5)
    | st.integers(-2, 200)
)  # fmt: skip
# A text column cannot hold these otherwise, so a table takes them; a checklist does not.
_TABLE_WORDS = ("nan", "na", "n/a", "<na>", "none", "null", "nat", "true", "false")


def _table_only(value):
    word = value.strip().casefold() if isinstance(value, str) else ""
    return word in _TABLE_WORDS or word.replace(".", "", 1).isdecimal()


def _expected(key, known):
    """The number that stands for a value in a table."""
    if key in CHOICES:
        return -1 if known is None else CHOICES[key].index(known)
    if key in ("candidates", "structured", "praised"):
        unknown = 0 if key == "candidates" else -1
        return unknown if known is None else int(known)
    return NO_DAY if known is None else (known - dt.date(1970, 1, 1)).days


@given(key=st.sampled_from(["praised", *CONTEXT_KEYS]), values=st.lists(_VALUES, min_size=1, max_size=5))
def test_a_column_of_objects_means_what_a_checklist_means(key, values):
    """The same values are taken, for the same answers, and the same are refused in the same words."""
    values = [value for value in values if not _table_only(value)]
    frame = pd.DataFrame({key: pd.Series(values, dtype=object)})
    codes, problems = [], []
    for number, value in enumerate(values, start=1):
        try:
            # numpy's numbers are shown as they were written
            plain = value.item() if isinstance(value, np.number | np.bool_) else value
            checklist = parse({key: plain})
        except outcome.OutcomeError as error:
            problems += [f"Row {number}, column {key!r}: {problem.message}" for problem in error.problems]
        else:
            codes.append(_expected(key, {**checklist.answers, **checklist.context}.get(key)))
    if problems:
        with pytest.raises(outcome.OutcomeError) as caught:
            parse_table(frame)
        assert [problem.message for problem in caught.value.problems] == problems
    else:
        table = parse_table(frame)
        assert (table.answers | table.context)[key].tolist() == codes


def test_what_cannot_be_looked_up_is_refused_like_any_other_value():
    """A list in a cell."""
    with pytest.raises(outcome.OutcomeError, match=r"Row 2, column 'praised': praised is \[1\]; allowed"):
        parse_table(pd.DataFrame({"praised": ["yes", [1]]}))


def test_text_columns_may_spell_what_they_cannot_hold():
    """CSV files and dask hold booleans, numbers and gaps as text."""
    frame = pd.DataFrame(
        {
            "praised": ["True", "FALSE", "1", "0.0", " nan", "None", "<NA>"],
            "structured": ["true", "false", "yes", "no", "unknown", "", "null"],
            "candidates": ["3", "3.0", "100", "NA", "unknown", "", "1"],
            "stage": ["final", "NaN", "none", "Later ", "phone", "", "unknown"],
            "heard_on": ["2026-11-02", "NaT", "", "unknown", "nan", "None", "null"],
        }
    )
    table = parse_table(frame)
    assert table.answers["praised"].tolist() == [1, 0, 1, 0, -1, -1, -1]
    assert table.context["structured"].tolist() == [1, 0, 1, 0, -1, -1, -1]
    assert table.context["candidates"].tolist() == [3, 3, 100, 0, 0, 0, 1]
    assert table.context["stage"].tolist() == [3, -1, -1, 2, 0, -1, -1]
    assert table.context["heard_on"].tolist() == [_NUMBER] + [NO_DAY] * 6


@pytest.mark.parametrize(
    "dates",
    [
        pd.Series([_DAY, None], dtype=object),
        pd.Series(pd.to_datetime(["2026-11-02 23:59", None])),
        pd.Series(pd.to_datetime(["2026-11-02 23:59", None])).dt.tz_localize("America/New_York"),
        pd.Series([_DAY, None], dtype="date32[pyarrow]"),
        pl.Series([_DAY, None]),
        pl.Series([_LATE, None], dtype=pl.Datetime("ns")),
        pl.Series([_LATE, None]).dt.replace_time_zone("America/New_York"),
    ],
    ids=lambda dates: str(dates.dtype),
)
def test_dates_are_those_of_the_clock_on_the_wall(dates):
    """A time of day and a time zone do not change the day."""
    make = pl.DataFrame if isinstance(dates, pl.Series) else pd.DataFrame
    assert parse_table(make({"heard_on": dates})).context["heard_on"].tolist() == [_NUMBER, NO_DAY]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (pd.Series(pd.to_datetime(["2026-11-02"])), "dates"),
        (pd.Series(pd.to_timedelta([1], unit="D")), r"timedelta64\[ns\]|timedelta64\[us\]"),
        (pd.Series([1 + 2j]), "complex128"),
        (pl.Series([[1]]), r"large_list<item: int64>"),
    ],
    ids=lambda value: str(getattr(value, "dtype", "")),
)
def test_a_column_of_the_wrong_kind_is_named_once(column, kind):
    """One problem for the column, at its first value, whatever its length."""
    make = pl.DataFrame if isinstance(column, pl.Series) else pd.DataFrame
    with pytest.raises(
        outcome.OutcomeError, match=f"Row 1, column 'praised': The column holds ({kind}); allowed"
    ):
        parse_table(make({"praised": column}))


@pytest.mark.parametrize(
    ("key", "values", "text"),
    [
        ("stage", [1.0, 2.0], "The column holds numbers; allowed: phone, first, later, final."),
        ("pace", [True, False], "The column holds booleans; allowed: fast, usual, slow."),
        ("candidates", [True, False], "The column holds booleans; allowed: whole numbers from 1 to 100."),
        ("heard_on", [1, 2], "The column holds numbers; allowed: dates, or texts as year-month-day."),
    ],
)
def test_each_key_has_its_kinds(key, values, text):
    """A column that could only be a mistake is refused as a whole."""
    with pytest.raises(outcome.OutcomeError) as caught:
        parse_table(pd.DataFrame({key: values}))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.value) == ("bad_column", f"row 1, {key}", values[0])
    assert problem.message == f"Row 1, column {key!r}: {text}"


@pytest.mark.parametrize("key", ["praised", *CONTEXT_KEYS])
@pytest.mark.parametrize(
    "column",
    [
        pd.Series([float("nan")] * 2),
        pd.Series(pd.to_datetime([None, None])),
        pd.Series([None, None], dtype="boolean"),
        pd.Series([None, None], dtype="Int64"),
        pd.Series([None, None], dtype=object),
        pd.Series([None, None], dtype="category"),
        pd.Series([float("nan")] * 2, dtype="Sparse[float]"),
        pl.Series([None, None]),
        pl.Series([None, None], dtype=pl.List(pl.Int8)),
    ],
    ids=lambda column: str(column.dtype),
)
def test_a_column_without_any_value_is_unknown_whatever_its_type(key, column):
    """Readers give an empty column some type or other."""
    make = pl.DataFrame if isinstance(column, pl.Series) else pd.DataFrame
    table = parse_table(make({key: column}))
    assert (table.answers | table.context)[key].tolist() == [_expected(key, None)] * 2


def test_only_values_that_occur_are_looked_at():
    """A category that no row has is no mistake."""
    column = pd.Series(pd.Categorical(["yes", None], categories=["yes", "maybe"]))
    assert parse_table(pd.DataFrame({"praised": column})).answers["praised"].tolist() == [1, -1]


def test_unsigned_whole_and_sparse_numbers_are_answers():
    """Any 1 and 0 will do."""
    for column in (
        np.array([1, 0], dtype="uint8"),
        pd.array([1, 0], dtype="Sparse[int8]"),
        pd.array([1, 0], dtype="UInt8"),
    ):
        assert parse_table(pd.DataFrame({"praised": column})).answers["praised"].tolist() == [1, 0]
    assert parse_table(pa.table({"praised": pa.array([1.0, None], pa.float32())})).answers[
        "praised"
    ].tolist() == [1, -1]


@pytest.mark.parametrize(
    "values",
    [pd.Series([1, 3]), pd.Series([1, 3], dtype="Int64"), pl.Series([1.0, 0.5]), pl.Series(["yes", "so so"])],
    ids=lambda values: str(values.dtype),
)
def test_a_bad_value_is_shown_as_it_was_written(values):
    """Row, column, value, what is allowed and what to do, without words of numpy."""
    make = pl.DataFrame if isinstance(values, pl.Series) else pd.DataFrame
    with pytest.raises(outcome.OutcomeError) as caught:
        parse_table(make({"praised": values}))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.value) == ("bad_answer", "row 2, praised", values[1])
    assert str(problem) == (
        f"Row 2, column 'praised': praised is {values.to_list()[1]!r}; allowed: yes, no or unknown "
        "(or True, False, None, 1, 0). If you are not sure, leave it out: unknown is never a no. "
        "Rows are counted from 1, without the header."
    )


def test_problems_come_by_row_and_no_more_than_people_read():
    """The first twenty in the order of the rows, and how many are left."""
    frame = pd.DataFrame({"praised": ["?"] * 30, "stage": ["final"] * 2 + ["last"] * 28})
    with pytest.raises(outcome.OutcomeError) as caught:
        parse_table(frame)
    problems = caught.value.problems
    assert len(problems) == SHOWN + 1
    assert [problem.path for problem in problems[:4]] == [
        "row 1, praised",
        "row 2, praised",
        "row 3, praised",
        "row 3, stage",
    ]
    assert problems[-1].code == "more_problems"
    assert str(problems[-1]) == "There are 38 more of them. Rows are counted from 1, without the header."
    assert str(caught.value).count("Rows are counted") == 1


def test_dates_of_one_row_must_be_in_order():
    """As in a checklist, each contradiction with both dates; also against the day of the question."""
    frame = pd.DataFrame(
        {
            "interviewed_on": ["2026-11-02", "2026-11-02", None],
            "contact_by": ["2026-11-09", "2026-11-01", "2026-11-01"],
            "heard_on": [None, "2026-11-05", "2026-11-01"],
        }
    )
    with pytest.raises(outcome.OutcomeError) as caught:
        parse_table(frame, on="2026-11-04")
    first, second = caught.value.problems
    assert first.message == (
        "Row 2, column 'contact_by': contact_by is 2026-11-01, before interviewed_on, 2026-11-02: "
        "the named day cannot lie before the interview."
    )
    assert second.message == (
        "Row 2, column 'heard_on': heard_on is 2026-11-05, after 2026-11-04, the day of the question: what lies ahead "
        "cannot be known yet."
    )


def test_a_day_of_the_question_that_says_nothing_is_refused():
    """Were it taken for none, the silence of all rows would be lost unsaid; a blank in a column is one row's."""
    with pytest.raises(
        outcome.OutcomeError, match="on is ''; allowed: a date that exists, as year-month-day"
    ):
        parse_table(pd.DataFrame({"praised": [True]}), on="")
    table = parse_table(pd.DataFrame({"praised": [True, None], "on": ["", "2026-11-02"]}))
    assert table.on.tolist() == [NO_DAY, _NUMBER]


def test_dates_that_no_calendar_has_are_refused():
    """A year of five figures is a mistake of some reader."""
    days = pl.Series([0, 9_999_999]).cast(pl.Int32).cast(pl.Date)
    with pytest.raises(
        outcome.OutcomeError, match="Row 2, column 'heard_on': heard_on is '29349-01-25'; allowed: a date"
    ):
        parse_table(pl.DataFrame({"heard_on": days}))


def test_a_lazy_frame_has_no_rows_yet():
    """Its reader must collect it."""
    with pytest.raises(
        outcome.OutcomeError, match=r"This is a lazy frame: its rows are not there yet. Collect it first."
    ):
        parse_table(pl.LazyFrame({"praised": [True]}))


def test_rows_of_a_table_are_a_table():
    """A slice of every column, and as many rows as there are."""
    table = parse_table(
        pd.DataFrame({"praised": [1, 0, None], "stage": ["final"] * 3, "on": ["2026-11-02"] * 3})
    )
    part = table[1:9]
    assert part.rows == 2
    assert part.answers["praised"].tolist() == [0, -1]
    assert part.context["stage"].tolist() == [3, 3]
    assert part.on.tolist() == [_NUMBER] * 2
    assert table[:0].rows == 0


def test_nan_beside_na_is_unknown():
    """A nullable column of pandas may hold both, as 0 / 0 leaves it."""
    values = pd.arrays.FloatingArray(np.array([np.nan, 1.0, 3.0]), np.array([False, False, True]))
    frame = pd.DataFrame({"praised": values, "candidates": values})
    table = parse_table(frame)
    assert table.answers["praised"].tolist() == [-1, 1, -1]
    assert table.context["candidates"].tolist() == [0, 1, 0]
    frame.loc[1, "praised"] = 0.5
    with pytest.raises(outcome.OutcomeError, match=r"^Row 2, column 'praised': praised is 0\.5"):
        parse_table(frame)


@pytest.mark.parametrize("value", [1 + 0j, Fraction(1), Fraction(0), 0j])
@pytest.mark.parametrize("others", [[1, None], [True], ["yes", 0.0]])
def test_what_equals_an_answer_is_none(value, others):
    """It is refused as a checklist refuses it, whatever stands beside it, and that is not."""
    with pytest.raises(outcome.OutcomeError):
        outcome.score({"praised": value})
    with pytest.raises(outcome.OutcomeError) as caught:
        parse_table(pd.DataFrame({"praised": pd.Series([*others, value, *others], dtype=object)}))
    assert [problem.path for problem in caught.value.problems] == [f"row {len(others) + 1}, praised"]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_a_time_of_day_is_no_matter(unit):
    """Whatever the unit, before 1970 too."""
    times = [_LATE, None, dt.datetime(1969, 12, 31, 23, 59)]
    table = parse_table(pa.table({"heard_on": pa.array(times, pa.timestamp(unit))}))
    assert table.context["heard_on"].tolist() == [_NUMBER, NO_DAY, -1]


def test_milliseconds_of_arrow_are_days():
    """Although a date of arrow should have none."""
    day = 86_400_000
    milliseconds = pa.array([_NUMBER * day + 5, None, -1], pa.int64()).view(pa.date64())
    table = parse_table(pa.table({"heard_on": milliseconds}))
    assert table.context["heard_on"].tolist() == [_NUMBER, NO_DAY, -1]


def test_a_second_far_away_is_refused():
    """Rather than taken for another day."""
    seconds = pa.array([2**40 * 86_400 // 100], pa.int64()).view(pa.timestamp("s"))
    with pytest.raises(
        outcome.OutcomeError, match=r"Row 1, column 'heard_on': heard_on is .* allowed: a date"
    ):
        parse_table(pa.table({"heard_on": seconds}))


@pytest.mark.parametrize("name", ["On", "ON", " on"])
def test_a_day_in_another_case_is_told(name):
    frame = pd.DataFrame({"praised": [True], "heard_on": ["2026-11-02"], name: ["2026-11-30"]})
    with pytest.warns(outcome.errors.MisspelledColumnWarning, match=f"{name!r} may be 'on'"):
        outcome.score_frame(frame)
    for on in (name, "2026-11-30"):
        outcome.score_frame(frame, on=on)  # warnings are errors
    outcome.score_frame(frame.assign(on="2026-11-30"))
