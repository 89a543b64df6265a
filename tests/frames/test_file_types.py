"""What the values of a file may be, and what becomes of those that a format cannot hold."""

from __future__ import annotations

import json
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frame_kinds import assert_same

from interview_outcome import OutcomeError
from interview_outcome.cli import main
from interview_outcome.frames.files import batches
from interview_outcome.frames.files.scoring import score_file

_FAR = pa.array([0, 2**62, None], pa.int64())  # beyond the year 9999, counted in microseconds


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    """Three rows a batch."""
    monkeypatch.setattr(batches, "BATCH", 3)


def _lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_reason_that_no_row_of_the_first_batch_has(tmp_path, suffix):
    rows = [{"praised": "yes"}] * 4 + [{"praised": "yes", "cut_short": "yes", "referred": "yes"}]
    source = _lines(tmp_path / "in.jsonl", rows)
    if suffix == ".csv":
        source = tmp_path / "in.csv"
        source.write_text("praised,cut_short,referred\n" + "yes,,\n" * 4 + "yes,yes,yes\n")
    elif suffix == ".parquet":
        source = tmp_path / "in.parquet"
        pq.write_table(pa.Table.from_pylist(rows[::-1]).take([4, 3, 2, 1, 0]), source)
    score_file(source, tmp_path / "out.parquet", reasons=2)
    found = pq.read_table(tmp_path / "out.parquet")
    assert [found.schema.field(f"reason_{number}").type for number in (1, 2)] == [pa.string()] * 2
    assert [text is not None for text in found["reason_2"].to_pylist()] == [False] * 4 + [True]


_UNEVEN = {
    "filled late": ([None, None, None, "a"], pa.string()),
    "whole numbers, then fractions": ([1, 2, 3, 0.5], pa.float64()),
    "fractions, then whole numbers": ([0.5, 1, 2, 3], pa.float64()),
    "lists": ([[], [], [], [1], [0.5, None]], pa.list_(pa.float64())),
    "objects": ([{"a": 1}, None, {}, {"b": ["x"]}, {"a": 0.5}],
                pa.struct({"a": pa.float64(), "b": pa.list_(pa.string())})),
    "nothing": ([None] * 5, pa.null()),
}  # fmt: skip


@pytest.mark.parametrize("name", _UNEVEN)
def test_a_column_of_json_has_the_type_that_holds_all_its_values(tmp_path, name):
    """Whichever batch they stand in."""
    values, kind = _UNEVEN[name]
    source = _lines(tmp_path / "in.jsonl", [{"praised": True, "x": value} for value in values])
    score_file(source, tmp_path / "out.parquet")
    found = pq.read_table(tmp_path / "out.parquet")
    assert found["x"].type == kind
    assert found["x"].equals(pa.chunked_array([pa.array(values, kind)]))
    assert_same(
        {each: found[each].to_pylist() for each in found.column_names}, [{"praised": True}] * len(values)
    )


@pytest.mark.parametrize(("values", "message"), [
    ([1, "a"], "Row 2, column 'x': 'a' does not fit, as other rows hold int64: Parquet needs one type. Write JSON"),
    ([1, 2, 3, 4, "a", 5, 6, "b"], "Row 5, column 'x': 'a' does not fit, as other rows hold int64"),
    ([None, None, None, "a", True], "Row 5, column 'x': True does not fit, as other rows hold string"),
    ([1, None, {"a": 1}], r"Row 3, column 'x': \{'a': 1\} does not fit, as other rows hold int64"),
    ([2**60 + 1, 0, 0, 0.5], "Row 1, column 'x': 1152921504606846977 does not fit, as other rows hold double"),
    ([0.5, 2**60 + 1], "Row 2, column 'x': 1152921504606846977 does not fit, as other rows hold double"),
    ([1, 10**29], f"Row 2, column 'x': {10**29} is nothing that Parquet can hold"),
    ([10**29, 1], f"Row 1, column 'x': {10**29} is nothing that Parquet can hold"),
    ([None, None, None, None, 10**29], f"Row 5, column 'x': {10**29} is nothing that Parquet can hold"),
    ([[1, "a"]], r"Row 1, column 'x': \[1, 'a'\] is nothing that Parquet can hold"),
    ([{}], "Parquet cannot hold the table: Cannot write struct type 'x' with no child field"),
])  # fmt: skip
def test_what_parquet_cannot_hold_is_told_with_its_row(tmp_path, values, message):
    """And the other formats can."""
    source = _lines(tmp_path / "in.jsonl", [{"praised": True, "x": value} for value in values])
    with pytest.raises(OutcomeError, match=message):
        score_file(source, tmp_path / "out.parquet")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
    for to in (".csv", ".jsonl"):
        score_file(source, tmp_path / f"out{to}", interval=False)
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(line)["x"] for line in lines] == values


