"""A table of interviews with each different one once: answers are few, so that many rows are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table

    Floats = NDArray[np.float64]

__all__ = ["DistinctRows", "draw_rows", "find_distinct"]


class DistinctRows(NamedTuple):
    """Interviews, each different one once.

    Parameters
    ----------
    table : Table
        Sorted, so that the order in which somebody wrote them down changes nothing, not even by rounding.
    results : array of float
        The share of offers among the same interviews.
    counts : array of float
        How many interviews are the same.
    """

    table: Table
    results: Floats
    counts: Floats


def find_distinct(table: Table, results: Floats) -> DistinctRows:
    """Put the same interviews of a table together.

    Examples
    --------
    >>> import numpy as np, pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> table = parse_table(pd.DataFrame({"praised": ["yes", None, "yes"], "stage": "final"}))
    >>> rows = find_distinct(table, np.array([1.0, 1.0, 0.0]))
    >>> rows.table.answers["praised"].tolist(), rows.results.tolist(), rows.counts.tolist()
    ([1, -1], [0.5, 1.0], [2.0, 1.0])
    """
    columns = [codes for _, codes in sorted({**table.answers, **table.context}.items())]
    columns += [] if table.on is None else [table.on]
    packed = np.column_stack(
        [np.ascontiguousarray(each).view(np.uint8).reshape(table.rows, -1) for each in columns]
    )
    keys = np.ascontiguousarray(packed).view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first, places, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    offers = np.bincount(places, weights=results, minlength=len(first))
    return DistinctRows(table[first], offers / counts, counts.astype(np.float64))


def draw_rows(rows: DistinctRows, number: int) -> DistinctRows:
    """Draw some interviews at random, without replacement and always the same ones.

    Examples
    --------
    >>> import numpy as np, pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> table = parse_table(pd.DataFrame({"praised": ["yes"] * 90 + ["no"] * 10}))
    >>> drawn = draw_rows(find_distinct(table, np.tile([1.0, 0.0], 50)), 50)
    >>> drawn.table.answers["praised"].tolist(), drawn.results.tolist(), drawn.counts.sum()
    ([0, 1], [0.5, 0.5], np.float64(50.0))
    """
    upper = np.cumsum(rows.counts)
    drawn = np.random.default_rng(0).choice(int(upper[-1]), number, replace=False)
    places, counts = np.unique(np.searchsorted(upper, drawn, side="right"), return_counts=True)
    return DistinctRows(rows.table[places], rows.results[places], counts.astype(np.float64))
