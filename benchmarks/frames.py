"""How fast a million interviews are scored: ``python benchmarks/frames.py`` prints ratios within one run.

The limit is one product of a ready matrix of floats with the weights, and the logistic function of it: no
rules, no checks, nothing converted. ``--peers`` adds what people use today, where it is installed: models
fitted on 20,000 rows and asked for fewer than a million, scaled by rows. ``--engines`` adds polars, pyarrow,
duckdb, dask and Spark; ``--file`` a Parquet file of ten million rows, with the memory that the command needs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

import numpy as np
import pandas as pd

import interview_outcome as outcome
from interview_outcome.frames.columns.table import parse_table

ROWS, FITTED, PEER_ROWS = 1_000_000, 20_000, 50_000
# What this library sets itself: times the limit, and times the memory of the frame.
MOST = {"ours: likelihood": 8, "ours: likelihood and interval": 25}
MOST_MEMORY, MOST_FILE_MB = 2.0, 1_000
ON = "2026-12-24"


def make_frame(rows: int) -> pd.DataFrame:
    """Give nullable booleans, seven of ten unknown."""
    random = np.random.default_rng(1)
    columns = {}
    for signal in outcome.signals.ids:
        draw = random.random(rows)
        answers = pd.array(draw < 0.15, dtype="boolean")
        answers[draw > 0.3] = pd.NA
        columns[signal] = answers
    return pd.DataFrame(columns)


def best_of(call, rounds: int = 3) -> float:
    """Give the seconds of a call, the best of some rounds."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return min(found)


def show(name: str, seconds: float, limit: float) -> None:
    """Print one row; a target that is missed says so."""
    ratio = seconds / limit
    most = MOST.get(name)
    verdict = "" if most is None else "  " + _verdict(ratio, most)
    print(f"{name:<52}{1000 * seconds:>10,.0f} ms{ratio:>9.1f} x{verdict}", flush=True)


def the_limit() -> float:
    """Score a ready matrix of floats."""
    random = np.random.default_rng(2)
    matrix, weights = random.random((ROWS, 144)), random.normal(size=144)
    return best_of(lambda: 1.0 / (1.0 + np.exp(-(matrix @ weights + 0.1))), 5)


def memory_ratio(frame: pd.DataFrame) -> float:
    """Give the frame and all that scoring adds to it, at the most, as a multiple of the frame."""
    size = int(frame.memory_usage(deep=True, index=False).sum())
    tracemalloc.start()
    scored = outcome.score_frame(frame)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del scored
    return 1.0 + peak / size


def other_columns(frame: pd.DataFrame, limit: float) -> None:
    """Score the same answers held in other ways."""
    words = frame.apply(lambda column: column.map({True: "yes", False: "no"})).astype("str")
    dated = frame.assign(
        stage=pd.Categorical(["final"] * len(frame)),
        interviewed_on=pd.Timestamp("2026-11-02"),
        contact_by=pd.Timestamp("2026-11-16"),
    )
    for name, table in (
        ("ours: stage and dates too", dated),
        ("ours: words, categories", words.astype("category")),
        ("ours: words, pandas str", words),
        ("ours: objects", frame.astype(object)),
    ):
        show(name, best_of(lambda: outcome.score_frame(table, interval=False, on=ON), 1), limit)  # noqa: B023
    show(
        "ours: log-odds of every reason too",
        best_of(lambda: outcome.score_frame(frame, reasons=True), 1),
        limit,
    )


def engines(frame: pd.DataFrame, limit: float) -> None:
    """Score the same table on other engines, likelihood and interval."""
    import pyarrow as pa

    table = pa.Table.from_pandas(frame, preserve_index=False)
    show("pyarrow", best_of(lambda: outcome.score_frame(table)), limit)
    for name, run in (("polars", in_polars), ("duckdb", in_duckdb), ("dask", in_dask), ("spark", in_spark)):
        try:
            run(frame, table, limit)
        except ImportError:
            print(f"{name:<52}not installed")


def in_polars(_, table, limit: float) -> None:
    """Score an eager and a lazy frame."""
    import polars as pl

    frame = pl.DataFrame(table)
    show("polars", best_of(lambda: outcome.score_frame(frame)), limit)
    show("polars, lazy", best_of(lambda: outcome.score_frame(frame.lazy()).collect()), limit)


def in_duckdb(_, table, limit: float) -> None:
    """Score a relation, and by the SQL of the model."""
    import duckdb

    from interview_outcome.model import shipped

    with duckdb.connect() as connection:
        connection.register("interviews", table)
        relation = connection.table("interviews")
        show("duckdb", best_of(lambda: outcome.score_frame(relation).to_arrow_table(), 1), limit)
        statement = shipped().to_sql("duckdb", columns=table.column_names)
        show(
            "duckdb, SQL of the model, no interval",
            best_of(lambda: connection.sql(statement).to_arrow_table(), 1),
            limit,
        )


