"""Fragments that belong together: "Salary? Not discussed." and "Wrote to thank them. No answer." are one thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.reading.scene import word_set
from interview_outcome.reading.text import COMMA, LONGEST, STOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["joined"]

TOPIC = 7  # words of a question that only names a topic, at most
VERDICT = 9  # words of the fragment that says what became of it, at most
MORE = 5  # words of a fragment that adds one more thing, at most
DENIAL = 9  # words of a fragment that says what became of the sentence before, at most


def joined(split: list[Sentence]) -> list[Sentence]:
    """Join fragments to the sentence that they go on from.

    Examples
    --------
    >>> from interview_outcome.reading.text import sentences
    >>> [sentence.line for sentence in joined(sentences("Salary? Not discussed. They were nice."))]
    [' salary not discussed ', ' they were nice ']
    """
    return list(_joined(split))


def _joined(split: list[Sentence]) -> Iterator[Sentence]:
    before: Sentence | None = None
    for sentence in split:
        if before is None:
            before = sentence
        elif strength := _strength(before, sentence):
            before = _join(before, sentence, strength)
        else:
            yield before
            before = sentence
    if before is not None:
        yield before


def _strength(before: Sentence, after: Sentence) -> int:
    """Give how strongly two sentences are parted of which the second ends the first, 0 where they are two."""
    if after.asks or len(before.words) + len(after.words) > LONGEST:
        return 0
    if before.asks:
        topical = before.words[0] == "any" or before.words[1:2] == ("about",)
        asked = not topical and before.words[0] in word_set("starts_question") | word_set("opens_clause")
        return STOP if not asked and len(before.words) <= TOPIC and len(after.words) <= VERDICT else 0
    first, second = (*after.words, "")[:2]
    if first in word_set("adds") and len(after.words) <= MORE:
        return (
            0
            if word_set("opens_clause").intersection(after.words)
            else COMMA
            if first in ("or", "nor")
            else STOP
        )
    ends = first in word_set("denial_begins") or f"{first}_{second}" in word_set("end_begins")
    return STOP if ends and len(after.words) <= DENIAL else 0


def _join(before: Sentence, after: Sentence, strength: int) -> Sentence:
    breaks = (*before.breaks, strength, *after.breaks[1:])
    return Sentence(before.words + after.words, breaks, before.spans + after.spans, asks=False)
