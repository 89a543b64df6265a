"""All phrases of the package, with an index by the words that each needs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_outcome.reading.patterns import compile_phrase, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.reading.patterns import Expression

__all__ = ["FOLDER", "KINDS", "Pattern", "Phrasebook", "classes", "grammar", "phrasebook", "read_table"]

FOLDER = Path(__file__).parent / "phrases"


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
    """Patterns, found by the words of a sentence."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._index: dict[str, list[int]] = {}
        for at, pattern in enumerate(self.patterns):
            for word in min(pattern.expression.needs, key=rarity):
                self._index.setdefault(word, []).append(at)
        keys = {word for pattern in self.patterns for need in pattern.expression.needs for word in need}
        self._stems = frozenset(key for key in keys if key.endswith("*"))
        self._lengths = sorted({len(stem) - 1 for stem in self._stems})
        self._known: dict[str, frozenset[str]] = {}

    def candidates(self, words: Iterable[str]) -> list[Pattern]:
        """Give the patterns that may match a sentence of these words, in the order of the files."""
        keys: set[str] = set()
        for word in words:
            keys |= self._keys(word)
        found = {at for key in keys & self._index.keys() for at in self._index[key]}
        return [
            self.patterns[at]
            for at in sorted(found)
            if not any(map(keys.isdisjoint, self.patterns[at].expression.needs))
        ]

    def _keys(self, word: str) -> frozenset[str]:
        """Give the word, and the stems and the sign for numbers that it meets."""
        if word not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            stems = (word[:length] + "*" for length in self._lengths if length <= len(word))
            found = {word, *(stem for stem in stems if stem in self._stems)}
            self._known[word] = frozenset(found | {"#"} if word[0].isdigit() else found)
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
                    phrase = compile_phrase(marks + source, classes())
                    patterns.append(Pattern(signal, kind.answer, phrase, kind.turns, kind.sure))
    for key, values in read_table("context.toml").items():
        for value, sources in values.items():
            patterns += [Pattern(key, value, compile_phrase(source, classes())) for source in sources]
    return Phrasebook(patterns)


@cache
def grammar() -> Phrasebook:
    """Read the words that change what a phrase means: the key of each pattern says in which way."""
    tables = read_table("grammar.toml")
    del tables["subjects"]
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


def read_table(name: str) -> dict[str, Any]:
    """Read one file of the folder."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
