"""Tables in files: CSV, Parquet and JSON lines, whole or not at all."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frame_kinds import assert_same
from hypothesis import given, settings
from interview_lists import interview_lists

import interview_outcome as outcome
from interview_outcome.cli import main
from interview_outcome.errors import MisspelledColumnWarning, OutcomeError
from interview_outcome.frames.files import batches
from interview_outcome.frames.files import scoring as files
from interview_outcome.frames.files.scoring import score_file

_SCORES = ["likelihood", "low", "high", "base_rate"]
_ROWS = [
    {"name": "Ann, A.", "stage": "final", "praised": True, "candidates": 3},
    {"name": 'Bo "B"', "stage": None, "praised": None, "candidates": None},
    {"name": "Cé", "stage": "phone", "praised": False, "candidates": 12},
]


def _write(path, rows):
    """Write rows as a person's tools write them."""
    if path.suffix == ".csv":
        pd.DataFrame(rows, dtype=object).to_csv(path, index=False)
    elif path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    else:
        lines = [json.dumps(row, default=str, ensure_ascii=False) for row in rows]
        path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _read(path):
    """Read a table as lists of values by column."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    elif path.suffix == ".parquet":
        rows = pq.read_table(path).to_pylist()
    else:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        name: [row.get(name) for row in rows] for name in dict.fromkeys(name for row in rows for name in row)
    }


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".jsonl", ".NDJSON"])
@settings(max_examples=25)
@given(rows=interview_lists())
def test_every_format_gives_what_score_gives(tmp_path_factory, suffix, rows):
    """Row by row, dates and context included."""
    folder = tmp_path_factory.mktemp("files")
    source = _write(folder / f"in{suffix}", rows)
    found = score_file(source, folder / f"out{suffix}")
    assert (found.rows, found.skipped, found.bad_rows) == (len(rows), 0, None)
    assert_same(_read(folder / f"out{suffix}"), rows)


@pytest.mark.parametrize("to", [".csv", ".parquet", ".jsonl"])
@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".jsonl"])
def test_any_format_becomes_any_other(tmp_path, suffix, to):
    """The extension of each file says its format; other columns come along."""
    source = _write(tmp_path / f"in{suffix}", _ROWS)
    score_file(source, tmp_path / f"out{to}", reasons=1)
    found = _read(tmp_path / f"out{to}")
    assert list(found) == ["name", "stage", "praised", "candidates", *_SCORES, "reason_1"]
    assert found["name"] == ["Ann, A.", 'Bo "B"', "Cé"]
    reason = outcome.score({"praised": False}).reasons[0]
    assert found["reason_1"][2] == f"{reason.text} ({reason.log_odds:+.2f} log-odds)"
    assert_same(found, [{key: value for key, value in row.items() if key != "name"} for row in _ROWS])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([f"in{suffix}", f"out{to}"])


def test_many_batches_are_one_file(tmp_path, monkeypatch):
    """Batches leave no seam, in rows, numbers or progress."""
    monkeypatch.setattr(batches, "BATCH", 4)
    rows = [{"praised": bool(number % 2), "id": number} for number in range(10)]
    for suffix in (".csv", ".parquet", ".jsonl"):
        seen = []
        source = _write(tmp_path / f"in{suffix}", rows)
        score_file(source, tmp_path / f"out{suffix}", progress=lambda *where, seen=seen: seen.append(where))
        found = _read(tmp_path / f"out{suffix}")
        assert [int(value) for value in found["id"]] == list(range(10))
        assert_same(found, [{"praised": row["praised"]} for row in rows])
        assert [count for count, _ in seen] == [4, 8, 10]
        assert all(0 < share <= 1 for _, share in seen)
        assert seen[-1][1] == 1.0


def test_csv_text_is_left_as_it_was(tmp_path):
    """Spaces, quotes, line breaks, leading zeros and a mark at the start of the file."""
    text = '\ufeffid,note,praised\r\n007,"a, ""b""\nc", yes \r\n\r\n1e5,,NO\r\n'
    (tmp_path / "in.csv").write_text(text, encoding="utf-8", newline="")
    assert score_file(tmp_path / "in.csv", tmp_path / "out.csv", interval=False).rows == 2
    found = _read(tmp_path / "out.csv")
    assert found["id"] == ["007", "1e5"]
    assert found["note"] == ['a, "b"\nc', ""]
    assert found["praised"] == [" yes ", "NO"]


def test_json_objects_keep_their_own_keys(tmp_path):
    """Nested values come along, and a key that a row does not have is not made up."""
    lines = '{"id": 1, "more": {"a": [1, null]}}\n\n{"praised": "yes", "id": 2}\n'
    (tmp_path / "in.jsonl").write_text(lines)
    score_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", interval=False)
    first, second = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert list(first) == ["id", "more", "likelihood", "base_rate"]
    assert first["more"] == {"a": [1, None]}
    assert list(second) == ["praised", "id", "likelihood", "base_rate"]


def test_parquet_types_come_along(tmp_path):
    """And become what JSON can say of them."""
    row = {"pay": Decimal("1.10"), "when": dt.date(2026, 11, 2), "share": float("nan"), "praised": True}
    source = _write(tmp_path / "in.parquet", [row])
    score_file(source, tmp_path / "out.parquet")
    before = pq.read_table(source)
    assert (
        pq.read_table(tmp_path / "out.parquet")
        .select(["pay", "when", "praised"])
        .equals(before.drop(["share"]))
    )
    score_file(source, tmp_path / "out.jsonl")
    found = json.loads((tmp_path / "out.jsonl").read_text())
    assert {key: found[key] for key in row} == {
        "pay": "1.10",
        "when": "2026-11-02",
        "share": None,
        "praised": True,
    }


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".jsonl"])
def test_bad_rows_stop_the_run_by_number_and_column(tmp_path, monkeypatch, suffix):
    """Nothing is written, and what was there before stays."""
    monkeypatch.setattr(batches, "BATCH", 2)
    source = _write(
        tmp_path / f"in{suffix}", [{"praised": word} for word in ("yes", "no", "yes", "maybe", "so so")]
    )
    target = tmp_path / f"out{suffix}"
    target.write_text("before")
    with pytest.raises(outcome.OutcomeError, match="Row 4, column 'praised': praised is 'maybe'; allowed"):
        score_file(source, target)
    assert target.read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".jsonl"])
def test_bad_rows_can_be_put_aside(tmp_path, monkeypatch, suffix):
    """With their number and every problem, in the format that they came in, to be mended."""
    monkeypatch.setattr(batches, "BATCH", 3)
    words = ["yes", "maybe", "no", "yes", "no", "so so", "yes"]
    rows = [{"id": str(number), "praised": word, "stage": "final"} for number, word in enumerate(words)]
    rows[5]["stage"] = "last"
    found = score_file(_write(tmp_path / f"in{suffix}", rows), tmp_path / "out.csv", skip_bad_rows=True)
    assert (found.rows, found.skipped, found.bad_rows) == (5, 2, str(tmp_path / f"out.bad{suffix}"))
    good = [row for row in rows if row["id"] not in ("1", "5")]
    scored = _read(tmp_path / "out.csv")
    assert scored["id"] == [row["id"] for row in good]
    assert_same(scored, [{key: row[key] for key in ("praised", "stage")} for row in good])
    bad = _read(tmp_path / f"out.bad{suffix}")
    assert [int(number) for number in bad["bad_row_number"]] == [2, 6]
    assert bad["id"] == ["1", "5"]
    assert bad["bad_row_problem"][1].count("Row 6, column") == 2
    assert bad["bad_row_problem"][1].startswith(
        "Row 6, column 'praised': praised is 'so so'; allowed: yes, no"
    )


def test_broken_rows_are_bad_rows(tmp_path):
    """A row with a comma too many is named by number; put aside it keeps its text."""
    (tmp_path / "in.csv").write_text('id,praised\n1,yes\n2,"a, b",no\n3,maybe\n4\n')
    with pytest.raises(outcome.OutcomeError, match="Row 3, column 'praised'") as caught:
        score_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert [problem.code for problem in caught.value.problems] == ["bad_row", "bad_answer", "bad_row"]
    assert "Row 2 has 3 values; the header has 2. Mend its commas and quotes." in str(caught.value)
    found = score_file(tmp_path / "in.csv", tmp_path / "out.csv", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (1, 3)
    bad = _read(tmp_path / "out.bad.csv")
    assert bad["bad_row_number"] == ["2", "3", "4"]
    assert bad["bad_row_text"] == ['2,"a, b",no', "", "4"]
    assert bad["id"] == ["", "3", ""]


def test_broken_lines_of_json_are_bad_rows(tmp_path):
    """No JSON, or no object."""
    (tmp_path / "in.jsonl").write_text('{"praised": true}\n{"praised": \n[1]\n')
    with pytest.raises(
        outcome.OutcomeError, match=r"(?s)Row 2 is not valid JSON.*Row 3 is \[1\], not an object.*Write one"
    ):
        score_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    found = score_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (1, 2)
    assert [json.loads(line)["bad_row_text"] for line in (tmp_path / "out.bad.jsonl").read_text().splitlines()] == [
        '{"praised": ', "[1]",
    ]  # fmt: skip


def test_a_column_of_the_wrong_kind_stops_even_where_bad_rows_are_skipped(tmp_path):
    """It is no matter of rows."""
    source = _write(tmp_path / "in.parquet", [{"praised": dt.date(2026, 11, 2)}])
    with pytest.raises(outcome.OutcomeError, match="The column holds dates"):
        score_file(source, tmp_path / "out.parquet", skip_bad_rows=True)


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("in.csv", "praised,id\n", 0),
        ("in.csv", "praised,id\n\n", 0),
        ("in.jsonl", "", 0),
        ("in.jsonl", "\n\n", 0),
    ],
)
def test_no_rows_are_no_rows(tmp_path, name, content, rows):
    """A header alone gives a header alone."""
    (tmp_path / name).write_text(content)
    target = tmp_path / f"out{(tmp_path / name).suffix}"
    assert score_file(tmp_path / name, target).rows == rows
    header = "praised,id,likelihood,low,high,base_rate\n"
    assert target.read_text() == (header if name == "in.csv" else "")


def test_a_parquet_file_without_rows_keeps_its_columns(tmp_path):
    """With their types."""
    pq.write_table(pa.table({"praised": pa.array([], pa.bool_())}), tmp_path / "in.parquet")
    score_file(tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert pq.read_schema(tmp_path / "out.parquet").names == ["praised", *_SCORES]


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("in.csv", b"", "The file has no header. Write the names of the columns into its first line."),
        ("in.csv", b"praised,praised\n1,1\n", "The file has several columns of one name: 'praised'"),
        (
            "in.csv",
            b'praised\n"yes\n',
            "in.csv is not valid CSV: unexpected end of data. Mend its quotation marks.",
        ),
        ("in.csv", b"praised\n\xff\n", "in.csv is not text in UTF-8. Save it as UTF-8."),
        ("in.csv", b"prased\n1\n", "'prased' may be 'praised'"),
        ("in.csv", b"praised,low\n1,2\n", 'are added: low. Give a prefix, for example prefix="outcome_".'),
        ("in.parquet", b"PAR1", "The file is not valid Parquet: .*. Check that it is complete."),
    ],
)
def test_files_that_are_no_tables_say_why(tmp_path, name, content, text):
    """And leave nothing behind."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(outcome.OutcomeError, match=text):
        score_file(tmp_path / name, tmp_path / "out.csv")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_paths_and_formats_are_checked(tmp_path):
    """What is wrong with a path is said in words."""
    with pytest.raises(outcome.OutcomeError, match=r"(?s)in.xlsx has no extension.* out has no") as caught:
        score_file(tmp_path / "in.xlsx", tmp_path / "out")
    assert str(caught.value).count("Use one of: .csv, .parquet, .jsonl, .ndjson.") == 2
    with pytest.raises(
        outcome.OutcomeError, match=r"none.csv cannot be read: No such file or directory. Check the path"
    ):
        score_file(tmp_path / "none.csv", tmp_path / "out.csv")
    source = _write(tmp_path / "in.csv", _ROWS)
    with pytest.raises(
        outcome.OutcomeError,
        match=r"out.csv cannot be written: there is no folder .*none. Give the name of a file",
    ):
        score_file(source, tmp_path / "none" / "out.csv")
    with pytest.raises(outcome.OutcomeError, match="cannot be written: File name too long"):
        score_file(source, tmp_path / f"{'x' * 300}.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(outcome.OutcomeError, match=r"folder.csv cannot be written: it is a folder"):
        score_file(source, tmp_path / "folder.csv")


def test_rows_of_json_may_differ(tmp_path, monkeypatch):
    """A signal, the day of the question and any other column may turn up late; what is left out is empty."""
    monkeypatch.setattr(batches, "BATCH", 1)
    rows = [{"id": 1}, {"praised": False}, {"cut_short": True, "asked": "2026-11-02"}]
    source = _write(tmp_path / "in.jsonl", rows)
    assert score_file(source, tmp_path / "out.jsonl", on="asked", interval=False).rows == 3
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line.keys() - {"likelihood", "base_rate"} for line in lines] == [row.keys() for row in rows]
    assert lines[2]["likelihood"] < lines[2]["base_rate"]
    score_file(source, tmp_path / "out.csv")
    assert _read(tmp_path / "out.csv")["id"] == ["1", "", ""]
    score_file(source, tmp_path / "out.parquet", on="asked")
    assert_same(_read(tmp_path / "out.parquet"), [{}, {"praised": False}, {"cut_short": True}])
    assert _read(tmp_path / "out.parquet")["id"] == [1, None, None]


