"""``outcome advise``: a plan at the command line."""

import json

import pytest

from interview_outcome import advise
from interview_outcome.model import shipped

OPTIONS = ("--interviewed-on", "2026-11-16", "--contact-by", "2026-11-25", "--stage", "final")
SEEN = {"interviewed_on": "2026-11-16", "contact_by": "2026-11-25", "stage": "final"}


def test_the_plan_is_printed(command):
    done = command("advise", *OPTIONS, "--on", "2026-11-17")
    assert done.code == 0
    following = "Next: `outcome letter draft LETTER` drafts a letter of the kind that is named."
    assert done.out == f"{advise(SEEN, on='2026-11-17')}\n{following}\n"


def test_json_is_the_same_plan(command):
    done = command("advise", "-", "--on", "2026-11-17", "--json", stdin=json.dumps(SEEN))
    assert json.loads(done.out) == advise(SEEN, on="2026-11-17").to_dict()


def test_holidays_level_and_model_are_taken(command, tmp_path):
    shipped().save(tmp_path / "model.json")
    words = ["--holiday", "2026-11-26", "--holiday", "2026-11-27", "--no-below", "0.3"]
    done = command(
        "advise", *OPTIONS, "--on", "2026-11-17", *words, "--model", tmp_path / "model.json", "--json"
    )
    expected = advise(SEEN, on="2026-11-17", holidays=["2026-11-26", "2026-11-27"], no_below=0.3)
    assert json.loads(done.out) == expected.to_dict()
    assert {"date": "2026-11-30", "kind": "ask_status"}.items() <= json.loads(done.out)["actions"][3].items()


def test_an_interview_may_lie_ahead(command):
    done = command("advise", "--interviewed-on", "2026-11-30", "--on", "2026-11-24")
    assert done.code == 0
    assert "Ask how you will stay in touch" in done.out


def test_without_a_day_the_plan_starts_today(command):
    done = command("advise", "--interviewed-on", "2020-01-01")
    assert "2020" not in done.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--holiday", "Christmas"],
            "--holiday is 'Christmas'; allowed: a date that exists, as year-month-day.",
        ),
        (["--no-below", "half"], "--no-below is 'half'; allowed: a number between 0 and 1."),
        (["--no-below", "nan"], "--no-below is nan; allowed: a number between 0 and 1."),
        (["--contact-by", "2026-11-10"], "the named day cannot lie before the interview"),
        (["--yes", "praised", "--on", "2026-11-10"], "the interview cannot lie in the future"),
    ],
)
def test_what_is_wrong_is_told_with_exit_code_2(command, words, message):
    done = command("advise", "--interviewed-on", "2026-11-16", "--on", "2026-11-17", *words)
    assert done.code == 2
    assert done.out == ""
    assert message in done.err
