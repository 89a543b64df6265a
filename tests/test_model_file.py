"""Model files: what is written comes back, and a damaged, strange or hostile file is an error in words."""

from __future__ import annotations

import copy
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome import Model, OutcomeError, load, schema, score
from interview_outcome.features import FEATURES
from interview_outcome.model import shipped
from interview_outcome.model_data import FORMAT, PROTOCOL, from_data, to_data
from interview_outcome.model_file import MOST_BYTES
from interview_outcome.weights import Covariance

SHIPPED = Path(__file__).parents[1] / "src" / "interview_outcome" / "model.json"
CONTENT = SHIPPED.read_bytes()
DATA = json.loads(CONTENT)
CHECKLIST = {"stage": "final", "praised": True, "cut_short": False, "interviewed_on": "2026-11-02"}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)


def places(data, path=()):
    """Give the way to every value of nested data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from places(value, (*path, key))


PLACES = [path for path in places(DATA) if path[0] not in ("sha256", "provenance")]


def put(path, value):
    """Give the data of the shipped model with one value changed."""
    changed = copy.deepcopy(DATA)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


def signed(data):
    """Give data with the checksum that fits."""
    content = {key: value for key, value in data.items() if key != "sha256"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return content | {"sha256": hashlib.sha256(text.encode("ascii")).hexdigest()}


def codes(path):
    """Give the codes of what is wrong with a file."""
    with pytest.raises(OutcomeError) as caught:
        load(path)
    return [problem.code for problem in caught.value.problems]


def written(folder, content):
    """Write a file into a folder."""
    path = folder / "model.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def test_what_is_saved_comes_back_whole(tmp_path):
    model = replace(
        shipped(),
        version="mine",
        created="2026-02-03",
        covariance=Covariance((0.1,) * len(FEATURES), ((0.01,) * len(FEATURES),), (-1.0,)),
        provenance={"fit": {"rows": 3, "note": "Ünïcode", "of": [1.5, None, True]}},
    )
    model.save(tmp_path / "model.json")
    assert load(tmp_path / "model.json") == model
    assert load(str(tmp_path / "model.json")) == model
    assert [path.name for path in tmp_path.iterdir()] == ["model.json"]


def test_saving_the_shipped_model_gives_its_file_byte_for_byte(tmp_path):
    shipped().save(tmp_path / "model.json")
    assert (tmp_path / "model.json").read_bytes() == CONTENT


def test_a_file_is_replaced_only_by_a_whole_one(tmp_path):
    path = written(tmp_path, b"precious")
    broken = replace(shipped(), created="yesterday")
    with pytest.raises(OutcomeError, match="created is 'yesterday'; allowed: a date as year-month-day"):
        broken.save(path)
    assert path.read_bytes() == b"precious"
    assert [each.name for each in tmp_path.iterdir()] == ["model.json"]


@pytest.mark.parametrize(("provenance", "message"), [
    ({"x": float("nan")}, r"provenance\.x is nan; allowed: a number"),
    ({"x": {3: 1}}, r"provenance\.x has the key 3; allowed: texts"),
    ({"x": [{1}]}, r"provenance\.x is \{1\}; allowed: plain data, as JSON holds it"),
    ({"x": np.int64(1)}, r"provenance\.x is np\.int64\(1\); allowed: plain data"),
    ({"x": "y" * MOST_BYTES}, r"The model has 4,\d{3},\d{3} bytes as a file; allowed: 4,000,000\. Its provenance is"),
])  # fmt: skip
def test_what_could_not_be_read_again_is_not_written(tmp_path, provenance, message):
    with pytest.raises(OutcomeError, match=message):
        replace(shipped(), provenance=provenance).save(tmp_path / "model.json")
    assert list(tmp_path.iterdir()) == []


def test_the_largest_model_that_is_written_can_be_read(tmp_path):
    path = tmp_path / "model.json"
    replace(shipped(), provenance={"x": ""}).save(path)
    room = MOST_BYTES - path.stat().st_size
    model = replace(shipped(), provenance={"x": "y" * room})
    model.save(path)
    assert path.stat().st_size == MOST_BYTES
    assert load(path) == model
    with pytest.raises(OutcomeError, match="has 4,000,001 bytes"):
        replace(shipped(), provenance={"x": "y" * (room + 1)}).save(path)


def test_of_many_writers_each_leaves_a_whole_model_and_readers_see_no_half_of_one(tmp_path):
    path = tmp_path / "model.json"
    long = replace(shipped(), version="long", provenance={"x": "y" * 500_000})
    shipped().save(path)

    def write(model):
        for _ in range(15):
            model.save(path)

    def read(_):
        return [load(path).version for _ in range(15)]

    with ThreadPoolExecutor(6) as pool:
        writers = [pool.submit(write, model) for model in (shipped(), long) * 2]
        seen = {version for versions in pool.map(read, range(2)) for version in versions}
        for writer in writers:
            writer.result()
    assert seen <= {shipped().version, "long"}
    assert [each.name for each in tmp_path.iterdir()] == ["model.json"]


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(
        OutcomeError, match=r"cannot be written: there is no folder .*nowhere\. Give the name"
    ):
        shipped().save(tmp_path / "nowhere" / "model.json")
    with pytest.raises(OutcomeError, match=r"cannot be read: No such file or directory\. Check the path"):
        load(tmp_path / "model.json")
    assert codes(tmp_path) == ["cannot_read"]


@pytest.mark.parametrize("path", [None, 3, "", b"model.json", "model\0.json", "\ud800"])
def test_a_path_that_is_none_is_said_in_words(path):
    assert codes(path) == ["bad_path"]
    with pytest.raises(OutcomeError, match="allowed: the path of a file"):
        shipped().save(path)


def test_files_of_protocol_1_are_read_for_ever():
    """If this fails because of a new signal or rule, raise the protocol number and keep a reader for this file."""
    model = load(Path(__file__).parent / "model_files" / "protocol_1.json")
    assert isinstance(model, Model)
    estimate = score({"stage": "final", "candidates": 3}, model=model)
    assert estimate.likelihood == pytest.approx(0.4)


@given(st.integers(0, len(CONTENT) - 1), st.integers(0, 255))
def test_no_changed_byte_goes_unnoticed(tmp_path_factory, place, byte):
    """It is refused, or it was white space."""
    folder = tmp_path_factory.mktemp("changed")
    path = written(folder, CONTENT[:place] + bytes([byte]) + CONTENT[place + 1 :])
    try:
        model = load(path)
    except OutcomeError:
        return
    assert model == shipped()


@given(st.integers(0, len(CONTENT) - 3))
def test_a_file_that_was_cut_short_is_refused(tmp_path_factory, length):
    path = written(tmp_path_factory.mktemp("short"), CONTENT[:length])
    assert codes(path) == ["not_json"]


@given(st.binary(max_size=200))
def test_any_bytes_give_an_error_in_words(tmp_path_factory, content):
    assert codes(written(tmp_path_factory.mktemp("bytes"), content))[0] in ("not_json", "not_a_model")


@given(json_values)
def test_any_data_give_an_error_in_words(data):
    with pytest.raises(OutcomeError, match="is JSON, but not a model file"):
        from_data(data)


@given(st.sampled_from(PLACES), json_values)
def test_data_with_any_value_anywhere_are_refused_or_can_be_used(path, value):
    """What passes the audit scores every checklist and can be saved again."""
    try:
        model = from_data(put(path, value))
    except OutcomeError as error:
        assert len(error.problems) <= 20
        assert all(problem.message and problem.code for problem in error.problems)
        return
    for checklist in ({}, CHECKLIST, CHECKLIST | {"candidates": 100}, dict.fromkeys(DATA["weights"], False)):
        estimate = score(checklist, on="2026-12-20", model=model)
        assert 0 <= estimate.interval[0] <= estimate.likelihood <= estimate.interval[1] <= 1
        estimate.to_json()
    assert from_data(to_data(model)) == model


@given(st.sampled_from(PLACES))
def test_nothing_may_be_missing(path):
    changed = copy.deepcopy(DATA)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    with pytest.raises(OutcomeError):
        from_data(changed)


FAULTS = [
    (("version",), "\x1b[2Jmine", "version is '\\x1b[2Jmine'; allowed: a text of one line"),
    (("version",), "v" * 1001, "allowed: a text of one line"),
    (("created",), "2026-13-01", "created is '2026-13-01'; allowed: a date as year-month-day"),
    (("weights",), [], "weights is []; allowed: a table"),
    (("weights", "praised", "yes"), [0.1], "weights.praised.yes is no list of 8 numbers and a note"),
    (("weights", "praised", "yes", 8), "\n", "weights.praised.yes.note is '\\n'; allowed: a text of one line"),
    (("weights", "praised", "yes", 0), -0.1, "weights.praised.yes is -0.1, against the direction of its signal"),
    (("weights", "praised", "yes", 0), 21.0, "weights.praised.yes is 21.0; allowed: a number from -20 to 20"),
    (("weights", "praised", "yes", 0), 10**400, "weights.praised.yes[0] is 1"),
    (("weights", "praised", "yes", 1), -1.0, "weights.praised.yes has a negative spread or number of interviews"),
    (("weights", "praised", "no", 5), 1.5, "weights.praised.no has 1.5 interviews; allowed: whole numbers"),
    (("covariance", "signs", 0), 0.5, "covariance.signs holds something else than 1.0 and -1.0"),
    (("covariance", "signs"), [], "covariance has another number of signs than of factors"),
    (("covariance", "factors", 0), [0.0], "covariance.factors[0] is no list of 144 numbers"),
    (("covariance", "diagonal", 0), None, "covariance.diagonal[0] is None; allowed: a number"),
    (("base_rates", "most"), 1.0, "base_rates.most is 1.0; allowed: a number between 0 and 1"),
    (("base_rates", "stages", "final", 0), 0.0, "base_rates.final is 0.0; allowed: a number between 0 and 1"),
    (("base_rates", "offers_per_opening"), 0.0, "allowed: a number from 1e-06 to 1000"),
    (("base_rates", "candidates_sd"), True, "base_rates.candidates_sd is True; allowed: a number from 0"),
    (("combinations", "strong_finish", 0), 1e3, "strong_finish is 1000.0; allowed: a number from -20 to 20"),
    (("waiting", "refusals", 1), 0.0, "waiting.refusals sd is 0.0; allowed: a number from 0.001"),
    (("waiting", "offers", "fast"), {}, "waiting.offers.fast is no list of 3 numbers"),
    (("answer_shares", "praised", 1), 1.0, "answer_shares.praised is 1.0; allowed: a number between 0 and 1"),
    (("provenance",), None, "provenance is None; allowed: a table"),
    (("provenance",), {"x": [float("inf")]}, "provenance.x is inf; allowed: a number"),
    (("weights",), DATA["weights"] | {"mushrooms": {}}, "mushrooms lacks ['no', 'yes'] and has [], which it should not"),
    (("weights",), DATA["weights"] | {"no name": DATA["weights"]["praised"]}, "weights has a name that is none"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "message"), FAULTS, ids=[message[:40] for *_, message in FAULTS])
def test_every_fault_is_named_with_its_place_and_what_is_allowed(path, value, message):
    with pytest.raises(OutcomeError) as caught:
        from_data(put(path, value), "mine.json")
    first = str(caught.value.problems[0])
    assert first.startswith("mine.json: ")
    assert message in first
    assert first.endswith("Get the file again, or fit anew.")


def without(data, signal):
    """Give the data of a model that was made before a signal was known."""
    data = copy.deepcopy(data)
    at = 2 * list(data["weights"]).index(signal)
    del data["weights"][signal], data["answer_shares"][signal], data["combinations"]["strong_finish"]
    for row in (data["covariance"]["diagonal"], *data["covariance"]["factors"]):
        del row[at : at + 2]
    return data


def test_a_file_from_before_a_signal_was_known_is_read_and_gives_it_no_weight():
    older, model = from_data(without(DATA, "cut_short")), shipped()
    assert score(CHECKLIST | {"cut_short": None}, on="2026-11-20", model=older).likelihood == pytest.approx(
        score(CHECKLIST | {"cut_short": None}, on="2026-11-20").likelihood, abs=1e-15
    )
    one = score({"cut_short": True, "test_passed": True}, model=older)
    assert [reason.signal for reason in one.reasons] == ["test_passed"]
    assert any("before the signal was known" in remark.text for remark in one.remarks)
    assert (
        one.interval[0] < score({"test_passed": True}, model=older).interval[0]
    )  # nobody knows what it says
    assert older.combinations["strong_finish"] == (0.0, 0.0)
    kept = [feature for feature in FEATURES if feature[0] != "cut_short"]
    assert {feature: older.weights[feature] for feature in kept} == {
        feature: model.weights[feature] for feature in kept
    }
    pair = {("praised", True): 1.0, ("test_passed", True): 0.5}
    assert older.covariance.quadratic(pair) == pytest.approx(model.covariance.quadratic(pair), abs=1e-15)
    assert from_data(to_data(older)) == older


def test_a_signal_that_was_given_up_is_read_over():
    data = copy.deepcopy(DATA)
    for table, row in (("weights", {"yes": [1.0] * 5 + [0, 0, 1.0, ""], "no": [1.0] * 5 + [0, 0, 1.0, ""]}),
                       ("answer_shares", [0.5, 0.5])):  # fmt: skip
        data[table] = {"lucky_socks": row} | data[table]
    for row in (data["covariance"]["diagonal"], *data["covariance"]["factors"]):
        row[:0] = [0.3, 0.3]
    assert from_data(data) == shipped()


def test_the_schema_of_a_model_file_takes_what_is_written(tmp_path):
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema("model"))
    shipped().save(tmp_path / "model.json")
    validator.validate(json.loads((tmp_path / "model.json").read_text()))
    validator.validate(signed(without(DATA, "cut_short")))
    for path, value, _ in FAULTS:
        if path[0] in ("base_rates", "combinations", "waiting", "answer_shares"):
            assert not validator.is_valid(signed(put(path, value))), path


def test_all_faults_are_told_at_once_up_to_twenty():
    data = put(("base_rates", "most"), 2.0) | {"created": "soon", "answer_shares": {}}
    with pytest.raises(OutcomeError) as caught:
        from_data(data)
    assert [problem.path for problem in caught.value.problems] == [
        "created",
        "base_rates.most",
        "answer_shares",
    ]
    empty = DATA | {"weights": {signal: {} for signal in DATA["weights"]}}
    with pytest.raises(OutcomeError, match="20 problems:"):
        from_data(empty)


@pytest.mark.parametrize("key", ["covariance", "base_rates", "waiting"])
def test_a_table_that_is_none_at_all_is_one_fault(key):
    with pytest.raises(OutcomeError) as caught:
        from_data(DATA | {key: None})
    assert [problem.path for problem in caught.value.problems] == [key]


def test_a_future_protocol_asks_for_an_update_and_a_strange_one_for_another_file(tmp_path):
    with pytest.raises(
        OutcomeError, match=f"has protocol 2; this version of the library reads up to {PROTOCOL}"
    ):
        load(written(tmp_path, DATA | {"protocol": 2, "new": {}}))
    for protocol in (0, "1", True, None, 1.0):
        assert codes(written(tmp_path, DATA | {"protocol": protocol})) == ["bad_protocol"]
    assert codes(written(tmp_path, {"format": FORMAT})) == ["bad_protocol"]


def test_a_change_by_hand_is_told_by_the_checksum(tmp_path):
    changed = put(("weights", "referred", "yes", 0), 1.25)
    assert codes(written(tmp_path, changed)) == ["bad_checksum"]
    assert load(written(tmp_path, signed(changed))).weights["referred", True].weight == 1.25


def test_hostile_files_cost_little_and_run_nothing(tmp_path):
    for content, code in (
        (b" " * (MOST_BYTES + 1), "too_large"),
        (b"[" * 1_000_000, "not_json"),
        (b"1" * 1_000_000, "not_json"),
        (b'{"format": "' + FORMAT.encode() + b'", "protocol": NaN}', "not_json"),
        (b'{"format": 1, "format": 2}', "not_json"),
        (b"\xff\xfe", "not_json"),
        (b"cos\nsystem\n(S'true'\ntR.", "not_json"),
        (b'{"protocol": 1e999}', "not_json"),
    ):
        assert codes(written(tmp_path, content)) == [code]
    nested = "[" * 30 + "]" * 30
    deep = CONTENT.decode().replace('"provenance": {', f'"provenance": {{"deep": {nested},', 1)
    assert codes(written(tmp_path, signed(json.loads(deep)))) == ["bad_model_file"]


def test_a_file_that_is_larger_than_any_model_is_not_read_to_its_end():
    assert codes("/dev/zero") == ["too_large"]
