"""``outcome table``."""

from __future__ import annotations

import io
import json
import sys

import pytest

from interview_outcome.cli import main
from interview_outcome.estimate import score
from interview_outcome.model import shipped


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A folder with a table in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("name,praised,heard_on\nAnn,yes,2026-11-02\nBo,maybe,\n")
    return tmp_path


def test_bad_rows_stop_the_command(table, capsys):
    """With the row and the column, and no file."""
    assert main(["table", "in.csv", "-o", "out.csv"]) == 2
    assert "outcome: Row 2, column 'praised': praised is 'maybe'; allowed" in capsys.readouterr().err
    assert not (table / "out.csv").exists()


def test_bad_rows_can_be_skipped(table, capsys):
    """And are counted."""
    assert (
        main(["table", "in.csv", "-o", "out.csv", "--bad-rows", "skip", "--no-interval", "--prefix", "p_"])
        == 0
    )
    captured = capsys.readouterr()
    assert captured.out == (
        "1 interviews scored, written to out.csv.\n1 rows with problems left out, written to out.bad.csv.\n"
    )
    assert captured.err == ""  # no bar where nobody watches
    likelihood = score({"praised": True}).likelihood
    assert (table / "out.csv").read_text().splitlines()[0] == "name,praised,heard_on,p_likelihood,p_base_rate"
    assert float((table / "out.csv").read_text().splitlines()[1].split(",")[3]) == pytest.approx(
        likelihood, abs=1e-12
    )


def test_the_day_the_reasons_and_the_model_are_options(table, capsys):
    """As in Python; the result of the command can be read by programs."""
    shipped().save(table / "model.json")
    options = [
        "--bad-rows",
        "skip",
        "--on",
        "2026-11-30",
        "--reasons",
        "2",
        "--model",
        "model.json",
        "--json",
    ]
    assert main(["table", "in.csv", "-o", "out.jsonl", *options]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {"rows": 1, "output": "out.jsonl", "skipped": 1, "bad_rows": "out.bad.csv"}
    row = json.loads((table / "out.jsonl").read_text())
    one = score({"praised": True, "heard_on": "2026-11-02"}, on="2026-11-30")
    assert row["likelihood"] == pytest.approx(one.likelihood, abs=1e-12)
    assert row["reason_1"] == f"{one.reasons[0].text} ({one.reasons[0].log_odds:+.2f} log-odds)"


def test_log_odds_are_an_option(table):
    """A column for each reason."""
    assert main(["table", "in.csv", "-o", "out.jsonl", "--bad-rows", "skip", "--log-odds"]) == 0
    assert "log_odds_silence" in json.loads((table / "out.jsonl").read_text())


def test_a_bar_is_drawn_on_a_terminal(table, monkeypatch):
    """How far it is, and how many."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    (table / "in.csv").write_text("praised\nyes\nno\n")
    assert main(["table", "in.csv", "-o", "out.csv"]) == 0
    assert terminal.getvalue() == "\r" + "#" * 30 + " 2 interviews\n"
    terminal.truncate(0)
    assert main(["table", "none.csv", "-o", "out.csv"]) == 2
    assert "#" not in terminal.getvalue()  # nothing was drawn, and no line is ended


def test_log_odds_and_reasons_in_words_exclude_each_other(capsys):
    """Rather than one of them being dropped without a word."""
    with pytest.raises(SystemExit) as stopped:
        main(["table", "in.csv", "-o", "out.csv", "--log-odds", "--reasons", "2"])
    assert stopped.value.code == 2
    assert "not allowed with" in capsys.readouterr().err


def test_a_misspelled_column_is_noted(table, capsys):
    (table / "in.csv").write_text("praised,Cut short\nyes,yes\n")
    assert main(["table", "in.csv", "-o", "out.csv"]) == 0
    assert (
        "outcome: note: Columns that are not read: 'Cut short' may be 'cut_short'." in capsys.readouterr().err
    )
