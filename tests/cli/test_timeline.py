"""``outcome timeline``: the wait at the command line."""

import json
from datetime import date

import pytest

from interview_outcome import timeline
from interview_outcome.model import shipped

OPTIONS = ("--interviewed-on", "2026-11-16", "--stage", "final")
SEEN = {"interviewed_on": "2026-11-16", "stage": "final"}


def test_the_wait_is_printed(command):
    done = command("timeline", *OPTIONS, "--on", "2026-11-17")
    assert done.code == 0
    assert done.out == f"{timeline(SEEN, on='2026-11-17')}\n"


def test_days_model_and_json_are_taken(command, tmp_path):
    shipped().save(tmp_path / "model.json")
    words = ["--days", "5", "--model", tmp_path / "model.json", "--json"]
    done = command("timeline", "-", "--on", "2026-11-17", *words, stdin=json.dumps(SEEN))
    assert json.loads(done.out) == timeline(SEEN, days=5, on="2026-11-17").to_dict()


def test_without_a_day_it_starts_today_or_with_an_interview_that_lies_ahead(command):
    done = command("timeline", "--interviewed-on", "2020-01-01", "--json")
    assert date.fromisoformat(json.loads(done.out)["days"][0]["date"]).year > 2020
    ahead = command("timeline", "--interviewed-on", "2199-01-01", "--json")
    assert json.loads(ahead.out)["days"][0]["date"] == "2199-01-01"


def test_what_was_seen_cannot_lie_ahead(command):
    for seen in (["--yes", "praised"], ["--heard-on", "2199-01-02"]):
        done = command("timeline", "--interviewed-on", "2199-01-01", *seen)
        assert done.code == 2
        assert "the interview cannot lie in the future" in done.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--days", "many"], "days is 'many'; allowed: a whole number from 1 to 365."),
        (["--days", "366"], "days is 366; allowed: a whole number from 1 to 365."),
        (["--days", "9" * 99], "allowed: a whole number from 1 to 365."),
        (["--on", "2026-11-10"], "the interview cannot lie in the future"),
        (["--stage", "finale"], "Did you mean 'final'?"),
    ],
)
def test_what_is_wrong_is_told_with_exit_code_2(command, words, message):
    done = command("timeline", *OPTIONS, "--on", "2026-11-17", *words)
    assert done.code == 2
    assert message in done.err


def test_a_day_to_count_from_is_asked_for(command):
    done = command("timeline", "--stage", "final", "--on", "2026-11-17")
    assert done.code == 2
    assert 'Give --interviewed-on, such as "2026-11-16".' in done.err
