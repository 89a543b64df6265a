"""The weights by scikit-learn's plain logistic regression: the prior is nothing but more rows.

`interview_outcome.learning.posterior` says which weights stop at their sign, and gives the covariance; the weights
of the model that is shipped come from here, so that a well-known implementation stands behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.linear_model import LogisticRegression

if TYPE_CHECKING:
    from numpy.typing import NDArray

HELD = 1e-4  # standard deviation of a weight that is held where it is


def scikit_weights(
    rows: Any, results: Any, counts: Any, mean: Any, sd: Any, *, offset: Any, stopped: Any
) -> NDArray[np.float64]:
    """Give the mode of independent priors and interviews; weights that are stopped stay 0.

    Two columns are added: what is known of each interview, whose weight is held at 1, and "collected case", which takes
    up how the cases were picked and is thrown away.
    """
    weights = np.zeros(len(mean))
    free = ~stopped
    prior_mean, prior_sd = np.append(mean[free], 1.0), np.append(sd[free], HELD)
    beliefs = len(prior_mean)
    prior = np.column_stack([np.eye(beliefs), np.zeros(beliefs)])
    design, outcomes, worth = [prior, prior], [np.ones(beliefs), np.zeros(beliefs)], [
        (1.0 + np.exp(prior_mean)) / prior_sd**2, (1.0 + np.exp(-prior_mean)) / prior_sd**2,
    ]  # fmt: skip
    # Cases of one result alone have no mode of their own intercept, and say nothing.
    if len(np.unique(results)) == 2:
        design.append(np.column_stack([rows[:, free], offset, np.ones(len(results))]))
        outcomes.append(results)
        worth.append(counts)
    else:
        design = [part[:, :-1] for part in design]
    model = LogisticRegression(
        C=np.inf, solver="newton-cholesky", fit_intercept=False, tol=1e-10, max_iter=200
    )
    model.fit(np.vstack(design), np.concatenate(outcomes), sample_weight=np.concatenate(worth))
    weights[free] = model.coef_[0][: int(free.sum())]
    return weights
