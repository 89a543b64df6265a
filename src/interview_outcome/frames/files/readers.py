"""Tables in files, read batch by batch: CSV, Parquet and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from contextlib import contextmanager, suppress
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from interview_outcome.errors import OutcomeError, Problem, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["BATCH", "READERS", "Batch", "Broken", "bad_file"]

# Rows at a time: enough to be fast, and few enough for a small machine.
BATCH = 50_000


class Broken(NamedTuple):
    """A row that is no row of the table: its number, what stands there, and why."""

    number: int
    content: str
    problem: Problem


class Batch(NamedTuple):
    """Some rows of a file.

    Parameters
    ----------
    columns : dict of str to arrow array or list
        By name.
    numbers : sequence of int
        The number of each row in the file, from 1.
    share : float
        How much of the file has been read with it, in [0, 1].
    broken : sequence of Broken
        Rows between them that could not be read.
    objects : list of dict, optional
        The rows as JSON objects, where the file holds such.
    added : tuple of str
        Names of columns that were added to those of the file.
    metadata : dict, optional
        What a Parquet file says about its columns, such as which of them is the index.
    """

    columns: dict[str, Any]
    numbers: Sequence[int]
    share: float
    broken: Sequence[Broken] = ()
    objects: list[dict[str, Any]] | None = None
    added: tuple[str, ...] = ()
    metadata: dict[bytes, bytes] | None = None

    def take(self, rows: list[int]) -> Batch:
        """Give some of the rows, without those that are broken."""
        columns = {
            name: [values[row] for row in rows]
            if isinstance(values, list)
            else values.take(pa.array(rows, pa.int64()))
            for name, values in self.columns.items()
        }
        objects = None if self.objects is None else [self.objects[row] for row in rows]
        numbers = [self.numbers[row] for row in rows]
        return self._replace(columns=columns, numbers=numbers, broken=(), objects=objects)


def _read_csv(file: IO[bytes], size: int) -> Iterator[Batch]:
    """Read CSV with a header; every value is text, and a row with too many or too few of them is broken."""
    with _text(file) as text:
        rows = csv.reader(text, strict=True)
        names = next(rows, None)
        if not names:
            raise bad_file("The file has no header.", "Write the names of the columns into its first line.")
        _refuse_doubles(names)
        number = 0
        while chunk := list(islice(rows, BATCH)):
            found: list[list[str]] = []
            numbers, broken = [], []
            for row in filter(None, chunk):  # without empty lines
                number += 1
                if len(row) == len(names):
                    found.append(row)
                    numbers.append(number)
                else:
                    message = f"Row {number} has {len(row)} values; the header has {len(names)}."
                    problem = Problem(
                        "bad_row", f"row {number}", row[:3], message, "Mend its commas and quotes."
                    )
                    broken.append(Broken(number, _line(row), problem))
            yield Batch(_transposed(names, found), numbers, file.tell() / size, broken)
        if not number:
            yield Batch(_transposed(names, []), [], 1.0)


@contextmanager
def _text(file: IO[bytes]) -> Iterator[io.TextIOWrapper]:
    """Read a file as text, and leave it open to its owner."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        yield text
    finally:
        with suppress(ValueError):  # the owner has closed it already
            text.detach()


def _line(values: list[str]) -> str:
    """Write values as a line of CSV again."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def _transposed(names: list[str], rows: list[list[str]]) -> dict[str, Any]:
    """Turn rows into columns of text, as arrow holds it: it finds distinct texts faster than Python."""
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return {name: pa.array(values, pa.string()) for name, values in zip(names, columns, strict=True)}


def _read_json(file: IO[bytes], size: int) -> Iterator[Batch]:
    """Read JSON lines, one object a line; a line that is none is broken.

    A first reading finds the names of all columns, which may turn up in any line.
    """
    with _text(file) as lines:
        rows = (_object(line)[0] or {} for line in lines)
        names = dict.fromkeys(name for row in rows for name in row)
    file.seek(0)
    with _text(file) as lines:
        number = 0
        while chunk := list(islice(lines, BATCH)):
            objects, numbers, broken = [], [], []
            for line in filter(str.strip, chunk):  # without empty lines
                number += 1
                row, why = _object(line)
                if row is None:
                    hint = 'Write one object a line, such as {"praised": true}.'
                    problem = Problem("bad_row", f"row {number}", None, f"Row {number} {why}.", hint)
                    broken.append(Broken(number, line.rstrip("\r\n"), problem))
                else:
                    objects.append(row)
                    numbers.append(number)
            columns = {name: [row.get(name) for row in objects] for name in names}
            yield Batch(columns, numbers, file.tell() / size, broken, objects)
        if not number:
            yield Batch({name: [] for name in names}, [], 1.0, (), [])


def _object(line: str) -> tuple[dict[str, Any] | None, str]:
    """Give the object of a line, or None and why there is none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return None, f"is not valid JSON: {error}"
    return (row, "") if isinstance(row, dict) else (None, f"is {shown(row)}, not an object")


def _read_parquet(file: IO[bytes], size: int) -> Iterator[Batch]:  # noqa: ARG001  the number of rows is known
    """Read Parquet."""
    try:
        source = pq.ParquetFile(file)
    except pa.ArrowInvalid as error:
        raise bad_file(f"The file is not valid Parquet: {error}.", "Check that it is complete.") from None
    names = source.schema_arrow.names
    _refuse_doubles(names)
    rows, done = source.metadata.num_rows, 0
    batches = (
        source.iter_batches(BATCH) if rows else [pa.RecordBatch.from_pylist([], schema=source.schema_arrow)]
    )
    for batch in batches:
        first, done = done + 1, done + batch.num_rows
        columns = dict(zip(names, batch.columns, strict=True))
        share = done / rows if rows else 1.0
        yield Batch(columns, range(first, done + 1), share, metadata=source.schema_arrow.metadata)


def _refuse_doubles(names: Sequence[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        message = f"The file has several columns of one name: {', '.join(map(shown, twice))}."
        raise OutcomeError([Problem("duplicate_columns", "columns", twice, message, "Rename all but one.")])


def bad_file(message: str, hint: str) -> OutcomeError:
    """Make the error of a file that cannot be read or written as a table."""
    return OutcomeError([Problem("bad_file", "file", None, message, hint)])


READERS: dict[str, Callable[[IO[bytes], int], Iterator[Batch]]] = {
    ".csv": _read_csv,
    ".parquet": _read_parquet,
    ".jsonl": _read_json,
    ".ndjson": _read_json,
}
