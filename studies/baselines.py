"""What a sceptic would use instead: each learns from some cases and scores all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from fitting import load_settings, make_prior
from measures import recalibration
from validation import WAITING, Variant

from interview_outcome.catalogue import signals
from interview_outcome.features import FEATURES, speaks_for

if TYPE_CHECKING:
    from validation import Trials


def own_feeling(trials: Trials, training: Any) -> Any:
    """Score by the candidate's own feeling alone."""
    feeling = {True: 1.0, False: -1.0, None: 0.0}
    said = [case.checklist.answers.get("candidate_felt_good") for case in trials.cases]
    return _recalibrated(trials, np.array([feeling[answer] for answer in said]), training)


def unit_weights(trials: Trials, training: Any) -> Any:
    """Score by counting: +1 for each answer that speaks for an offer, -1 for each that speaks against it."""
    unit = [
        0.0 if signals[signal].direction == "0" else 2.0 * speaks_for((signal, answer)) - 1.0
        for signal, answer in FEATURES
    ]
    return _recalibrated(trials, answers(trials) @ np.array(unit), training)


def published_plain(trials: Trials, training: Any) -> Any:
    """Add the published weights as they are, without rules."""
    return _levelled(trials, answers(trials) @ _published(), training)


def published_by_rules(trials: Trials, training: Any) -> Any:
    """Score by the published weights as the model does, by its rules and factors, but without the cases."""
    variant = Variant(load_settings()[1])
    return trials.score(make_prior(variant.settings).mean, variant, training)


def plain_logistic(trials: Trials, training: Any) -> Any:
    """Learn a logistic regression as scikit-learn gives it, from the answers alone."""
    return _logistic(trials, answers(trials), training)


def plain_logistic_without_waiting(trials: Trials, training: Any) -> Any:
    """Learn the same without the waiting family, in which accounts of silence know the result."""
    return _logistic(trials, answers(trials)[:, ~WAITING], training)


BASELINES = {
    "own feeling": own_feeling,
    "unit weights": unit_weights,
    "published weights, added plainly": published_plain,
    "published weights, by the rules": published_by_rules,
    "plain LogisticRegression": plain_logistic,
    "plain LogisticRegression without the waiting family": plain_logistic_without_waiting,
}


def answers(trials: Trials) -> Any:
    """Give the answers as 1 and 0, one column for each yes and each no."""
    return np.array(
        [
            [float(case.checklist.answers.get(signal) is answer) for signal, answer in FEATURES]
            for case in trials.cases
        ]
    )


def _logistic(trials: Trials, rows: Any, training: Any) -> Any:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(max_iter=1000).fit(rows[training], trials.results[training])
    return model.decision_function(rows)


def _published() -> Any:
    return np.array(
        [signals[signal].weight_yes if answer else signals[signal].weight_no for signal, answer in FEATURES]
    )


def _recalibrated(trials: Trials, score: Any, training: Any) -> Any:
    level, slope = recalibration(trials.results[training], score[training], slope=True)
    return level + slope * score


def _levelled(trials: Trials, log_odds: Any, training: Any) -> Any:
    level, _ = recalibration(trials.results[training], log_odds[training])
    return log_odds + level
