"""The waiting curve says what the design and the figures say of it."""

from itertools import pairwise

import pytest
from evidence import load_published, load_waits
from external_checks import PACES, curves, points, reviewers

import interview_outcome as outcome
from interview_outcome.model import shipped

STAGES = ("phone", "first", "later", "final", "unknown")


def test_two_weeks_after_a_final_round_each_source_alone():
    found = curves()
    assert found["reviews alone"].log_odds(14, "final", "usual") < -2.0
    assert -0.9 < found["published alone"].log_odds(14, "final", "fast") < -0.55
    assert found["published alone"].log_odds(14, "final", "slow") == pytest.approx(0.0, abs=0.05)


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("days", [7, 14, 28, 60])
def test_the_model_lies_between_its_sources(pace, days):
    found = curves()
    reviews, published = (
        found[name].log_odds(days, "final", pace) for name in ("reviews alone", "published alone")
    )
    assert reviews <= found["model"].log_odds(days, "final", pace) <= published
    assert reviews < published or days < 14


@pytest.mark.parametrize("stage", STAGES)
def test_a_slow_employer_may_take_longer(stage):
    curve = shipped().waiting
    for days in (1, 5, 14, 30, 100):
        fast, usual, slow = (curve.log_odds(days, stage, pace) for pace in PACES)
        assert fast <= usual <= slow <= 0.0


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("only_if_positive", [False, True])
def test_waiting_never_helps(stage, pace, only_if_positive):
    days = shipped().waiting.days(stage, pace, only_if_positive)
    assert days[0] == 0.0
    assert all(later <= earlier for earlier, later in pairwise(days))


def test_a_year_of_silence_stops_at_the_floor():
    estimate = outcome.score({"stage": "final", "interviewed_on": "2025-01-01"}, on="2026-01-01")
    assert sum(reason.log_odds for reason in estimate.reasons) == pytest.approx(-1.5)


def test_a_ticked_silence_weighs_what_two_weeks_on_the_curve_weigh():
    tick = shipped().weights["long_silence", True].weight
    assert tick == pytest.approx(shipped().waiting.log_odds(14, "unknown", "usual"), abs=0.1)


def test_waits_of_people_who_asked_first_are_left_out():
    waits = load_waits()
    assert {row["asked_first"] for row in waits} == {"no"}
    assert len(waits) > 100


def test_the_curve_passes_near_the_published_points():
    shares = points()
    assert (
        len(shares) == sum(len(table["points"]) for table in load_published()["waits"]["offers"].values()) + 3
    )
    for _, _, published, ours in shares:
        assert abs(ours - published) < 0.2


def test_refusals_of_reviewers_agree_with_the_curve_after_final_rounds():
    for who, _, share, error, ours in reviewers():
        if who.startswith("refusals after final"):
            assert abs(share - ours) < 2 * error
