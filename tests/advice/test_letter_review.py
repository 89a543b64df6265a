"""The review: what it finds in letters, where, and what it lets pass."""

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import first_found, found_today, main, table

from interview_outcome import OutcomeError, review_letter
from interview_outcome.advice.letter import Letter
from interview_outcome.advice.letter_review import FAULT_KINDS, MOST_WORDS

FOLDER = Path(__file__).parent / "letters"
SAMPLES = [json.loads(line) for line in (FOLDER / "samples.jsonl").read_text(encoding="utf-8").splitlines()]
SENTENCES = [
    json.loads(line) for line in (FOLDER / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
]
MESSAGE = "Thank you for the talk on Monday about the new rota system and the plan for spring."
SIGNED = "Kind regards,\nBen Okoro\nben.okoro@example.org"


def kinds(text, **more):
    return {fault.kind for fault in review_letter(text, **more).faults}


def letter(
    sentence="I am happy to answer any questions.", *, greeting="Dear Ms Ali,", signed=SIGNED, head=""
):
    return f"{head}{greeting}\n\n{MESSAGE}\n\n{sentence}\n\n{signed}\n"


def words_found(kind, sentence):
    return [fault.words for fault in review_letter(letter(sentence)).faults if fault.kind == kind]


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["id"] for sample in SAMPLES])
def test_a_sample_letter_has_the_faults_of_its_label(sample):
    differs = sample.get("differs", {})
    expected = set(sample["faults"]) - set(differs.get("missed", ())) | set(differs.get("extra", ()))
    assert kinds(sample["text"]) == expected


def test_there_are_samples_of_every_fault_by_writers_who_did_not_know_the_rules():
    assert len(SAMPLES) >= 80
    fresh = [sample for sample in SAMPLES if sample["origin"] == "rules unknown"]
    assert 2 * len(fresh) >= 80
    assert {kind for sample in fresh for kind in sample["faults"]} == set(FAULT_KINDS)
    assert sum("differs" in sample for sample in SAMPLES) <= 3


@pytest.mark.parametrize("line", SENTENCES, ids=range(len(SENTENCES)))
def test_a_sentence_is_a_fault_of_its_kind_or_innocent(line):
    found = kinds(letter(line["text"]))
    assert line["kind"] in found if line["kind"] else not found


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["id"] for sample in SAMPLES])
def test_a_fault_stands_where_it_says_and_tells_why_and_how_to_mend_it(sample):
    review = review_letter(sample["text"])
    assert review.text == sample["text"]
    assert review.verdict == ("mend" if review.faults else "send")
    assert list(review.faults) == sorted(review.faults, key=lambda fault: (fault.start, fault.end))
    for fault in review.faults:
        assert 0 <= fault.start <= fault.end <= len(review.text)
        assert review.text[fault.start : fault.end] == fault.words
        assert bool(fault.words) or fault.kind in {"missing_greeting", "missing_contacts", "missing_subject"}
        assert fault.why.endswith(".")
        assert fault.mend.endswith(".")
        assert "{" not in fault.why + fault.mend


def test_the_words_of_each_fault_are_the_ones_that_give_it_away():
    assert words_found("flattery", "Yours is the best agency in the country.") == [
        "the best agency",
    ]
    assert words_found("pity", "It is my last chance.") == ["my last chance"]
    assert words_found("certainty", "I look forward to starting.") == ["look forward to starting"]
    assert words_found("too_much_emotion", "I am over the moon.") == ["over the moon"]
    assert words_found("too_many_thanks", "Thank you for the tea. Thanks again.") == ["Thanks again"]


def test_two_thanks_are_free_and_a_formula_of_sign_off_is_none():
    assert not words_found("too_many_thanks", "Thank you for your consideration.")
    assert "too_many_thanks" not in kinds(
        letter("Thank you for your consideration.", signed="Many thanks,\nBen\n07700 900123")
    )
    spoken = letter(
        "Thank you for your consideration.", signed="Thanks again for everything,\nBen\n07700 900123"
    )
    assert "too_many_thanks" in kinds(spoken)
    assert not words_found(
        "too_many_thanks", "I would be grateful for an answer, and I would appreciate a short note."
    )
    assert not words_found("too_many_thanks", "My thankful and grateful regards.")


def test_one_mild_sign_is_free_and_the_second_is_not():
    assert not kinds(letter("I am excited about the work."))
    assert words_found("too_much_emotion", "I am excited about the work. I am also enthusiastic.") == [
        "enthusiastic"
    ]
    assert not kinds(letter("I was impressed by how the shifts hand over."))
    assert words_found("flattery", "I was impressed by the shifts. I admire the people.") == ["admire"]


