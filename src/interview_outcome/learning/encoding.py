"""Checklists as the rows of a matrix: what the rule layer makes of them, in the order of `FEATURES`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from interview_outcome import rules
from interview_outcome.features import FEATURES, RuleLayer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from interview_outcome.checklist import Checklist

__all__ = ["COMBINATION_CODES", "encode"]

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
