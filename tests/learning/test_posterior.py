"""The posterior: held against scikit-learn, against Bayes by hand, and against its own promises."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from sklearn.linear_model import LogisticRegression

from interview_outcome.learning.mode import Interviews, find_mode
from interview_outcome.learning.posterior import (
    directions,
    fit_posterior,
    interviews_worth,
    pseudo_interviews,
)

FEATURES = 4
seeds = st.integers(0, 2**32 - 1)


def draw_interviews(seed, rows=60, features=FEATURES):
    random = np.random.default_rng(seed)
    shares = random.choice([0.0, 0.25, 0.5, 1.0], size=(rows, features))
    log_odds = shares @ random.normal(0, 1.5, features) - 0.5
    results = (random.random(rows) < 1 / (1 + np.exp(-log_odds))).astype(float)
    results[:2] = 0.0, 1.0
    return shares, results, random.uniform(0.3, 2.0, rows), random


def by_scikit_learn(shares, results, counts, mean, sd):
    """The same prior as two rows for each weight, by scikit-learn's own solver."""
    features = len(mean)
    rows = np.vstack([np.eye(features), np.eye(features), shares])
    rows = np.column_stack([rows, np.repeat([0.0, 1.0], [2 * features, len(shares)])])
    weight = np.concatenate([(1 + np.exp(mean)) / sd**2, (1 + np.exp(-mean)) / sd**2, counts])
    targets = np.concatenate([np.ones(features), np.zeros(features), results])
    solver = LogisticRegression(
        C=np.inf, solver="newton-cholesky", fit_intercept=False, tol=1e-12, max_iter=500
    )
    return solver.fit(rows, targets, sample_weight=weight).coef_[0]


@given(seeds)
@settings(deadline=None, max_examples=30)
def test_the_mode_is_that_of_scikit_learn_on_pseudo_interviews(seed):
    shares, results, counts, random = draw_interviews(seed)
    mean, sd = random.normal(0, 1, FEATURES), random.uniform(0.3, 2, FEATURES)
    learned = fit_posterior(shares, results, counts, mean, sd)
    expected = by_scikit_learn(shares, results, counts, mean, sd)
    assert np.append(learned.weights, learned.intercept) == pytest.approx(expected, abs=1e-7)
    assert not learned.stopped.any()


@given(seeds)
@settings(deadline=None)
def test_without_interviews_the_posterior_is_the_prior(seed):
    random = np.random.default_rng(seed)
    mean, sd = random.normal(0, 3, FEATURES), random.uniform(0.05, 3, FEATURES)
    learned = fit_posterior(np.zeros((0, FEATURES)), np.zeros(0), np.zeros(0), mean, sd)
    assert learned.weights == pytest.approx(mean, rel=1e-11, abs=1e-12)
    assert learned.covariance == pytest.approx(np.diag(sd**2), abs=1e-9)
    assert learned.intercept == 0.0


@given(seeds)
@settings(deadline=None)
def test_without_interviews_a_correlated_prior_comes_back_whole(seed):
    random = np.random.default_rng(seed)
    root = random.normal(0, 1, (FEATURES, FEATURES))
    weights, covariance = random.normal(0, 1, FEATURES), root @ root.T + 0.1 * np.eye(FEATURES)
    along, mean, sd = directions(weights, covariance)
    learned = fit_posterior(np.zeros((0, FEATURES)), np.zeros(0), np.zeros(0), mean, sd, along=along)
    assert learned.weights == pytest.approx(weights, abs=1e-10)
    assert learned.covariance == pytest.approx(covariance, abs=1e-8)


def test_a_covariance_that_rounding_has_made_flat_is_a_belief_that_nothing_moves():
    along, mean, sd = directions(np.array([1.0, 1.0]), np.ones((2, 2)))
    assert sd.min() == pytest.approx(1e-4)
    learned = fit_posterior(
        np.eye(2), np.array([1.0, 0.0]), np.full(2, 50.0), mean, sd, along=along, intercept=False
    )
    assert learned.weights[0] == pytest.approx(learned.weights[1], abs=1e-4)


