"""The advice: which action on which day, and that no text claims more than the evidence."""

import json
import re
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import DAYS, START, answers, checklists, contexts, dates

from interview_outcome import advise, draft_letter, rules, score, timeline
from interview_outcome.advice.action import KINDS
from interview_outcome.advice.plan import PATIENCE
from interview_outcome.advice.step_texts import REMARKS, STEPS
from interview_outcome.advice.usual_wait import usual_days
from interview_outcome.advice.working_days import working_day
from interview_outcome.checklist import parse
from interview_outcome.errors import OutcomeError
from interview_outcome.model import shipped
from interview_outcome.waiting import LAST_DAY, Waits

# Monday 16 November 2026.
SEEN = {"stage": "final", "interviewed_on": "2026-11-16", "cut_short": False}
NAMED = SEEN | {"contact_by": "2026-11-25"}
VERY_GOOD = {
    "contact_date_given": True,
    "interest_stated": True,
    "test_passed": True,
    "friendly_interaction": True,
}


def plan(checklist, on=None, **others):
    """Give the actions by kind, as (day, text)."""
    found = {}
    for action in advise(checklist, on=on, **others).actions:
        found.setdefault(action.kind, []).append((action.date and str(action.date), action.text))
    return found


def day_of(kind, checklist, on=None, **others):
    ((day, _),) = plan(checklist, on, **others)[kind]
    return day


def text_of(kind, checklist, on=None, **others):
    ((_, text),) = plan(checklist, on, **others)[kind]
    return text


def remarks_of(checklist, on=None):
    return {remark.code: remark for remark in advise(checklist, on=on).remarks}


# before and at the interview


@pytest.mark.parametrize(
    ("checklist", "on"),
    [
        ({"interviewed_on": "2026-11-30"}, "2026-11-24"),
        ({"interviewed_on": "2026-11-30", "contact_by": "2026-12-04"}, "2026-11-24"),
        ({"interviewed_on": "2026-11-30", "referred": True}, "2026-11-30"),
        ({"interviewed_on": "2026-11-30"}, None),
    ],
)
def test_an_interview_that_may_lie_ahead_is_where_to_ask_how_contact_goes_on(checklist, on):
    assert day_of("ask_contact", checklist, on) == "2026-11-30"
    assert "phone number" in text_of("ask_contact", checklist, on)


@pytest.mark.parametrize(
    ("checklist", "on"),
    [
        (SEEN, "2026-11-16"),
        ({"interviewed_on": "2026-11-16"}, "2026-11-17"),
        ({"interviewed_on": "2026-11-16", "heard_on": "2026-11-16"}, "2026-11-16"),
        ({"contact_by": "2026-11-20"}, None),
    ],
)
def test_an_interview_that_lies_behind_is_not(checklist, on):
    assert "ask_contact" not in plan(checklist, on)


def test_a_plan_for_an_interview_ahead_says_that_it_is_one():
    ahead = {"stage": "first", "interviewed_on": "2026-11-30"}
    remark = remarks_of(ahead, "2026-11-24")["ahead"]
    assert "Monday 30 November 2026" in remark.text
    assert "ahead" not in remarks_of(ahead, "2026-11-30")
    found = plan(ahead, "2026-11-24")
    assert found["thank"][0][0] == "2026-12-01"
    assert found["ask_status"][0][0] == "2026-12-07"
    assert found["go_on"][0][0] == "2026-11-24"
    assert "20%" in found["go_on"][0][1]  # the base rate of a first interview


# thanks


@pytest.mark.parametrize(
    ("interviewed_on", "on", "day"),
    [
        ("2026-11-16", "2026-11-16", "2026-11-17"),
        ("2026-11-20", "2026-11-20", "2026-11-23"),  # a Friday
        ("2026-11-16", "2026-11-19", "2026-11-19"),  # late, but not too late
        ("2026-11-17", "2026-11-21", "2026-11-23"),  # a Saturday
        ("2026-11-16", None, "2026-11-17"),
    ],
)
def test_thanks_are_sent_by_the_next_working_day(interviewed_on, on, day):
    assert day_of("thank", {"interviewed_on": interviewed_on}, on) == day


def test_thanks_are_neither_sent_twice_nor_weeks_later():
    assert "thank" not in plan(SEEN | {"thank_you_sent": True}, "2026-11-17")
    assert "thank" in plan(SEEN | {"thank_you_sent": False}, "2026-11-20")
    assert "thank" in plan(NAMED, "2026-11-23")
    assert "thank" not in plan(NAMED, "2026-11-24")


