"""Tables in files, written batch by batch: CSV, Parquet and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from math import isfinite
from typing import IO, TYPE_CHECKING, Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from interview_outcome.frames.files.readers import bad_file

if TYPE_CHECKING:
    from interview_outcome.frames.files.readers import Batch

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
        self.rows.writerows(zip(*[_texts(values) for values in batch.columns.values()], strict=True))

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
        rows = zip(*[_listed(batch.columns[name]) for name in added], strict=True)
        for row, values in zip(given, rows, strict=True):
            self.file.write(_json(row | dict(zip(added, values, strict=True))).encode() + b"\n")

    def close(self) -> None:
        """Nothing is left."""


class _ParquetWriter:
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.writer: Any = None

    def write(self, batch: Batch) -> None:
        """Write some rows; the types are those of the first batch."""
        arrays = {}
        for name, values in batch.columns.items():
            kind = None if self.writer is None else self.writer.schema.field(name).type
            try:
                array = pa.array(values) if isinstance(values, list) else values
                arrays[name] = array if kind is None else array.cast(kind)
            except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
                message = f"The values of column {name!r} are not of one type, which Parquet needs: {error}."
                raise bad_file(message, "Write JSON lines instead.") from None
        table = pa.table(arrays).replace_schema_metadata(batch.metadata)
        if self.writer is None:
            self.writer = pq.ParquetWriter(self.file, table.schema)
        self.writer.write_table(table)

    def close(self) -> None:
        """Write the end of the file."""
        if self.writer is not None:
            self.writer.close()


def _listed(values: Any) -> list[Any]:
    return values if isinstance(values, list) else values.to_pylist()


def _texts(values: Any) -> list[Any]:
    """Give values as CSV can hold them: lists and objects as JSON."""
    return [_json(value) if isinstance(value, list | dict) else value for value in _listed(values)]


def _json(value: Any) -> str:
    """Write JSON, which has no NaN and no infinity: null stands for them."""
    try:
        return json.dumps(value, ensure_ascii=False, default=_plain, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=False, default=_plain)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list):
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
