"""Rows with problems that were put aside, mended, and scored again."""

from __future__ import annotations

import csv
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frame_kinds import assert_same

from interview_outcome import OutcomeError
from interview_outcome.frames.files.scoring import score_file

_TOLD = ["bad_row_number", "bad_row_problem", "bad_row_text"]


def _write(path, rows):
    names = list(dict.fromkeys(name for row in rows for name in row))
    if path.suffix == ".csv":
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)
    elif path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def _read(path):
    if path.suffix == ".csv":
        with path.open(newline="") as file:
            return list(csv.DictReader(file))
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_mended_side_file_is_scored_like_any_other(tmp_path, suffix):
    """Without what was told of its rows; what is still wrong is told anew."""
    rows = [
        {"id": str(number), "praised": word} for number, word in enumerate(["yes", "maybe", "so so", "no"])
    ]
    score_file(_write(tmp_path / f"in{suffix}", rows), tmp_path / f"out{suffix}", skip_bad_rows=True)
    left = _read(tmp_path / f"out.bad{suffix}")
    assert [int(row["bad_row_number"]) for row in left] == [2, 3]
    left[0]["praised"] = "no"
    mended = _write(tmp_path / f"mended{suffix}", left)
    found = score_file(mended, tmp_path / f"again{suffix}", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (1, 1)
    again = _read(tmp_path / f"again{suffix}")
    assert list(again[0]) == list(_read(tmp_path / f"out{suffix}")[0])  # so that both can be put together
    assert again[0]["id"] == "1"
    assert_same({name: [row[name] for row in again] for name in again[0]}, [{"praised": False}])
    (still,) = _read(tmp_path / f"again.bad{suffix}")
    assert list(still)[:3] == _TOLD or suffix == ".jsonl"
    assert (int(still["bad_row_number"]), still["id"], still["praised"]) == (2, "2", "so so")
    assert still["bad_row_problem"].startswith("Row 2, column 'praised': praised is 'so so'")
    assert sorted(still) == sorted([*_TOLD, "id", "praised"])


def test_columns_of_such_names_never_hide_what_is_told(tmp_path):
    (tmp_path / "in.csv").write_text(
        "praised,bad_row_number,bad_row_problem,bad_row_text\nmaybe,1,2,3\nyes,1,2,3\n"
    )
    assert score_file(tmp_path / "in.csv", tmp_path / "out.csv", skip_bad_rows=True).rows == 1
    (still,) = _read(tmp_path / "out.bad.csv")
    assert (still["bad_row_number"], still["bad_row_text"], still["praised"]) == ("1", "", "maybe")
    assert still["bad_row_problem"].startswith("Row 1, column 'praised'")


def test_a_broken_row_that_was_not_mended_is_still_broken(tmp_path):
    """It is not taken for an interview of which nothing is known, and its text is not lost."""
    (tmp_path / "in.csv").write_text("id,praised\n1,yes,no\n2,maybe\n3,no,no\n4,yes\n")
    score_file(tmp_path / "in.csv", tmp_path / "out.csv", skip_bad_rows=True)
    left = _read(tmp_path / "out.bad.csv")
    left[2] |= {"id": "3", "praised": "no"}  # mended, with its text still beside it
    mended = _write(tmp_path / "mended.csv", left)
    with mended.open("a") as file:
        file.write("one,two\n")
    with pytest.raises(
        OutcomeError, match=r"Row 1 has not been mended: .* in bad_row_text alone\. Write its"
    ):
        score_file(mended, tmp_path / "again.csv")
    found = score_file(mended, tmp_path / "again.csv", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (1, 3)
    assert [row["bad_row_text"] for row in _read(tmp_path / "again.bad.csv")] == ["1,yes,no", "", "one,two"]
    assert _read(tmp_path / "again.csv")[0]["id"] == "3"


def test_a_broken_line_of_json_that_was_not_mended_is_still_broken(tmp_path):
    (tmp_path / "in.jsonl").write_text('{"praised": \n{"praised": true}\n')
    score_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", skip_bad_rows=True)
    found = score_file(tmp_path / "out.bad.jsonl", tmp_path / "again.jsonl", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (0, 1)
    assert _read(tmp_path / "again.bad.jsonl")[0]["bad_row_text"] == '{"praised": '
