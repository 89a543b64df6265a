"""Reasons of a whole table: what each signal adds to the log-odds, or the strongest reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.frames.scores.bounded import bounded_columns
from interview_outcome.frames.scores.scoring import BLOCK_WITH_INTERVAL
from interview_outcome.reasons import reason_words, silence_words
from interview_outcome.weights import Contribution

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table
    from interview_outcome.model import Model

    Floats = NDArray[np.float64]

__all__ = ["REASON_CODES", "log_odds_columns", "strongest_reasons"]

# What a reason can be of: a signal, the days without a word, a combination.
REASON_CODES = (*signals.ids, "silence", *(combination.code for combination in rules.COMBINATIONS))


class _Parts(NamedTuple):
    """What adds to the log-odds of some rows, by what it comes from, and the days without a word."""

    sources: list[tuple[str, bool | None]]
    log_odds: Floats
    days: NDArray[np.int64]


def log_odds_columns(table: Table, model: Model) -> dict[str, Floats]:
    """Give what each signal, the silence and each combination add to the log-odds: 0 where it does not count.

    ``logit(likelihood) = logit(base_rate) +`` their sum.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> from interview_outcome.model import shipped
    >>> found = log_odds_columns(parse_table(pd.DataFrame({"test_passed": [True, None, False]})), shipped())
    >>> len(found), (found["test_passed"] > 0).tolist(), (found["test_passed"] < 0).tolist()
    (76, [True, False, False], [False, False, True])
    """
    found = {code: np.zeros(table.rows) for code in REASON_CODES}
    for first in range(0, table.rows, BLOCK_WITH_INTERVAL):
        rows = slice(first, first + BLOCK_WITH_INTERVAL)
        parts = _parts(table[rows], model)
        for (code, _), values in zip(parts.sources, parts.log_odds.T, strict=True):
            found[code][rows] += values
    return found


def strongest_reasons(table: Table, model: Model, count: int) -> list[list[str | None]]:
    """Give the strongest reasons of each row in words, as `interview_outcome.score` orders them, without those of 0.

    Returns
    -------
    list of lists
        The strongest reasons of all rows, then the second strongest, and so on; None where there is none.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> from interview_outcome.model import shipped
    >>> strongest_reasons(parse_table(pd.DataFrame({"referred": [True, None]})), shipped(), 1)
    [['An employee had referred you, or the employer knew you already. (+0.73 log-odds)', None]]
    """
    found: list[list[str | None]] = [[] for _ in range(count)]
    for first in range(0, table.rows, BLOCK_WITH_INTERVAL):
        parts = _parts(table[first : first + BLOCK_WITH_INTERVAL], model)
        by_code = sorted(range(len(parts.sources)), key=lambda number: parts.sources[number][0])
        sources = [parts.sources[number] for number in by_code]
        words = [reason_words(Contribution(*source, 0.0, 0.0), model)[0] for source in sources]
        silence = sources.index(("silence", None))
        log_odds = parts.log_odds[:, by_code]
        order = np.argsort(-np.abs(log_odds), axis=1, kind="stable")[:, :count]
        sizes = np.take_along_axis(log_odds, order, axis=1)
        for rank in range(min(count, order.shape[1])):
            found[rank] += [
                f"{silence_words(days) if at == silence else words[at]} ({value:+.2f} log-odds)"
                if value
                else None
                for at, value, days in zip(
                    order[:, rank].tolist(), sizes[:, rank].tolist(), parts.days.tolist(), strict=True
                )
            ]
    return [rows or [None] * table.rows for rows in found]


def _parts(table: Table, model: Model) -> _Parts:
    """Take the log-odds of each row apart."""
    bounded = bounded_columns(table, model)
    found, weights = bounded.rules, bounded.weights
    combined = [model.combinations[each.code][0] for each in rules.COMBINATIONS]
    sources: list[tuple[str, bool | None]] = [*found.features, ("silence", None)]
    sources += [(combination.code, None) for combination in rules.COMBINATIONS]
    days = np.zeros(table.rows, dtype=np.int64) if found.silence is None else found.silence.days
    log_odds = np.empty((table.rows, len(sources)), order="F")  # read column by column
    log_odds[:, : len(weights)] = bounded.shares * weights
    log_odds[:, len(weights)] = bounded.silence
    log_odds[:, len(weights) + 1 :] = found.combinations * combined
    return _Parts(sources, log_odds, days)
