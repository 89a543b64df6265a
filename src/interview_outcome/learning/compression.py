"""The covariance of many weights in few numbers: a diagonal plus signed factors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from interview_outcome.weights import Covariance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["FACTORS", "compress", "expand"]

FACTORS = 16
_ROUNDS = 50


def compress(covariance: Floats, diagonal: Floats, factors: int = FACTORS) -> Covariance:
    """Approximate a covariance by a diagonal plus signed factors, exact on the diagonal.

    Parameters
    ----------
    covariance : array of shape (features, features)
        Of the weights.
    diagonal : array of shape (features,)
        Where to start: the variances of the prior, from which the interviews took something away.
    factors : int
        How many factors at most.

    Examples
    --------
    >>> import numpy as np
    >>> exact = np.array([[0.5, -0.1], [-0.1, 0.5]])
    >>> np.round(expand(compress(exact, np.array([0.6, 0.6]))), 12).tolist()
    [[0.5, -0.1], [-0.1, 0.5]]
    """
    left = diagonal
    for _ in range(_ROUNDS):
        values, vectors = np.linalg.eigh(covariance - np.diag(left))
        kept = np.argsort(-np.abs(values), kind="stable")[:factors]
        kept = kept[np.abs(values[kept]) > 1e-12]
        signs = np.sign(values[kept])
        rows = (vectors[:, kept] * np.sqrt(np.abs(values[kept]))).T
        # An eigenvector has no sign of its own; its largest entry is made positive, on every machine.
        rows *= np.sign(rows[np.arange(len(rows)), np.abs(rows).argmax(axis=1)])[:, None]
        # The diagonal stays exact, and never so small that the rest could make a variance negative.
        change = np.diag(covariance) - (signs[:, None] * rows**2).sum(axis=0) - left
        left = left + change
        if np.abs(change).max() < 1e-12:
            break
    return Covariance(tuple(left.tolist()), tuple(map(tuple, rows.tolist())), tuple(signs.tolist()))


def expand(covariance: Covariance) -> Floats:
    """Give the whole matrix of a compressed covariance."""
    rows = np.array(covariance.factors).reshape(len(covariance.signs), len(covariance.diagonal))
    signs = np.array(covariance.signs)
    whole: Floats = np.diag(np.array(covariance.diagonal)) + (signs[:, None] * rows).T @ rows
    return whole
