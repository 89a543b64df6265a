"""A frame of interviews as columns of numbers: each answer 1, 0 or -1, checked as one checklist is."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_outcome import checklist
from interview_outcome.catalogue import signals
from interview_outcome.checklist import DATE_ORDER
from interview_outcome.checklist_values import CONTEXT_KEYS, DATE_KEYS, parse_day
from interview_outcome.errors import MisspelledColumnWarning, OutcomeError, Problem, shown
from interview_outcome.frames.columns.faults import Fault, raise_faults
from interview_outcome.frames.columns.values import NO_DAY, ON, code_of, day_of, parse_column, problems_of
from interview_outcome.names import nearest, plainly

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from numpy.typing import NDArray

__all__ = [
    "NO_DAY",
    "ON",
    "Table",
    "check_names",
    "misspelled",
    "parse_table",
    "read_columns",
    "warn_of_misspelled",
]


@dataclass(frozen=True)
class Table:
    """Interviews as columns: what each row answers, its context, and the day of the question.

    Parameters
    ----------
    rows : int
        How many interviews.
    answers : dict of str to int8 array
        For each signal that has a column: 1 yes, 0 no, -1 unknown.
    context : dict of str to array
        For each context key that has a column. A choice (stage, interviewer, pace): its place in
        `interview_outcome.checklist.CHOICES`, -1 unknown. ``structured``: 1, 0, -1. ``candidates``: 0
        unknown. Dates: days since 1970-01-01 (int32), `NO_DAY` unknown.
    on : int32 array or None
        The day of the question for each row, `NO_DAY` where it is not known; None: for no row.

    Examples
    --------
    >>> import pandas as pd
    >>> table = parse_table(pd.DataFrame({"praised": [1, None], "stage": ["final", "first"], "x": [1, 2]}))
    >>> table.rows, table.answers, table.context, table.on
    (2, {'praised': array([ 1, -1], dtype=int8)}, {'stage': array([3, 1], dtype=int8)}, None)
    """

    rows: int
    answers: dict[str, NDArray[np.int8]]
    context: dict[str, NDArray[Any]] = field(default_factory=dict)
    on: NDArray[np.int32] | None = None

    def __getitem__(self, rows: slice | NDArray[np.intp]) -> Table:
        """Give some rows; those of a slice without copying."""
        count = len(range(*rows.indices(self.rows))) if isinstance(rows, slice) else len(rows)
        return Table(
            count,
            {signal: codes[rows] for signal, codes in self.answers.items()},
            {key: values[rows] for key, values in self.context.items()},
            None if self.on is None else self.on[rows],
        )


def parse_table(frame: Any, *, on: date | str | None = None) -> Table:
    """Check the interviews of an eager frame, one a row.

    Parameters
    ----------
    frame : eager frame of pandas, polars, pyarrow or another library that narwhals knows
        Columns named after signals and context keys; every other column is left alone.
    on : date, ISO string or name of a column, optional
        The day of the question. Without it a column named ``on`` is used where there is one.

    Raises
    ------
    OutcomeError
        With the problems by row, counted from 1, and column: the first twenty, and how many there are.

    Examples
    --------
    >>> import pandas as pd
    >>> parse_table(pd.DataFrame({"praised": ["yes", "maybe"]}))
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: Row 2, column 'praised': praised is 'maybe'; allowed: yes, \
no or unknown (or True, False, None, 1, 0). If you are not sure, leave it out: unknown is never a no. Rows are \
counted from 1, without the header.
    """
    from interview_outcome.frames.kinds import eager_columns

    rows, columns = eager_columns(frame)
    table, faults = read_columns(columns, rows, on=on)
    raise_faults(faults)
    return table


def read_columns(
    columns: Mapping[str, Any], rows: int, *, on: date | str | None = None
) -> tuple[Table, list[Fault]]:
    """Check columns that are at hand; give the table, unknown where a value is wrong, and what is wrong."""
    check_names(columns)
    faults: list[Fault] = []
    answers = {name: parse_column(name, columns[name], faults) for name in columns if name in signals}
    context = {name: parse_column(name, columns[name], faults) for name in CONTEXT_KEYS if name in columns}
    asked = _on(columns, rows, on, faults)
    _check_order(context, asked, faults)
    return Table(rows, answers, context, asked), faults


def check_names(columns: Collection[Any]) -> None:
    """Refuse columns of which none is a signal or a context key."""
    if not columns or any(name in signals or name in CONTEXT_KEYS for name in columns):
        return
    message = f"No column is named after a signal or a context key; the columns are {shown(list(columns))}."
    near = [(name, nearest(name, (*signals.ids, *CONTEXT_KEYS))) for name in columns if isinstance(name, str)]
    meant = "; ".join(f"{name!r} may be {found!r}" for name, found in near[:50] if found)
    hint = f"Rename them: {meant}." if meant else "outcome.signals lists the signals: one column each."
    raise OutcomeError([Problem("no_signals", "columns", list(columns), message, hint)])


def misspelled(names: Collection[Any]) -> dict[str, str]:
    """Find columns that are not read and have nearly the name of a signal, a context key or ``on`` that has none.

    Examples
    --------
    >>> misspelled(["Stage", "contact_date_givn", "praised", "candidate", "salary", "On"])
    {'Stage': 'stage', 'contact_date_givn': 'contact_date_given', 'On': 'on'}
    """
    missing = tuple(signal for signal in signals.ids if signal not in names)
    context = [key for key in (*CONTEXT_KEYS, ON) if key not in names]
    found = {}
    for name in names:
        if isinstance(name, str) and name not in signals and name not in CONTEXT_KEYS and name != ON:
            plain = plainly(name)
            # Context keys are everyday words: what is only like one of them may well be a column of its own.
            meant = plain if plain in context else nearest(name, missing, likeness=0.85)
            if meant:
                found[name] = meant
    return found


def warn_of_misspelled(names: Collection[Any], *, on: date | str | None = None) -> None:
    """Warn the caller's caller of columns that look misspelled; with a day of the question none is missing."""
    found = misspelled(names if on is None else [*names, ON])
    if found:
        meant = "; ".join(f"{shown(name)} may be {signal!r}" for name, signal in found.items())
        warnings.warn(f"Columns that are not read: {meant}.", MisspelledColumnWarning, stacklevel=3)


