"""One model's posterior as the prior of the next, and the turns of encoding and fitting.

Which sign outweighs which inside a family, and how far the bounds of the rules reach, depends on the weights;
so encoding and fitting take turns until the weights stand still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit

from interview_outcome.catalogue import signals
from interview_outcome.features import FEATURES, overlap_group, speaks_for
from interview_outcome.learning.compression import expand
from interview_outcome.learning.encoding import COMBINATION_CODES, encode_table
from interview_outcome.learning.fitted_model import with_weights
from interview_outcome.learning.intercepts import INTERCEPTS, intercept_columns, intercept_sd
from interview_outcome.learning.posterior import Posterior, directions, fit_posterior

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from interview_outcome.learning.distinct_rows import DistinctRows
    from interview_outcome.model import Model

    Floats = NDArray[np.float64]

__all__ = ["FIRST_INTERCEPT", "Belief", "Learned", "learn", "make_belief", "weight_sign"]

FIRST_INTERCEPT = len(FEATURES)  # the column of the first intercept, after those of the features
_LEAST_SD = 1e-4
_STILL = 1e-3  # log-odds


class Belief(NamedTuple):
    """The prior as independent beliefs along directions, the signs of the weights, and which do not learn."""

    along: Floats
    mean: Floats
    sd: Floats
    signs: Floats
    held: NDArray[np.bool_]
    record: bool


class Learned(NamedTuple):
    """What came of learning.

    Parameters
    ----------
    posterior : Posterior
        Of features and intercepts.
    model : Model
        The prior with the new weights, and all else as it was.
    log_odds : array of shape (rows,)
        Of each interview, as they were fitted.
    taught : array of shape (features,)
        In how many interviews each feature counted and could learn.
    information : array of shape (features,)
        What an interview adds to the precision of each weight on the average.
    rounds : int
        How many times encoding and fitting took turns.
    """

    posterior: Posterior
    model: Model
    log_odds: Floats
    taught: Floats
    information: Floats
    rounds: int


def make_belief(prior: Model, mix: str, held: Sequence[str]) -> Belief:
    """Take a model's posterior apart along its eigenvectors; add what is believed of the intercepts."""
    weights = np.array([prior.weights[feature].weight for feature in FEATURES])
    along, mean, sd = directions(weights, expand(prior.covariance))
    record = mix == "record"
    if record:
        spread = np.maximum(intercept_sd(prior.base_rates), _LEAST_SD)
        along = np.block(
            [
                [along, np.zeros((FIRST_INTERCEPT, len(INTERCEPTS)))],
                [np.zeros((len(INTERCEPTS), FIRST_INTERCEPT)), np.eye(len(INTERCEPTS))],
            ]
        )
        mean, sd = np.append(mean, np.zeros(len(INTERCEPTS))), np.append(sd, spread)
    else:  # how the interviews were picked: an intercept without a prior, thrown away
        along = np.column_stack([along, np.zeros(FIRST_INTERCEPT)])
    return Belief(
        along,
        mean,
        sd,
        np.append(
            [weight_sign(*feature) for feature in FEATURES], np.zeros(along.shape[1] - FIRST_INTERCEPT)
        ),
        np.array([overlap_group(signal) in held for signal, _ in FEATURES]),
        record,
    )


def weight_sign(signal: str, answer: bool) -> float:  # noqa: FBT001  a feature
    """Give the sign that a weight may have: +1 or -1, or 0 where it may have either.

    Examples
    --------
    >>> weight_sign("praised", True), weight_sign("praised", False), weight_sign("vague_call_promise", True)
    (1.0, -1.0, 0.0)
    """
    if signals[signal].direction == "0":
        return 0.0
    return 1.0 if speaks_for((signal, answer)) else -1.0


def learn(belief: Belief, prior: Model, current: Model, *, rows: DistinctRows, rounds: int) -> Learned:
    """Encode and fit in turns, until no weight moves any more or the rounds are over.

    Parameters
    ----------
    belief : Belief
        The prior.
    prior : Model
        Where it comes from: combinations, base rates, and the weights that are held.
    current : Model
        Whose weights the first encoding goes by.
    rows : DistinctRows
        The interviews.
    rounds : int
        How many at most.
    """
    combinations = [prior.combinations[code][0] for code in COMBINATION_CODES]
    before = np.array([prior.weights[feature].weight for feature in FEATURES])
    held, columns = np.flatnonzero(belief.held), belief.along.shape[1]
    start, done, moved = None, 0, np.inf
    while done < rounds and moved > _STILL:
        shares, complete, silence, base_rate = encode_table(rows.table, current, columns=columns)
        offset = complete @ combinations + silence
        if belief.record:
            shares[:, FIRST_INTERCEPT:] = intercept_columns(rows.table, prior)
            offset += base_rate
        else:
            shares[:, FIRST_INTERCEPT] = 1.0
        offset += shares[:, held] @ before[held]
        shares[:, held] = 0.0
        learned = fit_posterior(
            shares, rows.results, rows.counts, belief.mean, belief.sd,
            along=belief.along, offset=offset, signs=belief.signs, intercept=False, start=start,
        )  # fmt: skip
        weights = np.array([current.weights[feature].weight for feature in FEATURES])
        moved = np.abs(learned.weights[:FIRST_INTERCEPT] - weights).max()
        current, start, done = with_weights(current, learned.weights), learned.weights, done + 1
    log_odds = shares @ learned.weights + offset
    likelihood, features = expit(log_odds), shares[:, :FIRST_INTERCEPT]
    told = rows.counts * likelihood * (1.0 - likelihood) / rows.counts.sum()
    information = np.einsum("r,rf,rf->f", told, features, features)
    taught = np.einsum("r,rf->f", rows.counts, features != 0)
    return Learned(learned, current, log_odds, taught, information, done)
