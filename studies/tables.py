"""Tables and numbers as the pages write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def interval(numbers: Sequence[float], digits: int = 3) -> str:
    """Write a value with its interval."""
    value, low, high = (signed(number, digits).lstrip("+") for number in numbers)
    return f"{value} [{low}, {high}]"


def change(numbers: Sequence[float], digits: int = 3) -> str:
    """Write a difference with its interval, each with its sign."""
    value, low, high = (signed(number, digits) for number in numbers)
    return f"{value} [{low}, {high}]"


def signed(number: float, digits: int = 2) -> str:
    """Write a number with its sign, and 0 without one."""
    text = f"{number:+.{digits}f}"
    return text[1:] if float(text) == 0.0 else text.replace("-", "\N{MINUS SIGN}")


def percent(share: float) -> str:
    """Write a share in percent."""
    return f"{100.0 * share:.0f}%"
