"""What a sceptic would use instead of the model, and another model, on the same interviews."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import logit

from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import CHOICES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table
    from interview_outcome.learning.outcomes import Outcomes
    from interview_outcome.model import Model

    Floats = NDArray[np.float64]

__all__ = ["TITLES", "baseline_forecasts", "forecast", "out_of_fold"]

FOLDS = 5
TITLES = {
    "against": "The other model",
    "base_rate": "Base rate alone",
    "own_feeling": "Own feeling",
    "unit_weights": "Unit weights",
    "published_weights": "Published weights alone",
    "logistic_regression": "Plain logistic regression",
}
_FEELING = "candidate_felt_good"
_BASE_RATE_KEYS = ("stage", "candidates")


def baseline_forecasts(outcomes: Outcomes, model: Model, base_rate: str, seed: int) -> dict[str, Floats]:
    """Forecast every interview in the ways of a sceptic.

    Parameters
    ----------
    outcomes : Outcomes
        The interviews.
    model : Model
        Where base rates and published weights come from.
    base_rate : {"model", "sample"}
        As for `forecast`.
    seed : int
        Of the folds.

    Returns
    -------
    dict of str to array
        Log-odds of an offer. What has to be fitted is fitted to the other folds, whole authors in one fold:
        own feeling (left out where nobody told it), unit weights (each sign for an offer counts +1, each sign
        against it -1), and scikit-learn's logistic regression on every answer and context column.
    """
    published = {feature: weight._replace(weight=weight.scaled) for feature, weight in model.weights.items()}
    known = {key: outcomes.table.context[key] for key in _BASE_RATE_KEYS if key in outcomes.table.context}
    nothing = replace(outcomes.table, answers={}, context=known, on=None)
    found = {
        "base_rate": forecast(replace(outcomes, table=nothing), model, base_rate)[0],
        "published_weights": forecast(outcomes, replace(model, weights=published), base_rate)[0],
    }
    folds = _folds(outcomes, seed)
    answers = outcomes.table.answers
    if _FEELING in answers and (answers[_FEELING] >= 0).any():
        found["own_feeling"] = out_of_fold(_dummies({_FEELING: answers[_FEELING]}), outcomes.results, folds)
    units = np.zeros((outcomes.table.rows, 1))
    for signal, codes in answers.items():
        side = {"+": 1.0, "-": -1.0, "0": 0.0}[signals[signal].direction]
        units[:, 0] += side * np.where(codes < 0, 0, 2 * codes - 1)
    found["unit_weights"] = out_of_fold(units, outcomes.results, folds)
    found["logistic_regression"] = out_of_fold(_plain_columns(outcomes.table), outcomes.results, folds)
    return {name: found[name] for name in TITLES if name in found}


def forecast(outcomes: Outcomes, model: Model, base_rate: str) -> tuple[Floats, float]:
    """Forecast interviews by a model, with its own base rates or with the mix of the sample.

    Parameters
    ----------
    outcomes : Outcomes
        The interviews.
    model : Model
        The model.
    base_rate : {"model", "sample"}
        "model": its base rates. "sample": in place of them one number for all, such that the mean likelihood
        is the share of offers.

    Returns
    -------
    log_odds : array
        Of an offer.
    start : float
        Log-odds of the number for all; 0 with "model".
    """
    from interview_outcome.frames.scores.scoring import score_table
    from interview_outcome.learning.calibration import calibration_intercept

    scored = score_table(outcomes.table, model, interval=False)
    log_odds: Floats = logit(np.clip(scored["likelihood"], 1e-15, 1.0 - 1e-15))
    if base_rate == "model":
        return log_odds, 0.0
    evidence = log_odds - logit(scored["base_rate"])
    start = float(calibration_intercept(evidence, outcomes.results, np.ones(len(evidence))))
    return evidence + start, start


def out_of_fold(columns: Floats, results: Floats, folds: NDArray[np.intp]) -> Floats:
    """Forecast each interview by scikit-learn's logistic regression on the other folds.

    Examples
    --------
    >>> import numpy as np
    >>> columns, results = np.array([[1.0], [1.0], [0.0], [0.0]]), np.array([1.0, 1.0, 0.0, 0.0])
    >>> (out_of_fold(columns, results, np.array([0, 1, 0, 1])) > 0).tolist()
    [True, True, False, False]
    """
    from sklearn.linear_model import LogisticRegression

    log_odds = np.zeros(len(results))
    for fold in np.unique(folds):
        here, others = folds == fold, folds != fold
        offers, rows = results[others].sum(), others.sum()
        if 0 < offers < rows:
            fitted = LogisticRegression(max_iter=1000).fit(columns[others], results[others])
            log_odds[here] = fitted.decision_function(columns[here])
        else:  # of one result alone nothing can be learned but that it is the usual one
            log_odds[here] = np.log((offers + 0.5) / (rows - offers + 0.5))
    return log_odds


def _folds(outcomes: Outcomes, seed: int) -> NDArray[np.intp]:
    """Deal whole authors into folds, with nearly the same share of offers in each."""
    groups = outcomes.groups
    shares = np.bincount(groups, outcomes.results) / np.bincount(groups)
    shuffled = np.random.default_rng(seed).permutation(len(shares))
    dealt = shuffled[np.argsort(shares[shuffled], kind="stable")]
    fold = np.empty(len(shares), dtype=np.intp)
    fold[dealt] = np.arange(len(shares)) % FOLDS
    return fold[groups]


def _dummies(answers: dict[str, NDArray[np.int8]]) -> Floats:
    return np.column_stack([codes == answer for codes in answers.values() for answer in (1, 0)]).astype(float)


def _plain_columns(table: Table) -> Floats:
    """Give every answer and context as columns of 1 and 0, and one by the number of candidates."""
    context = {key: values for key, values in table.context.items() if key in (*CHOICES, "structured")}
    columns = [np.zeros((table.rows, 1))]
    if table.answers:
        columns.append(_dummies(table.answers))
    for key, codes in context.items():
        values = range(len(CHOICES.get(key, (0, 1))))
        columns.append(np.column_stack([codes == value for value in values]))
    if "candidates" in table.context:
        candidates = table.context["candidates"].astype(float)
        shares = np.divide(1.0, candidates, out=np.zeros(table.rows), where=candidates > 0)
        columns.append(np.column_stack([shares, candidates > 0]))
    return np.concatenate(columns, axis=1)
