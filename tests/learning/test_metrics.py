"""Measures against scikit-learn, against sums by hand, and against their own definitions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.special import expit, logit
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.metrics import log_loss as sklearn_log_loss

from interview_outcome.learning.calibration import (
    calibration,
    calibration_error,
    calibration_intercept,
    equal_bins,
)
from interview_outcome.learning.metrics import METRICS, auc, brier, brier_parts, log_loss, measure

seeds = st.integers(0, 2**32 - 1)


def draw(seed, rows=80, *, ties=False):
    random = np.random.default_rng(seed)
    log_odds = random.normal(0, 1.5, rows)
    if ties:
        log_odds = np.round(log_odds)
    results = (random.random(rows) < expit(0.7 * log_odds - 0.3)).astype(float)
    results[:2] = 0.0, 1.0
    return log_odds, results, random.uniform(0.1, 3.0, rows)


@given(seeds, st.booleans())
def test_losses_and_auc_are_those_of_scikit_learn(seed, ties):
    log_odds, results, weights = draw(seed, ties=ties)
    likelihood = expit(log_odds)
    expected = sklearn_log_loss(results, likelihood, sample_weight=weights)
    assert log_loss(log_odds, results, weights) == pytest.approx(expected, abs=1e-12)
    expected = brier_score_loss(results, likelihood, sample_weight=weights)
    assert brier(log_odds, results, weights) == pytest.approx(expected, abs=1e-12)
    expected = roc_auc_score(results, likelihood, sample_weight=weights)
    assert auc(log_odds, results, weights) == pytest.approx(expected, abs=1e-12)


def test_a_sure_and_wrong_forecast_has_a_finite_log_loss():
    assert log_loss(np.array([500.0]), np.array([0.0]), np.ones(1)) == pytest.approx(500.0)


@given(seeds, st.booleans())
def test_the_brier_score_is_the_sum_of_its_parts_by_isotonic_recalibration(seed, ties):
    log_odds, results, weights = draw(seed, ties=ties)
    reliability, resolution, uncertainty = brier_parts(log_odds, results, weights)
    score = brier(log_odds, results, weights)
    assert reliability - resolution + uncertainty == pytest.approx(score, abs=1e-12)
    assert reliability >= -1e-12
    assert resolution >= -1e-12
    recalibrated = IsotonicRegression().fit(log_odds, results, sample_weight=weights).predict(log_odds)
    best = brier_score_loss(results, np.clip(recalibrated, 0, 1), sample_weight=weights)
    assert score - reliability == pytest.approx(best, abs=1e-9)
    share = np.average(results, weights=weights)
    assert uncertainty == pytest.approx(share * (1 - share), abs=1e-12)


def test_the_parts_of_the_brier_score_by_hand():
    """Four forecasts of 20% with one offer, six of 70% with three: recalibrated they are 25% and 50%."""
    log_odds = logit(np.array([0.2] * 4 + [0.7] * 6))
    results = np.array([1, 0, 0, 0, 1, 1, 1, 0, 0, 0.0])
    reliability, resolution, uncertainty = brier_parts(log_odds, results, np.ones(10))
    assert reliability == pytest.approx(0.4 * 0.05**2 + 0.6 * 0.2**2)
    assert resolution == pytest.approx(0.4 * 0.15**2 + 0.6 * 0.1**2)
    assert uncertainty == pytest.approx(0.24)


@given(seeds)
def test_slope_and_intercept_are_those_of_a_logistic_regression(seed):
    log_odds, results, weights = draw(seed)
    plain = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-12)
    plain.fit(log_odds[:, None], results, sample_weight=weights)
    intercept, slope = calibration(log_odds, results, weights)
    assert slope == pytest.approx(plain.coef_[0, 0], abs=1e-6)
    assert intercept == pytest.approx(plain.intercept_[0], abs=1e-6)


@given(seeds)
def test_the_calibration_intercept_makes_the_mean_likelihood_the_share_of_offers(seed):
    log_odds, results, weights = draw(seed)
    shift = calibration_intercept(log_odds, results, weights)
    moved = np.average(expit(log_odds + shift), weights=weights)
    assert moved == pytest.approx(np.average(results, weights=weights), abs=1e-9)


def test_forecasts_that_are_all_the_same_have_no_slope_and_an_intercept():
    results = np.array([1.0, 0.0, 0.0, 0.0])
    intercept, slope = calibration(np.full(4, 0.3), results, np.ones(4))
    assert np.isnan(intercept)
    assert np.isnan(slope)
    assert calibration_intercept(np.full(4, 0.3), results, np.ones(4)) == pytest.approx(logit(0.25) - 0.3)


def test_forecasts_without_a_fault_have_no_slope():
    _, slope = calibration(np.array([-2.0, -1.0, 1.0, 2.0]), np.array([0.0, 0.0, 1.0, 1.0]), np.ones(4))
    assert np.isnan(slope)


def nearly_sorted(seed):
    """All refusals below all offers, but for the two in the middle, which may be as near as chance has it."""
    random = np.random.default_rng(seed)
    log_odds = np.sort(random.normal(-0.8, 1.0, random.integers(20, 100)))
    results = (np.arange(len(log_odds)) >= len(log_odds) // 2).astype(float)
    middle = len(log_odds) // 2
    results[middle - 1], results[middle] = 1.0, 0.0
    return log_odds, results


@pytest.mark.parametrize("seed", range(100))
def test_forecasts_with_one_fault_have_the_slope_of_scikit_learn_however_steep(seed):
    log_odds, results = nearly_sorted(seed)
    plain = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-10, max_iter=2000)
    plain.fit(log_odds[:, None], results)
    intercept, slope = calibration(log_odds, results, np.ones(len(results)))
    assert slope == pytest.approx(plain.coef_[0, 0], rel=1e-5)
    assert intercept == pytest.approx(plain.intercept_[0], rel=1e-5, abs=1e-5)
    error = expit(intercept + slope * log_odds) - results
    assert [error.sum(), error @ log_odds] == pytest.approx([0.0, 0.0], abs=1e-9)


@pytest.mark.parametrize("seed", [25, 74, 834, 1274])
def test_forecasts_far_out_do_not_make_a_step_overshoot(seed):
    """Most lie within one unit, where the fault is; a full step from afar would leap away."""
    random = np.random.default_rng(seed)
    log_odds = np.sort(random.normal(0, 1, 20) * random.choice([1, 30], 20))
    results = np.repeat([0.0, 1.0, 0.0, 1.0], [9, 1, 1, 9])
    intercept, slope = calibration(log_odds, results, np.ones(20))
    error = expit(intercept + slope * log_odds) - results  # 0 along both where nothing better is to be had
    assert [error.sum(), error @ log_odds] == pytest.approx([0.0, 0.0], abs=1e-9)


@pytest.mark.parametrize("turned", [1.0, -1.0])
@pytest.mark.parametrize(("refusals", "offers", "slope"), [
    ([-2.0, 0.0], [0.0, 1.0], False),  # only the number of both tells nothing
    ([-2.0, 0.1], [0.0, 1.0], True),
    ([0.0, 0.0], [0.0, 1.0], False),
    ([-1.0, 1.0], [0.0, 0.0], True),
])  # fmt: skip
def test_there_is_a_slope_where_no_number_tells_the_results_apart(refusals, offers, slope, turned):
    log_odds = turned * np.array([*refusals, *offers])
    results = np.array([0.0, 0.0, 1.0, 1.0])
    assert np.isfinite(calibration(log_odds, results, np.ones(4))[1]) == slope
    aside = calibration(
        np.append(log_odds, 5.0), np.append(results, 0.0), np.array([1.0, 1.0, 1.0, 1.0, 0.0])
    )
    assert np.isfinite(aside[1]) == slope


@given(seeds, st.sampled_from([1.0, 8.0, 15.0]))
def test_the_calibration_intercept_of_sure_forecasts_is_that_of_a_search_between_bounds(seed, spread):
    random = np.random.default_rng(seed)
    log_odds = np.clip(random.normal(random.choice([-3.0, 0.0, 3.0]), spread, 60), -34, 34)
    results = (np.arange(60) < random.integers(1, 60)).astype(float)
    expected = brentq(lambda shift: expit(log_odds + shift).mean() - results.mean(), -100, 100, xtol=1e-12)
    assert calibration_intercept(log_odds, results, np.ones(60)) == pytest.approx(expected, abs=1e-7)


def test_one_result_alone_has_no_auc_no_slope_and_no_intercept():
    log_odds, results = np.array([0.1, 0.2]), np.ones(2)
    found = measure(log_odds, results, np.ones(2))
    assert [name for name, value in found.items() if np.isnan(value)] == ["auc", "slope", "intercept"]


@given(seeds)
def test_a_resample_is_the_table_with_rows_repeated(seed):
    """Whatever is measured with weights is what plain rows would give, for many resamples at once."""
    log_odds, results, _ = draw(seed, rows=40)
    times = np.random.default_rng(seed).integers(0, 3, size=(3, 40))
    times[:, :2] = 1
    together = measure(log_odds, results, times.astype(float))
    for number, counts in enumerate(times):
        alone = measure(np.repeat(log_odds, counts), np.repeat(results, counts), np.ones(counts.sum()))
        for name, value in alone.items():
            if name != "ece":  # whose bins are those of the whole sample
                expected = pytest.approx(value, abs=1e-6, nan_ok=True)
                assert together[name][number] == expected, name


@given(seeds, st.integers(1, 200))
def test_bins_are_of_nearly_equal_size_and_in_order(seed, rows):
    log_odds = np.random.default_rng(seed).normal(size=rows)
    bins = equal_bins(log_odds)
    sizes = np.bincount(bins)
    assert len(sizes) == min(10, max(1, rows // 10))
    assert sizes.max() - sizes.min() <= 1
    assert (np.diff(bins[np.argsort(log_odds)]) >= 0).all()


def test_equal_forecasts_share_a_bin():
    assert equal_bins(np.repeat([0.1, 0.9], 30)).tolist() == [0] * 30 + [1] * 30


def test_the_calibration_error_by_hand():
    log_odds = logit(np.repeat([0.2, 0.7], [20, 30]))
    results = np.concatenate([np.repeat([1.0, 0.0], [5, 15]), np.repeat([1.0, 0.0], [15, 15])])
    assert calibration_error(log_odds, results, np.ones(50)) == pytest.approx(0.4 * 0.05 + 0.6 * 0.2)
    bins = np.zeros(50, dtype=np.intp)
    assert calibration_error(log_odds, results, np.ones(50), bins) == pytest.approx(0.5 - 0.4)


def test_every_measure_has_a_title_and_how_to_read_it():
    names = [metric.name for metric in METRICS]
    log_odds, results, weights = draw(1)
    assert sorted(names) == sorted([*measure(log_odds, results, weights), "gain"])
    assert all(metric.title and metric.reading for metric in METRICS)
