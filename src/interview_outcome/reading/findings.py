"""What the phrases say in the sentences of a text: one finding for every place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from interview_outcome.reading.durations import compare
from interview_outcome.reading.finding import Finding
from interview_outcome.reading.grammar import HOLDS, TURNED, judge
from interview_outcome.reading.phrasebook import phrasebook
from interview_outcome.reading.relevance import is_news
from interview_outcome.reading.sarcasm import meant
from interview_outcome.reading.scene import Scene
from interview_outcome.reading.topics import answered_topics
from interview_outcome.reading.word_weights import EXCLUDING, add_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_outcome.reading.phrasebook import Pattern
    from interview_outcome.reading.text import Sentence

__all__ = ["find", "find_alone"]

MEANT: tuple[str, ...] = (HOLDS, TURNED)


def find(split: list[Sentence]) -> list[Finding]:
    """Find all that the sentences of a text say, in their order."""
    found, scenes = find_alone(split)
    return sorted(meant(add_words(found, scenes), scenes), key=lambda finding: (finding.at, finding.start))


def find_alone(split: list[Sentence]) -> tuple[list[Finding], list[Scene]]:
    """Find what phrases and grammar say, before the words are weighed and mockery is heard; give the scenes too."""
    reckoned = [
        Finding(key, answer, True, took.at, took.start, took.end, "lengths")
        for key, answer, took in compare(split)
    ]
    found = list(reckoned)
    here: defaultdict[int, list[Finding]] = defaultdict(list)
    for length in reckoned:
        here[length.at].append(length)
    scenes: list[Scene] = []
    for sentence in split:
        scenes.append(Scene(sentence, scenes[-1] if scenes else None))
    for at, scene in enumerate(scenes):
        found += [finding for finding in _in_scene(scene, at) if not _outdone(finding, here[at])]
    return found, scenes


def _outdone(finding: Finding, reckoned: list[Finding]) -> bool:
    """Tell whether a phrase says other than lengths of its sentence that were reckoned: "20 minutes instead of 60"."""
    return any(
        finding.start < length.end
        and length.start < finding.end
        and (
            (finding.key == length.key and finding.answer != length.answer)
            or (finding.key, finding.answer) == EXCLUDING.get((length.key, length.answer))
        )
        for length in reckoned
    )


def _in_scene(scene: Scene, at: int) -> list[Finding]:
    found = [
        Finding(signal, answer, True, at, start, end, "topics")
        for signal, answer, start, end in answered_topics(scene)
        if is_news(frozenset(), scene, start, end)
    ]
    wordings = [((scene.sentence, list(range(len(scene.words)))), MEANT)]
    wordings += [(scene.told, MEANT)] if scene.told else []
    wordings += [(scene.denied, (TURNED,))] if scene.denied else []
    for (sentence, places), allowed in wordings:
        for pattern, first, stop in _matches(sentence):
            start, end = places[first], places[stop - 1] + 1
            verdict = judge(pattern, scene, start, end)
            if verdict in allowed and (verdict == HOLDS or pattern.turns):
                answer = not pattern.answer if verdict == TURNED else pattern.answer
                source = pattern.expression.source
                found.append(Finding(pattern.key, answer, pattern.sure, at, start, end, source))
    return found


def _matches(sentence: Sentence) -> Iterator[tuple[Pattern, int, int]]:
    """Find the phrases that match a sentence, each with its first word and the one after its last."""
    for pattern in phrasebook().candidates(sentence.words):
        for match in pattern.expression.regex.finditer(sentence.line):
            yield pattern, *sentence.word_span(match)
