"""Tables in files, written batch by batch: CSV, Parquet and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from datetime import date, datetime
from math import isfinite
from typing import IO, TYPE_CHECKING, Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from interview_outcome.errors import shown
from interview_outcome.frames.files.batches import bad_file
from interview_outcome.frames.files.json_lines import UNFIT, both

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_outcome.frames.files.batches import Batch

__all__ = ["WRITERS", "Writer"]


class Writer(Protocol):
    """Writes batches into a file; each has the columns of the first."""

    def __init__(self, file: IO[bytes]) -> None: ...

    def write(self, batch: Batch) -> None:
        """Write some rows."""

    def close(self) -> None:
        """Write what is left."""


class _CsvWriter:
    def __init__(self, file: IO[bytes]) -> None:
        self.text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        self.rows = csv.writer(self.text, lineterminator="\n")
        self.begun = False

    def write(self, batch: Batch) -> None:
        """Write some rows, the header before the first."""
        if not self.begun:
            self.rows.writerow(batch.columns)
            self.begun = True
        self.rows.writerows(zip(*[_texts(name, batch) for name in batch.columns], strict=True))

    def close(self) -> None:
        """Hand over what is left, and leave the file to its owner."""
        self.text.detach()


class _JsonWriter:
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def write(self, batch: Batch) -> None:
        """Write some rows; objects that were read keep the keys that they had."""
        given = [{} for _ in batch.numbers] if batch.objects is None else batch.objects
        added = list(batch.columns) if batch.objects is None else batch.added
        rows = zip(*[_listed(name, batch) for name in added], strict=True)
        for row, values in zip(given, rows, strict=True):
            self.file.write(_json(row | dict(zip(added, values, strict=True))).encode() + b"\n")

    def close(self) -> None:
        """Nothing is left."""


class _ParquetWriter:
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.writer: Any = None
        self.kinds: dict[str, pa.DataType] = {}

    def write(self, batch: Batch) -> None:
        """Write some rows; each column has one type in all of them."""
        arrays = {}
        for name, values in batch.columns.items():
            if isinstance(values, list) and self.writer is None:
                self.kinds[name] = _kind(values, batch.types[name])
            arrays[name] = _array(name, batch, self.kinds[name]) if isinstance(values, list) else values
        table = pa.table(arrays).replace_schema_metadata(batch.metadata)
        try:
            if self.writer is None:
                self.writer = pq.ParquetWriter(self.file, table.schema)
            self.writer.write_table(table)
        except pa.ArrowException as error:
            message = f"Parquet cannot hold the table: {str(error).rstrip('.')}."
            raise bad_file(message, "Write JSON lines instead.") from None

    def close(self) -> None:
        """Write the end of the file."""
        if self.writer is not None:
            self.writer.close()


def _kind(values: list[Any], kinds: list[pa.DataType]) -> pa.DataType:
    """Choose the type of a column: that of its first good rows, as wide as the whole file needs it."""
    most = kinds[0] if kinds else pa.null()
    try:
        own = pa.array(values).type
    except UNFIT:
        return most
    return next((kind for kind in kinds if _holds(kind, own)), most)


def _holds(kind: pa.DataType, other: pa.DataType) -> bool:
    try:
        return bool(both(kind, other) == kind)
    except UNFIT:
        return False


def _array(name: str, batch: Batch, kind: pa.DataType) -> pa.Array:
    """Give a list as arrow holds it, of one type; what does not fit is told with its row."""
    values = batch.columns[name]
    try:
        return pa.array(values, kind)
    except UNFIT:
        row = _first(lambda row: pa.array([values[row]], kind))
    try:
        pa.array([values[row]])
        why = f"does not fit, as other rows hold {kind}: Parquet needs one type"
    except UNFIT:
        why = "is nothing that Parquet can hold"
    message = f"{_place(name, batch, row)}: {shown(values[row])} {why}."
    raise bad_file(message, "Write JSON lines instead.")


def _listed(name: str, batch: Batch) -> list[Any]:
    """Give a column as Python's own values."""
    values = batch.columns[name]
    if isinstance(values, list):
        return values
    try:
        listed: list[Any] = values.to_pylist()
    except (OverflowError, ValueError):
        row = _first(lambda row: values[row].as_py())
        message = f"{_place(name, batch, row)}: this {values.type} is beyond what can be written as text."
        raise bad_file(message, "Write Parquet instead.") from None
    return listed


def _first(attempt: Callable[[int], object]) -> int:
    """Give the first row with which an attempt fails."""
    row = 0
    with suppress(*UNFIT, ValueError):
        while True:
            attempt(row)
            row += 1
    return row


def _place(name: str, batch: Batch, row: int) -> str:
    return f"Row {batch.numbers[row]}, column {name!r}"


def _texts(name: str, batch: Batch) -> list[Any]:
    """Give values as CSV can hold them: lists and objects as JSON."""
    return [_json(value) if isinstance(value, list | dict) else value for value in _listed(name, batch)]


def _json(value: Any) -> str:
    """Write JSON, which has no NaN and no infinity: null stands for them."""
    try:
        return json.dumps(value, ensure_ascii=False, default=_plain, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=False, default=_plain)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):  # arrow gives a map as a list of pairs
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _plain(value: object) -> Any:
    """Give JSON's form of what arrow holds besides JSON's own types."""
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


WRITERS: dict[str, type[Writer]] = {
    ".csv": _CsvWriter,
    ".parquet": _ParquetWriter,
    ".jsonl": _JsonWriter,
    ".ndjson": _JsonWriter,
}
