"""The external checks compare like with like."""

import csv

import numpy as np
import pytest
from evidence import DATA
from external_checks import (
    SAME,
    _mantel_haenszel,
    agreement,
    associations,
    contrasts,
    next_steps_up,
    silence_in_cases,
)
from external_page import _verdict

from interview_outcome.model import shipped


def test_every_association_is_compared_or_named_as_left():
    with (DATA / "review_associations.csv").open(encoding="utf-8", newline="") as file:
        told = [row["signal"] for row in csv.DictReader(file)]
    found, left = associations(shipped())
    assert sorted([one.words for one in found] + left) == sorted(told)
    assert set(SAME) <= set(told)
    assert set(SAME.values()) <= set(shipped().weights)


def test_weights_and_reviews_agree_in_direction_and_order():
    found = agreement(associations(shipped())[0])
    assert found["same"] > found["compared"] / 2
    assert found["clear_same"] >= found["clear"] - 1
    assert found["rank_correlation"] > 0.5
    assert 0.5 < found["size"] < 1.5


def test_halving_halves_interval_and_value():
    one = next(one for one in associations(shipped())[0] if one.words == "references asked")
    assert np.exp(2 * np.array(one.halved)) == pytest.approx([11.53, 2.92, 45.54])
    assert one.clear
    assert _verdict(one).startswith("direction") or one.inside


def test_one_table_gives_its_own_odds_ratio():
    rows = [
        {
            "experience": "positive",
            "difficulty": "easy",
            "channel": "",
            "process_days": "1",
            "offers": "8",
            "no_offers": "2",
        },
        {
            "experience": "negative",
            "difficulty": "easy",
            "channel": "",
            "process_days": "1",
            "offers": "3",
            "no_offers": "6",
        },
        {
            "experience": "negative",
            "difficulty": "hard",
            "channel": "",
            "process_days": "1",
            "offers": "9",
            "no_offers": "1",
        },
    ]
    ratio, error = _mantel_haenszel(rows, "experience", "positive", "negative")
    assert ratio == pytest.approx(np.log(8 * 6 / (2 * 3)))
    assert error == pytest.approx(np.sqrt(1 / 8 + 1 / 2 + 1 / 3 + 1 / 6))


def test_referral_and_experience_have_the_direction_of_the_model():
    for one in contrasts(shipped()):
        assert one.same_direction


def test_silence_in_the_cases_has_the_direction_of_the_model():
    for one in silence_in_cases(shipped()):
        assert one.same_direction or one.number < 5, one


def test_a_scheduled_next_round_does_not_outrun_the_base_rate_of_that_round():
    for _, ours, rate in next_steps_up(shipped()):
        assert 0.6 * rate < ours <= rate


def test_verdicts_are_told_apart():
    found, _ = associations(shipped())
    said = {_verdict(one) for one in found}
    assert {"yes", "no", "no weight by design", "open: the association may be 0"} <= said
