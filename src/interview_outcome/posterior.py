"""The log-odds of an offer for one checklist, how unsure they are, and what they are made of."""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from interview_outcome import rules
from interview_outcome.checklist import Remark
from interview_outcome.model import expit, logit

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.checklist import Checklist
    from interview_outcome.model import Model
    from interview_outcome.weights import Contribution

__all__ = ["Posterior", "find_posterior"]


class Posterior(NamedTuple):
    """Log-odds with their standard deviation, the base rate they start from, what was added, and remarks."""

    log_odds: float
    sd: float
    base_rate: float
    contributions: list[Contribution]
    remarks: tuple[Remark, ...]

    def interval(self, level: float) -> tuple[float, float]:
        """Give the two likelihoods between which the true one lies with this probability."""
        margin = _quantile(level) * self.sd
        return expit(self.log_odds - margin), expit(self.log_odds + margin)


def find_posterior(checklist: Checklist, on: date | None, model: Model) -> Posterior:
    """Add to the base rate what the rules and the model make of a checklist."""
    features = model.features(checklist, on)
    base_rate, base_rate_sd = model.base_rates(checklist.context)
    contributions, bounds = model.contributions(features, checklist.context)
    log_odds = logit(base_rate) + sum([item.log_odds for item in contributions])
    remarks = checklist.remarks + features.remarks
    remarks += tuple([Remark(code, (), rules.BOUND_TEXTS[code]) for code in bounds])
    remarks += _weightless(contributions, model)
    if not any(item.log_odds for item in contributions):
        text = "Nothing that counts was answered, so this is the base rate."
        remarks += (Remark("base_rate_only", (), text),)
    sd = sqrt(model.variance(features, contributions, base_rate_sd))
    return Posterior(log_odds, sd, base_rate, contributions, remarks)


def _weightless(contributions: list[Contribution], model: Model) -> tuple[Remark, ...]:
    """Name the answers that were given and weigh nothing, by the note of their weight."""
    notes: dict[str, list[str]] = {}
    for item in contributions:
        if item.answer is not None and not item.log_odds:
            notes.setdefault(model.weights[item.code, item.answer].note, []).append(item.code)
    return tuple(
        Remark("no_weight", tuple(codes), f"Counts for nothing. {note}".strip())
        for note, codes in notes.items()
    )


@cache
def _quantile(level: float) -> float:
    """Give the half-width of a central interval of the standard normal."""
    if level == 0.8:  # the default: known, so that a first score need not load `statistics`
        return 1.2815515655446004
    from statistics import NormalDist

    return NormalDist().inv_cdf(0.5 + level / 2)
