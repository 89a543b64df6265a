"""Tables in files that are written whole, or not at all."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from interview_outcome.frames.files.readers import suffix
from interview_outcome.frames.files.writers import WRITERS
from interview_outcome.new_file import new_file, told_as_problem

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from interview_outcome.frames.files.batches import Batch
    from interview_outcome.frames.files.writers import Writer

__all__ = ["Output"]


class Output:
    """A table in a file that is there whole, or not at all; without rows to write there is none."""

    def __init__(self, path: Path) -> None:
        self.path, self.rows = path, 0
        self.closing = ExitStack()
        self.writer: Writer | None = None

    def write(self, batch: Batch) -> None:
        """Write some rows."""
        if self.writer is None:
            self.writer = WRITERS[suffix(self.path)](self.closing.enter_context(new_file(self.path)))
            self.closing.callback(self._end, self.writer)
        with told_as_problem(self.path):
            self.writer.write(batch)
        self.rows += len(batch.numbers)

    def _end(self, writer: Writer) -> None:
        with told_as_problem(self.path):
            writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.__exit__(kind, error, trace)
