"""From raw text to sentences of plain words, each of which knows its place in the text."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["COMMA", "STOP", "Sentence", "plain_words", "sentences"]

COMMA, STOP = 1, 2  # how strongly a sign between two words parts them
LONGEST = 60  # words of one sentence; longer ones are cut, so that matching stays linear
LONGEST_WORD = 40  # letters; longer "words" carry no meaning here
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u201c": '"',
                         "\u201d": '"', "\u00ab": '"', "\u00bb": '"', "\u00a0": " ", "\u2011": "-"})  # fmt: skip
_FILLER = "\x00"  # stands where an HTML entity was longer than its sign
_ENTITIES = {"&#39;": "'", "&apos;": "'", "&rsquo;": "'", "&lsquo;": "'", "&#8217;": "'", "&#x27;": "'",
             "&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&pound;": "£"}  # fmt: skip
_ENTITY = re.compile("|".join(_ENTITIES))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]{0,500}>")
_BLOCKS = {"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "table", "blockquote"}
_HIDDEN = {"script", "style", "head"}
_QUOTED = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_QUOTED_TAIL = re.compile(
    r"^(?:On [^\n]{4,120} wrote:|-{2,} ?Original Message ?-{2,}|From: [^\n]{1,200}\n(?:Sent|Date|To): ).*",
    re.MULTILINE | re.DOTALL)  # fmt: skip
_OWN_MAIL = re.compile(
    r"thank(?:s| you)[^.]{0,40}\b(?:seeing|meeting|interviewing|speaking|time)\b[^.]{0,30}\b(?:me|yesterday|today)"
    r"|\bmy (?:interview|application)\b|\bI (?:really )?enjoyed\b", re.IGNORECASE)  # fmt: skip
_PIECE = re.compile(
    r"(?P<word>[\U0001f644\U0001f643]|(?<=\s)/s(?![\w/])"  # rolling eyes, and the sign for sarcasm
    r"|[^\W_]+(?:[.,:](?=\d)\d+|(?<=\d)/\d+)*(?:'\x00*[^\W_]+)*)|(?P<money>[£$€])|(?P<line>\n[ \t\n>]*)"
    r"|(?P<dots>\.{2,}|…)|(?P<end>[.!?]+)|(?P<stop>[;:—–]|(?<=\s)-+(?=\s))"
    r"|(?P<comma>[^\s\w£$€.!?;:\-/'_\x00]|(?<!\w)'|'(?!\w))"
)
_TITLES = {"mr", "mrs", "ms", "dr", "prof", "e", "g", "i", "eg", "ie", "approx", "st", "vs"}


@dataclass(frozen=True)
class Sentence:
    """Words in plain form, with the strength of the break before each and its span in the text."""

    words: tuple[str, ...]
    breaks: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    asks: bool

    @cached_property
    def line(self) -> str:
        """The words, each followed by one space, after a leading space: what patterns are matched on."""
        return " " + " ".join(self.words) + " "

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(word) + 1 for word in self.words), initial=1))

    def word_span(self, match: re.Match[str]) -> tuple[int, int]:
        """Give the first word of a match in `line`, and the one after its last."""
        start, end = match.span()
        return bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)


def sentences(text: str) -> list[Sentence]:
    """Split a text into sentences; markup and the writer's own quoted mail are left out."""
    found: list[Sentence] = []
    words: list[str] = []
    breaks: list[int] = []
    spans: list[tuple[int, int]] = []

    def close(*, asks: bool = False) -> None:
        if words:
            found.append(Sentence(tuple(words), tuple(breaks), tuple(spans), asks))
            for part in (words, breaks, spans):
                part.clear()

    strength = COMMA
    clean = _clean(text)
    for kind, start, end in _pieces(clean):
        if kind == "end" and not _is_title(clean, start, words):
            if _speech_goes_on(clean, end):
                strength = STOP
            else:
                close(asks="?" in clean[start:end])
        elif kind == "line":
            if _line_ends_sentence(clean, start, end):
                close()
            strength = max(strength, COMMA)
        elif kind in ("word", "money"):
            if len(words) >= LONGEST and (strength or len(words) >= 2 * LONGEST):
                close()
            parts = _words(clean[start:end])
            words += parts
            breaks += [strength] + [0] * (len(parts) - 1)
            spans += [(start, end)] * len(parts)
            strength = 0
        else:
            strength = max(strength, COMMA if kind == "comma" else STOP)
    close()
    return found


