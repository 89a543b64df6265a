"""The words that give a fault of a letter away, as `letter_faults.toml` declares them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Phrases", "compiled", "declared", "phrases", "words_in"]

NEAR = 40  # characters before and after a match in which a possibility takes its certainty away
_CLAUSE = re.compile(r" and | but |;")


@dataclass(frozen=True)
class Phrases:
    """The compiled words of one kind of fault.

    Parameters
    ----------
    strong, always, mild : re.Pattern
        Words that are a fault wherever they stand; those that no guard excuses; those with one free.
    masks : re.Pattern
        Words that look like a fault and are none.
    cues, needs : re.Pattern
        Words that are strong in a sentence that has what they need, and mild in others.
    unless, near : re.Pattern
        What excuses a sentence, and what excuses a match close by.
    """

    strong: re.Pattern[str]
    always: re.Pattern[str]
    mild: re.Pattern[str]
    masks: re.Pattern[str]
    cues: re.Pattern[str]
    needs: re.Pattern[str]
    unless: re.Pattern[str]
    near: re.Pattern[str]

    def find(self, sentence: str) -> list[tuple[int, int, bool]]:
        """Find the words in a sentence: start, end, and whether they are strong; in order, without overlap.

        Examples
        --------
        >>> phrases("certainty").find("I look forward to starting.")
        [(2, 26, True)]
        >>> phrases("certainty").find("If you choose me, I look forward to starting.")
        []
        """
        taken = [match.span() for match in self.masks.finditer(sentence)]
        excused = bool(self.unless.search(sentence))
        found = []
        groups = (
            (self.always, True, False),
            (self.strong, True, True),
            (self.cues, bool(self.needs.search(sentence)), True),
            (self.mild, False, True),
        )
        for pattern, strong, guarded in groups:
            for match in pattern.finditer(sentence):
                start, end = match.span()
                if any(start < stop and begin < end for begin, stop in taken) or (
                    start and _is_name(match[0])
                ):
                    continue
                if guarded and (excused or self.near.search(_around(sentence, start, end))):
                    continue
                taken.append((start, end))
                found.append((start, end, strong))
        return sorted(found)


def _around(sentence: str, start: int, end: int) -> str:
    """Give a match and the words around it, up to the end of their clause."""
    before = _CLAUSE.split(sentence[max(0, start - NEAR) : start])[-1]
    after = _CLAUSE.split(sentence[end : end + NEAR])[0]
    return before + sentence[start:end] + after


def _is_name(words: str) -> bool:
    """Say whether words inside a sentence are written as a name is: "Beacon", "Dream Kitchens"."""
    return all(word[0].isupper() and word[1:].islower() for word in words.split())


@cache
def declared() -> dict[str, Any]:
    """Read `letter_faults.toml`."""
    return tomllib.loads((Path(__file__).parent / "letter_faults.toml").read_text(encoding="utf-8"))


@cache
def phrases(kind: str) -> Phrases:
    """Compile the words of a kind of fault."""
    return Phrases(
        *(
            compiled(kind, name)
            for name in ("strong", "always", "mild", "not", "cues", "needs", "unless", "near")
        )
    )


@cache
def compiled(kind: str, name: str) -> re.Pattern[str]:
    """Make one regular expression of a list of a kind; of none, one that never matches.

    Examples
    --------
    >>> compiled("pity", "strong").search("this is my very Last  chance.")[0]
    'my very Last  chance'
    """
    words = _alternatives(declared()["kinds"][kind].get(name, ""))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)


@cache
def words_in(name: str) -> frozenset[str]:
    """Give a list of plain words."""
    return frozenset(declared()["words"][name].split())


def _alternatives(text: str) -> str:
    """Turn the notation of the file into that of regular expressions."""
    whole = "|".join(line for line in text.splitlines() if line and not line.startswith("#"))
    for name, words in _classes().items():
        whole = whole.replace("{" + name + "}", words)
    for sign, meaning in ((" ~ ", r" (?:\S+ )?"), (" ... ", r" (?:\S+ ){0,4}?")):
        whole = whole.replace(sign, meaning)
    return re.sub(r" (\?)?", lambda blank: " *" if blank[1] else " +", whole)


@cache
def _classes() -> dict[str, str]:
    return {name: "|".join(words.split("\n")).strip("|") for name, words in declared()["classes"].items()}
