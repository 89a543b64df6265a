"""``outcome fit``."""

import json
from datetime import date

import pandas as pd
import pytest

from interview_outcome import fit, load, score
from interview_outcome.cli import checklist_arguments
from interview_outcome.model import shipped

TODAY = date(2026, 12, 24)


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A folder with a table, on a day that is known."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("interview_outcome.cli.fit.today", lambda: TODAY)
    frame = pd.DataFrame({
        "office_tour": ["yes", "no", ""] * 20, "long_silence": ["no", "yes", ""] * 20, "stage": "final",
        "offer": ["yes", "no", "no"] * 20,
    })  # fmt: skip
    frame.to_csv("in.csv", index=False)
    return frame


def test_a_model_is_written_that_can_be_used(table, command):
    done = command("fit", "in.csv", "-o", "mine.json", "--mix", "record")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        f"Model {shipped().version}+60: 60 interviews with 20 offers, a full record.\n"
    )
    assert "Written to mine.json. `outcome score --model mine.json` scores with it." in done.out
    model = load("mine.json")
    assert model == fit(table, mix="record", created=TODAY)
    scored = command("score", "--model", "mine.json", "--yes", "office_tour", "--json")
    assert json.loads(scored.out)["likelihood"] == score({"office_tour": True}, model=model).likelihood


@pytest.mark.usefixtures("table")
def test_programs_get_json(command):
    done = command("fit", "in.csv", "-o", "mine.json", "--mix", "collection", "--version", "mine", "--json")
    told = json.loads(done.out)
    assert (told["output"], told["version"], told["created"]) == ("mine.json", "mine", "2026-12-24")
    assert told["rows_to_outweigh"] == load("mine.json").provenance["fit"]["rows_to_outweigh"]


@pytest.mark.usefixtures("table")
def test_the_signs_of_waiting_learn_if_they_are_let(command):
    command("fit", "in.csv", "-o", "held.json", "--mix", "record")
    command("fit", "in.csv", "-o", "free.json", "--mix", "record", "--learn-waiting", "--on", "2026-12-20")
    held, free = (load(name).weights["long_silence", True].weight for name in ("held.json", "free.json"))
    assert free < held == pytest.approx(shipped().weights["long_silence", True].weight)


@pytest.mark.usefixtures("table")
def test_one_may_go_on_from_a_model_of_ones_own(command):
    command("fit", "in.csv", "-o", "first.json", "--mix", "record", "--version", "first")
    done = command("fit", "in.csv", "-o", "second.json", "--mix", "record", "--model", "first.json")
    assert done.out.startswith("Model first+60:")
    assert load("second.json").provenance["fit"]["prior"] == "first"


def test_what_is_weak_or_not_used_stands_among_the_remarks_and_in_the_model(table, command):
    table.head(6).rename(columns={"long_silence": "long_silense"}).assign(city="Riga").to_csv(
        "few.csv", index=False
    )
    done = command("fit", "few.csv", "-o", "mine.json", "--mix", "record")
    assert (done.code, done.err) == (0, "")
    assert "city: This column was not used: neither a signal nor a context key has its name." in done.out
    assert "If 'long_silence' is meant, rename it." in " ".join(done.out.split())
    assert "Only 6 interviews with a result" in done.out
    kept = load("mine.json").provenance["fit"]["remarks"]
    assert [remark["code"] for remark in kept] == [
        "unused_columns", "mistyped_column", "few_rows", "few_of_one_result", "few_of_one_result",
    ]  # fmt: skip
    told = json.loads(command("fit", "few.csv", "-o", "mine.json", "--mix", "record", "--json").out)
    assert told["remarks"] == kept


@pytest.mark.usefixtures("table")
def test_bad_input_is_said_in_words_and_nothing_is_written(command, tmp_path):
    for words, message in (
        (("none.csv", "-o", "mine.json", "--mix", "record"), "none.csv cannot be read"),
        (("in.csv", "-o", "mine.json", "--mix", "record", "--version", ""), "version is ''"),
        (("in.csv", "-o", "no/mine.json", "--mix", "record"), "mine.json cannot be written"),
        (
            ("in.csv", "-o", "mine.json"),
            "--mix is missing; nobody but you can know it. Write --mix record if the ",
        ),
        (
            ("in.csv", "-o", "x", "--mix", "all"),
            "--mix is 'all'; allowed: record, collection. Write 'record' if",
        ),
    ):
        done = command("fit", *words)
        assert done.code == 2
        assert message in done.err
        assert done.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]
    with pytest.raises(SystemExit, match="2"):
        command("fit", "in.csv", "--mix", "record")


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("rows", ["", "yes,\nno,\n"])
def test_a_table_without_a_known_result_writes_nothing(command, tmp_path, rows):
    (tmp_path / "none.csv").write_text(f"praised,offer\n{rows}")
    for words in ((), ("--json",)):
        done = command("fit", "none.csv", "--mix", "record", "-o", "none.json", *words)
        assert (done.code, done.out) == (2, "")
        assert done.err == "outcome: There is no interview with a known result. Fill in the column 'offer'.\n"
    assert not (tmp_path / "none.json").exists()


@pytest.mark.usefixtures("table")
def test_a_model_never_takes_the_place_of_the_table(command, tmp_path):
    table, before = tmp_path / "in.csv", (tmp_path / "in.csv").read_bytes()
    (tmp_path / "link.json").symlink_to("in.csv")
    for output in ("in.csv", "./in.csv", "link.json", table):
        done = command("fit", "in.csv", "--mix", "record", "-o", output)
        assert (done.code, done.out) == (2, "")
        assert f"{output} cannot be written: it is the table, which the model would take" in done.err
    assert table.read_bytes() == before


@pytest.mark.usefixtures("table")
def test_a_model_may_take_the_place_of_the_one_it_starts_from(command):
    for rows in (60, 120):
        model = ("--model", "mine.json") if rows == 120 else ()
        done = command(
            "fit", "in.csv", "--mix", "record", "--version", f"after {rows}", *model, "-o", "mine.json"
        )
        assert done.code == 0
    assert load("mine.json").provenance["fit"]["prior"] == "after 60"


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(("output", "message"), [
    (".", ". cannot be written: it is a folder"), ("/", "/ cannot be written: it is a folder"),
    ("in.csv/x", "in.csv/x cannot be written: there is no folder in.csv"),
])  # fmt: skip
def test_an_output_that_cannot_be_is_told_before_the_table_is_read(command, output, message):
    done = command("fit", "none.csv", "--mix", "record", "-o", output)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_record_with_candidates_is_written_and_can_be_used(tmp_path, command):
    (tmp_path / "in.csv").write_text("candidates,praised,offer\n3,yes,yes\n2,no,no\n4,yes,yes\n3,no,no\n")
    done = command("fit", tmp_path / "in.csv", "--mix", "record", "-o", tmp_path / "mine.json")
    assert (done.code, done.err) == (0, "")
    scored = command("score", "--model", tmp_path / "mine.json", "--candidates", "3", "--json")
    likelihood = score({"candidates": 3}, model=load(tmp_path / "mine.json")).likelihood
    assert json.loads(scored.out)["likelihood"] == likelihood != score({"candidates": 3}).likelihood


def test_the_clock_is_looked_at_in_one_place():
    assert isinstance(checklist_arguments.today(), date)
