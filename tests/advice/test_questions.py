"""The best next question: how it is ranked, and what is not worth asking."""

import json
from dataclasses import FrozenInstanceError, replace
from math import log2

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import checklists

from interview_outcome import ask, rules, score, signals
from interview_outcome.advice.information import expected_bits
from interview_outcome.advice.questions import NEEDS, Questions
from interview_outcome.checklist import parse
from interview_outcome.errors import OutcomeError
from interview_outcome.model import expit, logit, shipped

SEEN = {"stage": "final", "candidates": 3, "contact_date_given": True, "friendly_interaction": True}
likelihoods = st.floats(0.001, 0.999)


def entropy(chance):
    return -chance * log2(chance) - (1 - chance) * log2(1 - chance)


@pytest.fixture
def asked(plain_model):
    """Every question that is asked, with a model in which every signal has a weight."""
    return lambda checklist, on=None: {
        question.signal for question in ask(checklist, n=72, on=on, model=plain_model)
    }


# what the bits are


@given(likelihoods, likelihoods, likelihoods, likelihoods, likelihoods)
def test_bits_are_the_information_once_the_mean_of_both_answers_is_the_present_likelihood(now, yes, no, a, b):
    share = now * a + (1 - now) * b
    low, high = -20.0, 20.0
    for _ in range(100):  # the shift of both log-odds, found by halving and not by the formula
        shift = (low + high) / 2
        if share * expit(logit(yes) + shift) + (1 - share) * expit(logit(no) + shift) < now:
            low = shift
        else:
            high = shift
    after = share * entropy(expit(logit(yes) + shift)) + (1 - share) * entropy(expit(logit(no) + shift))
    assert expected_bits(now, yes, no, (a, b)) == pytest.approx(entropy(now) - after, abs=1e-9)


@given(*[st.floats(0, 1)] * 5)
def test_bits_lie_between_nothing_and_what_is_open(now, yes, no, a, b):
    bits = expected_bits(now, yes, no, (a, b))
    open_bits = entropy(now) if 0 < now < 1 else 0.0
    assert 0 <= bits <= open_bits + 1e-9


@given(likelihoods, likelihoods, st.floats(0.01, 0.99))
def test_an_answer_that_moves_nothing_tells_nothing(now, likelihood, share):
    assert expected_bits(now, likelihood, likelihood, (share, share)) == pytest.approx(0, abs=1e-9)


@given(likelihoods)
def test_an_answer_that_settles_it_tells_all_that_is_open(now):
    assert expected_bits(now, 1.0, 0.0, (1.0, 0.0)) == pytest.approx(entropy(now), abs=1e-6)


def test_a_yes_that_is_never_heard_tells_less_than_one_that_is_common():
    rare, common = (expected_bits(0.4, 0.6, 0.35, (share, share)) for share in (0.01, 0.4))
    assert rare < common / 5


@given(checklists())
def test_every_question_is_open_and_says_what_a_score_would_say(drawn):
    checklist, on = drawn
    now = score(checklist, on=on)
    found = ask(checklist, n=72, on=on)
    assert [question.bits for question in found] == sorted((q.bits for q in found), reverse=True)
    for question in found[:3] + found[-3:]:
        assert question.signal not in checklist
        assert question.text == signals[question.signal].question
        assert question.now == now.likelihood
        assert question.if_yes == score(checklist | {question.signal: True}, on=on).likelihood
        assert question.if_no == score(checklist | {question.signal: False}, on=on).likelihood
        assert 0 < question.bits <= entropy(now.likelihood) + 1e-12


@given(checklists(), st.integers(1, 80))
def test_fewer_questions_are_the_first_of_more(drawn, n):
    checklist, on = drawn
    assert ask(checklist, n=n, on=on) == ask(checklist, n=72, on=on)[:n]


def test_three_are_asked_unless_told_otherwise():
    found = ask(SEEN)
    assert isinstance(found, tuple)
    assert len(found) == 3
    assert found == ask(parse(SEEN))


def test_how_often_an_answer_occurs_counts():
    best, model = ask(SEEN, n=1)[0], shipped()
    never = replace(model, answer_shares=model.answer_shares | {best.signal: (1e-9, 1e-9)})
    (rare,) = (question for question in ask(SEEN, n=72, model=never) if question.signal == best.signal)
    assert rare.bits < best.bits / 1000


def test_a_family_that_has_spoken_tells_less(plain_model):
    alone, after = (
        {question.signal: question.bits for question in ask(checklist, n=72, model=plain_model)}
        for checklist in ({}, {"vacancy_sold": True})
    )
    assert after["office_tour"] < alone["office_tour"]
    assert after["resume_reread"] == pytest.approx(alone["resume_reread"], rel=0.2)


# what is not asked


def test_what_is_answered_is_not_asked_and_the_rest_is(asked):
    found = asked({"praised": True, "cut_short": False})
    assert not found & {"praised", "cut_short"}
    assert {"test_passed", "ran_long"} <= found


