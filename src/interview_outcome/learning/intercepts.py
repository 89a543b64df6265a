"""Base rates as weights that a full record can move: one for each stage, one for known candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit

from interview_outcome.checklist_values import CHOICES
from interview_outcome.frames.scores.model_columns import lay_out
from interview_outcome.learning.calibration import calibration_intercept
from interview_outcome.model import BaseRates, Model, logit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table

    Floats = NDArray[np.float64]

__all__ = ["INTERCEPTS", "drift", "intercept_columns", "intercept_sd", "moved_base_rates"]

INTERCEPTS = (*CHOICES["stage"], "unknown", "candidates")
_UNKNOWN, _CANDIDATES = INTERCEPTS.index("unknown"), INTERCEPTS.index("candidates")


def intercept_columns(table: Table, model: Model) -> Floats:
    """Say for each interview where its base rate comes from, one column for each of `INTERCEPTS`.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.frames.columns.table import parse_table
    >>> from interview_outcome.model import shipped
    >>> frame = pd.DataFrame({"stage": ["final", None, "first"], "candidates": [None, None, 3]})
    >>> intercept_columns(parse_table(frame), shipped()).astype(int).tolist()
    [[0, 0, 0, 1, 0, 0], [0, 0, 0, 0, 1, 0], [0, 0, 0, 0, 0, 1]]
    """
    places = lay_out(model).base_rate_places(table)
    number = np.where(places < 0, _UNKNOWN, np.where(places < _UNKNOWN, places, _CANDIDATES))
    return np.eye(len(INTERCEPTS))[number]


def intercept_sd(base_rates: BaseRates) -> Floats:
    """Give how unsure the published base rates are, on the logit scale, in the order of `INTERCEPTS`."""
    stages = [base_rates.stages[stage][1] for stage in INTERCEPTS[:_CANDIDATES]]
    return np.array([*stages, base_rates.candidates_sd])


def drift(columns: Floats, fitted: Floats, scored: Floats, counts: Floats) -> Floats:
    """Find what to add to base rates where a model does not score as it was fitted.

    The order of the weights may change with the last fit, and with it the shares; what the likelihoods of each
    base rate lose or gain by that on the average, its intercept makes up for.

    Parameters
    ----------
    columns : array
        From `intercept_columns`.
    fitted, scored : array of shape (rows,)
        Log-odds as they were fitted, and as the fitted model gives them.
    counts : array of shape (rows,)
        How many interviews each row stands for.

    Examples
    --------
    >>> import numpy as np
    >>> drift(np.eye(6)[[0, 0, 5]], np.zeros(3), np.array([0.5, 0.5, -0.25]), np.ones(3)).round(6).tolist()
    [-0.5, 0.0, 0.0, 0.0, 0.0, 0.25]
    """
    found = np.zeros(columns.shape[1])
    for number, column in enumerate(columns.T):
        here = column > 0
        if here.any():
            found[number] = calibration_intercept(scored[here], expit(fitted[here]), counts[here])
    return found


def moved_base_rates(
    base_rates: BaseRates, shift: Floats, sd: Floats, candidates: NDArray[np.int8], counts: Floats
) -> BaseRates:
    """Move base rates on the logit scale.

    Parameters
    ----------
    base_rates : BaseRates
        As they were.
    shift, sd : array
        In the order of `INTERCEPTS`.
    candidates : array of int of shape (rows,)
        How many there were, 0 where it is not known. The shift is exact at the geometric mean of what is known, and
        carries over to other numbers as so many times more or fewer offers for an opening.
    counts : array of shape (rows,)
        How many interviews each row stands for.

    Examples
    --------
    >>> import numpy as np
    >>> from interview_outcome.model import shipped
    >>> before = shipped().base_rates
    >>> after = moved_base_rates(before, np.full(6, -0.5), np.full(6, 0.1), np.array([3]), np.ones(1))
    >>> [round(logit(after({"candidates": n})[0]) - logit(before({"candidates": n})[0]), 2) for n in (3, 9)]
    [-0.5, -0.37]
    >>> round(logit(after({"stage": "final"})[0]) - logit(before({"stage": "final"})[0]), 9), after.candidates_sd
    (-0.5, 0.1)
    """
    stages = {
        stage: (float(expit(logit(base_rates.stages[stage][0]) + moved)), float(spread))
        for stage, moved, spread in zip(INTERCEPTS, shift, sd, strict=True)
        if stage in base_rates.stages
    }
    known = candidates > 0
    if not known.any():
        return base_rates._replace(stages=stages)
    usual = float(np.exp(np.average(np.log(candidates[known]), weights=counts[known])))
    moved = float(shift[_CANDIDATES])
    likelihood = float(expit(logit(min(base_rates.most, base_rates.offers_per_opening / usual)) + moved))
    most = float(expit(logit(base_rates.most) + moved))
    return BaseRates(stages, likelihood * usual, most, float(sd[_CANDIDATES]))