def test_a_good_row_of_json_keeps_its_own_keys(tmp_path):
    """What stands in a bad row beside it does not turn up in it."""
    source = _write(tmp_path / "in.jsonl", [{"praised": True}, {"praised": "maybe", "id": 2}])
    score_file(source, tmp_path / "out.jsonl", skip_bad_rows=True, interval=False)
    assert list(json.loads((tmp_path / "out.jsonl").read_text())) == ["praised", "likelihood", "base_rate"]
    bad = json.loads((tmp_path / "out.bad.jsonl").read_text())
    assert {key: bad[key] for key in ("praised", "id", "bad_row_number")} == {
        "praised": "maybe", "id": 2, "bad_row_number": 2
    }  # fmt: skip


def test_what_a_format_cannot_hold_is_written_as_it_can(tmp_path):
    """Lists in CSV are JSON; JSON has null for NaN, at any depth."""
    (tmp_path / "in.jsonl").write_text('{"praised": true, "x": [1, NaN], "y": {"a": Infinity}, "z": NaN}\n')
    score_file(tmp_path / "in.jsonl", tmp_path / "out.csv", interval=False)
    assert [_read(tmp_path / "out.csv")[name][0] for name in "xy"] == ["[1, null]", '{"a": null}']
    score_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", interval=False)
    line = (tmp_path / "out.jsonl").read_text()
    assert line.startswith('{"praised": true, "x": [1, null], "y": {"a": null}, "z": null, "likelihood"')


