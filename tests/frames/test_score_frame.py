"""Eager frames: in and out, and row by row what one score says."""

from __future__ import annotations

import datetime as dt
import math
import sys
from dataclasses import replace
from decimal import Decimal

import frame_kinds
import narwhals
import narwhals.stable.v1
import narwhals.stable.v2
import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frame_kinds import EAGER, assert_same, estimates
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_lists import interview_lists
from recipes import code_of

import interview_outcome as outcome
from interview_outcome.errors import MisspelledColumnWarning
from interview_outcome.features import FEATURES
from interview_outcome.frames.columns.table import parse_table
from interview_outcome.model import logit, shipped
from interview_outcome.weights import Covariance

DIRECTION = {("+", True): 1.0, ("+", False): -1.0, ("-", True): -1.0, ("-", False): 1.0, ("0", True): 0.0,
             ("0", False): 0.0}  # fmt: skip
BO = {"stage": "final", "candidates": 3, "praised": True, "cut_short": False}


@pytest.mark.parametrize("kind", EAGER, ids=lambda kind: kind.__name__)
@settings(max_examples=40)
@given(rows=interview_lists())
def test_every_kind_of_frame_gives_what_score_gives(kind, rows):
    """Likelihood, interval and base rate are equal to 1e-12, dates and context included."""
    frame = kind(rows)
    scored = outcome.score_frame(frame)
    assert type(scored) is type(frame)
    assert_same(scored, rows)


@settings(max_examples=40)
@given(
    rows=interview_lists(),
    sizes=st.lists(st.floats(0, 3), min_size=len(FEATURES), max_size=len(FEATURES)),
)
def test_any_model_gives_what_score_gives(rows, sizes):
    """Weights of any size, so that every bound of the rules holds somewhere."""
    model = replace(
        shipped(),
        weights={
            feature: weight._replace(
                weight=size * DIRECTION[outcome.signals[feature[0]].direction, feature[1]]
            )
            for (feature, weight), size in zip(shipped().weights.items(), sizes, strict=True)
        },
    )
    scored = outcome.score_frame(pd.DataFrame(rows, dtype=object), model=model)
    assert_same(scored, rows, model=model)


def test_a_model_without_factors_has_intervals():
    """The covariance may be a diagonal alone."""
    model = replace(shipped(), covariance=Covariance((0.04,) * len(FEATURES), (), ()))
    assert_same(outcome.score_frame(pd.DataFrame([BO]), model=model), [BO], model=model)


def test_many_rows_pass_through_several_blocks():
    """Where one block ends and the next begins makes no difference."""
    rows = [BO | {"praised": bool(number % 3), "candidates": number % 7 + 1} for number in range(40)] * 1000
    scored = outcome.score_frame(pd.DataFrame(rows), reasons=1)
    first = scored.iloc[:40].reset_index(drop=True)
    for start in range(0, len(rows), 40):
        pd.testing.assert_frame_equal(scored.iloc[start : start + 40].reset_index(drop=True), first)


@pytest.mark.parametrize(
    "api", [narwhals, narwhals.stable.v1, narwhals.stable.v2], ids=lambda api: api.__name__
)
def test_a_wrapper_of_narwhals_comes_back_around_its_frame(api):
    """Eager and lazy, of whatever edition."""
    for native in (pd.DataFrame([BO]), pl.LazyFrame([BO])):
        given_frame = api.from_native(native)
        scored = outcome.score_frame(given_frame)
        assert type(scored) is type(given_frame)
        assert_same(scored.lazy().collect().to_dict(as_series=False), [BO])
    assert parse_table(api.from_native(pd.DataFrame([BO]))).answers["praised"].tolist() == [1]


def test_pandas_keeps_rows_index_and_other_columns():
    """The given frame is not touched, and what is no signal passes through."""
    frame = pd.DataFrame({7: ["x", None], "praised": [True, None]}, index=pd.Index(["b", "a"], name="who"))
    before = frame.copy(deep=True)
    scored = outcome.score_frame(frame, interval=False)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(scored[[7, "praised"]], before)
    assert list(scored.columns) == [7, "praised", "likelihood", "base_rate"]


def test_a_repeated_index_is_no_matter():
    """Labels are not looked at, only rows."""
    frame = pd.DataFrame({"praised": [True, False]}, index=[0, 0])
    scored = outcome.score_frame(frame)
    assert scored.index.tolist() == [0, 0]
    assert_same(scored.reset_index(), [{"praised": True}, {"praised": False}])


@pytest.mark.parametrize("make", [pl.DataFrame, pa.table])
def test_other_libraries_keep_their_columns(make):
    """Types of other columns stay what they are."""
    frame = make({"tags": [["a"], []], "praised": [True, None], "seen": [dt.time(1), None]})
    scored = outcome.score_frame(frame)
    names = ["tags", "praised", "seen"]
    assert scored.select(names).equals(frame)


