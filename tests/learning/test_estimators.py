"""The rules and the prior in scikit-learn: its own checks, its tools, and the numbers of the scorer."""

import pickle
from fractions import Fraction

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_interviews import made_interviews
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.base import clone
from sklearn.calibration import CalibratedClassifierCV
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import parametrize_with_checks
from strategies import checklists

from interview_outcome import OutcomeError, learning, score
from interview_outcome.features import FEATURES
from interview_outcome.learning import PriorLogisticRegression, RuleFeatures, mode
from interview_outcome.learning.column_priors import COLUMN_NAMES, column_priors
from interview_outcome.learning.compression import expand
from interview_outcome.model import shipped

NO_TABLE = "its input is a table with columns named after signals; the check gives an array without names"
OWN_WORDS = "what is wrong is said in the words of this library; the check asks for those of scikit-learn"
# Every other check passes.
EXPECTED_FAILED_CHECKS = dict.fromkeys(
    (
        "check_fit_score_takes_y", "check_estimators_overwrite_params", "check_dont_overwrite_parameters",
        "check_estimators_fit_returns_self", "check_readonly_memmap_input", "check_n_features_in_after_fitting",
        "check_positive_only_tag_during_fit", "check_estimators_dtypes", "check_dtype_object",
        "check_pipeline_consistency", "check_estimators_pickle", "check_f_contiguous_array_estimator",
        "check_transformer_data_not_an_array", "check_transformer_general", "check_transformer_preserve_dtypes",
        "check_methods_sample_order_invariance", "check_methods_subset_invariance", "check_dict_unchanged",
        "check_fit_idempotent", "check_fit_check_is_fitted", "check_n_features_in", "check_fit2d_predict1d",
    ),
    NO_TABLE,
) | dict.fromkeys(
    ("check_complex_data", "check_estimators_empty_data_messages", "check_fit2d_1sample", "check_fit2d_1feature"),
    OWN_WORDS,
)  # fmt: skip


@pytest.mark.filterwarnings("ignore::UserWarning")
@parametrize_with_checks(
    [PriorLogisticRegression(), RuleFeatures()],
    expected_failed_checks=lambda estimator: (
        EXPECTED_FAILED_CHECKS if isinstance(estimator, RuleFeatures) else {}
    ),
)
def test_scikit_learn_checks(estimator, check):
    check(estimator)


@given(st.lists(checklists(), min_size=1, max_size=6))
def test_rules_and_a_ready_classifier_give_the_numbers_of_the_scorer(drawn):
    frame = pd.DataFrame([{"praised": None} | checklist | {"on": on} for checklist, on in drawn])
    likelihood = PriorLogisticRegression.from_model().predict_proba(RuleFeatures().fit_transform(frame))
    expected = [score(checklist, on=on).likelihood for checklist, on in drawn]
    assert likelihood[:, 1] == pytest.approx(expected, abs=1e-12)
    assert likelihood.sum(axis=1) == pytest.approx(1)


@pytest.fixture(scope="module")
def frame():
    return made_interviews(300, seed=4, stage="final")


@pytest.fixture(scope="module")
def results(frame):
    return frame["offer"].to_numpy()


def table(frame):
    return frame.drop(columns="offer")


def test_the_columns_that_come_out_have_names_and_can_be_a_frame(frame):
    rules = RuleFeatures().fit(table(frame))
    assert rules.n_features_in_ == len(rules.feature_names_in_) == 73
    assert rules.get_feature_names_out().tolist() == list(COLUMN_NAMES)
    plain = rules.transform(table(frame))
    for kind, made in (("pandas", pd.DataFrame), ("polars", pl.DataFrame)):
        named = RuleFeatures().set_output(transform=kind).fit_transform(table(frame))
        assert isinstance(named, made)
        assert list(named.columns) == list(COLUMN_NAMES)
        assert (named.to_numpy() == plain).all()


def test_what_was_fitted_to_one_table_refuses_another(frame):
    rules = RuleFeatures().fit(table(frame))
    with pytest.raises(ValueError, match="feature names should match"):
        rules.transform(table(frame).drop(columns="praised"))
    with pytest.raises(OutcomeError, match="Row 3, column 'praised'"):
        RuleFeatures().fit(pd.DataFrame({"praised": ["yes", "no", "maybe"]}))


