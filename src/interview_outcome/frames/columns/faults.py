"""What is wrong with a table: by row and column, all at once, as far as a person can read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interview_outcome.errors import OutcomeError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["COUNTED", "SHOWN", "Fault", "first_of", "name_faults", "raise_faults"]

# More problems than these are counted, not shown.
SHOWN = 20
COUNTED = "Rows are counted from 1, without the header."


@dataclass(frozen=True)
class Fault:
    """Rows of a column that are wrong, and how to say what is wrong with one of them.

    Parameters
    ----------
    column : str
        The column.
    rows : array of int
        Counted from 0, rising.
    problems : function
        Gives what is wrong with a row, as for a single checklist.
    once : bool
        Whether the whole column is wrong, so that its first row says enough.
    """

    column: str
    rows: NDArray[np.intp]
    problems: Callable[[int], tuple[Problem, ...]]
    once: bool = False


def raise_faults(faults: Sequence[Fault], *, where: str = "") -> None:
    """Raise an error that names the rows and columns of some faults; do nothing if there is none.

    Parameters
    ----------
    faults : sequence of Fault
        What is wrong.
    where : str
        What the rows are rows of, such as " of its batch".
    """
    if faults:
        problems = [problem for _, problem in name_faults(faults, SHOWN, where=where)]
        raise first_of(problems, sum(1 if fault.once else len(fault.rows) for fault in faults))


def first_of(problems: Sequence[Problem], total: int) -> OutcomeError:
    """Make the error of some problems: as many as people read, how many more there are, and how rows are counted."""
    shown = list(problems[:SHOWN])
    if total > len(shown):
        message = f"There are {total - len(shown)} more of them."
        shown.append(Problem("more_problems", "rows", total, message, ""))
    last = shown.pop()
    return OutcomeError([*shown, replace(last, hint=f"{last.hint} {COUNTED}".strip())])


def name_faults(
    faults: Sequence[Fault], most: int, *, numbers: Sequence[int] | None = None, where: str = ""
) -> Iterator[tuple[int, Problem]]:
    """Give the first problems in the order of the rows, each with the place of its row, from 0.

    Parameters
    ----------
    faults : sequence of Fault
        What is wrong.
    most : int
        How many are given.
    numbers : sequence of int, optional
        The number of each row; without it they are counted from 1.
    where : str
        What the rows are rows of, such as " of its batch".
    """
    places = sorted(
        (int(row), place)
        for place, fault in enumerate(faults)
        for row in fault.rows[: 1 if fault.once else most]
    )
    for row, place in places[:most]:
        fault = faults[place]
        number = row + 1 if numbers is None else numbers[row]
        for problem in fault.problems(row):
            message = f"Row {number}{where}, column {fault.column!r}: {problem.message}"
            yield row, replace(problem, path=f"row {number}, {fault.column}", message=message)
