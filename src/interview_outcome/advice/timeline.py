"""The wait, day by day: the likelihood of an offer for each further day without an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from interview_outcome.advice.arguments import checked
from interview_outcome.arguments import parse_share, parse_whole
from interview_outcome.checklist import Checklist, Remark, parse
from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.estimate import Estimate, score
from interview_outcome.waiting import LAST_DAY

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from interview_outcome.advice.steps import Action
    from interview_outcome.model import Model

__all__ = ["BEHIND", "STARTS", "Day", "Timeline", "timeline"]

# Days from which silence can be counted.
STARTS = ("interviewed_on", "heard_on", "contact_by")
# Days that lie behind on the day of the question.
BEHIND = ("interviewed_on", "heard_on", "contacted_on")


@dataclass(frozen=True)
class Day:
    """One day of the wait.

    Parameters
    ----------
    date : date
        The day.
    days : int
        Days since their last word, which is the interview if there was none after it.
    likelihood : float
        Of an offer, if no answer has come by then.
    interval : tuple of float
        Where it lies with the probability that the timeline names.

    Examples
    --------
    >>> first = timeline({"stage": "final", "interviewed_on": "2026-11-16"}, days=1)[0]
    >>> first.date, first.days, first.interval[0] < first.likelihood < first.interval[1]
    (datetime.date(2026, 11, 16), 0, True)
    """

    date: date
    days: int
    likelihood: float
    interval: tuple[float, float]

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self) | {"date": self.date.isoformat(), "interval": list(self.interval)}


@dataclass(frozen=True)
class Timeline(Sequence[Day]):
    """The likelihood for each further day without an answer: a sequence of `Day`, never rising.

    Parameters
    ----------
    days : tuple of Day
        One for each day, the first included.
    level : float
        Of the intervals.
    remarks : tuple of Remark
        What shapes the wait.
    model_version, model_date : str
        Which model this comes from.

    Examples
    --------
    >>> wait = timeline({"interviewed_on": "2026-11-16", "contact_by": "2026-11-25"}, days=14)
    >>> len(wait), wait.level, [remark.code for remark in wait.remarks]
    (15, 0.8, ['named_day'])
    >>> wait[0].likelihood == wait[9].likelihood > wait[10].likelihood > wait[-1].likelihood
    True
    """

    days: tuple[Day, ...]
    level: float
    remarks: tuple[Remark, ...]
    model_version: str
    model_date: str
    _source: tuple[Checklist, Model] = field(repr=False, compare=False)

    @overload
    def __getitem__(self, index: int) -> Day: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Day, ...]: ...
    def __getitem__(self, index: int | slice) -> Day | tuple[Day, ...]:
        return self.days[index]

    def __len__(self) -> int:
        return len(self.days)

    def first_below(self, likelihood: float) -> date | None:
        """Give the first day on which the likelihood is below a level, or None."""
        likelihood = parse_share("likelihood", likelihood, "Write 0.1 for 10%.")
        return next((day.date for day in self.days if day.likelihood < likelihood), None)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What to do on days of this timeline; see `interview_outcome.advise`."""
        from interview_outcome.advice.steps import advise

        known, model = self._source
        first, last = self.days[0].date, self.days[-1].date
        found = advise(known, on=first, model=model).actions
        return tuple(action for action in found if action.date is not None and first <= action.date <= last)

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain data."""
        return {
            "days": [day.to_dict() for day in self.days],
            "level": self.level,
            "actions": [action.to_dict() for action in self.actions],
            "remarks": [remark.to_dict() for remark in self.remarks],
            "model_version": self.model_version,
            "model_date": self.model_date,
        }

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw the wait with the days of action; see `interview_outcome.display.plots_timeline`."""
        from interview_outcome.display.plots_timeline import plot_timeline

        return plot_timeline(self, ax=ax)

    def __str__(self) -> str:
        from interview_outcome.display.timeline import timeline_text

        return timeline_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.timeline import timeline_html

        return timeline_html(self)


