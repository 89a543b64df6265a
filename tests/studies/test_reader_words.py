"""What the words of a sentence speak for is learned from the texts, and is what is shipped."""

import json
import sys

import pytest
import reader_words
from reader_words import (
    CLOSE,
    IDLE,
    SMALL,
    WORDS,
    alike,
    exemplary,
    learn,
    log_odds,
    main,
    noted,
    single,
    stored,
)

from interview_outcome.reading.word_weights import WEIGHT_UNIT

TOURS = [(("they", "showed", "me", "round"), frozenset([("office_tour", True)]))] * 5
OTHERS = [(("they", "showed", "up", "late"), frozenset[tuple[str, bool]]())] * 9
PRAISE = [(("what", "lovely", "praise"), frozenset([("praised", True)]))] * 4


@pytest.fixture(scope="module")
def shipped():
    return stored(learn([*exemplary(), *single(), *noted()]))


def test_an_answer_is_learned_where_it_occurs_often_enough():
    learned = learn([*TOURS, *OTHERS, *PRAISE])
    assert learned.answers == [("office_tour", True)]
    tour, late = log_odds(learned, [TOURS[0][0], OTHERS[0][0]])[:, 0]
    assert tour > 0 > late


def test_frequent_words_are_learned_in_pairs_only():
    names = learn([*TOURS, *OTHERS]).vectorizer.get_feature_names_out()
    assert "they" in IDLE
    assert {"round", "they showed", "me round"} <= set(names)
    assert IDLE.isdisjoint(names)


def test_what_is_stored_adds_up_to_what_was_learned_but_for_small_weights():
    learned = learn([*TOURS, *OTHERS])
    kept = stored(learned)
    features = ["showed", "round", "they showed", "showed me", "me round"]
    total = kept["starts"]["office_tour:yes"] + sum(kept["weights"].get(name, [0, 0])[1] for name in features)
    known = dict(zip(learned.vectorizer.get_feature_names_out(), learned.weights[0], strict=True))
    assert {name for name, weight in known.items() if abs(weight) >= SMALL} == set(kept["weights"])
    small = sum(known[name] for name in features if name not in kept["weights"])
    (whole,) = log_odds(learned, [TOURS[0][0]])[:, 0]
    assert WEIGHT_UNIT * total + small == pytest.approx(whole, abs=WEIGHT_UNIT / 2 * (1 + len(features)))


def test_weights_are_alike_but_for_rounding_and_for_the_edge_of_what_is_left_out():
    edge = round(SMALL / WEIGHT_UNIT)
    one = {"starts": {"praised:yes": -400}, "weights": {"kind": [0, 90], "edge": [0, -edge]}}
    assert alike(one, {"starts": {"praised:yes": -400 + CLOSE}, "weights": {"kind": [0, 90 - CLOSE]}})
    assert not alike(one, {"starts": {"praised:yes": -400 + CLOSE + 1}, "weights": one["weights"]})
    assert not alike(one, {"starts": one["starts"], "weights": {"edge": [0, -edge]}})
    assert not alike(one, {"starts": {"praised:no": -400}, "weights": one["weights"]})


def test_the_file_is_what_the_texts_give_and_a_change_is_told(monkeypatch, tmp_path, capsys, shipped):
    assert alike(shipped, json.loads(WORDS.read_text(encoding="utf-8")))
    monkeypatch.setattr(reader_words, "learn", lambda labelled: labelled)
    monkeypatch.setattr(reader_words, "noted", list)
    monkeypatch.setattr(reader_words, "stored", lambda _: shipped)
    monkeypatch.setattr(sys, "argv", ["reader_words.py", "--check"])
    main()
    assert capsys.readouterr().out.startswith("words.json: ")
    copy = tmp_path / "words.json"
    monkeypatch.setattr(reader_words, "WORDS", copy)
    changed = shipped | {"starts": dict.fromkeys(shipped["starts"], 0)}
    copy.write_text(json.dumps(changed), encoding="utf-8")
    with pytest.raises(SystemExit, match=r"run python studies/reader_words\.py"):
        main()
    monkeypatch.setattr(sys, "argv", ["reader_words.py"])
    main()
    assert json.loads(copy.read_text(encoding="utf-8")) == shipped


def test_each_answer_of_a_note_counts_in_one_of_its_sentences():
    counted = sum(len(answers) for _, answers in noted())
    notes = [
        json.loads(line)
        for line in (reader_words.DATA / "notes.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    labels = sum(len(note["answers"]) for note in notes if note["part"] == "development")
    assert 0.95 * labels < counted <= labels
