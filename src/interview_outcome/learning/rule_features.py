"""The rules as a transformer of scikit-learn: a table of interviews becomes a matrix of features."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted, validate_data

from interview_outcome.frames.columns.table import parse_table
from interview_outcome.learning.column_priors import COLUMN_NAMES
from interview_outcome.learning.encoding import encode_table
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import ArrayLike, NDArray
    from sklearn.utils import Tags

    Floats = NDArray[np.float64]

__all__ = ["RuleFeatures"]


class RuleFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """The rule layer as a transformer: a table of interviews becomes a matrix of features.

    Parameters
    ----------
    model : Model, optional
        Whose weights order the overlap of signs and whose curve reads the silence; otherwise the model that comes
        with the package.
    on : date, ISO string or name of a column, optional
        The day of the question.

    Attributes
    ----------
    feature_names_in_ : array of str
        The columns that it was fitted to.
    n_features_in_ : int
        How many.

    Notes
    -----
    Nothing is learned; `fit` checks the table and keeps its columns. The columns that come out are always the same:
    for each answer, such as ``praised=yes``, the share of its weight with which it counts; for each combination 1
    where it is complete; the log-odds of the silence and of the base rate.

    Examples
    --------
    >>> import pandas as pd
    >>> rules = RuleFeatures().set_output(transform="pandas")
    >>> features = rules.fit_transform(pd.DataFrame({"praised": ["yes", "no"], "stage": "final"}))
    >>> features[["praised=yes", "praised=no", "base_rate"]].round(3).to_numpy().tolist(), features.shape
    ([[1.0, 0.0, -0.405], [0.0, 1.0, -0.405]], (2, 149))
    """

    def __init__(self, model: Model | None = None, on: date | str | None = None) -> None:
        self.model = model
        self.on = on

    def fit(self, X: Any, y: object = None) -> Self:  # noqa: ARG002  scikit-learn asks for it
        """Check a table and keep its columns."""
        self._table(X)
        validate_data(self, X, skip_check_array=True)
        return self

    def transform(self, X: Any) -> Floats:
        """Apply the rules to a table."""
        check_is_fitted(self)
        validate_data(self, X, skip_check_array=True, reset=False)
        design = encode_table(self._table(X), shipped() if self.model is None else self.model)
        found: Floats = np.column_stack(design)
        return found

    def _table(self, X: Any) -> Any:
        return parse_table(X, on=self.on)

    def get_feature_names_out(self, input_features: ArrayLike | None = None) -> NDArray[Any]:  # noqa: ARG002
        """Give the names of the columns that come out."""
        check_is_fitted(self)
        return np.array(COLUMN_NAMES, dtype=object)

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.categorical = tags.input_tags.string = tags.input_tags.allow_nan = True
        return tags
