"""What is wrong with a table: by row and column, all at once, as far as a person can read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interview_outcome.errors import OutcomeError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SHOWN", "Fault", "name_faults", "raise_faults"]

# More problems than these are counted, not shown.
SHOWN = 20


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
    """Raise an error that names the rows and columns of some faults; do nothing if there is none."""
    if faults:
        problems = list(name_faults(faults, where=where))
        total = sum(1 if fault.once else len(fault.rows) for fault in faults)
        if total > SHOWN:
            message = f"There are {total - SHOWN} more of them."
            problems.append(Problem("more_problems", "rows", total, message, ""))
        raise OutcomeError(problems)


def name_faults(
    faults: Sequence[Fault], *, first_row: int = 1, most: int = SHOWN, where: str = ""
) -> Iterator[Problem]:
    """Give the problems with the numbers of their rows, in the order of the rows.

    Parameters
    ----------
    faults : sequence of Fault
        What is wrong.
    first_row : int
        Number of the first row.
    most : int
        How many rows are named.
    where : str
        What the rows are rows of, such as " of its batch".
    """
    places = sorted(
        (int(row), number)
        for number, fault in enumerate(faults)
        for row in fault.rows[: 1 if fault.once else most]
    )[:most]
    for row, number in places:
        fault = faults[number]
        for problem in fault.problems(row):
            message = f"Row {row + first_row}{where}, column {fault.column!r}: {problem.message}"
            yield replace(problem, path=f"row {row + first_row}, {fault.column}", message=message)
