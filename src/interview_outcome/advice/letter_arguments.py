"""What a letter is filled with: what each argument is, and how it will stand in its sentence."""

from __future__ import annotations

import re
import unicodedata

from interview_outcome.advice.letter_parts import has_contacts
from interview_outcome.errors import Problem, shown

__all__ = ["ARGUMENTS", "clean"]

# What each argument is, as a missing one is asked for, and its greatest length in characters.
ARGUMENTS = {
    "name": ("your own name", 100),
    "recipient": ('the person you write to, as you greet them: "Ms Ali"', 100),
    "role": ('the position: "payroll clerk"', 100),
    "company": ("the employer", 100),
    "contact": ("your phone number or e-mail address", 200),
    "topic": ('one thing from the talk: "the move to the new billing system"', 300),
    "attachment": ('what they asked for: "my portfolio"', 300),
    "fit": ('one point that fits: "for five years I ran payroll for 300 people"', 300),
    "question": ("one open question", 300),
}
# A gap that a form or a program forgot to fill: {name}, [Your name], <role>, ____.
_GAP = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>|_{3,}")
_HAIL = re.compile(r"(?:dear|hello|hi)\s+", re.IGNORECASE)
# Invisible characters that real scripts need: joiners (Persian, emoji) and plain direction marks.
_HARMLESS = frozenset("\u200c\u200d\u200e\u200f\u061c")


def clean(key: str, value: object) -> tuple[str, list[Problem]]:
    """Give an argument as it will stand in the letter, and what is wrong with it; empty where not given."""
    if value is None:
        return "", []
    if not isinstance(value, str):
        message = f"{key} is {shown(value)}; allowed: a text, {ARGUMENTS[key][0]}."
        return "", [Problem("bad_type", key, value, message, "Write it in quotation marks.")]
    text = str.__str__(value).strip()
    if not text:
        return "", []
    most = ARGUMENTS[key][1]
    wrong: list[tuple[str, str, str]] = []
    if len(text) > most:
        wrong.append(("too_long", f"has {len(text)} characters; allowed: up to {most}.", "Shorten it."))
    if not all(map(_printable, text)):
        wrong.append(("bad_character", "holds a line break or an invisible control character.",
                      "Write it on one line, in plain characters."))  # fmt: skip
    if _GAP.search(text):
        wrong.append(("gap", "holds a gap that was never filled.", "Write the words themselves."))
    if key == "contact" and not has_contacts(text):
        wrong.append(("bad_contact", "holds neither an e-mail address nor a phone number.",
                      'Write for example "ben.okoro@example.org, +44 7700 900123".'))  # fmt: skip
    if key not in ("company", "contact") and not any(map(str.isalpha, text)):
        wrong.append(("no_letter", "has no letter in it.", "Write it in words."))
    problems = [Problem(code, key, value, f"{key} {shown(text)} {why}", hint) for code, why, hint in wrong]
    return _finished(key, text), problems


def _finished(key: str, text: str) -> str:
    """Mend the end of a text, so that it stands in its sentence: a question asks, nothing ends twice."""
    if key == "question":
        return text.rstrip("?.!… ") + "?"
    if key == "recipient":
        text = _HAIL.sub("", text)
    return text.rstrip(".,;: ") if key in ("recipient", "role", "topic", "attachment", "fit") else text


def _printable(character: str) -> bool:
    category = unicodedata.category(character)
    return character in _HARMLESS or category not in ("Cc", "Cf", "Cs", "Zl", "Zp")
