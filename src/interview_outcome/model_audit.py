"""The audit of plain data from a file: every number finite and within bounds, every table whole, all faults at once."""

from __future__ import annotations

from typing import Any

from interview_outcome.errors import OutcomeError, Problem, shown

__all__ = ["Audit"]

# What no model of interviews comes near, and no arithmetic stumbles over.
_LARGEST, _SMALLEST_SHARE = 1e9, 1e-9
_LONGEST_TEXT, _LONGEST_NAME, _DEEPEST = 1000, 100, 20
_MOST_PROBLEMS = 20
_KINDS = (float, int)  # not bool, which is an int to Python


class Audit:
    """Gathers what is wrong with data, and gives harmless values until it is closed.

    Parameters
    ----------
    path : str
        Where the data come from, for messages.

    Examples
    --------
    >>> audit = Audit("model.json")
    >>> audit.number("weight", 0.5), audit.share("base rate", 1.5)
    (0.5, 0.5)
    >>> audit.close()
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: model.json: base rate is 1.5; allowed: a number between 0 and 1. \
Get the file again, or fit anew.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._problems: list[Problem] = []

    def say(self, place: str, value: object, what: str) -> None:
        """Note a problem."""
        message = f"{self._path}: {place} {what}."
        self._problems.append(
            Problem("bad_model_file", place, value, message, "Get the file again, or fit anew.")
        )

    def close(self) -> None:
        """Raise what was found, if anything was."""
        if self._problems:
            raise OutcomeError(self._problems[:_MOST_PROBLEMS])

    def number(self, place: str, value: object, least: float = -_LARGEST, most: float = _LARGEST) -> float:
        """Give a finite number within bounds."""
        if type(value) in _KINDS and least <= value <= most:  # type: ignore[operator]
            return value  # type: ignore[return-value]
        allowed = (
            "a number" if (least, most) == (-_LARGEST, _LARGEST) else f"a number from {least:g} to {most:g}"
        )
        self.say(place, value, f"is {shown(value)}; allowed: {allowed}")
        return 0.5

    def share(self, place: str, value: object) -> float:
        """Give a share, neither 0 nor 1."""
        if type(value) is float and _SMALLEST_SHARE <= value <= 1.0 - _SMALLEST_SHARE:
            return value
        self.say(place, value, f"is {shown(value)}; allowed: a number between 0 and 1")
        return 0.5

    def spread(self, place: str, value: object) -> float:
        """Give a standard deviation, a variance or a count."""
        return self.number(place, value, 0.0)

    def text(self, table: dict[str, Any], key: str) -> str:
        """Give a text that can be shown: no terminal obeys what is in it."""
        value = table.get(key)
        if isinstance(value, str) and len(value) <= _LONGEST_TEXT and value.isprintable():
            return value
        self.say(key, value, f"is {shown(value)}; allowed: a text of one line")
        return ""

    def table(self, outer: dict[str, Any], key: str, keys: tuple[str, ...]) -> dict[str, Any]:
        """Give a table that has exactly some keys, or an empty one."""
        found = outer.get(key)
        if not isinstance(found, dict):
            self.say(key, found, f"is {shown(found)}; allowed: a table")
            return {}
        if found.keys() == set(keys):
            return found
        missing, unknown = sorted(set(keys) - found.keys()), sorted(found.keys() - set(keys))
        self.say(key, None, f"lacks {shown(missing)} and has {shown(unknown)}, which it should not")
        return {}

    def names(self, outer: dict[str, Any], key: str) -> tuple[str, ...]:
        """Give the names in a table whose names are free, none where there is no such table."""
        found = outer.get(key)
        if not isinstance(found, dict):
            return ()
        if not all(len(name) <= _LONGEST_NAME and name.isidentifier() for name in found):
            self.say(key, None, "has a name that is none")
        return tuple(found)

    def numbers(self, place: str, value: object, length: int) -> list[float]:
        """Give a list of so many numbers."""
        if not (isinstance(value, list) and len(value) == length):
            self.say(place, None, f"is no list of {length} numbers")
            return [0.5] * length
        if all([type(item) in _KINDS and -_LARGEST <= item <= _LARGEST for item in value]):  # noqa: C419  faster
            return value
        return [self.number(f"{place}[{at}]", item) for at, item in enumerate(value)]

    def pairs(self, outer: dict[str, Any], key: str, keys: tuple[str, ...]) -> dict[str, list[float]]:
        """Give a table of pairs of numbers."""
        table = self.table(outer, key, keys)
        return {name: self.numbers(f"{key}.{name}", table[name], 2) for name in keys if name in table}

    def plain(self, place: str, value: object, depth: int = 0) -> None:
        """Look through data whose shape is free: nested within reason, every number finite."""
        if depth > _DEEPEST:
            self.say(place, None, f"is nested more than {_DEEPEST} deep")
        elif isinstance(value, dict):
            for key, item in value.items():
                if not isinstance(key, str):
                    self.say(place, key, f"has the key {shown(key)}; allowed: texts")
                self.plain(f"{place}.{str(key)[:50]}", item, depth + 1)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self.plain(place, item, depth + 1)
        elif type(value) in _KINDS:
            self.number(place, value)
        elif not (value is None or isinstance(value, (bool, str))):
            self.say(place, value, f"is {shown(value)}; allowed: plain data, as JSON holds it")
