"""How long the interview took against how long it was planned: two lengths that a note gives side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_outcome.reading.phrasebook import read_table
from interview_outcome.reading.scene import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_outcome.reading.text import Sentence

__all__ = ["Length", "compare", "lengths"]

CLOSE = 2  # sentences between which two lengths are compared
WINDOW = 5  # words before and after a length that say what it is
SHORT, LONG = 0.7, 1.25  # clearly shorter, clearly longer than planned
NUMBERS = read_table("numbers.toml")["numbers"]
_WORDS = "|".join(NUMBERS)
_NUMBER = rf"(?:\d+(?:\.\d+)?|(?:twenty|thirty|forty|fifty|sixty|ninety) (?:{_WORDS})|{_WORDS})"
_PART_OF_HOUR = rf"(?:(?P<plus_half>a half )|(?P<plus_quarter>a quarter )|(?P<plus>{_NUMBER}) (?:minutes? )?)"
_LENGTH = re.compile(
    r"(?<= )(?:(?P<quarters>three quarters|quarter) (?:of )?an hour |(?P<half>half (?:an )?hour )"
    rf"|(?P<hours>{_NUMBER}) (?:full |whole |solid )?hours? (?:and {_PART_OF_HOUR})?"
    rf"|(?P<minutes>{_NUMBER}) (?:or (?:so|{_NUMBER}) )?minutes? "
    "|(?P<the_hour>(?:(?<=of )|(?<=than ))the (?:full |whole |promised |planned |booked )?hour )"
    r"|(?P<bare>\d\d) (?!percent|per|k |years?|of us|people|hours? ))"
)

_AS_PLANNED = re.compile(
    "(?:exactly |just |bang on |right |on the nose |on the dot )?"
    "(?:(?:as|like) (?:was |it was |they had |they d |they |had been |d been )?"
    "(?:planned|promised|scheduled|booked|advertised|billed|agreed|arranged|said)|to the minute|on the dot) "
    "|which is what they (?:had |d )?(?:said|promised|planned) "
)


@dataclass(frozen=True)
class Length:
    """A length of time in a sentence.

    Parameters
    ----------
    minutes : float
        How long.
    planned : bool
        Whether it was planned; if not, it is how long it took.
    at : int
        The number of the sentence.
    start, end : int
        The first of its words, and the one after the last.
    """

    minutes: float
    planned: bool
    at: int
    start: int
    end: int


def compare(split: list[Sentence]) -> Iterator[tuple[str, bool, Length]]:
    """Give what the lengths of a note say: the signal, the answer, and the length that it took."""
    found = list(lengths(split))
    planned: defaultdict[int, list[Length]] = defaultdict(list)  # by sentence: each is compared with few
    for length in found:
        if length.planned:
            planned[length.at].append(length)
    for took in found:
        if not took.planned and _AS_PLANNED.match(" ".join(split[took.at].words[took.end :]) + " "):
            yield "cut_short", False, took
            yield "ran_long", False, took
            continue
        plans = [plan for at in range(took.at - CLOSE, took.at + CLOSE + 1) for plan in planned.get(at, ())]
        if took.planned or not plans:
            continue
        plan = min(plans, key=lambda plan: (abs(plan.at - took.at), abs(plan.start - took.start)))
        share = took.minutes / plan.minutes
        if share <= SHORT:
            yield "cut_short", True, took
        elif share >= LONG:
            yield "ran_long", True, took
        elif share == 1:
            yield "cut_short", False, took
            yield "ran_long", False, took


def lengths(split: list[Sentence]) -> Iterator[Length]:
    """Find the lengths of time that were planned, or that it took."""
    for at, sentence in enumerate(split):
        if not (word_set("time_words") & set(sentence.words)):
            continue
        earlier = -9
        for match in _LENGTH.finditer(sentence.line):
            start, end = sentence.word_span(match)
            planned = _role(sentence.words, start, end, follows=start - earlier <= WINDOW)
            if planned is not None:
                yield Length(_minutes(match), planned, at, start, end)
                earlier = end


def _minutes(match: re.Match[str]) -> float:
    part = match.groupdict()
    if part["quarters"]:
        return 45 if part["quarters"].startswith("three") else 15
    if part["half"]:
        return 30
    if part["the_hour"]:
        return 60
    if part["hours"]:
        more = 30 if part["plus_half"] else 15 if part["plus_quarter"] else _value(part["plus"] or "0")
        return 60 * _value(part["hours"]) + more
    return _value(part["minutes"] or part["bare"])


def _value(word: str) -> float:
    return float(sum(NUMBERS[part] for part in word.split())) if word[0].isalpha() else float(word)


def _role(words: tuple[str, ...], start: int, end: int, *, follows: bool) -> bool | None:
    """Tell a planned length (True) from one that it took (False) and from one that is about something else."""
    before, after = words[max(0, start - WINDOW) : start], words[end : end + 3]
    if word_set("other_lengths") & {*before[-4:], *after}:
        return None
    if follows and {"of", "from", "than", "not"} & set(before[-2:]):
        return True
    if word_set("planned_after") & set(after[:1]):
        return True
    if word_set("took_at_once") & set(after[:1]):
        return False
    for word in reversed(before):
        if word in word_set("planned_before"):
            return True
        if word in word_set("took_before"):
            return False
    return False if word_set("took_after") & set(after) else None
