"""A note in a person's own words becomes a checklist, each answer with the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from interview_outcome.checklist import Checklist, Evidence, Remark
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.reading.grammar import TURNED, VOID, judge
from interview_outcome.reading.phrasebook import phrasebook
from interview_outcome.reading.scene import Scene
from interview_outcome.reading.text import sentences

if TYPE_CHECKING:
    from interview_outcome.reading.phrasebook import Pattern
    from interview_outcome.reading.text import Sentence

LONGEST_TEXT = 1_000_000


@dataclass(frozen=True)
class Found:
    pattern: Pattern
    answer: Any
    at: int
    start: int
    end: int


def read(text: str, *, on: object = None) -> Checklist:
    found = matches(sentences(text))
    answers: dict[str, bool] = {}
    for f in found:
        if f.pattern.sure and isinstance(f.answer, bool):
            answers[f.pattern.key] = f.answer
    return Checklist(answers)


def matches(split: list[Sentence]) -> list[Found]:
    phrases = phrasebook()
    found: list[Found] = []
    scene = None
    for at, sentence in enumerate(split):
        scene = Scene(sentence, scene)
        for pattern in phrases.candidates(sentence.words):
            for match in pattern.expression.regex.finditer(sentence.line):
                start, end = sentence.word_span(match)
                verdict = judge(pattern, scene, start, end)
                if verdict == VOID or (verdict == TURNED and not pattern.turns):
                    continue
                answer = pattern.answer if verdict != TURNED else not pattern.answer
                found.append(Found(pattern, answer, at, start, end))
    return found
