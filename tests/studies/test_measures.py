"""The measures of the study agree with scikit-learn, and weights count like repeated rows."""

import numpy as np
import pytest
from measures import auc, difference, draws, loss, measure, recalibration, slope
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

RNG = np.random.default_rng(5)
LOG_ODDS = RNG.normal(size=120).round(1)
RESULTS = (RNG.random(120) < 1 / (1 + np.exp(-1.3 * LOG_ODDS - 0.4))).astype(float)
AUTHORS = np.array([f"author {number // 2}" for number in range(120)])
BASE = np.full(120, 0.1)


def test_measures_are_those_of_scikit_learn():
    found = measure(RESULTS, [LOG_ODDS], [BASE], draws(AUTHORS, 50))
    likelihoods = 1 / (1 + np.exp(-LOG_ODDS))
    base = log_loss(RESULTS, 1 / (1 + np.exp(-BASE)))
    assert found["log_loss"][0] == pytest.approx(log_loss(RESULTS, likelihoods), abs=1e-4)
    assert found["gain"][0] == pytest.approx(base - log_loss(RESULTS, likelihoods), abs=1e-4)
    assert found["brier"][0] == pytest.approx(brier_score_loss(RESULTS, likelihoods), abs=1e-4)
    assert found["auc"][0] == pytest.approx(roc_auc_score(RESULTS, LOG_ODDS), abs=1e-4)
    for value, low, high in found.values():
        assert low < value < high


def test_the_slope_is_that_of_a_logistic_regression():
    model = LogisticRegression(C=np.inf, tol=1e-10).fit(LOG_ODDS[:, None], RESULTS)
    level, steep = recalibration(RESULTS, LOG_ODDS, slope=True)
    assert level[0] == pytest.approx(model.intercept_[0], abs=1e-4)
    assert steep[0] == pytest.approx(model.coef_[0][0], abs=1e-4)
    assert slope(RESULTS, [LOG_ODDS], draws(AUTHORS, 50))[0] == pytest.approx(model.coef_[0][0], abs=1e-4)


def test_without_a_slope_the_mean_likelihood_becomes_the_share_of_offers():
    level, steep = recalibration(RESULTS, LOG_ODDS)
    assert steep[0] == 1.0
    assert (1 / (1 + np.exp(-LOG_ODDS - level[0]))).mean() == pytest.approx(RESULTS.mean(), abs=1e-12)


def test_large_scores_are_recalibrated_too():
    level, steep = recalibration(RESULTS, 30.0 * LOG_ODDS, slope=True)
    plain = recalibration(RESULTS, LOG_ODDS, slope=True)
    assert (level[0], 30.0 * steep[0]) == pytest.approx((plain[0][0], plain[1][0]))


def test_a_weight_counts_like_a_repeated_row():
    weights = RNG.integers(0, 4, size=120)
    repeated = np.repeat(np.arange(120), weights)
    weighted = auc(RESULTS, LOG_ODDS, weights[None, :].astype(float))[0]
    assert weighted == pytest.approx(roc_auc_score(RESULTS[repeated], LOG_ODDS[repeated]))
    once = recalibration(RESULTS[repeated], LOG_ODDS[repeated], slope=True)
    assert recalibration(RESULTS, LOG_ODDS, weights[None, :].astype(float), slope=True)[1] == pytest.approx(
        once[1]
    )


def test_authors_are_drawn_whole():
    found = draws(AUTHORS, 30)
    assert (found[0] == 1).all()
    assert (found[:, 0::2] == found[:, 1::2]).all()
    assert (found.sum(axis=1) == 120).all()
    assert len(np.unique(found, axis=0)) == 31


def test_draws_of_one_result_alone_are_left_out():
    results = np.array([1.0, 0.0, 0.0])
    found = measure(
        results, [np.array([1.0, 0.0, -1.0])], [np.zeros(3)], draws(np.array(["a", "b", "c"]), 200)
    )
    assert np.isfinite([value for values in found.values() for value in values]).all()


def test_a_difference_is_positive_where_the_second_is_better():
    better = difference([BASE], [LOG_ODDS], RESULTS, draws(AUTHORS, 200))
    assert better[0] == pytest.approx((loss(RESULTS, BASE) - loss(RESULTS, LOG_ODDS)).mean(), abs=1e-4)
    assert better[1] > 0
