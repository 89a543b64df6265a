"""A note in a person's own words becomes a checklist, each answer with the words that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist, Evidence, Remark
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.reading.findings import find
from interview_outcome.reading.settling import IMPLIED, contradictions, settle, strongest
from interview_outcome.reading.text import sentences

if TYPE_CHECKING:
    from interview_outcome.reading.findings import Finding
    from interview_outcome.reading.text import Sentence

__all__ = ["LONGEST_TEXT", "read"]

LONGEST_TEXT = 1_000_000  # characters


def read(text: str, *, on: object = None) -> Checklist:
    """Read a note."""
    split = sentences(text)
    found = find(split)
    places = settle(finding for finding in found if finding.sure and finding.key in signals)
    answers: dict[str, Any] = {}
    evidence: list[Evidence] = []
    for key, findings in places.items():
        answers[key] = strongest(findings).answer
        evidence += [_evidence(text, split, finding) for finding in findings]
    for key, answer, other, implied in IMPLIED:
        if answers.get(key) is answer and other not in answers:
            answers[other] = implied
    return Checklist(answers, {}, tuple(evidence), (), tuple(contradictions(places)), text)


def _evidence(text: str, split: list[Sentence], finding: Finding) -> Evidence:
    spans = split[finding.at].spans
    start, end = spans[finding.start][0], spans[finding.end - 1][1]
    around = text[spans[0][0] : spans[-1][1]]
    return Evidence(finding.key, finding.answer, text[start:end], start, end, around)
