"""The rule layer over a whole table: for each interview its shares, combinations and silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from interview_outcome import rules
from interview_outcome.features import FEATURES, Feature
from interview_outcome.frames.scores.patterns import find_patterns, sides
from interview_outcome.frames.scores.settling import settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from interview_outcome.features import RuleLayer
    from interview_outcome.frames.columns.table import Table
    from interview_outcome.frames.scores.settling import SilenceColumns

__all__ = ["RuleColumns", "apply_rules", "complete"]


@dataclass(frozen=True)
class RuleColumns:
    """What the rules make of a table: `interview_outcome.features.Features`, column by column.

    Parameters
    ----------
    features : tuple of (str, bool)
        The features that can occur, in the order of `FEATURES`.
    shares : array of shape (rows, features)
        The share of its weight with which each of them counts.
    happened : array of shape (rows, features)
        The same as if only the yes answers had been given.
    combinations : array of bool of shape (rows, combinations)
        Whether each is complete, in the order of `interview_outcome.rules.COMBINATIONS`.
    silence : SilenceColumns or None
        Days without a word, where dates tell them.
    """

    features: tuple[Feature, ...]
    shares: NDArray[np.float64]
    happened: NDArray[np.float64]
    combinations: NDArray[np.bool_]
    silence: SilenceColumns | None


def apply_rules(table: Table, layer: RuleLayer) -> RuleColumns:
    """Apply every rule to a table.

    Parameters
    ----------
    table : Table
        Interviews, from `interview_outcome.frames.columns.table.parse_table`.
    layer : RuleLayer
        The rules, in the order of some weights: ``model.layer``.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> from interview_outcome.model import shipped
    >>> frame = pd.DataFrame({"contact_date_given": [True, None], "interest_stated": [True, False]})
    >>> found = apply_rules(parse_table(frame), shipped().layer)
    >>> [feature for feature in found.features if feature[1]]
    [('interest_stated', True), ('contact_date_given', True)]
    >>> found.shares.tolist(), found.combinations.tolist(), found.silence
    ([[1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 0.0]], [[True, False, False], [False, False, False]], None)
    """
    settled = settle(table)
    interviewer = table.context.get("interviewer")
    features = tuple(feature for feature in FEATURES if feature[0] in settled.answers)
    column = {feature: number for number, feature in enumerate(features)}
    shares, happened = np.zeros((2, len(features), table.rows)).transpose(0, 2, 1)  # written column by column
    for side in sides(layer):
        places = find_patterns(side, settled.answers, interviewer)
        if places is not None:
            for number, feature in enumerate(side.features):
                if feature in column:
                    shares[:, column[feature]] = side.shares[:, number][places]
                    if feature[1]:
                        happened[:, column[feature]] = side.happened[:, number][places]
    done = complete(settled.answers, table.rows)
    return RuleColumns(features, shares, happened, np.stack(list(done.values()), axis=1), settled.silence)


def complete(answers: Mapping[str, NDArray[np.int8]], rows: int) -> dict[str, NDArray[np.bool_]]:
    """Say for each combination in which rows it is complete."""
    found = {}
    for combination in rules.COMBINATIONS:
        count = np.zeros(rows, dtype=np.uint8)
        for signal in combination.signals:
            if signal in answers:
                count += answers[signal] == 1
        found[combination.code] = count >= combination.least
    return found
