"""From findings to answers: what outweighs what, what follows from what, and what contradicts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from interview_outcome.checklist import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.reading.finding import Finding

__all__ = ["IMPLIED", "contradictions", "settle", "strongest"]

# An answer says another one by its meaning: nobody misses a date that was not named.
IMPLIED = (
    ("contact_date_missed", True, "contact_date_given", True),
    ("contact_date_missed", False, "contact_date_given", True),
    ("candidate_contacted_too_early", True, "contact_date_given", True),
    ("thank_you_answered", True, "thank_you_sent", True),
    ("thank_you_answered", False, "thank_you_sent", True),
    ("test_passed", True, "test_task_given", True),
    ("test_passed", False, "test_task_given", True),
    ("vague_call_promise", True, "contact_date_given", False),
)


def settle(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Give by key the findings that stand: of those that overlap, the longest.

    Where findings apart from each other differ, all stand, and `strongest` chooses.
    """
    by_key: dict[str, list[Finding]] = {}
    in_sentence = attrgetter("key", "at")
    for (key, _), group in groupby(sorted(found, key=in_sentence), key=in_sentence):
        kept: list[Finding] = []
        for finding in sorted(group, key=_precedence):
            if not any(finding.start < other.end and other.start < finding.end for other in kept):
                kept.append(finding)
        by_key.setdefault(key, []).extend(sorted(kept, key=attrgetter("start")))
    _weigh_dates(by_key)
    return {key: kept for key, findings in by_key.items() if (kept := [one for one in findings if one.sure])}


def _precedence(finding: Finding) -> tuple[bool, bool, int, int]:
    """Put what is sure first, then a topic with its verdict, then the longest."""
    return not finding.sure, finding.source != "topics", finding.start - finding.end, -finding.start


def _weigh_dates(by_key: dict[str, list[Finding]]) -> None:
    """Let a named day decide what a promise or a silence means."""
    dated = {finding.answer for finding in by_key.get("contact_date_given", ()) if finding.sure}
    if True in dated:
        by_key.pop("vague_call_promise", None)
        if not any(finding.sure for finding in by_key.get("contact_date_missed", ())):
            by_key["long_silence"] = [one for one in by_key.get("long_silence", ()) if not one.answer]
    elif False in dated and "vague_call_promise" in by_key:
        by_key["vague_call_promise"] = [replace(one, sure=True) for one in by_key["vague_call_promise"]]


def strongest(findings: list[Finding]) -> Finding:
    """Choose among findings of one key: the answer with most places, and of equals the last said."""
    places = Counter(finding.answer for finding in findings)
    return max(findings, key=lambda finding: (places[finding.answer], finding.at, finding.start))


def contradictions(findings: dict[str, list[Finding]]) -> list[Remark]:
    """Report the signals for which the text says both yes and no."""
    return [
        Remark(
            "contradiction",
            (key,),
            f"The text says both yes and no to {key}; the answer follows the words said more often or later."
            " Look at both places.",
        )
        for key, places in findings.items()
        if {True, False} <= {place.answer for place in places if isinstance(place.answer, bool)}
    ]
