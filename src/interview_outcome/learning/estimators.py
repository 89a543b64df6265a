"""The rules and the prior as citizens of scikit-learn: for pipelines, grid searches and calibrators."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.multiclass import check_classification_targets, type_of_target
from sklearn.utils.validation import (
    _check_n_features,
    _check_sample_weight,
    _get_feature_names,
    check_array,
    check_is_fitted,
    validate_data,
)

from interview_outcome.arguments import as_number
from interview_outcome.errors import shown
from interview_outcome.features import FEATURES
from interview_outcome.learning.column_priors import COLUMN_NAMES, column_priors, column_weights
from interview_outcome.learning.compression import expand
from interview_outcome.learning.posterior import fit_posterior
from interview_outcome.learning.rule_features import RuleFeatures
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray
    from sklearn.utils import Tags

    Floats = NDArray[np.float64]

__all__ = ["PriorLogisticRegression", "RuleFeatures"]


class PriorLogisticRegression(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression with a prior on each weight, worth a number of interviews.

    Parameters
    ----------
    model : Model or "shipped", optional
        Whose posterior is the prior of the columns that `RuleFeatures` makes, with its signs; combinations, silence and
        base rate are not learned. Without it every weight has the same prior.
    sd : float
        Standard deviation of the prior of a column that no model knows; its mean is 0.
    factor : float
        What the means of the model's prior are multiplied by.
    width : float
        What the standard deviations of the model's prior are multiplied by.
    fit_intercept : bool
        Whether there is an intercept, which has no prior.

    Attributes
    ----------
    classes_ : array of shape (2,)
        The two results; likelihoods are of the second.
    coef_ : array of shape (1, columns)
        Weights, log-odds.
    intercept_ : array of shape (1,)
        Log-odds where every column is 0.
    covariance_ : array of shape (columns, columns)
        Of the weights.
    n_iter_ : int
        Steps of Newton's method.
    n_features_in_, feature_names_in_
        The columns that it was fitted to.

    Examples
    --------
    >>> import numpy as np
    >>> X, y = np.array([[1.0], [1.0], [0.0], [0.0]]), np.array(["yes", "yes", "yes", "no"])
    >>> classifier = PriorLogisticRegression(sd=0.5).fit(X, y)
    >>> classifier.coef_.round(3), classifier.intercept_.round(3), classifier.classes_.tolist()
    (array([[0.12]]), array([1.04]), ['no', 'yes'])
    >>> classifier.covariance_.round(3), classifier.n_iter_ > 0, classifier.n_features_in_
    (array([[0.24]]), True, 1)
    >>> classifier.predict_proba(X).round(2)[0].tolist(), classifier.predict(X[:1]).tolist()
    ([0.24, 0.76], ['yes'])
    """

    def __init__(
        self,
        model: Model | str | None = None,
        *,
        sd: float = 1.0,
        factor: float = 1.0,
        width: float = 1.0,
        fit_intercept: bool = True,
    ) -> None:
        self.model = model
        self.sd = sd
        self.factor = factor
        self.width = width
        self.fit_intercept = fit_intercept

    @classmethod
    def from_model(cls, model: Model | None = None) -> Self:
        """Give a classifier that is fitted already: its numbers are those of a model, on columns of `RuleFeatures`.

        A frame must have these columns in their order; columns without names are taken for them.

        Examples
        --------
        >>> import pandas as pd
        >>> from interview_outcome import score
        >>> frame = pd.DataFrame({"praised": [True], "cut_short": [False], "stage": ["final"]})
        >>> likelihood = PriorLogisticRegression.from_model().predict_proba(RuleFeatures().fit_transform(frame))[0, 1]
        >>> abs(likelihood - score(frame.iloc[0].to_dict()).likelihood) < 1e-12
        np.True_
        """
        weights = column_weights(shipped() if model is None else model)
        found = cls(model, fit_intercept=False)
        found.classes_ = np.array([0, 1])
        found.coef_ = np.array([list(weights.values())])
        found.intercept_ = np.zeros(1)
        found.covariance_ = _covariance(shipped() if model is None else model)
        found.n_iter_ = 0
        found.n_features_in_ = len(weights)
        found.feature_names_in_ = np.array(list(weights), dtype=object)
        return found

    def fit(self, X: ArrayLike, y: ArrayLike, sample_weight: ArrayLike | None = None) -> Self:
        """Learn from rows whose results are known.

        Parameters
        ----------
        X : array or frame of shape (rows, columns)
            Features; with ``model``, columns of `RuleFeatures`, and others if they have names.
        y : array of shape (rows,)
            Two kinds of result.
        sample_weight : array of shape (rows,), optional
            What each row counts for.
        """
        model = self._model()
        numbers = {name: self._number(name) for name in ("sd", "factor", "width")}
        columns, target = validate_data(self, X, y, dtype=np.float64)
        check_classification_targets(target)
        counts = _check_sample_weight(sample_weight, columns, ensure_non_negative=True)
        self.classes_, results = _two_classes(target, counts)
        priors = column_priors(self._names(columns.shape[1]), model, **numbers)
        learned = fit_posterior(
            columns if priors.learns.all() else columns[:, priors.learns],
            results,
            counts,
            priors.mean,
            priors.sd,
            along=priors.along,
            offset=columns @ priors.fixed,
            signs=priors.signs,
            intercept=self.fit_intercept,
        )
        self.coef_ = priors.fixed.copy()[None, :]
        self.coef_[0, priors.learns] = learned.weights
        self.intercept_ = np.array([learned.intercept])
        self.covariance_ = np.zeros((columns.shape[1], columns.shape[1]))
        self.covariance_[np.ix_(priors.learns, priors.learns)] = learned.covariance
        self.n_iter_ = learned.steps
        return self

    def decision_function(self, X: ArrayLike) -> Floats:
        """Give the log-odds of the second class."""
        check_is_fitted(self)
        columns = self._columns(X)
        found: Floats = columns @ self.coef_[0] + self.intercept_[0]
        return found

    def predict_proba(self, X: ArrayLike) -> Floats:
        """Give the likelihood of each class."""
        log_odds = self.decision_function(X)
        return np.column_stack([expit(-log_odds), expit(log_odds)])

    def predict(self, X: ArrayLike) -> NDArray[Any]:
        """Give the likelier class."""
        likelier = (self.decision_function(X) > 0).astype(int)
        found: NDArray[Any] = self.classes_[likelier]
        return found

    def _number(self, name: str) -> float:
        """Give a parameter as Python's own number; only the factor may be 0 or less."""
        value = getattr(self, name)
        number = as_number(value)
        if number is None or not isfinite(number) or (number <= 0 and name != "factor"):
            above = "" if name == "factor" else " above 0"
            raise ValueError(f"{name} is {shown(value)}; allowed: a number{above}.")
        return number

    def _model(self) -> Model | None:
        """Give the model that the prior is from."""
        if self.model == "shipped":
            return shipped()
        if self.model is None or isinstance(self.model, Model):
            return self.model
        raise ValueError(f"model is {shown(self.model)}; allowed: None, 'shipped', or a Model.")

    def _columns(self, X: ArrayLike) -> Floats:
        """Check rows; columns without names are those of `RuleFeatures`, where it was fitted to these, as in `fit`."""
        if _get_feature_names(X) is None and tuple(getattr(self, "feature_names_in_", ())) == COLUMN_NAMES:
            found = check_array(X, dtype=np.float64, estimator=self, input_name="X")
            _check_n_features(self, found, reset=False)
        else:
            found = validate_data(self, X, dtype=np.float64, reset=False)
        columns: Floats = found
        return columns

    def _names(self, columns: int) -> list[str]:
        """Name the columns; without names they are those of `RuleFeatures`, if there are as many."""
        if hasattr(self, "feature_names_in_"):
            return list(self.feature_names_in_)
        if self.model is None:
            return [""] * columns
        if columns == len(COLUMN_NAMES):
            return list(COLUMN_NAMES)
        raise ValueError(
            f"The {columns} columns have no names, and RuleFeatures makes {len(COLUMN_NAMES)}: which prior is whose "
            "cannot be known. Give a frame: RuleFeatures().set_output(transform='pandas') makes one."
        )

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        return tags


def _two_classes(target: NDArray[Any], counts: Floats) -> tuple[NDArray[Any], Floats]:
    """Give the two classes, and for each row 1 if it is of the second."""
    kind = type_of_target(target, input_name="y", raise_unknown=True)
    if kind != "binary":
        raise ValueError(f"Only binary classification is supported. The type of the target is {kind}.")
    classes, results = np.unique(target, return_inverse=True)
    there = np.unique(results[counts > 0])
    if len(there) < 2:
        raise ValueError(f"The rows that count are of one class, {classes[there].tolist()}; two are needed.")
    return classes, results.astype(np.float64)


def _covariance(model: Model) -> Floats:
    found = np.zeros((len(COLUMN_NAMES), len(COLUMN_NAMES)))
    found[: len(FEATURES), : len(FEATURES)] = expand(model.covariance)
    return found
