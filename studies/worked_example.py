"""The very good interview of published figures, section 10: eleven good signs, from a base rate of 25%."""

from __future__ import annotations

from typing import Any

from interview_outcome.checklist import parse
from interview_outcome.features import FEATURES, RuleLayer
from interview_outcome.model import expit, logit

# Dialogue, warmth, nods, selling, details, overtime, team, "when", praise, a date, a start date.
VERY_GOOD = (
    "smooth_dialogue", "friendly_interaction", "warm_body_language", "vacancy_sold", "role_details_shared",
    "ran_long", "introduced_to_team", "when_language", "praised", "contact_date_given",
    "start_date_discussed",
)  # fmt: skip
BASE_RATE = 0.25
LEAST, MOST = 0.70, 0.76


def likelihood_of_a_very_good_interview(weights: Any) -> float:
    """Score it by some weights, in the order of `FEATURES`."""
    log_odds = dict(zip(FEATURES, weights, strict=True))
    shares = RuleLayer(log_odds)(parse(dict.fromkeys(VERY_GOOD, True))).shares
    return float(
        expit(logit(BASE_RATE) + sum(share * log_odds[feature] for feature, share in shares.items()))
    )
