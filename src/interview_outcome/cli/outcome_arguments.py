"""What the commands share that take a table of interviews with their results."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from interview_outcome.errors import OutcomeError, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

__all__ = ["add_outcomes", "add_table_day", "given_number"]

Number = TypeVar("Number", int, float)


def add_outcomes(parser: ArgumentParser) -> None:
    """Add the table."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a table, one interview a row: .csv, .parquet, .jsonl, .ndjson; columns named after signals and "
        "context, `offer` (yes, no, or blank while it is not known) and perhaps `author`",
    )


def add_table_day(parser: ArgumentParser) -> None:
    """Add the day of the question, which a table never takes from the clock."""
    parser.add_argument(
        "--on", metavar="DATE", help="the day of the question, or a column of days; otherwise the column `on`"
    )


def given_number(name: str, text: str, kind: Callable[[str], Number]) -> Number:
    """Read a number that was given as an option."""
    try:
        return kind(text)
    except ValueError:
        message = f"{name} is {text!r}; allowed: a number."
        raise OutcomeError([Problem(f"bad_{name}", name, text, message)]) from None
