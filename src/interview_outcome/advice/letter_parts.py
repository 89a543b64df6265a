"""The parts of a letter as it was pasted: header lines, greeting, message, signature, contacts, sender."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from interview_outcome.advice.letter_greeting import Greeting, greeting_of, lines_of

__all__ = ["Parts", "Spans", "has_contacts", "sentences_of", "split_letter", "words_of"]

Spans = list[tuple[int, int]]

# One character for one, so that places stay what they are.
_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u201c": '"',
                        "\u201d": '"', "\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-", "\ufeff": " ",
                        "\u200b": " ", "\r": " "})  # fmt: skip
_QUOTED = re.compile(
    r"^[ \t]*>[^\n]*|^[ \t]*-{2,} ?(?:original|forwarded) message(?s:.*)|^[ \t]*on [^\n]{5,120}\bwrote:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"[ \t#*_]*(from|to|cc|bcc|reply-to|date|sent|subject(?: line)?|re|attach(?:ed|ments?)|importance)"
    r"[ \t*_]*:[ \t*_]*([^\n]*)",
    re.IGNORECASE,
)
_SUBJECT_LINE = re.compile(
    r"^[ \t]*(?:subject|subj|re|ref)[ \t]*:[ \t]*(\S[^\n]*)", re.IGNORECASE | re.MULTILINE
)
_ENVELOPE = frozenset({"from", "to", "cc", "bcc", "reply-to", "sent", "subject"})
_PIECE, _WORD = re.compile(r"\S+"), re.compile(r"\w")
_SENTENCE = re.compile(
    r"(?:(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\bProf)(?<!\b[a-zA-Z])(?<!\n\d)(?<!\n\d\d)\.|[!?…])+"
    r"['\")]*(?=\s|\Z)|\n\s*\n|\n(?=\s*[-•·–*]\s|\s*\d{1,2}[.)]\s)"
)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PAGE = re.compile(
    r"\blinkedin\.com/|\bt\.me/|\bwa\.me/|\b(?:telegram|skype|whatsapp|signal)\b\W{1,3}\S", re.IGNORECASE
)
# Seven digits or more are a phone number, unless they are a date, a sum or a reference.
_NUMBER = re.compile(r"(?<![\w.,£$€])[+(]{0,2}\d(?:[\d ().\u2012\u2013/-]{5,22})\d(?!\w|,\d)")
_NO_NUMBER = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:19|20)\d\d ?[-/\u2013] ?(?:19|20)\d\d"
    r"|\b(?:ref(?:erence)?|id|job|vacancy|requisition|req|case|ticket)\b[ .:#-]{0,3}(?:no\.?|number)?"
    r"[ .:#-]{0,3}[\w-]*\d[\w-]*|(?:£|\$|€|\b(?:gbp|usd|eur))\s?\d[\d ,.]*",
    re.IGNORECASE,
)
_REACH = re.compile(r"\b(?:reach|reachable|contact|write|reply|answer|e-?mail|mail|address)\b", re.IGNORECASE)
_CLOSER = re.compile(
    r"[ \t]*(?:(?:(?:with|my|many|very|kind(?:est)?|warm(?:est)?|best|all|most|sincere|deep(?:est)?|much|in|the) )*"
    r"(?:regards|rgds|wishes|sincerely|faithfully|truly|cordially|respectfully|thanks|thank you|thanking you|gratitude"
    r"|respect|appreciation|cheers|best|yours|love|hugs|warmly|kindly|gratefully|always|anticipation)\b"
    r"|take care|have a (?:great|good|nice|lovely)\b|talk soon|speak soon|your )",
    re.IGNORECASE,
)
_AFTER_NAME = " \t,:;.!?-\u2013\u2014"
_TAIL_LINES = 12


@dataclass(frozen=True)
class Parts:
    """Where the parts of a letter stand in its text.

    Parameters
    ----------
    plain : str
        The text, as long as it was, with plain signs for typographic ones and blanks for quoted mail.
    headers : dict of str to (str, int)
        Name in lower case to its value and the place where the value starts.
    greeting : Greeting or None
        The greeting.
    body, message, signature, end : int
        Where the letter, its message after the greeting, and its sign-off start, and where the text ends.
    """

    plain: str
    headers: dict[str, tuple[str, int]]
    greeting: Greeting | None
    body: int
    message: int
    signature: int
    end: int

    @property
    def is_mail(self) -> bool:
        """Whether the text has the header lines of a mail."""
        return not _ENVELOPE.isdisjoint(self.headers)

    @property
    def subject(self) -> str:
        """The subject, from the header or from a line of its own; empty where there is none."""
        value = self.headers.get("subject", ("", 0))[0]
        found = _SUBJECT_LINE.search(self.plain)
        return value or (found[1].strip() if found else "")

    @property
    def sender_names(self) -> str:
        """What the sender is called: in the sign-off, and in From where the sign-off does not say it in full."""
        lines = [self.plain[start:end] for start, end in lines_of(self.plain, self.signature, self.end)]
        signed = " ".join(
            _ADDRESS.sub(" ", line) for line in lines[:3] if not _CLOSER.match(line) or "," in line
        )
        if len(re.findall(r"[^\W\d_]{3,}", signed)) >= 2:
            return signed
        return signed + " " + _ADDRESS.sub(" ", self.headers.get("from", ("", 0))[0])

    @property
    def senders(self) -> Spans:
        """The places of the sender's addresses: in From, Reply-To, the signature, "you can reach me at"."""
        found = []
        for key in ("from", "reply-to"):
            value, start = self.headers.get(key, ("", 0))
            found += [(start + match.start(), start + match.end()) for match in _ADDRESS.finditer(value)]
        for match in _ADDRESS.finditer(self.plain, self.body):
            before = self.plain[self.plain.rfind("\n", 0, match.start()) + 1 : match.start()]
            in_head = self.greeting is not None and match.end() <= self.greeting.start
            if match.start() >= self.signature or in_head or _REACH.search(before):
                found.append(match.span())
        return found


