"""A second opinion on what one phrase alone found."""

import pytest

import outcome
from interview_outcome.reading.second_opinion import LEAST, log_odds


def test_words_that_nobody_counted_say_nothing():
    assert log_odds("office_tour", True, ["xylophonic", "zzz"]) == 0
    assert log_odds("office_tour", True, []) == 0
    assert log_odds("no_such_signal", True, ["impressed"]) == pytest.approx(0)


def test_words_speak_for_the_answer_that_they_stand_beside():
    assert log_odds("praised", True, ["impressed", "impressed"]) == log_odds("praised", True, ["impressed"])
    assert (
        log_odds("praised", True, ["impressed"]) > LEAST > 0 > log_odds("long_silence", True, ["impressed"])
    )


def test_what_the_words_around_do_not_bear_out_is_only_suggested():
    checklist = outcome.read("She had a serious interest in gardening.")
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
