"""One SELECT in the warehouse against single scores."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

import duckdb
import frame_kinds
import polars as pl
import pyarrow as pa
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


_BLANKS = "\t\n\v\f\r \xa0"
_TEXTS = [
    "3",
    "3.00000000",
    "00000003.0",
    "0000000003",
    "3\n",
    "3\u2028",
    f"{_BLANKS}3{_BLANKS}",
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
        expected = outcome.score({"candidates": text}).base_rate if "\u2028" not in text else None
    except outcome.OutcomeError:
        expected = None
    rows = [{"candidates": text, "praised": None}]
    assert _sqlite(rows, _statement("sqlite", rows))[0][1] == expected
    assert _duckdb(pl.DataFrame(rows).to_arrow(), _statement("duckdb", rows))[0][1] == expected


@pytest.mark.parametrize("word", WORDS)
def test_every_word_means_what_it_means_to_score(word):
    """Whatever blanks are around it."""
    rows = [
        {"cut_short": word.upper(), "structured": f"{word}\r", "stage": f"{_BLANKS}final{_BLANKS}"},
        {"cut_short": f"{_BLANKS}{word}{_BLANKS}", "structured": None, "stage": _BLANKS},
    ]
    _assert_near(_sqlite(rows, _statement("sqlite", rows)), rows)
    _assert_near(_duckdb(pl.DataFrame(rows).to_arrow(), _statement("duckdb", rows)), rows)


_NUMBERS = [True, False, 0, 1, 1.0, 0.0, -0.0, 0.5, -1, float("nan"), None]
_DECIMALS = [Decimal(text) for text in ("1.00", "0.00", "1", "0.50", "1.0000000000")]


@pytest.mark.parametrize("answer", [*_NUMBERS, *_DECIMALS, "1.00", "-0.0", b"yes", b"", dt.date(2026, 11, 2)])
def test_a_value_of_any_type_is_read_as_score_reads_it(answer):
    """Or refused where `score` refuses it; what is no text, such as bytes, is not taken for one."""
    rows = [{"cut_short": answer}]
    try:
        one = outcome.score(rows[0])
        expected = (one.likelihood, one.base_rate)
    except outcome.OutcomeError:
        expected = (None, None)
    (found,) = _duckdb(pa.table({"cut_short": [answer]}), _statement("duckdb", rows))
    assert found == pytest.approx(expected, abs=1e-12)
    if not isinstance(answer, Decimal | dt.date):  # sqlite has no such types
        assert _sqlite(rows, _statement("sqlite", rows)) == [pytest.approx(expected, abs=1e-12)]


def test_a_signal_that_never_counts_is_checked_too():
    """'We will call you' weighs nothing, but a wrong value in its column is one."""
    rows = [{"vague_call_promise": "maybe"}, {"vague_call_promise": "yes"}]
    assert _sqlite(rows, _statement("sqlite", rows))[0] == (None, None)
    _assert_near(_sqlite(rows, _statement("sqlite", rows))[1:], rows[1:])


def test_letters_with_accents_are_other_letters():
    """Whatever the database holds for equal."""
    rows = [{"cut_short": "y\xe9s", "stage": "final"}, {"cut_short": "yes", "stage": "f\xefnal"}]
    with duckdb.connect() as connection:
        connection.execute("PRAGMA default_collation = 'NOACCENT'")
        connection.register("interviews", pl.DataFrame(rows).to_arrow())
        assert connection.execute(_statement("duckdb", rows)).fetchall() == [(None, None)] * 2
    assert _sqlite(rows, _statement("sqlite", rows)) == [(None, None)] * 2


@pytest.mark.parametrize("arguments", [{"columns": ["praised", "stage"]}, {"keep": ["stage"]}])
@pytest.mark.parametrize(
    ("library", "dialect", "error"),
    [(sqlite3, "sqlite", sqlite3.OperationalError), (duckdb, "duckdb", duckdb.BinderException)],
)
def test_a_column_that_the_table_does_not_have_is_an_error(library, dialect, error, arguments):
    """Sqlite takes a name in quotation marks for a text where there is no such column."""
    statement = shipped().to_sql(dialect, **{"columns": ["praised"], **arguments})
    with closing(library.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE interviews (praised INTEGER)")
        connection.execute("INSERT INTO interviews VALUES (1)")
        with pytest.raises(error, match="stage"):
            connection.execute(statement)


@pytest.mark.parametrize("library", [sqlite3, duckdb])
@pytest.mark.parametrize("name", ["Texts", "said", "said_", "voided", "settled", "bounded", "interview"])
def test_a_table_may_have_any_name(library, name):
    """Also that of a step of the statement, or what the statement calls it."""
    with closing(library.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE {name} (interview INTEGER, praised INTEGER)")
        connection.execute(f"INSERT INTO {name} VALUES (7, 1)")
        dialect = "sqlite" if library is sqlite3 else "duckdb"
        statement = shipped().to_sql(dialect, table=name, columns=["praised"], keep=["interview"])
        ((key, likelihood, _),) = connection.execute(statement).fetchall()
    assert (key, likelihood) == (7, pytest.approx(outcome.score({"praised": True}).likelihood, abs=1e-12))


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