def timeline(
    checklist: Mapping[str, object] | Checklist,
    *,
    days: int = 30,
    on: date | str | None = None,
    model: Model | None = None,
) -> Timeline:
    """Say what each further day without an answer makes of the likelihood.

    Parameters
    ----------
    checklist : mapping or Checklist
        What was seen; with the day of the interview (``interviewed_on``), of their last word since
        (``heard_on``) or the day that they named (``contact_by``).
    days : int
        How many days after the first one, 1 to 365.
    on : date or ISO string, optional
        The first day; otherwise the interview, or what came last of it, their last word and your asking.
    model : Model, optional
        Another model than the one that comes with the package.

    Returns
    -------
    Timeline
        A sequence of `Day`.

    Raises
    ------
    OutcomeError
        With every problem of the arguments; if no date is known to count from.

    Notes
    -----
    Each likelihood is that of `interview_outcome.score` on that day, if nothing else happens. It never rises,
    and neither do the ends of the interval. Where a named day passes, the upper end of the score may rise a
    little, since a further sign is a further thing to be unsure of: here it is held where it was.

    Examples
    --------
    >>> wait = timeline({"stage": "final", "interviewed_on": "2026-11-16"}, days=30)
    >>> len(wait), str(wait[-1].date), wait[0].likelihood > wait[-1].likelihood
    (31, '2026-12-16', True)
    >>> timeline({"stage": "final"})
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: No day is known from which the wait could be counted. \
Give interviewed_on, such as "2026-11-16".
    """
    problems: list[Problem] = []
    try:
        days = parse_whole("days", days, "Write 30 for a month.", most=LAST_DAY)
    except OutcomeError as error:
        problems += error.problems
    if isinstance(checklist, Mapping | Checklist) and not _has_start(checklist):
        message = "No day is known from which the wait could be counted."
        hint = 'Give interviewed_on, such as "2026-11-16".'
        problems.append(Problem("no_day", "interviewed_on", None, message, hint))
    known, day, model = checked(checklist, on, model, problems)
    first = day or _first(known.context)
    dates = [first + timedelta(number) for number in range(days + 1)]
    estimates = [score(known, on=each, model=model) for each in dates]
    return Timeline(
        _never_rising(dates, estimates, known.context),
        estimates[0].level,
        _remarks(known.context, first, estimates[-1]),
        model.version,
        model.created,
        (known, model),
    )


def _has_start(checklist: Mapping[str, object] | Checklist) -> bool:
    """Tell whether a day is known to count from, where the checklist can be read at all."""
    try:
        return any(key in parse(checklist).context for key in STARTS)
    except OutcomeError:
        return True  # what is wrong with it is told instead


def _first(context: Mapping[str, Any]) -> date:
    """Give the day that the wait is counted from: the last that lies behind, or else the named one."""
    behind: list[date] = [context[key] for key in BEHIND if key in context]
    return max(behind) if behind else context["contact_by"]


def _never_rising(
    dates: list[date], estimates: list[Estimate], context: Mapping[str, Any]
) -> tuple[Day, ...]:
    last_word = context.get("heard_on") or context.get("interviewed_on") or context["contact_by"]
    likelihood = low = high = 1.0
    found = []
    for day, estimate in zip(dates, estimates, strict=True):
        likelihood = min(likelihood, estimate.likelihood)
        low, high = min(low, estimate.interval[0]), min(high, estimate.interval[1])
        found.append(Day(day, max(0, (day - last_word).days), likelihood, (low, high)))
    return tuple(found)


def _remarks(context: Mapping[str, Any], first: date, last: Estimate) -> tuple[Remark, ...]:
    named = context.get("contact_by")
    found = []
    if named is not None and named >= first:
        text = f"Until {named}, the day that they named, silence says nothing; after it, it counts."
        found.append(Remark("named_day", ("contact_by",), text, "G2"))
    found += [remark for remark in last.remarks if remark.code == "silence" and not remark.signals]
    return tuple(found)
