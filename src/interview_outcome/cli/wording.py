"""What is wrong, in the words of the command line: options as they are typed, commands instead of functions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from interview_outcome.checklist_values import DATE_KEYS
from interview_outcome.errors import OutcomeError, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

__all__ = ["as_typed"]

# Options whose name is not that of the argument in Python.
_OPTIONS = {"n": "--questions", "holidays": "--holiday", "interval": "--no-interval"}
_NO_OPTIONS = {"what", "kind", "file", "signal"}
_DAY_OF_THE_QUESTION = re.compile(r"after (\S+), the day of the question")
_TODAY = "Mend it, or give the day of the question with --on."


def as_typed(error: OutcomeError, arguments: Namespace) -> OutcomeError:
    """Give an error with every problem in the words of the command that was called.

    Examples
    --------
    >>> from argparse import Namespace
    >>> error = OutcomeError([Problem("bad_level", "no_below", 2, "no_below is 2; allowed: less.", "")])
    >>> print(as_typed(error, Namespace(no_below="2")))
    --no-below is 2; allowed: less.
    """
    return OutcomeError([_as_typed(problem, vars(arguments)) for problem in error.problems])


def _as_typed(problem: Problem, given: Mapping[str, object]) -> Problem:
    message, hint = problem.message, problem.hint
    if problem.path in DATE_KEYS:  # in a table the day may stand in a column
        asked = "today" if given.get("on") is None else "--on"
        message, lies_ahead = _DAY_OF_THE_QUESTION.subn(rf"after {asked}, \1", message)
        hint = _TODAY if lies_ahead and asked == "today" else hint
    return replace(problem, message=_named(message, given), hint=_named(hint, given))


def _named(text: str, given: Mapping[str, object]) -> str:
    """Name options as they are typed, where a text names an argument."""
    text = text.replace("outcome.signals", "`outcome signals`")
    if given.get("structured") is not None:
        text = re.sub(r"^(structured is .*; allowed: yes, no or unknown) \(or .*\)\.", r"\1.", text)
    for name in {**given, **_OPTIONS}.keys() - _NO_OPTIONS:
        typed = _OPTIONS.get(name) or f"--{name.replace('_', '-')}"
        text = text.replace(f"Give {name}=...", f"Give {typed} TEXT").replace(f"{name}=", f"{typed} ")
        text = re.sub(rf"\b(Give|give it as) {name}\b", rf"\1 {typed}", text)
        if given.get(name) is not None or name in _OPTIONS:  # else it stands in a file, by this name
            text = re.sub(rf"(?:^|(?<=before )){name}(?:\[\d+\])?(?=[ ,])", typed, text)
    return text