def test_the_day_and_the_model_are_parameters(plain_model):
    frame = pd.DataFrame({"interviewed_on": ["2026-11-02"], "stage": "final"})
    silence = RuleFeatures(on="2026-12-01").set_output(transform="pandas").fit_transform(frame)["silence"]
    assert silence[0] < -0.3
    assert RuleFeatures().set_output(transform="pandas").fit_transform(frame)["silence"][0] == 0
    assert RuleFeatures(model=plain_model).fit(frame).get_params()["model"] is plain_model


@pytest.mark.parametrize("output", ["default", "pandas"])
def test_a_pipeline_learns_from_the_models_posterior(frame, results, output):
    pipeline = make_pipeline(RuleFeatures(), PriorLogisticRegression("shipped"))
    pipeline.set_output(transform=output).fit(table(frame), results)
    classifier = pipeline[-1]
    before = np.array([shipped().weights[feature].weight for feature in FEATURES])
    after = classifier.coef_[0, : len(FEATURES)]
    assert 0.05 < np.abs(after - before).max() < 1.5
    assert classifier.coef_[0, len(FEATURES) :].tolist() == [
        *(shipped().combinations[code][0] for code in COLUMN_NAMES[len(FEATURES) : -2]), 1.0, 1.0,
    ]  # fmt: skip
    spread = np.sqrt(np.diag(classifier.covariance_)[: len(FEATURES)])
    assert spread.mean() < 0.95 * np.sqrt(np.diag(expand(shipped().covariance))).mean()
    assert pipeline.score(table(frame), results) > 0.5


def test_signs_hold_as_in_the_model(frame, results):
    flipped = np.where(results == "yes", "no", "yes")
    classifier = make_pipeline(RuleFeatures(), PriorLogisticRegression(shipped())).fit(table(frame), flipped)[
        -1
    ]
    signs = column_priors(COLUMN_NAMES, shipped(), sd=1, factor=1, width=1).signs
    assert (classifier.coef_[0, : len(signs)] * signs >= 0).all()
    assert (classifier.coef_[0, : len(signs)] == 0).sum() > 20


def test_more_columns_than_the_model_knows_have_a_prior_of_their_own(frame, results):
    features = RuleFeatures().set_output(transform="pandas").fit_transform(table(frame))
    features["salary"] = np.where(results == "yes", 1.0, 0.0)
    loose, tight = (PriorLogisticRegression("shipped", sd=sd).fit(features, results) for sd in (3.0, 0.1))
    assert loose.coef_[0, -1] > 2
    assert 0 < tight.coef_[0, -1] < 0.5
    assert loose.feature_names_in_[-1] == "salary"


def test_columns_without_names_are_only_taken_for_those_of_the_rules():
    with pytest.raises(ValueError, match="The 3 columns have no names, and RuleFeatures makes 149"):
        PriorLogisticRegression("shipped").fit(np.eye(3), [0, 1, 1])


def test_without_a_model_it_is_ridge_regression_nearly():
    """A prior of pseudo-interviews of mean 0 is a logistic one; near its mode it is scikit-learn's penalty."""
    random = np.random.default_rng(0)
    X = random.normal(size=(400, 5))
    y = random.random(400) < 1 / (1 + np.exp(-X @ [0.3, -0.3, 0.2, 0.0, 0.1]))
    ours = PriorLogisticRegression(sd=0.5).fit(X, y)
    ridge = LogisticRegression(C=0.25, tol=1e-8).fit(X, y)
    assert ours.coef_ == pytest.approx(ridge.coef_, abs=0.01)
    assert ours.intercept_ == pytest.approx(ridge.intercept_, abs=0.01)
    without = PriorLogisticRegression(sd=0.5, fit_intercept=False).fit(X, y)
    assert without.intercept_.tolist() == [0.0]


def test_long_tables_give_the_curvature_of_the_last_step_from_all_rows():
    random = np.random.default_rng(0)
    X = random.normal(size=(45_000, 3))
    y = random.random(45_000) < 1 / (1 + np.exp(-X @ [1.0, -0.5, 0.2] + 0.3))
    ours = PriorLogisticRegression(sd=100.0).fit(X, y)
    plain = LogisticRegression(C=np.inf, tol=1e-10, solver="newton-cholesky").fit(X, y)
    assert ours.coef_ == pytest.approx(plain.coef_, abs=1e-6)
    likelihood = plain.predict_proba(X)[:, 1]
    rows = np.column_stack([X, np.ones(len(X))])
    curvature = rows.T @ (rows * (likelihood * (1 - likelihood))[:, None])
    assert ours.covariance_ == pytest.approx(np.linalg.inv(curvature)[:3, :3], rel=1e-5)