def test_on_the_day_of_asking_nobody_sends_thanks_too():
    found = plan(SEEN, "2026-11-23")
    assert found["ask_status"][0][0] == "2026-11-23"
    assert "thank" not in found


def test_thanks_are_not_said_to_help_where_studies_found_no_effect():
    text = text_of("thank", SEEN)
    assert "found no effect on the result" in text
    assert "two studies of outcomes, with 470 and 93" in text
    assert "section 6" in text


# waiting, and asking where one stands


def test_before_the_named_day_nobody_asks():
    found = plan(NAMED, "2026-11-17")
    assert found["wait"] == [("2026-11-25", found["wait"][0][1])]
    assert "They named Wednesday 25 November 2026: do not ask before that day" in found["wait"][0][1]
    assert "wait" in plan(NAMED, "2026-11-25")
    assert "wait" not in plan(NAMED, "2026-11-26")


@pytest.mark.parametrize(
    ("contact_by", "holidays", "day"),
    [
        ("2026-11-25", (), "2026-11-26"),
        ("2026-11-27", (), "2026-11-30"),  # a Friday
        ("2026-11-28", (), "2026-11-30"),  # a Saturday
        ("2026-11-25", ["2026-11-26", date(2026, 11, 27)], "2026-11-30"),
    ],
)
def test_one_asks_on_the_working_day_after_the_named_one(contact_by, holidays, day):
    assert day_of("ask_status", SEEN | {"contact_by": contact_by}, "2026-11-17", holidays=holidays) == day
    assert "no refusal yet" in text_of("ask_status", SEEN | {"contact_by": contact_by})


@pytest.mark.parametrize(
    ("more", "on", "day"),
    [
        ({}, "2026-11-17", "2026-11-23"),  # five working days
        ({}, None, "2026-11-23"),
        ({}, "2026-12-05", "2026-12-07"),  # overdue, on a Saturday
        ({"heard_on": "2026-11-19"}, "2026-11-20", "2026-11-26"),  # from their last word
        (
            {"contact_by": "2026-11-18", "heard_on": "2026-11-18"},
            "2026-11-20",
            "2026-11-25",
        ),  # kept: open again
        ({"contact_by": "2026-11-20", "heard_on": "2026-11-18"}, "2026-11-20", "2026-11-23"),
        ({"contacted_on": "2026-11-24"}, "2026-11-25", "2026-12-01"),  # asked: an answer takes its time
        ({"contacted_on": "2026-11-17", "contact_by": "2026-11-27"}, "2026-11-18", "2026-11-30"),
        ({"contacted_on": "2026-11-20", "heard_on": "2026-11-23"}, "2026-11-24", "2026-11-30"),
    ],
)
def test_one_asks_after_five_working_days_where_nothing_was_agreed(more, on, day):
    assert day_of("ask_status", SEEN | more, on) == day


def test_who_has_asked_asks_once_more_and_that_is_all():
    asked = SEEN | {"contacted_on": "2026-11-23"}
    assert "once more, and for the last time" in text_of("ask_status", asked, "2026-11-25")
    answered = asked | {"heard_on": "2026-11-24"}
    assert "once more" not in text_of("ask_status", answered, "2026-11-25")


def test_what_to_ask_for_and_that_they_agreed_to_a_call():
    assert "Ask where your application stands and when they expect to decide" in text_of("ask_status", SEEN)
    assert "They agreed that you may call" in text_of("ask_status", SEEN | {"call_back_allowed": True})
    assert "They agreed" not in text_of("ask_status", SEEN)


def test_after_very_good_signs_one_waits_a_few_more_days():
    good = NAMED | VERY_GOOD
    named, more = plan(good, "2026-11-17")["wait"]
    assert (named[0], more[0]) == ("2026-11-25", "2026-11-30")
    assert day_of("ask_status", good, "2026-11-17") == "2026-11-30"
    likelihood = score(good, on="2026-11-17").likelihood
    assert f"the estimate here is {100 * likelihood:.0f}%" in more[1]
    assert "wait" not in plan(good, "2026-11-30")
    assert len(plan(good | {"test_passed": False}, "2026-11-17")["wait"]) == 1


