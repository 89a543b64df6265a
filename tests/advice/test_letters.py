"""The drafts: letters that one would send, without a gap, and without a fault of their own."""

import json
import tomllib
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome import OutcomeError, draft_letter, review_letter
from interview_outcome.advice import letters
from interview_outcome.advice.letter_arguments import ARGUMENTS
from interview_outcome.advice.letters import KINDS
from interview_outcome.checklist import parse

GIVEN = {
    "name": "Ben Okoro",
    "recipient": "Ms Ali",
    "role": "payroll clerk",
    "contact": "ben.okoro@example.org",
}
DATES = {"interviewed_on": "2026-11-16", "contact_by": "2026-11-20"}
MORE = {
    "company": "Kestrel",
    "topic": "the move to the new billing system",
    "checklist": DATES,
    "on": "2026-11-23",
}
OWN = {
    "thanks_attachment": {"attachment": "the three sample reconciliations"},
    "thanks_fit": {"topic": MORE["topic"], "fit": "for five years I ran payroll for 300 people"},
    "thanks_question": {
        "topic": MORE["topic"],
        "question": "will the clerk take part in the choice of the system",
    },
    "status": {},
    "feedback": {},
    "after_refusal": {},
}
NAMES = st.text(
    st.characters(categories=["L", "M", "N", "P", "S"], exclude_characters="[]{}<>_"), min_size=1, max_size=40
)


def problems_of(kind="status", **changes):
    with pytest.raises(OutcomeError) as error:
        draft_letter(kind, **(GIVEN | OWN.get(kind, {}) | changes))
    return error.value.problems


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [MORE, {}], ids=["all known", "the least"])
def test_a_draft_is_a_letter_to_send(kind, more, snapshot):
    letter = draft_letter(kind, **(GIVEN | more | OWN[kind]))
    assert str(letter) == snapshot
    review = review_letter(letter)
    assert (review.verdict, review.faults, review.remarks) == ("send", (), ())
    assert review.text == str(letter)
    assert review_letter(letter.body).verdict == "send"
    assert not set("{}[]<>_") & set(str(letter))
    assert letter.kind == kind


