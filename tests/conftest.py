"""What all tests share."""

from dataclasses import replace

import pytest

from interview_outcome.model import Covariance, shipped


@pytest.fixture(scope="session")
def plain_model():
    """A model of round numbers, so that displays do not change with the data: the published weights halved."""
    model = shipped()
    weights = {
        feature: replace(weight, weight=round(weight.published / 2, 3), sd=0.3, offers=3, refusals=4)
        for feature, weight in model.weights.items()
    }
    covariance = Covariance((0.09,) * len(weights), (), ())
    return replace(model, version="plain", created="2026-01-01", weights=weights, covariance=covariance)
