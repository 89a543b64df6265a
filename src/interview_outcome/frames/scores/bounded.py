"""Rules "absences" and "silence" over whole columns, feature by feature: the shares that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from interview_outcome.frames.scores.model_columns import is_waiting, lay_out
from interview_outcome.frames.scores.rule_columns import apply_rules
from interview_outcome.frames.scores.scoring import bound

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table
    from interview_outcome.frames.scores.rule_columns import RuleColumns
    from interview_outcome.model import Model

    Floats = NDArray[np.float64]

__all__ = ["BoundedColumns", "bounded_columns"]


class BoundedColumns(NamedTuple):
    """What is left of a table after every rule.

    Parameters
    ----------
    rules : RuleColumns
        What the rules before the bounds made of it.
    weights : array of shape (features,)
        Log-odds of the features.
    shares : array of shape (rows, features)
        The share of its weight with which each answer counts after the bounds.
    silence : array of shape (rows,)
        Log-odds of the days without a word after the floor.
    """

    rules: RuleColumns
    weights: Floats
    shares: Floats
    silence: Floats


def bounded_columns(table: Table, model: Model) -> BoundedColumns:
    """Apply every rule to a table, with the weights of a model.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> from interview_outcome.model import shipped
    >>> found = bounded_columns(parse_table(pd.DataFrame({"praised": [True, None]})), shipped())
    >>> found.rules.features, found.shares.tolist(), found.silence.tolist()
    ((('praised', True), ('praised', False)), [[1.0, 0.0], [0.0, 0.0]], [0.0, 0.0])
    """
    found = apply_rules(table, model.layer)
    weights = np.array([model.weights[feature].weight for feature in found.features])
    silence = np.zeros(table.rows)
    if found.silence is not None:
        silence = lay_out(model).silence(table, found.silence)
    against, waiting = weights < 0, is_waiting(found.features)
    by_kind = (weights[:, None] * np.eye(4)[against + 2 * waiting]).T  # for, against; the waiting family last
    yes = by_kind @ found.happened.T
    no = by_kind @ found.shares.T - yes
    bounds = bound(np.concatenate([yes[:2], no[:2]]), np.concatenate([yes[2:], no[2:]]), silence)
    shares = found.shares  # no one else has them: they are bounded in place
    for scale, members in ((bounds.no_for, ~against), (bounds.no_against, against)):
        rows = np.flatnonzero(scale < 1)
        for column in np.flatnonzero(members):
            happened = found.happened[rows, column]
            shares[rows, column] = happened + (shares[rows, column] - happened) * scale[rows]
    shares[:, against & waiting] *= bounds.waiting[:, None]
    return BoundedColumns(found, weights, shares, silence * bounds.waiting)
