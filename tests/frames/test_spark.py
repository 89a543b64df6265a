"""Spark in local mode: a real driver, executors and Python workers."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys

import frame_kinds
import polars as pl
import pytest
from frame_kinds import ROWS, assert_same
from interview_lists import interview_lists
from recipes import code_of

import interview_outcome as outcome
from interview_outcome.model import shipped

if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java, which is not installed", allow_module_level=True)
pytest.importorskip("pyspark", reason="pyspark is not installed")

from hypothesis import HealthCheck, Phase, given, settings
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession

# Said by pyspark of every pandas from 3.0 on; nothing here goes through pandas.
pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
_LATE = dt.datetime(2026, 11, 2, 23, 59)


@pytest.fixture(scope="session")
def spark():
    patch = pytest.MonkeyPatch()
    patch.setenv("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.log.level", "OFF")
        .getOrCreate()
    )
    yield session
    session.stop()
    patch.undo()


@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(rows=interview_lists(min_size=30, max_size=60))
@pytest.mark.parametrize("kind", [frame_kinds.polars_frame, frame_kinds.polars_words])
def test_spark_stays_lazy_and_gives_what_score_gives(spark, tmp_path_factory, kind, rows):
    """From a Parquet file, as on a cluster."""
    path = tmp_path_factory.mktemp("spark") / "interviews.parquet"
    kind(rows).with_columns(pl.selectors.categorical().cast(pl.String)).write_parquet(path)
    scored = outcome.score_frame(spark.read.parquet(str(path)))
    assert isinstance(scored, DataFrame)
    assert_same(pl.from_arrow(scored.toArrow()), rows)


def test_other_columns_keep_types_and_order(spark, plain_model):
    """Times, lists and maps pass through; the model travels."""
    rows = [(number, number % 3 == 0, _LATE, ["a"], {"b": 1}) for number in range(100)]
    frame = spark.createDataFrame(
        rows, "id int, praised boolean, heard_on timestamp, tags array<string>, more map<string,int>"
    )
    scored = outcome.score_frame(frame, on="2026-11-30", reasons=True, model=plain_model, prefix="p_")
    assert scored.schema.fields[:5] == frame.schema.fields
    found = scored.collect()
    assert [tuple(row)[:5] for row in found] == rows
    one = outcome.score(
        {"praised": True, "heard_on": dt.date(2026, 11, 2)}, on="2026-11-30", model=plain_model
    )
    assert found[0].p_likelihood == pytest.approx(one.likelihood, abs=1e-12)
    assert found[0].p_log_odds_silence < 0


@pytest.mark.usefixtures("spark")
def test_the_recipe_of_the_documentation_runs(tmp_path, monkeypatch):
    """In the session that is there."""
    monkeypatch.chdir(tmp_path)
    frame = frame_kinds.polars_frame(ROWS).with_columns(pl.selectors.categorical().cast(pl.String))
    frame.write_parquet("interviews.parquet")
    code = code_of("how-to/spark-and-dask.md", "Spark")
    for name in ("interviews.parquet", "scored.parquet"):  # Java has a working folder of its own
        code = code.replace(f'"{name}"', repr(str(tmp_path / name)))
    exec(code, {})
    assert_same(pl.read_parquet(tmp_path / "scored.parquet" / "*.parquet"), ROWS)


def test_no_rows_and_bad_values(spark):
    """Nothing comes of nothing, and a wrong value stops the run."""
    assert outcome.score_frame(spark.createDataFrame([], "praised boolean")).collect() == []
    frame = spark.createDataFrame([("yes",), ("maybe",)], "praised string").coalesce(1)
    with pytest.raises(
        PythonException, match="of its batch, column 'praised': praised is 'maybe'; allowed: yes, no"
    ):
        outcome.score_frame(frame).collect()
    with pytest.raises(outcome.OutcomeError, match="'prased' may be 'praised'"):
        outcome.score_frame(spark.createDataFrame([(1,)], "prased int"))


@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(rows=interview_lists(with_dates=False, min_size=30, max_size=60))
def test_spark_sql_computes_what_score_gives(spark, tmp_path_factory, rows):
    """The statement of the model, without Python on the workers."""
    path = tmp_path_factory.mktemp("spark") / "interviews.parquet"
    frame = frame_kinds.polars_frame(rows).with_columns(pl.selectors.categorical().cast(pl.String))
    frame.with_row_index("id").write_parquet(path)
    spark.read.parquet(str(path)).createOrReplaceTempView("interviews")
    found = spark.sql(shipped().to_sql("spark", columns=list(rows[0]), keep=["id"])).collect()
    for row, one in zip(sorted(found), frame_kinds.estimates(rows), strict=True):
        assert row.likelihood == pytest.approx(one.likelihood, abs=1e-9)
        assert row.base_rate == pytest.approx(one.base_rate, abs=1e-9)


def test_other_columns_may_have_any_name(spark):
    """A point, a grave accent, or a name that differs from another in its capitals alone."""
    names = ["a.b", "c`d", "praised", "Praised it", "praised IT"]
    frame = spark.createDataFrame([(1, 2, True, 4, 5)], "a int, b int, c boolean, d int, e int").toDF(*names)
    scored = outcome.score_frame(frame)
    assert scored.columns == [*names, "likelihood", "low", "high", "base_rate"]
    assert_same(pl.from_arrow(scored.toArrow()), [{"praised": True}])
    statement = shipped().to_sql("spark", columns=["praised"], keep=["a.b", "c`d"])
    frame.createOrReplaceTempView("interviews")
    assert spark.sql(statement).collect()[0][:2] == (1, 2)


def test_spark_sql_reads_values_as_score_reads_them(spark):
    """Of any type, whatever blanks are around a text; or refuses them as `score` does."""
    read = {
        "1.00BD": 1, "0E-10BD": 0, "CAST(1 AS DECIMAL(38, 10))": 1, "-0.0D": 0, "CAST('NaN' AS FLOAT)": None, "NULL": None,
        "TINYINT(1)": 1, "TRUE": True, "'\\tyes\\r\\n'": "yes", "'\\u00A0No '": "no", "'yes' COLLATE UNICODE_AI": "yes",
    }  # fmt: skip
    refused = [
        "X'796573'", "'1.00'", "0.50BD", "'maybe'", "'y\u00e9s'", "'y\u00e9s' COLLATE UNICODE_AI", "DATE'2026-11-02'", "ARRAY(1)",
    ]  # fmt: skip
    people = {"'3\\n'": 3, "'0003.000'": 3, "CAST(3 AS DECIMAL(38, 10))": 3, "3.0D": 3}
    no_people = ["'3\u2028'", "'3.5'", "'0000000003'", "TRUE"]

    def found(values, key):
        statement = shipped().to_sql("spark", table="said", columns=[key])
        rows = []
        for value in values:
            spark.sql(f"SELECT {value} AS {key}").createOrReplaceTempView("said")
            rows.append(tuple(spark.sql(statement).collect()[0]))
        return rows

    def expected(values, key):
        return [
            pytest.approx((one.likelihood, one.base_rate), abs=1e-12)
            for one in (outcome.score({key: value}) for value in values)
        ]

    assert found(read, "cut_short") == expected(read.values(), "cut_short")
    assert found(people, "candidates") == expected(people.values(), "candidates")
    assert found(refused, "cut_short") == [(None, None)] * len(refused)
    assert found(no_people, "candidates") == [(None, None)] * len(no_people)
