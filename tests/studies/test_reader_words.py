"""The words that the reader's second opinion rests on are counted as it says."""

import math
import sys

import pytest
import reader_words
from reader_words import WORDS, counted, exemplary, main, noted, written

from interview_outcome.reading.second_opinion import PRIOR_TEXTS, log_odds

TEXTS = [
    ("showed me round", {"office_tour": True}),
    ("showed up late", {}),
    ("a tour round here", {"office_tour": True}),
]


def test_words_are_counted_by_text_and_by_answer():
    counts = counted(TEXTS)
    assert counts["texts"] == 3
    assert counts["words"] == {"round": 2, "showed": 2}
    assert counts["answers"] == {"office_tour:yes": {"texts": 2, "words": {"round": 2, "showed": 1}}}


def test_the_weight_of_a_word_follows_from_its_shares_with_and_without_the_answer():
    counts = counted([*noted(), *exemplary()])
    seen, given = counts["words"]["impressed"], counts["answers"]["praised:yes"]
    start = PRIOR_TEXTS * seen / counts["texts"]
    share = (given["words"]["impressed"] + start) / (given["texts"] + PRIOR_TEXTS)
    other = (seen - given["words"]["impressed"] + start) / (counts["texts"] - given["texts"] + PRIOR_TEXTS)
    assert log_odds("praised", True, ["impressed"]) == pytest.approx(math.log(share / other))


def test_the_file_is_what_the_texts_give_and_a_change_is_told(monkeypatch, tmp_path, capsys):
    assert WORDS.read_text(encoding="utf-8") == written(counted([*noted(), *exemplary()]))
    monkeypatch.setattr(sys, "argv", ["reader_words.py", "--check"])
    main()
    assert capsys.readouterr().out.startswith("words.json: ")
    copy = tmp_path / "words.json"
    monkeypatch.setattr(reader_words, "WORDS", copy)
    copy.write_text("{}", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"run python studies/reader_words\.py"):
        main()
    monkeypatch.setattr(sys, "argv", ["reader_words.py"])
    main()
    assert copy.read_text(encoding="utf-8") == written(counted([*noted(), *exemplary()]))
