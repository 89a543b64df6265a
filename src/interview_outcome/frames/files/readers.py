"""Tables in files, read batch by batch: CSV, Parquet and JSON lines."""

from __future__ import annotations

import csv
import io
from collections import Counter
from contextlib import contextmanager
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.frames.files import batches
from interview_outcome.frames.files.batches import Batch, Broken, bad_file
from interview_outcome.frames.files.json_lines import find_types, read_json
from interview_outcome.frames.files.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["READERS", "read_batches", "suffix"]


def read_batches(path: Path, *, typed: bool = False) -> Generator[Batch, None, None]:
    """Read a file, its format by extension; what goes wrong while it is read is said in words.

    Types of columns that are lists are told where they are asked for, as a reading of the whole file finds them.
    """
    with _opened(path) as file:
        reader = READERS[suffix(path)]
        types = find_types(file) if typed and reader is read_json else {}
        file.seek(0)
        for batch in reader(file, max(path.stat().st_size, 1)):
            yield batch._replace(types=types)


def suffix(path: Path) -> str:
    """Give the extension, by which a format is known."""
    return path.suffix.lower()


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        # Opening a pipe would wait for who writes to it.
        if path.exists() and not path.is_file() and not path.is_dir():
            message = f"{path} cannot be read: it is a pipe or a device."
            hint = "Write the table into a file first."
            raise OutcomeError([Problem("cannot_read", str(path), None, message, hint)])
        with path.open("rb") as file:
            yield file
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror or error}."
        raise OutcomeError([Problem("cannot_read", str(path), None, message, "Check the path.")]) from None
    except UnicodeDecodeError:
        message = f"{path} is not text in UTF-8."
        raise OutcomeError([Problem("not_text", str(path), None, message, "Save it as UTF-8.")]) from None
    except csv.Error as error:
        raise bad_file(f"{path} is not valid CSV: {error}.", "Mend its quotation marks.") from None


def _read_csv(file: IO[bytes], size: int) -> Iterator[Batch]:
    """Read CSV with a header; every value is text, and a row with too many or too few of them is broken."""
    with as_text(file) as text:
        rows = _csv_rows(text)
        names = next(rows, None)
        if not names:
            raise bad_file("The file has no header.", "Write the names of the columns into its first line.")
        _refuse_doubles(names)
        # An empty line is no row, but for one column it is how a blank cell is written.
        empty = [[""]] if len(names) == 1 else []
        number = 0
        while chunk := list(islice(rows, batches.BATCH)):
            found: list[list[str]] = []
            numbers, broken = [], []
            for row in (each for line in chunk for each in ([line] if line else empty)):
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


def _csv_rows(text: Iterable[str]) -> Iterator[list[str]]:
    """Split lines; a cell that is longer than the module csv reads ends the file, and its line is named."""
    rows, longest = csv.reader(text, strict=True), csv.field_size_limit()
    try:
        yield from rows
    except csv.Error as error:
        if "field limit" not in str(error):
            raise
        message = f"Line {rows.line_num} of the file is in a cell of more than {longest:,} characters."
        hint = "Close the quotation mark before it, if that is missing; else save the table as JSON lines or Parquet."
        raise bad_file(message, hint) from None


def _line(values: list[str]) -> str:
    """Write values as a line of CSV again."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def _transposed(names: list[str], rows: list[list[str]]) -> dict[str, Any]:
    """Turn rows into columns of text, as arrow holds it: it finds distinct texts faster than Python."""
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return {name: pa.array(values, pa.string()) for name, values in zip(names, columns, strict=True)}


def _read_parquet(file: IO[bytes], size: int) -> Iterator[Batch]:  # noqa: ARG001  the number of rows is known
    """Read Parquet."""
    try:
        source = pq.ParquetFile(file)
        schema = source.schema_arrow
        _refuse_doubles(schema.names)
        rows, done = source.metadata.num_rows, 0
        nothing = [pa.RecordBatch.from_pylist([], schema=schema)]
        for batch in source.iter_batches(batches.BATCH) if rows else nothing:
            first, done = done + 1, done + batch.num_rows
            columns = dict(zip(schema.names, batch.columns, strict=True))
            share = done / rows if rows else 1.0
            yield Batch(columns, range(first, done + 1), share, metadata=schema.metadata)
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # the disk, not what stands on it
            raise
        why = " ".join(str(error).split()).rstrip(".")  # arrow breaks lines
        raise bad_file(f"The file is not valid Parquet: {why}.", "Check that it is complete.") from None


def _refuse_doubles(names: Sequence[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        message = f"The file has several columns of one name: {', '.join(map(shown, twice))}."
        raise OutcomeError([Problem("duplicate_columns", "columns", twice, message, "Rename all but one.")])


READERS: dict[str, Callable[[IO[bytes], int], Iterator[Batch]]] = {
    ".csv": _read_csv,
    ".parquet": _read_parquet,
    ".jsonl": read_json,
    ".ndjson": read_json,
}
