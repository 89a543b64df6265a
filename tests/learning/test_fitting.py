"""Learning from one's own interviews: from the prior alone to the data alone, and what is said about it."""

import json
import threading
from dataclasses import replace

import numpy as np
import pandas as pd
import polars as pl
import pytest
from made_interviews import made_interviews
from scipy.special import logit
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_info

from interview_outcome import OutcomeError, fit, load, score, score_frame, signals
from interview_outcome.errors import WeakEvidenceWarning
from interview_outcome.features import FEATURES, speaks_for
from interview_outcome.frames.columns.table import parse_table
from interview_outcome.learning import fitting
from interview_outcome.learning.compression import expand
from interview_outcome.learning.encoding import encode_table
from interview_outcome.learning.intercepts import INTERCEPTS, intercept_sd, moved_base_rates
from interview_outcome.learning.updating import make_belief
from interview_outcome.model import shipped
from interview_outcome.model_data import to_data
from interview_outcome.weights import Covariance

# One sign for an offer from each of six families: nothing overlaps.
APART = ("praised", "referred", "ran_long", "vacancy_sold", "test_passed", "start_date_discussed")


def weights(model, features=FEATURES):
    return np.array([model.weights[feature].weight for feature in features])


def simulated(rows, *, start=-0.5, seed=0):
    """Yes or unknown to each of the signs, with weights of 0.3, 0.5 and so on to 1.3."""
    random = np.random.default_rng(seed)
    seen = random.random((rows, len(APART))) < 0.4
    log_odds = start + seen @ (0.3 + 0.2 * np.arange(len(APART)))
    offers = random.random(rows) < 1 / (1 + np.exp(-log_odds))
    frame = pd.DataFrame(np.where(seen, "yes", None), columns=APART).assign(stage="final")
    return frame.assign(offer=np.where(offers, "yes", "no")), seen, offers


@pytest.mark.parametrize("mix", ["record", "collection"])
@pytest.mark.parametrize("answers", [{"praised": [], "offer": []}, {"praised": ["yes", "no"], "offer": None}])
def test_without_a_known_result_there_is_nothing_to_learn(mix, answers):
    with pytest.raises(
        OutcomeError, match=r"no interview with a known result\. Fill in the column 'offer'\."
    ):
        fit(pd.DataFrame(answers), mix=mix, version="mine")


def test_rows_that_say_nothing_leave_weights_and_covariance_as_they_are():
    """Interviews without an answer in a collection: their intercept takes up all."""
    silent = pd.DataFrame({"praised": [None] * 40, "stage": "final", "offer": ["yes", "no"] * 20})
    model = fit(silent, mix="collection")
    assert weights(model) == pytest.approx(weights(shipped()), abs=1e-9)
    assert expand(model.covariance) == pytest.approx(expand(shipped().covariance), abs=1e-7)
    assert model.base_rates == shipped().base_rates
    spread = [weight.sd for weight in model.weights.values()]
    assert spread == pytest.approx(
        [np.sqrt(value) for value in np.diag(expand(shipped().covariance))], abs=1e-6
    )


@pytest.mark.parametrize("mix", ["record", "collection"])
def test_ever_more_rows_lead_to_plain_logistic_regression(mix):
    gaps = []
    for rows in (300, 3000, 30_000):
        frame, seen, offers = simulated(rows)
        plain = LogisticRegression(C=np.inf, tol=1e-10).fit(seen, offers)
        model = fit(frame, mix=mix, held=())
        found = weights(model, [(signal, True) for signal in APART])
        gaps.append(np.abs(found - plain.coef_[0]).max())
        if mix == "record":
            start = logit(model.base_rates.stages["final"][0])
            assert start == pytest.approx(plain.intercept_[0], abs=20 * gaps[-1] + 0.01)
        else:
            assert model.base_rates == shipped().base_rates
    assert gaps[0] > gaps[1] > gaps[2]
    assert gaps[2] < 0.03