def test_names_are_no_faults():
    assert not kinds(letter("My reference is from Dream Kitchens, and later from Genius and Legend in Hull."))
    assert "flattery" in kinds(letter("I would be proud of a place in your Esteemed Organization."))


def test_one_exclamation_mark_is_free():
    assert not kinds(letter("I am happy to help!"))
    assert not kinds(letter("I am happy to help! Do call me!"))
    assert words_found("too_much_emotion", "I am happy to help! Do call me! Any time!") == ["!"]
    assert words_found("too_much_emotion", "I am happy to help!!") == ["!!"]


def test_capitals_and_smileys_are_emotion_unless_everything_is_in_capitals():
    assert words_found("too_much_emotion", "I liked it SO much.") == ["SO"]
    assert not words_found("too_much_emotion", "I like it :)")
    assert words_found("too_much_emotion", "I like it :) and you \U0001f600\U0001f600") == [
        "\U0001f600\U0001f600"
    ]
    shouted = letter("I LIKED IT VERY MUCH.").upper()
    assert "too_much_emotion" not in kinds(shouted)


def test_what_is_left_open_is_no_certainty():
    assert "certainty" in kinds(letter("I look forward to working with you."))
    for opening in ("If I am chosen, I", "Should you choose me, I", "I would"):
        assert "certainty" not in kinds(letter(f"{opening} look forward to working with you."))
    assert "certainty" in kinds(letter("I hope you are well and I look forward to working with you."))
    assert "certainty" in kinds(letter("I hope you agree, and I have handed in my notice."))


@pytest.mark.parametrize(
    "greeting",
    ["Dear Ms Ali,", "Dear Dr. de Vries:", "Hi Anna!", "Anna,", "Ms. Ali", "Hello again Jo -", "Good morning, Tom,", "Dear all,",
     "Dear Members of the Panel,", "To Ms Ali,", "Dear Anna and Ben,", "Dear Mr and Mrs O\u2019Neil,", "dear anna",
     "Hi Anna thank you for the call and for the time that you took,", "Respected Sir Mr. Menon,"],
)  # fmt: skip
def test_a_greeting_by_name_is_one(greeting):
    assert "missing_greeting" not in kinds(letter(greeting=greeting))


@pytest.mark.parametrize(
    ("greeting", "words"),
    [
        ("Dear Sir or Madam,", "Dear Sir or Madam"),
        ("To whom it may concern:", "To whom it may concern"),
        ("Dear Hiring Manager,", "Dear Hiring Manager"),
        ("Hello, I hope you are well.", "Hello"),
        ("Hi there!", "Hi"),
        ("Dear [Name],", "Dear [Name]"),
        ("To follow up on our talk, I write.", ""),
        ("Thanks, Anna, for the call.", ""),
        ("Ben Okoro", ""),
        ("I write to you.", ""),
    ],
)
def test_a_greeting_that_names_nobody_is_a_fault_at_its_place(greeting, words):
    faults = [
        fault for fault in review_letter(letter(greeting=greeting)).faults if fault.kind == "missing_greeting"
    ]
    assert [fault.words for fault in faults] == [words]


def test_an_address_may_stand_before_the_greeting():
    head = "Rachel Stein\n14 Mill Lane, Leeds\n07700 900112\n\n18 November 2026\n\n"
    assert not kinds(letter(head=head, signed="Yours sincerely,\nRachel Stein"))


def test_a_greeting_after_prose_comes_too_late():
    late = letter(head="I have wanted to write to you since we talked on Monday about the rota.\n\n")
    assert "missing_greeting" in kinds(late)


@pytest.mark.parametrize(
    "contacts",
    ["07700 900123", "+44 (0)20 7946 0958", "555-0143", "614-555-0109, voicemail is on", "ben@okoro.example",
     "linkedin.com/in/benokoro", "Telegram: @benokoro"],
)  # fmt: skip
def test_contacts_are_a_number_an_address_or_a_profile(contacts):
    assert "missing_contacts" not in kinds(letter(signed=f"Regards,\nBen\n{contacts}"))


@pytest.mark.parametrize(
    "none",
    [
        "",
        "Ref. 12345678",
        "2026-11-16",
        "2019-2023",
        "\u00a330,000 - 35,000",
        "GBP 1000000",
        "Job ID 20261116",
    ],
)
def test_dates_sums_and_references_are_no_contacts(none):
    signed = f"Regards,\nBen\n{none}"
    fault = next(
        fault for fault in review_letter(letter(signed=signed)).faults if fault.kind == "missing_contacts"
    )
    assert fault.start == fault.end == len(letter(signed=signed).rstrip())


