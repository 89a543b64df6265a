"""Lazy frames: each engine runs its plan and calls the scorer on every batch or partition of it."""

from __future__ import annotations

from contextlib import suppress
from functools import cache, partial
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.frames.eager import add_eager

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from interview_outcome.frames.request import Request

__all__ = ["add_lazy", "score_batches"]

_WHERE = " of its batch"
_creating = Lock()


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
    # Spark looks the columns up by name, and would take a point in one for a field of another: it gets their places.
    places = frame.toDF(*(f"column_{place}" for place in range(len(frame.columns))))
    return places.mapInArrow(partial(score_batches, request, frame.columns), schema)


def score_batches(request: Request, names: Sequence[str], batches: Iterable[Any]) -> Iterator[Any]:
    """Add the columns of a request to arrow batches with columns of these names: what Spark's workers run."""
    for batch in batches:
        columns = {name: batch.column(names.index(name)) for name in request.inputs}
        found = request.score(columns, batch.num_rows, where=_WHERE)
        yield type(batch).from_arrays([*batch.columns, *found.values()], [*names, *found])


def _duckdb(frame: Any, request: Request) -> Any:
    connection = _connection(frame)
    if connection is None:
        scored = add_eager(frame.to_arrow_table(), request)  # noqa: F841  duckdb finds it by its name
        return frame.query("interviews", "SELECT * FROM scored")
    import duckdb

    kinds = dict(zip(frame.columns, frame.types, strict=True))
    rows = duckdb.struct_type({column: kinds[column] for column in request.inputs})
    # A relation needs its function for as long as it lives: the same request has the same, so that they stay few.
    name = f"score_frame_{sha256(f'{request}{rows}'.encode()).hexdigest()[:16]}"
    quoted = ['"' + column.replace('"', '""') + '"' for column in request.inputs]
    given = ", ".join(f"{column} := {column}" for column in quoted)
    # All connections of a database share its functions, so it may be there already. A cursor has a transaction of its
    # own, so that it outlives one that is open here.
    with _creating, suppress(duckdb.CatalogException), connection.cursor() as cursor:
        _create(cursor, name, request, rows)
    try:
        return frame.project(f"*, unnest({name}(struct_pack({given})))")
    except duckdb.CatalogException:  # a transaction that is open here and older does not see it
        name = f"{name}_{uuid4().hex}"
        _create(connection, name, request, rows)
        return frame.project(f"*, unnest({name}(struct_pack({given})))")


def _create(connection: Any, name: str, request: Request, rows: Any) -> None:
    import duckdb

    result = duckdb.struct_type(dict.fromkeys(request.numbers, duckdb.type("DOUBLE")))
    connection.create_function(name, _scorer(request), [rows], result, type="arrow", null_handling="special")


@cache
def _scorer(request: Request) -> Callable[[Any], Any]:
    """Give the function for a request, and keep it: duckdb lets go of it with the connection that brought it."""
    return lambda rows: _score_structs(request, rows)  # duckdb would read the types of a named function


def _connection(frame: Any) -> Any:
    """Give the connection of a relation, None before duckdb 2, which does not tell it: then nothing is lazy."""
    return getattr(frame, "_con", None)


def _score_structs(request: Request, rows: Any) -> Any:
    """Score rows that duckdb hands over as structs, and hand the scores back as structs."""
    import pyarrow as pa

    found = request.score(dict(zip(request.inputs, rows.flatten(), strict=True)), len(rows), where=_WHERE)
    return pa.StructArray.from_arrays([pa.array(values) for values in found.values()], list(found))


_ENGINES = {"polars": _polars, "duckdb": _duckdb, "dask": _dask, "pyspark": _spark}
