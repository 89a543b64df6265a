"""The study of the reader counts as it says, and its notes are well formed."""

import json
import subprocess
import sys

import pytest
from reader import NOTES, PARTS, confusion, count, list_errors, main, report, row, split_parts
from reader_alternatives import by_phrases_alone

from interview_outcome.catalogue import signals

ONE = {
    "id": "x1",
    "text": "They showed me round. Nobody mentioned pay.",
    "answers": {"office_tour": True, "pay_discussed": False, "praised": True},
    "open": ["friendly_interaction"],
}
READING = {"office_tour": True, "pay_discussed": True, "friendly_interaction": True, "ran_long": True}


def test_right_wrong_and_missed():
    """A wrong polarity counts twice; an open signal counts neither way."""
    right, wrong, missed = count([ONE], [READING])
    assert dict(right) == {"office_tour": 1}
    assert dict(wrong) == {"pay_discussed": 1, "ran_long": 1}
    assert dict(missed) == {"pay_discussed": 1, "praised": 1}


def test_confusion():
    """Pairs of label and reading."""
    assert confusion([ONE], [READING]) == {
        (True, True): 1,
        (False, True): 1,
        (True, None): 1,
        (None, True): 1,
    }


def test_a_row_has_no_share_of_nothing():
    """Precision, recall and F1, or blanks."""
    assert row("a", 3, 1, 2).split() == ["a", "3", "1", "2", "0.75", "0.60", "0.67"]
    assert row("a", 0, 0, 0).split() == ["a", "0", "0", "0"]


def test_report_and_errors(capsys):
    """What is printed."""
    report("development", [ONE], [READING])
    assert "development: 1 notes, 3 labels" in capsys.readouterr().out
    list_errors([ONE], [READING])
    out = capsys.readouterr().out
    assert "wrong: pay_discussed=yes, ran_long=yes" in out
    assert "missed: pay_discussed=no, praised=yes" in out


def test_the_command_reads_notes(capsys, monkeypatch, tmp_path):
    """Parts apart; errors of the development part only."""
    path = tmp_path / "notes.jsonl"
    notes = [ONE | {"part": part, "traps": []} for part in PARTS]
    path.write_text("\n".join(map(json.dumps, notes)), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["reader.py", "--notes", str(path), "--errors"])
    main()
    out = capsys.readouterr().out
    assert out.count("1 notes, 3 labels") == len(PARTS)
    assert out.count("x1: They showed me round.") == 1


def test_phrases_alone_have_no_grammar():
    """What hope leaves void, they take for true."""
    assert by_phrases_alone("I hope they show me round.")["office_tour"] is True


def test_notes_are_well_formed():
    """Every label is a signal, no signal is both labelled and open, and no note stands twice."""
    notes = [note for part in split_parts(NOTES).values() for note in part]
    assert len(notes) >= 300
    assert len({note["id"] for note in notes}) == len({note["text"] for note in notes}) == len(notes)
    for note in notes:
        assert note["part"] in PARTS
        assert {*note["answers"], *note["open"]} <= set(signals.ids), note["id"]
        assert not set(note["answers"]) & set(note["open"]), note["id"]
        assert all(answer in (True, False) for answer in note["answers"].values())


@pytest.mark.slow
def test_the_command_runs_by_itself():
    """As the documents say."""
    done = subprocess.run(
        [sys.executable, NOTES.parents[1] / "studies" / "reader.py"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "all signals" in done.stdout
