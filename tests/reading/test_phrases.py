"""Every example of the phrase files is read as it says, and every phrase keeps to what makes matching linear."""

from __future__ import annotations

import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from interview_outcome.catalogue import signals
from interview_outcome.reading import read
from interview_outcome.reading.patterns import MARKS
from interview_outcome.reading.phrasebook import FOLDER, KINDS, grammar, phrasebook, read_table
from interview_outcome.reading.topics import topics

TABLES = {
    signal: table
    for path in sorted(FOLDER.glob("signals_*.toml"))
    for signal, table in read_table(path.name).items()
}
KEYS = {*KINDS, "marks", "examples_yes", "examples_no", "near_misses"}
LONGEST_GAP = 20


def test_every_signal_has_phrases_examples_and_near_misses():
    """All 72 signals can be read, and each says what it is not."""
    assert set(TABLES) == set(signals.ids)
    for signal, table in TABLES.items():
        assert table["examples_yes"], signal
        assert table["near_misses"], signal
        assert set(table) <= KEYS, signal


def test_no_signal_is_written_twice():
    """One signal stands in one file."""
    written = [signal for path in FOLDER.glob("signals_*.toml") for signal in read_table(path.name)]
    assert sorted(written) == sorted(signals.ids)


@pytest.mark.parametrize("signal", TABLES)
def test_examples_are_read(signal):
    """Each example says yes or no as its file says."""
    wrong = [
        (example, answer)
        for key, answer in (("examples_yes", True), ("examples_no", False))
        for example in TABLES[signal].get(key, ())
        if read(example).answers.get(signal) is not answer
    ]
    assert not wrong


@pytest.mark.parametrize("signal", TABLES)
def test_near_misses_are_left_alone(signal):
    """Each near miss says nothing about the signal."""
    assert not [text for text in TABLES[signal]["near_misses"] if signal in read(text).answers]


@pytest.mark.parametrize("signal", TABLES)
def test_examples_survive_case_punctuation_and_curly_quotes(signal):
    """The answer does not hang on capitals, on curly apostrophes, or on a sentence before it."""
    for example in TABLES[signal]["examples_yes"]:
        for text in (example.upper(), example.replace("'", "\u2019"), f"Back home now. {example}"):
            assert read(text).answers.get(signal) is True, text


BOOKS = (phrasebook(), grammar(), topics())
EXPRESSIONS = [pattern.expression for book in BOOKS for pattern in book.patterns]


def test_marks_are_known():
    """No phrase carries a mark that nothing looks at."""
    assert {mark for expression in EXPRESSIONS for mark in expression.marks} <= set(MARKS)


def test_repetition_is_bounded_and_not_nested():
    """Only letters inside one word repeat without bound, and no repetition of words holds another."""
    for expression in EXPRESSIONS:
        check_repetition(parser.parse(expression.pattern), within_gap=False, source=expression.source)


def check_repetition(parsed, *, within_gap, source):
    """Walk through a parsed expression; a gap is a repetition of a group."""
    for code, value in parsed:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            least, most, inner = value
            letters = len(inner) == 1 and inner[0][0] in (codes.NOT_LITERAL, codes.IN)
            gap = not letters and most > 1
            assert letters or most <= LONGEST_GAP, source
            assert not (within_gap and gap), source
            assert not (letters and least == 0 and most is codes.MAXREPEAT and within_gap and gap), source
            check_repetition(inner, within_gap=within_gap or gap, source=source)
        elif code is codes.SUBPATTERN:
            check_repetition(value[-1], within_gap=within_gap, source=source)
        elif code is codes.BRANCH:
            for branch in value[1]:
                check_repetition(branch, within_gap=within_gap, source=source)


def test_no_phrase_ends_with_what_may_be_missing():
    """An optional end adds nothing to what matches; it hides that the phrase says less than it seems to."""
    ends = re.compile(r"(?:\)\?|\.\.|[a-z]\?)$")
    assert not [
        pattern.expression.source
        for pattern in phrasebook().patterns
        if pattern.key in signals and ends.search(pattern.expression.source.strip())
    ]


def test_class_names_are_used():
    """No word class is left over."""
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.toml"))
    unused = [name for name in read_table("classes.toml")["classes"] if f"{{{name}}}" not in text]
    assert not unused
