"""Evaluations: the numbers of the scorer, honest baselines, and messages for what cannot be evaluated."""

import json
from dataclasses import FrozenInstanceError, replace

import numpy as np
import pandas as pd
import polars as pl
import pytest
from made_interviews import made_interviews
from scipy.special import expit, logit
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

from interview_outcome import Evaluation, OutcomeError, evaluate, score
from interview_outcome.learning.baselines import TITLES, baseline_forecasts, forecast, out_of_fold
from interview_outcome.learning.metrics import METRICS
from interview_outcome.learning.outcomes import read_outcomes
from interview_outcome.model import shipped

NAMES = ("praised", "cut_short", "interest_stated", "contact_date_given", "candidate_felt_good", "test_passed",
         "vacancy_sold", "sudden_requirements")  # fmt: skip


@pytest.fixture(scope="module")
def frame():
    """Two hundred interviews by sixty authors, that follow the model."""
    stages = np.resize(["first", "final", "later", None], 200)
    made = made_interviews(200, seed=3, names=NAMES, known=0.6, stage=stages)
    return made.assign(author=np.resize([f"a{number}" for number in range(60)], 200))


@pytest.fixture(scope="module")
def evaluation(frame):
    return evaluate(frame)


def checklists(frame):
    return frame.drop(columns=["offer", "author"], errors="ignore").to_dict("records")


def test_the_measures_are_those_of_the_scores_one_by_one(frame, evaluation):
    likelihood = np.array([score(checklist).likelihood for checklist in checklists(frame)])
    results = (frame["offer"] == "yes").to_numpy(dtype=float)
    measures = evaluation.measures
    assert measures["log_loss"].value == pytest.approx(log_loss(results, likelihood), abs=1e-9)
    assert measures["brier"].value == pytest.approx(brier_score_loss(results, likelihood), abs=1e-9)
    assert measures["auc"].value == pytest.approx(roc_auc_score(results, likelihood), abs=1e-9)
    parts = measures["reliability"].value - measures["resolution"].value + measures["uncertainty"].value
    assert parts == pytest.approx(measures["brier"].value, abs=1e-9)
    base = np.array([score(checklist).base_rate for checklist in checklists(frame)])
    gain = log_loss(results, base) - log_loss(results, likelihood)
    assert measures["gain"].value == pytest.approx(gain, abs=1e-9)
    assert evaluation.baselines["base_rate"]["log_loss"].value == pytest.approx(
        log_loss(results, base), abs=1e-9
    )


def test_an_evaluation_says_what_it_rests_on(frame, evaluation):
    assert (evaluation.rows, evaluation.offers) == (200, int((frame["offer"] == "yes").sum()))
    assert (evaluation.authors, evaluation.base_rate, evaluation.level, evaluation.seed) == (
        60,
        "model",
        0.8,
        0,
    )
    assert (evaluation.model_version, evaluation.model_date) == (shipped().version, shipped().created)
    assert list(evaluation.measures) == [metric.name for metric in METRICS]
    assert list(evaluation.baselines) == [name for name in TITLES if name != "against"]
    assert list(evaluation.differences) == list(evaluation.baselines)
    assert evaluation.against_version is None
    with pytest.raises(FrozenInstanceError):
        evaluation.rows = 1


def test_the_same_call_gives_the_same_evaluation_and_any_frame_will_do(frame, evaluation):
    assert evaluate(frame) == evaluation
    assert evaluate(pl.from_pandas(frame)) == evaluation
    other = evaluate(frame, seed=7)
    assert other.measures["auc"].value == evaluation.measures["auc"].value
    assert other.measures["auc"] != evaluation.measures["auc"]


def test_another_day_and_another_model_are_used(frame):
    dated = frame.assign(interviewed_on="2026-11-02")
    silent = evaluate(dated, on="2026-12-20")
    assert silent.measures["intercept"].value > evaluate(dated).measures["intercept"].value
    timid = replace(
        shipped(),
        version="timid",
        weights={
            each: weight._replace(weight=weight.weight / 3) for each, weight in shipped().weights.items()
        },
    )
    found = evaluate(frame, model=timid)
    assert found.model_version == "timid"
    plain, timid_log_odds = (forecast(read_outcomes(frame), each, "model")[0] for each in (shipped(), timid))
    assert timid_log_odds.std() < plain.std()
    assert found.measures["slope"].value > evaluate(frame).measures["slope"].value