def test_the_covariance_of_many_rows_is_that_of_plain_logistic_regression():
    frame, seen, offers = simulated(20_000)
    model = fit(frame, mix="record")
    plain = LogisticRegression(C=np.inf, tol=1e-10).fit(seen, offers)
    likelihood = plain.predict_proba(seen)[:, 1]
    rows = np.column_stack([seen, np.ones(len(seen))])
    inverse = np.linalg.inv(rows.T @ (rows * (likelihood * (1 - likelihood))[:, None]))
    found = [model.weights[signal, True].sd for signal in APART]
    assert found == pytest.approx(np.sqrt(np.diag(inverse))[:-1], rel=0.03)
    assert model.base_rates.stages["final"][1] == pytest.approx(np.sqrt(inverse[-1, -1]), rel=0.03)


def test_a_full_record_is_met_on_the_average_bounds_and_overlap_included():
    """Every question answered, most with no: what the scorer says of the rows is what happened in them."""
    frame = made_interviews(3000, seed=5, known=1.0, stage="first", candidates=None)
    frame["offer"] = np.where(np.random.default_rng(1).random(3000) < 0.35, "yes", "no")
    before = score_frame(frame, interval=False)["likelihood"].mean()
    after = score_frame(frame, interval=False, model=fit(frame, mix="record"))["likelihood"].mean()
    share = (frame["offer"] == "yes").mean()
    assert abs(before - share) > 0.05
    assert after == pytest.approx(share, abs=0.01)


def test_a_record_of_refusals_alone_lowers_the_base_rate_and_a_collection_of_them_is_refused():
    frame = pd.DataFrame({"praised": ["yes", None] * 20, "stage": "final", "offer": "no"})
    with pytest.warns(WeakEvidenceWarning, match="Only 0 offers"):
        model = fit(frame, mix="record")
    assert model.base_rates.stages["final"][0] < shipped().base_rates.stages["final"][0]
    assert model.base_rates.stages["first"] == pytest.approx(shipped().base_rates.stages["first"])
    for result, ended in (("no", "without an offer"), ("yes", "with an offer")):
        with pytest.raises(
            OutcomeError, match=f"All 40 interviews ended {ended}: a collection of one result alone"
        ):
            fit(frame.assign(offer=result), mix="collection")