def repeated(rows):
    """Two columns in turns of two and three, a rare one, and one of another size; with the results."""
    random = np.random.default_rng(3)
    X = np.zeros((rows, 5))
    X[:, 0] = random.normal(size=rows)
    X[1::2, 1] = 1.0
    X[2::3, 2] = 1.0
    X[random.choice(rows, 30, replace=False), 3] = 1.0
    X[:, 4] = 20.0 * random.random(rows)
    return X, random.random(rows) < expit(X @ [0.5, 1.0, -0.7, 1.0, 0.1] - 1.0)


def by_scipy(X, y, sd):
    """The same posterior by another method, from its own words: a logistic prior of mean 0 on each weight."""
    rows = np.column_stack([X, np.ones(len(X))])
    worth = np.append(np.full(X.shape[1], 4.0 / sd**2), 0.0)

    def loss(weights):
        log_odds, prior = rows @ weights, worth * (np.logaddexp(0, weights) - weights / 2)
        return (np.logaddexp(0, log_odds) - y * log_odds).sum() + prior.sum()

    def slope(weights):
        return rows.T @ (expit(rows @ weights) - y) + worth * (expit(weights) - 0.5)

    def bend(weights):
        likelihood, prior = expit(rows @ weights), expit(weights)
        curvature = rows.T @ (rows * (likelihood * (1 - likelihood))[:, None])
        return curvature + np.diag(worth * prior * (1 - prior))

    start = np.zeros(rows.shape[1])
    found = minimize(loss, start, jac=slope, hess=bend, method="trust-exact", options={"gtol": 1e-6}).x
    return found, np.linalg.inv(bend(found))[:-1, :-1]


@pytest.mark.parametrize("sd", [0.5, 100.0])
def test_the_order_of_a_long_table_changes_nothing_and_all_of_its_rows_count(sd):
    """Rows in turns, as where everybody has two: no every so many of them is like the whole."""
    X, y = repeated(30_000)
    shuffled = np.random.default_rng(0).permutation(len(X))
    ours = PriorLogisticRegression(sd=sd).fit(X, y)
    again = PriorLogisticRegression(sd=sd).fit(X[shuffled], y[shuffled])
    spread, spread_again = (np.sqrt(np.diag(each.covariance_)) for each in (ours, again))
    assert again.coef_ == pytest.approx(ours.coef_, abs=1e-9)
    assert again.intercept_ == pytest.approx(ours.intercept_, abs=1e-9)
    assert spread_again == pytest.approx(spread, abs=1e-9)
    weights, covariance = by_scipy(X, y, sd)
    assert np.append(ours.coef_, ours.intercept_) == pytest.approx(weights, abs=1e-6)
    assert ours.covariance_ == pytest.approx(covariance, rel=1e-6, abs=1e-12)
    assert ours.n_iter_ < 20


def test_a_fit_that_does_not_come_to_its_end_warns(monkeypatch):
    X, y = repeated(1000)
    monkeypatch.setattr(mode, "_MOST_STEPS", 1)
    with pytest.warns(ConvergenceWarning, match="After 1 steps the fit has not converged"):
        assert PriorLogisticRegression(sd=100.0).fit(X, y).n_iter_ == 1
    X, y = repeated(20_000)
    with pytest.warns(ConvergenceWarning):
        PriorLogisticRegression(sd=100.0).fit(X, y)


def test_classes_may_have_any_names_and_the_second_is_the_likely_one_above_one_half():
    X, y = np.array([[1.0], [1.0], [0.0], [0.0]]), np.array(["offer", "offer", "none", "offer"])
    classifier = PriorLogisticRegression().fit(X, y)
    assert classifier.classes_.tolist() == ["none", "offer"]
    assert (classifier.predict(X) == "offer").tolist() == (classifier.predict_proba(X)[:, 1] > 0.5).tolist()


def test_grid_search_chooses_factor_and_width_in_several_processes(frame, results):
    pipeline = make_pipeline(RuleFeatures(), PriorLogisticRegression("shipped"))
    grid = {"priorlogisticregression__width": [0.5, 1.0, 2.0], "priorlogisticregression__factor": [0.0, 1.0]}
    search = GridSearchCV(pipeline, grid, scoring="neg_log_loss", cv=3, n_jobs=2).fit(table(frame), results)
    assert search.best_params_["priorlogisticregression__factor"] == 1.0
    assert search.best_score_ > -0.7


