"""The answer: a likelihood of an offer, how unsure it is, and the reasons that add up to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from interview_outcome.arguments import parse_share
from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist, Remark, parse
from interview_outcome.checklist_values import parse_day
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.model import Model, expit, shipped
from interview_outcome.posterior import find_posterior
from interview_outcome.reasons import Reason, find_reasons

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matplotlib.axes import Axes

__all__ = ["BANDS", "Estimate", "score"]

# Words for a likelihood: each holds up to its bound.
BANDS = (
    (0.10, "very unlikely"), (0.30, "unlikely"), (0.45, "less likely than not"), (0.55, "about even"),
    (0.70, "more likely than not"), (0.90, "likely"), (1.01, "very likely"),
)  # fmt: skip


MOST_LEVEL = 1.0 - 1e-9  # beyond, rounding gives a level of 1


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
    >>> estimate = score({"stage": "final", "candidates": 4, "vacancy_removed": True})
    >>> estimate.base_rate, estimate.level, [reason.signal for reason in estimate.reasons], estimate.remarks
    (0.3, 0.8, ['vacancy_removed'], ())
    >>> low, high = estimate.interval
    >>> estimate.worst_case < low < estimate.likelihood < high < estimate.best_case
    True
    >>> estimate.band, estimate.base_rate_of
    ('less likely than not', '4 candidates')
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

    @property
    def base_rate_of(self) -> str:
        """What the base rate is that of: the number of candidates where it is known, else the stage."""
        context = self._source[0].context
        if "candidates" in context:
            return "1 candidate" if context["candidates"] == 1 else f"{context['candidates']} candidates"
        return _STAGES[context.get("stage")]

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
        likelihood = expit(find_posterior(full, on, model).log_odds)
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

    def __repr__(self) -> str:
        from interview_outcome.display.text import percent

        low, high = map(percent, self.interval)
        return f"<Estimate {percent(self.likelihood)}, {percent(self.level)} interval {low} to {high}>"

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
    [('cut_short', False, True), ('contact_date_given', True, True)]
    >>> score({"praised": "maybe"})
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: praised is 'maybe'; allowed: yes, no or unknown (or True, False, \
None, 1, 0). If you are not sure, leave it out: unknown is never a no.
    """
    model, day, level, checklist = _arguments(checklist, on, level, model)
    posterior = find_posterior(checklist, day, model)
    return Estimate(
        expit(posterior.log_odds),
        posterior.interval(level),
        level,
        posterior.base_rate,
        find_reasons(posterior.contributions, posterior.log_odds, posterior.base_rate, model),
        posterior.remarks,
        model.version,
        model.created,
        (checklist, day, model),
    )


def _arguments(
    checklist: Any, on: Any, level: Any, model: Any
) -> tuple[Model, date | None, float, Checklist]:
    problems: list[Problem] = []
    day = None
    if model is None:
        model = shipped()
    elif not isinstance(model, Model):
        hint = "outcome.load(path) reads one from a file."
        problems.append(
            Problem("bad_model", "model", model, f"model is {shown(model)}; allowed: a Model.", hint)
        )
    try:
        level = parse_share("level", level, "Write 0.8 for an 80% interval.", below=MOST_LEVEL)
    except OutcomeError as error:
        problems += error.problems
    try:
        day = parse_day(on)
    except OutcomeError as error:
        problems += error.problems
    try:
        checklist = parse(checklist, on=day)
    except OutcomeError as error:
        problems += error.problems
    if problems:
        raise OutcomeError(problems)
    return model, day, level, checklist


_STAGES = {
    None: "any interview", "phone": "a phone screen", "first": "a first interview", "later": "a later interview",
    "final": "a final interview",
}  # fmt: skip
