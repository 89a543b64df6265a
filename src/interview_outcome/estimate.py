"""The answer: a likelihood of an offer, how unsure it is, and the reasons that add up to it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from math import sqrt
from typing import TYPE_CHECKING, Any

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist, Remark, parse
from interview_outcome.checklist_values import parse_date
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.model import Contribution, Model, expit, logit, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matplotlib.axes import Axes

__all__ = ["BANDS", "Estimate", "Reason", "score"]

# Words for a likelihood: each holds up to its bound.
BANDS = (
    (0.10, "very unlikely"), (0.30, "unlikely"), (0.45, "less likely than not"), (0.55, "about even"),
    (0.70, "more likely than not"), (0.90, "likely"), (1.01, "very likely"),
)  # fmt: skip


MOST_LEVEL = 1.0 - 1e-9  # beyond, rounding gives a level of 1


@dataclass(frozen=True)
class Reason:
    """One reason for an estimate.

    Parameters
    ----------
    signal : str
        The signal; "silence" for days without a word; the code of a combination.
    answer : bool or None
        The answer that counts; None for silence and combinations.
    log_odds : float
        What it adds to the log-odds, rules included.
    points : float
        What it adds to the likelihood; all points add up to the likelihood minus the base rate.
    text : str
        A sentence for people.
    source : str
        What its weight rests on.
    """

    signal: str
    answer: bool | None
    log_odds: float
    points: float
    text: str
    source: str

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self)


@dataclass(frozen=True)
class Estimate:
    """A likelihood of an offer with its interval, reasons and remarks.

    Parameters
    ----------
    likelihood : float
        In [0, 1].
    interval : tuple of float
        Where the likelihood lies with probability ``level``, given how unsure the weights are.
    level : float
        Of the interval.
    base_rate : float
        The likelihood before anything was seen, by candidates or stage.
    reasons : tuple of Reason
        Largest first. ``logit(likelihood) = logit(base_rate) + sum of log_odds``, and
        ``likelihood = base_rate + sum of points``.
    remarks : tuple of Remark
        What was set aside, halved, derived or contradictory, and why.
    model_version, model_date : str
        Which model this comes from.

    Examples
    --------
    >>> estimate = score({"stage": "final", "candidates": 3, "vacancy_removed": True})
    >>> estimate.base_rate, estimate.level, [reason.signal for reason in estimate.reasons], estimate.remarks
    (0.4, 0.8, ['vacancy_removed'], ())
    >>> low, high = estimate.interval
    >>> estimate.worst_case < low < estimate.likelihood < high < estimate.best_case
    True
    >>> estimate.band
    'about even'
    """

    likelihood: float
    interval: tuple[float, float]
    level: float
    base_rate: float
    reasons: tuple[Reason, ...]
    remarks: tuple[Remark, ...]
    model_version: str
    model_date: str
    _source: tuple[Checklist, Any, Model] = field(repr=False, compare=False)

    @property
    def band(self) -> str:
        """The likelihood in plain words, from "very unlikely" to "very likely"."""
        return next(words for bound, words in BANDS if self.likelihood < bound)

    @cached_property
    def best_case(self) -> float:
        """The likelihood if every question that is still open were answered in your favour."""
        return self._if_all(good=True)

    @cached_property
    def worst_case(self) -> float:
        """The likelihood if every question that is still open were answered against you."""
        return self._if_all(good=False)

    def _if_all(self, *, good: bool) -> float:
        checklist, on, model = self._source
        answers = {signal: (signals[signal].direction != "-") == good for signal in signals.ids}
        full = Checklist(answers | checklist.answers, checklist.context)
        likelihood = expit(_evaluate(full, on, model)[0])
        return max(likelihood, self.likelihood) if good else min(likelihood, self.likelihood)

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain data, ready for JSON."""
        return {
            "likelihood": self.likelihood,
            "interval": list(self.interval),
            "level": self.level,
            "band": self.band,
            "base_rate": self.base_rate,
            "best_case": self.best_case,
            "worst_case": self.worst_case,
            "reasons": [reason.to_dict() for reason in self.reasons],
            "remarks": [remark.to_dict() for remark in self.remarks],
            "model_version": self.model_version,
            "model_date": self.model_date,
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """Give everything as JSON text."""
        return json.dumps(self.to_dict(), indent=indent, allow_nan=False)

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw the way from the base rate to the likelihood; see `interview_outcome.display.plots`."""
        from interview_outcome.display.plots import plot_estimate

        return plot_estimate(self, ax=ax)

    def __str__(self) -> str:
        from interview_outcome.display.text import estimate_text

        return estimate_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.html import estimate_html

        return estimate_html(self)


def score(
    checklist: Mapping[str, object] | Checklist,
    *,
    on: date | str | None = None,
    level: float = 0.8,
    model: Model | None = None,
) -> Estimate:
    """Estimate the likelihood of an offer from what was seen.

    Parameters
    ----------
    checklist : mapping or Checklist
        Signals to True, False or None, and context keys; see `interview_outcome.checklist.parse`.
    on : date or ISO string, optional
        The day of the question. Without it silence is no evidence, so that results never depend on the clock.
    level : float
        Of the interval, between 0 and 1.
    model : Model, optional
        Another model than the one that comes with the package.

    Returns
    -------
    Estimate
        Likelihood, interval, reasons and remarks.

    Raises
    ------
    OutcomeError
        With every problem of the checklist.

    Examples
    --------
    >>> estimate = score({"stage": "final", "cut_short": False, "contact_date_given": True})
    >>> [(reason.signal, reason.answer, reason.log_odds > 0) for reason in estimate.reasons]
    [('contact_date_given', True, True), ('cut_short', False, True)]
    >>> score({"praised": "maybe"})
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: praised is 'maybe'; allowed: True, False, None, 'yes', 'no', \
'unknown', 1, 0. If you are not sure, leave it out: unknown is never a no.
    """
    model, day, checklist = _arguments(checklist, on, level, model)
    log_odds, contributions, remarks, sd, base_rate = _evaluate(checklist, day, model)
    margin = _quantile(level) * sd
    return Estimate(
        expit(log_odds),
        (expit(log_odds - margin), expit(log_odds + margin)),
        level,
        base_rate,
        _reasons(contributions, log_odds, base_rate, model),
        remarks,
        model.version,
        model.created,
        (checklist, day, model),
    )


def _arguments(checklist: Any, on: Any, level: Any, model: Any) -> tuple[Model, date | None, Checklist]:
    problems: list[Problem] = []
    day = None
    if model is None:
        model = shipped()
    elif not isinstance(model, Model):
        hint = "outcome.load(path) reads one from a file."
        problems.append(
            Problem("bad_model", "model", model, f"model is {shown(model)}; allowed: a Model.", hint)
        )
    if not (isinstance(level, (int, float)) and not isinstance(level, bool) and 0 < level < MOST_LEVEL):
        message = f"level is {shown(level)}; allowed: a number between 0 and 1."
        problems.append(Problem("bad_level", "level", level, message, "Write 0.8 for an 80% interval."))
    try:
        day = None if on is None else parse_date("on", on)
    except OutcomeError as error:
        problems += error.problems
    try:
        checklist = parse(checklist, on=day)
    except OutcomeError as error:
        problems += error.problems
    if problems:
        raise OutcomeError(problems)
    return model, day, checklist


def _evaluate(
    checklist: Checklist, on: date | None, model: Model
) -> tuple[float, list[Contribution], tuple[Remark, ...], float, float]:
    """Give log-odds, contributions, remarks, their standard deviation, and the base rate."""
    features = model.features(checklist, on)
    base_rate, base_rate_sd = model.base_rates(checklist.context)
    contributions, bounds = model.contributions(features, checklist.context)
    log_odds = logit(base_rate) + sum([item.log_odds for item in contributions])
    remarks = checklist.remarks + features.remarks
    remarks += tuple([Remark(code, (), rules.BOUND_TEXTS[code]) for code in bounds])
    if not contributions:
        text = "Nothing that counts was answered, so this is the base rate."
        remarks += (Remark("base_rate_only", (), text),)
    sd = sqrt(model.variance(features, contributions, base_rate_sd))
    return log_odds, contributions, remarks, sd, base_rate


def _reasons(
    contributions: list[Contribution], log_odds: float, base_rate: float, model: Model
) -> tuple[Reason, ...]:
    """Turn log-odds into points of likelihood: an exact sum, the right sign, and no order among reasons."""
    step = log_odds - logit(base_rate)
    slope = (expit(log_odds) - base_rate) / step if abs(step) > 1e-9 else base_rate * (1.0 - base_rate)
    largest_first = sorted(contributions, key=lambda item: (-abs(item.log_odds), item.code))
    return tuple(
        [
            Reason(item.code, item.answer, item.log_odds, slope * item.log_odds, *reason_words(item, model))
            for item in largest_first
        ]
    )


def reason_words(item: Contribution, model: Model) -> tuple[str, str]:
    """Give the sentence and the source of a reason."""
    if item.answer is None:
        return _OTHER_WORDS[item.code]
    return _signal_words(item.code, item.answer, model)


def _signal_words(signal: str, answer: bool, model: Model) -> tuple[str, str]:  # noqa: FBT001  a feature
    found = signals[signal]
    weight = model.weights[signal, answer]
    interviews = weight.offers + weight.refusals
    parts = [f"article {', '.join(found.claims)}"] if found.claims else []
    parts += [f"figures {', '.join(found.figures)}"] if found.figures else []
    parts.append(f"{interviews} coded interviews" if interviews else "published evidence alone")
    return found.means(answer=answer), "; ".join(parts)


_OTHER_WORDS = {
    combination.code: (combination.text, f"article {combination.claim}; an assumption, not learned")
    for combination in rules.COMBINATIONS
} | {
    "silence": (
        "The days without a word since then.",
        "article A10, G2; figures 2; waits of answered candidates",
    )
}


@cache
def _quantile(level: float) -> float:
    """Give the half-width of a central interval of the standard normal."""
    if level == 0.8:  # the default: known, so that a first score need not load `statistics`
        return 1.2815515655446004
    from statistics import NormalDist

    return NormalDist().inv_cdf(0.5 + level / 2)