def test_a_day_that_was_named_and_is_not_known_is_asked_for():
    told = SEEN | VERY_GOOD
    assert day_of("ask_status", told) is None
    assert remarks_of(told)["no_day"].signals == ("contact_by",)
    assert "The day that they named is not known" in remarks_of(told)["no_day"].text
    assert plan(told)["wait"][0][0] is None


def test_without_any_date_the_plan_has_no_days_and_says_what_is_missing():
    advice = advise({})
    assert {action.date for action in advice.actions} == {None}
    assert [remark.code for remark in advice.remarks] == ["no_day", "late_call"]
    assert "The day of the interview is not known" in advice.remarks[0].text
    days = usual_days(shipped(), parse({}))
    assert f"After about {days} days without a word" in text_of("count_as_no", {})
    assert day_of("thank", {"contact_by": "2026-11-20"}, "2026-11-17") is None


# counting silence as a no


def test_silence_counts_as_a_no_below_the_level_but_not_before_asking():
    wait = timeline(SEEN, days=30)
    level = round((wait[20].likelihood + wait[21].likelihood) / 2, 4)
    assert day_of("count_as_no", SEEN, no_below=level) == str(wait[21].date)
    assert f"below {100 * level:.0f}%" in text_of("count_as_no", SEEN, no_below=level)
    # At once below the level: first one asks, on the 23rd, and waits five working days for the answer.
    assert day_of("count_as_no", SEEN, no_below=0.9) == "2026-11-30"


def test_silence_counts_as_a_no_at_the_latest_when_offers_have_been_told():
    told = date(2026, 11, 16) + timedelta(usual_days(shipped(), parse(SEEN)))
    told += timedelta(1)  # a Sunday
    assert day_of("count_as_no", SEEN, no_below=0.001) == str(told)
    likelihood = score(SEEN, on=told).likelihood
    text = text_of("count_as_no", SEEN, no_below=0.001)
    assert f"the likelihood is still put at {100 * likelihood:.0f}%" in text
    assert "plan as if" in text
    named = date(2026, 11, 25) + timedelta(usual_days(shipped(), parse(SEEN)))
    assert day_of("count_as_no", NAMED, no_below=0.001) == str(named)


def test_where_they_call_only_if_positive_no_other_word_will_come():
    only = SEEN | {"no_call_if_refused": True}
    assert "no other word will come" in text_of("count_as_no", only)
    found = plan(only, no_below=0.001)["count_as_no"][0]
    told = date(2026, 11, 16) + timedelta(usual_days(shipped(), parse(only)))
    assert found[0] == str(told) < day_of("count_as_no", SEEN, no_below=0.001)
    assert "three in four offers have been told" in found[1]


def test_once_silence_counts_a_question_is_the_last_resort():
    counted = day_of("count_as_no", SEEN)
    found = plan(SEEN, counted)
    assert found["count_as_no"][0][0] == found["ask_status"][0][0] == counted
    assert found["ask_feedback"][0][1].startswith("Only if you have not asked where you stand meanwhile.")
    assert found["ask_status"][0][1].endswith("If five working days bring no answer, leave it.")
    assert found["count_as_no"][0][1].startswith("Plan as if the answer were no: nine in ten")
    assert "The usual wait is over, so expect little." in found["ask_status"][0][1]
    asked = SEEN | {"contacted_on": "2026-11-24"}
    assert "ask_status" not in plan(asked, counted)
    assert day_of("count_as_no", asked, counted) == counted


def test_silence_of_long_ago_counts_at_once_and_what_decided_it_is_asked():
    low = SEEN | {"good_luck_with_search": True, "conditional_phrases": True}
    assert text_of("count_as_no", low, "2027-06-01").startswith("Count the silence as a no: the likelihood")
    for on in ("2027-06-01", "2027-06-02"):
        found = plan(SEEN, on)
        assert found["count_as_no"][0][0] == found["ask_feedback"][0][0] == on
        assert "ask_status" not in found


def test_a_likelihood_that_is_shown_as_the_level_is_said_to_be_just_below_it():
    fast = {"interviewed_on": "2026-11-19", "pace": "fast"}
    level = score(fast, on="2026-12-09").likelihood + 1e-6
    text = text_of("count_as_no", fast, "2026-12-09", no_below=level)
    assert text.endswith(f"the likelihood of an offer is put just below {100 * level:.0f}%.")
    assert "is put at" in text_of("count_as_no", fast, "2026-12-09", no_below=level + 0.1)


