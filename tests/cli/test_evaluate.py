"""``outcome evaluate``."""

import json
from pathlib import Path

import pandas as pd
import pytest

from interview_outcome import evaluate, fit
from interview_outcome.model import shipped

ROWS = {
    "praised": ["yes", "no", "", "yes"] * 10, "stage": ["final", "first"] * 20, "offer": ["yes", "no"] * 20,
    "candidates": ["3", ""] * 20, "author": [f"a{number}" for number in range(20)] * 2,
}  # fmt: skip


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A folder with the same table in every format."""
    monkeypatch.chdir(tmp_path)
    frame = pd.DataFrame(ROWS)
    frame.to_csv("in.csv", index=False)
    typed = frame.replace("", None).assign(candidates=pd.array([3, None] * 20, dtype="Int64"))
    typed.to_parquet("in.parquet")
    typed.to_json("in.jsonl", orient="records", lines=True)
    return frame


@pytest.mark.parametrize("name", ["in.csv", "in.parquet", "in.jsonl"])
def test_every_format_gives_the_evaluation_of_the_frame(table, command, name):
    done = command("evaluate", name, "--json")
    assert (done.code, done.err) == (0, "")
    expected = evaluate(table.assign(candidates=[3, None] * 20)).to_dict()
    assert json.loads(done.out) == expected


def test_people_get_text_with_every_option(table, command):
    fit(table.drop(columns="candidates"), mix="record", version="mine").save("mine.json")
    done = command(
        "evaluate", "in.csv", "--base-rate", "sample", "--level", "0.9", "--seed", "3", "--model", "mine.json"
    )
    assert done.code == 0
    assert done.out.startswith("Model mine on 40 interviews: 20 offers, 20 refusals, 20 authors\n")
    assert "90% interval" in done.out
    assert "Intervals: 90%, from 1,000 resamples by author." in done.out
    assert "The model was fitted to as many interviews" in done.out


def test_a_weak_table_is_evaluated_and_says_so_among_the_remarks(table, command):
    table.head(12).to_csv("few.csv", index=False)
    done = command("evaluate", "few.csv", "--on", "2026-12-01")
    assert (done.code, done.err) == (0, "")
    assert "Only 12 interviews with a result" in done.out


def test_two_models_are_compared_on_the_same_rows(table, command):
    own = fit(table.drop(columns="candidates"), mix="record", version="mine")
    own.save("mine.json")
    given = table.assign(candidates=[3, None] * 20)
    for words, model, other in (
        (("--model", "mine.json", "--against", "shipped"), own, shipped()),
        (("--against", "mine.json"), shipped(), own),
    ):
        told = json.loads(command("evaluate", "in.csv", *words, "--json").out)
        assert told == evaluate(given, model=model, against=other).to_dict()
    assert "none.json cannot be read" in command("evaluate", "in.csv", "--against", "none.json").err


@pytest.mark.usefixtures("table")
def test_the_picture_is_drawn_into_a_file(command, tmp_path):
    done = command("evaluate", "in.csv", "--plot", "calibration.svg")
    assert done.code == 0
    assert "<svg" in (tmp_path / "calibration.svg").read_text()
    done = command("evaluate", "in.csv", "--plot", "calibration.doc")
    assert done.code == 2
    assert "outcome: calibration.doc cannot be drawn: Format 'doc' is not supported" in done.err
    done = command("evaluate", "in.csv", "--plot", "nowhere/x.png")
    assert (done.code, done.out) == (2, "")
    assert "nowhere/x.png cannot be written: there is no folder nowhere" in done.err
    assert command("evaluate", "in.csv", "--plot", "noext").code == 0
    assert (tmp_path / "noext").read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("table")
def test_whatever_a_format_needs_and_lacks_is_told_and_leaves_the_old_picture(command, tmp_path, monkeypatch):
    from matplotlib.figure import Figure

    def draws(_, path, **__):
        Path(path).write_bytes(b"half")
        raise RuntimeError("xelatex not found")

    monkeypatch.setattr(Figure, "savefig", draws)
    picture = tmp_path / "calibration.pgf"
    picture.write_bytes(b"old")
    done = command("evaluate", "in.csv", "--plot", "calibration.pgf")
    assert done.code == 2
    assert "calibration.pgf cannot be drawn: xelatex not found. Give a name that ends in .png" in done.err
    assert picture.read_bytes() == b"old"
    assert not list(tmp_path.glob(".*"))


@pytest.mark.usefixtures("table")
def test_without_matplotlib_the_command_that_installs_it_is_named(command, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "matplotlib.figure", None)
    done = command("evaluate", "in.csv", "--plot", "x.png")
    assert done.code == 2
    assert 'pip install "interview-outcome[plot]"' in done.err


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(("words", "message"), [
    (("in.csv", "--level", "high"), "level is 'high'; allowed: a number."),
    (("in.csv", "--level", "8"), "level is 8.0; allowed: a number between 0 and 1."),
    (("in.csv", "--seed", "1.5"), "seed is '1.5'; allowed: a number."),
    (("in.txt",), "in.txt has no extension of a known table. Use one of: .csv, .parquet, .jsonl, .ndjson."),
    (("none.csv",), "none.csv cannot be read: No such file or directory."),
    (("in.csv", "--model", "in.csv"), "in.csv is not JSON"),
])  # fmt: skip
def test_bad_input_is_said_in_words(command, words, message):
    done = command("evaluate", *words)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""


@pytest.mark.usefixtures("table")
def test_rows_that_cannot_be_read_and_values_that_are_wrong_are_named(command, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("praised,offer\nyes,no\nyes,no,no\n")
    assert "Row 2 has 3 values; the header has 2" in command("evaluate", path).err
    path.write_text("praised,offer\n" + "yes,no\n" * 16 + "maybe,yes\n")
    assert "Row 17, column 'praised': praised is 'maybe'" in command("evaluate", path).err
    path.write_text("praised,offer\n" + "yes,no\n" * 40)
    assert "All 40 interviews ended without an offer" in command("evaluate", path).err


@pytest.mark.usefixtures("table")
def test_the_model_itself_can_be_evaluated_on_the_rows_of_its_file(command):
    assert json.loads(command("evaluate", "in.parquet", "--json").out)["model_version"] == shipped().version
