"""How SQL reads the columns of a table: each answer as 1, 0, or -1 for unknown, NULL for what cannot be read.

The words and their meanings come from `interview_outcome.checklist_values`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.checklist_values import CANDIDATES_MOST, CHOICES, UNKNOWN, WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_outcome.sql.dialects import Dialect

__all__ = ["CONTEXT", "TABLE", "meanings", "quoted", "texts"]

CONTEXT = (*CHOICES, "structured", "candidates")
# What the table is called in the statement. A column without it may be none: sqlite takes "praised" for a text then.
TABLE = "interview"
_UNKNOWN_WORDS = tuple(word for word, meaning in WORDS.items() if meaning is UNKNOWN)
_ANSWERS = {
    "1": tuple(word for word, meaning in WORDS.items() if meaning is True),
    "0": tuple(word for word, meaning in WORDS.items() if meaning is False),
    "-1": _UNKNOWN_WORDS,
}


def quoted(dialect: Dialect, name: str) -> str:
    """Quote the name of a column or table."""
    quote = dialect.quote
    return quote + name.replace(quote, quote * 2) + quote


def texts(dialect: Dialect, names: Sequence[str], keep: Sequence[str]) -> list[str]:
    """Take every column from the table, as text what is read, as it is what is only kept."""
    kept = [f"{TABLE}.{quoted(dialect, column)} AS keep_{number}" for number, column in enumerate(keep)]
    read = [f"{dialect.text.format(column=f'{TABLE}.{quoted(dialect, name)}')} AS {name}" for name in names]
    return [*kept, *read]


def meanings(dialect: Dialect, names: Sequence[str]) -> list[str]:
    """Give the texts their meaning; 0 stands for a number of candidates that is not known."""
    return [f"{_meaning(dialect, name)} AS {name}" for name in names]


def _meaning(dialect: Dialect, name: str) -> str:
    if name == "candidates":
        unknown = ", ".join(f"'{word}'" for word in _UNKNOWN_WORDS)
        number = f"CASE WHEN {dialect.digits.format(text=name)} THEN CAST({name} AS {dialect.number}) END"
        return (
            f"CASE WHEN {name} IN ({unknown}) THEN 0e0"
            f" WHEN {number} BETWEEN 1 AND {CANDIDATES_MOST} THEN {number} END"
        )
    words = _ANSWERS
    if name in CHOICES:
        words = {f"'{value}'": (value,) for value in CHOICES[name]} | {"''": _UNKNOWN_WORDS}
    cases = " ".join(f"WHEN '{word}' THEN {value}" for value, found in words.items() for word in found)
    return f"CASE {name} {cases} END"