def _on(
    columns: Mapping[str, Any], rows: int, on: date | str | None, faults: list[Fault]
) -> NDArray[np.int32] | None:
    """Find the day of the question: one for all rows, or a column."""
    if on is None:
        return parse_column(ON, columns[ON], faults) if ON in columns else None
    if isinstance(on, str) and on in columns:
        found: list[Fault] = []
        days = parse_column(ON, columns[on], found)
        faults += [replace(fault, column=on) for fault in found]
        return days
    if ON in columns:
        message = "`on` is given, and the frame has a column named on."
        hint = 'Leave one of them out; on="on" takes the column.'
        raise OutcomeError([Problem("two_days", ON, on, message, hint)])
    return np.full(rows, code_of(ON, parse_day(on)), dtype=np.int32)


def _check_order(
    context: Mapping[str, NDArray[Any]], on: NDArray[np.int32] | None, faults: list[Fault]
) -> None:
    days = {key: context[key] for key in DATE_KEYS if key in context}
    if on is not None:
        days[ON] = on
    for first, second, _ in DATE_ORDER:
        if first in days and second in days:
            late, early = days[first], days[second]
            rows = np.flatnonzero((early != NO_DAY) & (early < late))
            if len(rows):
                wrong = first if second == ON else second
                faults.append(Fault(wrong, rows, _late(first, second, days)))


def _late(first: str, second: str, days: Mapping[str, NDArray[Any]]) -> Callable[[int], tuple[Problem, ...]]:
    def problems(row: int) -> tuple[Problem, ...]:
        dates = {key: day_of(int(days[key][row])) for key in (first, second)}
        asked = dates.pop(ON, None)
        return problems_of(lambda: checklist.parse(checklist.Checklist({}, dates), on=asked))

    return problems
