"""What is wrong, in the words of the command line."""

import json

import pytest


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("score --structured maybe", "--structured is 'maybe'; allowed: yes, no or unknown. If"),
        ("score --on 2026-11-20 --interviewed-on 2027-01-01",
         "--interviewed-on is 2027-01-01, after --on, 2026-11-20: the interview cannot lie in the future."),
        ("score --interviewed-on 9000-01-01",
         ": the interview cannot lie in the future. Mend it, or give the day of the question with --on."),
        ("score --interviewed-on 9000-01-01", "outcome: --interviewed-on is 9000-01-01, after today, 2"),
        ("score --level 2", "--level is 2.0; allowed: a number between 0 and 1."),
        ("score --on unknown", "--on is 'unknown'; allowed: a date that exists"),
        ("score --yes fooo", "`outcome signals` lists the signals."),
        ("timeline --days 0", "--days is 0; allowed: a whole number from 1 to 365."),
        ("timeline", "Give --interviewed-on, such as"),
        ("letter draft thanks_fit", "Give --recipient TEXT"),
        ("schema x", "outcome: what is 'x'; allowed"),
        ("advise --holiday never --yes praised", "--holiday is 'never'; allowed: a date"),
    ],
)  # fmt: skip
def test_options_are_named_as_they_are_typed(command, words, message):
    done = command(*words.split())
    assert done.code == 2
    assert message in done.err


def test_a_key_of_a_file_keeps_its_name(command):
    done = command("score", "-", stdin=json.dumps({"stage": "last"}))
    assert "outcome: stage is 'last'; allowed" in done.err
    done = command("score", "-", stdin=json.dumps({"heard_on": "9000-01-01"}))
    assert "outcome: heard_on is 9000-01-01, after today, 2" in done.err


def test_what_read_prints_for_programs_goes_into_score(command):
    read = command(
        "read", "-", "--json", "--on", "2026-11-16", stdin="They showed me round. They'll ring by Friday."
    )
    piped = command("score", "-", "--on", "2026-11-16", "--json", stdin=read.out)
    assert piped.code == 0
    reasons = {reason["signal"] for reason in json.loads(piped.out)["reasons"]}
    assert {"office_tour", "contact_date_given"} <= reasons


def test_notes_are_read_as_of_today_where_no_day_is_given(command, tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("They said they'd ring tomorrow.")
    assert "contact_by" in command("score", "--notes", str(notes)).out