def test_every_kind_names_claims_of_the_article_and_needs_known_arguments():
    file = Path(letters.__file__).parent / "letters.toml"
    kinds = tomllib.loads(file.read_text(encoding="utf-8"))["kinds"]
    assert tuple(kinds) == KINDS
    for entry in kinds.values():
        assert "article" in entry["for"]
        assert set(entry["needs"]) <= set(ARGUMENTS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_missing_is_asked_for_by_name_and_all_at_once(kind):
    with pytest.raises(OutcomeError) as error:
        draft_letter(kind)
    found = error.value.problems
    needs = {*GIVEN, *OWN[kind]}
    assert {problem.path for problem in found} == needs
    assert {problem.code for problem in found} == {"missing"}
    assert "name is missing: your own name. Give name=..." in str(error.value)


def test_blank_is_missing():
    assert [(problem.code, problem.path) for problem in problems_of(role="  ")] == [("missing", "role")]


@pytest.mark.parametrize(
    ("argument", "value", "code", "message"),
    [
        ("name", 5, "bad_type", "name is 5; allowed: a text, your own name. Write it in quotation marks."),
        ("name", "x" * 101, "too_long", "has 101 characters; allowed: up to 100. Shorten it."),
        (
            "name",
            "Ben\nBcc: all@example.org",
            "bad_character",
            "holds a line break or an invisible control character.",
        ),
        ("name", "Ben\u202eorokO", "bad_character", "Write it on one line, in plain characters."),
        ("name", "\ud800", "bad_character", "invisible control character"),
        (
            "name",
            "[Your name]",
            "gap",
            "name '[Your name]' holds a gap that was never filled. Write the words themselves.",
        ),
        ("company", "{company}", "gap", "gap"),
        ("role", "____", "gap", "gap"),
        ("recipient", "<name>", "gap", "gap"),
        (
            "contact",
            "call me",
            "bad_contact",
            "holds neither an e-mail address nor a phone number. Write for example",
        ),
        ("role", "42", "no_letter", "has no letter in it. Write it in words."),
    ],
)
def test_what_cannot_stand_in_a_letter_is_refused(argument, value, code, message):
    found = problems_of(**{argument: value})
    assert code in [problem.code for problem in found]
    assert {problem.path for problem in found} == {argument}
    assert message in " ".join(map(str, found))


def test_strange_names_are_names():
    for name in (
        "Zo\u00eb O\u2019Brien-\u0141uczak",
        "\u674e\u4f1f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "Bj\u00f6rk 3rd",
    ):
        assert (
            f"\n{name}\n"
            in draft_letter("status", **(GIVEN | {"name": name, "contact": "07700 900123"})).body
        )


def test_the_ends_of_texts_are_mended():
    letter = draft_letter(
        "thanks_question",
        **(GIVEN | OWN["thanks_question"] | {"recipient": "Dear Ms Ali,", "question": "who trains?? "}),
    )
    assert letter.body.startswith("Dear Ms Ali,\n")
    assert "afterwards: who trains? A short" in letter.body
    fit = draft_letter("thanks_fit", **(GIVEN | OWN["thanks_fit"] | {"fit": "I ran payroll."}))
    assert "there: I ran payroll. I remain" in fit.body


def test_dates_come_from_a_checklist_or_a_mapping():
    for checklist in (DATES, parse(DATES)):
        body = draft_letter("status", **GIVEN, checklist=checklist, on="2026-11-23").body
        assert "on Monday 16 November" in body
        assert "by Friday 20 November" in body


def test_a_status_enquiry_that_names_a_day_needs_the_day_of_the_letter():
    (problem,) = problems_of("status", checklist=DATES)
    assert (problem.code, problem.path) == ("missing", "on")
    assert str(problem) == (
        "on is missing: contact_by is 2026-11-20, and the letter would say that this day has passed. "
        "Give the day of the letter, on=date.today()."
    )
    kept = DATES | {"heard_on": "2026-11-20"}
    assert "You expected" not in draft_letter("status", **GIVEN, checklist=kept).body


@pytest.mark.parametrize(
    ("days", "on", "says"),
    [
        ({}, "2026-11-27", "I understand that you have chosen someone else, and I respect"),
        ({}, "2026-11-30", "I have not heard from you since, and take it"),
        ({"contacted_on": "2026-11-23"}, "2026-12-04", "I understand that you have chosen someone else"),
        ({"contacted_on": "2026-11-23"}, "2026-12-07", "I have not heard from you since, and take it"),
        ({"heard_on": "2026-11-26"}, "2026-12-09", "I understand that you have chosen someone else"),
        ({"heard_on": "2026-11-26"}, "2026-12-10", "I take it that you have chosen someone else"),
    ],
)
def test_a_request_for_feedback_takes_silence_for_a_no_after_asking_and_five_working_days(days, on, says):
    assert says in draft_letter("feedback", **GIVEN, checklist=DATES | days, on=on).body


@pytest.mark.parametrize(
    "known",
    [
        {"called_by_phone": True}, {"called_by_phone": False}, {"contact_date_missed": False}, {"long_silence": False},
        {"quick_contact_after": True}, {"quick_contact_after": False}, {"thank_you_answered": True},
        {"decision_postponed": True}, {"references_requested": True}, {"long_silence": True, "heard_on": "2026-11-20"},
        {"long_silence": True, "heard_on": "2026-11-03"}, {"long_silence": True, "called_by_phone": True},
    ],
)  # fmt: skip
@pytest.mark.parametrize("on", ["2026-11-20", "2027-01-20"])
def test_who_was_in_touch_is_not_said_to_have_been_silent(known, on):
    body = draft_letter("feedback", **GIVEN, checklist={"interviewed_on": "2026-11-02"} | known, on=on).body
    assert "not heard" not in body
    assert "that you have chosen someone else, and I respect your decision." in body


def test_long_silence_holds_until_they_were_in_touch():
    told = {"interviewed_on": "2026-11-02", "long_silence": True}
    for on in (None, "2026-11-10", "2026-11-20"):
        assert (
            "I have not heard from you since,"
            in draft_letter("feedback", **GIVEN, checklist=told, on=on).body
        )
    heard = told | {"heard_on": "2026-11-20"}
    for on, says in (("2026-12-02", "I understand that"), ("2026-12-05", "I take it that"), (None, "I take")):
        assert says in draft_letter("feedback", **GIVEN, checklist=heard, on=on).body
    assert (
        "I understand" in draft_letter("feedback", **GIVEN, checklist={"praised": True}, on="2026-11-20").body
    )


@pytest.mark.parametrize(
    ("kind", "checklist", "on", "paths"),
    [
        ("feedback", {"contact_by": "9999-12-31"}, "2026-12-01", ["contact_by"]),
        ("status", {"interviewed_on": "9999-12-30"}, "9999-12-31", ["interviewed_on", "on"]),
    ],
)
def test_days_at_the_end_of_the_calendar_are_told(kind, checklist, on, paths):
    found = problems_of(kind, checklist=checklist, on=on)
    assert [(problem.code, problem.path) for problem in found] == [("bad_date", path) for path in paths]


def test_a_bad_day_is_told_beside_a_bad_answer():
    found = problems_of(name=None, checklist={"praised": "maybe"}, on="y")
    assert [problem.path for problem in found] == ["name", "on", "praised"]


def test_dates_that_contradict_each_other_are_told_beside_what_is_missing():
    found = problems_of(name=None, checklist={"interviewed_on": "2026-11-16", "contact_by": "2026-11-10"})
    assert [(problem.code, problem.path) for problem in found] == [
        ("missing", "name"),
        ("date_order", "contact_by"),
    ]


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("thankyou", None),
        ("thanks_atachment", "thanks_attachment"),
        (None, None),
        (3, None),
        (["status"], None),
    ],
)
def test_an_unknown_kind_is_told_with_those_that_are_known(kind, known):
    with pytest.raises(OutcomeError) as error:
        draft_letter(kind)
    problem = error.value.problems[0]
    assert (problem.code, problem.path) == ("unknown_kind", "kind")
    assert ", ".join(KINDS) in problem.message
    assert f"Did you mean {known!r}?" == problem.hint if known else problem.hint.startswith("Pick the one")


