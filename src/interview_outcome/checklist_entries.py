"""The entries of a checklist, whether it is one mapping or parted as `Checklist.to_dict` parts it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interview_outcome.errors import OutcomeError, Problem, shown

__all__ = ["PARTS", "entries_of", "path_of"]

PARTS = ("answers", "context", "evidence", "suggestions", "remarks")


def entries_of(checklist: Mapping[Any, object]) -> tuple[list[tuple[Any, object]], list[Problem]]:
    """Give what a mapping says, or what the two mappings say into which `Checklist.to_dict` parts it.

    Beside it stands what is wrong with the parts.

    >>> entries_of({"answers": {"praised": True}, "context": {"stage": "final"}})
    ([('praised', True), ('stage', 'final')], [])
    """
    entries = _items(checklist)
    parts: dict[str, Any] = {key: value for key, value in entries if type(key) is str and key in PARTS}
    if not isinstance(parts.get("answers"), Mapping):
        return entries, []
    context: Any = {} if parts.get("context") is None else parts["context"]
    problems = [_beside(key, value) for key, value in entries if not (type(key) is str and key in PARTS)]
    if not isinstance(context, Mapping):
        message = f"context is {shown(context)}; allowed: a mapping of context keys to their values."
        hint = 'Write for example "context": {"stage": "final"}.'
        problems.append(Problem("bad_checklist", "context", shown(context), message, hint))
        context = {}
    answers, given = _items(parts["answers"]), _items(context)
    doubles = {key for key, _ in answers if type(key) is str} & {key for key, _ in given}
    problems += [
        Problem("twice", key[:60], None, f"{key[:60]} is given more than once.", "Keep one answer.")
        for key in sorted(doubles)
    ]
    return [*answers, *given], problems


def _beside(key: object, value: object) -> Problem:
    message = f"{shown(key)} stands beside answers; allowed there: {', '.join(PARTS)}."
    hint = "Put signals into answers, and days into context."
    return Problem("unknown_key", path_of(key), value, message, hint)


def path_of(key: object) -> str:
    """Give the path of a problem with a key: a text as it is, but cut."""
    return key[:60] if isinstance(key, str) else shown(key)


def _items(checklist: Mapping[Any, object]) -> list[tuple[Any, object]]:
    """Give keys and values; a text of another kind, such as one of numpy, becomes a text."""
    try:
        items = list(checklist.items())
        return [(str.__str__(key), value) if isinstance(key, str) else (key, value) for key, value in items]
    except Exception as error:
        message = f"The checklist cannot be read: {type(error).__name__} while its items were listed."
        hint = 'Write for example {"praised": True, "stage": "final"}.'
        raise OutcomeError([Problem("bad_checklist", "$", shown(checklist), message, hint)]) from error
