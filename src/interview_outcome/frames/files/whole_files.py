"""Files that are read to their end, or written whole, or not at all."""

from __future__ import annotations

import csv
import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Self

from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.frames.files.readers import bad_file
from interview_outcome.frames.files.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from interview_outcome.frames.files.readers import Batch
    from interview_outcome.frames.files.writers import Writer

__all__ = ["Output", "check_target", "opened", "suffix"]


class Output:
    """A file that is there whole, or not at all: written under another name, and renamed at the end."""

    def __init__(self, path: Path) -> None:
        self.path, self.rows = path, 0
        self.temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
        self.file: IO[bytes] | None = None
        self.writer: Writer | None = None

    def write(self, batch: Batch) -> None:
        """Write some rows."""
        if self.writer is None:
            try:
                self.file = self.temporary.open("wb")
            except OSError as error:
                message = f"{self.path} cannot be written: {error.strerror}."
                hint = "Choose a folder that exists and is yours."
                raise OutcomeError([Problem("cannot_write", str(self.path), None, message, hint)]) from None
            self.writer = WRITERS[suffix(self.path)](self.file)
        self.writer.write(batch)
        self.rows += len(batch.numbers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if self.writer is None or self.file is None:
            return
        try:
            self.writer.close()
            self.file.close()
            if kind is None:
                self.temporary.replace(self.path)
        finally:
            self.temporary.unlink(missing_ok=True)


def check_target(path: Path) -> None:
    """Refuse a file that cannot be written, before anything is computed for it."""
    reason = ""
    if os.path.isdir(path):  # noqa: PTH112  unlike Path.is_dir it takes every path, however long
        reason = "it is a folder"
    elif not os.path.isdir(path.parent):  # noqa: PTH112
        reason = f"there is no folder {path.parent}"
    if reason:
        message = f"{path} cannot be written: {reason}."
        hint = "Give the name of a file in a folder that exists."
        raise OutcomeError([Problem("cannot_write", str(path), None, message, hint)])


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
