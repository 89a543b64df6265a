"""Cross-validation fits what the build fits, and sees only what it may see."""

import numpy as np
import pytest
from baselines import BASELINES, answers, own_feeling, published_plain, unit_weights
from nested import _best_inside, _inside, nested
from study import load_trials
from validation import FOLDS, SURPRISES, Variant, overlap_step

from interview_outcome import rules, signals
from interview_outcome.features import FEATURES
from interview_outcome.model import shipped


@pytest.fixture(scope="module")
def trials():
    return load_trials()


@pytest.fixture(scope="module")
def chosen():
    from fitting import load_settings

    return Variant(load_settings()[1])


def test_all_cases_give_the_shipped_weights_and_scores(trials, chosen):
    everyone = np.arange(len(trials.cases))
    weights, found = trials.learn(chosen, everyone), trials.fit(chosen, everyone)
    model = shipped()
    assert np.allclose(weights, [model.weights[feature].weight for feature in FEATURES], atol=2e-6)
    ours = []
    for case in trials.cases:
        features = model.features(case.checklist)
        ours.append(sum(part.log_odds for part in model.contributions(features, {})[0]))
    level = found - ours
    assert np.ptp(level) < 1e-5
    likelihoods = 1 / (1 + np.exp(-found))
    assert likelihoods.mean() == pytest.approx(trials.results.mean(), abs=1e-9)


def test_folds_keep_authors_together(trials):
    dealt = trials.folds(3)
    assert set(dealt) == set(range(FOLDS))
    for author in set(trials.authors):
        assert len(set(dealt[trials.authors == author])) == 1
    assert (dealt != trials.folds(4)).any()


def test_a_fit_sees_only_its_training_cases(trials, chosen):
    training = np.flatnonzero(trials.folds(0) != 0)
    found = trials.fit(chosen, training)
    results = trials.results.copy()
    try:
        trials.results[trials.folds(0) == 0] = 1.0 - results[trials.folds(0) == 0]
        assert (trials.fit(chosen, training) == found).all()
    finally:
        trials.results[:] = results


def test_surprises_may_be_taught_by_diaries_only(trials, chosen):
    from fitting import make_prior

    variant = chosen.but(learning="no surprises")
    prior = make_prior(chosen.settings).mean
    afterwards = trials.learn(variant, np.flatnonzero(~trials.before))
    assert (afterwards[SURPRISES] == prior[SURPRISES]).all()
    diaries = trials.learn(variant, np.flatnonzero(trials.before))
    assert (diaries[SURPRISES] != prior[SURPRISES]).any()


def test_variants_differ(trials, chosen):
    everyone = np.arange(len(trials.cases))
    usual = trials.fit(chosen, everyone)
    changes = (
        {"overlap_step": 1.0}, {"combinations": False}, {"learning": "no surprises, no complaints"},
        {"after_weight": 1.0}, {"global_factor": 0.3}, {"width_factor": 3.0}, {"waiting_factor": 0.0},
        {"intercepts": "one"}, {"intercepts": "by written and stage"},
    )  # fmt: skip
    for change in changes:
        assert np.abs(trials.fit(chosen.but(**change), everyone) - usual).max() > 1e-4, change


def test_the_overlap_step_is_put_back():
    own, seen = rules.OVERLAP_STEP, []

    def fail():
        seen.append(rules.OVERLAP_STEP)
        raise KeyError

    with pytest.raises(KeyError), overlap_step(0.9):
        fail()
    assert [*seen, rules.OVERLAP_STEP] == [0.9, own]


def test_the_choice_inside_does_not_see_the_outer_fold():
    rng = np.random.default_rng(2)
    dealt = np.arange(100) % FOLDS
    results = (rng.random(100) < 0.5).astype(float)
    inside = rng.normal(size=(30, 100))
    for outer in range(FOLDS):
        turned = np.where(dealt == outer, 1.0 - results, results)
        assert _best_inside(results, inside, dealt, outer) == _best_inside(turned, inside, dealt, outer)


def test_log_odds_inside_come_from_fits_without_both_folds():
    dealt = np.arange(10) % FOLDS
    pairs = {(a, b): np.full((1, 10), 10.0 * a + b) for a in range(FOLDS) for b in range(a + 1, FOLDS)}
    found = _inside(pairs | {2: np.zeros((1, 10))}, dealt, 2)[0]
    assert np.isnan(found[dealt == 2]).all()
    assert found[dealt == 0].tolist() == [2.0, 2.0]
    assert found[dealt == 4].tolist() == [24.0, 24.0]


def test_nested_gains_of_one_variant_are_those_of_plain_cross_validation(trials, chosen):
    said = []
    dealt = trials.folds(0)
    found = nested(trials, [chosen], [dealt], chosen, said.append)
    assert said == ["repeat 1 of 1: 1 variants"]
    gains = []
    for fold in range(FOLDS):
        training = np.flatnonzero(dealt != fold)
        share = trials.results[training].mean()
        here, log_odds = trials.results[dealt == fold], trials.fit(chosen, training)[dealt == fold]
        base = -np.where(here == 1, np.log(share), np.log(1 - share))
        gains += (base - np.logaddexp(0, log_odds) + here * log_odds).tolist()
    assert found.gains[0][0] == pytest.approx(np.mean(gains), abs=1e-12)
    assert sum(number for _, _, number in found.picked) == FOLDS
    assert len(found.slopes) == FOLDS


def test_baselines_are_what_their_names_say(trials):
    everyone = np.arange(len(trials.cases))
    feeling = own_feeling(trials, everyone)
    assert len(set(feeling.round(9))) == 3
    rows = answers(trials)
    assert rows.sum() == sum(len(case.checklist.answers) for case in trials.cases)
    published = [signals[s].weight_yes if answer else signals[s].weight_no for s, answer in FEATURES]
    plain = published_plain(trials, everyone)
    assert np.ptp(plain - rows @ published) < 1e-9
    counted = unit_weights(trials, everyone)
    assert np.corrcoef(counted, plain)[0, 1] > 0.8
    assert set(BASELINES) >= {"own feeling", "unit weights", "plain LogisticRegression"}