def plain_words(word: str) -> tuple[str, ...]:
    """Give the plain form of one word: small letters, contractions and chat forms written out.

    Examples
    --------
    >>> plain_words("Didn't"), plain_words("they'll"), plain_words("sooo")
    (('did', 'not'), ('they', 'will'), ('so',))
    """
    return tuple(part for part in _plain(word.casefold()) if part) or ("~",)  # "n't" alone is "not"


@lru_cache(maxsize=20_000)
def _plain(word: str) -> tuple[str, ...]:
    word = word.replace(_FILLER, "")
    written = _spelling()
    if word in written:
        return written[word]
    head, apostrophe, tail = word.partition("'")
    if apostrophe:
        if tail == "t" and head.endswith("n"):
            return (*_plain(head[:-1]), "not") if head != "can" else ("can", "not")
        return (*_plain(head), written.get("'" + tail, (tail,))[0])
    short = re.sub(r"([a-z])\1{2,}", r"\1", word)
    return written.get(short, (short,))


@cache
def _spelling() -> dict[str, tuple[str, ...]]:
    path = Path(__file__).parent / "phrases" / "spelling.toml"
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {wrong: tuple(right.split()) for wrong, right in table["spelling"].items()}


def _words(raw: str) -> tuple[str, ...]:
    return plain_words(raw) if len(raw) <= LONGEST_WORD else ("~",)


def _clean(text: str) -> str:
    """Blank out what is not the note, keeping every place as it is."""
    text = text.translate(_QUOTES)
    if "&" in text:
        text = _ENTITY.sub(lambda match: _ENTITIES[match[0]].ljust(len(match[0]), _FILLER), text)
    if "<" in text:
        text = _without_markup(text)
    if ">" in text:
        text = _QUOTED.sub(_without_own_mail, text)
    return _QUOTED_TAIL.sub(_without_own_mail, text)


def _without_own_mail(quoted: re.Match[str]) -> str:
    """Blank out a quoted mail if the writer sent it: its hopes and thanks are no news."""
    return _blank(quoted[0]) if _OWN_MAIL.search(quoted[0]) else quoted[0]


def _without_markup(text: str) -> str:
    pieces: list[str] = []
    at = 0
    hidden = ""
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        between = text[at : tag.start()]
        pieces.append(_blank(between) if hidden else between)
        pieces.append(("\n" if name in _BLOCKS else " ").ljust(len(tag[0])))
        at = tag.end()
        if hidden:
            hidden = "" if tag[1] and name == hidden else hidden
        elif name in _HIDDEN and not tag[1]:
            hidden = name
    pieces.append(_blank(text[at:]) if hidden else text[at:])
    return "".join(pieces)


def _blank(text: str) -> str:
    return "\n".ljust(len(text))


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _PIECE.finditer(text):
        yield str(match.lastgroup), match.start(), match.end()


def _is_title(text: str, start: int, words: list[str]) -> bool:
    return text[start] == "." and bool(words) and words[-1] in _TITLES


def _speech_goes_on(text: str, end: int) -> bool:
    """Tell whether a closing quote and a small letter follow: 'When can you start?' she asked."""
    after = text[end : end + 3]
    return len(after) == 3 and after[0] in "'\"" and after[1] == " " and after[2].islower()


def _line_ends_sentence(text: str, start: int, end: int) -> bool:
    """Tell a new thought from a line that was only wrapped: that one was long and goes on in small letters."""
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    wrapped = start - line_start >= 55 and text[end : end + 1].islower()
    return not wrapped or text.count("\n", start, end) > 1
