"""The phrase language."""

from __future__ import annotations

import re

import pytest

from interview_outcome.reading.patterns import compile_phrase, rarity
from interview_outcome.reading.phrasebook import Pattern, Phrasebook


def matches(source, line, classes=None):
    return bool(compile_phrase(source, classes or {}).regex.search(f" {line} "))


@pytest.mark.parametrize(
    ("source", "holds", "fails"),
    [
        ("ask* me", ["asked me", "asks me"], ["task me", "ask her"]),
        ("showed me round?", ["showed me", "showed me round"], ["showed her"]),
        ("show/walk me", ["show me", "walk me"], ["lead me"]),
        ("(a | b c) d", ["a d", "b c d"], ["b d"]),
        ("a (b | c)? d", ["a d", "a b d", "a c d"], ["a x d"]),
        ("a .. d", ["a d", "a x y z d"], ["a w x y z d"]),
        ("a ... d", ["a 1 2 3 4 5 6 d"], ["a 1 2 3 4 5 6 7 d"]),
        ("a .... d", ["a " + "x " * 20 + "d"], ["a " + "x " * 21 + "d"]),
        ("# days", ["14 days"], ["few days"]),
        ("was ~ nice", ["was nice", "was not nice", "was never nice"], ["was very nice"]),
        ("wants me ;", ["she wants me"], ["she wants me to go"]),
        ("{verb} me", ["asked me", "rang me"], ["met me"]),
    ],
)
def test_each_sign_means_what_is_written(source, holds, fails):
    """One row for each line of the table in the module's text."""
    classes = {"verb": "asked | rang"}
    assert all(matches(source, line, classes) for line in holds)
    assert not any(matches(source, line, classes) for line in fails)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("(a b", "'(a b' has a bracket too many or too few."),
        ("a b)", "'a b)' has a bracket too many or too few."),
        ("{none} a", "There is no word class 'none'."),
        (
            "[nobody] a",
            "'[nobody] a' has an unknown mark; allowed: they, me, own, if, q, other, past, ahead, hope.",
        ),
        ("a?", "'a?' needs no word at all, so it would match anything."),
        ("(a | ..)", "'(a | ..)' needs no word at all, so it would match anything."),
    ],
)
def test_what_is_no_phrase_is_refused(source, message):
    """The text of each error."""
    with pytest.raises(ValueError, match=re.escape(message)):
        compile_phrase(source, {})


def test_contractions_are_written_out():
    """A phrase may be written as people write."""
    assert matches("didn't ask", "did not ask")


def test_the_rarest_need_is_looked_up_first():
    """Common words count for more."""
    assert rarity(frozenset(["the"])) > rarity(frozenset(["watch", "clock"]))


def test_only_patterns_whose_needs_are_met_are_tried():
    """Candidates by words, stems and numbers, in the order of the files."""
    sources = ["ask* about pay", "# weeks", "yawned", "ask* .. yawned", "a b c d e"]
    book = Phrasebook(Pattern(str(at), True, compile_phrase(source, {})) for at, source in enumerate(sources))
    assert [pattern.key for pattern in book.candidates(["she", "asked", "about", "the", "pay"])] == ["0"]
    assert [pattern.key for pattern in book.candidates(["in", "2", "weeks", "he", "yawned"])] == ["1", "2"]
    assert [pattern.key for pattern in book.candidates(["asking", "she", "yawned"])] == ["2", "3"]
    assert book.candidates([]) == []


def test_words_are_forgotten_before_they_fill_the_memory(monkeypatch):
    """The masks of words are kept for so many words only."""
    monkeypatch.setattr("interview_outcome.reading.phrasebook.KNOWN_WORDS", 2)
    book = Phrasebook([Pattern("yawn", True, compile_phrase("yawned", {}))])
    for word in ("a", "b", "c", "yawned"):
        found = book.candidates([word])
    assert [pattern.key for pattern in found] == ["yawn"]
