"""The wait, day by day: never rising, flat before a named day, and the same as the score."""

import json
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import START, answers, contexts, dates

from interview_outcome import rules, score, timeline
from interview_outcome.errors import OutcomeError
from interview_outcome.model import logit, shipped
from interview_outcome.waiting import LAST_DAY

SEEN = {"stage": "final", "candidates": 3, "interviewed_on": "2026-11-16"}
NAMED = SEEN | {"contact_by": "2026-11-25"}


@st.composite
def waits(draw):
    """A checklist with at least one date to count from, and a first day that is later than all of them, or none."""
    found = draw(answers) | draw(contexts) | draw(dates())
    if not {"interviewed_on", "heard_on", "contact_by"} & set(found):
        found["interviewed_on"] = START
    return found, draw(st.none() | st.just(START + timedelta(days=70)))


@given(waits(), st.integers(1, 90))
def test_it_never_rises_and_neither_do_the_ends_of_its_interval(drawn, days):
    checklist, on = drawn
    wait = timeline(checklist, days=days, on=on)
    assert len(wait) == days + 1
    for before, after in pairwise(wait):
        assert after.date == before.date + timedelta(days=1)
        assert after.likelihood <= before.likelihood
        assert after.interval[0] <= before.interval[0]
        assert after.interval[1] <= before.interval[1]
        assert before.interval[0] <= before.likelihood <= before.interval[1]
        assert after.days - before.days in (0, 1)


