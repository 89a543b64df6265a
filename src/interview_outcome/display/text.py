"""An estimate as plain text for a terminal, and the pieces that other results share."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.checklist import Remark
    from interview_outcome.estimate import Estimate

__all__ = [
    "WIDTH",
    "bullets",
    "counted",
    "estimate_text",
    "percent",
    "points",
    "scale",
    "signed",
    "unsure",
    "what_is_open",
]

WIDTH = 92
_SCALE = 60


def percent(likelihood: float) -> str:
    """Give a likelihood in whole percent, without claiming certainty.

    Examples
    --------
    >>> percent(0.384), percent(0.004), percent(0.997)
    ('38%', 'under 1%', 'over 99%')
    """
    if likelihood < 0.01:
        return "under 1%"
    if likelihood > 0.99:
        return "over 99%"
    return f"{100 * likelihood:.0f}%"


def points(value: float) -> str:
    """Give points of likelihood, signed, in percent points.

    Examples
    --------
    >>> points(0.0312), points(-0.2), points(0.0)
    ('+3.1', '−20.0', '0.0')
    """
    text = f"{100 * value:+.1f}".replace("-", "−")
    return text if text[1:] != "0.0" else "0.0"


def unsure(log_odds: float, sd: float) -> str:
    """Give log-odds, signed, with their standard deviation.

    Examples
    --------
    >>> unsure(-0.518, 0.492), unsure(0.0, 0.35)
    ('−0.52 ± 0.49', '0.00 ± 0.35')
    """
    return f"{signed(log_odds)} ± {sd:.2f}"


def signed(log_odds: float) -> str:
    """Give log-odds with their sign.

    Examples
    --------
    >>> signed(-0.518), signed(0.7), signed(-0.001)
    ('−0.52', '+0.70', '0.00')
    """
    text = f"{log_odds:+.2f}".replace("-", "−")
    return text if text[1:] != "0.00" else "0.00"


def counted(number: int, word: str) -> str:
    """Give a number of things in words.

    Examples
    --------
    >>> counted(1, "offer"), counted(1200, "offer")
    ('1 offer', '1,200 offers')
    """
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def bullets(lines: Iterable[str], *, mark: str = "·") -> list[str]:
    """Wrap paragraphs as a list of marked lines."""
    return [
        line
        for text in lines
        for line in wrap(text, WIDTH, initial_indent=f"  {mark} ", subsequent_indent="    ")
    ]


def scale(low: float, value: float, high: float) -> str:
    """Draw a likelihood with its interval between 0 and 100 percent.

    Examples
    --------
    >>> scale(0.1, 0.4, 0.7)
    '0% ······━━━━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━·················· 100%'
    """
    last = _SCALE - 1
    first, at, end = round(low * last), round(value * last), round(high * last)
    drawn = ["━" if first <= place <= end else "·" for place in range(_SCALE)]
    drawn[at] = "●"
    return f"0% {''.join(drawn)} 100%"


def estimate_text(estimate: Estimate) -> str:
    """Show an estimate: likelihood, interval, reasons, what is open, remarks."""
    low, high = estimate.interval
    lines = [
        f"Likelihood of an offer: {percent(estimate.likelihood)}, {estimate.band}",
        f"{percent(estimate.level)} interval {percent(low)} to {percent(high)}; base rate for "
        f"{estimate.base_rate_of} {percent(estimate.base_rate)}",
        "",
        f"  {scale(low, estimate.likelihood, high)}",
        "",
    ]
    if estimate.reasons:
        lines += _reason_lines(estimate)
    lines += wrap(what_is_open(estimate), WIDTH)
    lines += remark_lines(estimate.remarks)
    lines += ["", f"Model {estimate.model_version} of {estimate.model_date}."]
    return "\n".join(lines)


def what_is_open(estimate: Estimate) -> str:
    """Say how far the questions that are still open could move an estimate."""
    worst, best = percent(estimate.worst_case), percent(estimate.best_case)
    if (worst, best) == ("under 1%", "over 99%"):
        return (
            "The interval goes by what was answered. The questions that are still open could, all together, take the "
            "likelihood to either end."
        )
    return (
        f"If every question that is still open were answered against you, it would be {worst}; if every one were "
        f"answered for you, {best}."
    )


def _reason_lines(estimate: Estimate) -> list[str]:
    room = WIDTH - 26
    lines = [f"{'Reasons':<{room}}{'points':>10}{'log-odds ± sd':>16}"]
    for reason in estimate.reasons:
        first, *rest = wrap(reason.text, room - 2, initial_indent="  ", subsequent_indent="    ")
        lines.append(f"{first:<{room}}{points(reason.points):>10}{unsure(reason.log_odds, reason.sd):>16}")
        lines += rest
    total = estimate.likelihood - estimate.base_rate
    lines.append(f"{'  together, from the base rate':<{room}}{points(total):>10}")
    return [*lines, ""]


def remark_lines(remarks: tuple[Remark, ...]) -> list[str]:
    """Show remarks under a heading of their own, or nothing."""
    if not remarks:
        return []
    return ["", "Remarks", *bullets(_remark(remark) for remark in remarks)]


def _remark(remark: Remark) -> str:
    about = f"{', '.join(remark.signals)}: " if remark.signals else ""
    return f"{about}{remark.text}" + (f" [article {remark.claim}]" if remark.claim else "")
