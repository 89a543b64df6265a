"""The stored results of the study are those of this data, and say what the pages say."""

import json

import pytest
from evidence import hashes
from provenance import RESULTS
from study import GRID, differences, field_group, main

STORED = json.loads(RESULTS.read_text(encoding="utf-8"))


def test_the_reduced_study_finds_the_stored_results(capsys):
    assert main(["--reduced"]) == 0
    assert "holds the results of this data" in capsys.readouterr().out


def test_the_reduced_study_names_what_differs(capsys, monkeypatch, tmp_path):
    other = json.loads(json.dumps(STORED))
    other["chosen"]["gain"][0] += 0.01
    other["data"]["data/cases.csv"] = "0"
    path = tmp_path / "study_results.json"
    path.write_text(json.dumps(other), encoding="utf-8")
    monkeypatch.setattr("study.RESULTS", path)
    assert main(["--reduced"]) == 1
    told = capsys.readouterr().out
    assert "data.data/cases.csv: stored 0" in told
    assert "chosen.gain[0]: stored" in told


def test_results_are_of_this_data():
    assert STORED["data"] == hashes()


def test_every_variant_is_reported():
    size = 1
    for values in GRID.values():
        size *= len(values)
    assert len(STORED["gains"]) == size
    picked = sum(number for _, _, number in STORED["picked"])
    assert picked == STORED["repeats"] * STORED["folds"]


def test_every_interval_holds_its_value():
    def walk(found):
        if isinstance(found, dict):
            for value in found.values():
                walk(value)
        elif isinstance(found, list) and len(found) == 3 and all(isinstance(one, float) for one in found):
            assert found[1] <= found[0] <= found[2]

    for part in ("chosen", "nested", "baselines", "waiting"):
        walk(STORED[part])


def test_the_model_beats_the_base_rate_and_ranks():
    """What a reader relies on: out of fold, with intervals, on all accounts."""
    chosen, nested = STORED["chosen"], STORED["nested"]
    assert chosen["gain"][1] > 0
    assert nested["gain"][1] > 0
    assert nested["auc"][1] > 0.6
    assert chosen["slope"][1] < 1.0 < chosen["slope"][2]


@pytest.mark.parametrize(
    ("field", "group"),
    [
        ("software internship", "software and IT"),
        ("IT office", "software and IT"),
        ("teaching English", "teaching, research, libraries"),
        ("public health", "nursing and health"),
        ("airline pilot", "other"),
        ("unknown", "not told"),
        ("graphic design", "other"),
    ],
)
def test_fields_are_grouped_by_their_words(field, group):
    assert field_group(field) == group


def test_differences_go_by_rounding_and_by_name():
    assert differences({"a": [1.0, 2.0]}, {"a": [1.0001, 2.0]}) == []
    assert differences({"a": [1.0, 2.0]}, {"a": [1.1, 2.0]}) == ["a[0]: stored 1.0, found 1.1"]
    assert differences({}, {"a": {"b": 1}}) == ["a.b: stored None, found 1"]
    assert differences({"a": [1.0]}, {"a": [1.0, 2.0]}) == ["a: stored [1.0], found [1.0, 2.0]"]