@pytest.mark.parametrize("void", rules.VOIDS, ids=lambda void: f"{void.signal}-{void.key}")
def test_what_a_rule_voids_is_not_asked(asked, void):
    for value in void.values:
        assert void.signal not in asked({void.key: value, "contact_date_given": True})


def test_a_vague_promise_is_not_asked_as_it_carries_no_weight(asked):
    assert "vague_call_promise" not in asked({})


@pytest.mark.parametrize(
    "contradiction", rules.CONTRADICTIONS, ids=lambda item: f"{item.kept[0]}-{item.other}"
)
def test_what_would_contradict_an_answer_is_not_asked(asked, contradiction):
    signal, answer = contradiction.kept
    assert contradiction.other not in asked({signal: answer})
    if contradiction.other in signals:
        assert signal not in asked({contradiction.other: True})
        assert contradiction.dropped is None or contradiction.other in asked({signal: not answer})


@pytest.mark.parametrize(("signal", "need"), NEEDS.items())
def test_what_needs_a_yes_before_is_asked_after_it_alone(asked, signal, need):
    assert signal not in asked({})
    assert signal not in asked({need: False})
    assert signal in asked({need: True})


def test_a_named_day_answers_whether_one_was_named(asked):
    found = asked({"contact_by": "2026-11-20"})
    assert "contact_date_given" not in found
    assert {"contact_date_missed", "candidate_contacted_too_early"} <= found
    assert "candidate_contacted_too_early" not in asked(
        {"contact_by": "2026-11-20", "contacted_on": "2026-11-18"}
    )


def test_silence_that_the_dates_tell_is_not_asked(asked):
    silence = {"long_silence", "called_by_phone", "quick_contact_after", "contact_date_missed"}
    known = {"interviewed_on": "2026-11-02", "contact_date_given": True}
    assert silence <= asked(known)  # no day to count to
    assert not silence & asked(known, on="2026-11-20")
    heard = asked(known | {"heard_on": "2026-11-05"}, on="2026-11-20")
    assert silence & heard == {"called_by_phone", "quick_contact_after"}


def test_on_the_day_of_the_interview_nothing_that_comes_later_is_asked(asked):
    found = asked({"interviewed_on": "2026-11-16", "stage": "final"}, on="2026-11-16")
    assert not {signal.id for signal in signals.filter(phase="after")} & found
    assert not {"thank_you_sent", "candidate_came_uninvited"} & found
    assert "thank_you_sent" in asked({"interviewed_on": "2026-11-16"}, on="2026-11-17")


def test_when_nothing_would_move_the_likelihood_nothing_is_asked():
    model = shipped()
    flat = {feature: weight._replace(weight=0.0) for feature, weight in model.weights.items()}
    silent = replace(model, weights=flat, combinations=dict.fromkeys(model.combinations, (0.0, 0.1)))
    assert ask({}, model=silent) == ()
    assert str(ask({}, model=silent)) == "No open question would move the likelihood."
    assert "No open question" in ask({}, model=silent)._repr_html_()
    everything = dict.fromkeys(signals.ids, True) | {"contact_date_given": False}
    assert ask(everything) == ()


# bad input


@pytest.mark.parametrize("n", [0, -1, True, 2.0, "3", None])
def test_a_bad_number_is_told(n):
    with pytest.raises(OutcomeError, match=r"n is .*; allowed: a whole number from 1. Write 3"):
        ask({}, n=n)


def test_all_problems_are_told_at_once():
    with pytest.raises(OutcomeError) as caught:
        ask({"prased": True}, n=0, on="soon", model="mine")
    assert [problem.code for problem in caught.value.problems] == [
        "bad_number", "bad_model", "bad_date", "unknown_key",
    ]  # fmt: skip
    with pytest.raises(OutcomeError, match="Did you mean 'praised'"):
        ask({"prased": True})
    with pytest.raises(OutcomeError, match="on is 9901-01-01; allowed: a day before the year 9900"):
        ask({}, on="9901-01-01")


@given(st.one_of(st.none(), st.text(), st.dictionaries(st.text(), st.integers())), st.none() | st.integers())
def test_anything_gives_questions_or_an_outcome_error(checklist, n):
    assume(n is None or n < 100)
    try:
        found = ask(checklist, n=n)
    except OutcomeError:
        return
    assert isinstance(found, Questions)


# how it shows itself


def test_questions_show_themselves(plain_model, snapshot):
    found = ask(SEEN, model=plain_model)
    assert str(found) == snapshot
    assert str(found[0]) == snapshot
    assert found._repr_html_() == snapshot
    assert "<table" in found[0]._repr_html_()


def test_a_question_is_frozen_and_plain_data():
    question = ask(SEEN)[0]
    with pytest.raises(FrozenInstanceError):
        question.bits = 1.0
    assert json.loads(json.dumps(question.to_dict())) == {
        "signal": question.signal, "text": question.text, "bits": question.bits, "if_yes": question.if_yes,
        "if_no": question.if_no, "now": question.now,
    }  # fmt: skip
