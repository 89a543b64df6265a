"""Rules "absences" and "silence": how far what did not happen, and waiting alone, may move the log-odds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome import rules
from interview_outcome.features import FEATURES, Feature, overlap_group

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["bound_absences", "bound_waiting"]

_WAITING = tuple(feature for feature in FEATURES if overlap_group(feature[0]) == "waiting")


def bound_absences(values: dict[Feature, float], happened: Mapping[Feature, float]) -> bool:
    """Rule "absences": hold what did not happen within its bounds, beyond what happened; say if it was held.

    ``values`` are the log-odds of all answers, ``happened`` those of the yes answers alone. Where the difference
    between their sums, for you or against you, goes beyond its bound, a mixture of the two meets it exactly.
    """
    good = bad = 0.0
    for (_, answer), value in values.items():
        if not answer:
            if value > 0:
                good += value
            else:
                bad += value
    if good <= rules.ABSENCES_FOR and bad >= rules.ABSENCES_AGAINST:
        return (
            False  # a yes beside them counts no more than alone, so the difference is no larger than they are
        )
    held = False
    for sign, limit in ((1.0, rules.ABSENCES_FOR), (-1.0, rules.ABSENCES_AGAINST)):
        all_answers = {feature: value for feature, value in values.items() if sign * value > 0}
        alone = {feature: value for feature, value in happened.items() if sign * value > 0}
        beyond = sum(all_answers.values()) - sum(alone.values())
        if sign * beyond > sign * limit:
            held, scale = True, limit / beyond
            for feature in {**all_answers, **alone}:
                before = alone.get(feature, 0.0)
                values[feature] = before + (all_answers.get(feature, 0.0) - before) * scale
    return held


def bound_waiting(values: dict[Feature, float], silence: float) -> float:
    """Rule "silence": keep what the waiting family says against an offer above its floor; give the silence left."""
    against = silence + sum([values[feature] for feature in _WAITING if values.get(feature, 0.0) < 0])
    if against >= rules.WAITING_FLOOR:
        return silence
    scale = rules.WAITING_FLOOR / against
    for feature in _WAITING:
        if values.get(feature, 0.0) < 0:
            values[feature] *= scale
    return silence * scale
