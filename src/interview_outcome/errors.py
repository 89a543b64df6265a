"""What the library says when an input cannot be used, or hardly can."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_SHOWN = 50
MOST_SIGNS = 60
MOST_NUMBER = 2**53  # beyond, not every reader of JSON keeps a whole number
__all__ = ["MissingExtraError", "MisspelledColumnWarning", "OutcomeError", "Problem", "WeakEvidenceWarning"]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with an input.

    Parameters
    ----------
    code : str
        Stable name of the kind of problem, for programs.
    path : str
        Where it is: a key of the checklist, a row and a column, a place in a file.
    value : object
        What was found there.
    message : str
        What is wrong, and what is allowed.
    hint : str
        What to write instead; empty where nothing better can be said.

    Examples
    --------
    >>> Problem("bad_answer", "praised", "maybe", "praised is 'maybe'; allowed: yes, no.", "Leave it out.")
    Problem(code='bad_answer', path='praised', value='maybe', message="praised is 'maybe'; allowed: yes, no.", \
hint='Leave it out.')
    """

    code: str
    path: str
    value: Any
    message: str
    hint: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data; a value that JSON or a page could not hold as messages show it.

        Examples
        --------
        >>> Problem("bad_answer", "praised", ["yes"], "praised is ['yes'].").to_dict()
        {'code': 'bad_answer', 'path': 'praised', 'value': "['yes']", 'message': "praised is ['yes'].", 'hint': ''}
        """
        return {
            "code": self.code,
            "path": self.path,
            "value": _as_data(self.value),
            "message": self.message,
            "hint": self.hint,
        }

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class OutcomeError(ValueError):
    """An input that cannot be used, with every problem found in it.

    Parameters
    ----------
    problems : iterable of Problem
        All of them, in the order in which they were found.

    Examples
    --------
    >>> raise OutcomeError([Problem("empty", "text", "", "The text is empty.", "Write what you saw.")])
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: The text is empty. Write what you saw.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return str(self.problems[0])
        lines = [f"{len(self.problems)} problems:"]
        lines += [f"- {problem}" for problem in self.problems[:MOST_SHOWN]]
        if len(self.problems) > MOST_SHOWN:
            lines.append(f"- and {len(self.problems) - MOST_SHOWN:,} more.")
        return "\n".join(lines)


class MissingExtraError(OutcomeError, ImportError):
    """A function needs packages that are not installed; the message names the command that installs them."""

    def __init__(self, module: str, extra: str) -> None:
        message = f"This needs the package {module!r}, which is not installed."
        hint = f'Install it with: pip install "interview-outcome[{extra}]"'
        super().__init__([Problem("missing_extra", module, None, message, hint)])


class WeakEvidenceWarning(UserWarning):
    """A result was possible, but rests on too little to lean on."""


class MisspelledColumnWarning(UserWarning):
    """A column that is not read has nearly the name of one that would be."""


def shown(value: object) -> str:
    """Give a value as a message shows it: its ``repr``, cut to 60 characters, safe for any object.

    Examples
    --------
    >>> shown("maybe")
    "'maybe'"
    """
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001  a broken repr must not hide the problem that is being reported
        text = f"<{type(value).__name__}>"
    text = " ".join(text.split())
    return text if len(text) <= MOST_SIGNS else text[: MOST_SIGNS - 3] + "..."


def _as_data(value: Any) -> Any:
    """Give a short text, a number, a truth value or None as it is, a date as its ISO text, all else as `shown`."""
    kind = type(value)
    if kind is date:
        return value.isoformat()
    plain = (
        value is None
        or kind is bool
        or (kind is str and len(value) <= MOST_SIGNS and value.isprintable())
        or (kind is int and abs(value) < MOST_NUMBER)
        or (kind is float and math.isfinite(value))
    )
    return value if plain else shown(value)
