"""The values of a checklist: what each answer and each context key may be, and what the words stand for."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.names import nearest, plainly

__all__ = [
    "CANDIDATES_MOST", "CHOICES", "CONTEXT_KEYS", "DATE_KEYS", "LAST_YEAR", "UNKNOWN", "WORDS", "is_blank",
    "parse_answer", "parse_context", "parse_date", "parse_day", "plain",
]  # fmt: skip

CHOICES: dict[str, tuple[str, ...]] = {
    "stage": ("phone", "first", "later", "final"),
    "interviewer": ("agency", "recruiter", "manager", "panel"),
    "pace": ("fast", "usual", "slow"),
}
DATE_KEYS = ("interviewed_on", "contact_by", "contacted_on", "heard_on")
CONTEXT_KEYS = ("stage", "candidates", "interviewer", "structured", "pace", *DATE_KEYS)
CANDIDATES_MOST = 100
# Some room before the calendar of the standard library ends, in the year 9999.
LAST_YEAR = 9900
UNKNOWN = object()
# What a text stands for, in any case: people write the first line, forms and files the rest.
WORDS = {"yes": True, "no": False, "y": True, "n": False, "unknown": UNKNOWN, "": UNKNOWN}
WORDS |= {"true": True, "false": False, "1": True, "0": False, "1.0": True, "0.0": False}
WORDS |= dict.fromkeys(("nan", "na", "n/a", "<na>", "none", "null", "nat"), UNKNOWN)


def parse_answer(key: str, value: object) -> bool | None:
    """Give True, False, or None for unknown; raise `OutcomeError` for anything else."""
    if value is True or value is False or value is None:
        return value
    scalar = _scalar(value)
    if isinstance(scalar, str):
        scalar = WORDS.get(scalar.strip().casefold(), scalar)
    if scalar is UNKNOWN or scalar is None:
        return None
    if isinstance(scalar, (bool, int, float)):
        if isinstance(scalar, float) and math.isnan(scalar):
            return None
        if scalar in (0, 1):
            return bool(scalar)
    message = f"{key} is {shown(value)}; allowed: yes, no or unknown (or True, False, None, 1, 0)."
    hint = "If you are not sure, leave it out: unknown is never a no."
    if isinstance(scalar, str) and scalar.strip().casefold() == "on":
        hint = 'A checkbox without a value sends this: write value="yes" into it.'
    raise OutcomeError([Problem("bad_answer", key, value, message, hint)])


def parse_context(key: str, value: object) -> Any:
    """Give the value of a context key, or None for unknown; raise `OutcomeError` if it is not allowed."""
    if key == "structured":
        return parse_answer(key, value)
    if key in DATE_KEYS:
        return parse_date(key, value)
    scalar = _scalar(value)
    if _says_nothing(scalar):
        return None
    if key == "candidates":
        return _parse_candidates(scalar)
    if isinstance(scalar, str):
        word = scalar.strip().casefold()
        if word in CHOICES[key]:
            return word
    message = f"{key} is {shown(value)}; allowed: {', '.join(CHOICES[key])}."
    near = _meant(scalar, CHOICES[key]) if isinstance(scalar, str) else None
    hint = f"Did you mean {near!r}?" if near else "Leave it out if you do not know."
    raise OutcomeError([Problem("bad_context", key, value, message, hint)])


def _meant(text: str, allowed: tuple[str, ...]) -> str | None:
    """Give the allowed word that a text holds ("final round"), or else the one that it is most like."""
    words = plainly(text).split("_")
    return next((word for word in allowed if word in words), None) or nearest(text, allowed)


def parse_date(key: str, value: object) -> date | None:
    """Give a date from a date, a datetime, an ISO string or a numpy or pandas scalar, or None for unknown."""
    scalar = _scalar(value)
    if _says_nothing(scalar):
        return None
    if isinstance(scalar, datetime):
        return scalar.date()
    if isinstance(scalar, date):
        return scalar
    if isinstance(scalar, str):
        text = scalar.strip()
        try:
            if len(text) >= 10 and text[4] == text[7] == "-":
                return datetime.fromisoformat(text).date()
        except ValueError:
            pass
    message = f"{key} is {shown(value)}; allowed: a date that exists, as year-month-day."
    raise OutcomeError([Problem("bad_date", key, value, message, 'Write for example "2026-11-16".')])


def parse_day(on: object) -> date | None:
    """Give the day of the question, or None where it is None; a text that says nothing is no day."""
    if on is None:
        return None
    day = parse_date("on", on)
    if day is None:  # were it taken for None, an empty box of a form would lose the silence unsaid
        message = f"on is {shown(on)}; allowed: a date that exists, as year-month-day."
        hint = 'Leave it out, or write for example "2026-11-20".'
        raise OutcomeError([Problem("bad_date", "on", on, message, hint)])
    return day


def is_blank(value: object) -> bool:
    """Tell whether a value says nothing: None, NaN, NaT, or a word for it such as "unknown" or "N/A".

    >>> is_blank(" N/A "), is_blank(float("nan")), is_blank(0), is_blank("Ann")
    (True, True, False, False)
    """
    return _says_nothing(_scalar(value))


def _says_nothing(scalar: object) -> bool:
    if isinstance(scalar, str):
        return WORDS.get(scalar.strip().casefold()) is UNKNOWN
    return scalar is None or (isinstance(scalar, float) and math.isnan(scalar))


def _parse_candidates(value: object) -> int:
    if isinstance(value, str):
        digits, _, rest = value.strip().partition(".")
        if digits.isdecimal() and len(digits) < 10 and not rest.strip("0"):
            value = int(digits)  # forms and files send text
    whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value == value // 1
    if whole and 1 <= value <= CANDIDATES_MOST:  # type: ignore[operator]
        return int(value)  # type: ignore[call-overload, no-any-return]
    message = f"candidates is {shown(value)}; allowed: a whole number from 1 to {CANDIDATES_MOST}."
    hint = "Count the people still in the running, you included; leave it out if you do not know."
    raise OutcomeError([Problem("bad_context", "candidates", value, message, hint)])


def _scalar(value: object) -> object:
    """Turn a scalar of numpy or pandas into Python's own; leave all else as it is."""
    kind = type(value)
    module = str(kind.__module__).partition(".")[0]
    if module == "pandas" and kind.__name__ in ("NAType", "NaTType"):
        return None
    if kind.__name__ == "MaskedConstant":
        return None
    if module == "numpy":
        if kind.__name__ == "datetime64":
            text = str(value)
            return None if text == "NaT" else text[:10]
        if getattr(value, "ndim", 1) == 0:
            found = value.item()  # type: ignore[attr-defined]
            return float(found) if type(found).__module__ == "numpy" else found  # a longdouble stays itself
    if module == "decimal" and kind.__name__ == "Decimal":
        return None if value.is_nan() else float(value)  # type: ignore[attr-defined, arg-type]
    # A kind derived from one of Python's may do anything; its value is that of the kind behind it.
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        return float.__float__(value)
    return int.__int__(value) if isinstance(value, int) and kind is not bool else value


def plain(value: Any) -> Any:
    """Give a value as JSON can hold it: a date as its ISO string, all else as it is."""
    return value.isoformat() if isinstance(value, date) else value