def test_what_they_said_last_is_where_the_wait_starts():
    heard = SEEN | {"heard_on": "2026-11-20"}
    assert day_of("ask_status", heard, "2026-11-23") == "2026-11-27"
    assert text_of("ask_status", heard, "2026-11-23").startswith("Their last word named no day.")


def test_a_further_round_is_prepared_and_nothing_asked_for():
    further = SEEN | {"stage": "first", "next_round_scheduled": True}
    found = plan(further, "2026-11-17")
    assert set(found) == {"thank", "prepare", "go_on", "hold_back"}
    assert "no_day" not in remarks_of(further)
    assert "ask_status" in plan(
        SEEN | {"next_round_scheduled": True}, "2026-11-17"
    )  # void after a final round


def test_an_announced_offer_is_wanted_in_writing():
    found = plan(SEEN | {"offer_announced": True}, "2026-11-17")
    assert "resign from nothing" in found["in_writing"][0][1]
    assert "ask_status" in found


def test_a_closed_position_is_asked_about_for_the_next_one():
    closed = NAMED | {"position_irrelevant": True, "offer_announced": True}
    found = plan(closed, "2026-11-17")
    assert set(found) == {"thank", "go_on", "ask_feedback", "hold_back"}
    assert found["ask_feedback"][0][0] == "2026-11-19"
    assert "will think of you for another" in found["ask_feedback"][0][1]
    assert day_of("ask_feedback", {"position_irrelevant": True}) is None


def test_behind_another_finalist_nobody_waits():
    assert remarks_of(SEEN | {"finalist_exists": True})["another_finalist"].claim == "C3, E4"


def test_the_usual_days_are_those_of_nine_in_ten_offers():
    model = shipped()
    waits = Waits(2.0, 1.0, 0.9)  # few are ever told, which says nothing of how long it takes
    slow = replace(
        model, waiting=replace(model.waiting, offers=dict.fromkeys(("fast", "usual", "slow"), waits))
    )
    from statistics import NormalDist

    expected = NormalDist(2.0, 1.0).inv_cdf(0.9)
    assert usual_days(slow, parse({"stage": "first"})) == pytest.approx(2.718281828**expected, abs=1)
    never = Waits(9.0, 1.0, 0.0)
    endless = replace(
        model, waiting=replace(model.waiting, offers=dict.fromkeys(("fast", "usual", "slow"), never))
    )
    assert usual_days(endless, parse({})) == LAST_DAY


def test_feedback_is_asked_for_some_days_after_the_silence_counts():
    no = date.fromisoformat(day_of("count_as_no", SEEN))
    feedback = date.fromisoformat(day_of("ask_feedback", SEEN))
    assert 3 <= (feedback - no).days <= 5
    assert "thank them" in text_of("ask_feedback", SEEN)


# what is always said


@given(checklists(), st.floats(0.01, 0.9))
@example(({"contact_date_missed": True}, date(2026, 11, 21)), 0.1)  # a Saturday
def test_every_plan_holds_together(drawn, level):
    checklist, on = drawn
    advice = advise(checklist, on=on, no_below=level, holidays=[START + timedelta(DAYS)])
    kinds = [action.kind for action in advice.actions]
    assert {"go_on", "hold_back"} <= set(kinds) <= set(KINDS)
    if not checklist.get("next_round_scheduled") and "contacted_on" not in checklist:
        assert "ask_feedback" in kinds
    days = [action.date for action in advice.actions if action.date]
    assert days == sorted(days)
    assert [action.date for action in advice.actions[len(days) :]] == [None] * (len(kinds) - len(days))
    by_kind = {action.kind: action.date for action in advice.actions}
    for action in advice.actions:
        assert on is None or action.date is None or action.date >= on
        assert not re.search(r"[{}]", action.text)
        if action.kind in ("thank", "ask_status", "count_as_no", "ask_feedback") and action.date:
            assert action.date.weekday() < 5
            assert action.date != START + timedelta(DAYS)
    assert by_kind.get("thank") is None or by_kind["thank"] != by_kind.get("ask_status")
    if by_kind.get("ask_status") and by_kind["count_as_no"]:
        assert by_kind["ask_status"] <= by_kind["count_as_no"] < by_kind["ask_feedback"]
        told = ("usual wait is over", "Where you ask only now, leave them five working days")
        late = any(text in action.text for action in advice.actions for text in told)
        assert late or (by_kind["count_as_no"] - by_kind["ask_status"]).days >= PATIENCE
        named = checklist.get("contact_by")
        heard = checklist.get("heard_on")
        assert named is None or (heard and heard >= named) or by_kind["ask_status"] > named


