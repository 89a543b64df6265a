"""A table of interviews whose results are known: what evaluating and fitting start from."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_outcome.catalogue import signals
from interview_outcome.checklist import Remark
from interview_outcome.checklist_values import CONTEXT_KEYS, is_blank, parse_answer
from interview_outcome.errors import OutcomeError, Problem, WeakEvidenceWarning, shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table

__all__ = ["AUTHOR", "FEW_AUTHORS", "RESULT", "Outcomes", "check_known", "read_outcomes", "warn_of_weakness"]

RESULT, AUTHOR = "offer", "author"
FEW_AUTHORS = 5
_NAMED = 20
_USED = frozenset((*signals.ids, *CONTEXT_KEYS, RESULT, AUTHOR))


@dataclass(frozen=True)
class Outcomes:
    """Interviews with their results, checked.

    Parameters
    ----------
    table : Table
        Answers and context of the interviews whose result is known.
    results : array of float
        1 for an offer, 0 for a refusal.
    groups : array of int
        A number for each author, 0 and up; without authors, one for each interview.
    authors : int or None
        How many authors; None where the interviews count as independent.
    remarks : tuple of Remark
        What of the table was not used.
    weaknesses : tuple of Remark
        What is weak about it.
    """

    table: Table
    results: NDArray[np.float64]
    groups: NDArray[np.intp]
    authors: int | None
    remarks: tuple[Remark, ...]
    weaknesses: tuple[Remark, ...]

    @property
    def offers(self) -> int:
        """How many offers."""
        return int(self.results.sum())


def read_outcomes(frame: Any, *, on: date | str | None = None) -> Outcomes:
    """Check a table of interviews with their results.

    Parameters
    ----------
    frame : eager frame
        Signals and context as for `interview_outcome.score_frame`; ``offer``: yes or no, and blank where it
        is not known yet; ``author``, optional: whose interviews belong together, and blank where one stands alone.
    on : date, ISO string or name of a column, optional
        The day of the question.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"praised": ["yes", "no", None], "offer": ["yes", "no", None], "city": "Riga"})
    >>> outcomes = read_outcomes(frame)
    >>> outcomes.table.answers, outcomes.results.tolist(), outcomes.groups.tolist(), outcomes.authors
    ({'praised': array([1, 0], dtype=int8)}, [1.0, 0.0], [0, 1], None)
    >>> [remark.code for remark in outcomes.remarks], outcomes.offers
    (['no_result', 'unused_columns'], 1)
    >>> [remark.code for remark in outcomes.weaknesses]
    ['few_rows', 'few_of_one_result', 'few_of_one_result']
    """
    from interview_outcome.frames.columns.faults import raise_faults
    from interview_outcome.frames.columns.table import ON, read_columns
    from interview_outcome.frames.kinds import eager_columns
    from interview_outcome.learning.weakness import find_weakness

    rows, columns = eager_columns(frame)
    if RESULT not in columns:
        raise OutcomeError([_no_result_column(columns)])
    table, faults = read_columns(columns, rows, on=on)
    codes = _results(columns[RESULT], faults)
    raise_faults(faults)
    known = np.flatnonzero(codes >= 0)
    unused = [str(name) for name in columns if not (name in _USED or name in (ON, on))]
    table = table[known]
    results = codes[known].astype(np.float64)
    groups, authors, weak = _groups(columns.get(AUTHOR), known)
    weak += find_weakness(table, results, None if authors is None else groups, known + 1, unused)
    asked_about = {name for remark in weak if remark.code == "mistyped_column" for name in remark.signals}
    remarks = _left_out(rows, len(known), [name for name in unused if name not in asked_about])
    return Outcomes(table, results, groups, authors, tuple(remarks), tuple(weak))


def check_known(outcomes: Outcomes) -> None:
    """Refuse a table in which no result is known."""
    if not len(outcomes.results):
        message, hint = "There is no interview with a known result.", f"Fill in the column {RESULT!r}."
        raise OutcomeError([Problem("no_rows", RESULT, 0, message, hint)])


def warn_of_weakness(outcomes: Outcomes) -> None:
    """Warn the caller's caller of what is weak about a table."""
    for remark in outcomes.weaknesses:
        warnings.warn(remark.text, WeakEvidenceWarning, stacklevel=3)


