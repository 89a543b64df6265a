"""What all tests share."""

from dataclasses import replace

import pytest
from hypothesis import settings

from interview_outcome.catalogue import signals
from interview_outcome.model import shipped
from interview_outcome.waiting import WaitingCurve, Waits
from interview_outcome.weights import Covariance, Weight

# A first call loads tables and libraries; how long an example takes says nothing here.
settings.register_profile("interview_outcome", deadline=None)
settings.load_profile("interview_outcome")


@pytest.fixture(scope="session")
def plain_model():
    """A model of round numbers, so that displays do not change with the data: the published weights halved."""
    model = shipped()
    weights = {}
    for signal in signals:
        for answer, published in ((True, signal.weight_yes), (False, signal.weight_no)):
            halved = round(published / 2, 3)
            weights[signal.id, answer] = Weight(
                signal.id, answer, halved, 0.3, halved, signal.sd, 10.0, 3, 4, 5.0
            )
    covariance = Covariance((0.09,) * len(weights), (), ())
    offers = {pace: Waits(mean, 1.5, 0.02) for pace, mean in (("fast", 1.5), ("usual", 2.0), ("slow", 2.6))}
    waiting = WaitingCurve(offers, Waits(2.0, 1.2, 0.35), dict.fromkeys(model.waiting.stage_shift, 0.0), 0.5)
    return replace(
        model, version="plain", created="2026-01-01", weights=weights, covariance=covariance, waiting=waiting
    )
