"""What some words of a text say of one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Finding"]


@dataclass(frozen=True)
class Finding:
    """What some words say.

    Parameters
    ----------
    key : str
        A signal or a context key.
    answer : object
        What they say of it.
    sure : bool
        Whether they answer; if not, they only suggest.
    at : int
        The number of the sentence.
    start, end : int
        The first of the words, and the one after the last.
    source : str
        The phrase that found them; or "lengths", "topics" or "words", where no phrase did.
    """

    key: str
    answer: Any
    sure: bool
    at: int
    start: int
    end: int
    source: str = ""