def changed(factor, version="changed"):
    """Give the shipped model with all weights times a factor."""
    found = {
        each: weight._replace(weight=weight.weight * factor) for each, weight in shipped().weights.items()
    }
    return replace(shipped(), version=version, weights=found)


def test_another_model_is_measured_on_the_same_interviews_and_its_difference_is_paired(frame):
    """Resampled here once more by hand: as wide as it says, and narrower than two intervals on their own."""
    other = changed(0.5)
    found = evaluate(frame, against=other)
    assert found.against_version == "changed"
    assert next(iter(found.baselines)) == "against"
    assert found.baselines["against"] == evaluate(frame, model=other).measures
    results = (frame["offer"] == "yes").to_numpy(dtype=float)
    log_odds = [forecast(read_outcomes(frame), each, "model")[0] for each in (shipped(), other)]
    losses = [np.logaddexp(0.0, each) - results * each for each in log_odds]
    value, low, high = found.differences["against"]
    assert value == pytest.approx((losses[0] - losses[1]).mean(), abs=1e-12)
    people = (
        pd.Series(losses[0] - losses[1]).groupby(frame["author"].to_numpy()).agg(["sum", "size"]).to_numpy()
    )
    drawn = people[np.random.default_rng(5).integers(60, size=(4000, 60))].sum(axis=1)
    expected = np.quantile(drawn[:, 0] / drawn[:, 1], [0.1, 0.9])
    assert [low, high] == pytest.approx(expected, abs=0.15 * (high - low))
    alone = found.measures["log_loss"]
    assert high - low < (alone.high - alone.low) / 2
    gain, difference = found.measures["gain"], found.differences["base_rate"]
    assert (difference.low, difference.high) == pytest.approx((-gain.high, -gain.low), abs=1e-9)


def test_the_other_model_too_takes_the_mix_of_the_sample(frame):
    low = replace(shipped(), base_rates=shipped().base_rates._replace(stages=dict.fromkeys(
        shipped().base_rates.stages, (0.01, 0.5))))  # fmt: skip
    assert evaluate(frame, against=low).differences["against"].high < 0
    found = evaluate(frame, against=low, base_rate="sample").differences["against"]
    assert list(found) == pytest.approx([0, 0, 0], abs=1e-9)


def test_what_is_better_beyond_chance_is_named_with_what_follows(frame):
    def remark(**arguments):
        return {each.code: each.text for each in evaluate(**arguments).remarks}.get("beaten")

    assert remark(frame=frame, against=changed(0.0)) is None
    turned = remark(frame=frame, model=changed(-1.0), against=shipped())
    assert turned.startswith(
        "Lower log loss than the model, by more than chance (80% interval): The other model, "
    )
    assert "even the order in which they put interviews may be chance" in turned
    assert turned.endswith("measure with the mix of the sample (base_rate) first. Keep the other model.")
    steep = remark(frame=frame, model=changed(4.0), base_rate="sample")
    assert "to put interviews in order they may serve (AUC). To mend it, fit the model to" in steep
    without = {
        each: weight._replace(weight=0.0) if each[0] == "interest_stated" else weight
        for each, weight in shipped().weights.items()
    }
    blind = remark(
        frame=frame, model=replace(shipped(), weights=without), against=shipped(), base_rate="sample"
    )
    assert (
        "Slope and intercept say nothing against these likelihoods, but more can be told apart. Keep" in blind
    )
    with pytest.warns(UserWarning, match="Only 29 interviews"):
        assert remark(frame=frame.head(29), model=changed(-3.0)) is None


def test_with_the_mix_of_the_sample_one_number_stands_for_all_base_rates(frame):
    found = evaluate(frame, base_rate="sample")
    results = (frame["offer"] == "yes").to_numpy(dtype=float)
    evidence = np.array(
        [
            logit(score(checklist).likelihood) - logit(score(checklist).base_rate)
            for checklist in checklists(frame)
        ]
    )
    log_odds, start = forecast(read_outcomes(frame), shipped(), "sample")
    assert log_odds == pytest.approx(evidence + start, abs=1e-9)
    assert expit(log_odds).mean() == pytest.approx(results.mean(), abs=1e-9)
    assert found.measures["intercept"].value == pytest.approx(0, abs=1e-9)
    share = results.mean()
    uncertain = -(share * np.log(share) + (1 - share) * np.log(1 - share))
    assert found.baselines["base_rate"]["log_loss"].value == pytest.approx(uncertain)
    assert found.baselines["base_rate"]["slope"] == (None, None, None)
    assert found.remarks[-1].code == "sample_base_rate"
    assert f"{expit(start):.1%} for all" in found.remarks[-1].text


