"""``outcome read``: notes become a checklist."""

import json

from interview_outcome import read

NOTE = "They showed me round the office and said I'd hear by Friday."


def test_notes_are_read(command, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text(NOTE)
    done = command("read", file, "--on", "2026-11-18")
    assert (done.code, done.out) == (0, f"{read(NOTE, on='2026-11-18')}\n")
    found = command("read", "-", "--on", "2026-11-18", "--json", stdin=NOTE)
    assert json.loads(found.out) == read(NOTE, on="2026-11-18").to_dict()


def test_a_file_that_is_not_there_is_told(command):
    done = command("read", "no-such-note.txt")
    assert (done.code, done.err) == (
        2, "outcome: no-such-note.txt cannot be read: No such file or directory. Check the path.\n",
    )  # fmt: skip
