"""All phrases of the package, with an index by the words that each needs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_outcome.reading.patterns import compile_phrase, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.reading.patterns import Expression

__all__ = ["FOLDER", "KINDS", "Pattern", "Phrasebook", "classes", "grammar", "phrasebook", "read_table"]

FOLDER = Path(__file__).parent / "phrases"
PLACES = 4  # needs of a pattern that are looked at before its search: the four rarest
KNOWN_WORDS = 20_000  # words whose masks are kept


@dataclass(frozen=True)
class Kind:
    """What the phrases of one key of a file say.

    Parameters
    ----------
    answer : bool
        The answer that they give.
    turns : bool
        Whether their negation says the opposite; if not, it says nothing.
    sure : bool
        Whether they answer; if not, they only suggest.
    """

    answer: bool
    turns: bool
    sure: bool


KINDS = {
    "yes": Kind(answer=True, turns=True, sure=True),
    "yes_only": Kind(answer=True, turns=False, sure=True),
    "no": Kind(answer=False, turns=False, sure=True),
    "no_turns": Kind(answer=False, turns=True, sure=True),
    "maybe_yes": Kind(answer=True, turns=False, sure=False),
    "maybe_no": Kind(answer=False, turns=False, sure=False),
}


@dataclass(frozen=True)
class Pattern:
    """One way of saying that a signal was seen or not, or what the value of a context key is.

    Parameters
    ----------
    key : str
        The signal or the context key.
    answer : object
        What the phrase says of it.
    expression : Expression
        The phrase.
    turns, sure : bool
        As in `Kind`.
    """

    key: str
    answer: Any
    expression: Expression
    turns: bool = False
    sure: bool = True


class Phrasebook:
    """Patterns, found by the words of a sentence.

    Bit i of every mask stands for pattern i. A word's mask at place k has the patterns whose k-th rarest need it
    meets, so a few operations on whole numbers leave the patterns of which every need is met.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._met_by_none = [0] * PLACES
        self._met_by: dict[str, list[int]] = {}
        for at, pattern in enumerate(self.patterns):
            needs = sorted(pattern.expression.needs, key=rarity)[:PLACES]
            for place in range(PLACES):
                if place >= len(needs):
                    self._met_by_none[place] |= 1 << at
                    continue
                for word in needs[place]:
                    self._met_by.setdefault(word, [0] * PLACES)[place] |= 1 << at
        self._stem_lengths = sorted({len(key) - 1 for key in self._met_by if key.endswith("*")})
        self._known: dict[str, list[tuple[int, int]]] = {}

    def candidates(self, words: Iterable[str]) -> list[Pattern]:
        """Give the patterns that may match a sentence of these words, in the order of the files."""
        met = list(self._met_by_none)
        for masks in map(self._masks, set(words)):
            for place, mask in masks:
                met[place] |= mask
        left = met[0]
        for mask in met[1:]:
            left &= mask
        found: list[Pattern] = []
        while left:
            at = left.bit_length() - 1
            found.append(self.patterns[at])
            left ^= 1 << at
        return found[::-1]

    def _masks(self, word: str) -> list[tuple[int, int]]:
        """Give the places and masks of a word, of the stems that begin it, and of the sign for numbers."""
        if word not in self._known:
            if len(self._known) >= KNOWN_WORDS:
                self._known.clear()
            keys = [word, *(word[:length] + "*" for length in self._stem_lengths if length <= len(word))]
            masks = [self._met_by[key] for key in [*keys, "#"[: word[0].isdigit()]] if key in self._met_by]
            joined = ((place, reduce(or_, (mask[place] for mask in masks), 0)) for place in range(PLACES))
            self._known[word] = [(place, mask) for place, mask in joined if mask]
        return self._known[word]


@cache
def phrasebook() -> Phrasebook:
    """Read the phrases of all signals and context keys, once."""
    patterns: list[Pattern] = []
    for path in sorted(FOLDER.glob("signals_*.toml")):
        for signal, table in read_table(path.name).items():
            for name, kind in KINDS.items():
                marks = "".join(f"[{mark}]" for mark in table.get("marks", ()))
                for source in table.get(name, ()):
                    they = "[they]" if "{they}" in source else ""
                    phrase = compile_phrase(marks + they + source, classes())
                    patterns.append(Pattern(signal, kind.answer, phrase, kind.turns, kind.sure))
    for key, values in read_table("context.toml").items():
        for value, sources in values.items():
            patterns += [Pattern(key, value, compile_phrase(source, classes())) for source in sources]
    return Phrasebook(patterns)


@cache
def grammar() -> Phrasebook:
    """Read the words that change what a phrase means: the key of each pattern says in which way."""
    tables = {name: table for name, table in read_table("grammar.toml").items() if name != "subjects"}
    return Phrasebook(
        Pattern(name, None, compile_phrase(source, classes()))
        for table in tables.values()
        for name, sources in table.items()
        for source in sources
    )


@cache
def classes() -> dict[str, str]:
    """Read the word classes, by their name."""
    return dict(read_table("classes.toml")["classes"])


@cache
def read_table(name: str) -> dict[str, Any]:
    """Read one file of the folder."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
