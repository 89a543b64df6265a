"""Topics that a note names and answers in a fragment: "Tour? None.", "- pay: not mentioned", "test task - none"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from interview_outcome.reading.patterns import compile_phrase
from interview_outcome.reading.phrasebook import Pattern, Phrasebook, classes, read_table
from interview_outcome.reading.scene import spans_by_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_outcome.reading.scene import Scene, Span

__all__ = ["Topic", "answered_topics", "topics"]

PLAIN = 1  # words of a denial so plain that more words after it would change what it denies
Topic = tuple[str, bool, int, int]


@cache
def topics() -> Phrasebook:
    """Read the topics, and the verdicts on them, once."""
    return Phrasebook(
        Pattern(key, None, compile_phrase(source, classes()))
        for table in read_table("topics.toml").values()
        for key, sources in table.items()
        for source in sources
    )


def answered_topics(scene: Scene) -> Iterator[Topic]:
    """Give the signals that the fragments of a sentence answer, with the answer and its words."""
    found = spans_by_key(topics(), scene.sentence)
    named = {
        (start, end): (signal, opening)
        for signal in read_table("topics.toml")["topics"]
        for start, end in found.get(signal, ())
        if (opening := _opening(scene, found, start)) is not None
    }
    passed = {opening: end for (_, end), (_, opening) in named.items()}
    passed |= dict((*found.get("topic_closing", ()), *scene.spans("relative")))
    for (start, end), (signal, opening) in named.items():
        if any(stop == opening for _, stop in found.get("verdict_before", ())):
            yield signal, False, start, end
            continue
        verdict = _verdict(scene, found, _past(passed, end))
        if verdict is not None:
            yield signal, verdict[0], start, verdict[1]


def _opening(scene: Scene, found: dict[str, list[Span]], start: int) -> int | None:
    """Give where the part of the sentence begins that holds a topic and nothing else but words such as "any"."""
    denied = {end for _, end in found.get("verdict_before", ())}
    before = {end: at for at, end in found.get("topic_opening", ())}
    at = start
    while at and at not in denied and not scene.breaks[at] and scene.words[at] not in ("and", "or"):
        if at not in before:
            return None
        at = before[at]
    return at


def _past(passed: dict[int, int], end: int) -> int:
    """Give the place after a topic, after what closes it, and after the further topics of a list."""
    while end in passed:
        end = passed[end]
    return end


def _verdict(scene: Scene, found: dict[str, list[Span]], at: int) -> tuple[bool, int] | None:
    """Give the answer that stands at a place, and where it ends."""
    size = len(scene.words)
    for key in ("verdict_no", "verdict_yes", "verdict_value"):
        for start, end in sorted(found.get(key, ()), key=lambda span: -span[1]):
            if start != at or (key != "verdict_no" and not scene.breaks[start]):
                continue
            closed = end == size or scene.breaks[end] > 0 or key == "verdict_value"
            if closed or (key == "verdict_no" and end - start > PLAIN):
                return key != "verdict_no", end
    return None
