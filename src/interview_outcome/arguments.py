"""Numbers that a user gives: a whole number, or a share between 0 and 1, of whatever kind that holds one."""

from __future__ import annotations

from operator import index
from typing import Any

from interview_outcome.errors import OutcomeError, Problem, shown

__all__ = ["as_number", "as_whole", "parse_share", "parse_whole"]

_TRUTH = ("bool", "bool_")  # the names of the types of Python and numpy


def as_whole(value: Any) -> int | None:
    """Give a whole number of Python, numpy or any other kind as an int; None for anything else, truth values too.

    >>> as_whole(3), as_whole(3.0), as_whole(True)
    (3, None, None)
    """
    try:
        return None if type(value).__name__ in _TRUTH else index(value)
    except Exception:  # noqa: BLE001  whatever a stranger's object raises
        return None


def as_number(value: Any) -> float | None:
    """Give a number of Python, numpy or any other kind as a float; None for anything else, truth values and text too.

    >>> as_number(3), as_number("3"), as_number(True)
    (3.0, None, None)
    """
    try:
        no_number = isinstance(value, str | bytes) or type(value).__name__ in _TRUTH
        return None if no_number else float(value)
    except Exception:  # noqa: BLE001  whatever a stranger's object raises
        return None


def parse_whole(name: str, value: Any, hint: str, *, most: int | None = None) -> int:
    """Give a whole number from 1 on, up to `most`.

    >>> parse_whole("days", True, "Write 30 for a month.", most=365)
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: days is True; allowed: a whole number from 1 to 365. Write 30 for a month.
    """
    number = as_whole(value)
    if number is not None and number >= 1 and (most is None or number <= most):
        return number
    message = f"{name} is {shown(value)}; allowed: a whole number from 1{f' to {most}' if most else ''}."
    raise OutcomeError([Problem("bad_number", name, value, message, hint)])


def parse_share(name: str, value: Any, hint: str, *, below: float = 1.0) -> float:
    """Give a number between 0 and 1, both left out, as a float.

    >>> parse_share("level", 0.8, "Write 0.8 for an 80% interval.")
    0.8
    """
    number = as_number(value)
    if number is not None and 0 < number < below:
        return number
    message = f"{name} is {shown(value)}; allowed: a number between 0 and 1."
    raise OutcomeError([Problem("bad_level", name, value, message, hint)])