def test_published_weights_alone_are_the_scores_of_a_model_that_never_learned(frame):
    published = replace(
        shipped(),
        weights={each: weight._replace(weight=weight.scaled) for each, weight in shipped().weights.items()},
    )
    found = baseline_forecasts(read_outcomes(frame), shipped(), "model", 0)["published_weights"]
    expected = [logit(score(checklist, model=published).likelihood) for checklist in checklists(frame)]
    assert found == pytest.approx(expected, abs=1e-9)


def test_the_base_rate_takes_no_evidence_from_dates(frame):
    dated = frame.assign(interviewed_on="2026-11-02", contact_by="2026-11-06", candidates=4)
    found = baseline_forecasts(read_outcomes(dated, on="2026-12-20"), shipped(), "model", 0)["base_rate"]
    assert found == pytest.approx(logit(0.3))


def test_what_a_sceptic_fits_is_fitted_to_other_authors():
    """An answer that tells whose interview it is, and each author's result: of no use for other authors."""
    told = np.resize(["yes", "no"], 40)
    own = pd.DataFrame({"praised": told, "offer": told, "author": [f"a{number}" for number in range(40)]})
    once = evaluate(own)
    assert once.baselines["logistic_regression"]["auc"].value == 1.0
    rows = pd.DataFrame({name: np.where(np.arange(40) // 2 == place, "yes", None) for place, name in
                         enumerate(["praised", "cut_short", "referred", "ran_long", "office_tour"])})  # fmt: skip
    paired = rows.assign(offer=np.repeat(np.resize(["yes", "no"], 20), 2))
    grouped = evaluate(paired.assign(author=np.repeat([f"a{number}" for number in range(20)], 2)))
    alone = evaluate(paired)
    assert alone.baselines["logistic_regression"]["log_loss"].value < (
        grouped.baselines["logistic_regression"]["log_loss"].value - 0.01
    )


def test_unit_weights_count_signs_for_and_against():
    """Ten good signs and one: the forecast follows their number, whatever they weigh."""
    good = ["praised", "referred", "interest_stated", "office_tour", "vacancy_sold", "test_passed"]
    counts = np.arange(60) % 7
    frame = pd.DataFrame({name: np.where(counts > place, "yes", "no") for place, name in enumerate(good)})
    frame = frame.assign(offer=np.where(counts + np.arange(60) % 3 > 4, "yes", "no"))
    found = baseline_forecasts(read_outcomes(frame), shipped(), "model", 0)["unit_weights"]
    means = [found[counts == count].mean() for count in range(7)]
    assert means == sorted(means)
    assert means[6] - means[0] > 2


def test_own_feeling_is_left_out_where_nobody_told_it(frame):
    silent = frame.drop(columns="candidate_felt_good")
    for other in (silent, silent.assign(candidate_felt_good=None)):
        assert "own_feeling" not in evaluate(other).baselines


def test_context_helps_plain_regression_too():
    """Results that hang on stage and candidates alone."""
    stages, candidates = np.resize(["final", "first"], 80), np.repeat([2, None], 40)
    offers = (stages == "final") & (candidates == 2)
    frame = pd.DataFrame({"stage": stages, "candidates": candidates, "structured": True,
                          "offer": np.where(offers, "yes", "no")})  # fmt: skip
    frame.loc[::10, "offer"] = "no"
    found = evaluate(frame)
    assert found.baselines["logistic_regression"]["auc"].value > 0.9
    assert found.baselines["unit_weights"]["auc"].value < 0.6


def test_a_fold_whose_others_are_of_one_result_is_told_the_usual_one():
    columns, results = np.array([[1.0], [0.0], [0.0]]), np.array([1.0, 0.0, 0.0])
    log_odds = out_of_fold(columns, results, np.array([0, 1, 1]))
    assert log_odds[0] == pytest.approx(np.log(0.5 / 2.5))
    assert (log_odds[1:] == np.log(1.5 / 0.5)).all()


def test_two_interviews_are_enough_if_they_differ():
    with pytest.warns(UserWarning, match="Only"):
        found = evaluate(pd.DataFrame({"praised": ["yes", "no"], "offer": ["yes", "no"]}))
    assert found.measures["auc"].value == 1.0
    assert [remark.code for remark in found.remarks] == ["few_rows", "few_of_one_result", "few_of_one_result"]
    str(found)


@pytest.mark.parametrize(("results", "message"), [
    ([], "There is no interview with a known result. Fill in the column 'offer'."),
    ([None, ""], "There is no interview with a known result"),
    (["yes", "yes"], "All 2 interviews ended with an offer: with one result alone nothing can be compared. Add"),
    (["no", "no", None], "All 2 interviews ended without an offer"),
])  # fmt: skip
def test_without_both_results_nothing_can_be_evaluated(results, message):
    with pytest.raises(OutcomeError, match=message):
        evaluate(pd.DataFrame({"praised": ["yes"] * len(results), "offer": results}))


def test_all_wrong_arguments_are_told_at_once(frame):
    with pytest.raises(OutcomeError) as caught:
        evaluate(frame, model="model.json", against="shipped", base_rate="mine", level=80, seed=-1)
    assert [problem.code for problem in caught.value.problems] == [
        "bad_model", "bad_model", "bad_base_rate", "bad_level", "bad_seed",
    ]  # fmt: skip
    assert "against is 'shipped'; allowed: a Model." in str(caught.value)
    assert "interview_outcome.model.shipped()" in str(caught.value)
    assert "base_rate is 'mine'; allowed: model, sample." in str(caught.value)
    for level, seed in ((True, True), ("0.8", 1.5)):
        with pytest.raises(OutcomeError, match="2 problems"):
            evaluate(frame, level=level, seed=seed)


def test_numbers_of_numpy_are_numbers(frame):
    found = evaluate(frame, level=np.float32(0.5), seed=np.int64(3))
    assert found == evaluate(frame, level=0.5, seed=3)
    assert (type(found.level), type(found.seed)) == (float, int)
    with pytest.raises(OutcomeError, match="2 problems"):
        evaluate(frame, level=np.float64("nan"), seed=np.True_)


def test_the_models_own_cases_are_recognised_by_their_numbers(frame):
    """Whoever tests a model on what it was fitted to is told so."""
    offers = int((frame["offer"] == "yes").sum())
    for name in ("cases", "fit"):
        fitted = replace(shipped(), provenance={name: {"interviews": 200, "offers": offers}})
        assert "own_cases" in [remark.code for remark in evaluate(frame, model=fitted).remarks]
        remark = evaluate(frame, against=fitted).remarks[-1]
        assert remark.code == "own_cases"
        assert remark.text.startswith("The other model was fitted to as many interviews")
    other = replace(shipped(), provenance={"cases": {"interviews": 200, "offers": offers + 1}, "fit": "odd"})
    assert "own_cases" not in [remark.code for remark in evaluate(frame, model=other).remarks]


def test_the_shipped_model_is_true_where_the_world_is_as_it_says():
    found = evaluate(made_interviews(5000, seed=11, names=NAMES, known=0.6))
    slope, intercept = found.measures["slope"], found.measures["intercept"]
    assert slope.low - 0.05 < 1 < slope.high + 0.05
    assert intercept.low - 0.05 < 0 < intercept.high + 0.05
    assert found.measures["gain"].low > 0
    assert found.measures["log_loss"].value < found.baselines["logistic_regression"]["log_loss"].value + 0.01


def test_plain_data_is_json_and_the_table_holds_every_measure(evaluation):
    data = json.loads(json.dumps(evaluation.to_dict(), allow_nan=False))
    assert data == evaluation.to_dict()
    table = evaluation.to_frame().set_index(["forecast", "measure"])
    assert len(table) == (1 + len(evaluation.baselines)) * len(METRICS) + len(evaluation.differences)
    assert table.loc[("unit_weights", "difference")].tolist() == list(evaluation.differences["unit_weights"])
    assert table.loc[("model", "auc")].tolist() == list(evaluation.measures["auc"])
    assert table.dtypes.tolist() == [float] * 3
    same = Evaluation(**{name: getattr(evaluation, name) for name in evaluation.__dataclass_fields__})
    assert same == evaluation