@pytest.mark.parametrize(
    ("kind", "argument", "value", "code"),
    [
        ("thanks_fit", "fit", "this is my last chance", "pity"),
        ("thanks_fit", "topic", "the best company in the world", "flattery"),
        ("thanks_question", "question", "when do I start", "certainty"),
        ("thanks_attachment", "attachment", "my CV!!!", "too_much_emotion"),
        ("status", "contact", "party.queen@example.org", "unserious_address"),
        ("status", "recipient", "Sir or Madam", "missing_greeting"),
    ],
)
def test_an_argument_that_would_be_a_fault_is_refused(kind, argument, value, code):
    found = problems_of(kind, **{argument: value})
    assert [(problem.code, problem.path) for problem in found] == [(code, argument)]
    assert f"{argument} would be a fault in the letter, {code} (" in found[0].message
    assert found[0].hint


def test_a_fault_that_no_single_argument_holds_is_the_letter_s():
    assert {problem.path for problem in problems_of("thanks_fit", fit="Thank you. Thank you")} == {"fit"}
    found = problems_of("thanks_question", topic="why you asked me", question="who? when? where? how")
    assert {problem.code for problem in found} == {"says_everything"}
    assert {problem.path for problem in found} <= {"letter", "question"}


def test_names_of_people_and_companies_are_no_faults():
    letter = draft_letter("status", **(GIVEN | {"company": "Amazing Company Ltd"}))
    assert "at Amazing Company Ltd" in letter.body


@given(NAMES)
def test_a_draft_with_any_name_passes_or_says_why_not(name):
    try:
        letter = draft_letter("status", **(GIVEN | {"name": name}))
    except OutcomeError as error:
        assert {problem.path for problem in error.problems} <= {"name", "contact", "letter"}
    else:
        assert f"\n{name}\n" in letter.body


def test_a_letter_is_frozen_plain_data_and_shows_itself(snapshot):
    letter = draft_letter("status", **(GIVEN | {"company": "Smith & Sons <Ltd"}))
    assert json.loads(json.dumps(letter.to_dict())) == letter.to_dict()
    assert set(letter.to_dict()) == {"subject", "body", "kind"}
    assert letter._repr_html_() == snapshot
    with pytest.raises(FrozenInstanceError):
        letter.body = ""