def test_what_a_call_can_mean_is_said_where_it_was_promised():
    remark = remarks_of(SEEN | {"vague_call_promise": True})["vague_promise"]
    assert remark.text == rules.VAGUE_PROMISE[1]
    assert remark.claim == "D1, D2, D3, D4, D5"
    assert "vague_promise" not in remarks_of(SEEN)


def test_a_late_call_happens_and_is_not_waited_for():
    assert "do not wait for it" in remarks_of(SEEN)["late_call"].text


def test_every_text_rests_on_claims_of_the_article():
    for kind, said in STEPS.items():
        own = kind in ("prepare", "in_writing")  # the article is silent on both
        assert re.fullmatch(r"[A-H]\d+(, [A-H]\d+)*", said.claim) or own
    cited = {claim for said in (*STEPS.values(), *REMARKS.values()) for claim in said.claim.split(", ")}
    assert {"G1", "G2", "G3", "G4", "G5", "G6", "G7", "F6", "F7", "F8", "F9", "A3", "A10", "E4"} <= cited


def test_harm_that_nobody_has_measured_is_not_called_measured():
    assert "nobody has measured it" in text_of("wait", NAMED)
    assert "No figures were found" in text_of("hold_back", SEEN)
    assert "nobody has counted" in text_of("ask_feedback", SEEN)


# bad input


@pytest.mark.parametrize(
    ("checklist", "on", "message"),
    [
        (
            SEEN,
            "2026-11-10",
            "interviewed_on is 2026-11-16, after 2026-11-10, the day of the question: the interview cannot lie in",
        ),
        (
            {"interviewed_on": "2026-11-30", "contact_by": "2026-11-20"},
            "2026-11-10",
            "the named day cannot lie",
        ),
        ({"contacted_on": "2026-11-30"}, "2026-11-10", "what lies ahead cannot be known yet"),
        ({"interviewed_on": "9950-01-01"}, "9940-01-01", "allowed: a day before the year 9900"),
        (
            {"interviewed_on": "9999-12-31"},
            "2026-12-01",
            "interviewed_on is 9999-12-31; allowed: a day before",
        ),
        ({"interviewed_on": "soon"}, "2026-11-10", "interviewed_on is 'soon'; allowed: a date that exists"),
    ],
)
def test_dates_that_cannot_be_are_told(checklist, on, message):
    with pytest.raises(OutcomeError, match=re.escape(message)):
        advise(checklist, on=on)


@pytest.mark.parametrize("level", [0, 1, True, "half", None, float("nan")])
def test_a_bad_level_is_told(level):
    with pytest.raises(OutcomeError, match=r"no_below is .*; allowed: a number between 0 and 1"):
        advise(SEEN, no_below=level)


def test_all_problems_are_told_at_once():
    with pytest.raises(OutcomeError) as caught:
        advise({"prased": True}, on="soon", holidays=["x"], no_below=2, model=1)
    assert [problem.code for problem in caught.value.problems] == [
        "bad_date", "bad_level", "bad_model", "bad_date",
        "unknown_key",
    ]  # fmt: skip


@pytest.mark.parametrize("on", ["2026-11-17", "2026-11-20", "2026-11-24"])
def test_counting_silence_as_a_no_does_not_move_with_the_day_of_the_question(on):
    """Where they named a day that is not told, it is counted from the interview."""
    unlikely = {
        "stage": "first",
        "interviewed_on": "2026-11-16",
        "contact_date_given": True,
        "cut_short": True,
    }
    assert day_of("count_as_no", unlikely, on) == "2026-11-30"


def test_what_is_unlikely_already_is_not_said_to_become_so():
    unlikely = {
        "stage": "first",
        "interviewed_on": "2026-11-16",
        "cut_short": True,
        "conditional_phrases": True,
    }
    unlikely |= {"candidate_was_late": True, "interviewer_lost_interest": True}
    assert score(unlikely, on="2026-11-17").likelihood < 0.1
    text = text_of("count_as_no", unlikely, "2026-11-17")
    assert "is low already, and is put at" in text
    assert "is then below" not in text


