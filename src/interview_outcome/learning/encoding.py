"""Interviews as the rows of a matrix: what the rule layer makes of them, in the order of `FEATURES`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from interview_outcome import rules
from interview_outcome.features import FEATURES, RuleLayer
from interview_outcome.frames.scores.bounded import bounded_columns
from interview_outcome.frames.scores.model_columns import lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from interview_outcome.checklist import Checklist
    from interview_outcome.frames.columns.table import Table
    from interview_outcome.model import Model

    Floats = NDArray[np.float64]

__all__ = ["COMBINATION_CODES", "Design", "encode", "encode_table"]

_BLOCK = 8192

COMBINATION_CODES = tuple(combination.code for combination in rules.COMBINATIONS)
_COLUMN = {feature: number for number, feature in enumerate(FEATURES)}


def encode(
    checklists: Sequence[Checklist], layer: RuleLayer
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Apply the rule layer to many checklists.

    Parameters
    ----------
    checklists : sequence of Checklist
        The interviews.
    layer : RuleLayer
        The rules, in the order of some weights.

    Returns
    -------
    features : array of shape (interviews, features)
        The share of its weight with which each answer counts.
    combinations : array of shape (interviews, combinations)
        1 where a combination is complete, in the order of `COMBINATION_CODES`.

    Examples
    --------
    >>> from interview_outcome.checklist import parse
    >>> from interview_outcome.model import shipped
    >>> features, combinations = encode([parse({"praised": True})], shipped().layer)
    >>> features.shape, features.sum(), combinations.tolist()
    ((1, 144), np.float64(1.0), [[0.0, 0.0, 0.0]])
    """
    features = np.zeros((len(checklists), len(FEATURES)))
    combinations = np.zeros((len(checklists), len(COMBINATION_CODES)))
    for number, checklist in enumerate(checklists):
        found = layer(checklist)
        for feature, share in found.shares.items():
            features[number, _COLUMN[feature]] = share
        for code in found.combinations:
            combinations[number, COMBINATION_CODES.index(code)] = 1.0
    return features, combinations


class Design(NamedTuple):
    """A table as a model sees it.

    Parameters
    ----------
    shares : array of shape (rows, columns)
        In the order of `FEATURES`: the share of its weight with which each answer counts, after the bounds on
        what did not happen and on waiting. Columns after those are 0.
    combinations : array of shape (rows, combinations)
        1 where a combination is complete, in the order of `COMBINATION_CODES`.
    silence : array of shape (rows,)
        Log-odds of the days without a word, after the bound on waiting.
    base_rate : array of shape (rows,)
        Log-odds of the base rate.
    """

    shares: Floats
    combinations: Floats
    silence: Floats
    base_rate: Floats

    def log_odds(self, model: Model) -> Floats:
        """Give the log-odds of the model's likelihoods."""
        weights = np.array([model.weights[feature].weight for feature in FEATURES])
        assumed = np.array([model.combinations[code][0] for code in COMBINATION_CODES])
        found: Floats = self.shares[:, : len(FEATURES)] @ weights + self.combinations @ assumed
        return found + self.silence + self.base_rate


def encode_table(table: Table, model: Model, *, columns: int = len(FEATURES)) -> Design:
    """Apply the rules to a table, with the weights that the rules go by.

    Parameters
    ----------
    table : Table
        Interviews, from `interview_outcome.frames.columns.table.parse_table`.
    model : Model
        Whose weights order the overlap, and tell how far the bounds scale them.
    columns : int
        How many columns the matrix is to have; those after the features are left for the caller to fill.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome import score
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> from interview_outcome.model import logit, shipped
    >>> checklist = {"interest_stated": True, "contact_date_given": True, "cut_short": False}
    >>> design = encode_table(parse_table(pd.DataFrame([checklist])), shipped())
    >>> abs(design.log_odds(shipped())[0] - logit(score(checklist).likelihood)) < 1e-12
    np.True_
    """
    laid_out = lay_out(model)
    design = Design(
        np.zeros((table.rows, columns)),
        np.zeros((table.rows, len(COMBINATION_CODES))),
        np.zeros(table.rows),
        laid_out.base_rates.logits[laid_out.base_rate_places(table)],
    )
    for first in range(0, table.rows, _BLOCK):
        rows = slice(first, first + _BLOCK)
        _encode_block(table[rows], model, Design(*(part[rows] for part in design)))
    return design


def _encode_block(table: Table, model: Model, design: Design) -> None:
    bounded = bounded_columns(table, model)
    design.shares[:, [_COLUMN[feature] for feature in bounded.rules.features]] = bounded.shares
    design.combinations[:] = bounded.rules.combinations
    design.silence[:] = bounded.silence
