"""Files that are read to their end, or written whole, or not at all."""

from __future__ import annotations

import csv
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, Self

from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.frames.files.readers import bad_file
from interview_outcome.frames.files.writers import WRITERS
from interview_outcome.new_file import new_file, told_as_problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from interview_outcome.frames.files.readers import Batch
    from interview_outcome.frames.files.writers import Writer

__all__ = ["Output", "opened", "suffix"]


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


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file; what goes wrong while it is read is said in words."""
    try:
        file = path.open("rb")
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise OutcomeError([Problem("cannot_read", str(path), None, message, "Check the path.")]) from None
    with file:
        try:
            yield file
        except UnicodeDecodeError:
            message = f"{path} is not text in UTF-8."
            raise OutcomeError([Problem("not_text", str(path), None, message, "Save it as UTF-8.")]) from None
        except csv.Error as error:
            raise bad_file(f"{path} is not valid CSV: {error}.", "Mend its quotation marks.") from None


def suffix(path: Path) -> str:
    """Give the extension, by which a format is known."""
    return path.suffix.lower()