def test_where_both_are_due_today_silence_is_counted_first_and_asking_is_what_is_left():
    on = day_of("count_as_no", SEEN)
    kinds = [action.kind for action in advise(SEEN, on=on).actions if action.date]
    assert kinds.index("count_as_no") < kinds.index("ask_status")
    assert "To have it from them" in text_of("ask_status", SEEN, on)


# from one day to the next


@st.composite
def waits(draw):
    """A checklist, and a day not before any that lies behind."""
    found = draw(answers) | draw(contexts) | draw(dates())
    behind = [found[key] for key in ("interviewed_on", "contacted_on", "heard_on") if key in found]
    return found, max(behind, default=START) + timedelta(draw(st.integers(0, 90)))


@given(waits(), st.sampled_from([0.05, 0.1, 0.4]))
@example(({"interviewed_on": date(2026, 9, 8)}, date(2026, 10, 17)), 0.1)  # a Saturday
@example(({"interviewed_on": date(2026, 11, 2)}, date(2026, 12, 14)), 0.1)
@example(({"interviewed_on": START, "contact_date_missed": True}, START + timedelta(4)), 0.1)
def test_asked_a_day_later_a_plan_is_the_same_or_overdue(drawn, level):
    checklist, on = drawn
    before = {action.kind: action.date for action in advise(checklist, on=on, no_below=level).actions}
    tomorrow = on + timedelta(1)
    due = {tomorrow, working_day(tomorrow)}
    for action in advise(checklist, on=tomorrow, no_below=level).actions:
        assert action.kind in before
        day = before[action.kind]
        assert action.date == day or (day <= tomorrow and action.date in due)


@given(waits(), st.booleans())
@example(({"interviewed_on": date(2026, 11, 2)}, date(2026, 12, 28)), False)
@example(({"interviewed_on": date(2026, 11, 2), "position_irrelevant": True}, date(2026, 11, 3)), False)
def test_who_notes_each_question_is_told_to_stop_asking(drawn, first_day):
    """One that came before its day, the first, the second, and what decided it."""
    checklist, on = drawn
    checklist = (
        checklist if {"interviewed_on", "contact_by", "heard_on"} & set(checklist) else {"heard_on": on}
    )
    for _ in range(5):
        asks = [
            action.date
            for action in advise(checklist, on=on).actions
            if action.kind in ("ask_status", "ask_feedback") and action.date
        ]
        if not asks:
            break
        on = min(asks) if first_day else max(asks)
        checklist = checklist | {"contacted_on": on}
    else:
        raise AssertionError(checklist)
    kinds = {action.kind for action in advise(checklist, on=on + timedelta(200)).actions}
    assert not {"ask_status", "ask_feedback"} & kinds or "contacted_on" not in checklist


@pytest.mark.parametrize(
    ("asked", "on", "kinds", "counted"),
    [
        ("2026-11-23", "2026-11-24", {"ask_status", "ask_feedback"}, "2026-12-28"),  # on its day
        ("2026-11-30", "2026-12-01", {"ask_feedback"}, "2026-12-28"),  # again: that was the last time
        ("2026-12-28", "2026-12-29", set(), "2027-01-05"),  # after silence counted
        ("2026-12-28", "2027-02-01", set(), "2027-02-01"),
    ],
)
def test_asking_ends(asked, on, kinds, counted):
    found = plan(SEEN | {"contacted_on": asked}, on)
    assert {"ask_status", "ask_feedback"} & set(found) == kinds
    assert day_of("count_as_no", SEEN | {"contacted_on": asked}, on) == counted
    assert ("ask nothing more" in found["count_as_no"][0][1]) == (not kinds)


def test_who_asks_late_is_told_to_leave_time_for_an_answer():
    late = "2026-12-22"
    assert day_of("count_as_no", SEEN, late) == day_of("count_as_no", SEEN) == "2026-12-28"
    assert "Where you ask only now, leave them five working days" in text_of("count_as_no", SEEN, late)
    assert "Where you ask only now" not in text_of("count_as_no", SEEN, "2026-11-23")
    asked = SEEN | {"contacted_on": late}
    assert day_of("count_as_no", asked, late) == "2026-12-30"


# what the letters say on the days of the advice

SIGNED = {"name": "Ben Okoro", "recipient": "Ms Ali", "role": "clerk", "contact": "ben.okoro@example.org"}