def test_learning_twice_is_learning_at_once_where_the_posterior_is_nearly_normal():
    shares, results, counts, _ = draw_interviews(1, rows=4000)
    mean, sd = np.zeros(FEATURES), np.full(FEATURES, 0.5)
    first = fit_posterior(shares[:2000], results[:2000], counts[:2000], mean, sd, intercept=False)
    along, then, spread = directions(first.weights, first.covariance)
    twice = fit_posterior(
        shares[2000:], results[2000:], counts[2000:], then, spread, along=along, intercept=False
    )
    once = fit_posterior(shares, results, counts, mean, sd, intercept=False)
    assert twice.weights == pytest.approx(once.weights, abs=0.01)
    assert np.diag(twice.covariance) == pytest.approx(np.diag(once.covariance), rel=0.02)


def test_in_parts_the_covariance_of_intercept_and_weights_makes_the_difference():
    """Carried along, ten parts are about as unsure as the whole; without it the same knowledge counts twice."""
    shares, results, counts, _ = draw_interviews(3, rows=2000)
    rows = np.column_stack([shares, np.ones(len(shares))])
    kept = {}
    for name, parts in (("whole", 1), ("carried", 10), ("dropped", 10)):
        weights, covariance = np.zeros(FEATURES + 1), np.eye(FEATURES + 1) * 0.4**2
        for part in range(parts):
            along, mean, sd = directions(weights, covariance)
            here = slice(part, None, parts)
            learned = fit_posterior(
                rows[here], results[here], counts[here], mean, sd, along=along, intercept=False
            )
            weights, covariance = learned.weights, learned.covariance.copy()
            if name == "dropped":
                covariance[-1, :-1] = covariance[:-1, -1] = 0.0
        kept[name] = np.sqrt(np.diag(covariance))
    assert kept["carried"] == pytest.approx(kept["whole"], rel=0.15)
    assert (kept["carried"] > 0.98 * kept["whole"]).all()
    assert kept["dropped"][-1] < 0.6 * kept["whole"][-1]
    assert (kept["dropped"] < kept["carried"]).all()


def test_ever_more_interviews_lead_to_plain_logistic_regression():
    plain = LogisticRegression(C=np.inf, tol=1e-10, max_iter=1000)
    gaps = []
    for rows in (500, 5000, 50_000):
        shares, results, _, _ = draw_interviews(2, rows=rows)
        learned = fit_posterior(
            shares, results, np.ones(rows), np.full(FEATURES, 2.0), np.full(FEATURES, 0.7)
        )
        gaps.append(np.abs(learned.weights - plain.fit(shares, results).coef_[0]).max())
    assert gaps[0] > gaps[1] > gaps[2]
    assert gaps[2] < 0.02


@given(seeds)
@settings(deadline=None, max_examples=50)
def test_signs_hold_and_nothing_better_lies_on_their_side(seed):
    """The conditions of Karush, Kuhn and Tucker: no weight could move and make the fit better."""
    shares, results, counts, random = draw_interviews(seed)
    signs = random.choice([-1.0, 0.0, 1.0], FEATURES)
    mean, sd = np.abs(random.normal(0, 0.5, FEATURES)) * signs, random.uniform(0.3, 2, FEATURES)
    learned = fit_posterior(shares, results, counts, mean, sd, signs=signs)
    assert (learned.weights * signs >= 0).all()
    assert (learned.weights[learned.stopped] == 0).all()
    prior = pseudo_interviews(mean, sd)
    slope = prior.counts * (1 / (1 + np.exp(-learned.weights)) - prior.results)
    likelihood = 1 / (1 + np.exp(-(shares @ learned.weights + learned.intercept)))
    slope += shares.T @ (counts * (likelihood - results))
    assert slope[~learned.stopped] == pytest.approx(0.0, abs=1e-6)
    assert (slope[learned.stopped] * signs[learned.stopped] > 0).all()


