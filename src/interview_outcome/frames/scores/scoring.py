"""Scores of a whole table, equal to `interview_outcome.score` row by row to 1e-12.

The rows go through in blocks that fit the cache, so that a million of them need little more memory than
their answers.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from interview_outcome import rules
from interview_outcome.frames.scores.model_columns import (
    NO_AGAINST,
    NO_FOR,
    YES_AGAINST,
    YES_FOR,
    ModelColumns,
    lay_out,
)
from interview_outcome.frames.scores.patterns import find_patterns
from interview_outcome.frames.scores.rule_columns import complete
from interview_outcome.frames.scores.settling import settle

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table
    from interview_outcome.frames.scores.settling import Settled
    from interview_outcome.model import Model

    Floats = NDArray[np.float64]

__all__ = ["BLOCK", "BLOCK_WITH_INTERVAL", "LEVEL", "Bounds", "bound", "expit", "score_names", "score_table"]

LEVEL = 0.8
# Rows of a block: its numbers fit the second-level cache. The interval needs more numbers a row.
BLOCK, BLOCK_WITH_INTERVAL = 16_384, 4_096


def score_table(table: Table, model: Model, *, interval: bool = True) -> dict[str, Floats]:
    """Score every interview of a table.

    Parameters
    ----------
    table : Table
        Interviews, from `interview_outcome.frames.columns.table.parse_table`.
    model : Model
        The model.
    interval : bool
        Whether to give ``low`` and ``high``, the 80% interval, which costs some time.

    Returns
    -------
    dict of str to array
        ``likelihood``, ``low``, ``high``, ``base_rate``.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome import score
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> from interview_outcome.model import shipped
    >>> found = score_table(parse_table(pd.DataFrame({"praised": [True], "stage": ["final"]})), shipped())
    >>> one = score({"praised": True, "stage": "final"})
    >>> abs(found["likelihood"][0] - one.likelihood) < 1e-12, list(found)
    (np.True_, ['likelihood', 'low', 'high', 'base_rate'])
    """
    found = {name: np.empty(table.rows) for name in score_names(interval=interval)}
    columns = lay_out(model)
    step = BLOCK_WITH_INTERVAL if interval else BLOCK
    for first in range(0, table.rows, step):
        rows = slice(first, first + step)
        for name, values in _score_block(table[rows], columns, interval=interval).items():
            found[name][rows] = values
    return found


def score_names(*, interval: bool) -> tuple[str, ...]:
    """Give the names of the scores, in their order."""
    return ("likelihood", "low", "high", "base_rate") if interval else ("likelihood", "base_rate")


class Bounds(NamedTuple):
    """How far the rules "absences" and "silence" scale what they bound, by row.

    Parameters
    ----------
    no_for, no_against : array
        Scale of what the things that did not happen add, for and against.
    waiting : array
        Scale of what the waiting family says against an offer, silence included.
    """

    no_for: Floats
    no_against: Floats
    waiting: Floats


def bound(others: Floats, waiting: Floats, silence: Floats) -> Bounds:
    """Find the scales from the sums of the four kinds, which are the rows of the arrays."""
    good = others[NO_FOR] + waiting[NO_FOR]
    bad = others[NO_AGAINST] + waiting[NO_AGAINST]
    no_for = _scale(rules.ABSENCES_FOR, good)
    no_against = _scale(rules.ABSENCES_AGAINST, bad)
    against = silence + waiting[YES_AGAINST] + waiting[NO_AGAINST] * no_against
    return Bounds(no_for, no_against, _scale(rules.WAITING_FLOOR, against))


def _scale(limit: float, values: Floats) -> Floats:
    """Give what brings values back to a limit, 1 where they are nearer to 0 than it."""
    scale = np.ones(len(values))
    np.divide(limit, values, out=scale, where=values > limit if limit > 0 else values < limit)
    return scale


def _score_block(table: Table, columns: ModelColumns, *, interval: bool) -> dict[str, Floats]:
    settled = settle(table)
    silence = np.zeros(table.rows) if settled.silence is None else columns.silence(table, settled.silence)
    others, waiting = np.zeros((4, table.rows)), np.zeros((4, table.rows))
    spread = np.zeros((table.rows, 1 + len(columns.signs)))
    interviewer = table.context.get("interviewer")
    for numbers in columns.sides:
        places = find_patterns(numbers.side, settled.answers, interviewer)
        if places is not None:
            for sums, kinds in ((waiting, numbers.waiting), (others, numbers.others)):
                for kind, values in kinds:
                    sums[kind] += values[places]
            if interval:
                spread += numbers.variance[places]
    bounds = bound(others, waiting, silence)
    silence *= bounds.waiting
    base = columns.base_rate_places(table)
    log_odds = columns.base_rates.logits[base] + silence
    log_odds += others[YES_FOR] + others[YES_AGAINST] + waiting[YES_FOR]
    log_odds += (others[NO_FOR] + waiting[NO_FOR]) * bounds.no_for
    log_odds += others[NO_AGAINST] * bounds.no_against
    log_odds += (waiting[YES_AGAINST] + waiting[NO_AGAINST] * bounds.no_against) * bounds.waiting
    log_odds += _combinations(settled, columns, 0, table.rows)
    found = {"likelihood": expit(log_odds), "base_rate": columns.base_rates.rates[base]}
    if interval:
        variance = columns.base_rates.deviations[base] ** 2
        variance += spread[:, 0] + spread[:, 1:] ** 2 @ columns.signs
        variance += (columns.waiting.relative_sd * silence) ** 2
        variance += _combinations(settled, columns, 1, table.rows)
        margin = NormalDist().inv_cdf(0.5 + LEVEL / 2) * np.sqrt(np.maximum(variance, 0.0))
        found |= {"low": expit(log_odds - margin), "high": expit(log_odds + margin)}
    return found


def _combinations(settled: Settled, columns: ModelColumns, which: int, rows: int) -> Floats:
    """Add up the log-odds (0) or the variances (1) of the combinations that are complete."""
    total = np.zeros(rows)
    for code, done in complete(settled.answers, rows).items():
        value = columns.combinations[code][which]
        total += done * (value**2 if which else value)
    return total


def expit(log_odds: Floats) -> Floats:
    """Turn log-odds into likelihoods."""
    with np.errstate(over="ignore"):  # exp(1000) is infinite, and the likelihood 0
        likelihood: Floats = 1.0 / (1.0 + np.exp(-log_odds))
    return likelihood