def _left_out(rows: int, known: int, unused: list[str]) -> list[Remark]:
    found = []
    if known < rows:
        text = f"{rows - known} of {rows} rows have no result yet and were left out."
        found.append(Remark("no_result", (RESULT,), text))
    if unused:
        more = f" and {len(unused) - _NAMED} more" if len(unused) > _NAMED else ""
        one = len(unused) == 1
        text = (
            "This column was not used: neither a signal nor a context key has its name."
            if one
            else f"These columns{more} were not used: neither signals nor context keys have their names."
        )
        text += " `outcome signals --search WORD` finds the signal that is meant."
        found.append(Remark("unused_columns", tuple(unused[:_NAMED]), text))
    return found


def _no_result_column(columns: Mapping[str, Any]) -> Problem:
    message = f"There is no column {RESULT!r}; the columns are {shown(list(columns))}."
    hint = f"Name the column of results {RESULT!r}: yes or no, and blank where it is not known yet."
    return Problem("no_results", "columns", list(columns), message, hint)


def _results(column: Any, faults: list[Any]) -> NDArray[np.int8]:
    """Read the column of results: 1, 0, and -1 where it is not known yet."""
    from interview_outcome.frames.columns.faults import Fault
    from interview_outcome.frames.columns.forms import Answers, read_column

    form = read_column(column).form
    if isinstance(form, Answers):
        return form.codes.copy()
    places, values = _distinct(column)
    codes = np.full(len(values), -1, dtype=np.int8)
    wrong = np.zeros(len(values), dtype=bool)
    for place, value in enumerate(values):
        try:
            answer = parse_answer(RESULT, value)
        except OutcomeError:
            wrong[place] = True
        else:
            codes[place] = -1 if answer is None else answer
    rows = np.flatnonzero(wrong[places])
    if len(rows):
        faults.append(Fault(RESULT, rows, lambda row: (_wrong_result(values[places[row]]),)))
    read: NDArray[np.int8] = codes[places]
    return read


def _wrong_result(value: object) -> Problem:
    message = (
        f"{RESULT} is {shown(value)}; allowed: yes, no, True, False, 1, 0, or blank if it is not known yet."
    )
    return Problem("bad_result", RESULT, value, message, "Write yes for an offer and no for a refusal.")


def _distinct(column: Any) -> tuple[NDArray[np.intp], list[Any]]:
    """Give the distinct values of a column, and for each row the place of its value."""
    from interview_outcome.frames.columns.forms import read_column

    if not isinstance(column, list):
        column = column.to_pylist() if hasattr(column, "to_pylist") else column.tolist()
    form: Any = read_column(column).form
    return form.places, list(form.values)


def _groups(column: Any, rows: NDArray[np.intp]) -> tuple[NDArray[np.intp], int | None, list[Remark]]:
    """Give each author a number, and each row without one its own; too few authors are no groups."""
    alone = np.arange(len(rows))
    if column is None:
        return alone, None, []
    places, values = _distinct(column)
    named = np.array([not is_blank(value) for value in values], dtype=bool)
    here = places[rows]
    groups = np.unique(np.where(named[here], here, len(values) + alone), return_inverse=True)[1]
    count = int(groups.max(initial=-1)) + 1
    if count >= FEW_AUTHORS:
        return groups, count, []
    text = f"Fewer than {FEW_AUTHORS} authors: interviews count as independent, so intervals are too narrow."
    return alone, None, [Remark("few_authors", (AUTHOR,), text)]
