"""What a letter says amiss: thanks, flattery, emotion, pity, certainty, too many points; each with its places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interview_outcome.advice.letter_parts import sentences_of
from interview_outcome.advice.letter_phrases import compiled, phrases

if TYPE_CHECKING:
    from interview_outcome.advice.letter_parts import Parts, Spans

__all__ = ["certainty", "flattery", "pity", "says_everything", "too_many_thanks", "too_much_emotion"]

THANKS_MOST = 2
ADDITIONS_MOST, ITEMS_MOST, QUESTIONS_MOST, CLAIMS_MOST = 2, 3, 2, 5
DENSE = 450  # characters, about seventy words, within which claims about oneself are counted

_SIGN_OFF = re.compile(
    r"[ \t]*(?:(?:with|many|kind|best|warm|very|much) )*(?:thanks|thank you|thanking you|gratitude|appreciation)"
    r"(?: (?:again|so much|very much|in advance|in anticipation|kindly))*"
    r"(?: (?:and|&)(?: (?:best|kind|warm|kindest))? (?:regards|wishes))?[ \t,.!]*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?: and| &|,)(?: (?:my|our|sincere|deep(?:est)?|heartfelt|great|truly|very|so))* *", re.IGNORECASE
)
_SHOUTED = re.compile(
    r"\b(?:SO|VERY|REALLY|LOVE[DS]?|AMAZING|TRULY|THANKS?|THANK YOU|PLEASE|NEVER|ALWAYS|BEST|GREAT|AWESOME|WOW|EXCITED"
    r"|THRILLED|HUGE|DREAM|PERFECT|ABSOLUTELY|MUCH|EVER|WAIT|NEED|MUST|HAPPY|WANT|YES|FANTASTIC|INCREDIBLE|ALL|TOTALLY"
    r"|SUPER|LITERALLY|EVERYTHING)\b"
)
_MARKS = re.compile(r"[!?]+")
_SMILEYS = re.compile(
    "[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\ufe0f]+|(?<!\\w)(?:[:;=]-?[)D(P*]+|<3+|\\^_?\\^)(?!\\w)"
)
_JOINT = re.compile(r"(?:(?:and|but|so|oh|well)[ ,]+)*", re.IGNORECASE)
_I = re.compile(r"(?<![\w'])I(?=[ ']) ?", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-*•·–]|\d{1,2}[.)])\s")


def too_many_thanks(parts: Parts) -> Spans:
    """Give each thanks after the second; a bare "Thanks," as the sign-off is a formula and none."""
    found: Spans = []
    for start, end in _places(parts, "too_many_thanks"):
        line = parts.plain[parts.plain.rfind("\n", 0, start) + 1 :].partition("\n")[0]
        if start >= parts.signature and _SIGN_OFF.fullmatch(line):
            continue
        if found and _BETWEEN.fullmatch(parts.plain[found[-1][1] : start]):
            found[-1] = (found[-1][0], end)  # "thankful and grateful" is one
        else:
            found.append((start, end))
    return found[THANKS_MOST:]


def flattery(parts: Parts) -> Spans:
    """Give praise of the company or of its people; one mild remark is free."""
    return _beyond_one(_words(parts, "flattery"))


def pity(parts: Parts) -> Spans:
    """Give what asks for pity or despairs; one mild word is free."""
    return _beyond_one(_words(parts, "pity"))


def certainty(parts: Parts) -> Spans:
    """Give what takes the position for granted; one mild word is free."""
    return _beyond_one(_words(parts, "certainty"))


def too_much_emotion(parts: Parts) -> Spans:
    """Give strong signs of feeling, and of the mild ones all but the first.

    One exclamation mark is free, the second counts as a mild sign; a smiley is a mild sign; capitals are strong.
    """
    letter = parts.plain[: parts.end]
    found = _words(parts, "too_much_emotion")
    marks = [match.span() for match in _MARKS.finditer(letter) if "!" in match[0]]
    found += [
        (start, end, end - start > 1 or number > 1)
        for number, (start, end) in enumerate(marks)
        if end - start > 1 or number
    ]
    found += [(*match.span(), number > 0) for number, match in enumerate(_SMILEYS.finditer(letter))]
    found += [
        (*match.span(), True) for match in _SHOUTED.finditer(letter, parts.body) if _shouts(letter, match)
    ]
    return _beyond_one(sorted(found))


def says_everything(parts: Parts) -> Spans:
    """Give the place from which on a letter says more than its one point."""
    told = _places(parts, "says_everything")
    if told:
        return told
    opener, also, correction, polite = (
        compiled("says_everything", name) for name in ("opener", "also", "correction", "polite")
    )
    feelings = [
        place for kind in ("pity", "too_much_emotion", "certainty") for place, _ in _places(parts, kind)
    ]
    additions: Spans = []
    items: Spans = []
    questions: Spans = []
    claims: Spans = []
    corrected = -1
    for start, end in sentences_of(parts.plain, parts.message, parts.signature):
        sentence = parts.plain[start:end].replace("\n", " ")
        first, last = _paragraph(parts, start)
        if opener.match(_JOINT.sub("", sentence, count=1)) or also.search(sentence):
            additions.append((start, end))
        elif first != corrected and correction.search(sentence):
            additions.append((start, end))
            corrected = first
        if _ITEM.match(sentence):
            items.append((start, end))
        if sentence.endswith("?"):
            questions.append((start, end))
        if not any(first <= place < last for place in feelings):
            claims += [(start, end) for me in _I.finditer(sentence) if not polite.match(sentence[me.end() :])]
    groups = (
        (additions, ADDITIONS_MOST),
        (items, ITEMS_MOST),
        (questions, QUESTIONS_MOST),
        (_densest(claims), CLAIMS_MOST),
    )
    for group, most in groups:
        if len(group) > most:
            return [next((span for span in group if span != group[0]), group[0])]
    return []


def _words(parts: Parts, kind: str) -> list[tuple[int, int, bool]]:
    """Give the declared words of a kind in subject and letter, with whether they are strong."""
    subject, place = parts.headers.get("subject", ("", 0))
    spans = sentences_of(parts.plain, parts.message, parts.end)
    if subject and kind != "too_many_thanks":
        spans = [(place, place + len(subject)), *spans]
    found = phrases(kind)
    return [
        (start + first, start + last, strong)
        for start, end in spans
        for first, last, strong in found.find(re.sub(r"\s", " ", parts.plain[start:end]))
    ]


def _places(parts: Parts, kind: str) -> Spans:
    return [(start, end) for start, end, _ in _words(parts, kind)]


def _beyond_one(found: list[tuple[int, int, bool]]) -> Spans:
    """Leave out the first mild sign."""
    free = next((span for span in found if not span[2]), None)
    return [span[:2] for span in found if span is not free]


def _paragraph(parts: Parts, place: int) -> tuple[int, int]:
    end = parts.plain.find("\n\n", place)
    return parts.plain.rfind("\n\n", 0, place), end if end >= 0 else parts.end


def _densest(claims: Spans) -> Spans:
    """Give the most claims about oneself that stand within `DENSE` characters."""
    groups = [
        [span for span in claims[number:] if span[0] < first + DENSE]
        for number, (first, _) in enumerate(claims)
    ]
    return max(groups, key=len, default=[])


def _shouts(text: str, match: re.Match[str]) -> bool:
    """Say whether a word in capitals stands among words that are not."""
    return any(map(str.islower, text[max(0, match.start() - 30) : match.end() + 30]))