@given(waits(), st.integers(1, 60))
def test_each_day_is_what_the_score_says_on_it(drawn, days):
    checklist, on = drawn
    for day in timeline(checklist, days=days, on=on)[:: max(1, days // 5)]:
        estimate = score(checklist, on=day.date)
        assert day.likelihood == pytest.approx(estimate.likelihood, abs=1e-12)
        assert day.interval[0] == pytest.approx(min(day.interval[0], estimate.interval[0]), abs=1e-12)
        assert day.interval[1] <= estimate.interval[1] + 1e-12


def test_it_starts_on_the_day_of_the_question_or_else_with_the_interview():
    assert [str(timeline(SEEN, on=on)[0].date) for on in ("2026-11-20", None)] == ["2026-11-20", "2026-11-16"]
    assert [day.days for day in timeline(SEEN, days=3, on="2026-11-20")] == [4, 5, 6, 7]


@pytest.mark.parametrize(
    ("more", "first", "days"),
    [
        ({"heard_on": "2026-11-19"}, "2026-11-19", 0),
        ({"contacted_on": "2026-11-23"}, "2026-11-23", 7),
        ({"contacted_on": "2026-11-18", "heard_on": "2026-11-19"}, "2026-11-19", 0),
        ({"interviewed_on": None, "contact_by": "2026-11-25"}, "2026-11-25", 0),
        ({"interviewed_on": None, "heard_on": "2026-11-19"}, "2026-11-19", 0),
    ],
)
def test_without_a_day_it_starts_with_what_came_last(more, first, days):
    day = timeline(SEEN | more, days=1)[0]
    assert (str(day.date), day.days) == (first, days)


def test_a_named_day_makes_it_flat_and_then_a_step():
    wait = timeline(NAMED, days=30)
    flat = [day.likelihood for day in wait if day.date <= date(2026, 11, 25)]
    assert len(set(flat)) == 1
    falls = [before.likelihood - after.likelihood for before, after in pairwise(wait)]
    assert falls.index(max(falls)) == 9
    assert [remark.code for remark in wait.remarks] == ["named_day"]
    assert timeline(NAMED, on="2026-11-26").remarks == ()


def test_the_step_is_the_missed_day_and_one_day_of_silence():
    model = shipped()
    before, after = timeline(NAMED, days=10)[9:]
    step = model.weights["contact_date_missed", True].weight
    step += model.waiting.log_odds(1, "final", "usual")
    assert logit(after.likelihood) - logit(before.likelihood) == pytest.approx(step, abs=1e-12)


def test_the_interval_does_not_widen_upwards_where_the_named_day_passes():
    unsure = replace(shipped(), weights=dict(shipped().weights))
    covariance = unsure.covariance
    unsure = replace(unsure, covariance=replace(covariance, diagonal=tuple(9.0 for _ in covariance.diagonal)))
    before, after = timeline(NAMED, days=10, model=unsure)[9:]
    assert score(NAMED, on="2026-11-26", model=unsure).interval[1] > before.interval[1] == after.interval[1]


def test_the_pace_and_the_stage_of_the_employer_shape_it():
    ends = [timeline(SEEN | {"pace": pace})[-1].likelihood for pace in ("fast", "usual", "slow")]
    assert ends[0] < ends[1] < ends[2]


def test_where_they_call_only_if_positive_it_falls_faster_and_with_a_manager_slower():
    plain, only, manager = (
        logit(wait[20].likelihood) - logit(wait[0].likelihood)
        for wait in (
            timeline(SEEN),
            timeline(SEEN | {"no_call_if_refused": True}),
            timeline(SEEN | {"interviewer": "manager"}),
        )
    )
    assert only < plain < manager < 0


def test_it_stops_at_the_floor_and_says_so():
    wait = timeline(SEEN | {"no_call_if_refused": True}, days=LAST_DAY)
    fall = logit(wait[-1].likelihood) - logit(wait[0].likelihood)
    assert fall == pytest.approx(rules.WAITING_FLOOR)
    assert [remark.text for remark in wait.remarks] == [rules.BOUND_TEXTS["silence"]]


def test_it_is_a_sequence_of_days():
    wait = timeline(SEEN, days=5)
    assert len(wait) == 6
    assert list(wait) == [wait[number] for number in range(6)]
    assert list(reversed(wait)) == list(wait[::-1])
    assert wait[-1] in wait
    assert wait.index(wait[2]) == 2
    assert wait[1:3] == wait.days[1:3]
    assert wait == timeline(SEEN, days=5) != timeline(SEEN, days=6)
    with pytest.raises(FrozenInstanceError):
        wait.level = 0.5


def test_the_first_day_below_a_level_is_found():
    wait = timeline(SEEN, days=60)
    level = (wait[9].likelihood + wait[10].likelihood) / 2
    assert wait.first_below(level) == wait[10].date
    assert wait.first_below(1e-9) is None
    for wrong in (0.0, 1.0, "x", None, True):
        with pytest.raises(OutcomeError, match=r"likelihood is .*; allowed: a number between 0 and 1"):
            wait.first_below(wrong)


def test_its_actions_are_those_of_its_days():
    wait = timeline(NAMED, days=12, on="2026-11-17")
    assert [(str(action.date), action.kind) for action in wait.actions] == [
        ("2026-11-17", "thank"), ("2026-11-17", "go_on"), ("2026-11-25", "wait"), ("2026-11-26", "ask_status"),
    ]  # fmt: skip


# bad input


@pytest.mark.parametrize("days", [0, 366, True, 2.5, "30", None])
def test_a_bad_number_of_days_is_told(days):
    with pytest.raises(OutcomeError, match=r"days is .*; allowed: a whole number from 1 to 365. Write 30"):
        timeline(SEEN, days=days)


def test_a_day_to_count_from_is_asked_for():
    for checklist in ({}, {"contacted_on": "2026-11-20"}):
        with pytest.raises(OutcomeError, match="No day is known from which") as caught:
            timeline(checklist, on="2026-11-22")
        assert caught.value.problems[0].code == "no_day"


def test_dates_that_contradict_each_other_are_told():
    with pytest.raises(OutcomeError, match="interviewed_on is 2026-11-16, after 2026-11-10, the day"):
        timeline(SEEN, on="2026-11-10")
    with pytest.raises(OutcomeError, match="the named day cannot lie before the interview"):
        timeline(SEEN | {"contact_by": "2026-11-10"})
    with pytest.raises(OutcomeError) as caught:
        timeline(SEEN | {"interviewed_on": "9999-12-31"}, days=0)
    assert [problem.code for problem in caught.value.problems] == ["bad_number", "bad_date"]


# how it shows itself


@pytest.mark.parametrize("checklist", [NAMED, SEEN], ids=["named day", "nothing agreed"])
def test_a_timeline_shows_itself(checklist, plain_model, snapshot):
    wait = timeline(checklist, days=21, on="2026-11-17", model=plain_model)
    assert str(wait) == snapshot
    assert wait._repr_html_() == snapshot


def test_two_days_show_themselves():
    wait = timeline(SEEN | {"thank_you_sent": True}, days=1, on="2026-11-25")
    assert str(wait).count("Nov 2026") == 4  # two in the sentence, one a row
    assert "<ol" in wait._repr_html_()
    assert "<ol" not in timeline(SEEN | {"thank_you_sent": True}, days=1, on="2026-11-18")._repr_html_()


def test_a_timeline_is_plain_data():
    wait = timeline(NAMED, days=2)
    data = json.loads(json.dumps(wait.to_dict()))
    assert set(data) == {"days", "level", "actions", "remarks", "model_version", "model_date"}
    assert data["days"][1] == {
        "date": "2026-11-17", "days": 1, "likelihood": wait[1].likelihood, "interval": list(wait[1].interval),
    }  # fmt: skip
    assert data["actions"][0]["date"] == "2026-11-16"
    assert (data["level"], data["model_version"]) == (0.8, shipped().version)
