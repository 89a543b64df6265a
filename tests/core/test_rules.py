"""The rule layer: what each rule does, told by the estimate that a person sees."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import START, checklists

from interview_outcome import rules
from interview_outcome.catalogue import FAMILIES, signals
from interview_outcome.checklist_values import CHOICES, DATE_KEYS
from interview_outcome.estimate import score
from interview_outcome.model import logit, shipped

ON = "2026-11-30"


def log_odds_of(checklist, on=None):
    return {(reason.signal, reason.answer): reason.log_odds for reason in score(checklist, on=on).reasons}


def remarks_of(checklist, on=None):
    return {(remark.code, remark.signals) for remark in score(checklist, on=on).remarks}


def weight(signal, answer):
    return shipped().weights[signal, answer].weight


def total(checklist, on=None):
    estimate = score(checklist, on=on)
    return logit(estimate.likelihood)


# derive


def test_a_named_day_means_that_a_day_was_named():
    assert log_odds_of({"contact_by": "2026-12-04"}) == log_odds_of({"contact_date_given": True})
    assert ("derive", ("contact_date_given", "contact_by")) in remarks_of({"contact_by": "2026-12-04"})


def test_a_named_day_that_has_passed_without_a_word_was_missed():
    missed = {"interviewed_on": "2026-11-10", "contact_by": "2026-11-20"}
    assert ("contact_date_missed", True) in log_odds_of(missed, ON)
    assert ("contact_date_missed", True) not in log_odds_of(missed, "2026-11-20")
    assert ("contact_date_missed", True) not in log_odds_of(missed | {"heard_on": "2026-11-20"}, ON)
    assert ("contact_date_missed", True) in log_odds_of(missed | {"heard_on": "2026-11-19"}, ON)


def test_asking_before_the_named_day_was_too_early():
    asked = {"contact_by": "2026-11-20", "contacted_on": "2026-11-19"}
    assert ("derive", ("candidate_contacted_too_early", "contacted_on")) in remarks_of(asked)
    asked["contacted_on"] = "2026-11-20"
    assert ("derive", ("candidate_contacted_too_early", "contacted_on")) not in remarks_of(asked)


def test_days_count_from_the_latest_word():
    curve = shipped().waiting
    silence = log_odds_of({"interviewed_on": "2026-11-10", "heard_on": "2026-11-20"}, ON)["silence", None]
    assert silence == curve.log_odds(10, "unknown", "usual")


# one silence


def test_known_days_replace_every_other_sign_of_silence():
    signs = {"long_silence": True, "called_by_phone": False, "quick_contact_after": False, "thank_you_answered": False,
             "contact_date_missed": True}  # fmt: skip
    found = log_odds_of(signs | {"interviewed_on": "2026-11-10"}, ON)
    assert set(found) == {("silence", None)}
    replaced = [remark for remark in score(signs | {"interviewed_on": "2026-11-10"}, on=ON).remarks
                if remark.code == "silence"]  # fmt: skip
    assert set(replaced[0].signals) == set(signs)


def test_without_a_day_silence_is_no_evidence_and_a_remark_says_so():
    assert log_odds_of({"interviewed_on": "2026-11-10"}) == {}
    assert ("no_day", ("interviewed_on",)) in remarks_of({"interviewed_on": "2026-11-10"})


def test_before_the_named_day_silence_weighs_nothing():
    waiting = {"interviewed_on": "2026-11-02", "contact_by": "2026-11-30"}
    assert ("silence", None) not in log_odds_of(waiting, "2026-11-29")


def test_where_they_call_only_if_positive_silence_weighs_more():
    plain = log_odds_of({"interviewed_on": "2026-11-20"}, ON)["silence", None]
    only = log_odds_of({"interviewed_on": "2026-11-20", "no_call_if_refused": True}, ON)["silence", None]
    assert only < plain < 0


def test_with_a_manager_half_the_curve_counts():
    plain = log_odds_of({"interviewed_on": "2026-11-20"}, ON)["silence", None]
    manager = log_odds_of({"interviewed_on": "2026-11-20", "interviewer": "manager"}, ON)["silence", None]
    assert manager == pytest.approx(plain / 2, abs=1e-15)


def test_with_a_slow_employer_two_weeks_are_the_usual_case():
    assert ("void", ("long_silence", "pace")) in remarks_of({"long_silence": True, "pace": "slow"})


def test_waiting_never_goes_under_its_floor():
    silent = {"interviewed_on": "2025-01-02", "contact_by": "2025-01-10", "decision_postponed": True, "pace": "fast",
              "stage": "final", "no_call_if_refused": True}  # fmt: skip
    found = log_odds_of(silent, ON)
    waiting = sum(value for (signal, _), value in found.items()
                  if signal == "silence" or signals[signal].family == "waiting")  # fmt: skip
    assert waiting == pytest.approx(rules.WAITING_FLOOR, abs=1e-12)
    assert ("silence", ()) in remarks_of(silent, ON)


# void


@pytest.mark.parametrize("void", rules.VOIDS, ids=lambda void: f"{void.signal}-{void.key}")
def test_a_void_sign_counts_nothing_in_its_setting_and_is_told(void):
    for value in void.values:
        checklist = {void.signal: True, void.key: value}
        assert (void.signal, True) not in log_odds_of(checklist)
        assert ("void", (void.signal, void.key)) in remarks_of(checklist)
    others = {
        "structured": (False, None), "candidates": (50,), "stage": CHOICES["stage"], "pace": CHOICES["pace"],
        "interviewer": CHOICES["interviewer"],
    }[void.key]  # fmt: skip
    for value in set(others) - set(void.values):
        assert ("void", (void.signal, void.key)) not in remarks_of({void.signal: True, void.key: value})


def test_a_vague_promise_carries_no_weight_and_tells_what_it_can_mean():
    (remark,) = [item for item in score({"vague_call_promise": True}).remarks if item.code == "void"]
    assert remark.claim == "A1"
    assert "nobody will call" in remark.text
    assert log_odds_of({"vague_call_promise": False}) == {}
    (remark,) = [item for item in score({"vague_call_promise": False}).remarks if item.code == "void"]
    assert "counts neither way" in remark.text


# contradict


@pytest.mark.parametrize(
    "contradiction", rules.CONTRADICTIONS, ids=lambda found: f"{found.kept[0]}-{found.other}"
)
def test_of_two_answers_that_cannot_both_hold_the_one_against_you_counts(contradiction):
    signal, answer = contradiction.kept
    other = "2026-12-01" if contradiction.other in DATE_KEYS else True
    checklist = {signal: answer, contradiction.other: other}
    assert ("contradict", (signal, contradiction.other)) in remarks_of(checklist)
    if contradiction.dropped is not None:
        assert log_odds_of(checklist) == log_odds_of({signal: answer})
    assert not {code for code, _ in remarks_of({signal: answer})} & {"contradict"}
    assert not {code for code, _ in remarks_of({signal: not answer, contradiction.other: other})} & {
        "contradict"
    }


def test_a_no_to_the_other_is_no_contradiction():
    for contradiction in rules.CONTRADICTIONS:
        if contradiction.other not in DATE_KEYS:
            checklist = {contradiction.kept[0]: contradiction.kept[1], contradiction.other: False}
            assert "contradict" not in {code for code, _ in remarks_of(checklist)}


# mirror and overlap


@pytest.mark.parametrize("group", rules.MIRRORS, ids=lambda group: group[0])
def test_of_signs_that_say_the_same_only_the_heaviest_counts(group):
    for good in (True, False):
        same = {signal: (signals[signal].direction != "-") == good for signal in group
                if signals[signal].direction != "0"}  # fmt: skip
        found = log_odds_of(same)
        assert len(found) == 1
        assert abs(next(iter(found.values()))) == max(abs(weight(*item)) for item in same.items())


def test_inside_a_family_the_second_counts_half_and_the_third_a_quarter():
    family = ["office_tour", "role_details_shared", "vacancy_sold"]
    found = log_odds_of(dict.fromkeys(family, True))
    ranked = sorted((weight(signal, True) for signal in family), reverse=True)
    assert sorted(found.values(), reverse=True) == pytest.approx(
        sorted((size / 2**rank for rank, size in enumerate(ranked)), reverse=True)
    )


# damp


@pytest.mark.parametrize("damp", rules.DAMPS, ids=lambda damp: damp.claim)
def test_some_signs_count_half_with_some_interviewers(damp):
    answers = {signal.id: True for signal in signals if signal.family in damp.families}
    plain = log_odds_of(answers)
    for interviewer in damp.interviewers:
        damped = log_odds_of(answers | {"interviewer": interviewer})
        touched = [item for item in plain if item[1] is not None and signals[item[0]].family in damp.families]
        assert touched
        assert all(damped[item] == pytest.approx(plain[item] * damp.factor) for item in touched)
        assert damp.claim in {
            remark.claim for remark in score(answers | {"interviewer": interviewer}).remarks
        }


def test_no_remark_on_damping_where_nothing_is_damped():
    assert "damp" not in {code for code, _ in remarks_of({"interviewer": "recruiter", "pay_discussed": True})}
    manager = score({"interviewer": "manager", "praised": True, "contact_by": "2026-12-01"})
    assert "damp" not in {remark.code for remark in manager.remarks}


# absences


def test_a_form_that_says_no_to_everything_does_not_look_like_a_success():
    everything = dict.fromkeys(signals.ids, False)
    found = log_odds_of(everything)
    assert sum(value for value in found.values() if value > 0) <= rules.ABSENCES_FOR + 1e-12
    assert sum(value for value in found.values() if value < 0) >= rules.ABSENCES_AGAINST - 1e-12
    assert score(everything).likelihood < score({}).base_rate
    assert ("absences", ()) in remarks_of(everything)


def test_noes_are_bounded_from_what_the_yes_answers_say_alone():
    """A heavier no takes the first place of its family; what it takes from the yes beside it is not lost."""
    bad = [signal for signal in signals if signal.direction == "-"]
    heard = {signal.id: True for signal in bad[:6]}
    absent = {signal.id: False for signal in signals if signal.direction == "+"}
    alone, together = total(heard), total(heard | absent)
    assert together == pytest.approx(alone + rules.ABSENCES_AGAINST, abs=1e-12)
    assert sum(log_odds_of(heard | absent).values()) == pytest.approx(together - logit(score({}).base_rate))


# combinations


def test_a_named_day_and_stated_interest_say_more_together():
    model = shipped()
    together = log_odds_of({"contact_date_given": True, "interest_stated": True})
    assert together["date_and_interest", None] == model.combinations["date_and_interest"][0]
    strong = dict.fromkeys(
        ["contact_date_given", "interest_stated", "test_passed", "friendly_interaction"], True
    )
    assert ("strong_finish", None) in log_odds_of(strong)
    assert ("strong_finish", None) not in log_odds_of(strong | {"test_passed": None})


def test_two_code_phrases_say_more_than_one():
    assert ("code_phrases", None) not in log_odds_of({"conditional_phrases": True})
    assert (
        log_odds_of({"conditional_phrases": True, "most_experienced_wanted": True})["code_phrases", None] < 0
    )
    panel = {"conditional_phrases": True, "consult_colleagues": True, "interviewer": "panel"}
    assert ("code_phrases", None) not in log_odds_of(panel)


# what holds for every checklist


@given(checklists(), st.randoms())
def test_the_order_of_the_answers_is_irrelevant(drawn, random):
    checklist, on = drawn
    shuffled = list(checklist.items())
    random.shuffle(shuffled)
    assert score(dict(shuffled), on=on) == score(checklist, on=on)


@given(checklists(), st.sampled_from(signals.ids))
def test_unknown_never_changes_anything(drawn, signal):
    checklist, on = drawn
    if signal not in checklist:
        assert score(checklist | {signal: None}, on=on) == score(checklist, on=on)


@settings(max_examples=400)
@given(checklists(), st.sampled_from([signal for signal in signals if signal.direction != "0"]))
def test_a_further_yes_moves_the_likelihood_its_own_way_or_not_at_all(drawn, signal):
    checklist, on = drawn
    before = {key: value for key, value in checklist.items() if key != signal.id}
    yes, unknown = (total(before | {signal.id: answer}, on) for answer in (True, None))
    if signal.direction == "-":
        yes, unknown = -yes, -unknown
    assert yes >= unknown - 1e-12


@settings(max_examples=400)
@given(checklists(), st.sampled_from([signal for signal in signals if signal.direction != "0"]))
def test_a_further_no_moves_the_likelihood_the_other_way_or_not_at_all(drawn, signal):
    checklist, on = drawn
    before = {key: value for key, value in checklist.items() if key != signal.id}
    no, unknown = (total(before | {signal.id: answer}, on) for answer in (False, None))
    if signal.direction == "-":
        no, unknown = -no, -unknown
    assert no <= unknown + 1e-12


@given(checklists(), st.integers(1, 40))
def test_a_further_day_of_silence_never_raises_the_likelihood(drawn, days):
    checklist, _ = drawn
    first = START + timedelta(days=60)
    assert total(checklist, first + timedelta(days=days)) <= total(checklist, first) + 1e-12


# the declarations


def test_rules_speak_of_signals_families_and_values_that_exist():
    named = [void.signal for void in rules.VOIDS]
    named += [signal for group in rules.MIRRORS for signal in group]
    named += [signal for combination in rules.COMBINATIONS for signal in combination.signals]
    named += [signal for signal, _ in rules.SILENCE_REPLACES]
    named += [contradiction.kept[0] for contradiction in rules.CONTRADICTIONS]
    assert set(named) <= set(signals.ids)
    assert {family for damp in rules.DAMPS for family in damp.families} <= set(FAMILIES)
    assert {value for damp in rules.DAMPS for value in damp.interviewers} <= set(CHOICES["interviewer"])
    assert all(set(void.values) <= set(CHOICES.get(void.key, void.values)) for void in rules.VOIDS)


def test_each_rule_is_declared_once():
    codes = [rule.code for rule in rules.RULES]
    assert len(codes) == len(set(codes))
    assert set(rules.BOUND_TEXTS) < set(codes)
    assert date.fromisoformat(ON) > START
