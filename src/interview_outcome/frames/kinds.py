"""Kinds of frames: which library a frame comes from, and how to reach its columns."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from interview_outcome.errors import OutcomeError, Problem, shown

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["arrow_or_list", "column_names", "eager_columns", "lazy_engine", "unwrap", "wrap"]

_NOT_IN_ARROW = (nw.Object, nw.Int128, nw.UInt128)
_LAZY = ("polars", "duckdb", "dask", "pyspark")


def lazy_engine(frame: Any) -> str | None:
    """Name the engine of a lazy frame, None for any other thing."""
    engine = _library(frame)
    lazy = engine in _LAZY and (engine != "polars" or type(frame).__name__ == "LazyFrame")
    return engine if lazy else None


def unwrap(frame: Any) -> tuple[Any, Callable[[Any], Any]]:
    """Give the frame inside a wrapper of narwhals, and a way to wrap another; any other frame is its own inside."""
    if _library(frame) != "narwhals":
        return frame, lambda other: other
    module = type(frame).__module__.split(".")
    api = import_module(".".join(module[:3]) if module[1] == "stable" else "narwhals")
    return frame.to_native(), api.from_native


def column_names(frame: Any) -> list[Any]:
    """Give the names of the columns of a frame, eager or lazy; refuse a name that two columns have."""
    if lazy_engine(frame) == "polars":
        return list(frame.collect_schema())
    plain = lazy_engine(frame) or (_library(frame) == "pandas" and hasattr(frame, "columns"))
    names = list(frame.columns) if plain else _wrapped_names(frame)
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        message = f"The frame has several columns of one name: {', '.join(map(shown, twice))}."
        raise OutcomeError([Problem("duplicate_columns", "columns", twice, message, "Rename all but one.")])
    return names


def wrap(frame: Any) -> nw.DataFrame[Any]:
    """Recognise an eager frame by narwhals."""
    try:
        return cast("nw.DataFrame[Any]", nw.from_native(frame, eager_only=True))
    except TypeError:
        message = f"This is {shown(frame)}, no frame of a library that is known."
        hint = "Give a frame of pandas, polars, pyarrow, duckdb, dask or pyspark."
        raise OutcomeError([Problem("bad_frame", "frame", shown(frame), message, hint)]) from None


def eager_columns(frame: Any) -> tuple[int, dict[str, Any]]:
    """Give the number of rows, and the columns as pandas or arrow holds them."""
    frame, _ = unwrap(frame)
    if lazy_engine(frame):
        message = "This is a lazy frame: its rows are not there yet."
        raise OutcomeError([Problem("lazy_frame", "frame", shown(type(frame)), message, "Collect it first.")])
    names = column_names(frame)
    if _library(frame) == "pandas":
        return len(frame), {name: frame[name] for name in names}
    wrapped = wrap(frame)
    return len(wrapped), {name: arrow_or_list(wrapped[name]) for name in names}


def arrow_or_list(series: nw.Series[Any]) -> Any:
    """Give a column as arrow holds it; as a list where arrow has no such type."""
    return series.to_list() if series.dtype in _NOT_IN_ARROW else series.to_arrow()


def _library(frame: Any) -> str:
    return type(frame).__module__.partition(".")[0].lstrip("_")


def _wrapped_names(frame: Any) -> list[Any]:
    if _library(frame) == "pyarrow" and hasattr(frame, "column_names"):
        return list(frame.column_names)
    return list(wrap(frame).columns)
