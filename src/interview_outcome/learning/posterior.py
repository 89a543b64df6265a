"""Logistic regression with a prior that is worth a number of interviews.

A prior of mean m and standard deviation s on one weight is the same as having seen, with that feature alone,
a = (1 + e^m) / s^2 offers and b = (1 + e^-m) / s^2 refusals: the mode of a logistic regression on these
pseudo-interviews is m and its curvature 1 / s^2, exactly. So scikit-learn's plain logistic regression does
the whole work, and the strength of a prior can be said in interviews.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_HELD = 1e-4  # standard deviation of a weight that is held where it is

__all__ = ["Posterior", "fit_posterior", "interviews_worth", "pseudo_interviews"]


class Posterior(NamedTuple):
    """Weights with their covariance, and the intercept of the collected cases.

    Parameters
    ----------
    weights : array of shape (features,)
        Log-odds.
    covariance : array of shape (features, features)
        Of the weights, by Laplace's approximation.
    intercept : float
        Log-odds of the cases without any feature.
    stopped : array of bool of shape (features,)
        Weights that the data would carry over to the other sign, stopped at 0.
    """

    weights: Floats
    covariance: Floats
    intercept: float
    stopped: NDArray[np.bool_]


def interviews_worth(mean: Floats, sd: Floats) -> Floats:
    """Give how many interviews a prior is worth: (2 + e^m + e^-m) / s^2.

    Examples
    --------
    >>> import numpy as np
    >>> interviews_worth(np.array([0.0]), np.array([0.5]))
    array([16.])
    """
    import numpy as np

    return (2.0 + np.exp(mean) + np.exp(-mean)) / sd**2


def pseudo_interviews(mean: Floats, sd: Floats) -> tuple[Floats, Floats, Floats]:
    """Give rows, results and sample weights that stand for a prior of independent weights.

    Examples
    --------
    >>> import numpy as np
    >>> rows, results, counts = pseudo_interviews(np.array([0.0]), np.array([0.5]))
    >>> rows.tolist(), results.tolist(), counts.tolist()
    ([[1.0], [1.0]], [1.0, 0.0], [8.0, 8.0])
    """
    import numpy as np

    features = len(mean)
    rows = np.vstack([np.eye(features)] * 2)
    results = np.repeat([1.0, 0.0], features)
    counts = np.concatenate([(1.0 + np.exp(mean)) / sd**2, (1.0 + np.exp(-mean)) / sd**2])
    return rows, results, counts


def fit_posterior(
    rows: Floats,
    results: Floats,
    counts: Floats,
    mean: Floats,
    sd: Floats,
    *,
    offset: Floats | None = None,
    signs: Floats | None = None,
) -> Posterior:
    """Update a prior of independent weights by interviews.

    Parameters
    ----------
    rows : array of shape (interviews, features)
        Features, 1, 0 or the share of a weight that counts.
    results : array of shape (interviews,)
        1 for an offer, 0 for a refusal.
    counts : array of shape (interviews,)
        What each interview counts for.
    mean, sd : array of shape (features,)
        The prior, log-odds.
    offset : array of shape (interviews,), optional
        Log-odds of each interview that are known and not learned.
    signs : array of shape (features,), optional
        +1 or -1: a weight stops at 0 rather than take the other sign; 0 for no bound.

    Returns
    -------
    Posterior
        With no rows its weights are ``mean`` and its covariance is ``diag(sd ** 2)``.
    """
    import numpy as np

    offset = np.zeros(len(results)) if offset is None else offset
    signs = np.zeros(len(mean)) if signs is None else signs
    stopped = np.zeros(len(mean), dtype=bool)
    while True:
        weights, intercept = _mode(rows, results, counts, mean, sd, offset, stopped)
        wrong = ~stopped & (weights * signs < -1e-12)
        if not wrong.any():
            break
        # One at a time, the worst first: a weight that is stopped moves the others.
        stopped[np.argmin(np.where(wrong, weights * signs, 0.0))] = True
    covariance = _covariance(rows, counts, mean, sd, weights, offset + intercept)
    return Posterior(weights, covariance, intercept, stopped)


def _mode(
    rows: Floats,
    results: Floats,
    counts: Floats,
    mean: Floats,
    sd: Floats,
    offset: Floats,
    stopped: NDArray[np.bool_],
) -> tuple[Floats, float]:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    weights = np.zeros(len(mean))
    free = ~stopped
    # Two more columns: the offset, whose weight is held at 1, and "collected case", which takes up how the cases
    # were picked and is thrown away. Without both results it has no mode, and the cases say nothing.
    says_something = len(np.unique(results)) == 2
    prior_rows, prior_results, prior_counts = pseudo_interviews(
        np.append(mean[free], 1.0), np.append(sd[free], _HELD)
    )
    design = np.column_stack([prior_rows, np.zeros(len(prior_rows))])
    if says_something:
        design = np.vstack([design, np.column_stack([rows[:, free], offset, np.ones(len(results))])])
        prior_results = np.concatenate([prior_results, results])
        prior_counts = np.concatenate([prior_counts, counts])
    else:
        design = design[:, :-1]
    model = LogisticRegression(C=np.inf, solver="newton-cholesky", fit_intercept=False, tol=1e-10, max_iter=200)
    model.fit(design, prior_results, sample_weight=prior_counts)
    coefficients = model.coef_[0]
    weights[free] = coefficients[: int(free.sum())]
    return weights, float(coefficients[-1]) if says_something else 0.0


def _covariance(
    rows: Floats, counts: Floats, mean: Floats, sd: Floats, weights: Floats, offset: Floats
) -> Floats:
    """Invert the curvature at the mode; the intercept of the cases is integrated out."""
    import numpy as np

    likelihood = 1.0 / (1.0 + np.exp(-(rows @ weights + offset)))
    curvature = counts * likelihood * (1.0 - likelihood)
    prior_likelihood = 1.0 / (1.0 + np.exp(-weights))
    prior = interviews_worth(mean, sd) * prior_likelihood * (1.0 - prior_likelihood)
    design = np.column_stack([rows, np.ones(len(rows))])
    precision = design.T @ (curvature[:, None] * design)
    precision[np.diag_indices(len(mean))] += prior
    if len(rows) == 0:
        precision[-1, -1] = 1.0
    inverse: Floats = np.linalg.inv(precision)[:-1, :-1]
    return (inverse + inverse.T) / 2.0
