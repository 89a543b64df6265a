"""A frame of interviews as columns of numbers: each answer 1, 0 or -1, checked as one checklist is.

What a value means is said in `interview_outcome.checklist` alone: its parser is asked once for each distinct
value of a column, and words every problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_outcome import checklist
from interview_outcome.catalogue import nearest, signals
from interview_outcome.checklist import CHOICES, CONTEXT_KEYS, DATE_KEYS, DATE_ORDER
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.frames.columns import Answers, Column, Days, Distinct, Numbers, read_column
from interview_outcome.frames.faults import Fault, raise_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from numpy.typing import NDArray

__all__ = ["NO_DAY", "ON", "Table", "parse_table", "read_columns"]

# A day number that stands for a date that is not known; later and earlier than it nothing is.
NO_DAY = np.iinfo(np.int32).min
ON = "on"
_EPOCH = date(1970, 1, 1).toordinal()
_FIRST_DAY, _LAST_DAY = date.min.toordinal() - _EPOCH, date.max.toordinal() - _EPOCH


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

    def __getitem__(self, rows: slice) -> Table:
        """Give some rows, without copying."""
        count = len(range(*rows.indices(self.rows)))
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
    interview_outcome.errors.OutcomeError: Row 2, column 'praised': praised is 'maybe'; allowed: True, \
False, None, 'yes', 'no', 'unknown', 1, 0. If you are not sure, leave it out: unknown is never a no.
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
    answers = {name: _parse(name, columns[name], faults) for name in columns if name in signals}
    context = {name: _parse(name, columns[name], faults) for name in CONTEXT_KEYS if name in columns}
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


def _parse(name: str, column: Any, faults: list[Fault]) -> NDArray[Any]:
    """Give the numbers of one column; what is wrong with it goes to the faults."""
    found = read_column(column, merge_equal=name in signals)
    form = found.form
    if isinstance(form, Distinct):
        return _from_distinct(name, form, found, faults)
    if isinstance(form, Answers) and (name in signals or name == "structured"):
        return form.codes
    if isinstance(form, Numbers) and name not in CHOICES and name not in _DATES:
        return _from_numbers(name, form, found, faults)
    if isinstance(form, Days) and name in _DATES:
        return _from_days(name, form, faults)
    missing = form.codes < 0 if isinstance(form, Answers) else form.missing
    if not missing.all():
        faults.append(Fault(name, np.flatnonzero(~missing), _wrong_kind(name, form, found), once=True))
    return np.full(len(missing), _unknown(name), dtype=_dtype(name))


def _from_distinct(name: str, form: Distinct, column: Column, faults: list[Fault]) -> NDArray[Any]:
    """Ask the parser of checklists for each distinct value."""
    codes = np.full(len(form.values) + 1, _unknown(name), dtype=_dtype(name))
    wrong = np.zeros(len(codes), dtype=bool)
    for place, value in enumerate(form.values):
        try:
            known = _PARSERS[name](name, _meant(name, value) if isinstance(value, str) else value)
        except OutcomeError:
            wrong[place] = True
        else:
            if known is not None:
                codes[place] = _code(name, known)
    if wrong.any():
        _add_fault(name, np.flatnonzero(wrong[form.places]), column, faults)
    rows: NDArray[Any] = codes[form.places]  # the place -1 of what is missing is the last
    return rows


def _meant(name: str, text: str) -> object:
    """Give what a text stands for in a column that can hold nothing but text, as in CSV files and in dask."""
    word = text.strip().casefold()
    if word in _MISSING:
        return None
    if name in signals or name == "structured":
        return _TEXTS.get(word, text)
    if name == "candidates" and word.replace(".", "", 1).isdecimal():
        return float(word)
    return text


def _from_numbers(name: str, form: Numbers, column: Column, faults: list[Fault]) -> NDArray[Any]:
    values = form.values
    lowest, highest = (1, checklist.CANDIDATES_MOST) if name == "candidates" else (0, 1)
    with np.errstate(invalid="ignore"):  # comparing with NaN, which is missing
        fits = (values >= lowest) & (values <= highest) & (values == np.floor(values))
    fits &= ~form.missing
    codes: NDArray[Any] = np.where(fits, values, _unknown(name)).astype(_dtype(name))
    _add_fault(name, np.flatnonzero(~fits & ~form.missing), column, faults)
    return codes


def _from_days(name: str, form: Days, faults: list[Fault]) -> NDArray[np.int32]:
    strange = ~form.missing & ((form.days < _FIRST_DAY) | (form.days > _LAST_DAY))
    text = Column(form, lambda row: str(np.datetime64(int(form.days[row]), "D")))
    _add_fault(name, np.flatnonzero(strange), text, faults)
    return np.where(form.missing | strange, NO_DAY, form.days).astype(np.int32)


def _add_fault(name: str, rows: NDArray[np.intp], column: Column, faults: list[Fault]) -> None:
    if not len(rows):
        return
    parser = _PARSERS[name]
    faults.append(Fault(name, rows, lambda row: _problems_of(lambda: parser(name, column.value(row)))))


def _wrong_kind(name: str, form: Any, column: Column) -> Callable[[int], tuple[Problem, ...]]:
    kind = {Answers: "booleans", Numbers: "numbers", Days: "dates"}.get(type(form)) or form.kind

    def problems(row: int) -> tuple[Problem, ...]:
        message = f"The column holds {kind}; allowed: {_allowed(name)}."
        return (
            Problem("bad_column", name, column.value(row), message, "Rename it if it is something else."),
        )

    return problems


def _allowed(name: str) -> str:
    if name in CHOICES:
        return ", ".join(CHOICES[name])
    if name in _DATES:
        return "dates, or texts as year-month-day"
    return "whole numbers from 1 to 100" if name == "candidates" else "booleans, yes / no / unknown, or 1 / 0"


def _on(
    columns: Mapping[str, Any], rows: int, on: date | str | None, faults: list[Fault]
) -> NDArray[np.int32] | None:
    """Find the day of the question: one for all rows, or a column."""
    if on is None:
        return _parse(ON, columns[ON], faults) if ON in columns else None
    if isinstance(on, str) and on in columns:
        return _parse(ON, columns[on], faults)
    if ON in columns:
        message = "`on` is given, and the frame has a column named on."
        hint = 'Leave one of them out; on="on" takes the column.'
        raise OutcomeError([Problem("two_days", ON, on, message, hint)])
    day = checklist.parse_date(ON, on)
    return None if day is None else np.full(rows, _code(ON, day), dtype=np.int32)


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
                faults.append(Fault(second, rows, _late(first, second, days)))


def _late(first: str, second: str, days: Mapping[str, NDArray[Any]]) -> Callable[[int], tuple[Problem, ...]]:
    def problems(row: int) -> tuple[Problem, ...]:
        dates = {key: date.fromordinal(int(days[key][row]) + _EPOCH) for key in (first, second)}
        asked = dates.pop(ON, None)
        return _problems_of(lambda: checklist.parse(checklist.Checklist({}, dates), on=asked))

    return problems


def _problems_of(check: Callable[[], object]) -> tuple[Problem, ...]:
    """Give the problems that checking one value or checklist raises."""
    try:
        check()
    except OutcomeError as error:
        return error.problems
    raise AssertionError  # a column and a checklist must agree on what is wrong


def _code(name: str, known: Any) -> int:
    """Give the number that stands for a value that is known."""
    if name in CHOICES:
        return CHOICES[name].index(known)
    return known.toordinal() - _EPOCH if name in _DATES else int(known)


def _unknown(name: str) -> int:
    if name in _DATES:
        return NO_DAY
    return 0 if name == "candidates" else -1


def _dtype(name: str) -> type[np.signedinteger[Any]]:
    return np.int32 if name in _DATES else np.int8


_MISSING = ("nan", "na", "n/a", "<na>", "none", "null", "nat")
_TEXTS = {"true": True, "false": False, "1": True, "0": False, "1.0": True, "0.0": False}
_DATES = (*DATE_KEYS, ON)
_PARSERS: dict[str, Callable[[str, object], Any]] = (
    dict.fromkeys(signals.ids, checklist.parse_answer)
    | dict.fromkeys(CONTEXT_KEYS, checklist.parse_context)
    | {ON: checklist.parse_date}
)