def test_the_frame_may_know_the_context_alone():
    """Then the likelihood is the base rate."""
    scored = outcome.score_frame(pd.DataFrame({"stage": ["final", None]}))
    assert np.allclose(scored["likelihood"], scored["base_rate"], atol=1e-15)


@pytest.mark.parametrize(
    "frame", [pd.DataFrame(), pd.DataFrame({"praised": []}), pl.DataFrame(), pa.table({})]
)
def test_an_empty_frame_gives_an_empty_result(frame):
    """No rows in, no rows out, with the columns added."""
    scored = outcome.score_frame(frame, reasons=2)
    names = scored.column_names if isinstance(scored, pa.Table) else list(scored.columns)
    assert names[-6:] == ["likelihood", "low", "high", "base_rate", "reason_1", "reason_2"]
    assert len(scored) == 0


@settings(max_examples=60)
@given(rows=interview_lists())
def test_reasons_add_up_and_are_those_of_score(rows):
    """Each column of log-odds is the reason of that name; with the base rate they make the likelihood."""
    scored = outcome.score_frame(pd.DataFrame(rows, dtype=object), reasons=True)
    columns = [name for name in scored.columns if name.startswith("log_odds_")]
    assert len(columns) == 72 + 1 + 3
    for number, one in enumerate(estimates(rows)):
        row = scored.iloc[number]
        total = logit(row["base_rate"]) + math.fsum(row[columns])
        assert total == pytest.approx(logit(row["likelihood"]), abs=1e-11)
        expected = dict.fromkeys(columns, 0.0)
        expected |= {f"log_odds_{reason.signal}": reason.log_odds for reason in one.reasons}
        assert row[columns].to_dict() == pytest.approx(expected, abs=1e-12)


@settings(max_examples=60)
@given(rows=interview_lists())
@pytest.mark.parametrize("kind", [frame_kinds.pandas_objects, frame_kinds.polars_frame])
def test_reasons_in_words_are_the_first_of_score(kind, rows):
    """The strongest first, as text; nothing where there is no further reason."""
    scored = outcome.score_frame(kind(rows), reasons=3)
    for number, one in enumerate(estimates(rows)):
        found = [scored[f"reason_{rank}"][number] for rank in (1, 2, 3)]
        texts = [
            f"{reason.text} ({reason.log_odds:+.2f} log-odds)"
            for reason in one.reasons[:3]
            if reason.log_odds
        ]
        assert [text for text in found if isinstance(text, str)] == texts
        assert not any(isinstance(text, str) for text in found[len(texts) :])


@pytest.mark.parametrize("interval", ["no", 1, None])
def test_the_interval_is_asked_for_or_not(interval):
    with pytest.raises(outcome.OutcomeError, match=r"interval is .*; allowed: True or False."):
        outcome.score_frame(pd.DataFrame({"praised": [1]}), interval=interval)


def test_any_whole_number_says_how_many_reasons():
    scored = outcome.score_frame(pd.DataFrame({"cut_short": [1]}), reasons=np.int64(1))
    assert scored["reason_1"][0].startswith("The interview was")


@pytest.mark.parametrize("thing", [pd.Series([1], name="praised"), pl.Series([1]), pa.array([1]), {}, None])
def test_what_is_no_frame_is_refused(thing):
    with pytest.raises(outcome.OutcomeError, match="no frame of a library that is known"):
        outcome.score_frame(thing)


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"cut_short": [Decimal(1), None, Decimal(0)]}),
        pl.DataFrame({"cut_short": [Decimal(1), None, Decimal(0)]}),
        pl.DataFrame({"cut_short": pl.Series([1, None, 0], dtype=pl.Int128)}),
        pl.DataFrame({"cut_short": pl.Series([1, None, "no"], dtype=pl.Object)}),
        pa.table({"cut_short": pa.array([1, None, 0], pa.decimal128(5, 0))}),
    ],
    ids=["pandas decimals", "polars decimals", "polars int128", "polars objects", "arrow decimals"],
)
def test_numbers_of_every_kind_are_answers(frame):
    scored = outcome.score_frame(frame, interval=False)
    expected = [outcome.score({"cut_short": answer}).likelihood for answer in (True, None, False)]
    assert list(nw.from_native(scored)["likelihood"]) == pytest.approx(expected, abs=1e-12)


def test_a_column_that_looks_misspelled_is_told_where_it_was_meant():
    """Only where the signal has no column, and never for everyday names."""
    frame = pd.DataFrame({"praised": [1], "Stage": ["final"], "contact_date_givn": [1]})
    text = (
        "Columns that are not read: 'Stage' may be 'stage'; 'contact_date_givn' may be 'contact_date_given'"
    )
    with pytest.warns(MisspelledColumnWarning, match=text) as caught:
        outcome.score_frame(frame)
    assert caught[0].filename == __file__
    with pytest.warns(MisspelledColumnWarning, match=text):
        outcome.score_frame(pl.LazyFrame(frame.to_dict("list")))
    everyday = [
        "id",
        "name",
        "candidate",
        "salary",
        "date",
        "company",
        "notes",
        "offer",
        "author",
        "praise",
        7,
    ]
    outcome.score_frame(pd.DataFrame({"praised": [1], **dict.fromkeys(everyday, 0), "Praised": [1]}))


