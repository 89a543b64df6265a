"""The estimate: likelihood, interval, reasons that add up, and how it shows itself."""

import json
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import answers, checklists

from interview_outcome.catalogue import signals
from interview_outcome.checklist import parse
from interview_outcome.errors import OutcomeError
from interview_outcome.estimate import BANDS, score
from interview_outcome.features import FEATURES
from interview_outcome.json_schema import schema
from interview_outcome.model import Model, expit, logit, shipped

EXAMPLE = {"stage": "final", "candidates": 3, "contact_date_given": True, "vacancy_removed": True, "cut_short": False,
           "interviewed_on": "2026-11-16", "interviewer": "recruiter", "friendly_interaction": True,
           "vague_call_promise": True, "interest_stated": True}  # fmt: skip


@given(checklists())
def test_reasons_add_up_in_log_odds_and_in_points(drawn):
    checklist, on = drawn
    estimate = score(checklist, on=on)
    log_odds = logit(estimate.base_rate) + sum(reason.log_odds for reason in estimate.reasons)
    assert logit(estimate.likelihood) == pytest.approx(log_odds, abs=1e-12)
    points = sum(reason.points for reason in estimate.reasons)
    assert estimate.base_rate + points == pytest.approx(estimate.likelihood, abs=1e-12)
    assert all(reason.points * reason.log_odds >= 0 for reason in estimate.reasons)
    sizes = [abs(reason.log_odds) for reason in estimate.reasons]
    assert sizes == sorted(sizes, reverse=True)


