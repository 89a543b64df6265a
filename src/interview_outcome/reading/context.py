"""Context that a note states: stage, interviewer, number of candidates, and the days it names."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from interview_outcome.checklist_values import CANDIDATES_MOST
from interview_outcome.reading.dates import date_after, date_before
from interview_outcome.reading.phrasebook import read_table
from interview_outcome.reading.scene import word_set
from interview_outcome.reading.settling import strongest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from interview_outcome.reading.finding import Finding
    from interview_outcome.reading.text import Sentence

__all__ = ["read_context"]

AFTER = 5  # words after the named promise in which its day may follow
BEFORE = 3  # words before a call or a mail in which its day may stand: "this morning they rang"
LONG_AFTER = 12  # words after it in which stands when it was said: "that was five weeks ago"
_SOME_DAY = re.compile(" (?:later|after|next day|following day|last week|the other day|before) ")
Places = dict[str, tuple[Any, "Finding"]]


def read_context(split: list[Sentence], places: Mapping[str, list[Finding]], on: date | None) -> Places:
    """Give the value of each context key that the text states, with the finding that it rests on.

    Parameters
    ----------
    split : list of Sentence
        The sentences of the text.
    places : mapping of str to list of Finding
        The findings that stand, by signal or context key.
    on : date or None
        The day on which the note was written.
    """
    found: Places = {}
    for key in ("stage", "interviewer"):
        if key in places and len({finding.answer for finding in places[key]}) == 1:
            found[key] = places[key][0].answer, places[key][0]
    for finding in places.get("candidates", ()):
        words = split[finding.at].words
        if word_set("units").intersection(words[finding.end - 1 : finding.end + 1]):
            continue
        count = _count(words[finding.start : finding.end]) + (finding.answer == "others")
        if 2 <= count <= CANDIDATES_MOST:
            found["candidates"] = count, finding
    return found | _days(split, places, on)


def _days(split: list[Sentence], places: Mapping[str, list[Finding]], on: date | None) -> Places:
    found: Places = {}
    if on is None:
        return found
    for finding in places.get("interviewed_on", ()):
        day = date_before(_words(split, finding, 0), on)
        if day is not None:
            found["interviewed_on"] = day, finding
    interviewed = found["interviewed_on"][0] if found else None
    told_later: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in places.get("told_later", ()):
        told_later[finding.at].append(finding)
    promised = places.get("contact_date_given", [])
    for finding in promised if promised and strongest(promised).answer else ():
        near = told_later.get(finding.at, []) + told_later.get(finding.at - 1, [])
        base = _told_on(split, finding, near, interviewed, on) or interviewed or on
        day = _promised_day(split, finding, base, on, missed="contact_date_missed" in places)
        if day is not None:
            found["contact_by"] = day, finding
    return found


def _told_on(
    split: list[Sentence], promise: Finding, near: list[Finding], interviewed: date | None, on: date
) -> date | None:
    """Give the day of the call or the mail that made a promise, where it came after the interview."""
    for told in near:
        here = told.at == promise.at
        if here and told.start >= promise.end:
            continue
        stop = max(told.end, promise.start) if here else None
        words = " " + " ".join(split[told.at].words[max(0, told.start - BEFORE) : stop]) + " "
        day = date_before(words, on) or (None if _SOME_DAY.search(words) else on)
        if day is not None and (interviewed is None or day >= interviewed):
            return day
    return None


def _promised_day(
    split: list[Sentence], finding: Finding, base: date, on: date, *, missed: bool
) -> date | None:
    """Give the day by which they were to be in touch: counted from when it was said, and back where it is past."""
    since = date_before(_words(split, finding, LONG_AFTER).partition(" that was")[2], on)
    words = _words(split, finding, AFTER).partition(" that was")[0] + " "
    return date_before(words, on) if missed and not since else date_after(words, since or base)


def _words(split: list[Sentence], finding: Finding, more: int) -> str:
    words = split[finding.at].words[finding.start : finding.end + more]
    return " " + " ".join(words) + " "


def _count(words: tuple[str, ...]) -> int:
    """Give the last number among words, or 0."""
    numbers = read_table("numbers.toml")["numbers"]
    counts = (
        int(numbers.get(word, 0) or word) for word in reversed(words) if word.isdecimal() or word in numbers
    )
    return next(counts, 0)
