"""``outcome score``: files, options, notes, and every wrong thing that can be typed."""

import json

import pytest

from interview_outcome.estimate import score
from interview_outcome.model import shipped

CHECKLIST = {
    "stage": "final",
    "candidates": 3,
    "cut_short": False,
    "praised": True,
    "interviewed_on": "2026-11-16",
}
TOML = 'stage = "final"\ncandidates = 3\ncut_short = false\npraised = true\ninterviewed_on = 2026-11-16\n'
OPTIONS = ["--stage", "final", "--candidates", "3", "--no", "cut_short", "--yes", "praised", "--interviewed-on",
           "2026-11-16"]  # fmt: skip
EXPECTED = score(CHECKLIST, on="2026-11-20")


@pytest.fixture
def files(tmp_path):
    json_file, toml_file = tmp_path / "interview.json", tmp_path / "interview.toml"
    json_file.write_text(json.dumps(CHECKLIST))
    toml_file.write_text(TOML)
    return {"json": json_file, "toml": toml_file}


@pytest.mark.parametrize("kind", ["json", "toml"])
def test_a_file_is_scored(command, files, kind):
    done = command("score", files[kind], "--on", "2026-11-20", "--json")
    assert done.code == 0
    assert json.loads(done.out) == EXPECTED.to_dict()


@pytest.mark.parametrize("text", [json.dumps(CHECKLIST), TOML])
def test_standard_input_is_scored(command, text):
    done = command("score", "-", "--on", "2026-11-20", "--json", stdin=text)
    assert json.loads(done.out) == EXPECTED.to_dict()


def test_options_are_scored_and_outweigh_the_file(command, files):
    done = command("score", *OPTIONS, "--on", "2026-11-20")
    assert done.out.startswith(str(EXPECTED))
    assert "Next: `outcome advise`" in done.out
    both = command("score", files["json"], "--no", "praised", "--on", "2026-11-20", "--json")
    assert json.loads(both.out) == score(CHECKLIST | {"praised": False}, on="2026-11-20").to_dict()


def test_options_outweigh_what_was_read_from_notes(command, tmp_path):
    note, read = tmp_path / "note.txt", tmp_path / "read.json"
    note.write_text("First interview. They praised me. The interview was cut short.")
    read.write_text(command("read", note, "--on", "2026-11-17", "--json").out)
    words = [
        "--no",
        "praised",
        "--stage",
        "final",
        "--interviewed-on",
        "2026-11-16",
        "--on",
        "2026-11-20",
        "--json",
    ]
    done = command("score", read, *words)
    known = {"stage": "final", "interviewed_on": "2026-11-16", "praised": False, "cut_short": True}
    assert json.loads(done.out) == score(known, on="2026-11-20").to_dict()
    other = tmp_path / "other.txt"
    other.write_text("They praised me. They showed me round the office.")
    both = json.loads(command("score", read, "--notes", other, *words).out)
    assert both["likelihood"] == score(known | {"office_tour": True}, on="2026-11-20").likelihood


def test_all_that_is_wrong_with_a_file_in_parts_is_told(command):
    text = '{"answers": {"praised": "maybe"}, "foo": 1}'
    assert command("score", "-", "--stage", "finale", stdin=text).err.startswith(
        "outcome: 3 problems:\n- 'foo'"
    )
    done = command("score", "-", "--yes", "praised", stdin=text)
    assert done.err.startswith("outcome: 'foo' stands beside answers")


def test_without_a_day_the_command_counts_to_today(command):
    done = command("score", "--interviewed-on", "2020-01-01", "--json")
    assert [reason["signal"] for reason in json.loads(done.out)["reasons"]] == ["silence"]


def test_nothing_given_gives_the_base_rate_and_says_what_to_do(command):
    done = command("score", "--on", "2026-11-20")
    assert done.code == 0
    assert "this is the base rate" in done.out
    assert "`outcome ask` asks you" in done.out


def test_level_and_model_are_taken(command, tmp_path):
    shipped().save(tmp_path / "model.json")
    done = command(
        "score",
        *OPTIONS,
        "--on",
        "2026-11-20",
        "--level",
        "0.5",
        "--model",
        tmp_path / "model.json",
        "--json",
    )
    assert json.loads(done.out) == score(CHECKLIST, on="2026-11-20", level=0.5).to_dict()


