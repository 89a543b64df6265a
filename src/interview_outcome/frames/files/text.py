"""A file as text."""

from __future__ import annotations

import io
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["as_text"]


@contextmanager
def as_text(file: IO[bytes]) -> Iterator[io.TextIOWrapper]:
    """Read a file as text, and leave it open to its owner."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        yield text
    finally:
        with suppress(ValueError):  # the owner has closed it already
            text.detach()
