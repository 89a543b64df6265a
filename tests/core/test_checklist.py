"""What may stand in a checklist, and what is said of what may not."""

import json
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interview_outcome.checklist import Checklist, Evidence, Remark, parse
from interview_outcome.errors import OutcomeError, Problem


def problems_of(checklist, **arguments):
    with pytest.raises(OutcomeError) as caught:
        parse(checklist, **arguments)
    return caught.value.problems


@pytest.mark.parametrize("yes", [True, "yes", "YES", " Yes ", "y", "Y", 1, 1.0])
def test_every_spelling_of_yes_is_a_yes(yes):
    assert parse({"praised": yes}).answers == {"praised": True}


@pytest.mark.parametrize("no", [False, "no", "No", "n", " N", 0, 0.0, -0.0])
def test_every_spelling_of_no_is_a_no(no):
    assert parse({"praised": no}).answers == {"praised": False}


@pytest.mark.parametrize("unknown", [None, "unknown", "UNKNOWN", "", " ", float("nan")])
def test_every_spelling_of_unknown_is_left_out(unknown):
    assert parse({"praised": unknown, "structured": unknown, "stage": unknown, "candidates": unknown,
                  "heard_on": unknown}) == Checklist({})  # fmt: skip


@pytest.mark.parametrize("value", ["maybe", "ye", 2, -1, 0.5, [], {}, object(), b"yes", float("inf"), "ja"])
def test_nothing_else_is_coerced(value):
    (problem,) = problems_of({"praised": value})
    assert (problem.code, problem.path, problem.value) == ("bad_answer", "praised", value)
    assert "allowed: yes, no or unknown (or True, False, None, 1, 0)." in problem.message


def test_numpy_and_pandas_scalars_count_as_what_they_hold():
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    found = parse({
        "praised": numpy.bool_(True), "cut_short": numpy.int64(0), "ran_long": numpy.float64("nan"),
        "office_tour": pandas.NA, "pay_discussed": numpy.str_("yes"), "candidates": numpy.int64(3),
        "interviewed_on": pandas.Timestamp("2026-11-16 10:00"), "contact_by": numpy.datetime64("2026-11-20"),
        "heard_on": pandas.NaT, "contacted_on": numpy.datetime64("NaT"), "stage": numpy.str_("final"),
        "interviewer": numpy.array("panel"),
    })  # fmt: skip
    assert found.answers == {"praised": True, "cut_short": False, "pay_discussed": True}
    assert found.context == {"candidates": 3, "interviewed_on": date(2026, 11, 16),
                             "contact_by": date(2026, 11, 20), "stage": "final", "interviewer": "panel"}  # fmt: skip


def test_a_masked_value_is_unknown():
    numpy = pytest.importorskip("numpy")
    assert parse({"praised": numpy.ma.masked}) == Checklist({})


def test_an_array_is_no_answer():
    numpy = pytest.importorskip("numpy")
    assert problems_of({"praised": numpy.array([1, 1])})[0].code == "bad_answer"


def test_every_problem_is_told_at_once():
    found = problems_of({"prased": True, "cut_short": "maybe", "stage": "finale", "candidates": 0, "heard_on": "soon",
                         "pace": 3, 7: True})  # fmt: skip
    assert [(problem.code, problem.path) for problem in found] == [
        ("unknown_key", "prased"), ("bad_answer", "cut_short"), ("bad_context", "stage"),
        ("bad_context", "candidates"), ("bad_date", "heard_on"), ("bad_context", "pace"), ("unknown_key", "7"),
    ]  # fmt: skip
    assert [problem.hint for problem in found] == [
        "Did you mean 'praised'?", "If you are not sure, leave it out: unknown is never a no.",
        "Did you mean 'final'?",
        "Count the people still in the running, you included; leave it out if you do not know.",
        'Write for example "2026-11-16".', "Leave it out if you do not know.", "outcome.signals lists the signals.",
    ]  # fmt: skip
    text = str(OutcomeError(found))
    assert text.startswith(
        "7 problems:\n- 'prased' is neither a signal nor a context key. Did you mean 'praised'?"
    )


def test_the_day_of_the_question_is_no_key():
    (problem,) = problems_of({"praised": True, "on": "2026-11-20"})
    assert (problem.code, problem.hint) == (
        "unknown_key",
        "It is no part of the checklist. Give on=... beside it.",
    )


def test_what_a_bare_checkbox_sends_is_told_with_its_mending():
    (problem,) = problems_of({"praised": "on"})
    assert problem.hint == 'A checkbox without a value sends this: write value="yes" into it.'


