"""The small language in which phrases are written, and its translation into regular expressions.

Words stand for themselves, in any case and spelling that `text.plain_words` knows. Besides:

========================  =====================================================================
``ask*``                  a word that begins so
``tour?``                 may be missing
``show/showed/walked``    one of several words
``(a | b c)``             one of several phrases; ``(...)?`` may be missing
``{told}``                one of the phrases of a word class
``..`` ``...`` ``....``   a gap of up to three, six or twenty words
``#``                     a word that begins with a digit
``~``                     a denial may stand here ("not", "did not", "never"), which then turns the phrase
``;``                     the sentence ends here
``[they]`` ``[me]``       at the start, who does it; further marks: see `MARKS`
========================  =====================================================================

A phrase has no unbounded repetition, and a sentence has a bounded length: so the time that matching takes
grows in proportion to the text, whatever the text says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from interview_outcome.reading.text import plain_words

__all__ = ["COMMON_WORDS", "MARKS", "Expression", "compile_phrase", "rarity", "split_pieces"]

MARKS = {
    "they": "void where somebody else than the interviewers does it",
    "me": "void where somebody else than the writer does it",
    "own": "void where somebody else says it",
    "if": "holds under a condition too",
    "q": "holds in a question too",
    "other": "holds of another time or person too",
    "past": "void where it is still to come",
    "ahead": "void where it is over already",
    "hope": "holds where it is hoped for or planned too",
}
_COMMON = """
a an the i me my we us you your it he she they them him her his their that this to of in on at for with and or so is are
was were be been s d has have had will would do did not no as by from up out if what when who how said says told asked
about all one just get got very really
"""
COMMON_WORDS = frozenset(_COMMON.split())  # too frequent to look phrases up by
_PIECE = re.compile(r"\(|\)\??|\||\.{2,4}|[^\s()|]+")
_ANY_WORD = "[^ ]+ "
_GAPS = {
    "..": f"(?:{_ANY_WORD}){{0,3}}?",
    "...": f"(?:{_ANY_WORD}){{0,6}}?",
    "....": f"(?:{_ANY_WORD}){{0,20}}?",
    ";": "$",
    "~": "(?:(?:did |does |do |was |were |has |had |could |would )?(?:not |never |hardly |barely ))?",
}
Needs = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Expression:
    """A phrase, translated.

    Parameters
    ----------
    source : str
        The phrase as it is written.
    marks : frozenset of str
        The marks before it.
    pattern : str
        The regular expression, to be searched in `text.Sentence.line`.
    needs : tuple of frozenset of str
        Sets of words, stems (``ask*``) and ``#``: of each set a sentence must have one to be worth a search.
    """

    source: str
    marks: frozenset[str]
    pattern: str
    needs: Needs

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, compiled when it is first searched for."""
        return re.compile(self.pattern)

    @cached_property
    def _named(self) -> tuple[frozenset[str], tuple[str, ...]]:
        expression = self.pattern.replace(_GAPS["~"], "")
        words = frozenset(re.findall(r"(?<![\\\w])\w+(?= )", expression))
        return words, tuple(re.findall(r"(?<![\\\w])\w+(?=\[\^ \]\*)", expression))

    def names(self, word: str) -> bool:
        """Tell whether the phrase itself names a word, or a stem that begins it."""
        words, stems = self._named
        return word in words or word.startswith(stems)


def compile_phrase(source: str, classes: dict[str, str]) -> Expression:
    """Translate one phrase.

    Examples
    --------
    >>> compile_phrase("[they] showed/walked me round?", {}).pattern
    '(?<= )(?:showed |walked )me (?:round )?'
    >>> compile_phrase("(a tour", {})
    Traceback (most recent call last):
        ...
    ValueError: '(a tour' has a bracket too many or too few.
    """
    marks = frozenset(re.findall(r"\[(\w+)\]", source))
    if not marks <= MARKS.keys():
        raise ValueError(f"{source!r} has an unknown mark; allowed: {', '.join(MARKS)}.")
    try:
        expression, needs, rest = _alternatives(split_pieces(source), classes)
    except IndexError:
        rest = [")"]
    if rest:
        raise ValueError(f"{source!r} has a bracket too many or too few.")
    if not needs:
        raise ValueError(f"{source!r} needs no word at all, so it would match anything.")
    return Expression(source, marks, "(?<= )" + expression, needs)


def split_pieces(source: str) -> list[str]:
    """Split a phrase into words, gaps and brackets; marks are left out.

    Examples
    --------
    >>> split_pieces("[they] showed me (round | the place)?")
    ['showed', 'me', '(', 'round', '|', 'the', 'place', ')?']
    """
    return _PIECE.findall(re.sub(r"\[\w+\]", "", source))


def rarity(need: frozenset[str]) -> int:
    """Give how many words may meet a need, common ones counted for fifty: the smallest is the best to look up."""
    return sum(50 if word in COMMON_WORDS else 1 for word in need)


def _alternatives(pieces: list[str], classes: dict[str, str]) -> tuple[str, Needs, list[str]]:
    found: list[tuple[str, Needs]] = []
    while True:
        expression, needs, pieces = _sequence(pieces, classes)
        found.append((expression, needs))
        if not pieces or pieces[0] != "|":
            return *_either(found), pieces
        pieces = pieces[1:]


def _sequence(pieces: list[str], classes: dict[str, str]) -> tuple[str, Needs, list[str]]:
    expression = ""
    needs: Needs = ()
    while pieces and pieces[0] != "|" and not pieces[0].startswith(")"):
        piece, pieces = pieces[0], pieces[1:]
        optional = piece.endswith("?")
        need: Needs = ()
        if piece == "(":
            part, need, pieces = _alternatives(pieces, classes)
            optional = pieces[0] == ")?"
            pieces = pieces[1:]
        elif piece in _GAPS:
            part = _GAPS[piece]
        else:
            part, need = _either([_word(word, classes) for word in piece.removesuffix("?").split("/")])
        expression += f"(?:{part})?" if optional else part
        needs += () if optional else need
    return expression, needs, pieces


def _word(word: str, classes: dict[str, str]) -> tuple[str, Needs]:
    if word.startswith("{"):
        return _class(word[1:-1], classes)
    if word == "#":
        return r"\d[^ ]* ", (frozenset("#"),)
    if word.endswith("*"):
        stem = word[:-1].casefold()
        return re.escape(stem) + "[^ ]* ", (frozenset([stem + "*"]),)
    words = plain_words(word)
    return "".join(re.escape(part) + " " for part in words), tuple(frozenset([part]) for part in words)


def _class(name: str, classes: dict[str, str]) -> tuple[str, Needs]:
    if name not in classes:
        raise ValueError(f"There is no word class {name!r}.")
    expression, needs, _ = _alternatives(split_pieces(classes[name]), classes)
    return expression, needs


def _either(found: list[tuple[str, Needs]]) -> tuple[str, Needs]:
    """Join alternatives: what they need is one word out of what each needs most."""
    if len(found) == 1:
        return found[0]
    expression = "(?:" + "|".join(part for part, _ in found) + ")"
    if not all(need for _, need in found):
        return expression, ()
    return expression, (frozenset().union(*(min(need, key=rarity) for _, need in found)),)
