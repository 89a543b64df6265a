"""A note in a person's own words becomes a checklist, each answer with the words that it rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist, Evidence, Remark
from interview_outcome.checklist_values import CONTEXT_KEYS, LAST_YEAR, parse_day
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.reading.context import read_context
from interview_outcome.reading.findings import find
from interview_outcome.reading.fragments import joined
from interview_outcome.reading.patterns import COMMON_WORDS
from interview_outcome.reading.settling import IMPLIED, contradictions, settle, strongest
from interview_outcome.reading.text import sentences

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.reading.finding import Finding
    from interview_outcome.reading.text import Sentence

__all__ = ["LONGEST_TEXT", "read"]

LONGEST_TEXT = 1_000_000  # characters
FEW_WORDS = 8  # below, no guess at the language
ENGLISH = 0.1  # share of common English words below which a text is most likely in another language
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")


def read(text: str, *, on: object = None) -> Checklist:
    """Read a note, an e-mail or a chat about an interview, and say what it answers.

    Only what the text states about this candidate's own interview becomes an answer; what it leaves out stays
    unknown. Confirm or strike the answers before you use them: each carries its words.

    Parameters
    ----------
    text : str
        English in any style, with or without punctuation; markup and the writer's own quoted mail are skipped.
        At most 1 000 000 characters.
    on : date or str, optional
        The day on which the text was written. Without it, "by Friday" stays without a date.

    Returns
    -------
    Checklist
        Its `answers` and `context` hold what was read, `evidence` the words of each, `suggestions` what the text
        may mean but does not say surely enough, `remarks` contradictions and texts that could not be read.

    Raises
    ------
    OutcomeError
        Where the text is no text, or too long, or `on` no date.

    Examples
    --------
    >>> checklist = read("They showed me round. Nobody mentioned pay. I'll hear by Friday!", on="2026-11-16")
    >>> checklist.answers
    {'office_tour': True, 'pay_discussed': False, 'contact_date_given': True}
    >>> checklist.context
    {'contact_by': datetime.date(2026, 11, 20)}
    >>> checklist.evidence[0]
    Evidence(signal='office_tour', answer=True, words='showed me round', start=5, end=20, \
sentence='They showed me round')
    >>> checklist.suggestions, checklist.remarks
    ((), ())
    """
    day = _checked(text, on)
    split = joined(sentences(text))
    found = find(split)
    places = settle(found)
    said = {
        key: places[key] for key in sorted(places, key=lambda key: (places[key][0].at, places[key][0].start))
    }
    answers = {key: strongest(findings).answer for key, findings in said.items() if key in signals}
    evidence = [_evidence(text, split, finding) for key in answers for finding in said[key]]
    for key, answer, other, implied in IMPLIED:
        if answers.get(key) is answer and other not in answers:
            answers[other] = implied
            evidence.append(_evidence(text, split, strongest(said[key]), other, implied))
    context = read_context(split, places, day)
    evidence += [_evidence(text, split, finding, key, value) for key, (value, finding) in context.items()]
    suggested = {
        (finding.key, finding.answer, finding.at, finding.start, finding.end): finding
        for finding in found
        if not finding.sure and finding.key in signals and finding.key not in answers
    }
    ruled_out = {
        (key, answer) for key, answer, other, implied in IMPLIED if answers.get(other, implied) is not implied
    }
    suggestions = [
        _evidence(text, split, finding)
        for finding in suggested.values()
        if (finding.key, finding.answer) not in ruled_out
    ]
    return Checklist(
        answers,
        {key: context[key][0] for key in CONTEXT_KEYS if key in context},
        tuple(sorted(evidence, key=lambda words: (words.start, words.end))),
        tuple(suggestions),
        (*_contradicting(said), *_unread(split, anything=bool(answers or context or suggestions))),
        text,
    )


def _checked(text: object, on: object) -> date | None:
    """Give the day, or raise all that is wrong with both at once."""
    day = None
    problems: list[Problem] = []
    try:
        _check(text)
    except OutcomeError as error:
        problems += error.problems
    try:
        day = _day(on)
    except OutcomeError as error:
        problems += error.problems
    if problems:
        raise OutcomeError(problems)
    return day


def _check(text: object) -> None:
    if not isinstance(text, str):
        message = f"The text to read is {shown(text)}; allowed: a string."
        hint = "Decode bytes first, for example with .decode('utf-8')." if isinstance(text, bytes) else ""
        raise OutcomeError([Problem("bad_text", "text", text, message, hint)])
    if len(text) > LONGEST_TEXT:
        message = f"The text has {len(text):,} characters; allowed: up to {LONGEST_TEXT:,}."
        raise OutcomeError([Problem("text_too_long", "text", shown(text), message, "Read it in parts.")])
    if 20 * len(_BINARY.findall(text[:10_000])) > len(text[:10_000]):
        message = "The text holds binary data; allowed: text that a person can read."
        raise OutcomeError(
            [Problem("binary_text", "text", shown(text), message, "Save it as plain text first.")]
        )


def _day(on: object) -> date | None:
    """Give the day that dates are counted from; at the ends of the calendar nothing can be counted."""
    day = parse_day(on)
    if day is not None and not 1 < day.year < LAST_YEAR:
        message = f"on is {day}; allowed: a day between the years 2 and {LAST_YEAR}."
        raise OutcomeError([Problem("bad_date", "on", on, message, "Mend the year.")])
    return day


def _evidence(
    text: str, split: list[Sentence], finding: Finding, key: str | None = None, answer: Any = None
) -> Evidence:
    spans = split[finding.at].spans
    start, end = spans[finding.start][0], spans[finding.end - 1][1]
    around = text[spans[0][0] : spans[-1][1]]
    if key is None:
        key, answer = finding.key, finding.answer
    return Evidence(key, answer, text[start:end], start, end, around)


def _contradicting(said: dict[str, list[Finding]]) -> list[Remark]:
    return contradictions({key: findings for key, findings in said.items() if key in signals})


def _unread(split: list[Sentence], *, anything: bool) -> list[Remark]:
    """Say why nothing was read, where nothing was."""
    if anything:
        return []
    words = [word for sentence in split for word in sentence.words]
    if not words:
        return [Remark("empty_text", (), "The text holds no words, so there is nothing to read.")]
    known = COMMON_WORDS.intersection(words)
    if len(words) >= FEW_WORDS and sum(word in known for word in words) < ENGLISH * len(words):
        text = (
            "The text seems not to be in English, the only language that is read; nothing was taken from it."
        )
        return [Remark("not_english", (), text)]
    return [Remark("nothing_read", (), "The text states no signal that could be read with confidence.")]
