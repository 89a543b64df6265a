"""What the words of a sentence speak for, whatever the phrases say: weights learned from labelled sentences.

For each answer `words.json` has a start, and the weights of words and of pairs of words, as a logistic regression
learned them (`studies/reader_words.py`). Added up they are the log-odds that a sentence gives the answer. They make a
lone phrase a suggestion where they do not bear it out, and answer themselves where no phrase says anything.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from interview_outcome.reading.finding import Finding
from interview_outcome.reading.phrasebook import phrasebook
from interview_outcome.reading.relevance import is_asked, is_news
from interview_outcome.rules import CONTRADICTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_outcome.reading.scene import Scene

__all__ = ["BELIEVED", "DOUBTED", "EXCLUDING", "WEIGHT_UNIT", "add_words", "log_odds"]

DOUBTED = -3.5  # log-odds of a sentence below which a lone phrase only suggests: a likelihood of 1 in 34
BELIEVED = 0.0  # log-odds above which words answer without a phrase: more likely so than not
WEIGHT_UNIT = 0.05  # in words.json weights are whole numbers of these
TELLING = 0.5  # of the largest weight: words with as much are shown as what an answer rests on
# What is reckoned, and not only found by its words.
RECKONED = ("lengths", "topics")
CARING = 0.4  # of the phrases of a signal: where as many care who did it, its words do too
# Answers that cannot both hold: where a phrase says one, words alone do not say the other.
EXCLUDING = {rule.kept: rule.dropped for rule in CONTRADICTIONS if rule.dropped}
EXCLUDING |= {dropped: kept for kept, dropped in EXCLUDING.items()}


class _Learned(NamedTuple):
    """The answers; where the sum of each starts; and for each feature the places and weights of its answers.

    Sums are of whole numbers, so that no order of the words makes a difference by rounding.
    """

    answers: tuple[tuple[str, bool], ...]
    places: dict[tuple[str, bool], int]
    starts: tuple[int, ...]
    weights: dict[str, tuple[tuple[int, int], ...]]


@cache
def _learned() -> _Learned:
    stored = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    named = [key.split(":") for key in stored["starts"]]
    answers = tuple((signal, answer == "yes") for signal, answer in named)
    weights = {
        feature: tuple(zip(flat[::2], flat[1::2], strict=True)) for feature, flat in stored["weights"].items()
    }
    starts = tuple(stored["starts"].values())
    return _Learned(answers, {answer: place for place, answer in enumerate(answers)}, starts, weights)


def log_odds(words: Sequence[str]) -> dict[tuple[str, bool], float]:
    """Give for each answer the log-odds that a sentence of these words gives it.

    Parameters
    ----------
    words : sequence of str
        Plain words, as `text.Sentence` has them.

    Examples
    --------
    >>> found = log_odds(["they", "showed", "me", "round", "the", "kitchen"])
    >>> found["office_tour", True] > BELIEVED, found["praised", True] < DOUBTED
    (True, True)
    """
    return {
        answer: WEIGHT_UNIT * total for answer, total in zip(_learned().answers, _sums(words), strict=True)
    }


def _sums(words: Sequence[str]) -> list[int]:
    """Give the log-odds of each answer in whole units."""
    learned = _learned()
    sums = list(learned.starts)
    for feature in {*words, *map(" ".join, pairwise(words))}:
        for place, weight in learned.weights.get(feature, ()):
            sums[place] += weight
    return sums


def add_words(found: list[Finding], scenes: list[Scene]) -> list[Finding]:
    """Weigh findings by the words around them, and add what words say where no phrase says anything."""
    sums = [_sums(scene.words) for scene in scenes]
    kept = _doubt(found, sums)
    sure = {(finding.key, finding.answer) for finding in kept if finding.sure}
    spoken = {finding.key for finding in found} | {EXCLUDING[one][0] for one in sure if one in EXCLUDING}
    return [*kept, *_by_words(scenes, sums, spoken)]


def _doubt(found: list[Finding], sums: list[list[int]]) -> list[Finding]:
    """Let findings only suggest that rest on one phrase alone, and that the words of no sentence bear out."""
    phrases: dict[tuple[str, bool], set[str]] = defaultdict(set)
    most: dict[tuple[str, bool], float] = {}
    places = _learned().places
    for finding in found:
        answer = (finding.key, finding.answer)
        if finding.sure and answer in places:
            phrases[answer].add(finding.source)
            most[answer] = max(most.get(answer, -math.inf), sums[finding.at][places[answer]])
    doubted = {
        answer
        for answer, sources in phrases.items()
        if len(sources) == 1 and sources.isdisjoint(RECKONED) and most[answer] < DOUBTED / WEIGHT_UNIT
    }
    return [
        replace(finding, sure=False) if (finding.key, finding.answer) in doubted else finding
        for finding in found
    ]


def _by_words(scenes: list[Scene], sums: list[list[int]], spoken: set[str]) -> Iterator[Finding]:
    """Give for each other signal what the words of the sentence that speaks most for it say, if it is news."""
    best: dict[str, tuple[int, Finding]] = {}
    answers, least = _learned().answers, BELIEVED / WEIGHT_UNIT
    for at, scene in enumerate(scenes):
        for place in [place for place, value in enumerate(sums[at]) if value > least]:
            value, (signal, answer) = sums[at][place], answers[place]
            if signal in spoken or (signal in best and best[signal][0] >= value):
                continue
            telling = _telling(scene.words, place)
            if all(
                is_news(_marks()[signal], scene, *span) and not is_asked(scene, span[0]) for span in telling
            ):
                start, end = min(telling)[0], max(stop for _, stop in telling)
                best[signal] = value, Finding(signal, answer, True, at, start, end, "words")
    for _, finding in best.values():
        yield finding


@cache
def _marks() -> dict[str, frozenset[str]]:
    """Give for each signal the marks that say who does it, where many of its phrases have them."""
    phrases = Counter(pattern.key for pattern in phrasebook().patterns)
    marked = Counter(
        (pattern.key, mark)
        for pattern in phrasebook().patterns
        for mark in pattern.expression.marks & {"they", "me"}
    )
    return {
        key: frozenset(mark for mark in ("they", "me") if marked[key, mark] >= CARING * times)
        for key, times in phrases.items()
    }


def _telling(words: Sequence[str], place: int) -> list[tuple[int, int]]:
    """Give where the words and pairs of words stand that speak most for an answer."""
    weights = _learned().weights
    spans: dict[tuple[int, int], int] = {}
    for length in (1, 2):
        for at in range(len(words) - length + 1):
            feature = " ".join(words[at : at + length])
            spans[at, at + length] = dict(weights.get(feature, ())).get(place, 0)
    least = TELLING * max(spans.values())
    return [span for span, weight in spans.items() if weight >= least]