def test_notes_become_a_score_and_options_outweigh_them(command, tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("Final round. They showed me round the office. The interview was cut short.")
    done = command("score", "--notes", notes, "--no", "cut_short", "--on", "2026-11-20")
    assert done.code == 0
    assert "You were shown round the workplace." in done.out
    found = command("score", "--notes", "-", "--json", "--on", "2026-11-20", stdin=notes.read_text())
    answers = {reason["signal"]: reason["answer"] for reason in json.loads(found.out)["reasons"]}
    assert answers == {"office_tour": True, "cut_short": True}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--yes", "prased"], "'prased' is neither a signal nor a context key. Did you mean 'praised'?"),
        (["--yes", "praised", "--no", "praised"], "praised is given as both yes and no. Keep one answer."),
        (
            ["--stage", "finale"],
            "stage is 'finale'; allowed: phone, first, later, final. Did you mean 'final'?",
        ),
        (["--candidates", "many"], "candidates is 'many'; allowed: a whole number from 1 to 100."),
        (["--candidates", "9" * 5000], "allowed: a whole number from 1 to 100."),
        (["--level", "wide"], "level is 'wide'; allowed: a number between 0 and 1."),
        (["--level", "80"], "level is 80.0; allowed: a number between 0 and 1."),
        (["--on", "tomorrow"], "on is 'tomorrow'; allowed: a date that exists, as year-month-day."),
        (["--interviewed-on", "2026-12-01", "--on", "2026-11-20"], "the interview cannot lie in the future"),
        (
            ["no-such-file.json"],
            "no-such-file.json cannot be read: No such file or directory. Check the path.",
        ),
        (["."], "cannot be read"),
        (["bad\0name"], "cannot be read"),
        (["-", "--notes", "-"], "Standard input cannot be both the checklist and the notes."),
        (["--model", "no-such-model.json"], "no-such-model.json cannot be read"),
    ],
)
def test_what_is_wrong_is_told_with_exit_code_2(command, words, message):
    done = command("score", *words)
    assert done.code == 2
    assert done.out == ""
    assert message in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"praised": tru}', "- is not valid JSON"),
        ("praised = maybe", "- is not valid TOML"),
        ("praised = yes", 'Write true or false, or words in quotes: cut_short = false, praised = "yes"'),
        ('["praised"]', "- holds no checklist: it must be a table of signals and answers."),
        ('{"praised": true, "praised": false}', "praised is given more than once. Keep one answer."),
        ('{"praised": {"x": 1}}', "praised is {'x': 1}; allowed:"),
        ("[" * 100_000, "- is not valid JSON: it is nested too deeply."),
        (b"\xff\xfe\x00", "- is not text in UTF-8."),
        (b" " * 1_000_001, "- is larger than 1,000,000 bytes; no checklist is."),
    ],
)
def test_a_file_that_is_no_checklist_is_told(command, text, message):
    done = command("score", "-", stdin=text)
    assert done.code == 2
    assert message in done.err


def test_every_problem_of_a_file_is_told_at_once(command):
    done = command("score", "-", stdin='{"prased": true, "stage": "finale"}')
    assert done.err.startswith("outcome: 2 problems:\n- 'prased'")


def test_a_file_without_a_name_is_asked_for(command):
    done = command("score", "")
    assert (done.code, done.err) == (2, "outcome: The name of the file is empty. Give the name of a file.\n")


def test_of_very_many_problems_the_first_fifty_are_shown(command, tmp_path):
    path = tmp_path / "many.json"
    path.write_text(json.dumps({f"key{number}": 1 for number in range(1060)}), encoding="utf-8")
    lines = command("score", str(path)).err.splitlines()
    assert lines[0] == "outcome: 1060 problems:"
    assert lines[50].startswith("- 'key49' is neither")
    assert lines[51:] == ["- and 1,010 more."]


def test_a_signal_without_its_option_is_told_how_to_be_given(command):
    done = command("score", "--yes", "smooth_dialogue", "test_passed")
    assert done.code == 2
    assert "test_passed cannot be read" in done.err
    assert "Write --yes test_passed or --no test_passed." in done.err
