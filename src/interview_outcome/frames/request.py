"""What is asked of a frame: which columns are added, and how they are computed from columns at hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from interview_outcome.arguments import as_whole
from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import CONTEXT_KEYS, parse_day
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.frames.columns.faults import raise_faults
from interview_outcome.frames.columns.table import check_names, read_columns
from interview_outcome.frames.columns.values import ON
from interview_outcome.frames.scores.reasons import REASON_CODES, log_odds_columns, strongest_reasons
from interview_outcome.frames.scores.scoring import score_names, score_table
from interview_outcome.model import Model, shipped
from interview_outcome.model_data import from_data, to_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table

__all__ = ["Request", "make_request"]

_MOST_REASONS = 10


@dataclass(frozen=True)
class Request:
    """A request for scores, small enough to travel to other processes.

    Parameters
    ----------
    inputs : tuple of str
        Columns of the frame that are read.
    on : date, str or None
        The day of the question, or the column that holds it.
    interval : bool
        Whether ``low`` and ``high`` are added.
    reasons : int
        How many columns of text are added; -1 for a column of log-odds for each reason.
    prefix : str
        Set before the name of each new column.
    model_text : str
        The model as JSON; empty for the one that comes with the package.
    """

    inputs: tuple[str, ...]
    on: date | str | None
    interval: bool
    reasons: int
    prefix: str
    model_text: str

    @property
    def numbers(self) -> tuple[str, ...]:
        """Names of the new columns of numbers."""
        names = score_names(interval=self.interval)
        if self.reasons < 0:
            names += tuple(f"log_odds_{code}" for code in REASON_CODES)
        return tuple(self.prefix + name for name in names)

    @property
    def texts(self) -> tuple[str, ...]:
        """Names of the new columns of text."""
        return tuple(f"{self.prefix}reason_{number}" for number in range(1, self.reasons + 1))

    def score(
        self, columns: Mapping[str, Any], rows: int, *, where: str = ""
    ) -> dict[str, NDArray[np.float64] | list[str | None]]:
        """Compute the new columns from the inputs; ``where`` says what the rows are rows of."""
        table, faults = read_columns(columns, rows, on=self.on)
        raise_faults(faults, where=where)
        return self.score_table(table)

    def score_table(self, table: Table) -> dict[str, NDArray[np.float64] | list[str | None]]:
        """Compute the new columns of a table that is checked."""
        model = _model(self.model_text)
        found: list[Any] = list(score_table(table, model, interval=self.interval).values())
        if self.reasons < 0:
            found += log_odds_columns(table, model).values()
        elif self.reasons:
            found += strongest_reasons(table, model, self.reasons)
        return dict(zip((*self.numbers, *self.texts), found, strict=True))


def make_request(
    names: Sequence[Any],
    *,
    interval: bool = True,
    reasons: bool | int = False,
    on: date | str | None = None,
    model: Model | None = None,
    prefix: str = "",
) -> Request:
    """Check what is asked of a frame with columns of some names."""
    check_names(names)
    problems = []
    count = _count(reasons)
    if count is None:
        message = (
            f"reasons is {shown(reasons)}; allowed: True, False, or how many in words, 1 to {_MOST_REASONS}."
        )
        problems.append(
            Problem("bad_reasons", "reasons", reasons, message, "Write 3 for the three strongest.")
        )
    if not isinstance(interval, bool):
        message = f"interval is {shown(interval)}; allowed: True or False."
        problems.append(Problem("bad_interval", "interval", interval, message, "It is always that of 80%."))
    if model is not None and not isinstance(model, Model):
        message = f"model is {shown(model)}; allowed: a Model."
        problems.append(
            Problem("bad_model", "model", model, message, "outcome.load(path) reads one from a file.")
        )
    if not isinstance(prefix, str):
        message = f"prefix is {shown(prefix)}; allowed: a text."
        problems.append(Problem("bad_prefix", "prefix", prefix, message, 'Write for example "outcome_".'))
    if problems or count is None:
        raise OutcomeError(problems)
    day = _day(names, on)
    inputs = tuple(name for name in names if name in signals or name in CONTEXT_KEYS or name in (ON, day))
    text = "" if model is None or model is shipped() else json.dumps(to_data(model))
    request = Request(inputs, day, interval, count, prefix, text)
    # Without regard to case: duckdb and Spark would read our column's name as theirs.
    folded = {str(name).casefold() for name in names}
    taken = [name for name in (*request.numbers, *request.texts) if name.casefold() in folded]
    if taken:
        message = f"The frame has columns of the names that are added: {', '.join(taken)}."
        hint = 'Give a prefix, for example prefix="outcome_".'
        raise OutcomeError([Problem("column_taken", "columns", taken, message, hint)])
    return request


def _count(reasons: Any) -> int | None:
    """Give how many reasons are asked for, -1 for all as numbers, None where that is not said."""
    if isinstance(reasons, bool):
        return -1 if reasons else 0
    count = as_whole(reasons)
    return count if count is not None and 0 <= count <= _MOST_REASONS else None


def _day(names: Sequence[Any], on: date | str | None) -> date | str | None:
    """Check the day of the question before any row is read."""
    if on is None or (isinstance(on, str) and on in names):
        return on
    return parse_day(on)


@lru_cache(maxsize=8)
def _model(text: str) -> Model:
    """Give a model that has travelled as text; one object in each process, so that it is laid out once."""
    return from_data(json.loads(text)) if text else shipped()
