"""Lazy frames of one machine: polars and duckdb."""

from __future__ import annotations

import datetime as dt
import gc
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import duckdb
import frame_kinds
import polars as pl
import pyarrow as pa
import pytest
from frame_kinds import assert_same
from hypothesis import given, settings
from interview_lists import interview_lists

import interview_outcome as outcome
from interview_outcome.frames import engines
from interview_outcome.frames.engines import score_batches
from interview_outcome.frames.request import make_request


@pytest.fixture
def connection():
    with duckdb.connect() as opened:
        yield opened


@settings(max_examples=40)
@given(rows=interview_lists())
@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_polars_stays_lazy_and_gives_what_score_gives(engine, rows):
    """Nothing runs before it is collected."""
    scored = outcome.score_frame(frame_kinds.polars_frame(rows).lazy())
    assert isinstance(scored, pl.LazyFrame)
    assert_same(scored.collect(engine=engine), rows)


@settings(max_examples=30)
@given(rows=interview_lists())
@pytest.mark.parametrize("kind", [frame_kinds.pyarrow_table, frame_kinds.polars_words])
def test_duckdb_stays_lazy_and_gives_what_score_gives(kind, rows):
    """The relation lives in the connection of its source, and can be read again."""
    with duckdb.connect() as connection:
        scored = outcome.score_frame(connection.from_arrow(pl.DataFrame(kind(rows)).to_arrow()))
        assert isinstance(scored, duckdb.DuckDBPyRelation)
        for _ in range(2):
            assert_same(scored.to_arrow_table(), rows)


def test_duckdb_keeps_order_and_the_types_of_other_columns(connection):
    """Values that Python would change are not sent through it."""
    relation = connection.sql(
        "select i as id, i % 3 = 0 as praised, 1.10::decimal(6, 2) as pay, [i] as tags from range(10000) t(i)"
    )
    scored = outcome.score_frame(relation)
    assert scored.columns == [*relation.columns, "likelihood", "low", "high", "base_rate"]
    assert scored.types[:4] == relation.types
    assert scored.project("id").fetchnumpy()["id"].tolist() == list(range(10_000))
    assert scored.limit(1).fetchall()[0][:4] == (0, True, Decimal("1.10"), [0])


def test_a_duckdb_column_may_have_a_name_that_sql_knows(connection):
    """`on` is a column here, though a word of SQL; two relations do not disturb each other."""
    rows = [{"interviewed_on": dt.date(2026, 11, 2), "on": dt.date(2026, 11, day)} for day in (3, 30)]
    relation = connection.sql(
        "select date '2026-11-02' as interviewed_on, unnest([date '2026-11-03', '2026-11-30']) as \"on\""
    )
    first, second = outcome.score_frame(relation), outcome.score_frame(relation, prefix="new_")
    assert_same(first.to_arrow_table(), rows)
    assert second.columns[-1] == "new_base_rate"


def test_a_duckdb_that_hides_its_connection_gives_a_relation_too(connection, monkeypatch):
    """As before duckdb 2: the rows are scored at once."""
    monkeypatch.setattr(engines, "_connection", lambda _: None)
    scored = outcome.score_frame(connection.from_arrow(frame_kinds.pyarrow_table(frame_kinds.ROWS)))
    for _ in range(2):
        assert_same(scored.to_arrow_table(), frame_kinds.ROWS)


def test_plans_go_on_after_the_scores(connection):
    """A filter on the likelihood is a filter like another."""
    frame = pl.LazyFrame({"offer_announced": [True, None, False], "id": [1, 2, 3]})
    best = (
        outcome.score_frame(frame).filter(pl.col("likelihood") > pl.col("base_rate")).select("id").collect()
    )
    assert best["id"].to_list() == [1]
    relation = outcome.score_frame(connection.from_arrow(frame.collect().to_arrow()))
    assert relation.filter("likelihood > base_rate").project("id").fetchall() == [(1,)]


@pytest.mark.parametrize(
    "make", [lambda frame, _: frame, lambda frame, link: link.from_arrow(frame.collect().to_arrow())]
)
def test_lazy_frames_give_log_odds_but_no_texts(make, connection):
    """Texts are made where the rows are at hand."""
    frame = make(pl.LazyFrame({"test_passed": [False]}), connection)
    scored = outcome.score_frame(frame, reasons=True, interval=False).select("log_odds_test_passed")
    (value,) = (
        scored.fetchall()[0] if isinstance(scored, duckdb.DuckDBPyRelation) else scored.collect().row(0)
    )
    assert value < 0
    with pytest.raises(
        outcome.OutcomeError, match=r"reasons=3 adds texts, which are made for eager frames only. Collect"
    ) as caught:
        outcome.score_frame(frame, reasons=3)
    assert caught.value.problems[0].code == "lazy_frame"


