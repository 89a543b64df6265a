"""The wait as a drawing: likelihood and interval by day, with the days of action."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from interview_outcome.display.plot_style import (
    FAINT,
    FOR,
    INK,
    SIZE,
    drawing_area,
    heading,
    legend,
    percent_axis,
)
from interview_outcome.display.text import percent
from interview_outcome.display.timeline import marks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from interview_outcome.advice.timeline import Timeline

__all__ = ["plot_timeline"]


def plot_timeline(timeline: Timeline, ax: Axes | None = None) -> Axes:
    """Draw a timeline.

    Parameters
    ----------
    timeline : Timeline
        From `interview_outcome.timeline`.
    ax : matplotlib Axes, optional
        Where to draw; a new figure otherwise.

    Returns
    -------
    matplotlib Axes
        With the likelihood as a line, the interval as a band, and each day of action as a dashed line.

    Raises
    ------
    MissingExtraError
        If matplotlib is not installed.

    Examples
    --------
    >>> from interview_outcome import timeline
    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> ax = timeline({"stage": "final", "interviewed_on": "2026-11-16"}).plot(ax=ax)
    >>> ax.get_ylabel()
    'likelihood of an offer'
    """
    ax = drawing_area(ax, height=3.8)
    days: Any = [day.date for day in timeline]  # matplotlib takes dates; its type hints do not say so
    low, high = ([day.interval[side] for day in timeline] for side in (0, 1))
    band = f"{percent(timeline.level)} interval"
    ax.fill_between(days, low, high, color=FOR, alpha=0.25, linewidth=0, label=band)
    ax.plot(days, [day.likelihood for day in timeline], color=FOR, linewidth=2.5, label="likelihood")
    _mark(ax, timeline)
    ax.set_ylim(0, 1)
    ax.set_xlim(days[0], days[-1])
    ax.grid(axis="y", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_ylabel("likelihood of an offer")
    percent_axis(ax.yaxis)
    _date_axis(ax)
    heading(ax, "If no word comes")
    legend(ax, loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, borderaxespad=0.0)
    return ax


def _date_axis(ax: Axes) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=4, maxticks=8)  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    ax.xaxis.get_offset_text().set(color=INK, size=SIZE)


def _mark(ax: Axes, timeline: Timeline) -> None:
    """Name the days of action beside their lines, on the left where the next line is near."""
    found = marks(timeline)
    high = timeline[0].likelihood > 0.5
    near = timedelta(days=len(timeline) / 20)
    day: Any
    for day, what in found.items():
        crowded = any(day < other <= day + near for other in found)
        ax.axvline(day, color=INK, linestyle="--", linewidth=1)
        ax.annotate(
            what, (day, 0.02 if high else 0.98), xytext=(-3 if crowded else 3, 0), textcoords="offset points",
            rotation=90, va="bottom" if high else "top", ha="right" if crowded else "left", fontsize=SIZE - 1,
            color=INK,
        )  # fmt: skip
