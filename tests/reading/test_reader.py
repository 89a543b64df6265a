"""Free text to checklist, through the public face."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_outcome as outcome
from interview_outcome.reading.reader import LONGEST_TEXT

NOTE = (
    "They said they'd let me know by Friday, showed me round, but the guy kept checking his phone.\n"
    "Nobody mentioned pay. It's down to me and one other, and the panel asked about my notice period."
)


def test_a_note_becomes_a_checklist():
    """Answers, context and the words of each."""
    checklist = outcome.read(NOTE, on="2026-11-16")
    assert checklist.answers["contact_date_given"] is True
    assert checklist.answers["office_tour"] is True
    assert checklist.answers["interviewer_took_calls"] is True
    assert checklist.answers["pay_discussed"] is False
    assert checklist.answers["told_you_are_finalist"] is True
    assert checklist.answers["start_date_discussed"] is True
    assert checklist.context == {
        "candidates": 2,
        "interviewer": "panel",
        "contact_by": date(2026, 11, 20),
    }
    for evidence in checklist.evidence:
        assert NOTE[evidence.start : evidence.end] == evidence.words
        assert evidence.words in evidence.sentence
        assert evidence.sentence in NOTE
    assert {evidence.signal for evidence in checklist.evidence} == {*checklist.answers, *checklist.context}


def test_a_note_becomes_a_score():
    """What was read is scored like a checklist that was filled in."""
    assert outcome.score(outcome.read(NOTE)).likelihood == outcome.score(outcome.read(NOTE).answers | {
        "candidates": 2, "interviewer": "panel"}).likelihood  # fmt: skip


def test_without_a_day_no_date_is_made_up():
    """By Friday of which week is not known."""
    assert "contact_by" not in outcome.read(NOTE).context


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Had my interview yesterday. They'll ring in two weeks.", "interviewed_on", date(2026, 11, 17)),
        ("Had my interview yesterday. They'll ring in two weeks.", "contact_by", date(2026, 12, 1)),
        ("The phone interview was today.", "stage", "phone"),
        ("Just had my second interview with the manager.", "stage", "later"),
        ("Had the final interview on Monday.", "stage", "final"),
        ("I'm one of three finalists.", "candidates", 3),
        ("There are 4 of us left.", "candidates", 4),
        ("It's me and two others.", "candidates", 3),
        ("There are two other candidates left.", "candidates", 3),
        ("One other and me left.", "candidates", 2),
        ("It's between me and one other.", "candidates", 2),
        ("I'm in the last three.", "candidates", 3),
        ("It happened in the last three weeks.", "candidates", None),
        ("It was interview one of three.", "candidates", None),
        ("I'd discussed it with HR.", "interviewer", None),
        ("They want a second interview with the director.", "interviewer", None),
        ("My interview yesterday was with HR.", "interviewer", "recruiter"),
        ("Second interview on Thursday!", "interviewed_on", None),
        ("They named a day.", "contact_by", None),
        ("They said two weeks. That was on Monday.", "contact_by", date(2026, 11, 30)),
        ("They said two weeks. That was three weeks ago.", "contact_by", date(2026, 11, 11)),
        ("They promised to ring on Monday but I've heard nothing.", "contact_by", date(2026, 11, 16)),
        ("They promised to ring within a week but never did, a week late now.", "contact_by", None),
        ("They'll ring by Wednesday 25 November.", "contact_by", date(2026, 11, 25)),
        ("My interview was on Thursday 5 November.", "interviewed_on", date(2026, 11, 5)),
        ("I interviewed on Monday 2 November.", "interviewed_on", date(2026, 11, 2)),
        ("I interviewed on Thursday the 5th.", "interviewed_on", date(2026, 11, 5)),
        ("Had my interview on Thu, 5 Nov.", "interviewed_on", date(2026, 11, 5)),
        ("I interviewed on Thursday 5/11.", "interviewed_on", date(2026, 11, 5)),
        ("My interview was on 2 November 2024.", "interviewed_on", date(2024, 11, 2)),
        ("They may let me know by Friday.", "contact_by", date(2026, 11, 20)),
        ("They will let me know by 5 January 2028.", "contact_by", date(2028, 1, 5)),
        ("The HR lady interviewed me.", "interviewer", "recruiter"),
        ("I was interviewed by the shop manager.", "interviewer", "manager"),
        ("The agency consultant asked me things.", "interviewer", "agency"),
    ],
)
def test_context_is_read_where_it_is_stated(text, key, value):
    """Stage, candidates, interviewer and days."""
    assert outcome.read(text, on="2026-11-18").context.get(key) == value


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("They said I'd hear by the end of the week.", date(2026, 11, 6)),
        ("They emailed this morning: I'll hear by the end of the week.", date(2026, 11, 20)),
        ("This morning they emailed: I'll hear by the end of the week.", date(2026, 11, 20)),
        ("They rang today to say they'll let me know by Friday.", date(2026, 11, 20)),
        ("Today she told me they will let me know by Friday.", date(2026, 11, 20)),
        ("She has just emailed. I will hear within a week.", date(2026, 11, 23)),
        ("They rang on Thursday and said I'd hear in a week.", date(2026, 11, 19)),
        ("They rang the next day. I'd hear by Friday.", date(2026, 11, 6)),
        ("They rang on 30 October. I'd hear by Friday.", date(2026, 11, 6)),
        ("They have not rung. They said they'd let me know by Friday.", date(2026, 11, 6)),
        ("His phone rang. He said I'd hear by Friday.", date(2026, 11, 6)),
        ("They'll decide by Friday, and they emailed this morning about parking.", date(2026, 11, 6)),
    ],
)
def test_a_promise_is_counted_from_the_day_that_it_was_made(told, day):
    """A call or a mail after the interview, and what is none."""
    context = outcome.read(f"I interviewed on 2 November. {told}", on="2026-11-16").context
    assert context == {"interviewed_on": date(2026, 11, 2), "contact_by": day}


def test_a_call_alone_is_nothing_that_could_be_read():
    """What only helps to count days is no answer."""
    (remark,) = outcome.read("I interviewed on Monday.").remarks
    assert remark.code == "nothing_read"


@pytest.mark.parametrize(
    "text",
    [
        "I had my final round on Monday.",
        "Done my second interview on Tuesday, went well.",
        "The second interview was last Thursday.",
    ],
)
def test_a_round_that_is_over_is_no_further_one(text):
    """The round that the note is about."""
    checklist = outcome.read(text)
    assert "next_round_scheduled" not in checklist.answers
    assert checklist.context["stage"] in {"final", "later"}


def test_a_round_that_is_arranged_is_a_further_one():
    """What they booked is still to come."""
    assert outcome.read("I had a second interview booked for Monday.").answers["next_round_scheduled"] is True


def test_what_no_number_or_day_comes_of_is_left_out():
    """One candidate is no field, and no calendar has the 31st of February."""
    assert "candidates" not in outcome.read("A shortlist of 400. Only 2nd of us left.").context
    checklist = outcome.read("The interview was on 31 february. She named a date.", on="2026-11-18")
    assert checklist.answers["contact_date_given"] is True
    assert not {"interviewed_on", "contact_by"} & checklist.context.keys()


def test_interviewers_of_two_kinds_are_left_open():
    """HR and a manager: neither alone."""
    assert "interviewer" not in outcome.read("HR interviewed me, then the manager asked me things.").context


def test_an_answer_that_follows_from_another_carries_its_words():
    """A missed date was named; an answered letter was sent."""
    checklist = outcome.read("They promised to ring on Monday but I've heard nothing.")
    assert checklist.answers["contact_date_missed"] is True
    assert checklist.answers["contact_date_given"] is True
    checklist = outcome.read("She answered my thank-you email warmly.")
    assert checklist.answers == {"thank_you_answered": True, "thank_you_sent": True}
    assert len(checklist.evidence) == 2


def test_a_named_day_decides_what_a_promise_and_a_silence_mean():
    """With a day named, the promise is not vague, and the silence not long yet."""
    assert "vague_call_promise" not in outcome.read("Just 'we'll be in touch', by Friday she said.").answers
    dated = "Three weeks and I've heard nothing. She said by the 30th."
    assert "long_silence" not in outcome.read(dated).answers
    assert outcome.read("They would be in touch. No date at all.").answers["vague_call_promise"] is True


def test_contradictions_are_kept_and_reported():
    """Both places are evidence; the remark says what was done."""
    checklist = outcome.read("They showed me round the ward. Well, in truth nobody showed me round.")
    assert [evidence.answer for evidence in checklist.evidence] == [True, False]
    assert checklist.answers == {"office_tour": False}
    (remark,) = checklist.remarks
    assert remark.code == "contradiction"
    assert remark.signals == ("office_tour",)
    assert remark.text == (
        "The text says both yes and no to office_tour; the answer follows the words said more often or later."
        " Look at both places."
    )


def test_what_an_answer_rules_out_is_not_suggested_and_nothing_is_suggested_twice():
    note = "They said they'd let me know by Friday, showed me round, but he kept checking the time."
    assert "vague_call_promise" not in {words.signal for words in outcome.read(note).suggestions}
    mail = "I've had a text: 'Thanks for your email, lovely to meet you too, we'll be in touch soon.'"
    assert [words.signal for words in outcome.read(mail).suggestions] == [
        "vague_call_promise", "contact_date_given",
    ]  # fmt: skip


def test_what_is_not_sure_is_only_suggested():
    """A suggestion is no answer."""
    checklist = outcome.read("We had a nice chat.")
    assert "friendly_interaction" not in checklist.answers
    assert "friendly_interaction" in {words.signal for words in checklist.suggestions}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_text"),
        ("😀 🎉 …", "empty_text"),
        ("Ich hatte gestern ein Gespräch und der Chef war sehr nett zu mir", "not_english"),
        ("The bus was on time and it rained.", "nothing_read"),
        ("word " * 1000, "not_english"),
    ],
)
def test_a_text_that_says_nothing_gives_an_empty_checklist_with_a_remark(text, code):
    """Empty, emoji, another language, one word over and over, small talk."""
    checklist = outcome.read(text)
    assert checklist.answers == {}
    assert [remark.code for remark in checklist.remarks] == [code]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "The text to read is None; allowed: a string."),
        (b"abc", "The text to read is b'abc'; allowed: a string. Decode bytes first, for example with"),
        (
            "x" * (LONGEST_TEXT + 1),
            "The text has 1,000,001 characters; allowed: up to 1,000,000. Read it in parts.",
        ),
        ("\x00\x01\x02PK", "The text holds binary data; allowed: text that a person can read."),
    ],
)
def test_what_is_no_text_is_refused(text, message):
    """The text of each error."""
    with pytest.raises(outcome.OutcomeError) as error:
        outcome.read(text)
    assert str(error.value).startswith(message)


def test_a_day_that_is_none_is_refused():
    """`on` is checked like every date."""
    with pytest.raises(outcome.OutcomeError, match="on is 'Friday'; allowed: a date that exists"):
        outcome.read(NOTE, on="Friday")


def test_a_bad_text_and_a_bad_day_are_told_at_once():
    with pytest.raises(outcome.OutcomeError) as error:
        outcome.read(5, on="x")
    assert [(problem.code, problem.path) for problem in error.value.problems] == [
        ("bad_text", "text"), ("bad_date", "on"),
    ]  # fmt: skip


def test_markup_and_quoted_mail_are_skipped():
    """An HTML mail reads as its text, with places in the raw text."""
    raw = "<p>They <b>showed</b> me&nbsp;round.</p>"
    (evidence,) = outcome.read(raw).evidence
    assert raw[evidence.start : evidence.end] == evidence.words == "showed</b> me&nbsp;round"
    own = "No news yet.\n> Thank you for taking the time to meet me. You showed me round.\n"
    assert "office_tour" not in outcome.read(own).answers


def test_a_recruiters_mail_is_read_from_their_side():
    """We are they, and you are the candidate."""
    mail = (
        "Dear Ms Ray, we were very impressed with your portfolio. We would like to invite you to a second"
        " interview on Tuesday. Could you send us the names of two referees?"
    )
    answers = outcome.read(mail).answers
    assert answers["praised"] is True
    assert answers["next_round_scheduled"] is True


@given(st.text() | st.text("they not if by friday me you said .,'\n"))
def test_any_text_is_read_without_an_accident(text):
    """A checklist or a clear error, with exact places, as plain data."""
    try:
        checklist = outcome.read(text, on="2026-11-16")
    except outcome.OutcomeError as error:
        assert error.problems
        return
    for evidence in (*checklist.evidence, *checklist.suggestions):
        assert text[evidence.start : evidence.end] == evidence.words
    json.dumps(checklist.to_dict())
    assert str(checklist).startswith("Checklist: ")
    outcome.score(checklist, on="2027-12-31")


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_refused(on):
    """Nothing can be counted from there."""
    with pytest.raises(outcome.OutcomeError, match="on is "):
        outcome.read("They'll ring by Friday.", on=on)
