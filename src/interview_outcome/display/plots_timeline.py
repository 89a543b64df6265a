"""The wait as a drawing: likelihood and interval by day, with the days of action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_outcome.display.html import FOR
from interview_outcome.display.text import percent
from interview_outcome.display.timeline import marks
from interview_outcome.errors import MissingExtraError

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
        Where to draw; otherwise on a figure of its own.

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
    >>> ax = timeline({"stage": "final", "interviewed_on": "2026-11-16"}).plot()
    >>> ax.get_ylabel()
    'likelihood of an offer'
    """
    try:
        from matplotlib import dates, ticker
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("matplotlib", "plot") from None
    if ax is None:
        ax = Figure(figsize=(8, 4.2), layout="constrained").subplots()
    days: Any = [day.date for day in timeline]  # matplotlib takes dates; its type hints do not say so
    ax.fill_between(
        days,
        [day.interval[0] for day in timeline],
        [day.interval[1] for day in timeline],
        color=FOR,
        alpha=0.2,
        linewidth=0,
        label=f"{percent(timeline.level)} interval",
    )
    ax.plot(days, [day.likelihood for day in timeline], color=FOR, linewidth=2.5, label="likelihood")
    _mark(ax, timeline)
    ax.set_ylim(0, 1)
    ax.set_xlim(days[0], days[-1])
    ax.set_ylabel("likelihood of an offer")
    ax.yaxis.set_major_formatter(ticker.PercentFormatter(1.0))
    locator = dates.AutoDateLocator(minticks=4, maxticks=8)  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    ax.set_title("If no word comes", loc="left")
    ax.spines[["top", "right"]].set_visible(False)
    ax.legend(loc="upper right", frameon=False)
    return ax


def _mark(ax: Axes, timeline: Timeline) -> None:
    day: Any
    for day, what in marks(timeline).items():
        ax.axvline(day, color="0.35", linestyle="--", linewidth=1)
        ax.annotate(
            what, (day, 0.98), xytext=(3, 0), textcoords="offset points",
            rotation=90, va="top", ha="left", fontsize="small", color="0.2",
        )  # fmt: skip
