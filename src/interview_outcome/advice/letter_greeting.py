"""The greeting of a letter: where it stands, and whether it is by name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interview_outcome.advice.letter_phrases import words_in

__all__ = ["Greeting", "greeting_of", "lines_of"]

_HAIL = re.compile(
    r"[ \t]*((?:my )?dear(?:est)?|hello|hallo|hi|hey|hiya|howdy|greetings|salutations|respected|esteemed|attn"
    r"|attention|(?:good )?(?:morning|afternoon|evening)|good day|to)\b(?: again\b| there\b)?([,:]?)[ \t]*",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NAME_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bEng)(?<!\bProf)(?<!\b\w)[.](?=\s|$)"
    r"|[,:;!?]|\s[-\u2013\u2014]|\u2014"
)
_TO_WHOM = re.compile(r"whom\b|[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}$")
_TITLE = re.compile(r"(?:mrs?|ms|miss|dr|prof)\b", re.IGNORECASE)
_GAP = re.compile(r"[\[\]{}<>_]")
_HEAD_LINES, _HEAD_CHARACTERS = 25, 3_000  # an address and a date may come before the greeting


@dataclass(frozen=True)
class Greeting:
    """The greeting at the head of a letter: its place, and whether it names a person or a group."""

    start: int
    end: int
    by_name: bool


def greeting_of(plain: str, body: int) -> Greeting | None:
    r"""Find the greeting: a hail that no prose comes before, or a name alone on the first line.

    Examples
    --------
    >>> greeting_of("Dear Sir or Madam, thank you.", 0)
    Greeting(start=0, end=17, by_name=False)
    >>> greeting_of("Anna,\nthank you.", 0)
    Greeting(start=0, end=4, by_name=True)
    >>> greeting_of("I write to ask about my status.", 0)
    """
    head = lines_of(plain, body, min(len(plain), body + _HEAD_CHARACTERS))[:_HEAD_LINES]
    for number, (start, end) in enumerate(head):
        line = plain[start:end]
        found = _hailed(line, start) or (_named(line, start) if number == 0 else None)
        if found:
            return found
        words = len(line.split())
        if words > 12 or (words > 5 and line.rstrip()[-1] in ".!?"):
            break
    return None


def lines_of(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the places of the lines that are not blank."""
    return [line.span() for line in _LINE.finditer(plain, start, end)]


def _hailed(line: str, start: int) -> Greeting | None:
    hail = _HAIL.match(line)
    if not hail:
        return None
    name = _NAME_END.split(line[hail.end() :])[0].rstrip()
    words = name.split()
    if hail[1].casefold() == "to" and not _TO_WHOM.match(name):
        return None
    if hail[2] and not all(word[0].isupper() for word in words):
        words = []  # "Hello, I hope you are well"
    if len(words) > 6:  # no comma: the sentence goes on after the name
        words = words[:2]
        name = " ".join(words)
    end = start + (hail.end() + len(name) if words else hail.end(1))
    return Greeting(start + hail.start(1), end, _is_name(words))


def _named(line: str, start: int) -> Greeting | None:
    name = _NAME_END.split(line)[0].strip()
    words = name.split()
    if not 1 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return None
    if words[0].casefold() in words_in("no_names") or (line.strip() == name and not _TITLE.match(name)):
        return None  # "Thanks, Anna"; the first line of an address
    shift = start + len(line) - len(line.lstrip())
    return Greeting(shift, shift + len(name), _is_name(words))


def _is_name(words: list[str]) -> bool:
    plain = {piece.strip(".,()'") for word in words for piece in word.casefold().split("/")}
    if any(_GAP.search(word) for word in words):
        return False
    if not words_in("groups").isdisjoint(plain):
        return True
    return any(any(map(str.isalpha, word)) for word in plain - words_in("nobody"))
