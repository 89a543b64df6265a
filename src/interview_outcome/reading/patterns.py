"""The small language in which phrases are written, and its translation into regular expressions.

Words stand for themselves, in any case and spelling that `text.plain_words` knows. Besides:

========================  =====================================================================
``ask*``                  a word that begins so
``tour?``                 may be missing
``show/showed/walked``    one of several words
``(a | b c)``             one of several phrases; ``(...)?`` may be missing
``{told}``                one of the phrases of a word class
``..`` and ``...``        a gap of up to three, or up to six words
``#``                     a word that begins with a digit
``[they]`` ``[me]``       at the start: who does it (see `grammar`); further marks: ``[if]``, ``[q]``, ``[other]``
========================  =====================================================================
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from interview_outcome.reading.text import plain_words

__all__ = ["MARKS", "NEGATORS", "Pattern", "Phrases", "load_phrases", "translate"]

NEGATORS = frozenset({"not", "never", "no", "nobody", "none", "nothing", "noone", "without", "hardly", "barely",
                      "nor", "neither", "nil", "zero", "scarcely", "nowhere"})  # fmt: skip
MARKS = ("they", "me", "if", "q", "other", "soft")
_PIECE = re.compile(r"\(|\)\??|\||\.{2,3}|[^\s()|]+")
_COMMON = frozenset(
    "a an the i me my we us you your it he she they them him her his their that this to of in on at for with and or"
    " so is are was were be been s d has have had will would do did not no as by from up out if what when who how"
    " said says told asked about all one just get got very really".split()
)
_WORD = "[^ ]+ "
_GAPS = {"..": f"(?:{_WORD}){{0,3}}?", "...": f"(?:{_WORD}){{0,6}}?"}
Needs = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Pattern:
    """One way of saying that a signal was seen (answer True) or not (False).

    Parameters
    ----------
    signal : str
        The signal or the context key.
    answer : object
        What the phrase says.
    source : str
        The pattern as it is written.
    marks : frozenset of str
        The marks before it.
    turns : bool
        Whether its negation says the opposite; if not, it says nothing.
    sure : bool
        Whether it answers; if not, it only suggests.
    """

    signal: str
    answer: Any
    source: str
    marks: frozenset[str]
    turns: bool
    sure: bool
    expression: str
    needs: Needs

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, compiled when the pattern is first tried."""
        return re.compile(self.expression)

    @cached_property
    def negates(self) -> bool:
        """Whether a negation is part of the phrase itself."""
        return any(NEGATORS & need for need in self.needs)