def test_an_index_of_pandas_survives_parquet(tmp_path):
    """It is a column of the file, and the file says which."""
    frame = pd.DataFrame({"praised": [True, None]}, index=pd.Index(["Ann", "Bo"], name="who"))
    frame.to_parquet(tmp_path / "in.parquet")
    score_file(tmp_path / "in.parquet", tmp_path / "out.parquet")
    scored = pd.read_parquet(tmp_path / "out.parquet")
    assert list(scored.index) == ["Ann", "Bo"]
    assert list(scored.columns) == ["praised", "likelihood", "low", "high", "base_rate"]


def test_a_misspelled_column_of_a_file_is_told(tmp_path):
    source = _write(tmp_path / "in.csv", [{"praised": "yes", "Cut short": "yes", "interest_statd": "no"}])
    with pytest.warns(
        MisspelledColumnWarning, match=r"'Cut short' may be 'cut_short'; 'interest_statd' may be"
    ):
        score_file(source, tmp_path / "out.csv")


def test_a_file_may_take_its_own_place(tmp_path):
    """The scored table replaces it at the end."""
    source = _write(tmp_path / "in.csv", _ROWS)
    score_file(source, source)
    assert list(_read(source))[-4:] == _SCORES


def test_a_disk_that_is_full_at_the_end_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    class Full(files.Output):
        def write(self, batch):
            super().write(batch)
            close = self.writer.close

            def full():
                close()
                raise OSError(28, "No space left on device")

            self.writer.close = full

    monkeypatch.setattr(files, "Output", Full)
    for suffix in (".csv", ".parquet", ".jsonl"):
        source = _write(tmp_path / f"in{suffix}", _ROWS)
        with pytest.raises(OutcomeError, match=rf"out{suffix} cannot be written: No space left on device"):
            score_file(source, tmp_path / f"out{suffix}")
        source.unlink()
    assert list(tmp_path.iterdir()) == []