def test_an_address_in_a_header_line_is_no_contact_in_the_letter():
    head = "From: ben.okoro@example.org\nSubject: Interview for clerk\n\n"
    assert kinds(letter(head=head, signed="Regards,\nBen")) == {"missing_contacts"}


def test_a_subject_is_missed_only_where_it_could_be_seen():
    bare = review_letter(letter())
    assert bare.verdict == "send"
    assert [(remark.code, remark.claim) for remark in bare.remarks] == [("subject_not_seen", "G5")]
    assert kinds(letter(head="From: ben.okoro@example.org\n\n")) == {"missing_subject"}
    assert kinds(letter(head="Subject:\n\n")) == {"missing_subject"}
    assert kinds(letter(head="Subject: (no subject)\n\n")) == {"missing_subject"}
    assert kinds(letter(), subject="") == {"missing_subject"}
    assert kinds(Letter("", letter())) == {"missing_subject"}
    given = review_letter(letter(), subject="Interview for clerk", sender="ben.okoro@example.org")
    assert (given.verdict, given.remarks) == ("send", ())
    assert given.text.startswith("From: ben.okoro@example.org\nSubject: Interview for clerk\n\nDear")
    assert not kinds(
        letter(head="From: ben.okoro@example.org\n\n", greeting="Re: Interview for clerk\n\nDear Ms Ali,")
    )
    assert not kinds(
        letter(head="From: ben.okoro@example.org\n\nDear Ms Ali,\n\nRe: Post of clerk\n\n", greeting="")
    )


def test_header_lines_are_read_in_their_usual_shapes():
    head = "\ufeff**From:** Ben <ben.okoro@example.org>\r\nTo: x@example.org\r\n**Subject:** Interview for clerk\r\n\r\n"
    assert not kinds(head + letter().replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "place", ["From: {}\nSubject: Interview for clerk\n\n", "Reply-To: {}\nSubject: Clerk\n\n"]
)
def test_an_unserious_address_is_found_in_header_lines(place):
    text = letter(head=place.format("party.queen99@example.org"))
    fault = next(fault for fault in review_letter(text).faults if fault.kind == "unserious_address")
    assert fault.words == "party.queen99@example.org"


def test_an_unserious_address_is_found_in_the_letter_and_not_where_it_is_another_s():
    mail = "sexy.kitten@example.org"
    assert "unserious_address" in kinds(letter(signed=f"Regards,\nBen\n{mail}"))
    assert "unserious_address" in kinds(letter(f"You can reach me at {mail}."))
    assert "unserious_address" in kinds(letter(head=f"Ben Okoro\n{mail}\n\n"))
    assert "unserious_address" not in kinds(letter(f"Your colleague {mail} asked for the report."))


def test_quoted_mail_is_not_the_writer_s():
    quoted = "\n\nOn Mon, 16 Nov 2026 at 10:02, Ann wrote:\n> Thank you, thank you, thank you!!!\n"
    assert not kinds(letter() + quoted)
    assert not kinds(letter() + "\n-----Original Message-----\nFrom: Ann\nThis is my last chance!!!\n")


def test_length_counts_the_message_alone():
    assert "too_short" in kinds("Dear Ms Ali,\n\nThanks for the interview.\n\n" + SIGNED)
    assert "too_short" in kinds("Dear Ms Ali,\n\n" + SIGNED)
    long = letter("The rota is simple. " * 80)
    fault = next(fault for fault in review_letter(long).faults if fault.kind == "too_long")
    assert fault.words == "The rota is simple."
    assert len(long[: fault.end].split()) == pytest.approx(250, abs=6)
    assert "250 words" in fault.why


@pytest.mark.parametrize("text", ["word " * 100_000, "x" * 100_000])
def test_a_text_that_is_no_letter_is_only_called_too_long(text):
    review = review_letter(text)
    assert [(fault.kind, fault.claim) for fault in review.faults] == [("too_long", "H5")]
    assert len(text.split()) > MOST_WORDS or len(text) > 20_000


def test_a_list_or_many_questions_say_everything():
    listed = letter("- I can drive\n- I can cook\n- I can sew\n- I can sing")
    assert [fault.words for fault in review_letter(listed).faults] == ["- I can cook"]
    assert "says_everything" not in kinds(letter("I attach:\n- the report\n- the licence\n- the photograph"))
    asked = letter("Is there a canteen? Is there a bus? Is there a dress code?")
    assert [fault.words for fault in review_letter(asked).faults] == ["Is there a bus?"]