@pytest.mark.parametrize("value", [0, 101, 2.5, -3, "three", True, float("inf"), 10**400])
def test_candidates_is_a_whole_number_from_1_to_100(value):
    (problem,) = problems_of({"candidates": value})
    assert "allowed: a whole number from 1 to 100." in problem.message


@pytest.mark.parametrize("value", [3.0, "3", " 3 "])
def test_candidates_may_come_as_a_whole_float_or_as_text(value):
    assert parse({"candidates": value}).context == {"candidates": 3}


def test_dates_that_cannot_be_are_told_beside_other_problems():
    found = problems_of({"prased": True, "interviewed_on": "2026-11-16", "contact_by": "2026-11-15"})
    assert [problem.code for problem in found] == ["unknown_key", "date_order"]


@pytest.mark.parametrize(
    "given_date", ["2026-11-16", date(2026, 11, 16), datetime(2026, 11, 16, 9, 30), "2026-11-16T09:30:00"]
)
def test_a_date_is_a_date_a_datetime_or_an_iso_string(given_date):
    assert parse({"interviewed_on": given_date}).context == {"interviewed_on": date(2026, 11, 16)}


@pytest.mark.parametrize("value", ["2026-02-30", "16.11.2026", "20261116", "tomorrow", 20261116, True])
def test_a_date_must_exist(value):
    (problem,) = problems_of({"interviewed_on": value})
    assert problem.code == "bad_date"
    assert "allowed: a date that exists, as year-month-day." in problem.message


@pytest.mark.parametrize(
    ("first", "second"),
    [("interviewed_on", "contact_by"), ("interviewed_on", "contacted_on"), ("interviewed_on", "heard_on")],
)
def test_dates_that_cannot_be_are_told(first, second):
    (problem,) = problems_of({first: "2026-11-16", second: "2026-11-15"})
    assert problem.code == "date_order"
    assert problem.path == second
    assert f"{second} is 2026-11-15, before {first}, 2026-11-16" in problem.message


@pytest.mark.parametrize("key", ["interviewed_on", "contacted_on", "heard_on"])
def test_what_is_known_lies_before_the_day_of_the_question(key):
    (problem,) = problems_of({key: "2026-11-16"}, on=date(2026, 11, 15))
    assert (problem.code, problem.path, problem.value) == ("date_order", key, date(2026, 11, 16))
    assert problem.message.startswith(f"{key} is 2026-11-16, after 2026-11-15, the day of the question: ")
    assert problem.hint == "Mend the date, or leave it out."


@pytest.mark.parametrize(
    ("key", "text", "meant"),
    [
        ("stage", "First interview", "first"),
        ("stage", "final round", "final"),
        ("stage", "phone-screen", "phone"),
        ("stage", "finale", "final"),
        ("interviewer", "Hiring manager", "manager"),
    ],
)
def test_a_word_that_is_allowed_is_found_among_others(key, text, meant):
    (problem,) = problems_of({key: text})
    assert problem.hint == f"Did you mean {meant!r}?"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("maybe", "maybe"), (2, 2), (0.5, 0.5), (date(2026, 11, 16), "2026-11-16"), (float("inf"), "inf"),
        ("\ud800", "'\\ud800'"), ("x" * 61, "'" + "x" * 56 + "..."), ([1], "[1]"),
        (2**53, str(2**53)),
    ],
)  # fmt: skip
def test_a_problem_is_plain_data_whatever_was_found(value, shown):
    (problem,) = problems_of({"praised": value})
    data = problem.to_dict()
    assert data == {
        "code": "bad_answer", "path": "praised", "value": shown, "message": problem.message, "hint": problem.hint,
    }  # fmt: skip
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert problems_of(None)[0].to_dict()["value"] is None
    for odd, text in ((True, True), (10**5000, "<int>")):
        assert Problem("bad_answer", "praised", odd, "").to_dict()["value"] == text


def test_a_named_day_may_lie_ahead():
    assert parse({"contact_by": "2026-11-30"}, on=date(2026, 11, 20)).context["contact_by"] == date(
        2026, 11, 30
    )


@pytest.mark.parametrize("value", [None, 3, "praised", ["praised"], [("praised", True)]])
def test_a_checklist_is_a_mapping(value):
    (problem,) = problems_of(value)
    assert problem.code == "bad_checklist"
    assert "A checklist is a mapping of signals to answers" in problem.message


def test_a_checklist_is_checked_and_copied():
    checklist = parse({"praised": True, "interviewed_on": "2026-11-16"})
    assert parse(checklist) == checklist
    assert parse(checklist).answers is not checklist.answers
    assert [problem.path for problem in problems_of(Checklist({"prased": True}, {"stage": "finale"}))] == [
        "prased",
        "stage",
    ]
    assert problems_of(checklist, on=date(2026, 11, 1))[0].code == "date_order"