def test_the_day_is_an_argument_or_a_column():
    """One day for all rows, a column of any name, or the column `on`."""
    frame = pd.DataFrame(
        {"praised": [True, True], "interviewed_on": ["2026-11-02"] * 2, "asked": ["2026-11-30", None]}
    )
    rows = frame.drop(columns="asked").to_dict("records")
    assert_same(outcome.score_frame(frame), rows)
    assert_same(
        outcome.score_frame(frame, on=dt.date(2026, 11, 30)), [row | {"on": "2026-11-30"} for row in rows]
    )
    assert_same(outcome.score_frame(frame, on="2026-11-30"), [row | {"on": "2026-11-30"} for row in rows])
    by_column = [rows[0] | {"on": "2026-11-30"}, rows[1]]
    assert_same(outcome.score_frame(frame, on="asked"), by_column)
    named = frame.rename(columns={"asked": "on"})
    assert_same(outcome.score_frame(named), by_column)
    assert_same(outcome.score_frame(named, on="on"), by_column)
    with pytest.raises(outcome.OutcomeError, match="on is 'unknown'; allowed: a date"):
        outcome.score_frame(frame, on="unknown")
    with pytest.raises(outcome.OutcomeError, match="Row 1, column 'asked': on is 'soon'; allowed: a date"):
        outcome.score_frame(frame.assign(asked="soon"), on="asked")


def test_the_page_of_the_documentation_runs():
    """What it shows of one machine."""
    names = {}
    exec(code_of("how-to/spark-and-dask.md", "One machine"), names)
    assert list(names["scored"].columns[-3:]) == ["reason_1", "reason_2", "reason_3"]


def test_a_prefix_is_set_before_every_new_name():
    """So that columns of these names may be there already."""
    frame = outcome.score_frame(pd.DataFrame({"praised": [True]}))
    again = outcome.score_frame(frame, prefix="new_", reasons=1)
    assert list(again.columns[-5:]) == [
        "new_likelihood",
        "new_low",
        "new_high",
        "new_base_rate",
        "new_reason_1",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (
            {"reasons": 11},
            "bad_reasons",
            "reasons is 11; allowed: True, False, or how many in words, 1 to 10.",
        ),
        ({"reasons": "all"}, "bad_reasons", "reasons is 'all'"),
        (
            {"model": "model.json"},
            "bad_model",
            r"model is 'model.json'; allowed: a Model. outcome.load\(path\)",
        ),
        ({"prefix": 1}, "bad_prefix", 'prefix is 1; allowed: a text. Write for example "outcome_".'),
        ({"on": "soon"}, "bad_date", "on is 'soon'; allowed: a date"),
    ],
)
def test_arguments_are_checked_before_any_row(arguments, code, text):
    """What is wrong, what is allowed, what to write."""
    with pytest.raises(outcome.OutcomeError, match=text) as caught:
        outcome.score_frame(pd.DataFrame({"praised": ["maybe"]}), **arguments)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("frame", "code", "text"),
    [
        (pd.DataFrame({"prased": [1]}), "no_signals", "No column .* 'prased' may be 'praised'"),
        (pd.DataFrame({"pay": [1]}), "no_signals", "outcome.signals lists the signals: one column each"),
        (pd.DataFrame([[1, 2]], columns=["praised"] * 2), "duplicate_columns", "several columns of one name: 'praised'"),
        (pd.DataFrame({"praised": [1], "low": [1]}), "column_taken", "are added: low. Give a prefix, for example"),
        (pd.DataFrame({"praised": [1], "Low": [1]}), "column_taken", "are added: low. Give a prefix, for example"),
        ([1, 2], "bad_frame", r"This is \[1, 2\], no frame of a library that is known."),
        (pd.DataFrame({"praised": [1], "on": ["2026-11-02"]}), "two_days", "`on` is given, and the frame has"),
    ],
)  # fmt: skip
def test_frames_that_cannot_be_scored_say_why(frame, code, text):
    """No guess, and never a wrong number."""
    on = "2026-11-02" if code == "two_days" else None
    with pytest.raises(outcome.OutcomeError, match=text) as caught:
        outcome.score_frame(frame, on=on)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_missing_package_is_named_with_the_command_that_installs_it(monkeypatch):
    """The extra is not a guess."""
    for name in [name for name in sys.modules if name.startswith("interview_outcome.frames")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "narwhals", None)
    monkeypatch.delattr(outcome, "score_frame", raising=False)
    with pytest.raises(
        outcome.OutcomeError, match=r"'narwhals'.*pip install \"interview-outcome\[frames\]\""
    ):
        outcome.score_frame(pd.DataFrame({"praised": [1]}))