def test_a_claim_after_claim_says_everything():
    assert "says_everything" in kinds(
        letter("I ran the shop, I kept the books, I sew, I bake, I drove, I sang.")
    )
    assert "says_everything" not in kinds(letter("I ran the shop, and I kept the books."))
    one = letter("I ran I ran I ran I ran I ran I ran the shop.")
    assert [fault.words for fault in review_letter(one).faults] == [
        "I ran I ran I ran I ran I ran I ran the shop."
    ]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            "",
            "empty",
            "The letter is ''; allowed: a text with words in it. Paste the letter that you mean to send.",
        ),
        (" \n\t ...", "empty", "allowed: a text with words in it"),
        (None, "bad_type", "text is None; allowed: a text or a Letter. Give the letter itself"),
        (b"Dear", "bad_type", "text is b'Dear'; allowed"),
        (Letter("Hello", ""), "empty", "allowed: a text with words in it"),
    ],
)
def test_no_letter_is_an_error(text, code, message):
    with pytest.raises(OutcomeError) as error:
        review_letter(text)
    assert [problem.code for problem in error.value.problems] == [code]
    assert message in str(error.value)


def test_all_problems_of_the_arguments_are_told_at_once():
    with pytest.raises(OutcomeError, match="3 problems"):
        review_letter(1, subject=2, sender=3)


@given(st.text(max_size=400))
def test_any_text_has_a_verdict_or_a_clear_error(text):
    try:
        review = review_letter(text)
    except OutcomeError as error:
        assert [problem.code for problem in error.problems] == ["empty"]
        return
    assert all(text[fault.start : fault.end] == fault.words for fault in review.faults)


@given(
    st.text(st.characters(categories=["L", "M", "Zs", "P"]), max_size=60).filter(
        lambda name: not set(name) & set("\n\r")
    )
)
def test_strange_names_change_nothing_that_was_found(name):
    text = letter("This is my last chance.", greeting=f"Dear Ms Ali {name},")
    assert "pity" in kinds(text)


def test_results_are_frozen_plain_data_and_show_themselves(snapshot):
    text = letter(
        "I <b>love</b> it!!! This is my last chance, and " + "so very " * 12 + "much.", head="Subject: Hi\n\n"
    )
    review = review_letter(text)
    assert json.loads(json.dumps(review.to_dict())) == review.to_dict()
    assert review.to_dict()["faults"][0] == review.faults[0].to_dict()
    assert str(review) == snapshot
    assert review._repr_html_() == snapshot
    with pytest.raises(FrozenInstanceError):
        review.verdict = "send"


def test_a_clean_review_says_so(snapshot):
    review = review_letter(letter())
    assert str(review) == snapshot
    assert review._repr_html_() == snapshot


def test_header_lines_without_a_letter_are_a_letter_without_everything():
    found = kinds("From: ben.okoro@example.org\nSubject: Interview for clerk\n")
    assert found == {"missing_greeting", "missing_contacts", "too_short"}


def test_a_letter_of_short_lines_alone_has_a_verdict():
    assert "too_short" in kinds("Dear Ms Ali,\n" + "a word\n" * 14)


def test_faults_of_one_kind_are_told_together():
    told = str(review_letter(letter("It is my last chance. I beg you.")))
    assert told.count("Why:") == told.count("pity (H6)") == 1
    assert told.count("line 5: ") == 2


def test_the_documented_figures_are_what_the_study_gives():
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "letters.md").read_text(encoding="utf-8")
    fresh = [sample for sample in SAMPLES if sample["origin"] == "rules unknown"]
    known = [sample for sample in SAMPLES if sample["origin"] == "rules known"]
    assert table(fresh, first_found) in page
    assert table(fresh, found_today) in page
    assert table(known, found_today) in page
    assert f"{len(SAMPLES)} letters" in page


def test_the_study_prints_its_tables(capsys):
    main()
    assert capsys.readouterr().out.count("### ") == 3


def test_a_very_long_text_is_told_to_be_judged_by_length_alone():
    review = review_letter("Please, this is my last chance. " * 1000)
    assert [fault.kind for fault in review.faults] == ["too_long"]
    assert [remark.code for remark in review.remarks] == ["length_alone"]


def test_a_letter_of_odd_parts_is_refused():
    with pytest.raises(
        OutcomeError, match=r"(?s)text.subject is None; allowed: a text.*text.body is 3; allowed"
    ):
        review_letter(Letter(None, 3))
