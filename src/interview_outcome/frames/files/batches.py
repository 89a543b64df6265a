"""Some rows of a file at a time, whatever its format: so that its size does not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from interview_outcome.errors import OutcomeError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["BATCH", "Batch", "Broken", "bad_file"]

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
    types : dict of str to list of arrow types, optional
        For columns that are lists: the types of their values in the whole file, the most frequent first.
    """

    columns: dict[str, Any]
    numbers: Sequence[int]
    share: float
    broken: Sequence[Broken] = ()
    objects: list[dict[str, Any]] | None = None
    added: tuple[str, ...] = ()
    metadata: dict[bytes, bytes] | None = None
    types: Mapping[str, list[pa.DataType]] = {}

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


def bad_file(message: str, hint: str) -> OutcomeError:
    """Make the error of a file that cannot be read or written as a table."""
    return OutcomeError([Problem("bad_file", "file", None, message, hint)])
