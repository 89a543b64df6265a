"""The parts of a letter as it was pasted: header lines, greeting, signature, contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Greeting", "Parts", "greeting_of", "has_contacts", "sender_addresses", "split_letter", "words_of"]

_HEADER = re.compile(r"[ \t]*(from|to|cc|bcc|reply-to|date|sent|subject)[ \t]*:[ \t]*([^\r\n]*)", re.IGNORECASE)
_WORD = re.compile(r"\S*\w\S*")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PAGE = re.compile(r"\b(?:linkedin\.com/in/|t\.me/|wa\.me/|www\.|https?://)\S", re.IGNORECASE)
# Seven digits or more are a phone number, unless they are a date or a span of years.
_NUMBER = re.compile(r"(?<![\w.,])[+(]{0,2}\d(?:[\d ().\u00a0\u2010-\u2013/-]{5,22})\d(?![\w,])")
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:19|20)\d\d ?[-/\u2013] ?(?:19|20)\d\d")
_SENT_FROM = re.compile(r"\b(?:reach|contact|write|reply|answer|e-?mail|mail|address)\b", re.IGNORECASE)
_SIGNATURE_LINES = 6

_HAIL = re.compile(
    r"(?:dear|hello|hi|hey|hiya|greetings|respected|esteemed|good (?:morning|afternoon|evening|day)|to)\b[ ,:]*",
    re.IGNORECASE,
)
# A greeting made of these alone names nobody.
_NOBODY = frozenset(
    "sir sirs madam ma'am mam mr ms mrs dr and or & the hiring manager managers team recruiter recruiters hr human "
    "resources department all everyone everybody there colleague colleagues friend friends committee panel "
    "recruitment recruiting talent acquisition people personnel interviewer interviewers employer company "
    "representative whom who it this may concerns concern again folks guys ladies gentlemen respected dear "
    "esteemed most staff director head of office".split()
)
_GROUPS = frozenset("team department committee panel office staff company".split())


@dataclass(frozen=True)
class Parts:
    """Where the header lines of a text end, and what they hold.

    Parameters
    ----------
    headers : dict of str to (str, int)
        Name in lower case to its value and the place where the value starts.
    body : int
        Where the letter itself starts.
    """

    headers: dict[str, tuple[str, int]] = field(default_factory=dict)
    body: int = 0


@dataclass(frozen=True)
class Greeting:
    """The greeting at the head of a letter, its place, and whether it is by name."""

    start: int
    end: int
    by_name: bool


def split_letter(text: str) -> Parts:
    """Find the header lines at the top of a text and the start of its body.

    Examples
    --------
    >>> split_letter("Subject: Payroll clerk\\n\\nDear Ms Ali,")
    Parts(headers={'subject': ('Payroll clerk', 9)}, body=24)
    """
    headers: dict[str, tuple[str, int]] = {}
    body = 0
    for line in re.finditer(r"[^\n]*\n?", text):
        header = _HEADER.match(line[0].removeprefix("\ufeff"))
        if header:
            shift = line.start() + line[0].startswith("\ufeff")
            headers[header[1].casefold()] = (header[2].strip(), shift + header.start(2))
        elif line[0].strip():
            body = line.start() + len(line[0]) - len(line[0].lstrip())
            break
        else:
            body = line.end()
    return Parts(headers, body)


def greeting_of(text: str, body: int) -> Greeting | None:
    """Find the greeting at the start of the body, or None where there is none.

    Examples
    --------
    >>> greeting_of("Dear Sir or Madam, thank you.", 0)
    Greeting(start=0, end=17, by_name=False)
    >>> greeting_of("Anna,\\nthank you.", 0)
    Greeting(start=0, end=4, by_name=True)
    >>> greeting_of("I write to ask about my status.", 0)
    """
    line = text[body:].partition("\n")[0][:200]
    hail = _HAIL.match(line)
    rest = line[hail.end() :] if hail else line
    name = re.split(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\b\w)[.](?:\s|$)|[,:;!?\r]|\s[-\u2013\u2014]|\u2014", rest)[0]
    words = name.split()
    ended = len(name.rstrip()) < len(rest.rstrip()) or "\n" in text[body : body + len(line) + 1]
    if not hail and not (ended and 1 <= len(words) <= 4 and all(word[0].isupper() for word in words)):
        return None
    if hail and len(words) > 6:  # no comma: the sentence goes on after the name
        words = words[:2]
    end = body + (hail.end() if hail else 0) + len(name.rstrip())
    return Greeting(body, end, _is_name(words))


def _is_name(words: list[str]) -> bool:
    plain = [word.casefold().strip(".,()'\u2019") for word in words]
    plain = [word for piece in plain for word in piece.split("/")]
    if any(character in "[]{}<>_" for word in words for character in word):
        return False
    if plain and plain[-1] in _GROUPS and "and" not in plain:
        return False
    return any(word not in _NOBODY and any(map(str.isalpha, word)) for word in plain)


def has_contacts(text: str) -> bool:
    """Say whether a text holds an e-mail address, a phone number or the address of a page of one's own.

    Examples
    --------
    >>> has_contacts("Ben, +44 7700 900123"), has_contacts("On 2026-11-16 I ran 300 tests in 2019-2023.")
    (True, False)
    """
    if _ADDRESS.search(text) or _PAGE.search(text):
        return True
    return any(sum(map(str.isdigit, number[0])) >= 7 for number in _NUMBER.finditer(_DATE.sub(" ", text)))


def sender_addresses(text: str, parts: Parts) -> list[tuple[int, int]]:
    """Find the e-mail addresses that the letter is sent from: From and Reply-To, signature, "write to me at"."""
    found = []
    for key in ("from", "reply-to"):
        value, start = parts.headers.get(key, ("", 0))
        found += [(start + match.start(), start + match.end()) for match in _ADDRESS.finditer(value)]
    lines = [line for line in re.finditer(r"[^\n]+", text[parts.body :]) if line[0].strip()]
    for place, line in enumerate(lines):
        last = place >= len(lines) - _SIGNATURE_LINES and len(line[0].split()) <= 8
        if last or _SENT_FROM.search(line[0]):
            shift = parts.body + line.start()
            found += [(shift + match.start(), shift + match.end()) for match in _ADDRESS.finditer(line[0])]
    return found


def words_of(text: str) -> list[re.Match[str]]:
    """Find the words of a text: pieces between spaces with a letter or a digit in them."""
    return list(_WORD.finditer(text))
