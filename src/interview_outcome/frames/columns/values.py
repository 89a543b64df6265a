"""What the values of a column mean, as numbers: each answer 1, 0 or -1, each date a number of days.

What a value means is said in `interview_outcome.checklist_values` alone: its parser is asked once for each distinct
value of a column, and words every problem.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import (
    CANDIDATES_MOST,
    CHOICES,
    CONTEXT_KEYS,
    DATE_KEYS,
    parse_answer,
    parse_context,
    parse_date,
)
from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.frames.columns.faults import Fault
from interview_outcome.frames.columns.forms import Answers, Column, Days, Distinct, Numbers, read_column

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

__all__ = ["NO_DAY", "ON", "code_of", "day_of", "parse_column", "problems_of"]

# A day number that stands for a date that is not known; later and earlier than it nothing is.
NO_DAY = np.iinfo(np.int32).min
ON = "on"
_EPOCH = date(1970, 1, 1).toordinal()
_FIRST_DAY, _LAST_DAY = date.min.toordinal() - _EPOCH, date.max.toordinal() - _EPOCH


def parse_column(name: str, column: Any, faults: list[Fault]) -> NDArray[Any]:
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
            known = _PARSERS[name](name, value)
        except OutcomeError:
            wrong[place] = True
        else:
            if known is not None:
                codes[place] = code_of(name, known)
    if wrong.any():
        _add_fault(name, np.flatnonzero(wrong[form.places]), column, faults)
    rows: NDArray[Any] = codes[form.places]  # the place -1 of what is missing is the last
    return rows


def _from_numbers(name: str, form: Numbers, column: Column, faults: list[Fault]) -> NDArray[Any]:
    values = form.values
    lowest, highest = (1, CANDIDATES_MOST) if name == "candidates" else (0, 1)
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
    faults.append(Fault(name, rows, lambda row: problems_of(lambda: parser(name, column.value(row)))))


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


def problems_of(check: Callable[[], object]) -> tuple[Problem, ...]:
    """Give the problems that checking one value or checklist raises."""
    problems: tuple[Problem, ...] = ()
    try:
        check()
    except OutcomeError as error:
        problems = error.problems
    return problems


def day_of(number: int) -> date:
    """Give the date of a day number."""
    return date.fromordinal(number + _EPOCH)


def code_of(name: str, known: Any) -> int:
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


_DATES = (*DATE_KEYS, ON)
_PARSERS: dict[str, Callable[[str, object], Any]] = (
    dict.fromkeys(signals.ids, parse_answer) | dict.fromkeys(CONTEXT_KEYS, parse_context) | {ON: parse_date}
)
