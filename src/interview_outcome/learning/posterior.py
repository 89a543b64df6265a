"""Logistic regression with a prior that is worth a number of interviews.

A prior of mean m and standard deviation s on one weight is the same as having seen, with that feature alone,
a = (1 + e^m) / s^2 offers and b = (1 + e^-m) / s^2 refusals: the mode of a logistic regression on these
pseudo-interviews is m and its curvature 1 / s^2, exactly. So a prior is nothing but more interviews, and its
strength can be said in interviews. What is believed of several weights together is put the same way: each
direction of the belief is one made-up feature (`directions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.learning.mode import Interviews

    Floats = NDArray[np.float64]

__all__ = ["Posterior", "directions", "fit_posterior", "interviews_worth", "pseudo_interviews"]

_LEAST_VARIANCE = 1e-8  # a compressed covariance may round a direction to nothing


class Posterior(NamedTuple):
    """Weights with their covariance, and the intercept of the collected cases.

    Parameters
    ----------
    weights : array of shape (features,)
        Log-odds.
    covariance : array of shape (features, features)
        Of the weights, by Laplace's approximation.
    intercept : float
        Log-odds of the cases without any feature; 0 where none is asked for.
    stopped : array of bool of shape (features,)
        Weights that the data would carry over to the other sign, stopped at 0.
    steps : int
        Steps of Newton's method.
    """

    weights: Floats
    covariance: Floats
    intercept: float
    stopped: NDArray[np.bool_]
    steps: int = 0


def interviews_worth(mean: Floats, sd: Floats) -> Floats:
    """Give how many interviews a prior is worth: (2 + e^m + e^-m) / s^2.

    Examples
    --------
    >>> import numpy as np
    >>> interviews_worth(np.array([0.0]), np.array([0.5]))
    array([16.])
    """
    return (2.0 + np.exp(mean) + np.exp(-mean)) / sd**2


def pseudo_interviews(mean: Floats, sd: Floats, along: Floats | None = None) -> Interviews:
    """Put a prior as interviews, one row for each belief, its share of offers as the result.

    Parameters
    ----------
    mean, sd : array of shape (beliefs,)
        The prior of each weight, or of each direction, log-odds.
    along : array of shape (beliefs, features), optional
        Directions; without them each belief is about one weight.

    Examples
    --------
    >>> import numpy as np
    >>> rows, results, counts, offset, _ = pseudo_interviews(np.array([0.0]), np.array([0.5]))
    >>> rows.tolist(), results.tolist(), counts.tolist(), offset.tolist()
    ([[1.0]], [0.5], [16.0], [0.0])
    """
    from interview_outcome.learning.mode import Interviews

    rows = np.eye(len(mean)) if along is None else along
    offers = (1.0 + np.exp(mean)) / sd**2
    worth = interviews_worth(mean, sd)
    return Interviews(rows, offers / worth, worth, np.zeros(len(mean)))


def directions(mean: Floats, covariance: Floats) -> tuple[Floats, Floats, Floats]:
    """Take a correlated prior apart along its eigenvectors, where its parts are independent.

    Returns
    -------
    along : array of shape (features, features)
        One direction a row.
    mean, sd : array of shape (features,)
        Of each direction.

    Examples
    --------
    >>> import numpy as np
    >>> along, mean, sd = directions(np.array([1.0, 1.0]), np.array([[2.0, 1.0], [1.0, 2.0]]))
    >>> (sd**2).round(12).tolist(), np.abs(mean).round(6).tolist(), np.abs(along).round(6).tolist()
    ([1.0, 3.0], [0.0, 1.414214], [[0.707107, 0.707107], [0.707107, 0.707107]])
    """
    variances, vectors = np.linalg.eigh(covariance)
    return vectors.T, vectors.T @ mean, np.sqrt(np.maximum(variances, _LEAST_VARIANCE))


def fit_posterior(
    rows: Floats,
    results: Floats,
    counts: Floats,
    mean: Floats,
    sd: Floats,
    *,
    along: Floats | None = None,
    offset: Floats | None = None,
    signs: Floats | None = None,
    intercept: bool = True,
    start: Floats | None = None,
) -> Posterior:
    """Update a prior by interviews.

    Parameters
    ----------
    rows : array of shape (interviews, features)
        Features, 1, 0 or the share of a weight that counts.
    results : array of shape (interviews,)
        1 for an offer, 0 for a refusal.
    counts : array of shape (interviews,)
        What each interview counts for.
    mean, sd : array of shape (beliefs,)
        The prior, log-odds: of each weight, or of each direction in ``along``.
    along : array of shape (beliefs, features), optional
        Directions of the prior.
    offset : array of shape (interviews,), optional
        Log-odds of each interview that are known and not learned.
    signs : array of shape (features,), optional
        +1 or -1: a weight stops at 0 rather than take the other sign; 0 for no bound.
    intercept : bool
        Whether the cases have an intercept of their own without a prior, which takes up how they were picked.
        With it, cases of one result alone say nothing.
    start : array of shape (features,), optional
        Where to begin, if not at the mean of the prior.

    Returns
    -------
    Posterior
        With no rows its weights are those of the prior, and so is its covariance.

    Examples
    --------
    >>> import numpy as np
    >>> rows, results = np.array([[1.0], [1.0], [0.0]]), np.array([1.0, 1.0, 0.0])
    >>> learned = fit_posterior(rows, results, np.ones(3), np.array([0.0]), np.array([0.5]))
    >>> learned.weights.round(3), learned.covariance.round(3), round(learned.intercept, 3), learned.stopped
    (array([0.161]), array([[0.242]]), 0.587, array([False]))
    """
    from interview_outcome.learning.mode import Interviews, find_mode

    features = rows.shape[1]
    prior = pseudo_interviews(mean, sd, along)
    begin = np.linalg.lstsq(prior.rows, mean)[0].astype(np.float64) if start is None else start
    signs = np.zeros(features) if signs is None else signs
    offset = np.zeros(len(results)) if offset is None else offset
    cases = Interviews(rows, results, counts, offset)
    groups, extra = [prior] if intercept else [prior, cases], 0
    offers, total = float(counts @ results), float(counts.sum())
    if intercept and 0.0 < offers < total:
        groups, extra = [prior._replace(last=0.0), cases._replace(last=1.0)], 1
        begin = np.append(begin, np.log(offers / (total - offers)))
    mode = find_mode(groups, begin, np.append(signs, np.zeros(extra)))
    # Inverting the whole curvature integrates the intercept out.
    inverse = np.linalg.inv(mode.curvature)[:features, :features]
    return Posterior(
        mode.weights[:features],
        (inverse + inverse.T) / 2.0,
        float(mode.weights[-1]) if extra else 0.0,
        mode.stopped[:features],
        mode.steps,
    )
