"""Topics answered in a fragment, and facts that two sentences tell together, through the public face."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome.catalogue import signals
from interview_outcome.reading import read
from interview_outcome.reading.fragments import joined
from interview_outcome.reading.phrasebook import read_table
from interview_outcome.reading.text import LONGEST, sentences
from interview_outcome.reading.topics import topics


@pytest.mark.parametrize(
    ("text", "signal", "answer"),
    [
        ("Pay? Not a word.", "pay_discussed", False),
        ("Salary? Not discussed.", "pay_discussed", False),
        ("Tour of the place? Nope.", "office_tour", False),
        ("Start date? Nothing.", "start_date_discussed", False),
        ("Start date at all? They never said.", "start_date_discussed", False),
        ("- pay: not mentioned\n- tour: yes", "pay_discussed", False),
        ("- pay: not mentioned\n- tour: yes", "office_tour", True),
        ("pay: not mentioned - tour: yes", "office_tour", True),
        ("test task - none", "test_task_given", False),
        ("Pay, start date, the tour: nothing.", "start_date_discussed", False),
        ("Pay and references: nothing.", "pay_discussed", False),
        ("References never came up.", "references_requested", False),
        ("Pay never came up. Start dates neither.", "start_date_discussed", False),
        ("Instead of a tour I got a cup of tea.", "office_tour", False),
        ("The tour they'd promised never happened.", "office_tour", False),
        ("Any tour? Yes, of the whole factory.", "office_tour", True),
        ("Any word on a start date? No.", "start_date_discussed", False),
        ("What about pay? Nothing.", "pay_discussed", False),
        ("Friendly? Very much so, yes.", "friendly_interaction", None),
        ("Smiles: plenty.", "warm_body_language", True),
        ("Next round: Thursday.", "next_round_scheduled", True),
    ],
)
def test_a_topic_and_its_verdict_are_one_thought(text, signal, answer):
    """Question, bullet or label, and the fragment that answers it."""
    assert read(text).answers.get(signal) is answer


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Tour? Never mind.", "office_tour"),
        ("Pay? Who knows.", "pay_discussed"),
        ("References? My mate gave none.", "references_requested"),
        ("The advert says pay: 30k.", "pay_discussed"),
        ("I hope for a tour, yes.", "office_tour"),
    ],
)
def test_a_topic_without_a_verdict_says_nothing(text, signal):
    """What follows answers something else, or nobody was there."""
    assert signal not in read(text).answers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wrote to say thanks. No response.", {"thank_you_sent": True, "thank_you_answered": False}),
        (
            "Sent a thank-you email Monday. Nothing back.",
            {"thank_you_sent": True, "thank_you_answered": False},
        ),
        ("They said Friday. It's Tuesday now.", {"contact_date_given": True, "contact_date_missed": True}),
        (
            "She asked about my notice period. Also salary.",
            {"start_date_discussed": True, "pay_discussed": True},
        ),
    ],
)
def test_two_sentences_tell_one_fact(text, expected):
    """The second is a fragment that ends the first."""
    assert read(text).answers == expected


def test_every_topic_is_a_signal():
    """No topic is named for what cannot be answered."""
    assert set(read_table("topics.toml")["topics"]) <= set(signals.ids)
    assert {pattern.key for pattern in topics().patterns} - set(signals.ids) == set(
        read_table("topics.toml")["verdicts"]
    )


@given(
    st.lists(
        st.sampled_from(["no. ", "nothing! ", "Pay? ", "They smiled. ", "Still waiting. "]), max_size=400
    )
)
def test_joined_fragments_stay_short(parts):
    """Joining keeps every word, and no sentence grows beyond what matching is made for."""
    split = sentences("".join(parts))
    together = joined(split)
    assert [word for one in together for word in one.words] == [word for one in split for word in one.words]
    assert all(len(one.words) <= LONGEST for one in together)
