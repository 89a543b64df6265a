"""What is believed of the columns of a matrix before any interview, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from interview_outcome.features import FEATURES
from interview_outcome.learning.compression import expand
from interview_outcome.learning.encoding import COMBINATION_CODES
from interview_outcome.learning.posterior import directions
from interview_outcome.learning.updating import weight_sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from interview_outcome.model import Model

    Floats = NDArray[np.float64]

__all__ = ["COLUMN_NAMES", "ColumnPriors", "column_priors", "column_weights"]

_FEATURE_NAMES = tuple(f"{signal}={'yes' if answer else 'no'}" for signal, answer in FEATURES)
# What `RuleFeatures` makes of a table.
COLUMN_NAMES = (*_FEATURE_NAMES, *COMBINATION_CODES, "silence", "base_rate")
_NUMBER = {name: number for number, name in enumerate(_FEATURE_NAMES)}


class ColumnPriors(NamedTuple):
    """Independent beliefs along directions of the columns that learn, and the weights of those that do not.

    Parameters
    ----------
    learns : array of bool of shape (columns,)
        Which columns learn.
    fixed : array of shape (columns,)
        The weight of each column that does not; 0 elsewhere.
    along, mean, sd : arrays
        As for `interview_outcome.learning.posterior.fit_posterior`, of the columns that learn.
    signs : array
        Of their weights.
    """

    learns: NDArray[np.bool_]
    fixed: Floats
    along: Floats
    mean: Floats
    sd: Floats
    signs: Floats


def column_weights(model: Model) -> dict[str, float]:
    """Give the weights of a model by the names of the columns.

    Examples
    --------
    >>> from interview_outcome.model import shipped
    >>> weights = column_weights(shipped())
    >>> list(weights) == list(COLUMN_NAMES), weights["silence"], weights["base_rate"], weights["referred=yes"] > 0
    (True, 1.0, 1.0, True)
    """
    learned = [model.weights[feature].weight for feature in FEATURES]
    assumed = [model.combinations[code][0] for code in COMBINATION_CODES]
    return dict(zip(COLUMN_NAMES, [*learned, *assumed, 1.0, 1.0], strict=True))


def column_priors(
    names: Sequence[str], model: Model | None, *, sd: float, factor: float, width: float
) -> ColumnPriors:
    """Put together what is believed of columns.

    Parameters
    ----------
    names : sequence of str
        Of the columns.
    model : Model or None
        Whose posterior is the prior of the columns that it knows; combinations, silence and base rate do not learn.
    sd : float
        Of all other columns; their mean is 0.
    factor, width : float
        What the model's means and standard deviations are multiplied by.

    Examples
    --------
    >>> from interview_outcome.model import shipped
    >>> found = column_priors(["praised=yes", "salary", "silence"], shipped(), sd=2.0, factor=1.0, width=1.0)
    >>> found.learns.tolist(), found.fixed.tolist(), found.signs.tolist(), 2.0 in found.sd.round(9)
    ([True, True, False], [0.0, 0.0, 1.0], [1.0, 0.0], True)
    """
    weights = {} if model is None else column_weights(model)
    learns = np.array([name not in weights or name in _NUMBER for name in names], dtype=bool)
    fixed = np.array([0.0 if learn else weights[name] for name, learn in zip(names, learns, strict=True)])
    free = [name for name, learn in zip(names, learns, strict=True) if learn]
    mean = np.array([factor * weights.get(name, 0.0) for name in free])
    covariance, signs = np.eye(len(free)) * sd**2, np.zeros(len(free))
    if model is not None:
        known = [place for place, name in enumerate(free) if name in _NUMBER]
        number = [_NUMBER[free[place]] for place in known]
        covariance[np.ix_(known, known)] = expand(model.covariance)[np.ix_(number, number)] * width**2
        signs[known] = [weight_sign(*FEATURES[each]) for each in number]
    return ColumnPriors(learns, fixed, *directions(mean, covariance), signs)