def test_a_table_keeps_its_permissions_and_its_link(tmp_path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.touch()
    real.chmod(0o600)
    link.symlink_to("real.csv")
    score_file(_write(tmp_path / "in.csv", _ROWS), link)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert list(_read(real))[-4:] == _SCORES


def test_a_side_file_that_is_there_is_never_written_over(tmp_path):
    """The natural second run reads the mended side file of the first: it must not destroy its own input."""
    source = tmp_path / "out.bad.csv"
    source.write_text("praised\nmaybe\n")
    with pytest.raises(OutcomeError, match=r"out\.bad\.csv is there already; rows with problems"):
        score_file(source, tmp_path / "out.csv", skip_bad_rows=True)
    assert source.read_text() == "praised\nmaybe\n"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_run_that_is_told_to_end_leaves_nothing(tmp_path, monkeypatch, capsys, name):
    """Either is taken as Ctrl-C: exit code 130, and no half-written file."""
    asked = getattr(signal, name, None)
    if asked is None:
        pytest.skip(f"no {name} here")
    source = tmp_path / "in.csv"
    source.write_text("praised\nyes\n")
    write = files.Output.write

    def killed(output, batch):
        write(output, batch)
        signal.raise_signal(asked)

    outside = signal.signal(asked, signal.SIG_DFL)  # whatever the tests themselves run under
    try:
        monkeypatch.setattr(files.Output, "write", killed)
        assert main(["table", str(source), "-o", str(tmp_path / "out.csv")]) == 130
        assert signal.getsignal(asked) is signal.SIG_DFL
    finally:
        signal.signal(asked, outside)
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]
    assert "stopped" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal that closes")
