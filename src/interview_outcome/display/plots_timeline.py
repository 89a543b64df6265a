"""The wait as a picture: likelihood and interval by day, with the days of action."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from interview_outcome.advice.working_days import said
from interview_outcome.display.plot_style import (
    BAND,
    FAINT,
    FOR,
    INK,
    SIZE,
    drawing_area,
    heading,
    inches_across,
    legend,
    percent_axis,
)
from interview_outcome.display.text import percent
from interview_outcome.display.timeline import marks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from interview_outcome.advice.timeline import Timeline

__all__ = ["plot_timeline"]

HEIGHT = 4.4  # inches
TICKS = 6
_TWO_COLUMNS = 4.5  # inches from which the legend has two
_ROOM = 1.2 * SIZE / 72  # inches that a number needs beside the next


def plot_timeline(timeline: Timeline, ax: Axes | None = None) -> Axes:
    """Draw a timeline.

    Parameters
    ----------
    timeline : Timeline
        From `interview_outcome.timeline`.
    ax : matplotlib Axes, optional
        Where to draw; otherwise on a new figure.

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
    >>> from matplotlib.figure import Figure
    >>> from interview_outcome import timeline
    >>> ax = timeline({"interviewed_on": "2026-11-16"}).plot(ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Likelihood of an offer if no word comes'
    """
    ax = drawing_area(ax, height=HEIGHT)
    days: Any = [day.date for day in timeline]  # matplotlib takes dates; its type hints do not say so
    lows, highs = zip(*(day.interval for day in timeline), strict=True)
    name = f"{percent(timeline.level)} interval"
    ax.fill_between(days, lows, highs, color=FOR, alpha=BAND, linewidth=0, label=name)
    ax.plot(days, [day.likelihood for day in timeline], color=FOR, linewidth=2.5, label="likelihood")
    ax.set_ylim(0, 1)
    ax.set_xlim(days[0], days[-1])
    ticks = max(2, min(TICKS, round(inches_across(ax))))
    ax.set_xticks(days[:: -(-len(days) // ticks)])
    ax.tick_params(axis="x", pad=8)
    ax.xaxis.set_major_formatter(lambda value, _: _day_and_month(date.fromordinal(round(value) + _EPOCH)))
    ax.grid(axis="y", color=FAINT, linewidth=0.8)
    ax.set_axisbelow(True)
    percent_axis(ax.yaxis)
    _mark(ax, timeline)
    heading(ax, "Likelihood of an offer if no word comes")
    ncols = 2 if inches_across(ax) > _TWO_COLUMNS else 1
    legend(ax, loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=ncols)
    return ax


def _mark(ax: Axes, timeline: Timeline) -> None:
    """Draw the days of action with a number each; the legend names what there is to do on them."""
    inches = ax.bbox.width / ax.figure.dpi
    room = _ROOM * (len(timeline) - 1) / inches
    place = 0.0
    for number, (day, what) in enumerate(marks(timeline).items(), 1):
        x: Any = day
        ax.axvline(x, color=INK, linestyle="--", linewidth=1, label=f"{number} {what}, {day}")
        place = max(day.toordinal() - _EPOCH, place + room)
        ax.annotate(
            str(number), (place, 0.99), xytext=(2, 0), textcoords="offset points",
            va="top", ha="left", fontsize=SIZE, fontweight="bold", color=INK,
        )  # fmt: skip


def _day_and_month(day: date) -> str:
    _, number, month, _ = said(day).split()
    return f"{number} {month[:3]}"


_EPOCH = 719_163  # the ordinal of 1970-01-01, from which matplotlib counts days
