"""A timeline as plain text and as HTML with a small drawing."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING

from interview_outcome.advice.action import KINDS
from interview_outcome.display.advice import short_day
from interview_outcome.display.html import FOR, box, muted, remarks_html
from interview_outcome.display.text import WIDTH, percent, remark_lines

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.advice.timeline import Day, Timeline

__all__ = ["marks", "timeline_html", "timeline_text"]

_ROWS = 10  # about so many days are shown, and those that matter
_BAR = 30
_WIDE, _HIGH = 640, 160  # of the drawing
_GRID = (0.0, 0.25, 0.5, 0.75, 1.0)


def marks(timeline: Timeline) -> dict[date, str]:
    """Give what there is to do, by day; going on looking is for every day."""
    found: dict[date, list[str]] = {}
    for action in timeline.actions:
        if action.date is not None and action.kind != "go_on":
            found.setdefault(action.date, []).append(KINDS[action.kind])
    return {day: "; ".join(dict.fromkeys(names)) for day, names in sorted(found.items())}


def timeline_text(timeline: Timeline) -> str:
    """Show a selection of days, with what there is to do on them."""
    first, last = timeline[0], timeline[-1]
    head = (
        f"The likelihood of an offer goes from {percent(first.likelihood)} on {short_day(first.date)} to "
        f"{percent(last.likelihood)} on {short_day(last.date)} if no word comes."
    )
    columns = f"{'day':<15}{'silent days':>13}  {'likelihood':<12}{percent(timeline.level)} interval"
    lines = [*wrap(head, WIDTH), "", columns]
    doing = marks(timeline)
    for day in _shown(timeline, doing):
        lines.append(_row(day))
        if day.date in doing:
            lines.append(f"    → {doing[day.date]}")
    lines += remark_lines(timeline.remarks)
    lines += ["", f"Model {timeline.model_version} of {timeline.model_date}."]
    return "\n".join(lines)


def timeline_html(timeline: Timeline) -> str:
    """Draw the days, and list what there is to do on them."""
    first, last = timeline[0], timeline[-1]
    doing = marks(timeline)
    way = f"{percent(first.likelihood)} &rarr; {percent(last.likelihood)}"
    head = (
        f'<div style="font-size:1.4em"><strong>{way}</strong></div>'
        f"<div>Likelihood of an offer if no word comes, from {short_day(first.date)} to "
        f"{short_day(last.date)}; the band is the {percent(timeline.level)} interval.</div>"
    )
    days = {day.date: day for day in timeline}
    items = "".join(
        f"<li>{short_day(day)}, {percent(days[day].likelihood)}: {escape(what)}</li>"
        for day, what in doing.items()
    )
    listed = f'<ol style="margin:.4em 0;padding-left:1.6em">{items}</ol>' if items else ""
    foot = muted(f"Model {escape(timeline.model_version)} of {escape(timeline.model_date)}.")
    return box(head + _drawing(timeline, doing) + listed + remarks_html(timeline.remarks) + foot)


def _shown(timeline: Timeline, doing: dict[date, str]) -> list[Day]:
    """Choose days: the first, the last, some between, those of action, and those around the largest fall."""
    step = max(1, len(timeline) // _ROWS)
    falls = [before.likelihood - after.likelihood for before, after in pairwise(timeline)]
    steepest = falls.index(max(falls))
    chosen = {*range(0, len(timeline), step), steepest, steepest + 1, len(timeline) - 1}
    return [day for number, day in enumerate(timeline) if number in chosen or day.date in doing]


def _row(day: Day) -> str:
    low, high = day.interval
    first, at, end = (round(value * (_BAR - 1)) for value in (low, day.likelihood, high))
    drawn = ["━" if first <= place <= end else "·" for place in range(_BAR)]
    drawn[at] = "●"
    interval = f"{percent(low)} to {percent(high)}"
    silent = f"{short_day(day.date):<15}{day.days:>13}"
    return f"{silent}  {percent(day.likelihood):<12}{interval:<20}{''.join(drawn)}"


def _drawing(timeline: Timeline, doing: dict[date, str]) -> str:
    """Draw likelihood, interval and numbered days of action between 0 and 100 percent."""
    across = _WIDE / (len(timeline) - 1)

    def points(values: list[float]) -> list[str]:
        return [f"{across * number:.1f},{_height(value):.1f}" for number, value in enumerate(values)]

    highs = points([day.interval[1] for day in timeline])
    lows = points([day.interval[0] for day in timeline])
    band, line = " ".join(highs + lows[::-1]), " ".join(points([day.likelihood for day in timeline]))
    numbers = {day.date: number for number, day in enumerate(timeline)}
    dashed = "".join(_mark(count, across * numbers[day]) for count, day in enumerate(doing, 1))
    return (
        f'<svg viewBox="0 -6 {_WIDE + 40} {_HIGH + 12}" style="width:100%;font-size:11px" '
        f'fill="currentColor" role="img" '
        f'aria-label="Likelihood of an offer for each day without a word">{_grid()}'
        f'<polygon points="{band}" fill="{FOR}" opacity=".2"/>'
        f'<polyline points="{line}" fill="none" stroke="{FOR}" stroke-width="2.5"/>{dashed}</svg>'
    )


def _height(likelihood: float) -> float:
    return _HIGH * (1.0 - likelihood)


def _grid() -> str:
    return "".join(
        f'<line x1="0" x2="{_WIDE}" y1="{_height(share):.0f}" y2="{_height(share):.0f}" '
        f'stroke="currentColor" opacity=".15"/>'
        f'<text x="{_WIDE + 4}" y="{_height(share) + 4:.0f}">{100 * share:.0f}%</text>'
        for share in _GRID
    )


def _mark(count: int, across: float) -> str:
    return (
        f'<line x1="{across:.1f}" x2="{across:.1f}" y1="0" y2="{_HIGH}" stroke="currentColor" '
        f'stroke-dasharray="3 3" opacity=".6"/><text x="{across + 3:.1f}" y="10">{count}</text>'
    )