class _Hostile:
    def __repr__(self):
        raise RuntimeError

    def __eq__(self, other):
        raise RuntimeError

    __hash__ = None


def test_a_hostile_value_is_named_by_its_type():
    (problem,) = problems_of({"praised": _Hostile()})
    assert "praised is <_Hostile>;" in problem.message


junk = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
keys = (
    st.sampled_from(["praised", "stage", "candidates", "interviewed_on", "contact_by", "structured"])
    | st.text()
)


@given(st.dictionaries(keys, junk, max_size=6))
@example({"praised": "Yes\u0000"})
def test_anything_gives_a_checklist_or_problems(mapping):
    try:
        found = parse(mapping)
    except OutcomeError as error:
        assert error.problems
        assert all(problem.code and problem.message for problem in error.problems)
    else:
        assert all(type(answer) is bool for answer in found.answers.values())


def test_plain_data_of_a_checklist():
    evidence = Evidence("contact_by", date(2026, 11, 20), "by Friday", 0, 9, "by Friday")
    remark = Remark("contradict", ("praised",), "Both were said.", "A7")
    checklist = Checklist(
        {"praised": True}, {"contact_by": date(2026, 11, 20)}, (evidence,), (), (remark,), "by Friday"
    )
    assert checklist.to_dict() == {
        "answers": {"praised": True},
        "context": {"contact_by": "2026-11-20"},
        "evidence": [{"signal": "contact_by", "answer": "2026-11-20", "words": "by Friday", "start": 0, "end": 9,
                      "sentence": "by Friday"}],
        "suggestions": [],
        "remarks": [{"code": "contradict", "signals": ["praised"], "text": "Both were said.", "claim": "A7"}],
    }  # fmt: skip


def test_what_a_checklist_gives_as_plain_data_is_a_checklist():
    checklist = parse({"praised": True, "cut_short": False, "stage": "final", "heard_on": "2026-11-16"})
    assert parse(checklist.to_dict()) == checklist
    assert parse({"answers": {"praised": "yes"}}) == Checklist({"praised": True})
    for odd in (
        {"answers": {}, "praised": True},
        {"answers": {}, "extra": 1},
        {"answers": True},
        {"context": {"stage": "final"}},
    ):
        assert {problem.code for problem in problems_of(odd)} == {"unknown_key"}


def test_a_mapping_that_fails_to_give_its_items_is_refused():
    class Broken(dict):
        def items(self):
            raise RuntimeError

    (problem,) = problems_of(Broken(praised=True))
    assert (problem.code, problem.path) == ("bad_checklist", "$")
    assert "cannot be read: RuntimeError" in problem.message


@pytest.mark.parametrize(("text", "number"), [("3", 3), (" 12 ", 12), ("3.0", 3), ("4.", 4)])
def test_a_number_of_candidates_may_be_text(text, number):
    assert parse({"candidates": text}).context == {"candidates": number}


@pytest.mark.parametrize("word", ["true", "TRUE", "1", "1.0"])
def test_forms_and_files_say_yes_in_their_own_words(word):
    assert parse({"praised": word}).answers == {"praised": True}


def test_all_that_is_wrong_with_a_checklist_in_two_parts_is_said_at_once():
    both = {"answers": {"offer_announced": True}, "context": {"offer_announced": False}, "extra": 1}
    assert [(problem.code, problem.path) for problem in problems_of(both)] == [
        ("unknown_key", "extra"), ("twice", "offer_announced"),
    ]  # fmt: skip
    both = {"answers": {"praised": "maybe"}, "context": "final", 7: 1}
    assert [problem.path for problem in problems_of(both)] == ["7", "context", "praised"]
    (problem,) = problems_of({"answers": {}, "context": "final"})
    assert str(problem).startswith("context is 'final'; allowed: a mapping of context keys to their values.")
    assert parse({"answers": {"praised": True}, "context": None}) == Checklist({"praised": True})


class Contrary(int):
    """A number that will not be compared."""

    __hash__ = int.__hash__

    def __eq__(self, other):
        raise RuntimeError


class Mute(str):
    """A text that will not be looked at."""

    __slots__ = ()

    def casefold(self):
        raise RuntimeError

    strip = casefold


def test_kinds_derived_from_pythons_own_count_as_what_they_derive_from():
    assert parse({"praised": Contrary(1), "cut_short": Mute("no"), "stage": Mute("final")}) == parse(
        {"praised": True, "cut_short": False, "stage": "final"}
    )
    assert [problem.code for problem in problems_of({"interviewed_on": Contrary(1)})] == ["bad_date"]
