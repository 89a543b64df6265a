"""What the phrases say in the sentences of a text: one finding for every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.reading.durations import compare
from interview_outcome.reading.finding import Finding
from interview_outcome.reading.grammar import TURNED, VOID, judge
from interview_outcome.reading.phrasebook import phrasebook
from interview_outcome.reading.relevance import is_news
from interview_outcome.reading.sarcasm import meant
from interview_outcome.reading.scene import Scene
from interview_outcome.reading.topics import answered_topics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_outcome.reading.phrasebook import Pattern
    from interview_outcome.reading.text import Sentence

__all__ = ["find"]


def find(split: list[Sentence]) -> list[Finding]:
    """Find all that the sentences of a text say, in their order."""
    found = [
        Finding(key, answer, True, took.at, took.start, took.end, "lengths")
        for key, answer, took in compare(split)
    ]
    scenes: list[Scene] = []
    for sentence in split:
        scenes.append(Scene(sentence, scenes[-1] if scenes else None))
    for at, scene in enumerate(scenes):
        found += _in_scene(scene, at)
    return sorted(meant(found, scenes), key=lambda finding: (finding.at, finding.start))


def _in_scene(scene: Scene, at: int) -> list[Finding]:
    found = [
        Finding(signal, answer, True, at, start, end, "topics")
        for signal, answer, start, end in answered_topics(scene)
        if is_news(frozenset(), scene, start, end)
    ]
    for pattern, start, end in _matches(scene.sentence):
        verdict = judge(pattern, scene, start, end)
        if verdict != VOID:
            found += _said(pattern, verdict, at, start, end)
    if scene.recast:
        sentence, places = scene.recast
        for pattern, first, stop in _matches(sentence):
            start, end = places[first], places[stop - 1] + 1
            if judge(pattern, scene, start, end) == TURNED:
                found += _said(pattern, TURNED, at, start, end)
    return found


def _matches(sentence: Sentence) -> Iterator[tuple[Pattern, int, int]]:
    """Find the phrases that match a sentence, each with its first word and the one after its last."""
    for pattern in phrasebook().candidates(sentence.words):
        for match in pattern.expression.regex.finditer(sentence.line):
            yield pattern, *sentence.word_span(match)


def _said(pattern: Pattern, verdict: str, at: int, start: int, end: int) -> Iterator[Finding]:
    """Give what a phrase says that holds or is turned round."""
    if verdict == TURNED and not pattern.turns:
        return
    answer = not pattern.answer if verdict == TURNED else pattern.answer
    yield Finding(pattern.key, answer, pattern.sure, at, start, end, pattern.expression.source)
