"""JSON lines, read batch by batch: one object a line, whose keys and types may differ from those of the others."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

import pyarrow as pa

from interview_outcome.errors import Problem, shown
from interview_outcome.frames.files import batches
from interview_outcome.frames.files.batches import Batch, Broken
from interview_outcome.frames.files.text import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["UNFIT", "both", "find_types", "read_json"]

# What arrow raises where values have no type, or not the one that is asked for.
UNFIT = (pa.ArrowException, OverflowError)
_ONE_A_LINE = 'Write one object a line, in whole signs, such as {"praised": true}.'
_MAYBE_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(file: IO[bytes], size: int) -> Iterator[Batch]:
    """Read JSON lines; a line that is no object is broken.

    A first reading finds the names of all columns, which may turn up in any line.
    """
    with as_text(file) as lines:
        rows = (_object(line)[0] or {} for line in lines)
        names = dict.fromkeys(name for row in rows for name in row)
    file.seek(0)
    with as_text(file) as lines:
        number = 0
        while chunk := list(islice(lines, batches.BATCH)):
            objects, numbers, broken = [], [], []
            for line in filter(str.strip, chunk):  # without empty lines
                number += 1
                row, why = _object(line)
                if row is None:
                    problem = Problem("bad_row", f"row {number}", None, f"Row {number} {why}.", _ONE_A_LINE)
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
        if "\\u" in line and _MAYBE_HALF.search(line):  # only so can it be written in UTF-8
            json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return None, "has half of a surrogate pair, such as \\ud800, which is no text"
    except (ValueError, RecursionError) as error:
        return None, f"is not valid JSON: {error}"
    return (row, "") if isinstance(row, dict) else (None, f"is {shown(row)}, not an object")


def find_types(file: IO[bytes]) -> dict[str, list[pa.DataType]]:
    """Find the types of each column in a whole file, the one that most values have first.

    Types of which one holds the values of the other, such as whole numbers and fractions, are one type.
    """
    found: dict[str, list[tuple[pa.DataType, int]]] = {}
    with as_text(file) as lines:
        while chunk := list(islice(lines, batches.BATCH)):
            alike: dict[tuple[str, type], list[Any]] = {}
            for row in (_object(line)[0] or {} for line in chunk):
                for name, value in row.items():
                    alike.setdefault((name, type(value)), []).append(value)
            for (name, _), values in alike.items():
                kinds = found.setdefault(name, [])
                for kind, count in _types(values):
                    _add(kinds, kind, count)
    return {
        name: [kind for kind, _ in sorted(kinds, key=lambda each: -each[1])] for name, kinds in found.items()
    }


def _types(values: list[Any]) -> Iterable[tuple[pa.DataType, int]]:
    """Give the type of values and how many there are; what arrow cannot hold has none."""
    with suppress(*UNFIT):
        return [(pa.array(values).type, sum(value is not None for value in values))]
    found = []
    for value in values:
        with suppress(*UNFIT):
            found.append((pa.array([value]).type, 1))
    return found


def _add(kinds: list[tuple[pa.DataType, int]], kind: pa.DataType, count: int) -> None:
    """Count values of a type, with another that can hold both, if there is one."""
    for place, (other, before) in enumerate(kinds):
        with suppress(*UNFIT):
            kinds[place] = (both(other, kind), before + count)
            return
    kinds.append((kind, count))


def both(first: pa.DataType, second: pa.DataType) -> pa.DataType:
    """Give the type that holds the values of two: null and any other, whole numbers and fractions, objects."""
    schemas = [pa.schema([pa.field("", kind)]) for kind in (first, second)]
    return pa.unify_schemas(schemas, promote_options="permissive").field(0).type