def test_a_run_may_outlive_its_terminal(tmp_path, monkeypatch):
    """As nohup wants it: a signal that is not heard stays so."""
    source = tmp_path / "in.csv"
    source.write_text("praised\nyes\n")
    write = files.Output.write

    def hung_up(output, batch):
        write(output, batch)
        signal.raise_signal(signal.SIGHUP)

    monkeypatch.setattr(files.Output, "write", hung_up)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert main(["table", str(source), "-o", str(tmp_path / "out.csv")]) == 0
    finally:
        signal.signal(signal.SIGHUP, before)
    assert (tmp_path / "out.csv").exists()


def test_two_writers_of_one_target_do_not_meet(tmp_path):
    """Each has a file of its own until the end; the last one stays, whole, beside whole rows with problems."""
    rows = [[{"praised": word, "id": f"{word}{number}"} for number in range(50)] for word in ("yes", "no")]
    both = threading.Barrier(2, timeout=60)
    sources = [
        _write(tmp_path / f"in{each}.csv", [*words, {"praised": "maybe"}]) for each, words in enumerate(rows)
    ]

    def run(source):
        return score_file(source, tmp_path / "out.csv", skip_bad_rows=True, progress=lambda *_: both.wait())

    with ThreadPoolExecutor(2) as pool:
        assert [found.rows for found in pool.map(run, sources)] == [50, 50]
    found = _read(tmp_path / "out.csv")
    assert found["id"] in [[row["id"] for row in words] for words in rows]
    assert_same(found, [{"praised": word} for word in found["praised"]])
    assert _read(tmp_path / "out.bad.csv")["praised"] == ["maybe"]
    names = ["in0.csv", "in1.csv", "out.bad.csv", "out.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_pipe_is_no_table_and_no_place_for_one(tmp_path, suffix):
    """It is told without waiting for who writes to it, and left as it is."""
    pipe = tmp_path / f"pipe{suffix}"
    os.mkfifo(pipe)
    with pytest.raises(
        OutcomeError, match=r"cannot be read: it is a pipe or a device\. Write the table into"
    ):
        score_file(pipe, tmp_path / "out.csv")
    with pytest.raises(OutcomeError, match="cannot be written: it is a pipe or a device"):
        score_file(_write(tmp_path / "in.csv", _ROWS), pipe)
    assert pipe.is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", f"pipe{suffix}"]


def test_a_parquet_file_that_is_damaged_in_the_middle_says_so(tmp_path):
    rows = [{"praised": True, "id": str(number)} for number in range(9_000)]
    source = _write(tmp_path / "in.parquet", rows)
    content = bytearray(source.read_bytes())
    content[4:200] = bytes(196)
    source.write_bytes(content)
    with pytest.raises(
        OutcomeError, match=r"The file is not valid Parquet: .+\. Check that it is complete\."
    ):
        score_file(source, tmp_path / "out.parquet")


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_disk_that_fails_while_it_is_read_is_told(tmp_path, monkeypatch, suffix):
    """And not taken for a file that is damaged, or for an output that cannot be written."""
    source = _write(tmp_path / f"in{suffix}", _ROWS)

    class Failing(io.FileIO):
        def _fail(self, *_):
            raise OSError(5, "Input/output error")

        read = readinto = readall = _fail

    monkeypatch.setattr(Path, "open", lambda path, _: Failing(path))
    with pytest.raises(
        OutcomeError, match=rf"in{suffix} cannot be read: Input/output error\. Check the path"
    ):
        score_file(source, tmp_path / "out.csv")


def test_a_blank_line_is_a_blank_cell_where_there_is_one_column(tmp_path):
    """With more columns it is no row."""
    (tmp_path / "in.csv").write_text("praised\nyes\n\nno\n")
    assert score_file(tmp_path / "in.csv", tmp_path / "out.csv").rows == 3
    assert _read(tmp_path / "out.csv")["praised"] == ["yes", "", "no"]
    (tmp_path / "in.csv").write_text("praised\n\n\nmaybe\n")
    with pytest.raises(OutcomeError, match="Row 3, column 'praised'"):
        score_file(tmp_path / "in.csv", tmp_path / "out.csv")


@pytest.mark.parametrize("skip", [True, False])
def test_a_cell_that_is_too_long_for_csv_is_told_by_its_line(tmp_path, skip):
    """A quotation mark that is never closed looks like one."""
    (tmp_path / "in.csv").write_text(f"note,praised\na,yes\n{'x' * 131_073},yes\n")
    message = "Line 3 of the file is in a cell of more than 131,072 characters. Close the quotation mark before it, if"
    with pytest.raises(OutcomeError, match=message):
        score_file(tmp_path / "in.csv", tmp_path / "out.csv", skip_bad_rows=skip)


def test_a_day_column_in_another_case_is_told(tmp_path):
    """As any misspelled column; not where the day is given."""
    source = _write(tmp_path / "in.csv", [{"praised": "yes", "heard_on": "2026-11-02", "On": "2026-11-30"}])
    with pytest.warns(MisspelledColumnWarning, match=r"Columns that are not read: 'On' may be 'on'\."):
        score_file(source, tmp_path / "out.csv")
    silent = _read(tmp_path / "out.csv")["likelihood"]
    for on in ("2026-11-30", "On"):
        score_file(source, tmp_path / "out.csv", on=on)
        assert float(_read(tmp_path / "out.csv")["likelihood"][0]) < float(silent[0])