def in_dask(_, table, limit: float) -> None:
    """Score eight Parquet files on two threads of this process: reading counts."""
    import dask.dataframe as dd
    import pyarrow.parquet as pq

    with tempfile.TemporaryDirectory() as folder:
        for number in range(8):
            pq.write_table(table.slice(number * ROWS // 8, ROWS // 8), f"{folder}/{number}.parquet")
        lazy = dd.read_parquet(folder, dtype_backend="pyarrow")
        show("dask, 8 Parquet files read alone", best_of(lazy.persist, 2), limit)
        show("dask, 8 Parquet files", best_of(lambda: outcome.score_frame(lazy).persist(), 2), limit)


def in_spark(_, table, limit: float) -> None:
    """Score a Parquet file into another in local mode: reading and writing count."""
    import pyarrow.parquet as pq
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.log.level", "ERROR").getOrCreate()
    with tempfile.TemporaryDirectory() as folder:
        pq.write_table(table, f"{folder}/in.parquet")
        frame = session.read.parquet(f"{folder}/in.parquet")
        write = lambda: outcome.score_frame(frame).write.mode("overwrite").parquet(f"{folder}/out.parquet")  # noqa: E731
        show("spark, local[2], Parquet to Parquet", best_of(write, 2), limit)
    session.stop()


def peers(frame: pd.DataFrame, limit: float) -> None:
    """Fit and ask what people use today, without any rule; each is asked for fewer rows, scaled to all."""
    results = (np.random.default_rng(3).random(FITTED) < 0.3).astype(int)
    asked = frame.head(max(FITTED, PEER_ROWS)).astype(object)
    words = asked.where(asked.notna(), "unknown").astype(str)
    makers = (
        ("scikit-learn: OneHotEncoder, LogisticRegression", one_hot),
        ("interpret: ExplainableBoostingClassifier", boosting),
        ("optbinning: Scorecard", scorecard),
    )
    for name, make in makers:
        try:
            model = make(words.head(FITTED), results)
        except ImportError:
            print(f"{name:<52}not installed")
            continue
        asked = words.head(PEER_ROWS)
        show(name, best_of(lambda: model.predict_proba(asked), 2) * ROWS / PEER_ROWS, limit)  # noqa: B023


def one_hot(table: pd.DataFrame, results):
    """Fit what most notebooks fit."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder

    return make_pipeline(OneHotEncoder(), LogisticRegression(max_iter=200)).fit(table, results)


def boosting(table: pd.DataFrame, results):
    """Fit the boosted additive model, few rounds: only asking it is timed."""
    from interpret.glassbox import ExplainableBoostingClassifier

    return ExplainableBoostingClassifier(interactions=0, max_rounds=20, outer_bags=1, n_jobs=1).fit(
        table, results
    )


def scorecard(table: pd.DataFrame, results):
    """Fit the scorecard of credit scoring."""
    from optbinning import BinningProcess, Scorecard
    from sklearn.linear_model import LogisticRegression

    names = list(table.columns)
    return Scorecard(BinningProcess(names, categorical_variables=names), LogisticRegression()).fit(
        table, results
    )


def ten_million(frame: pd.DataFrame) -> None:
    """Score ten million rows from Parquet to Parquet by the command, and show time and memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(frame, preserve_index=False)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.parquet"), Path(folder, "out.parquet")
        with pq.ParquetWriter(source, table.schema) as writer:
            for _ in range(10):
                writer.write_table(table, row_group_size=100_000)
        del table
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _COMMAND, str(source), str(target)],
            check=True,
            capture_output=True,
            text=True,
        )
        seconds = time.perf_counter() - start
    most = float(done.stdout.splitlines()[-1])
    print(f"outcome table, {10 * ROWS:,} rows of Parquet: {seconds:.1f} s")
    print(f"memory at the most: {most:,.0f} MB; {_verdict(most, MOST_FILE_MB)}")


# What the kernel says of the process itself: the figure of `resource` begins with the memory of its parent.
_COMMAND = """
import pathlib, re, sys
from interview_outcome.cli import main
code = main(["table", sys.argv[1], "-o", sys.argv[2]])
status = pathlib.Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]) / 1024)
sys.exit(code)
"""


def _verdict(value: float, most: float) -> str:
    return f"at most {most:,g}: {'held' if value <= most else 'MISSED'}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engines", action="store_true", help="other engines too")
    parser.add_argument("--peers", action="store_true", help="other libraries too")
    parser.add_argument("--file", action="store_true", help="a file of ten million rows too")
    asked = parser.parse_args()
    print(f"{ROWS:,} interviews, {len(outcome.signals)} signals, as nullable booleans of pandas\n")
    limit = the_limit()
    show("the limit: numpy, ready matrix of floats", limit, limit)
    frame = make_frame(ROWS)
    outcome.score_frame(frame.head(10))
    show("conversion alone: pandas to codes", best_of(lambda: parse_table(frame)), limit)
    show(
        "conversion alone: pandas to a matrix of floats",
        best_of(lambda: frame.to_numpy(dtype=float, na_value=0.5), 1),
        limit,
    )
    show("ours: likelihood", best_of(lambda: outcome.score_frame(frame, interval=False), 5), limit)
    show("ours: likelihood and interval", best_of(lambda: outcome.score_frame(frame)), limit)
    other_columns(frame.head(ROWS), limit)
    if asked.peers:
        peers(frame, limit)
    if asked.engines:
        engines(frame, limit)
    ratio = memory_ratio(frame)
    print(f"\nmemory at the most: {ratio:.2f} x the frame; {_verdict(ratio, MOST_MEMORY)}")
    if asked.file:
        ten_million(frame)


if __name__ == "__main__":
    main()
