"""The model: features to log-odds to a likelihood, in the standard library alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

from interview_outcome import rules
from interview_outcome.bounds import bound_absences, bound_waiting
from interview_outcome.features import Feature, Features, RuleLayer
from interview_outcome.weights import Contribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from interview_outcome.checklist import Checklist
    from interview_outcome.waiting import WaitingCurve
    from interview_outcome.weights import Covariance, Weight

__all__ = ["BaseRates", "Model", "expit", "load", "logit", "shipped"]


def expit(log_odds: float) -> float:
    """Turn log-odds into a likelihood in [0, 1].

    >>> expit(0.0), expit(-1000.0)
    (0.5, 0.0)
    """
    if log_odds >= 0:
        return 1.0 / (1.0 + exp(-log_odds))
    odds = exp(log_odds) if log_odds > -700 else 0.0
    return odds / (1.0 + odds)


def logit(likelihood: float) -> float:
    """Turn a likelihood in (0, 1) into log-odds.

    >>> logit(0.5)
    0.0
    """
    return log(likelihood / (1.0 - likelihood))


class BaseRates(NamedTuple):
    """Likelihood of an offer before anything was seen.

    Parameters
    ----------
    stages : dict of str to (float, float)
        By stage, and "unknown": likelihood, and the standard deviation of its logit.
    offers_per_opening : float
        Offers made for one opening; divided by the number of candidates.
    most : float
        The most that a number of candidates can give.
    candidates_sd : float
        Standard deviation of the logit where the number of candidates is known.
    """

    stages: dict[str, tuple[float, float]]
    offers_per_opening: float
    most: float
    candidates_sd: float

    def __call__(self, context: Mapping[str, Any]) -> tuple[float, float]:
        """Give the base rate and the standard deviation of its logit for a context."""
        candidates = context.get("candidates")
        if candidates is not None:
            return min(self.most, self.offers_per_opening / candidates), self.candidates_sd
        return self.stages[context.get("stage", "unknown")]


@dataclass(frozen=True)
class Model:
    """A scorer: the rule layer with its weights, base rates and waiting curve.

    Parameters
    ----------
    version : str
        Which model this is.
    created : str
        ISO date of its making.
    weights : dict of (str, bool) to Weight
        One for each answer to each signal.
    covariance : Covariance
        Of the weights.
    base_rates : BaseRates
        The starting points.
    combinations : dict of str to (float, float)
        Log-odds and standard deviation of each combination.
    waiting : WaitingCurve
        What silence says.
    answer_shares : dict of str to (float, float)
        By signal: how often a yes occurs among offers and among refusals.
    provenance : dict
        Settings, hashes of the data, and how the model did when it was tested.

    Examples
    --------
    >>> model = shipped()
    >>> model.version, len(model.weights), model.base_rates.stages["final"][0]
    ('2026.11', 144, 0.4)
    """

    version: str
    created: str
    weights: dict[Feature, Weight]
    covariance: Covariance
    base_rates: BaseRates
    combinations: dict[str, tuple[float, float]]
    waiting: WaitingCurve
    answer_shares: dict[str, tuple[float, float]]
    provenance: dict[str, Any]

    @property
    def fitted(self) -> bool:
        """Whether `fit` made it from interviews of your own."""
        return "fit" in self.provenance

    @cached_property
    def layer(self) -> RuleLayer:
        """The rule layer in the order of these weights."""
        return RuleLayer(self._log_odds)

    @cached_property
    def _log_odds(self) -> dict[Feature, float]:
        return {feature: weight.weight for feature, weight in self.weights.items()}

    def features(self, checklist: Checklist, on: date | None = None) -> Features:
        """Apply the rules to a checklist."""
        return self.layer(checklist, on)

    def contributions(
        self, features: Features, context: Mapping[str, Any]
    ) -> tuple[list[Contribution], tuple[str, ...]]:
        """Give what each feature, the silence and the combinations add to the log-odds, and the bounds that held.

        Together with the logit of the base rate they are the log-odds of the estimate. A bound holds what is added,
        and leaves the standard deviation as wide as without it.
        """
        weights = self._log_odds
        values = {feature: share * weights[feature] for feature, share in features.shares.items()}
        silence = self._silence(features, context)
        happened = {feature: share * weights[feature] for feature, share in features.happened.items()}
        bounds = ("absences",) if bound_absences(values, happened) else ()
        bounded = bound_waiting(values, silence)
        if bounded != silence or bounded == rules.WAITING_FLOOR:
            bounds = (*bounds, "silence")
        # What a bound let in again beside the sign that it mirrors is as unsure as that sign, and counted with it.
        found = [
            Contribution(*feature, value, features.shares.get(feature, 0.0) * self.weights[feature].sd)
            for feature, value in values.items()
        ]
        if features.silence is not None:
            sd = self.waiting.relative_sd * abs(bounded)
            found.append(Contribution("silence", None, bounded, sd, features.silence.days))
        found += [Contribution(code, None, *self.combinations[code]) for code in features.combinations]
        return found, bounds

    def variance(self, features: Features, contributions: list[Contribution], base_rate_sd: float) -> float:
        """Give the variance of the log-odds: base rate, weights, combinations and the waiting curve."""
        total = base_rate_sd**2 + self.covariance.quadratic(features.shares)
        total += sum([item.sd**2 for item in contributions if item.answer is None])
        return max(total, 0.0)

    def _silence(self, features: Features, context: Mapping[str, Any]) -> float:
        silence = features.silence
        if silence is None:
            return 0.0
        stage, pace = context.get("stage", "unknown"), context.get("pace", "usual")
        value = self.waiting.log_odds(silence.days, stage, pace, only_if_positive=silence.only_if_positive)
        return value * rules.MANAGER_SILENCE if silence.manager else value

    def save(self, path: str | Path) -> None:
        """Write the model to a JSON file, whole or not at all.

        Examples
        --------
        >>> import tempfile, pathlib
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "model.json")
        ...     shipped().save(path)
        ...     load(path) == shipped()
        True
        """
        from interview_outcome.model_file import save

        save(self, path)

    def to_sql(
        self,
        dialect: str = "duckdb",
        *,
        table: str = "interviews",
        columns: Iterable[str] | None = None,
        keep: Iterable[str] = (),
    ) -> str:
        """Give one SELECT that computes the likelihood where the table is; see `interview_outcome.sql`."""
        from interview_outcome.sql import to_sql

        return to_sql(self, dialect, table=table, columns=columns, keep=keep)

    def __str__(self) -> str:
        from interview_outcome.display.learning import model_text

        return model_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.learning import model_html

        return model_html(self)

    def __repr__(self) -> str:
        return f"<Model {self.version} of {self.created}>"


def load(path: str | Path) -> Model:
    """Read a model that `Model.save` wrote; a damaged, strange or hostile file is an `OutcomeError`."""
    from interview_outcome.model_file import read

    return read(path)


@cache
def shipped() -> Model:
    """Give the model that comes with the package."""
    from interview_outcome.model_file import read_shipped

    return read_shipped(f"{__file__.removesuffix('model.py')}model.json")
