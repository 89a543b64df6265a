"""Lazy frames: each engine runs its plan and calls the scorer on every batch or partition of it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.frames.eager import add_eager

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from interview_outcome.frames.request import Request

__all__ = ["add_lazy", "score_batches"]

_WHERE = " of its batch"


def add_lazy(engine: str, frame: Any, request: Request) -> Any:
    """Add the columns of a request to a lazy frame of an engine, without running it."""
    if request.texts:
        message = f"reasons={len(request.texts)} adds texts, which are made for eager frames only."
        hint = "Collect the frame first, or ask for reasons=True."
        raise OutcomeError([Problem("lazy_frame", "reasons", len(request.texts), message, hint)])
    return _ENGINES[engine](frame, request)


def _polars(frame: Any, request: Request) -> Any:
    import polars as pl

    schema = pl.Schema({**frame.collect_schema(), **dict.fromkeys(request.numbers, pl.Float64())})
    # A filter on a new column must not move before the columns are there.
    return frame.map_batches(
        lambda batch: add_eager(batch, request, where=_WHERE),
        predicate_pushdown=False, projection_pushdown=False, schema=schema, streamable=True,
    )  # fmt: skip


def _dask(frame: Any, request: Request) -> Any:
    from dask.dataframe import dispatch

    empty: Any = dispatch  # without types
    meta = add_eager(empty.make_meta(frame), request)
    return frame.map_partitions(add_eager, request, where=_WHERE, meta=meta)


def _spark(frame: Any, request: Request) -> Any:
    from pyspark.sql.types import DoubleType, StructField, StructType

    fields = [StructField(name, DoubleType()) for name in request.numbers]
    schema = StructType([*frame.schema.fields, *fields])

    return frame.mapInArrow(partial(score_batches, request), schema)


def score_batches(request: Request, batches: Iterable[Any]) -> Iterator[Any]:
    """Add the columns of a request to arrow batches: what each of Spark's workers runs."""
    for batch in batches:
        columns = {name: batch.column(name) for name in request.inputs}
        found = request.score(columns, batch.num_rows, where=_WHERE)
        yield type(batch).from_arrays([*batch.columns, *found.values()], [*batch.schema.names, *found])


def _duckdb(frame: Any, request: Request) -> Any:
    connection = _connection(frame)
    if connection is None:
        scored = add_eager(frame.to_arrow_table(), request)  # noqa: F841  duckdb finds it by its name
        return frame.query("interviews", "SELECT * FROM scored")
    import duckdb

    kinds = dict(zip(frame.columns, frame.types, strict=True))
    rows = duckdb.struct_type({column: kinds[column] for column in request.inputs})
    result = duckdb.struct_type(dict.fromkeys(request.numbers, duckdb.type("DOUBLE")))
    # A relation needs its function for as long as it lives: the same request has the same, so that they stay few.
    name = f"score_frame_{sha256(f'{request}{rows}'.encode()).hexdigest()[:16]}"
    with suppress(duckdb.NotImplementedException):  # it is there already
        connection.create_function(
            name,
            lambda rows: _score_structs(request, rows),  # duckdb would read the types of a named function
            [rows],
            result,
            type="arrow",
            null_handling="special",
        )
    quoted = ['"' + column.replace('"', '""') + '"' for column in request.inputs]
    given = ", ".join(f"{column} := {column}" for column in quoted)
    return frame.project(f"*, unnest({name}(struct_pack({given})))")


def _connection(frame: Any) -> Any:
    """Give the connection of a relation, None before duckdb 2, which does not tell it: then nothing is lazy."""
    return getattr(frame, "_con", None)


def _score_structs(request: Request, rows: Any) -> Any:
    """Score rows that duckdb hands over as structs, and hand the scores back as structs."""
    import pyarrow as pa

    found = request.score(dict(zip(request.inputs, rows.flatten(), strict=True)), len(rows), where=_WHERE)
    return pa.StructArray.from_arrays([pa.array(values) for values in found.values()], list(found))


_ENGINES = {"polars": _polars, "duckdb": _duckdb, "dask": _dask, "pyspark": _spark}
