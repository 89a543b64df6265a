"""The waiting curve: what days without a word say."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome.checklist_values import CHOICES
from interview_outcome.model import shipped
from interview_outcome.waiting import LAST_DAY, WaitingCurve, Waits, still_waiting

STAGES = (*CHOICES["stage"], "unknown")


def test_the_share_still_waiting_is_that_of_a_lognormal():
    stats = pytest.importorskip("scipy.stats")
    waits = Waits(1.7, 1.3, 0.2)
    for days in (0.5, 1, 7, 30, 365):
        lognormal = stats.lognorm(s=1.3, scale=math.exp(1.7 + 0.4))
        assert still_waiting(waits, days, 0.4) == pytest.approx(0.2 + 0.8 * lognormal.sf(days), abs=1e-12)
    assert still_waiting(waits, 0) == 1.0


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("pace", CHOICES["pace"])
@pytest.mark.parametrize("only_if_positive", [False, True])
def test_silence_starts_at_nothing_and_never_speaks_for_an_offer_the_longer_it_lasts(
    stage, pace, only_if_positive
):
    days = shipped().waiting.days(stage, pace, only_if_positive)
    assert len(days) == LAST_DAY + 1
    assert days[0] == 0.0
    assert all(later <= earlier for earlier, later in zip(days, days[1:], strict=False))


def test_a_slow_employer_tells_less_by_silence_than_a_fast_one():
    curve = shipped().waiting
    fast, usual, slow = (curve.log_odds(14, "final", pace) for pace in ("fast", "usual", "slow"))
    assert fast < usual < slow <= 0.0


def test_two_weeks_weigh_between_the_reviews_and_the_published_figures():
    # data/published_figures.md, section 2: -0.8 for fast employers, +0.1 for slow ones; reviews alone give -2.4.
    curve = shipped().waiting
    assert -2.4 < curve.log_odds(14, "final", "fast") <= -0.7
    assert -0.4 < curve.log_odds(14, "final", "slow") <= 0.0


def test_after_the_last_day_nothing_changes():
    curve = shipped().waiting
    assert curve.log_odds(LAST_DAY + 500, "final", "fast") == curve.log_odds(LAST_DAY, "final", "fast")


@given(
    st.floats(0.1, 5), st.floats(0.1, 3), st.floats(0.01, 0.9), st.floats(0.1, 5), st.floats(0.1, 3),
    st.floats(0.01, 0.9), st.floats(-1, 1), st.booleans(),
)  # fmt: skip
def test_any_curve_is_non_increasing(mean, sd, never, other_mean, other_sd, other_never, shift, only):
    curve = WaitingCurve(
        {"usual": Waits(mean, sd, never)}, Waits(other_mean, other_sd, other_never), {"final": shift}, 0
    )
    days = curve.days("final", "usual", only)
    assert all(later <= earlier <= 0 for earlier, later in zip(days, days[1:], strict=False))
    assert curve.log_odds(9, "final", "usual", only_if_positive=only) == days[9]
