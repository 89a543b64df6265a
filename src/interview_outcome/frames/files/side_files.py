"""Rows with problems in a file of their own: written to be mended, and read again."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from interview_outcome.errors import Problem
from interview_outcome.frames.files.batches import Batch, Broken

__all__ = ["bad_rows", "without_told"]

_NUMBER, _PROBLEM, _TEXT = _TOLD = ("bad_row_number", "bad_row_problem", "bad_row_text")


def bad_rows(batch: Batch, wrong: dict[int, list[str]]) -> Batch:
    """Give bad rows as they were read, with number and problems, and the text of those that are broken."""
    found = batch.take(list(wrong))
    texts = [" ".join(each) for each in wrong.values()] + [str(each.problem) for each in batch.broken]
    numbers = [*found.numbers, *(each.number for each in batch.broken)]
    told: dict[str, Any] = {
        _NUMBER: pa.array(numbers, pa.int64()),
        _PROBLEM: pa.array(texts, pa.string()),
        _TEXT: pa.array([None] * len(wrong) + [each.content for each in batch.broken], pa.string()),
    }
    columns = {name: _longer(values, len(batch.broken)) for name, values in found.columns.items()}
    objects = None if found.objects is None else [*found.objects, *({} for _ in batch.broken)]
    both = found._replace(columns=told | columns, numbers=numbers, objects=objects, added=tuple(told))
    return both.take(sorted(range(len(numbers)), key=numbers.__getitem__))


def _longer(values: Any, rows: int) -> Any:
    """Add rows in which nothing stands."""
    if isinstance(values, list):
        return values + [None] * rows
    return pa.concat_arrays([values, pa.nulls(rows, values.type)]) if rows else values


def without_told(batch: Batch) -> Batch:
    """Leave out what an earlier run told of bad rows; a row that has nothing but its text is still broken."""
    texts = batch.columns.get(_TEXT, [])
    columns = {name: values for name, values in batch.columns.items() if name not in _TOLD}
    if len(columns) == len(batch.columns):
        return batch
    objects = batch.objects
    if objects is not None:
        objects = [{name: row[name] for name in row if name not in _TOLD} for row in objects]
    batch = batch._replace(columns=columns, objects=objects)
    listed = texts if isinstance(texts, list) else texts.to_pylist()
    left = {
        row: _not_mended(batch.numbers[row], text)
        for row, text in enumerate(listed)
        if isinstance(text, str) and text and all(_is_empty(values[row]) for values in columns.values())
    }
    if not left:
        return batch
    rest = batch.take([row for row in range(len(batch.numbers)) if row not in left])
    broken = sorted([*batch.broken, *left.values()], key=lambda each: each.number)
    return rest._replace(broken=broken)


def _is_empty(value: Any) -> bool:
    return (value.as_py() if isinstance(value, pa.Scalar) else value) in (None, "")


def _not_mended(number: int, text: str) -> Broken:
    message = f"Row {number} has not been mended: what it holds stands in {_TEXT} alone."
    hint = "Write its values into their columns."
    return Broken(number, text, Problem("bad_row", f"row {number}", text, message, hint))
