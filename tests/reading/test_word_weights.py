"""What the words of a sentence speak for, beside the phrases."""

import json
from pathlib import Path

import pytest

import outcome
from interview_outcome.reading import word_weights
from interview_outcome.reading.text import sentences
from interview_outcome.reading.word_weights import BELIEVED, DOUBTED, WEIGHT_UNIT, log_odds

STORED = json.loads(Path(word_weights.__file__).with_name("words.json").read_text(encoding="utf-8"))
STARTS = {tuple(key.split(":")): WEIGHT_UNIT * start for key, start in STORED["starts"].items()}


def test_words_that_nobody_counted_leave_every_answer_at_its_start():
    for words in ([], ["xylophonic", "zzz"]):
        assert {
            (signal, "yes" if answer else "no"): value for (signal, answer), value in log_odds(words).items()
        } == STARTS


def test_log_odds_are_the_start_and_the_weights_of_words_and_pairs():
    words = ("she", "was", "impressed", "by", "my", "answers")
    features = [*words, *(f"{one} {other}" for one, other in zip(words, words[1:], strict=False))]
    place = list(STARTS).index(("praised", "yes"))
    weights = [
        dict(zip(flat[::2], flat[1::2], strict=True))
        for name in features
        if (flat := STORED["weights"].get(name))
    ]
    by_hand = STARTS["praised", "yes"] + WEIGHT_UNIT * sum(weight.get(place, 0) for weight in weights)
    assert log_odds(words)["praised", True] == pytest.approx(by_hand)
    assert log_odds(["impressed", "impressed"]) == log_odds(["impressed"])


def test_what_the_words_around_do_not_bear_out_is_only_suggested():
    words = "There is serious interest in the boat I sell"
    assert log_odds(words.lower().split())["interest_stated", True] < DOUBTED
    checklist = outcome.read(words)
    assert checklist.answers == {}
    assert [(item.signal, item.answer, item.words) for item in checklist.suggestions] == [
        ("interest_stated", True, "serious interest")
    ]
    checklist = outcome.read("She said they had a serious interest in me.")
    assert checklist.answers["interest_stated"] is True


def test_a_lone_phrase_with_such_words_is_an_answer_wherever_it_stands():
    around = "My sister had soup. {} Then it rained on the bus home."
    for said in ("They showed me round the lab.", "Nobody mentioned pay.", "I'll hear by Friday."):
        assert outcome.read(around.format(said)).answers == outcome.read(said).answers


def test_words_tell_what_no_phrase_tells_and_are_shown():
    checklist = outcome.read("Two referees, HR wants, by email.")
    (evidence,) = checklist.evidence
    assert (evidence.signal, evidence.answer, evidence.words) == (
        "references_requested", True, "referees",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "I hope HR wants two referees, by email.",
        "If HR wants two referees, by email, I have none.",
        "My sister's new place: two referees, HR wants, by email.",
        "Would HR want two referees by email?",
        "Do HR want two referees by email?",
    ],
)
def test_words_tell_nothing_of_hopes_conditions_questions_and_others(text):
    (sentence,) = sentences(text)
    assert log_odds(sentence.words)["references_requested", True] > BELIEVED
    assert "references_requested" not in outcome.read(text).answers


def test_words_tell_nothing_of_what_the_wrong_one_did():
    assert log_odds(["i", "smiled", "the", "whole", "time"])["warm_body_language", True] > BELIEVED
    assert outcome.read("I smiled the whole time.").answers == {}


def test_words_alone_do_not_contradict_a_phrase():
    assert log_odds(["an", "hour", "booked", "forty", "minutes", "used"])["ran_long", True] > BELIEVED
    assert outcome.read("An hour booked, forty minutes used.").answers == {"cut_short": True}


def test_more_sentences_about_it_leave_one_answer_of_words():
    once = "Two referees, HR wants, by email."
    twice = f"{once} Three references, HR wants, in writing. {once}"
    checklist = outcome.read(twice)
    assert checklist.answers == outcome.read(once).answers
    assert [item.signal for item in checklist.evidence] == ["references_requested"]