@given(seeds)
@settings(deadline=None, max_examples=30)
def test_a_known_part_of_the_log_odds_is_not_learned(seed):
    shares, results, counts, random = draw_interviews(seed)
    mean, sd = np.zeros(FEATURES), np.ones(FEATURES)
    known = random.normal(0, 1, len(results))
    shifted = fit_posterior(shares, results, counts, mean, sd, offset=known + 3.0)
    plain = fit_posterior(shares, results, counts, mean, sd, offset=known)
    assert shifted.weights == pytest.approx(plain.weights, abs=1e-8)
    assert shifted.intercept == pytest.approx(plain.intercept - 3.0, abs=1e-8)


def test_cases_of_one_result_alone_say_nothing_where_their_mix_means_nothing():
    mean, sd = np.array([0.4, -0.2]), np.array([0.5, 0.5])
    learned = fit_posterior(np.eye(2), np.ones(2), np.ones(2), mean, sd)
    assert learned.weights == pytest.approx(mean, abs=1e-12)
    assert learned.intercept == 0.0


def test_cases_of_one_result_alone_count_where_they_are_a_full_record():
    learned = fit_posterior(np.eye(1), np.ones(1), np.ones(1), np.zeros(1), np.ones(1), intercept=False)
    assert learned.weights[0] > 0
    assert learned.intercept == 0.0


def test_mode_and_covariance_are_close_to_the_exact_posterior():
    """One weight, six interviews: Bayes' rule by numerical integration."""
    mean, sd, offers, refusals = 0.5, 0.4, 4, 2
    first, second = (1 + np.exp(mean)) / sd**2 + offers, (1 + np.exp(-mean)) / sd**2 + refusals

    def density(weight):
        return np.exp(-first * np.logaddexp(0, -weight) - second * np.logaddexp(0, weight) + 30)

    total = quad(density, -10, 10)[0]
    centre = quad(lambda weight: weight * density(weight), -10, 10)[0] / total
    spread = quad(lambda weight: (weight - centre) ** 2 * density(weight), -10, 10)[0] / total
    rows, results = np.ones((6, 1)), np.repeat([1.0, 0.0], [offers, refusals])
    learned = fit_posterior(rows, results, np.ones(6), np.array([mean]), np.array([sd]), intercept=False)
    assert learned.weights[0] == pytest.approx(np.log(first / second), abs=1e-12)
    assert learned.weights[0] == pytest.approx(centre, abs=0.1 * np.sqrt(spread))
    assert learned.covariance[0, 0] == pytest.approx(spread, rel=0.05)


def test_a_prior_is_worth_the_interviews_that_are_needed_to_match_its_precision():
    mean, sd = np.array([0.0, 1.0]), np.array([0.5, 0.7])
    worth = interviews_worth(mean, sd)
    likelihood = 1 / (1 + np.exp(-mean))
    assert worth * likelihood * (1 - likelihood) == pytest.approx(1 / sd**2)


def test_a_step_that_overshoots_is_halved():
    """Far out on the flat part of the curve Newton's full step would leap away."""
    seen = Interviews(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), np.ones(4), np.zeros(4))
    mode = find_mode([seen], np.array([-9.0]), np.zeros(1))
    assert mode.weights == pytest.approx(np.log(3.0), abs=1e-9)
    assert mode.steps > 1


def test_two_weights_that_press_outwards_together_are_both_held():
    random = np.random.default_rng(5)
    shared = random.normal(0, 1, (200, 1))
    rows = shared + 0.1 * random.normal(0, 1, (200, 3))
    results = (random.random(200) < 1 / (1 + np.exp(2 * shared[:, 0]))).astype(float)
    learned = fit_posterior(rows, results, np.ones(200), np.zeros(3), np.ones(3), signs=np.ones(3))
    assert learned.weights.tolist() == [0.0, 0.0, 0.0]
    assert learned.stopped.all()
