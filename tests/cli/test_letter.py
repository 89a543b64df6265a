"""``outcome letter``: drafts and reviews at the command line."""

import json

import pytest

from interview_outcome import draft_letter, review_letter

GIVEN = {
    "name": "Ben Okoro",
    "recipient": "Ms Ali",
    "role": "payroll clerk",
    "contact": "ben.okoro@example.org",
}
OPTIONS = [word for key, value in GIVEN.items() for word in (f"--{key}", value)]
DATES = {"interviewed_on": "2026-11-16", "contact_by": "2026-11-19"}
ON = ("--on", "2026-11-23")


def test_a_draft_is_printed_and_can_be_reviewed(command):
    done = command(
        "letter",
        "draft",
        "status",
        *OPTIONS,
        "--interviewed-on",
        "2026-11-16",
        "--contact-by",
        "2026-11-19",
        *ON,
    )
    assert done.code == 0
    assert done.out == f"{draft_letter('status', **GIVEN, checklist=DATES, on=ON[1])}\n"
    review = command("letter", "review", "-", stdin=done.out)
    assert review.code == 0
    assert review.out == f"{review_letter(done.out)}\n"


def test_the_dates_come_from_a_checklist_and_an_option_outweighs_it(command, tmp_path):
    file = tmp_path / "interview.json"
    file.write_text(json.dumps(DATES | {"praised": True}))
    done = command("letter", "draft", "status", file, *OPTIONS, *ON, "--json")
    assert json.loads(done.out) == draft_letter("status", **GIVEN, checklist=DATES, on=ON[1]).to_dict()
    other = command("letter", "draft", "status", file, *OPTIONS, "--contact-by", "2026-11-20", *ON, "--json")
    later = DATES | {"contact_by": "2026-11-20"}
    assert json.loads(other.out) == draft_letter("status", **GIVEN, checklist=later, on=ON[1]).to_dict()


def test_every_argument_of_a_letter_is_an_option(command):
    more = {"company": "Northwind", "topic": "the new billing system", "question": "who will train the team"}
    words = [word for key, value in more.items() for word in (f"--{key}", value)]
    done = command("letter", "draft", "thanks_question", *OPTIONS, *words)
    assert done.out == f"{draft_letter('thanks_question', **GIVEN, **more)}\n"


def test_every_date_of_a_letter_is_an_option(command):
    days = {"interviewed_on": "2026-11-02", "contacted_on": "2026-11-09", "heard_on": "2026-11-10"}
    words = [word for key, value in days.items() for word in (f"--{key.replace('_', '-')}", value)]
    done = command("letter", "draft", "feedback", *OPTIONS, *words, *ON)
    assert done.out == f"{draft_letter('feedback', **GIVEN, checklist=days, on=ON[1])}\n"


def test_a_review_finds_faults_in_a_file(command, tmp_path):
    text = "Give me this job, it is my last chance!!!"
    (tmp_path / "letter.txt").write_text(text)
    done = command("letter", "review", tmp_path / "letter.txt", "--json")
    assert done.code == 0
    assert json.loads(done.out) == review_letter(text).to_dict()
    assert json.loads(done.out)["faults"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["draft", "thank_you", *OPTIONS], "kind is 'thank_you'; allowed: thanks_attachment"),
        (["draft", "status"], "name is missing"),
        (
            ["draft", "status", *OPTIONS, "--contact-by", "soon"],
            "--contact-by is 'soon'; allowed: a date that exists",
        ),
        (["draft", "status", "no-such-file.json", *OPTIONS], "no-such-file.json cannot be read"),
        (["review", "no-such-file.txt"], "no-such-file.txt cannot be read"),
    ],
)
def test_what_is_wrong_is_told_with_exit_code_2(command, words, message):
    done = command("letter", *words)
    assert done.code == 2
    assert done.out == ""
    assert message in done.err


def test_a_checklist_may_stand_after_the_options(command, tmp_path):
    path = tmp_path / "dates.json"
    path.write_text('{"interviewed_on": "2026-11-02"}', encoding="utf-8")
    first = command("letter", "draft", "status", str(path), *OPTIONS, "--on", "2026-11-20")
    last = command("letter", "draft", "status", *OPTIONS, "--on", "2026-11-20", str(path))
    assert first.code == last.code == 0
    assert "Monday 2 November" in last.out
    assert last.out == first.out
    with pytest.raises(SystemExit, match="2"):
        command("letter", "draft", "status", *OPTIONS, str(path), "more")
    with pytest.raises(SystemExit, match="2"):
        command("letter", "draft", "status", str(path), *OPTIONS, "more")


def test_what_to_do_with_a_letter_must_be_said(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        command("letter")
    assert stopped.value.code == 2
    assert "draft|review" in capsys.readouterr().err