def test_an_interview_that_lies_ahead_and_a_question_too_early_are_told():
    """Claims G2 and F6: nobody is asked before the day that they named."""
    given = {
        "name": "Ben Okoro",
        "recipient": "Ms Ali",
        "role": "payroll clerk",
        "contact": "ben.okoro@example.org",
    }
    checklist = {"interviewed_on": "2026-11-16", "contact_by": "2026-11-20"}
    with pytest.raises(
        OutcomeError, match="contact_by is 2026-11-20, the day that they named: it has not passed yet"
    ):
        draft_letter("status", **given, checklist=checklist, on="2026-11-20")
    with pytest.raises(OutcomeError, match="the interview cannot lie in the future"):
        draft_letter("feedback", **given, checklist=checklist, on="2026-11-15")
    with pytest.raises(OutcomeError, match="on is 'soon'"):
        draft_letter("status", **given, on="soon")
    assert draft_letter("status", **given, checklist=checklist, on="2026-11-21").kind == "status"
    assert draft_letter("feedback", **given, checklist=checklist, on="2026-11-18").kind == "feedback"


@pytest.mark.parametrize(
    ("kind", "key", "kinds"),
    [
        ("status", "attachment", "thanks_attachment"),
        ("feedback", "question", "thanks_question"),
        ("after_refusal", "fit", "thanks_fit"),
    ],
)
def test_what_a_kind_has_no_place_for_is_not_dropped_silently(kind, key, kinds):
    given = {
        "name": "Ben Okoro",
        "recipient": "Ms Ali",
        "role": "payroll clerk",
        "contact": "ben@example.org",
    }
    with pytest.raises(
        OutcomeError, match=f"{key} has no place in a letter of the kind {kind}.*choose {kinds}"
    ):
        draft_letter(kind, **given, **{key: "something of mine"})
    assert draft_letter(kind, **given, topic="the new system", company="Acme").body.count("Acme") == 1


@pytest.mark.parametrize(
    "fit",
    [
        "you will hire me",
        "I look forward to starting",
        "I am the perfect candidate",
        "I will be your new clerk",
    ],
)
def test_certainty_does_not_hide_behind_the_words_around_it(fit):
    given = {"name": "Ben Okoro", "recipient": "Ms Ali", "role": "clerk", "contact": "ben.okoro@example.org"}
    with pytest.raises(OutcomeError) as caught:
        draft_letter("thanks_fit", **given, topic="the move", fit=fit)
    assert {problem.path for problem in caught.value.problems} == {"fit"}
    assert "certainty" in {problem.code for problem in caught.value.problems}


def test_a_status_enquiry_goes_by_what_was_said_last():
    days = {"interviewed_on": "2026-11-16", "contact_by": "2026-11-20", "heard_on": "2026-11-23"}
    body = draft_letter("status", **GIVEN, checklist=days, on="2026-11-27").body
    assert "You expected" not in body
    assert "I am writing to ask where my application stands." in body
    asked = {"interviewed_on": "2026-11-16", "contacted_on": "2026-11-23"}
    body = draft_letter("status", **GIVEN, checklist=asked, on="2026-11-30").body
    assert "I asked on Monday 23 November, and have had no answer so far." in body


@pytest.mark.parametrize(
    ("checklist", "on", "path", "first"),
    [
        ({"interviewed_on": "2026-11-16"}, "2026-11-17", "interviewed_on", "2026-11-20"),
        ({"interviewed_on": "2026-11-02", "heard_on": "2026-11-16"}, "2026-11-19", "heard_on", "2026-11-20"),
        (
            {"interviewed_on": "2026-11-02", "contacted_on": "2026-11-16"},
            "2026-11-19",
            "contacted_on",
            "2026-11-20",
        ),
    ],
)
def test_a_status_enquiry_has_its_time(checklist, on, path, first):
    with pytest.raises(OutcomeError) as caught:
        draft_letter("status", **GIVEN, checklist=checklist, on=on)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("too_early", path)
    assert f"Write on {first} or later" in problem.hint
    assert draft_letter("status", **GIVEN, checklist=checklist, on=first).kind == "status"
    assert draft_letter("status", **GIVEN, checklist=checklist).kind == "status"


def test_of_a_closed_position_no_status_is_asked_and_feedback_does_not_speak_of_another():
    closed = {"interviewed_on": "2026-11-16", "position_irrelevant": True}
    with pytest.raises(OutcomeError, match="they told you that the position is closed"):
        draft_letter("status", **GIVEN, checklist=closed)
    body = draft_letter("feedback", **GIVEN, checklist=closed).body
    assert "I understand that the position will not be filled for now." in body
    assert "someone else" not in body
    silent = draft_letter("feedback", **GIVEN, checklist={"long_silence": True}).body
    assert "I have not heard from you since" in silent
    assert "I understand that you have chosen someone else" in draft_letter("feedback", **GIVEN).body