@given(waits(), st.sampled_from([0.05, 0.1, 0.4]))
@example(({"interviewed_on": date(2026, 11, 16), "contact_date_missed": True}, date(2026, 11, 18)), 0.1)
@example(
    (
        {
            "interviewed_on": date(2026, 11, 16),
            "heard_on": date(2026, 11, 19),
            "contact_by": date(2026, 11, 20),
        },
        date(2026, 11, 20),
    ),
    0.1,
)
def test_each_letter_fits_the_day_on_which_it_is_advised(drawn, level):
    checklist, on = drawn
    for action in advise(checklist, on=on, no_below=level).actions:
        if action.date and "status" in action.letters:
            assert draft_letter("status", **SIGNED, checklist=checklist, on=action.date)
        if action.date and "feedback" in action.letters and not checklist.get("position_irrelevant"):
            body = draft_letter("feedback", **SIGNED, checklist=checklist, on=action.date).body
            assert "take it that you have chosen someone else" in body


# how it shows itself


@pytest.mark.parametrize(
    ("checklist", "on"),
    [
        (NAMED | {"vague_call_promise": True}, "2026-11-17"),
        ({"interviewed_on": "2026-11-30"}, "2026-11-24"),
        ({}, None),
    ],
    ids=["named day", "ahead", "nothing known"],
)
def test_advice_shows_itself(checklist, on, plain_model, snapshot):
    advice = advise(checklist, on=on, model=plain_model)
    assert str(advice) == snapshot
    assert advice._repr_html_() == snapshot


def test_advice_is_frozen_and_plain_data():
    advice = advise(NAMED, on="2026-11-17")
    with pytest.raises(FrozenInstanceError):
        advice.actions = ()
    data = json.loads(json.dumps(advice.to_dict()))
    assert set(data) == {"actions", "remarks", "model_version", "model_date"}
    assert data["actions"][0] == {
        "date": "2026-11-17", "kind": "thank", "text": advice.actions[0].text, "claim": "G4, G5",
        "letters": ["thanks_fit", "thanks_question", "thanks_attachment"],
    }  # fmt: skip
    assert data["actions"][-1]["date"] is None
    assert str(advice.actions[0]).startswith("2026-11-17: Send thanks: Send a short letter")
    assert str(advice.actions[-1]).startswith("What not to do: ")


def test_a_missed_day_is_due_whichever_it_was():
    missed = SEEN | {"contact_date_missed": True}
    assert day_of("ask_status", missed, "2026-11-17") == "2026-11-17"
    assert text_of("ask_status", missed, "2026-11-17").startswith("Once the day that they named has passed")
    assert "no_day" not in remarks_of(missed, "2026-11-17")


def test_nothing_is_advised_for_a_day_that_has_passed():
    closed = {"position_irrelevant": True, "interviewed_on": "2026-11-02"}
    assert day_of("ask_feedback", closed, "2026-11-25") == "2026-11-25"


@pytest.mark.parametrize("answer", [True, False])
def test_a_letter_that_was_answered_or_not_was_sent(answer):
    known = SEEN | {"thank_you_answered": answer}
    assert "thank" not in plan(known, "2026-11-17")
    assert "thank" in plan(known | {"thank_you_sent": False}, "2026-11-17")


def test_thanks_for_an_interview_on_an_unknown_day_are_not_due_once_they_had_the_word():
    for key in ("contact_by", "contacted_on", "heard_on"):
        assert "thank" not in plan({key: "2026-01-09"}, "2026-11-17")
    assert "thank" in plan({"contact_by": "2026-11-27"}, "2026-11-17")
    assert text_of("thank", {}).startswith(
        "Send a short letter of thanks by the working day after the interview"
    )
    assert "no_day" in remarks_of({"contacted_on": "2026-11-10"}, "2026-11-17")


def test_a_named_day_on_which_they_spoke_is_not_waited_for():
    spoken = SEEN | {"contact_by": "2026-11-20", "heard_on": "2026-11-20"}
    assert "wait" not in plan(spoken)


def test_a_closed_position_outweighs_a_further_round_and_a_remark_says_so():
    both = {"interviewed_on": "2026-11-10", "position_irrelevant": True, "next_round_scheduled": True}
    assert "prepare" not in plan(both, "2026-11-17")
    assert remarks_of(both, "2026-11-17")["closed_or_not"].signals == (
        "position_irrelevant",
        "next_round_scheduled",
    )
