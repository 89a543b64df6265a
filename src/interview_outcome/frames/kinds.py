"""Kinds of frames: which library a frame comes from, and how to reach its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

import narwhals.stable.v2 as nw

from interview_outcome.errors import OutcomeError, Problem, shown

__all__ = ["eager_columns", "wrap"]


def wrap(frame: Any) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """Recognise a frame, eager or lazy, by narwhals."""
    names = [name for name, count in Counter(_names(frame)).items() if count > 1]
    if names:
        message = f"The frame has several columns of one name: {', '.join(map(shown, names))}."
        raise OutcomeError([Problem("duplicate_columns", "columns", names, message, "Rename all but one.")])
    try:
        return cast("nw.DataFrame[Any] | nw.LazyFrame[Any]", nw.from_native(frame))
    except TypeError:
        message = f"This is {shown(frame)}, no frame of a library that is known."
        hint = "Give a frame of pandas, polars, pyarrow, duckdb, dask or pyspark."
        raise OutcomeError([Problem("bad_frame", "frame", frame, message, hint)]) from None


def eager_columns(frame: Any) -> tuple[int, dict[str, Any]]:
    """Give the number of rows, and the columns as pandas or arrow holds them."""
    wrapped = wrap(frame)
    if isinstance(wrapped, nw.LazyFrame):
        message = "This is a lazy frame: its rows are not there yet."
        raise OutcomeError([Problem("lazy_frame", "frame", frame, message, "Collect it first.")])
    if wrapped.implementation is nw.Implementation.PANDAS:
        return len(frame), {name: frame[name] for name in frame.columns}
    return len(wrapped), {name: wrapped[name].to_arrow() for name in wrapped.columns}


def _names(frame: Any) -> list[Any]:
    """Give the column names of a frame that may hold one twice; polars never does."""
    kind = type(frame).__module__.partition(".")[0]
    if kind == "polars":
        return []
    names = getattr(frame, "column_names" if kind == "pyarrow" else "columns", ())
    return list(names) if isinstance(names, Iterable) else []
