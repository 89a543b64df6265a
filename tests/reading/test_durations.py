"""Two lengths of time side by side."""

from __future__ import annotations

from time import process_time

import pytest

from interview_outcome.reading import read
from interview_outcome.reading.durations import compare, lengths
from interview_outcome.reading.text import sentences


def said(text):
    return [(signal, answer) for signal, answer, _ in compare(sentences(text))]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("It was booked for an hour and over in ten minutes.", [("cut_short", True)]),
        ("It lasted half an hour instead of the hour they predicted.", [("cut_short", True)]),
        ("Quarter of an hour instead of the forty five minutes.", [("cut_short", True)]),
        ("It was down for 45, we talked for an hour and forty.", [("ran_long", True)]),
        ("A half hour slot. It lasted two hours and a half.", [("ran_long", True)]),
        ("Booked for an hour and a quarter, took three quarters of an hour.", [("cut_short", True)]),
        ("A 45 minute slot, over after 45 minutes.", [("cut_short", False), ("ran_long", False)]),
        ("Booked for an hour, took fifty five minutes.", []),
        ("It took ten minutes.", []),
        ("The bus took an hour, the slot was 30 minutes.", []),
        ("£14 an hour for a 40 hour week.", []),
    ],
)
def test_lengths_are_compared(text, result):
    """Clearly shorter, clearly longer, just so, or nothing."""
    assert said(text) == result


def test_lengths_far_apart_are_not_compared():
    """Three sentences on, it is about something else."""
    assert said("Booked for an hour. Nice man. Good tea. Warm room. It took ten minutes.") == []


def test_many_lengths_take_time_in_proportion():
    """Eight times the text takes eight times as long, not sixty-four times."""

    def seconds(times):
        split = sentences("Booked for an hour and over in ten minutes. " * times)
        begun = process_time()
        assert sum(1 for _ in compare(split)) == times
        return process_time() - begun

    seconds(10)
    assert seconds(8000) < 24 * min(seconds(1000) for _ in range(3))


def test_a_length_knows_its_words():
    """Minutes, role and place."""
    (length,) = lengths(sentences("It was booked for an hour and a half."))
    assert (length.minutes, length.planned, length.at) == (90, True, 0)
    assert (length.start, length.end) == (4, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The interview took an hour, as planned.", {"cut_short": False, "ran_long": False}),
        ("She had me for an hour and a half when it was meant to be forty minutes.", {"ran_long": True}),
        ("An hour booked, forty minutes used.", {"cut_short": True}),
    ],
)
def test_a_length_is_told_from_its_plan(text, expected):
    """Lengths that are as planned, and which of two is the plan."""
    assert read(text).answers == expected