@given(checklists(), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_a_higher_level_gives_a_wider_interval_around_the_likelihood(drawn, level, other):
    checklist, on = drawn
    narrow, wide = (score(checklist, on=on, level=each) for each in sorted([level, other]))
    assert 0 <= wide.interval[0] <= narrow.interval[0] <= narrow.likelihood
    assert narrow.likelihood <= narrow.interval[1] <= wide.interval[1] <= 1
    assert narrow.likelihood == wide.likelihood


@settings(max_examples=300)
@given(checklists(), answers)
def test_open_questions_bound_what_is_still_possible(drawn, further):
    checklist, on = drawn
    estimate = score(checklist, on=on)
    assert estimate.worst_case <= estimate.likelihood <= estimate.best_case
    completed = {signal: answer for signal, answer in further.items() if signal not in checklist}
    likelihood = score(checklist | completed, on=on).likelihood
    assert estimate.worst_case - 1e-12 <= likelihood <= estimate.best_case + 1e-12


def test_the_interval_is_the_quadratic_form_of_the_whole_covariance():
    numpy = pytest.importorskip("numpy")
    stats = pytest.importorskip("scipy.stats")
    model = shipped()
    estimate = score(
        {"praised": True, "office_tour": True, "cut_short": True, "interviewer": "manager"}, level=0.9
    )
    rows = numpy.array(model.covariance.factors)
    covariance = numpy.diag(model.covariance.diagonal) + (rows.T * model.covariance.signs) @ rows
    shares = numpy.zeros(len(FEATURES))
    for signal in ("praised", "office_tour", "cut_short"):
        shares[FEATURES.index((signal, True))] = 1.0
    base_rate, sd = model.base_rates.stages["unknown"]
    margin = stats.norm.ppf(0.95) * numpy.sqrt(shares @ covariance @ shares + sd**2)
    centre = logit(base_rate) + sum(reason.log_odds for reason in estimate.reasons)
    assert estimate.interval == pytest.approx((expit(centre - margin), expit(centre + margin)), abs=1e-12)


@given(checklists())
def test_the_interval_is_made_of_the_spreads_of_the_reasons(drawn):
    checklist, on = drawn
    model = shipped()
    estimate = score(checklist, on=on)
    parsed = parse(checklist)
    # What weighs nothing is no reason, and widens the interval all the same.
    shares = {
        feature: share
        for feature, share in model.features(parsed, on).shares.items()
        if not model.weights[feature].weight
    }
    variance = model.base_rates(parsed.context)[1] ** 2
    for reason in estimate.reasons:
        if reason.answer is None:
            variance += reason.sd**2
        else:
            shares[reason.signal, reason.answer] = reason.sd / model.weights[reason.signal, reason.answer].sd
    margin = 1.2815515655446004 * (variance + model.covariance.quadratic(shares)) ** 0.5
    centre = logit(estimate.likelihood)
    assert estimate.interval == pytest.approx((expit(centre - margin), expit(centre + margin)), abs=1e-9)


def test_a_reason_is_as_unsure_as_the_share_that_counts():
    model = shipped()
    weight = model.weights["friendly_interaction", True]
    seen = {"friendly_interaction": True}
    (alone,) = score(seen).reasons
    assert (alone.log_odds, alone.sd) == (weight.weight, weight.sd)
    (half,) = score(seen | {"interviewer": "recruiter"}).reasons
    assert (half.log_odds, half.sd) == (weight.weight / 2, weight.sd / 2)
    assert model.covariance.quadratic({("friendly_interaction", True): 0.5}) == pytest.approx(
        half.sd**2, rel=1e-4
    )


def test_silence_and_combinations_say_how_unsure_they_are():
    model = shipped()
    found = {reason.signal: reason for reason in score(EXAMPLE, on="2026-11-20").reasons}
    assert found["silence"].sd == model.waiting.relative_sd * -found["silence"].log_odds
    combination = found["date_and_interest"]
    assert (combination.log_odds, combination.sd) == model.combinations["date_and_interest"]


def test_silence_and_combinations_widen_the_interval():
    plain = score({"interviewed_on": "2026-11-02"})
    silent = score({"interviewed_on": "2026-11-02"}, on="2026-11-20")
    assert logit(silent.interval[1]) - logit(silent.interval[0]) > logit(plain.interval[1]) - logit(
        plain.interval[0]
    )


def test_nothing_answered_gives_the_base_rate_and_says_so():
    estimate = score({"stage": "final"})
    assert estimate.likelihood == pytest.approx(estimate.base_rate)
    assert estimate.base_rate == shipped().base_rates.stages["final"][0]
    assert [remark.code for remark in estimate.remarks] == ["base_rate_only"]
    assert estimate.reasons == ()


@pytest.mark.parametrize(("candidates", "rate"), [(1, 0.75), (2, 0.6), (3, 0.4), (4, 0.3), (100, 0.012)])
def test_known_candidates_give_the_base_rate_whatever_the_stage(candidates, rate):
    for stage in ("phone", "final", None):
        assert score({"candidates": candidates, "stage": stage}).base_rate == pytest.approx(rate)


@pytest.mark.parametrize(
    ("likelihood", "band"),
    [(0.02, "very unlikely"), (0.2, "unlikely"), (0.4, "less likely than not"), (0.5, "about even"),
     (0.6, "more likely than not"), (0.8, "likely"), (0.95, "very likely"), (1.0, "very likely")],
)  # fmt: skip
def test_every_likelihood_has_words(likelihood, band):
    assert next(words for bound, words in BANDS if likelihood < bound) == band


def test_an_estimate_is_frozen_comparable_and_deterministic():
    estimate = score(EXAMPLE, on="2026-11-20")
    assert estimate == score(dict(EXAMPLE), on="2026-11-20")
    assert estimate != score(EXAMPLE)
    with pytest.raises(FrozenInstanceError):
        estimate.likelihood = 1.0


def test_plain_data_is_json_and_fits_the_schema():
    jsonschema = pytest.importorskip("jsonschema")
    estimate = score(EXAMPLE, on="2026-11-20")
    data = json.loads(estimate.to_json())
    assert data == estimate.to_dict()
    jsonschema.validate(data, schema("estimate"))
    assert (data["model_version"], data["model_date"]) == (shipped().version, shipped().created)


def test_every_reason_says_what_it_rests_on():
    sources = {reason.signal: reason.source for reason in score(EXAMPLE, on="2026-11-20").reasons}
    assert "coded interviews" in sources["contact_date_given"]
    assert sources["date_and_interest"].endswith("not learned")
    assert "published evidence alone" in score({"candidate_was_late": True}).reasons[0].source
    assert score({"asked_about_other_offers": True}).reasons[0].source.endswith("; 1 coded interview")


def test_a_fitted_model_does_not_call_your_own_interviews_coded():
    mine = replace(shipped(), provenance={"fit": {}})
    sources = {reason.signal: reason.source for reason in score(EXAMPLE, model=mine).reasons}
    assert sources["contact_date_given"].endswith("; 55 interviews, coded and your own")


def test_all_wrong_arguments_are_told_at_once():
    with pytest.raises(OutcomeError) as caught:
        score({"praised": "maybe"}, on="soon", level=80, model="model.json")
    assert [problem.code for problem in caught.value.problems] == [
        "bad_model", "bad_level", "bad_date", "bad_answer",
    ]  # fmt: skip
    with pytest.raises(OutcomeError, match="praised is 'maybe'"):
        score({"praised": "maybe"}, on="2026-11-20")
    for day in ("", " unknown ", float("nan")):
        with pytest.raises(OutcomeError, match=r"^on is .*; allowed: a date"):
            score({}, on=day)
    for level in (True, "wide", 0.9999999999999999, 0, 1):
        with pytest.raises(OutcomeError, match="allowed: a number between 0 and 1"):
            score({}, level=level)


@given(
    st.one_of(st.none(), st.integers(), st.text(), st.dictionaries(st.text(), st.integers())),
    st.none() | st.text(),
)
def test_anything_gives_an_estimate_or_an_outcome_error(checklist, on):
    try:
        estimate = score(checklist, on=on)
    except OutcomeError:
        return
    assert 0 <= estimate.likelihood <= 1


def test_another_model_is_used_when_it_is_given(tmp_path):
    model = shipped()
    model.save(tmp_path / "model.json")
    assert isinstance(model, Model)
    assert score(EXAMPLE, model=model) == score(EXAMPLE)


def test_text(snapshot, plain_model):
    assert str(score(EXAMPLE, on="2026-11-20", model=plain_model)) == snapshot
    assert str(score({}, model=plain_model)) == snapshot


def test_at_a_prompt_it_is_one_line(plain_model):
    estimate = score({"candidates": 4}, model=plain_model)
    low, high = (f"{100 * bound:.0f}%" for bound in estimate.interval)
    assert repr(estimate) == f"<Estimate 30%, 80% interval {low} to {high}>"


def test_html(snapshot, plain_model):
    assert score(EXAMPLE, on="2026-11-20", model=plain_model)._repr_html_() == snapshot
    assert score({}, model=plain_model)._repr_html_() == snapshot


def test_html_escapes_what_it_shows(plain_model):
    html = score({}, model=replace(plain_model, version="<script>"))._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_model_names_itself(plain_model):
    assert repr(plain_model) == "<Model plain of 2026-01-01>"


def test_the_open_questions_are_told_where_they_tell_something():
    little = str(score({"stage": "final"}))
    assert "all together, take the likelihood to either end." in " ".join(little.split())
    assert "If every question" not in little
    answers = {signal: True for signal in signals.ids if signals[signal].direction == "+"}
    much = score(answers | {"stage": "first", "candidates": 5})
    assert "If every question that is still open were answered against you, it would be" in " ".join(
        str(much).split()
    )
    assert "to either end" not in much._repr_html_()
