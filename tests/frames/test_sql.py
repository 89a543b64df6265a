"""One SELECT in the warehouse against single scores."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import duckdb
import frame_kinds
import polars as pl
import pytest
from frame_kinds import estimates
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_lists import interview_lists
from recipes import code_of

import interview_outcome as outcome
from interview_outcome.checklist_values import CHOICES, WORDS
from interview_outcome.features import FEATURES
from interview_outcome.model import shipped
from interview_outcome.sql import DIALECTS

_CONTEXT = (*CHOICES, "structured", "candidates")
_WITHOUT_DATES = interview_lists(with_dates=False)


def _sqlite(rows, statement):
    with closing(sqlite3.connect(":memory:")) as connection:
        names = list(rows[0])
        connection.execute(f"CREATE TABLE interviews ({', '.join(names)})")
        places = ", ".join("?" * len(names))
        connection.executemany(
            f"INSERT INTO interviews VALUES ({places})", [list(row.values()) for row in rows]
        )
        return connection.execute(statement).fetchall()


def _duckdb(frame, statement):
    with duckdb.connect() as connection:
        connection.register("interviews", frame)
        return connection.execute(statement).fetchall()


def _statement(dialect, rows, model=None):
    return (model or shipped()).to_sql(dialect, columns=list(rows[0]))


def _assert_near(found, rows, **arguments):
    expected = [(one.likelihood, one.base_rate) for one in estimates(rows, **arguments)]
    for row, one in zip(found, expected, strict=True):
        assert row == pytest.approx(one, abs=1e-9)


@settings(max_examples=40)
@given(rows=_WITHOUT_DATES)
@pytest.mark.parametrize("kind", [frame_kinds.pyarrow_table, frame_kinds.polars_words])
def test_duckdb_computes_what_score_gives(kind, rows):
    """Booleans or words, context included."""
    frame = pl.DataFrame(kind(rows)).with_columns(pl.col("candidates").cast(pl.Int64))
    _assert_near(_duckdb(frame.to_arrow(), _statement("duckdb", rows)), rows)


@settings(max_examples=40)
@given(rows=_WITHOUT_DATES)
def test_sqlite_computes_what_score_gives(rows):
    """Its booleans are 1 and 0."""
    _assert_near(_sqlite(rows, _statement("sqlite", rows)), rows)


@settings(max_examples=40)
@given(
    rows=_WITHOUT_DATES,
    weights=st.lists(st.floats(-3, 3), min_size=len(FEATURES), max_size=len(FEATURES)),
)
def test_any_model_can_be_written(rows, weights):
    """Weights of any sign and size, so that every bound holds somewhere."""
    model = replace(
        shipped(),
        weights={
            feature: weight._replace(weight=value)
            for (feature, weight), value in zip(shipped().weights.items(), weights, strict=True)
        },
    )
    _assert_near(_sqlite(rows, _statement("sqlite", rows, model)), rows, model=model)


def test_the_whole_table_is_read_unless_columns_are_named():
    """All signals and the context, and the table by its name; other columns come along where asked for."""
    names = [*outcome.signals.ids, *_CONTEXT]
    row = dict.fromkeys(names) | {"praised": True, "stage": "final", "my id": 7}
    statement = shipped().to_sql("sqlite", table="main.interviews", keep=["my id"])
    named = ", ".join(f'"{name}"' for name in row)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE interviews ({named})")
        connection.execute(f"INSERT INTO interviews VALUES ({', '.join('?' * len(row))})", list(row.values()))
        cursor = connection.execute(statement)
        assert [column[0] for column in cursor.description] == ["my id", "likelihood", "base_rate"]
        ((key, likelihood, base_rate),) = cursor.fetchall()
    one = outcome.score({"praised": True, "stage": "final"})
    assert (key, base_rate) == (7, one.base_rate)
    assert likelihood == pytest.approx(one.likelihood, abs=1e-9)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("praised", "maybe"),
        ("praised", 2),
        ("structured", "so so"),
        ("stage", "last"),
        ("candidates", 0),
        ("candidates", 2.5),
    ],
)
def test_a_value_that_score_refuses_gives_nothing(column, value):
    """NULL for its row, never a wrong number; the other rows stand."""
    rows = [{column: value, "cut_short": True}, {column: None, "cut_short": True}]
    bad, good = _sqlite(rows, _statement("sqlite", rows))
    assert bad == (None, None)
    _assert_near([good], rows[1:])


_TEXTS = [
    "3",
    " 3 ",
    "3.0",
    "03",
    "3.",
    "NaN",
    "n/a",
    "None",
    "",
    "3.5",
    "x",
    "0",
    "101",
    "-3",
    ".5",
    "3.0.0",
    "1e1",
]


@pytest.mark.parametrize("text", _TEXTS)
def test_a_number_of_candidates_may_be_text(text):
    """It is read as `score` reads it, or refused."""
    try:
        expected = outcome.score({"candidates": text}).base_rate
    except outcome.OutcomeError:
        expected = None
    rows = [{"candidates": text, "praised": None}]
    assert _sqlite(rows, _statement("sqlite", rows))[0][1] == expected
    assert _duckdb(pl.DataFrame(rows).to_arrow(), _statement("duckdb", rows))[0][1] == expected


@pytest.mark.parametrize("word", WORDS)
def test_every_word_means_what_it_means_to_score(word):
    rows = [{"cut_short": word.upper(), "structured": word, "stage": None}]
    _assert_near(_sqlite(rows, _statement("sqlite", rows)), rows)


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        ({"columns": []}, "no_signals", "columns is empty, so every row would get the same likelihood."),
        ({"columns": "praised"}, "bad_columns", "columns is 'praised'; allowed: a list of names."),
        ({"columns": [1]}, "bad_columns", r"columns is \[1\]; allowed"),
        ({"keep": "id"}, "bad_columns", "keep is 'id'; allowed: a list of names."),
        ({"keep": ["Likelihood"]}, "column_taken", "keep holds Likelihood: the statement gives columns of"),
        ({"table": None}, "bad_table", "table is None; allowed: a name"),
    ],
)
def test_arguments_are_checked(arguments, code, text):
    with pytest.raises(outcome.OutcomeError, match=text) as caught:
        shipped().to_sql(**arguments)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        ({"dialect": "oracle"}, "bad_dialect", "dialect is 'oracle'; allowed: duckdb, spark, sqlite."),
        ({"table": "a..b"}, "bad_table", r"table is 'a..b'; allowed: a name.*\"hr.interviews\"."),
        (
            {"columns": ["praised", "contact_by"]},
            "not_in_sql",
            "contact_by is a date, and what dates say cannot",
        ),
        ({"columns": ["on"]}, "not_in_sql", "on is a date"),
        ({"columns": ["prased"]}, "unknown_key", "'prased' is neither a signal.* Did you mean 'praised'?"),
        ({"columns": ["id"]}, "unknown_key", "Name other columns in `keep`."),
    ],
)
def test_what_sql_cannot_say_is_refused_by_name(arguments, code, text):
    """All at once, before anything is written."""
    with pytest.raises(outcome.OutcomeError, match=text) as caught:
        shipped().to_sql(**arguments)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_every_problem_is_named_at_once():
    """As everywhere."""
    with pytest.raises(outcome.OutcomeError) as caught:
        shipped().to_sql("oracle", table="", columns=["heard_on", "contacted_on"])
    assert [problem.code for problem in caught.value.problems] == [
        "bad_dialect",
        "bad_table",
        "not_in_sql",
        "not_in_sql",
    ]


def test_names_cannot_break_out_of_their_quotes():
    """A quotation mark in a name is part of the name."""
    statement = shipped().to_sql("sqlite", table='odd "name"', columns=["praised"], keep=['a"b'])
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute('CREATE TABLE "odd ""name""" ("a""b", praised)')
        connection.execute('INSERT INTO "odd ""name""" VALUES (1, 1)')
        assert connection.execute(statement).fetchall()[0][0] == 1


def test_the_page_of_the_documentation_runs():
    """Its own comparison with `score` included."""
    exec(code_of("how-to/sql.md"), {})


def test_dialects_are_those_that_are_tested():
    """Duckdb and sqlite here, spark with the other tests of Spark."""
    assert list(DIALECTS) == ["duckdb", "spark", "sqlite"]
