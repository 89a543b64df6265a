"""What is weak about a table of interviews with results, although it can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from interview_outcome.checklist import Remark
from interview_outcome.checklist_values import CONTEXT_KEYS
from interview_outcome.display.text import counted
from interview_outcome.frames.columns.faults import COUNTED
from interview_outcome.frames.columns.table import ON, misspelled
from interview_outcome.learning.outcomes import AUTHOR, RESULT
from interview_outcome.names import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table

__all__ = ["FEW_OF_ONE_RESULT", "FEW_ROWS", "find_weakness"]

FEW_ROWS, FEW_OF_ONE_RESULT = 30, 5
# Rows of which so few alike are expected by chance, in the whole table, are likely one interview written down twice.
_BY_CHANCE = 0.05
_SHOWN = 5
# Context keys are everyday words, so a column must be very like one to be asked about.
_VERY_LIKE = 0.9


def find_weakness(
    table: Table,
    results: NDArray[np.float64],
    authors: NDArray[np.intp] | None,
    row_numbers: NDArray[np.intp],
    unused: list[str],
) -> list[Remark]:
    """Look for too few rows, rows that stand there twice, answers that never differ, and mistyped columns.

    Parameters
    ----------
    table : Table
        The interviews.
    results : array of float
        1 for an offer, 0 for a refusal.
    authors : array of int or None
        Whose interview each is.
    row_numbers : array of int
        Where each interview stands in the user's table.
    unused : list of str
        Columns that are neither signals nor context.

    Examples
    --------
    >>> import numpy as np, pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> table = parse_table(pd.DataFrame({"praised": ["yes"] * 40}))
    >>> results, rows = np.tile([1.0, 0.0], 20), np.arange(1, 41)
    >>> for remark in find_weakness(table, results, None, rows, ["Stage"]):
    ...     print(remark.text)
    Column 'Stage' was not used. If 'stage' is meant, rename it.
    The same answer in every row tells nothing apart: praised.
    """
    return [
        *_mistyped(table, unused),
        *_few(results),
        *_constant(table),
        *_twice(table, results, authors, row_numbers),
    ]


def _mistyped(table: Table, unused: list[str]) -> list[Remark]:
    """Ask about columns that are named almost like a signal, a context key or the author."""
    day = [] if table.on is None else [ON]
    found = misspelled([*unused, *table.answers, *table.context, *day])
    keys = tuple(key for key in (*CONTEXT_KEYS, AUTHOR) if key not in table.context)
    near = {name: found.get(name) or nearest(name, keys, likeness=_VERY_LIKE) for name in unused}
    return [
        Remark(
            "mistyped_column", (name,), f"Column {name!r} was not used. If {_meant(key)} is meant, rename it."
        )
        for name, key in near.items()
        if key
    ]


def _meant(key: str) -> str:
    """Name what a column may be meant to be; "candidate" may be either of two things."""
    return "'candidates' (how many) or 'author' (who)" if key == "candidates" else repr(key)


def _few(results: NDArray[np.float64]) -> list[Remark]:
    found = []
    if len(results) < FEW_ROWS:
        rows = counted(len(results), "interview")
        text = f"Only {rows} with a result: at least {FEW_ROWS} are needed to lean on it."
        found.append(Remark("few_rows", (RESULT,), text))
    offers = int(results.sum())
    for number, word in ((offers, "offer"), (len(results) - offers, "refusal")):
        if number < FEW_OF_ONE_RESULT:
            text = f"Only {counted(number, word)}: at least {FEW_OF_ONE_RESULT} are needed to lean on it."
            found.append(Remark("few_of_one_result", (RESULT,), text))
    return found


def _constant(table: Table) -> list[Remark]:
    """Find signals with one and the same answer in every row."""
    if table.rows < FEW_ROWS:
        return []
    same = [signal for signal, codes in table.answers.items() if codes[0] >= 0 and (codes == codes[0]).all()]
    if not same:
        return []
    text = f"The same answer in every row tells nothing apart: {', '.join(same)}."
    return [Remark("constant", tuple(same), text)]


def _twice(
    table: Table,
    results: NDArray[np.float64],
    authors: NDArray[np.intp] | None,
    row_numbers: NDArray[np.intp],
) -> list[Remark]:
    """Find rows that are the same in all that is known, where that is more than chance."""
    columns = [*table.answers.values(), *table.context.values(), results]
    if authors is not None:
        columns.append(authors)
    # Rows are told apart by a random sum of their cells: right but for one chance in 2 ** 60.
    factors = np.random.default_rng(0).integers(2**62, size=len(columns))
    keys = np.zeros(table.rows, dtype=np.int64)
    for codes, factor in zip(columns, factors, strict=True):
        keys += codes.astype(np.int64) * factor
    order = np.argsort(keys, kind="stable")
    again = order[1:][keys[order[1:]] == keys[order[:-1]]]
    if not len(again):
        return []
    by_chance = _expected(columns, again) * table.rows  # each row could have a twin
    rows = np.sort(row_numbers[again[by_chance < _BY_CHANCE]]).tolist()
    if not rows:
        return []
    named = ", ".join(map(str, rows[:_SHOWN]))
    more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
    text = f"The same as a row before: row {named}{more}. An interview that stands there twice counts twice. {COUNTED}"
    return [Remark("duplicate_rows", (), text)]


def _expected(columns: Sequence[NDArray[Any]], rows: NDArray[np.intp]) -> NDArray[np.float64]:
    """Give how many rows are expected to be like each of some rows, if columns go their own ways."""
    found = np.full(len(rows), float(len(columns[0])))
    for codes in columns:
        _, place, count = np.unique(codes, return_inverse=True, return_counts=True)
        found *= count[place[rows]] / len(codes)
    return found