def test_each_stage_and_known_candidates_learn_from_their_own_rows():
    rows = 400
    stage = np.resize(["first", "final"], rows)
    candidates = np.where(np.arange(rows) < rows // 2, 4, None)
    offers = np.where(
        candidates == 4, np.arange(rows) % 10 == 0, (stage == "first") & (np.arange(rows) % 4 == 0)
    )
    frame = pd.DataFrame({"praised": None, "stage": stage, "candidates": candidates,
                          "offer": np.where(offers, "yes", "no")})  # fmt: skip
    found, before = fit(frame, mix="record").base_rates, shipped().base_rates
    assert found.stages["final"][0] < 0.1 < before.stages["final"][0]
    assert 0.3 < found.stages["first"][0] < 0.55
    assert found.stages["phone"] == pytest.approx(before.stages["phone"])
    assert found({"candidates": 4})[0] == pytest.approx(0.12, abs=0.03)
    assert found.candidates_sd < before.candidates_sd
    assert found.stages["final"][1] < before.stages["final"][1]


def test_the_number_of_candidates_moves_as_a_whole():
    before = shipped().base_rates
    shift = np.zeros(len(INTERCEPTS))
    shift[-1] = 0.7
    after = moved_base_rates(before, shift, intercept_sd(before), np.array([2, 0, 8]), np.ones(3))
    assert logit(after({"candidates": 4})[0]) - logit(before({"candidates": 4})[0]) == pytest.approx(0.7)
    assert logit(after({"candidates": 1})[0]) - logit(before({"candidates": 1})[0]) == pytest.approx(0.7)
    rates = [after({"candidates": number})[0] for number in range(1, 101)]
    assert rates == sorted(rates, reverse=True)
    assert moved_base_rates(before, shift, intercept_sd(before), np.zeros(1), np.ones(1)).most == before.most


def test_a_sign_that_the_rows_contradict_stops_at_nothing_and_says_so():
    frame = pd.DataFrame(
        {"praised": ["yes", "no"] * 100, "cut_short": ["no", "yes"] * 100, "offer": ["no", "yes"] * 100}
    )
    frame.loc[::10, "offer"] = "yes"
    model = fit(frame, mix="record")
    for feature in (("praised", True), ("cut_short", True)):
        assert model.weights[feature].weight == 0
        assert model.weights[feature].note == "The interviews point the other way, so the weight stops at 0."
    for feature, weight in model.weights.items():
        # What occurs in no row is not said to be contradicted by one.
        assert feature[0] in frame or weight.note == shipped().weights[feature].note
        sign = {"+": 1, "-": -1, "0": 0}[signals[feature[0]].direction] * (1 if feature[1] else -1)
        assert weight.weight * sign >= 0
        assert speaks_for(feature) or weight.weight <= 0 or sign == 0


def test_a_no_is_held_against_the_blanks_and_not_against_the_whole_table():
    """Fewer offers than the table has, more than the blanks have: nothing is left for the weight of a no."""
    told = [(answer, "yes" if row < offers else "no") for answer, offers in
            (("yes", 60), ("no", 30), (None, 25)) for row in range(100)]  # fmt: skip
    model = fit(pd.DataFrame(told, columns=["next_steps_explained", "offer"]), mix="record")
    assert model.weights["next_steps_explained", False].weight == 0
    assert 0.25 < model.base_rates.stages["unknown"][0] < 0.32 < 115 / 300
    without = pd.DataFrame([row for row in told if row[0]], columns=["next_steps_explained", "offer"])
    assert fit(without, mix="record").weights["next_steps_explained", False].weight < -0.2


def test_the_signs_of_waiting_learn_only_if_they_are_let():
    frame = pd.DataFrame({"long_silence": ["yes", "no"] * 100, "offer": ["no", "yes"] * 100})
    held = fit(frame, mix="collection")
    assert weights(held, [("long_silence", True)]) == pytest.approx(
        weights(shipped(), [("long_silence", True)])
    )
    assert held.provenance["fit"]["rows_to_outweigh"]["long_silence:yes"] is None
    free = fit(frame, mix="collection", held=())
    assert free.weights["long_silence", True].weight < held.weights["long_silence", True].weight - 0.5


def test_after_the_rows_that_are_named_data_and_prior_weigh_the_same():
    """Seen as often and among likelihoods like these, so many rows halve the variance of the prior."""
    frame, _, _ = simulated(4000)
    needed = fit(frame, mix="record").provenance["fit"]["rows_to_outweigh"]["vacancy_sold:yes"]
    assert 10 < needed < 1000
    model = fit(simulated(needed, seed=4)[0], mix="record")
    shrunk = (model.weights["vacancy_sold", True].sd / shipped().weights["vacancy_sold", True].sd) ** 2
    assert shrunk == pytest.approx(0.5, abs=0.12)


def test_a_weight_keeps_count_of_the_interviews_behind_it():
    frame = pd.DataFrame(
        {"office_tour": ["yes"] * 30 + ["no"] * 20 + [None] * 10, "offer": ["yes", "no", "no"] * 20}
    )
    before, after = shipped(), fit(frame, mix="record")
    for feature, offers, refusals in ((("office_tour", True), 10, 20), (("office_tour", False), 7, 13)):
        was, found = before.weights[feature], after.weights[feature]
        assert (found.offers - was.offers, found.refusals - was.refusals) == (offers, refusals)
        assert found.case_weight == was.case_weight + offers + refusals
        assert (found.scaled, found.scaled_sd) == (was.scaled, was.scaled_sd)
    assert "interviews" in score({"office_tour": True}, model=after).reasons[0].source


def test_a_model_says_what_it_was_fitted_to_and_can_be_fitted_again(tmp_path):
    frame, _, offers = simulated(500)
    first = fit(frame, mix="record", version="mine", created="2026-05-04")
    story = first.provenance["fit"]
    assert (first.version, first.created) == ("mine", "2026-05-04")
    assert (story["prior"], story["mix"], story["interviews"], story["offers"]) == (
        shipped().version, "record", 500, int(offers.sum()),
    )  # fmt: skip
    assert first.provenance["evaluation"] == {}
    assert first.provenance["sha256"] == shipped().provenance["sha256"]
    order = [f"{signal}:{'yes' if answer else 'no'}" for signal, answer in first.layer.order]
    assert first.provenance["overlap_order"] == order
    first.save(tmp_path / "mine.json")
    again = load(tmp_path / "mine.json")
    assert again == first
    second = fit(simulated(500, seed=9)[0], mix="record", model=again)
    assert (second.version, second.created) == ("mine+500", "2026-05-04")
    assert second.weights["praised", True].sd < first.weights["praised", True].sd
    json.dumps(second.provenance, allow_nan=False)


def kinds_of_numbers(data):
    """Give the types of all numbers in nested data."""
    if isinstance(data, dict | list | tuple):
        return {
            kind
            for item in (data.values() if isinstance(data, dict) else data)
            for kind in kinds_of_numbers(item)
        }
    return set() if data is None or isinstance(data, str) else {type(data)}


@pytest.mark.parametrize("mix", ["record", "collection"])
@pytest.mark.parametrize("context", [
    {"candidates": [3, 2, 4, 3]}, {"stage": ["first", "final", "phone", None]},
    {"candidates": [3, None, 5, None], "stage": ["final", None, "first", "later"]},
])  # fmt: skip
def test_a_fitted_model_holds_plain_numbers_and_can_be_saved(tmp_path, mix, context):
    rows = {"praised": ["yes", "no", "yes", "no"], "offer": ["yes", "no", "yes", "no"]} | context
    frame = pd.concat([pd.DataFrame(rows, dtype=object)] * 10, ignore_index=True)
    frame.loc[3::8, "offer"] = "yes"
    for each in (frame, pl.from_pandas(frame), frame.convert_dtypes()):
        model = fit(each, mix=mix)
        assert kinds_of_numbers(to_data(model)) <= {float, int}
        assert kinds_of_numbers(model.provenance["fit"]) <= {float, int}
        model.save(tmp_path / "mine.json")
        assert load(tmp_path / "mine.json") == model
    moved = model.base_rates.offers_per_opening != shipped().base_rates.offers_per_opening
    assert moved == ("candidates" in context and mix == "record")


def spreads(model):
    found = [model.weights[signal, True].sd for signal in APART]
    return np.array([*found, model.base_rates.stages["final"][1]])


def test_a_record_in_parts_makes_the_model_too_sure_and_a_collection_does_not():
    """A model keeps no covariance of base rates and weights; the page on fitting says what that does."""
    frame, _, _ = simulated(2000)
    ratios = {}
    for mix in ("record", "collection"):
        once, model = fit(frame, mix=mix), None
        for first in range(10):
            model = fit(frame.iloc[first::10], mix=mix, model=model)
        ratios[mix] = spreads(model) / spreads(once)
    assert (ratios["record"] < 0.97).all()
    assert ratios["record"][-1] < 0.8
    assert ratios["collection"] == pytest.approx(1.0, abs=0.03)


def test_an_answer_that_no_row_has_moves_only_where_the_covariance_ties_it_to_one_that_a_row_has():
    frame = pd.DataFrame({"praised": ["yes", "no"] * 200, "offer": ["yes", "no", "yes", "yes"] * 100})
    before = shipped()
    diagonal = np.diag(expand(before.covariance))
    apart = replace(before, covariance=Covariance(tuple(diagonal.tolist()), (), ()))
    for prior, moves in ((before, True), (apart, False)):
        change = np.abs(weights(fit(frame, mix="record", model=prior)) - weights(prior))
        unseen = change[[signal != "praised" for signal, _ in FEATURES]]
        assert (unseen.max() > 1e-3) == moves
        assert moves or unseen.max() < 1e-9


def test_learning_in_two_parts_is_nearly_learning_at_once():
    frame, _, _ = simulated(2000)
    once = fit(frame, mix="record")
    twice = fit(frame.tail(1000), mix="record", model=fit(frame.head(1000), mix="record"))
    features = [(signal, True) for signal in APART]
    assert weights(twice, features) == pytest.approx(weights(once, features), abs=0.03)
    assert twice.base_rates.stages["final"][0] == pytest.approx(once.base_rates.stages["final"][0], abs=0.01)


def test_any_frame_and_any_order_of_rows_give_the_same_model():
    frame, _, _ = simulated(300)
    model = fit(frame, mix="record")
    assert fit(frame, mix="record") == model
    assert fit(pl.from_pandas(frame), mix="record") == model
    shuffled = fit(frame.sample(frac=1, random_state=1), mix="record")
    assert weights(shuffled) == pytest.approx(weights(model), abs=1e-9)


def test_rows_in_turns_give_the_same_model_as_shuffled_ones():
    """Everybody has two rows, a first and a final interview; every second row alone would know one kind."""
    frame = made_interviews(24_000, seed=6, names=["office_tour", "praised", "referred"], known=0.8)
    final = np.arange(len(frame)) % 2 == 1
    offers = np.random.default_rng(0).random(len(frame)) < np.where(final, 0.7, 0.05)
    frame = frame.assign(stage=np.where(final, "final", "first"), offer=np.where(offers, "yes", "no"))
    frame["on"] = "2026-01-01"
    model = fit(frame, mix="record")
    for other in (frame.sample(frac=1, random_state=1), frame[frame.columns[::-1]]):
        again = fit(other, mix="record")
        assert weights(again) == pytest.approx(weights(model), abs=1e-9)
        spread, spread_again = ([weight.sd for weight in each.weights.values()] for each in (model, again))
        assert spread_again == pytest.approx(spread, abs=1e-9)
        for stage, rate in model.base_rates.stages.items():
            assert again.base_rates.stages[stage] == pytest.approx(rate, abs=1e-9)
        assert again.provenance["fit"]["rows_to_outweigh"] == model.provenance["fit"]["rows_to_outweigh"]
    likelihood = score_frame(frame, model=model, interval=False)["likelihood"]
    for kind in (final, ~final):
        assert likelihood[kind].mean() == pytest.approx(offers[kind].mean(), abs=0.003)


def test_long_tables_settle_the_order_on_some_rows_and_learn_from_all(monkeypatch):
    frame = made_interviews(1500, seed=2, stage="final")
    whole = fit(frame, mix="record")
    monkeypatch.setattr(fitting, "_ENOUGH", 500)
    quick = fit(frame, mix="record")
    assert quick.provenance["fit"]["interviews"] == 1500
    assert quick.provenance["fit"]["rounds"] == 1
    ours, theirs = (score_frame(frame, interval=False, model=each)["likelihood"] for each in (quick, whole))
    assert np.abs(ours - theirs).mean() < 0.03
    assert ours.mean() == pytest.approx((frame["offer"] == "yes").mean(), abs=0.02)


def test_the_day_of_the_question_brings_silence_into_what_is_known():
    """Silence that the curve knows already leaves nothing for the base rate to learn."""
    frame = pd.DataFrame({"interviewed_on": ["2026-11-02"] * 60, "stage": "final", "praised": None,
                          "offer": ["no"] * 45 + ["yes"] * 15})  # fmt: skip
    ignored = fit(frame, mix="record").base_rates.stages["final"][0]
    counted = fit(frame, mix="record", on="2026-12-20").base_rates.stages["final"][0]
    assert counted > ignored + 0.1


def test_combinations_are_taken_as_known():
    both = pd.DataFrame(
        {"contact_date_given": ["yes"] * 40, "interest_stated": "yes", "offer": ["yes", "no"] * 20}
    )
    design = encode_table(parse_table(both.drop(columns="offer")), shipped())
    assert design.combinations[0].tolist() == [1.0, 0.0, 0.0]
    with pytest.warns(WeakEvidenceWarning, match="same answer in every row"):
        assert fit(both, mix="record").combinations == shipped().combinations


def test_the_posterior_of_a_model_without_spread_does_not_move():
    certain = replace(
        shipped(),
        base_rates=shipped().base_rates._replace(
            stages={stage: (rate, 0.0) for stage, (rate, _) in shipped().base_rates.stages.items()}
        ),
    )
    frame = pd.DataFrame({"praised": [None] * 40, "stage": "final", "offer": ["yes"] * 35 + ["no"] * 5})
    found = fit(frame, mix="record", model=certain)
    assert found.base_rates.stages["final"][0] == pytest.approx(
        certain.base_rates.stages["final"][0], abs=1e-5
    )


def test_all_wrong_arguments_are_told_at_once():
    frame, _, _ = simulated(50)
    with pytest.raises(OutcomeError) as caught:
        fit(frame, mix="some", model="x", held=["silence"], version="", created="soon")
    assert [problem.code for problem in caught.value.problems] == [
        "bad_mix", "bad_model", "bad_held", "bad_version", "bad_date",
    ]  # fmt: skip
    assert (
        "mix is 'some'; allowed: record, collection. Write 'record' if the table holds every interview"
        in str(caught.value)
    )
    for held, version in (("waiting", 3), ((1,), "v" * 101), (5, "two\nlines")):
        with pytest.raises(OutcomeError, match="2 problems"):
            fit(frame, mix="record", held=held, version=version)


@pytest.mark.parametrize("held", ["waiting", 3, [3], ["mushrooms"], [["waiting"]]])
def test_what_is_held_are_families(held):
    with pytest.raises(OutcomeError, match=r"held is .*; allowed: a list of rapport"):
        fit(pd.DataFrame({"praised": [True], "offer": [True]}), mix="record", held=held)


def test_what_is_held_may_be_anything_that_gives_names_of_families():
    frame = pd.DataFrame({"long_silence": ["yes", "no"] * 100, "offer": ["no", "yes"] * 100})
    for held in ((name for name in ("waiting", "rapport", "waiting")), {"rapport", "waiting"}):
        model = fit(frame, mix="collection", held=held)
        assert model.provenance["fit"]["held"] == ["rapport", "waiting"]
        assert model.weights["long_silence", True].weight == pytest.approx(
            shipped().weights["long_silence", True].weight
        )


def test_fits_at_the_same_time_leave_as_many_threads_as_they_found(monkeypatch):
    """The first to come is the first to go: what the second one found is what the first had set."""
    frame, _, _ = simulated(100)
    first_is_in, second_is_in, first_is_out = threading.Event(), threading.Event(), threading.Event()

    def wait(*arguments):
        if threading.current_thread().name == "first":
            first_is_in.set()
            assert second_is_in.wait(60)
        else:
            second_is_in.set()
            assert first_is_out.wait(60)
        return make_belief(*arguments)

    monkeypatch.setattr(fitting, "make_belief", wait)
    first, second = (
        threading.Thread(target=fit, args=(frame,), kwargs={"mix": "record"}, name=name)
        for name in ("first", "second")
    )
    before = blas_threads()
    first.start()
    assert first_is_in.wait(60)
    assert blas_threads() == [1] * len(before)
    second.start()
    first.join()
    first_is_out.set()
    second.join()
    assert blas_threads() == before


def blas_threads():
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]
