"""A posterior becomes a model, with what it rests on."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_outcome.features import FEATURES, RuleLayer
from interview_outcome.learning.compression import compress
from interview_outcome.weights import STOPPED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table
    from interview_outcome.learning.outcomes import Outcomes
    from interview_outcome.learning.posterior import Posterior
    from interview_outcome.model import Model
    from interview_outcome.weights import Weight

    Floats = NDArray[np.float64]

__all__ = ["put_together", "rows_to_outweigh", "with_weights"]


def with_weights(model: Model, weights: Floats) -> Model:
    """Give a model with other weights and all else as it was."""
    return replace(
        model,
        weights={
            feature: model.weights[feature]._replace(weight=float(weight) + 0.0)
            for feature, weight in zip(FEATURES, weights, strict=False)
        },
    )


def put_together(
    prior: Model,
    learned: Posterior,
    outcomes: Outcomes,
    taught: Floats,
    story: dict[str, Any],
) -> Model:
    """Put a fitted model together, with the base rates of the prior.

    Parameters
    ----------
    prior : Model
        What was started from.
    learned : Posterior
        Weights in the order of `FEATURES`; what stands after them is not of the model.
    outcomes : Outcomes
        The interviews.
    taught : array
        In how many of them each feature counted and could learn.
    story : dict
        What `fit` did, for ``provenance["fit"]``.
    """
    count = len(FEATURES)
    covariance = learned.covariance[:count, :count]
    found = with_weights(prior, learned.weights)
    support = _support(outcomes.table, outcomes.results)
    weights = {
        feature: _weight(
            found.weights[feature],
            float(np.sqrt(covariance[number, number])),
            support.get(feature, (0, 0)),
            int(taught[number]),
            stopped=bool(learned.stopped[number]),
        )
        for number, feature in enumerate(FEATURES)
    }
    order = RuleLayer({feature: weight.weight for feature, weight in weights.items()}).order
    return replace(
        found,
        weights=weights,
        covariance=compress(covariance, np.array(prior.covariance.diagonal)),
        provenance=prior.provenance
        | {
            "fit": story,
            "overlap_order": [f"{signal}:{_word(answer)}" for signal, answer in order],
            "evaluation": {},
        },
    )


def _weight(before: Weight, sd: float, seen: tuple[int, int], taught: int, *, stopped: bool) -> Weight:
    note = before.note if not taught else STOPPED if stopped else ""
    return before._replace(
        sd=sd,
        offers=before.offers + seen[0],
        refusals=before.refusals + seen[1],
        case_weight=before.case_weight + taught,
        note=note,
    )


def rows_to_outweigh(prior: Model, information: Floats) -> dict[str, int | None]:
    """Say for each answer in how many rows the data come to outweigh the prior.

    Parameters
    ----------
    prior : Model
        What was started from: its precision of a weight is one over the square of its standard deviation.
    information : array of shape (features,)
        What one row of the table adds to that precision on the average; 0 where the answer never counts.

    Returns
    -------
    dict of str to int or None
        By signal and answer, such as "praised:yes"; None where no number of rows like these ever would.
    """
    return {
        f"{signal}:{_word(answer)}": ceil(1.0 / (prior.weights[signal, answer].sd ** 2 * gained))
        if gained > 0 and prior.weights[signal, answer].sd > 0
        else None
        for (signal, answer), gained in zip(FEATURES, information.tolist(), strict=True)
    }


def _support(table: Table, results: Floats) -> dict[tuple[str, bool], tuple[int, int]]:
    """Count the interviews with each answer, by result."""
    offers = results > 0.5
    return {
        (signal, answer): (int(((codes == answer) & offers).sum()), int(((codes == answer) & ~offers).sum()))
        for signal, codes in table.answers.items()
        for answer in (True, False)
    }


def _word(answer: bool) -> str:  # noqa: FBT001  a feature
    return "yes" if answer else "no"
