"""Numbers that a user gives: a whole number, or a share between 0 and 1, of whatever kind that holds one."""

from __future__ import annotations

from operator import index
from typing import Any

from interview_outcome.errors import OutcomeError, Problem, shown

__all__ = ["parse_share", "parse_whole"]


def parse_whole(name: str, value: Any, hint: str, *, most: int | None = None) -> int:
    """Give a whole number from 1 on, up to `most`, of Python, numpy or any other kind.

    >>> parse_whole("days", True, "Write 30 for a month.", most=365)
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: days is True; allowed: a whole number from 1 to 365. Write 30 for a month.
    """
    try:
        number = 0 if isinstance(value, bool) else index(value)
    except Exception:  # noqa: BLE001  whatever a stranger's object raises
        number = 0
    if number >= 1 and (most is None or number <= most):
        return number
    message = f"{name} is {shown(value)}; allowed: a whole number from 1{f' to {most}' if most else ''}."
    raise OutcomeError([Problem("bad_number", name, value, message, hint)])


def parse_share(name: str, value: Any, hint: str, *, below: float = 1.0) -> float:
    """Give a number between 0 and 1, both left out, as a float.

    >>> parse_share("level", 0.8, "Write 0.8 for an 80% interval.")
    0.8
    """
    try:
        number = 0.0 if isinstance(value, str | bytes | bool) else float(value)
    except Exception:  # noqa: BLE001  whatever a stranger's object raises
        number = 0.0
    if 0 < number < below:
        return number
    message = f"{name} is {shown(value)}; allowed: a number between 0 and 1."
    raise OutcomeError([Problem("bad_level", name, value, message, hint)])
