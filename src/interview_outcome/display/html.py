"""An estimate as HTML for a notebook, and the pieces that other results share.

No script, no network, no style sheet: inline styles in colours that keep apart for the colour-blind and on dark and
light pages alike.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from interview_outcome.display.text import percent, points, unsure, what_is_open

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.checklist import Remark
    from interview_outcome.estimate import Estimate
    from interview_outcome.reasons import Reason

__all__ = ["AGAINST", "FOR", "box", "estimate_html", "muted", "remarks_html"]

FOR = "#0072B2"  # blue: speaks for an offer
AGAINST = "#D55E00"  # vermilion: speaks against it
_LINE = "rgba(128,128,128,.35)"
_CELL = "padding:.2em .6em;border:none;vertical-align:middle"


def box(content: str) -> str:
    """Put content into the frame that all results share."""
    return f'<div style="font-family:sans-serif;max-width:46em;line-height:1.45">{content}</div>'


def muted(text: str) -> str:
    """Write text that is less important."""
    return f'<span style="opacity:.7">{text}</span>'


def estimate_html(estimate: Estimate) -> str:
    """Show an estimate: likelihood, interval, reasons, what is open, remarks."""
    low, high = estimate.interval
    head = (
        f'<div style="font-size:1.4em"><strong>{percent(estimate.likelihood)}</strong> {escape(estimate.band)}</div>'
        f"<div>Likelihood of an offer; {percent(estimate.level)} interval {percent(low)} to {percent(high)}, "
        f"base rate for {escape(estimate.base_rate_of)} {percent(estimate.base_rate)}.</div>"
    )
    parts = [head, scale_html(low, estimate.likelihood, high, estimate.base_rate)]
    if estimate.reasons:
        parts.append(_reasons_html(estimate))
    parts.append(f"<p>{what_is_open(estimate)}</p>")
    parts.append(remarks_html(estimate.remarks))
    parts.append(muted(f"Model {escape(estimate.model_version)} of {escape(estimate.model_date)}."))
    return box("".join(parts))


def scale_html(low: float, value: float, high: float, base_rate: float) -> str:
    """Draw a likelihood with its interval and the base rate between 0 and 100 percent."""
    interval = (
        f'<div title="interval" style="position:absolute;top:.45em;height:.5em;left:{100 * low:.2f}%;'
        f'width:{100 * (high - low):.2f}%;background:{FOR};opacity:.35;border-radius:.25em"></div>'
    )
    base = (
        f'<div title="base rate" style="position:absolute;top:.1em;height:1.2em;left:{100 * base_rate:.2f}%;'
        'border-left:.15em dashed currentColor;opacity:.6"></div>'
    )
    here = (
        f'<div title="likelihood" style="position:absolute;top:.25em;height:.9em;width:.9em;'
        f'left:calc({100 * value:.2f}% - .45em);background:{FOR};border-radius:50%"></div>'
    )
    return (
        f'<div style="position:relative;height:1.4em;margin:.5em 0;background:linear-gradient({_LINE},{_LINE}) '
        f'0 50%/100% .08em no-repeat">{interval}{base}{here}</div>'
        f'<div style="display:flex;justify-content:space-between;font-size:.8em;opacity:.7"><span>0%</span>'
        f"<span>dashed: base rate</span><span>100%</span></div>"
    )


def _reasons_html(estimate: Estimate) -> str:
    largest = max(abs(reason.points) for reason in estimate.reasons) or 1.0
    rows = "".join(_reason_html(reason, largest) for reason in estimate.reasons)
    heads = "".join(
        f'<th style="{_CELL};text-align:{side};white-space:nowrap">{name}</th>'
        for name, side in (("Reason", "left"), ("", "left"), ("points", "right"), ("log-odds ± sd", "right"))
    )
    total = points(estimate.likelihood - estimate.base_rate)
    foot = (
        f'<tr style="border-top:1px solid {_LINE}">'
        f'<td style="{_CELL};text-align:left">together, from the base rate</td>'
        f'<td style="{_CELL}"></td><td style="{_CELL};text-align:right">{total}</td><td style="{_CELL}"></td></tr>'
    )
    return (
        '<table style="border-collapse:collapse;table-layout:auto;margin:.6em 0;width:100%;color:inherit">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}{foot}</tbody></table>"
    )


def _reason_html(reason: Reason, largest: float) -> str:
    width = 4.0 * abs(reason.points) / largest
    colour = FOR if reason.points >= 0 else AGAINST
    left = 4.0 if reason.points >= 0 else 4.0 - width
    bar = (
        f'<div style="position:relative;width:8em;height:.8em"><div style="position:absolute;left:{left:.2f}em;'
        f'width:{width:.2f}em;height:.8em;background:{colour}"></div><div style="position:absolute;left:4em;'
        f'height:.8em;border-left:1px solid {_LINE}"></div></div>'
    )
    return (
        f'<tr title="{escape(reason.source)}"><td style="{_CELL};text-align:left">{escape(reason.text)}</td>'
        f'<td style="{_CELL}">{bar}</td><td style="{_CELL};text-align:right">{points(reason.points)}</td>'
        f'<td style="{_CELL};text-align:right;white-space:nowrap">{unsure(reason.log_odds, reason.sd)}</td></tr>'
    )


def remarks_html(remarks: Iterable[Remark]) -> str:
    """Show remarks as a list, or nothing."""
    items = "".join(f"<li>{_remark_html(remark)}</li>" for remark in remarks)
    return f'<div><strong>Remarks</strong><ul style="margin:.2em 0 .6em">{items}</ul></div>' if items else ""


def _remark_html(remark: Remark) -> str:
    about = "".join(f"<code>{escape(signal)}</code> " for signal in remark.signals)
    claim = muted(f" article {escape(remark.claim)}") if remark.claim else ""
    return f"{about}{escape(remark.text)}{claim}"