def test_no_rows_of_a_lazy_frame_are_no_rows(connection):
    """The natural empty answer."""
    assert outcome.score_frame(
        pl.LazyFrame({"praised": []}, schema={"praised": pl.Boolean})
    ).collect().shape == (0, 5)
    assert outcome.score_frame(connection.sql("select true as praised where false")).fetchall() == []


def test_arrow_batches_are_scored_one_by_one():
    """As a worker of Spark does it, by the names that it is told, the columns that were there before the new ones."""
    names = ["id", "praised"]
    batches = pa.table({"column_0": [1, 2, 3], "column_1": [True, None, False]}).to_batches(max_chunksize=2)
    scored = list(score_batches(make_request(names), names, batches))
    assert [batch.num_rows for batch in scored] == [2, 1]
    table = pa.Table.from_batches(scored)
    assert table.column_names == ["id", "praised", "likelihood", "low", "high", "base_rate"]
    assert_same(table, [{"praised": True}, {"praised": None}, {"praised": False}])


def test_a_bad_value_stops_the_run_with_its_row(connection):
    """The engine passes the message on; what can be checked before the run is checked."""
    frame = pl.LazyFrame({"praised": ["yes", "maybe"]})
    text = "column 'praised': praised is 'maybe'; allowed"
    with pytest.raises((outcome.OutcomeError, pl.exceptions.ComputeError), match=text):
        outcome.score_frame(frame).collect()
    with pytest.raises((outcome.OutcomeError, duckdb.Error), match=text):
        outcome.score_frame(connection.from_arrow(frame.collect().to_arrow())).fetchall()
    with pytest.raises(outcome.OutcomeError, match="are added: low"):
        outcome.score_frame(frame.with_columns(low=1))
    with pytest.raises(outcome.OutcomeError, match="'prased' may be 'praised'"):
        outcome.score_frame(connection.sql("select true as prased"))


def test_the_same_request_shares_one_function_of_duckdb(connection):
    """However often it is made, a long-lived connection does not fill up."""
    for _ in range(3):
        scored = outcome.score_frame(connection.sql("select true as cut_short"), interval=False)
        assert scored.fetchall()[0][1] == outcome.score({"cut_short": True}).likelihood
    outcome.score_frame(connection.sql("select true as praised"), interval=False)
    made = connection.sql("select count(*) from duckdb_functions() where function_name like 'score_frame%'")
    assert made.fetchall() == [(2,)]


def _scores(connection, **arguments):
    return [row[1:] for row in outcome.score_frame(connection.table("interviews"), **arguments).fetchall()]


@pytest.fixture
def interviews(connection):
    """Give a connection to a database with a table of one interview."""
    connection.execute("create table interviews as select true as cut_short")
    return connection


def test_all_connections_of_a_database_score(interviews):
    """Also after the one that came first is gone."""
    with interviews.cursor() as first:
        expected = _scores(first)
        assert expected[0][0] == outcome.score({"cut_short": True}).likelihood
        assert _scores(interviews) == expected
    del first
    gc.collect()
    assert _scores(interviews) == _scores(interviews.cursor()) == expected


def test_threads_score_at_the_same_time(interviews):
    """Each with a cursor of its own, as duckdb asks."""

    def score(_):
        with interviews.cursor() as cursor:
            return [_scores(cursor, prefix=prefix) for prefix in "abcde"]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(score, range(8)))
    assert found == [[_scores(interviews)] * 5] * 8


@pytest.mark.parametrize("end", ["commit", "rollback"])
def test_a_transaction_of_duckdb_may_hold_scores(interviews, end):
    """Scored before it ends, and after it; a function that is made while it is open is not seen in it."""
    interviews.begin()
    interviews.execute("insert into interviews values (null)")
    expected = _scores(interviews)
    assert len(expected) == 2
    assert _scores(interviews, prefix="new_") == expected
    getattr(interviews, end)()
    left = expected if end == "commit" else expected[:1]
    assert _scores(interviews) == _scores(interviews, prefix="new_") == left


def test_booleans_that_take_a_byte_are_answers(interviews):
    """As duckdb sends them where it is asked to lose no type, and arrow may hold them."""
    expected = _scores(interviews)
    interviews.execute("set arrow_lossless_conversion = true")
    assert _scores(interviews) == expected
    answers = pa.ExtensionArray.from_storage(pa.bool8(), pa.array([1, None, 0], pa.int8()))
    rows = [{"cut_short": answer} for answer in (True, None, False)]
    assert_same(outcome.score_frame(pa.table({"cut_short": answers})), rows)