@pytest.mark.parametrize("to", [".csv", ".jsonl", ".parquet"])
def test_half_of_a_pair_of_surrogates_breaks_its_row(tmp_path, to):
    """Wherever it stands; both halves are a sign like any other."""
    source = tmp_path / "in.jsonl"
    lines = [
        '{"praised": true, "x": "\\ud83d\\ude00 and \\u00e9"}', '{"praised": true, "x": "\\ud800"}',
        '{"praised": "\\uDFFF"}', '{"\\udc00": 1}', '{"praised": true, "x": [{"a": "\\ud83d"}]}',
    ]  # fmt: skip
    source.write_text("\n".join(lines))
    with pytest.raises(
        OutcomeError, match=r"Row 2 has half of a surrogate pair, such as \\ud800, which is no text"
    ):
        score_file(source, tmp_path / f"out{to}")
    found = score_file(source, tmp_path / f"out{to}", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (1, 4)
    left = [json.loads(line) for line in (tmp_path / "out.bad.jsonl").read_text().splitlines()]
    assert [row["bad_row_text"] for row in left] == lines[1:]
    if to == ".jsonl":
        assert json.loads((tmp_path / "out.jsonl").read_text())["x"] == "\N{GRINNING FACE} and é"


def _uneven_bad_rows():
    """A column that is null in the bad rows of one batch, a map, whole numbers beyond 2**63, days far away."""
    return pa.table(
        {
            "praised": ["maybe", "yes", "yes", "maybe", "maybe"],
            "note": pa.array([None, "a", None, "b", None]),
            "map": pa.array([[("a", 1)]] * 5, pa.map_(pa.string(), pa.int64())),
            "number": pa.array([2**64 - 1, 1, 2, 2**63, None], pa.uint64()),
            "kind": pa.array(["a", "b", "a", None, "b"]).dictionary_encode(),
            "when": pa.array([2**62] * 5, pa.int64()).view(pa.timestamp("us")),
            "amount": pa.array([Decimal("1.10")] * 5),
        }
    )


def test_bad_rows_of_parquet_keep_their_types(tmp_path):
    table = _uneven_bad_rows()
    pq.write_table(table, tmp_path / "in.parquet")
    found = score_file(tmp_path / "in.parquet", tmp_path / "out.parquet", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (2, 3)
    left = pq.read_table(tmp_path / "out.bad.parquet")
    assert left.schema.names[:3] == ["bad_row_number", "bad_row_problem", "bad_row_text"]
    assert [field.type for field in left.schema][:3] == [pa.int64(), pa.string(), pa.string()]
    assert left["bad_row_number"].to_pylist() == [1, 4, 5]
    given = pq.read_table(tmp_path / "in.parquet")
    assert left.drop(left.schema.names[:3]).combine_chunks().equals(given.take([0, 3, 4]).combine_chunks())
    scored = pq.read_table(tmp_path / "out.parquet").select(given.schema.names)
    assert scored.combine_chunks().equals(given.take([1, 2]).combine_chunks())


@pytest.mark.parametrize("to", [".csv", ".jsonl"])
@pytest.mark.parametrize("values", [
    _FAR.view(pa.timestamp("us")), _FAR.view(pa.timestamp("us", "UTC")), pa.array([0, 2**31 - 1, 0], pa.int32()).view(pa.date32()),
    _FAR.view(pa.duration("s")),
    pa.array([["a"], [b"\xff"], None], pa.list_(pa.binary())).view(pa.list_(pa.string())),
], ids=lambda values: str(values.type))  # fmt: skip
def test_what_only_parquet_can_hold_is_told_with_its_row(tmp_path, values, to):
    pq.write_table(pa.table({"praised": [True] * 3, "x": values}), tmp_path / "in.parquet")
    with pytest.raises(
        OutcomeError, match=r"Row 2, column 'x': this .* is beyond what can be written as text. Write P"
    ):
        score_file(tmp_path / "in.parquet", tmp_path / f"out{to}")
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]
    score_file(tmp_path / "in.parquet", tmp_path / "out.parquet")
    given = pq.read_table(tmp_path / "in.parquet")
    assert pq.read_table(tmp_path / "out.parquet")["x"].equals(given["x"])


def test_days_far_away_where_an_answer_is_asked_for_are_told(tmp_path):
    pq.write_table(pa.table({"praised": _FAR.view(pa.timestamp("us")).slice(1)}), tmp_path / "in.parquet")
    with pytest.raises(OutcomeError, match="Row 1, column 'praised': The column holds dates"):
        score_file(tmp_path / "in.parquet", tmp_path / "out.parquet")


def test_a_map_in_json_has_no_infinity(tmp_path):
    """As no value in JSON has."""
    values = pa.array([[("a", float("inf")), ("b", 1.0)]], pa.map_(pa.string(), pa.float64()))
    pq.write_table(pa.table({"praised": [True], "x": values}), tmp_path / "in.parquet")
    score_file(tmp_path / "in.parquet", tmp_path / "out.jsonl")
    assert '"x": [["a", null], ["b", 1.0]]' in (tmp_path / "out.jsonl").read_text()


def test_the_command_tells_a_number_that_is_too_great(tmp_path, capsys):
    source = _lines(tmp_path / "in.jsonl", [{"praised": True, "id": 10**29}])
    assert main(["table", str(source), "-o", str(tmp_path / "out.parquet")]) == 2
    assert "outcome: Row 1, column 'id': 1000" in capsys.readouterr().err


def test_a_number_that_is_too_great_is_no_answer(tmp_path):
    pq.write_table(
        pa.table({"praised": pa.array(np.array([2**64 - 1, 1], np.uint64))}), tmp_path / "in.parquet"
    )
    found = score_file(tmp_path / "in.parquet", tmp_path / "out.csv", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (1, 1)


def test_a_column_may_turn_up_late_with_nothing_that_fits(tmp_path):
    source = _lines(tmp_path / "in.jsonl", [{"praised": True}] * 3 + [{"x": 10**29}])
    with pytest.raises(OutcomeError, match=f"Row 4, column 'x': {10**29} is nothing that Parquet can hold"):
        score_file(source, tmp_path / "out.parquet")


def test_values_of_bad_rows_do_not_decide_the_type(tmp_path):
    """Neither when they come first nor when they are many."""
    words = ["maybe", "so so", True, False, None, "maybe", "maybe", True, "so so", "maybe", 0.5]
    source = _lines(tmp_path / "in.jsonl", [{"praised": word} for word in words])
    found = score_file(source, tmp_path / "out.parquet", skip_bad_rows=True)
    assert (found.rows, found.skipped) == (4, 7)
    scored = pq.read_table(tmp_path / "out.parquet")
    assert scored["praised"].to_pylist() == [True, False, None, True]
    assert_same(scored, [{"praised": word} for word in (True, False, None, True)])