def test_it_can_be_calibrated_copied_and_pickled(frame, results):
    pipeline = make_pipeline(RuleFeatures(), PriorLogisticRegression("shipped", width=2.0))
    calibrated = CalibratedClassifierCV(pipeline, cv=3).fit(table(frame), results)
    likelihood = calibrated.predict_proba(table(frame))[:, 1]
    assert likelihood.mean() == pytest.approx((results == "yes").mean(), abs=0.05)
    assert len(cross_val_score(clone(pipeline), table(frame), results, cv=3)) == 3
    fitted = pipeline.fit(table(frame), results)
    again = pickle.loads(pickle.dumps(fitted))
    assert (again.predict_proba(table(frame)) == fitted.predict_proba(table(frame))).all()


def test_numbers_of_numpy_are_numbers(frame, results):
    pipeline = make_pipeline(RuleFeatures(), PriorLogisticRegression("shipped"))
    grid = {
        "priorlogisticregression__width": np.arange(1, 3),
        "priorlogisticregression__factor": np.arange(0, 2),
    }
    search = GridSearchCV(pipeline, grid, scoring="neg_log_loss", cv=3, error_score="raise")
    assert search.fit(table(frame), results).best_params_["priorlogisticregression__factor"] == 1
    X, y = np.eye(4), [0, 1, 1, 0]
    plain = PriorLogisticRegression(sd=0.5).fit(X, y)
    for sd in (np.float32(0.5), np.float64(0.5), np.longdouble(0.5), Fraction(1, 2)):
        assert (PriorLogisticRegression(sd=sd).fit(X, y).coef_ == plain.coef_).all()


def test_a_ready_classifier_takes_the_columns_of_the_rules_in_their_order_alone(frame):
    ready = PriorLogisticRegression.from_model()
    assert ready.feature_names_in_.tolist() == list(COLUMN_NAMES)
    features = RuleFeatures().set_output(transform="pandas").fit_transform(table(frame))
    expected = ready.predict_proba(features.to_numpy())
    assert (ready.predict_proba(features) == expected).all()
    assert (ready.predict_proba(features.to_numpy().tolist()) == expected).all()
    for other in (features[features.columns[::-1]], features.drop(columns="silence")):
        with pytest.raises(
            ValueError, match="The feature names should match those that were passed during fit"
        ):
            ready.predict_proba(other)
    with pytest.raises(ValueError, match="X has 3 features, but PriorLogisticRegression is expecting 149"):
        ready.predict_proba(np.eye(3))
    with pytest.raises(ValueError, match="Input X contains NaN"):
        ready.predict_proba(np.full((1, len(COLUMN_NAMES)), np.nan))
    assert not hasattr(ready.fit(features.to_numpy(), np.resize([0, 1], len(features))), "feature_names_in_")


@pytest.mark.parametrize(("parameters", "message"), [
    ({"sd": 0}, "sd is 0; allowed: a number above 0"),
    ({"width": float("inf")}, "width is inf; allowed"),
    ({"sd": "wide"}, "sd is 'wide'; allowed"),
    ({"factor": float("nan")}, "factor is nan; allowed: a number"),
    ({"factor": None}, "factor is None; allowed: a number"),
    ({"factor": True}, r"factor is True; allowed: a number\."),
    ({"width": np.True_}, r"width is np.True_; allowed: a number above 0\."),
    ({"sd": np.float32(-1)}, r"sd is np.float32\(-1.0\); allowed: a number above 0\."),
    ({"model": "mine"}, "model is 'mine'; allowed: None, 'shipped', or a Model"),
])  # fmt: skip
def test_wrong_parameters_are_said_in_words(parameters, message):
    with pytest.raises(ValueError, match=message):
        PriorLogisticRegression(**parameters).fit(np.eye(2), [0, 1])


def test_rows_that_count_for_nothing_are_no_second_class():
    X, y = np.eye(3), np.array([0, 1, 1])
    with pytest.raises(ValueError, match=r"The rows that count are of one class, \[1\]; two are needed"):
        PriorLogisticRegression().fit(X, y, sample_weight=[0, 1, 1])


def test_the_room_gives_its_two_citizens_and_nothing_else():
    assert learning.PriorLogisticRegression is PriorLogisticRegression
    with pytest.raises(AttributeError, match="has no attribute 'Ridge'"):
        _ = learning.Ridge


def test_a_missing_package_is_named_with_the_command_that_installs_it(monkeypatch):
    import importlib
    import importlib.util

    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "sklearn" else real(name))
    with pytest.raises(OutcomeError, match=r'pip install "interview-outcome\[learn\]"'):
        importlib.reload(learning)
    monkeypatch.undo()
    importlib.reload(learning)
