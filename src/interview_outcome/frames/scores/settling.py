"""Rules "derive", "silence", "void" and "contradict" over whole columns: which answers are left to count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from interview_outcome import rules
from interview_outcome.checklist_values import CHOICES
from interview_outcome.frames.columns.values import NO_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table

    Answers = dict[str, NDArray[np.int8]]
    Flags = NDArray[np.bool_]

__all__ = ["Settled", "SilenceColumns", "holds", "settle"]

# Where silence may start; the latest counts.
_STARTS = ("interviewed_on", "heard_on", "contact_by")


class SilenceColumns(NamedTuple):
    """Days without a word, row by row, as `interview_outcome.features.Silence` has them for one interview.

    Parameters
    ----------
    known : array of bool
        Where dates tell the days.
    days : array of int
        How many; 0 where they are not known.
    only_if_positive, manager : array of bool
        How the waiting curve is to be read.
    """

    known: Flags
    days: NDArray[np.int64]
    only_if_positive: Flags
    manager: Flags


class Settled(NamedTuple):
    """The answers that are left to count, by signal, and the silence where dates tell it."""

    answers: Answers
    silence: SilenceColumns | None


def settle(table: Table) -> Settled:
    """Apply the rules that set answers aside, derive them, or replace them.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> frame = pd.DataFrame({"ran_long": 1, "stage": ["phone", None], "contact_by": [None, "2026-11-20"]})
    >>> settled = settle(parse_table(frame, on="2026-11-23"))
    >>> for signal, codes in settled.answers.items():
    ...     print(signal, codes)
    ran_long [-1  1]
    contact_date_given [-1  1]
    contact_date_missed [-1  1]
    >>> settled.silence.known, settled.silence.days
    (array([False,  True]), array([0, 3]))
    """
    answers = dict(table.answers)
    _derive(answers, table)
    silence = _silence(answers, table)
    for void in rules.VOIDS:
        if void.signal in answers and void.key in table.context:
            _drop(answers, void.signal, holds(table.context, void.key, void.values))
    answers.pop(rules.VAGUE_PROMISE[0], None)
    for contradiction in rules.CONTRADICTIONS:
        kept, answer = contradiction.kept
        if contradiction.dropped is not None and kept in answers and contradiction.dropped[0] in answers:
            other, dropped = contradiction.dropped
            _drop(answers, other, (answers[kept] == answer) & (answers[other] == dropped))
    return Settled(answers, silence)


def holds(context: Mapping[str, NDArray[Any]], key: str, values: tuple[Any, ...]) -> Flags:
    """Say for each row whether a context key has one of some values."""
    codes = context[key]
    wanted = (
        [CHOICES[key].index(value) for value in values]
        if key in CHOICES
        else [int(value) for value in values]
    )
    found: Flags = codes == wanted[0]
    for code in wanted[1:]:
        found |= codes == code
    return found


def _derive(answers: Answers, table: Table) -> None:
    """Turn dates into answers."""
    contact_by, contacted_on = table.context.get("contact_by"), table.context.get("contacted_on")
    if contact_by is None:
        return
    given = contact_by != NO_DAY
    _say_yes(answers, "contact_date_given", given & (_codes(answers, "contact_date_given", table.rows) < 0))
    if contacted_on is not None:
        early = given & (contacted_on != NO_DAY) & (contacted_on < contact_by)
        _say_yes(answers, "candidate_contacted_too_early", early)


def _silence(answers: Answers, table: Table) -> SilenceColumns | None:
    """Let the days without a word, where they are known, replace every other sign of silence."""
    starts = [table.context[key] for key in _STARTS if key in table.context]
    if not starts or table.on is None:
        return None
    since = np.maximum.reduce(starts)  # a date that is not known is the earliest
    known = (since != NO_DAY) & (table.on != NO_DAY)
    for signal, answer in rules.SILENCE_REPLACES:
        if signal in answers:
            _drop(answers, signal, known & (answers[signal] == answer))
    if "contact_by" in table.context:
        contact_by = table.context["contact_by"]
        heard_on = table.context.get("heard_on", NO_DAY)
        missed = known & (contact_by != NO_DAY) & (table.on > contact_by) & (heard_on < contact_by)
        _say_yes(answers, "contact_date_missed", missed)
    days = np.where(known, np.maximum(table.on.astype(np.int64) - since, 0), 0)
    positive = _codes(answers, "no_call_if_refused", table.rows) == 1
    manager = (
        holds(table.context, "interviewer", ("manager",))
        if "interviewer" in table.context
        else np.zeros(table.rows, dtype=bool)
    )
    return SilenceColumns(known, days, positive, manager)


def _codes(answers: Answers, signal: str, rows: int) -> NDArray[np.int8]:
    codes = answers.get(signal)
    return np.full(rows, -1, dtype=np.int8) if codes is None else codes


def _say_yes(answers: Answers, signal: str, where: Flags) -> None:
    if where.any():
        answers[signal] = np.where(where, np.int8(1), _codes(answers, signal, len(where)))


def _drop(answers: Answers, signal: str, where: Flags) -> None:
    if where.any():
        answers[signal] = np.where(where, np.int8(-1), answers[signal])
