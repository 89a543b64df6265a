"""Intervals: drawn by author, repeatable, and about as wide as they should be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit
from scipy.stats import binomtest

from interview_outcome.learning import bootstrap
from interview_outcome.learning.bootstrap import resampled, take_measures, wilson


def draw(rows, seed=1):
    random = np.random.default_rng(seed)
    log_odds = random.normal(0, 1, rows)
    return log_odds, (random.random(rows) < expit(log_odds)).astype(float)


def take(log_odds, results, groups=None, level=0.8, seed=0):
    forecasts = {"model": log_odds, "base_rate": np.full(len(results), logit(results.mean()))}
    groups = np.arange(len(results)) if groups is None else groups
    return take_measures(forecasts, results, groups, level=level, seed=seed)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.integers(0, 100))
def test_authors_are_drawn_whole(authors, seed):
    groups = np.unique(authors, return_inverse=True)[1]
    weights = np.concatenate(list(resampled(groups, 20, seed)))
    assert weights.shape == (20, len(groups))
    for author in range(groups.max() + 1):
        assert (weights[:, groups == author] == weights[:, groups == author][:, :1]).all()
    firsts = np.unique(groups, return_index=True)[1]
    assert (weights[:, firsts].sum(axis=1) == groups.max() + 1).all()


def test_resamples_are_the_same_in_blocks_of_any_size(monkeypatch):
    whole = np.concatenate(list(resampled(np.arange(30), 50, seed=3)))
    monkeypatch.setattr(bootstrap, "_CELLS_AT_ONCE", 90)
    blocks = list(resampled(np.arange(30), 50, seed=3))
    assert len(blocks) == 17
    assert (np.concatenate(blocks) == whole).all()


@given(st.integers(1, 60), st.data(), st.floats(0.5, 0.99))
def test_intervals_of_shares_are_those_of_scipy(rows, data, level):
    offers = data.draw(st.integers(0, rows))
    expected = binomtest(offers, rows).proportion_ci(level, method="wilson")
    assert wilson(offers, rows, level) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_the_same_seed_gives_the_same_intervals_and_another_one_nearly_the_same():
    log_odds, results = draw(300)
    first, again, other = take(log_odds, results), take(log_odds, results), take(log_odds, results, seed=1)
    assert first == again
    auc, other_auc = first.measures["model"]["auc"], other.measures["model"]["auc"]
    assert auc.value == other_auc.value
    assert auc != other_auc
    assert auc.low == pytest.approx(other_auc.low, abs=0.01)


def test_a_higher_level_is_wider_and_every_interval_holds_its_value():
    log_odds, results = draw(300)
    narrow, wide = take(log_odds, results, level=0.5), take(log_odds, results, level=0.95)
    for name, measure in narrow.measures["model"].items():
        outer = wide.measures["model"][name]
        assert outer.low <= measure.low <= measure.value <= measure.high <= outer.high, name


def test_the_interval_of_the_auc_is_as_wide_as_hanley_and_mcneil_say():
    log_odds, results = draw(400)
    value, low, high = take(log_odds, results, level=0.95).measures["model"]["auc"]
    offers, refusals = results.sum(), (1 - results).sum()
    first, second = value / (2 - value), 2 * value**2 / (1 + value)
    variance = value * (1 - value) + (offers - 1) * (first - value**2) + (refusals - 1) * (second - value**2)
    error = np.sqrt(variance / (offers * refusals))
    assert (high - low) / (2 * 1.96) == pytest.approx(error, rel=0.15)


def test_interviews_told_three_times_by_one_author_count_once():
    log_odds, results = draw(200)
    once = take(log_odds, results).measures["model"]["log_loss"]
    groups = np.repeat(np.arange(200), 3)
    thrice = take(np.repeat(log_odds, 3), np.repeat(results, 3), groups).measures["model"]["log_loss"]
    alone = take(np.repeat(log_odds, 3), np.repeat(results, 3)).measures["model"]["log_loss"]
    assert thrice == pytest.approx(once)
    assert alone.high - alone.low < 0.7 * (once.high - once.low)


def test_the_gain_is_measured_on_the_same_interviews():
    """Paired, it is surer than the two losses that it comes from."""
    log_odds, results = draw(300)
    found = take(log_odds, results).measures
    gain, loss = found["model"]["gain"], found["model"]["log_loss"]
    assert gain.value == pytest.approx(found["base_rate"]["log_loss"].value - loss.value)
    assert found["base_rate"]["gain"] == (0.0, 0.0, 0.0)
    assert gain.low > 0


def test_long_tables_are_drawn_less_often():
    assert take(*draw(100)).resamples == 1000
    assert take(*draw(50_000)).resamples == 400


def test_bins_hold_every_interview_and_the_curve_follows_the_recalibration():
    log_odds, results = draw(500)
    found = take(log_odds, results)
    assert sum(each.rows for each in found.bins) == 500
    assert sum(each.rows * each.offers for each in found.bins) == pytest.approx(results.sum())
    assert all(each.low <= each.offers <= each.high for each in found.bins)
    likelihoods = [point.likelihood for point in found.curve]
    assert likelihoods == sorted(likelihoods)
    assert likelihoods[0] == pytest.approx(expit(log_odds.min()))
    assert likelihoods[-1] == pytest.approx(expit(log_odds.max()))
    assert all(point.low <= point.offers <= point.high for point in found.curve)
    slope = found.measures["model"]["slope"].value
    first, last = found.curve[0], found.curve[-1]
    rise = logit(last.offers) - logit(first.offers)
    assert rise / (logit(last.likelihood) - logit(first.likelihood)) == pytest.approx(slope, abs=1e-6)


def test_what_has_no_value_has_no_interval_and_no_curve():
    results = np.tile([1.0, 0.0], 20)
    found = take(np.zeros(40), results)
    assert found.measures["model"]["slope"] == (None, None, None)
    assert found.curve == ()
    assert [each.rows for each in found.bins] == [40]


def test_a_value_that_no_resample_has_is_none():
    """Two interviews: half of the resamples are of one result alone, and the rest are told apart without a fault."""
    found = take(np.array([-1.0, 1.0]), np.array([0.0, 1.0]))
    assert found.measures["model"]["auc"] == (1.0, 1.0, 1.0)
    assert found.measures["model"]["slope"] == (None, None, None)
