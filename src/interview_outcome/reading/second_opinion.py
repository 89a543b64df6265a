"""A second opinion on an answer that one phrase alone found, from the words around it.

For each answer `words.json` tells in how many labelled texts each word stands, among those that give the answer and
among all. The log-odds of the words of a sentence add up as in naive Bayes, and those of its neighbours count half.
Two different phrases that say the same are opinion enough.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.reading.finding import Finding
    from interview_outcome.reading.text import Sentence

__all__ = ["LEAST", "PRIOR_TEXTS", "log_odds", "with_second_opinion"]

PRIOR_TEXTS = 10  # texts with the words of any text, which each answer starts from
LEAST = 1.5  # log-odds of the words around a lone phrase, below which it only suggests
# What is reckoned, and not only found by its words.
RECKONED = ("lengths", "topics")


@cache
def _counts() -> dict[str, Any]:
    counts: dict[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return counts


def log_odds(signal: str, answer: bool, words: Iterable[str]) -> float:  # noqa: FBT001  an answer
    """Give what some words speak for an answer; 0 where they say nothing.

    Examples
    --------
    >>> log_odds("office_tour", True, ["showed", "me", "round", "the", "kitchen"]) > LEAST
    True
    >>> log_odds("office_tour", True, ["she", "did", "the", "dishes"]) < LEAST
    True
    """
    counts = _counts()
    given = counts["answers"].get(f"{signal}:{'yes' if answer else 'no'}", {"texts": 0, "words": {}})
    texts, total, found = counts["texts"], counts["words"], given["texts"]
    weight = 0.0
    for word in set(words):
        seen = total.get(word)
        if seen is None:
            continue
        with_answer = given["words"].get(word, 0)
        start = PRIOR_TEXTS * seen / texts
        share = (with_answer + start) / (found + PRIOR_TEXTS)
        other = (seen - with_answer + start) / (texts - found + PRIOR_TEXTS)
        weight += math.log(share / other)
    return weight


def with_second_opinion(found: list[Finding], split: list[Sentence]) -> list[Finding]:
    """Let findings only suggest that rest on one phrase alone, and that the words around them do not bear out."""
    phrases: dict[tuple[str, Any], set[str]] = defaultdict(set)
    for finding in found:
        if finding.sure:
            phrases[finding.key, finding.answer].add(finding.source)
    doubted = {
        (key, answer)
        for (key, answer), sources in phrases.items()
        if key in signals
        and len(sources) == 1
        and sources.isdisjoint(RECKONED)
        and max(
            _around(finding, split) for finding in found if (finding.key, finding.answer) == (key, answer)
        )
        < LEAST
    }
    if not doubted:
        return found
    return [
        replace(finding, sure=False) if (finding.key, finding.answer) in doubted else finding
        for finding in found
    ]


def _around(finding: Finding, split: list[Sentence]) -> float:
    """Give what the words of its sentence speak for a finding; those of the neighbours count half."""
    own = set(split[finding.at].words)
    weight = log_odds(finding.key, finding.answer, own)
    for at in (finding.at - 1, finding.at + 1):
        if 0 <= at < len(split):
            weight += 0.5 * log_odds(finding.key, finding.answer, set(split[at].words) - own)
    return weight
