"""A model laid out for columns: what each pattern of answers adds, the base rates, and the waiting curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from interview_outcome import rules
from interview_outcome.checklist_values import CANDIDATES_MOST, CHOICES
from interview_outcome.features import FEATURES, Feature, RuleLayer, overlap_group
from interview_outcome.frames.scores.patterns import Side, sides
from interview_outcome.model import Model, logit
from interview_outcome.waiting import LAST_DAY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview_outcome.frames.columns.table import Table
    from interview_outcome.frames.scores.settling import SilenceColumns

    Floats = NDArray[np.float64]

__all__ = [
    "NO_AGAINST",
    "NO_FOR",
    "YES_AGAINST",
    "YES_FOR",
    "BaseRateColumns",
    "ModelColumns",
    "SideNumbers",
    "lay_out",
]

# The rules bound what did not happen, and what waiting says against an offer, so these four are kept apart:
# what the yes answers say by themselves, and what the noes add to it.
YES_FOR, YES_AGAINST, NO_FOR, NO_AGAINST = range(4)
_USUAL = CHOICES["pace"].index("usual")


class SideNumbers(NamedTuple):
    """What the patterns of one side add.

    Parameters
    ----------
    side : Side
        The patterns.
    waiting, others : list of (int, array)
        Log-odds by pattern for features of the waiting family and for all others: which of the four kinds,
        such as `YES_FOR`, and the sums. Kinds that are always 0 are left out.
    variance : array of shape (patterns, 1 + factors)
        By pattern: what the diagonal of the covariance adds to the variance, and the sum of each factor.
    """

    side: Side
    waiting: list[tuple[int, Floats]]
    others: list[tuple[int, Floats]]
    variance: Floats


class BaseRateColumns(NamedTuple):
    """Base rates by place: unknown stage last, the stages before it, then candidates from 1 on."""

    rates: Floats
    logits: Floats
    deviations: Floats


class ModelColumns:
    """The numbers of a model, as arrays to look up in.

    Parameters
    ----------
    model : Model
        The model.
    """

    def __init__(self, model: Model) -> None:
        self.sides = tuple(_numbers(side, model) for side in sides(model.layer))
        self.signs = np.array(model.covariance.signs)
        self.base_rates = _base_rates(model)
        self.combinations = model.combinations
        self.waiting = model.waiting

    def silence(self, table: Table, silence: SilenceColumns) -> Floats:
        """Give what the days without a word say, before the floor of the waiting family."""
        values = np.zeros(table.rows)
        rows = np.flatnonzero(silence.known)
        none = np.full(table.rows, -1, dtype=np.int8)
        stage = table.context.get("stage", none)[rows]
        pace = table.context.get("pace", none)[rows]
        positive = silence.only_if_positive[rows]
        days = np.minimum(silence.days[rows], LAST_DAY)
        kinds = (stage.astype(np.int64) * 8 + np.where(pace < 0, _USUAL, pace)) * 2 + positive
        for kind in np.unique(kinds):
            here = kinds == kind
            first = np.flatnonzero(here)[0]
            curve = self.waiting.days(
                CHOICES["stage"][stage[first]] if stage[first] >= 0 else "unknown",
                CHOICES["pace"][pace[first] if pace[first] >= 0 else _USUAL],
                bool(positive[first]),
            )
            values[rows[here]] = np.array(curve)[days[here]]
        values[silence.manager] *= rules.MANAGER_SILENCE
        return values

    def base_rate_places(self, table: Table) -> NDArray[np.intp]:
        """Give for each row where its base rate stands in `base_rates`."""
        places = np.full(table.rows, -1, dtype=np.intp)
        if "stage" in table.context:
            places[:] = table.context["stage"]
        if "candidates" in table.context:
            candidates = table.context["candidates"]
            first = len(CHOICES["stage"])
            np.copyto(places, candidates + np.intp(first - 1), where=candidates > 0)
        return places


def lay_out(model: Model) -> ModelColumns:
    """Lay out a model, or give what was laid out before."""
    if model.layer not in _made:
        _made[model.layer] = ModelColumns(model)
    return _made[model.layer]


def is_waiting(features: tuple[Feature, ...]) -> NDArray[np.bool_]:
    """Say of each feature whether it belongs to the waiting family."""
    return np.array([overlap_group(signal) == "waiting" for signal, _ in features], dtype=bool)


def _numbers(side: Side, model: Model) -> SideNumbers:
    weights = np.array([model.weights[feature].weight for feature in side.features])
    index = [FEATURES.index(feature) for feature in side.features]
    happened = side.happened * weights
    added = side.shares * weights - happened
    against, waiting = weights < 0, is_waiting(side.features)
    sums = [
        [
            (kind, values[:, members & (against == is_against)].sum(axis=1))
            for kind, values, is_against in (
                (YES_FOR, happened, False),
                (YES_AGAINST, happened, True),
                (NO_FOR, added, False),
                (NO_AGAINST, added, True),
            )
        ]
        for members in (waiting, ~waiting)
    ]
    covariance = model.covariance
    factors = np.array(covariance.factors).reshape(len(covariance.signs), len(FEATURES))[:, index]
    diagonal = np.array(covariance.diagonal)[index]
    variance = np.concatenate([(side.shares**2 @ diagonal)[:, None], side.shares @ factors.T], axis=1)
    kept = [[(number, column) for number, column in group if column.any()] for group in sums]
    return SideNumbers(side, kept[0], kept[1], np.ascontiguousarray(variance))


def _base_rates(model: Model) -> BaseRateColumns:
    contexts: list[dict[str, object]] = [{"stage": stage} for stage in CHOICES["stage"]]
    contexts += [{"candidates": number} for number in range(1, CANDIDATES_MOST + 1)]
    found = [model.base_rates(context) for context in (*contexts, {})]
    rates, deviations = zip(*found, strict=True)
    return BaseRateColumns(np.array(rates), np.array([logit(rate) for rate in rates]), np.array(deviations))


# By the rule layer, of which each model has one.
_made: WeakKeyDictionary[RuleLayer, ModelColumns] = WeakKeyDictionary()
