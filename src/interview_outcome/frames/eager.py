"""Eager frames: the rows are in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from interview_outcome.frames.kinds import arrow_or_list, wrap

if TYPE_CHECKING:
    from interview_outcome.frames.request import Request

__all__ = ["add_eager"]


def add_eager(frame: Any, request: Request, *, where: str = "") -> Any:
    """Add the columns of a request to an eager frame; its own columns are shared, not copied.

    Parameters
    ----------
    frame : eager frame
        Of pandas, polars, pyarrow or another library that narwhals knows.
    request : Request
        What is asked.
    where : str
        What the rows are rows of, for messages.
    """
    wrapped = wrap(frame)
    if wrapped.implementation is nw.Implementation.PANDAS:
        columns = {name: frame[name] for name in request.inputs}
        found = request.score(columns, len(frame), where=where)
        added = frame.copy(deep=False)
        for name, values in found.items():
            added[name] = values
        return added
    columns = {name: arrow_or_list(wrapped[name]) for name in request.inputs}
    backend, numbers = wrapped.implementation, request.numbers
    return wrapped.with_columns(
        nw.new_series(name, values, nw.Float64() if name in numbers else nw.String(), backend=backend)
        for name, values in request.score(columns, len(wrapped), where=where).items()
    ).to_native()