class Phrases:
    """All patterns, with an index by the rarest word that each needs."""

    def __init__(self, patterns: list[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._index: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            for word in min(pattern.needs, key=_commonness):
                self._index.setdefault(word, []).append(pattern)
        keys = {word for pattern in patterns for need in pattern.needs for word in need}
        self._stems = frozenset(key for key in keys if key.endswith("*"))
        self._lengths = sorted({len(stem) - 1 for stem in self._stems})
        self._known: dict[str, tuple[str, ...]] = {}

    def candidates(self, words: tuple[str, ...]) -> list[Pattern]:
        """Give the patterns that may match a sentence of these words, in the order of the file."""
        keys: set[str] = set()
        for word in words:
            keys.update(self._keys(word))
        found = {
            id(pattern): pattern
            for key in keys & self._index.keys()
            for pattern in self._index[key]
            if not any(map(keys.isdisjoint, pattern.needs))
        }
        return list(found.values())

    def _keys(self, word: str) -> tuple[str, ...]:
        stems = (word[:length] + "*" for length in self._lengths if length <= len(word))
        number = ("#",) if word[0].isdigit() else ()
        return (word, *number, *(stem for stem in stems if stem in self._stems))


def _commonness(need: frozenset[str]) -> int:
    return sum(50 if word in _COMMON else 1 for word in need)


@cache
def load_phrases() -> Phrases:
    """Read all phrase files of the package, once."""
    folder = Path(__file__).parent / "phrases"
    classes = _read(folder / "classes.toml")["classes"]
    patterns: list[Pattern] = []
    for path in sorted(folder.glob("signals_*.toml")):
        for signal, table in _read(path).items():
            for kind, (answer, turns, sure) in KINDS.items():
                for source in table.get(kind, ()):
                    patterns.append(make_pattern(signal, answer, source, classes, turns=turns, sure=sure))
    for key, values in _read(folder / "context.toml").items():
        for value, sources in values.items():
            patterns += [make_pattern(key, value, source, classes) for source in sources]
    return Phrases(patterns)


KINDS = {  # key in the files: answer, whether a negation turns it, whether it is sure
    "yes": (True, True, True),
    "yes_only": (True, False, True),
    "no": (False, False, True),
    "no_turns": (False, True, True),
    "maybe_yes": (True, False, False),
    "maybe_no": (False, False, False),
}


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def make_pattern(
    signal: str, answer: object, source: str, classes: dict[str, str], *, turns: bool = False, sure: bool = True
) -> Pattern:
    """Translate one pattern."""
    marks = frozenset(re.findall(r"\[(\w+)\]", source))
    if not marks <= set(MARKS):
        raise ValueError(f"{source!r} has unknown marks; allowed: {', '.join(MARKS)}.")
    expression, needs = translate(re.sub(r"\[\w+\]", "", source), classes)
    if not needs:
        raise ValueError(f"{source!r} needs no word at all, so it would match anything.")
    return Pattern(signal, answer, source, marks, turns, sure, "(?<= )" + expression, needs)


def translate(source: str, classes: dict[str, str]) -> tuple[str, Needs]:
    """Give the regular expression of a pattern, and the sets of words of each of which it needs one.

    Examples
    --------
    >>> translate("showed/walked me round?", {})[0]
    '(?:showed |walked )me (?:round )?'
    """
    pieces = _PIECE.findall(source)
    expression, needs, rest = _alternatives(pieces, classes)
    if rest:
        raise ValueError(f"{source!r} has a bracket too many or too few.")
    return expression, needs


def _alternatives(pieces: list[str], classes: dict[str, str]) -> tuple[str, Needs, list[str]]:
    found: list[tuple[str, Needs]] = []
    while True:
        expression, needs, pieces = _sequence(pieces, classes)
        found.append((expression, needs))
        if not pieces or pieces[0] != "|":
            break
        pieces = pieces[1:]
    expression, needs = _either(found)
    return expression, needs, pieces


def _sequence(pieces: list[str], classes: dict[str, str]) -> tuple[str, Needs, list[str]]:
    expression, needs = "", ()
    while pieces and pieces[0] != "|" and not pieces[0].startswith(")"):
        piece, pieces = pieces[0], pieces[1:]
        optional = False
        if piece == "(":
            part, need, pieces = _alternatives(pieces, classes)
            if not pieces:
                raise ValueError("A bracket is not closed.")
            optional = pieces[0] == ")?"
            pieces = pieces[1:]
        elif piece in _GAPS:
            part, need = _GAPS[piece], ()
        else:
            optional = piece.endswith("?")
            part, need = _word(piece.removesuffix("?"), classes)
        expression += f"(?:{part})?" if optional else part
        needs += () if optional else need
    return expression, needs, pieces


def _word(piece: str, classes: dict[str, str]) -> tuple[str, Needs]:
    return _either([_class(w[1:-1], classes) if w[0] == "{" else _literal(w) for w in piece.split("/")])


def _class(name: str, classes: dict[str, str]) -> tuple[str, Needs]:
    if name not in classes:
        raise ValueError(f"There is no word class {name!r}.")
    return translate(classes[name], classes)


def _literal(word: str) -> tuple[str, Needs]:
    if word == "#":
        return r"\d[^ ]* ", (frozenset("#"),)
    if word.endswith("*"):
        stem = word[:-1].casefold()
        return re.escape(stem) + "[^ ]* ", (frozenset([stem + "*"]),)
    words = plain_words(word)
    return "".join(re.escape(part) + " " for part in words), tuple(frozenset([part]) for part in words)


def _either(found: list[tuple[str, Needs]]) -> tuple[str, Needs]:
    """Join alternatives: what they need is one word out of what each needs most."""
    if len(found) == 1:
        return found[0]
    expression = "(?:" + "|".join(part for part, _ in found) + ")"
    if not all(need for _, need in found):
        return expression, ()
    return expression, (frozenset().union(*(min(need, key=_commonness) for _, need in found)),)