def split_letter(text: str) -> Parts:
    r"""Find the parts of a letter.

    Examples
    --------
    >>> parts = split_letter("Subject: Payroll clerk\n\nDear Ms Ali,\n\nThank you.\n\nRegards,\nBen")
    >>> parts.subject, parts.is_mail, parts.greeting
    ('Payroll clerk', True, Greeting(start=24, end=35, by_name=True))
    >>> parts.plain[parts.message : parts.signature], parts.plain[parts.signature : parts.end]
    ('\n\nThank you.\n\n', 'Regards,\nBen')
    """
    plain = _QUOTED.sub(lambda found: " " * len(found[0]), text.translate(_PLAIN))
    headers: dict[str, tuple[str, int]] = {}
    body = len(plain)
    for start, end in lines_of(plain, 0, len(plain)):
        header = _HEADER.match(plain[start:end])
        if not header:
            body = start + len(plain[start:end]) - len(plain[start:end].lstrip())
            break
        key = header[1].casefold().removesuffix(" line")
        headers["subject" if key == "re" else key] = (header[2].strip(), start + header.start(2))
    end = len(plain.rstrip())
    greeting = greeting_of(plain, body)
    message = len(plain) - len(plain[greeting.end :].lstrip(_AFTER_NAME)) if greeting else body
    return Parts(plain, headers, greeting, body, message, _signature(plain, message, end), end)


def has_contacts(text: str) -> bool:
    """Say whether a text holds an e-mail address, a phone number or a profile by which its writer can be reached.

    Examples
    --------
    >>> has_contacts("Ben, +44 7700 900123"), has_contacts("On 2026-11-16 I ran 300 tests in 2019-2023.")
    (True, False)
    """
    if _ADDRESS.search(text) or _PAGE.search(text):
        return True
    return any(
        sum(map(str.isdigit, number[0])) >= 7 for number in _NUMBER.finditer(_NO_NUMBER.sub(" ", text))
    )


def words_of(text: str) -> list[re.Match[str]]:
    """Find the words of a text: pieces between spaces with a letter or a digit in them."""
    return [piece for piece in _PIECE.finditer(text) if _WORD.search(piece[0])]


def sentences_of(plain: str, start: int, end: int) -> Spans:
    r"""Find the sentences of a part of a text; a blank line and an item of a list end one as well.

    Examples
    --------
    >>> sentences_of("I met Mr. Ali. Then\n\nI left", 0, 27)
    [(0, 14), (15, 19), (21, 27)]
    """
    found = []
    stops = [stop.end() for stop in _SENTENCE.finditer(plain, start, end)]
    for first, last in pairwise([start, *stops, end]):
        piece = plain[first:last]
        if piece.strip():
            found.append((first + len(piece) - len(piece.lstrip()), first + len(piece.rstrip())))
    return found


def _signature(plain: str, message: int, end: int) -> int:
    """Find where the sign-off starts: its formula, or else the short lines at the end."""
    lines = lines_of(plain, message, end)[-_TAIL_LINES:]
    closers = [
        start for start, stop in lines if _closes(plain[start:stop], first=not plain[message:start].strip())
    ]
    if closers:
        return closers[-1]
    signature = end
    for start, stop in reversed(lines):
        line = plain[start:stop].rstrip()
        if not plain[message:start].strip() or len(line.split()) > 6 or line[-1] in ".!?":
            break
        signature = start
    return signature


def _closes(line: str, *, first: bool) -> bool:
    """Say whether a line is the formula of a sign-off and not a sentence that begins like one."""
    words = len(line.split())
    if not _CLOSER.match(line) or words > 9:
        return False
    return words <= 3 or (not first and line.rstrip()[-1] not in ".!?")
