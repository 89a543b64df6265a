"""Tables in files, written batch by batch: CSV, Parquet and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from interview_outcome.frames.readers import bad_file

if TYPE_CHECKING:
    from interview_outcome.frames.readers import Batch

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
        self.names: list[str] | None = None

    def write(self, batch: Batch) -> None:
        """Write some rows, the header before the first."""
        if self.names is None:
            self.names = list(batch.columns)
            self.rows.writerow(self.names)
        _refuse_new(self.names, batch)
        self.rows.writerows(zip(*[_values(batch, name) for name in self.names], strict=True))

    def close(self) -> None:
        """Hand over what is left, and leave the file to its owner."""
        self.text.detach()


class _JsonWriter:
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def write(self, batch: Batch) -> None:
        """Write some rows; objects that were read keep the keys that they had."""
        given = [{} for _ in batch.numbers] if batch.objects is None else batch.objects
        known = {name for row in given for name in row}
        added = [name for name in batch.columns if name not in known]
        rows = zip(*[_values(batch, name) for name in added], strict=True) if added else ((),) * len(given)
        for row, values in zip(given, rows, strict=True):
            whole = row | {
                name: None if value != value else value  # noqa: PLR0124  JSON has no NaN
                for name, value in zip(added, values, strict=True)
            }
            self.file.write(json.dumps(whole, ensure_ascii=False, default=_plain).encode() + b"\n")

    def close(self) -> None:
        """Nothing is left."""


class _ParquetWriter:
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.writer: Any = None

    def write(self, batch: Batch) -> None:
        """Write some rows; the types are those of the first batch."""
        if self.writer is not None:
            _refuse_new(self.writer.schema.names, batch)
        arrays = {}
        for name in batch.columns if self.writer is None else self.writer.schema.names:
            kind = None if self.writer is None else self.writer.schema.field(name).type
            try:
                array = pa.array(_values(batch, name)) if _is_list(batch, name) else batch.columns[name]
                arrays[name] = array if kind is None else array.cast(kind)
            except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
                message = f"The values of column {name!r} are not of one type, which Parquet needs: {error}."
                raise bad_file(message, "Write JSON lines instead.") from None
        table = pa.table(arrays)
        if self.writer is None:
            self.writer = pq.ParquetWriter(self.file, table.schema)
        self.writer.write_table(table)

    def close(self) -> None:
        """Write the end of the file."""
        if self.writer is not None:
            self.writer.close()


def _is_list(batch: Batch, name: str) -> bool:
    return isinstance(batch.columns.get(name), list | None)


def _values(batch: Batch, name: str) -> list[Any]:
    """Give the values of a column, None for one that the batch does not have."""
    values = batch.columns.get(name)
    if values is None:
        return [None] * len(batch.numbers)
    return values if isinstance(values, list) else values.to_pylist()


def _refuse_new(names: list[str], batch: Batch) -> None:
    new = [name for name in batch.columns if name not in names]
    if new:
        row = batch.numbers[0]
        message = f"Column {new[0]!r} turns up in row {row} or later, when the first rows are written."
        raise bad_file(message, "Write JSON lines, which need no common columns.")


def _plain(value: object) -> Any:
    """Give JSON's form of what arrow holds besides JSON's own types."""
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


WRITERS: dict[str, type[Writer]] = {
    ".csv": _CsvWriter,
    ".parquet": _ParquetWriter,
    ".jsonl": _JsonWriter,
    ".ndjson": _JsonWriter,
}
