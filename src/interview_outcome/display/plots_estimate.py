"""The waterfall of an estimate: from the base rate, reason by reason, to the likelihood."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from interview_outcome.display.plot_style import (
    AGAINST,
    FAINT,
    FOR,
    INK,
    drawing_area,
    heading,
    inches_across,
    label_letters,
    letters_across,
    percent_axis,
    right_column,
)
from interview_outcome.display.text import percent, points

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from interview_outcome.estimate import Estimate

__all__ = ["MOST_STEPS", "Step", "plot_estimate", "steps"]

# So many reasons get a row of their own; the smallest share one.
MOST_STEPS = 20
_ROW, _MARGIN = 0.36, 1.1  # inches
_STEPS = (1, 2, 2.5, 5, 10)  # between ticks: each divides 100%, so that no tick lies beyond


class Step(NamedTuple):
    """One step of the way from the base rate to the likelihood.

    Parameters
    ----------
    text : str
        The reason.
    start, points : float
        The likelihood before it, and what it adds.
    """

    text: str
    start: float
    points: float


def steps(estimate: Estimate) -> tuple[Step, ...]:
    """Give the steps from the base rate to the likelihood: always the largest that does not leave 0 to 100%.

    Examples
    --------
    >>> from interview_outcome import score
    >>> estimate = score({"stage": "final", "praised": False, "cut_short": True})
    >>> for step in steps(estimate):
    ...     print(step.text, step.start == estimate.base_rate, step.points < 0)
    The interview was clearly shorter than planned. True True
    They did not praise you during the interview. False True
    """
    shown = [(reason.text, reason.points) for reason in estimate.reasons]
    if len(shown) > MOST_STEPS:
        rest = shown[MOST_STEPS - 1 :]
        shown = shown[: MOST_STEPS - 1]
        shown.append((f"{len(rest)} smaller reasons together", sum(added for _, added in rest)))
    found: list[Step] = []
    likelihood = estimate.base_rate
    while shown:
        inside = [at for at, (_, added) in enumerate(shown) if 0.0 <= likelihood + added <= 1.0]
        text, added = shown.pop(inside[0] if inside else 0)
        found.append(Step(text, likelihood, added))
        likelihood += added
    return tuple(found)


def plot_estimate(estimate: Estimate, *, ax: Axes | None = None) -> Axes:
    """Draw the way from the base rate to the likelihood, with the interval around it.

    Blue bars lead to the right and speak for an offer, vermilion bars lead to the left and speak against it;
    the numbers are points of likelihood, in percent. Of more than 20 reasons the smallest share one bar.

    Parameters
    ----------
    estimate : Estimate
        What `interview_outcome.score` gave.
    ax : Axes, optional
        Where to draw; a new figure otherwise.

    Returns
    -------
    Axes
        What was drawn on.

    Raises
    ------
    MissingExtraError
        Without matplotlib.

    Examples
    --------
    >>> from interview_outcome import score
    >>> from matplotlib.figure import Figure
    >>> estimate = score({"stage": "final", "candidates": 3, "interest_stated": True, "cut_short": True})
    >>> ax = plot_estimate(estimate, ax=Figure().add_subplot())
    >>> for label in ax.get_yticklabels():
    ...     print(label.get_text().splitlines()[0])
    Base rate
    The interview was clearly shorter than planned.
    They said in words that they were interested in
    Likelihood
    """
    way = steps(estimate)
    ax = drawing_area(ax, height=_MARGIN + _ROW * (len(way) + 2))
    for row, step in enumerate(way, start=1):
        colour = FOR if step.points >= 0 else AGAINST
        ax.barh(row, step.points, left=step.start, height=0.62, color=colour)
        right_column(ax, row, points(step.points))
    _connect(ax, [estimate.base_rate, *(step.start + step.points for step in way)])
    _ends(ax, estimate, last=len(way) + 1)
    low, high = map(percent, estimate.interval)
    letters = label_letters(ax)
    end = "Likelihood\n" + fill(f"{percent(estimate.level)} interval {low} to {high}", letters)
    labels = ["Base rate", *(fill(step.text, letters) for step in way), end]
    ax.set_yticks(range(len(labels)), labels)
    for label in (ax.get_yticklabels()[0], ax.get_yticklabels()[-1]):
        label.set_fontweight("bold")
    _frame(ax, estimate, way)
    return ax


def _ends(ax: Axes, estimate: Estimate, *, last: int) -> None:
    """Draw the base rate, and the likelihood with its interval."""
    low, high = estimate.interval
    ax.plot(estimate.base_rate, 0, marker="D", color=INK, markersize=6, linestyle="none")
    ax.plot([low, high], [last, last], color=INK, linewidth=5, alpha=0.55, solid_capstyle="butt")
    ax.plot(estimate.likelihood, last, marker="o", color=INK, markersize=9, linestyle="none")
    right_column(ax, 0, percent(estimate.base_rate), fontweight="bold")
    right_column(ax, last, percent(estimate.likelihood), fontweight="bold")


def _connect(ax: Axes, likelihoods: list[float]) -> None:
    """Lead the eye from the end of each row to the start of the next."""
    for row, likelihood in enumerate(likelihoods):
        ax.plot([likelihood, likelihood], [row, row + 1], color=INK, linewidth=0.8, zorder=0)


def _frame(ax: Axes, estimate: Estimate, way: tuple[Step, ...]) -> None:
    """Cut the axis to the ticks around what was drawn, and say what it is."""
    from matplotlib.ticker import MaxNLocator

    seen = [estimate.base_rate, estimate.likelihood, *estimate.interval]
    seen += [step.start + step.points for step in way]
    room = 0.02 + 0.04 * (max(seen) - min(seen))
    ticks = MaxNLocator(max(1, round(inches_across(ax))), steps=_STEPS).tick_values(
        max(0.0, min(seen) - room), min(1.0, max(seen) + room)
    )
    ax.set_xlim(ticks[0], ticks[-1])
    ax.set_xticks(ticks)
    ax.set_ylim(len(way) + 1.6, -0.6)
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    percent_axis(ax.xaxis)
    text = "likelihood of an offer; on the right: points that each reason adds"
    ax.set_xlabel(fill(text, letters_across(ax, 0.9)), loc="right")
    heading(ax, f"{percent(estimate.likelihood)}: {estimate.band}")
