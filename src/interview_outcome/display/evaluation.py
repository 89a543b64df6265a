"""An evaluation as text for a terminal and as HTML for a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from interview_outcome.display.html import AGAINST, FOR, box, muted, remarks_html
from interview_outcome.display.text import percent, remark_lines
from interview_outcome.learning.baselines import TITLES
from interview_outcome.learning.metrics import METRICS

if TYPE_CHECKING:
    from interview_outcome.learning.bootstrap import Bin, Measure
    from interview_outcome.learning.evaluation import Evaluation

__all__ = ["evaluation_html", "evaluation_text"]

# What the forecasts are compared in.
_COMPARED = ("log_loss", "gain", "auc", "brier", "slope", "ece")
COMPARISON = "Log loss of the model minus that of"
_SHORT = {
    "log_loss": "log loss",
    "gain": "gain",
    "auc": "AUC",
    "brier": "Brier",
    "slope": "slope",
    "ece": "ECE",
}
_CELL = "padding:.15em .6em;border:none;text-align:right"
_NAME = "padding:.15em .6em;border:none;text-align:left"
_BAR = "position:relative;width:10em;height:.9em"
_TABLE = "border-collapse:collapse;margin:.6em 0;color:inherit;font-variant-numeric:tabular-nums"


def evaluation_text(evaluation: Evaluation) -> str:
    """Show an evaluation: measures, the baselines beside the model, likelihoods and what became of them."""
    level = f"{percent(evaluation.level)} interval"
    lines = [*_head(evaluation), "", f"{'':<27}{'value':>8}   {level}"]
    for metric in METRICS:
        measure = evaluation.measures[metric.name]
        lines.append(
            f"{metric.title:<27}{_number(measure.value):>8}   {_interval(measure):<17}{metric.reading}"
        )
    lines += ["", f"{'Compared':<27}" + "".join(f"{_SHORT[name]:>10}" for name in _COMPARED)]
    for title, measures in _forecasts(evaluation):
        lines.append(f"{title:<27}" + "".join(f"{_number(measures[name].value):>10}" for name in _COMPARED))
    lines += ["", f"{COMPARISON:<33}{'value':>8}   {level}"]
    for title, difference in _differences(evaluation):
        lines.append(
            f"  {title:<31}{_number(difference.value):>8}   {_interval(difference):<18}{_verdict(difference)}"
        )
    lines += ["", f"{'Likelihood':<14}{'offers':>8}   {level:<18}{'interviews':>10}"]
    for found in evaluation.bins:
        lines.append(
            f"{percent(found.likelihood):>10}{percent(found.offers):>12}   "
            f"{_range(found):<18}{found.rows:>10,}"
        )
    lines += remark_lines(evaluation.remarks)
    return "\n".join(line.rstrip() for line in lines)


def evaluation_html(evaluation: Evaluation) -> str:
    """Show an evaluation as a piece of HTML."""
    level = f"{percent(evaluation.level)} interval"
    first, *others = _head(evaluation)
    measures = "".join(
        f'<tr><td style="{_NAME}{";padding-left:1.8em" if metric.title.startswith(" ") else ""}">'
        f'{metric.title.strip()}</td><td style="{_CELL}">{_number(measure.value)}</td>'
        f'<td style="{_NAME}">{_interval(measure)}</td><td style="{_NAME}">{muted(metric.reading)}</td></tr>'
        for metric in METRICS
        for measure in [evaluation.measures[metric.name]]
    )
    compared = "".join(
        f'<tr><td style="{_NAME}">{title}</td>'
        + "".join(f'<td style="{_CELL}">{_number(measures[name].value)}</td>' for name in _COMPARED)
        + "</tr>"
        for title, measures in _forecasts(evaluation)
    )
    differences = "".join(
        f'<tr><td style="{_NAME}">{title}</td><td style="{_CELL}">{_number(difference.value)}</td>'
        f'<td style="{_NAME}">{_interval(difference)}</td><td style="{_NAME}">{_verdict(difference)}</td></tr>'
        for title, difference in _differences(evaluation)
    )
    bins = "".join(_bin_html(found) for found in evaluation.bins)
    return box(
        f"<div><strong>{escape(first)}</strong></div><div>{muted(escape(' '.join(others)))}</div>"
        + _table(("", "value", level, ""), measures)
        + _table(("Compared", *(_SHORT[name] for name in _COMPARED)), compared)
        + _table((COMPARISON, "value", level, ""), differences)
        + _table(("Likelihood", "offers", level, "interviews", ""), bins)
        + remarks_html(evaluation.remarks)
    )


def _head(evaluation: Evaluation) -> list[str]:
    refusals = evaluation.rows - evaluation.offers
    authors = "" if evaluation.authors is None else f", {evaluation.authors:,} authors"
    by = "interview" if evaluation.authors is None else "author"
    rates = "the model's own" if evaluation.base_rate == "model" else "one for all, fitted to this sample"
    title = (
        f"Model {evaluation.model_version} on {evaluation.rows:,} interviews: "
        f"{evaluation.offers:,} offers, {refusals:,} refusals{authors}"
    )
    intervals = f"{percent(evaluation.level)}, from {evaluation.resamples:,} resamples by {by}"
    lines = [title, f"Base rates: {rates}.", f"Intervals: {intervals}."]
    if evaluation.against_version is not None:
        lines.insert(1, f"{TITLES['against']}: {evaluation.against_version}.")
    return lines


def _forecasts(evaluation: Evaluation) -> list[tuple[str, dict[str, Measure]]]:
    return [
        ("The model", evaluation.measures),
        *((TITLES[name], measures) for name, measures in evaluation.baselines.items()),
    ]


def _differences(evaluation: Evaluation) -> list[tuple[str, Measure]]:
    return [(TITLES[name], difference) for name, difference in evaluation.differences.items()]


def _verdict(difference: Measure) -> str:
    """Say who is better, where the interval leaves no doubt."""
    if (difference.high or 0.0) < 0.0:
        return "the model is better"
    if (difference.low or 0.0) > 0.0:
        return "the model is worse"
    if difference.low == difference.high == 0.0:
        return "no difference"
    return "may be chance"


def _number(value: float | None) -> str:
    return "\u2013" if value is None else f"{round(value, 3) + 0.0:.3f}".replace("-", "\u2212")


def _interval(measure: Measure) -> str:
    return "" if measure.low is None else f"{_number(measure.low)} to {_number(measure.high)}"


def _bin_html(found: Bin) -> str:
    """Give a row with the interval of its offers drawn as a bar and its likelihood as a mark on it."""
    low, width = 100 * found.low, 100 * (found.high - found.low)
    bar = (
        f'<div style="{_BAR};border-bottom:1px solid rgba(128,128,128,.35)">'
        f'<div style="position:absolute;left:{low:.1f}%;width:{width:.1f}%;top:.25em;height:.4em;'
        f'background:{FOR};opacity:.45"></div><div style="position:absolute;width:.2em;height:.9em;'
        f'left:calc({100 * found.likelihood:.1f}% - .1em);background:{AGAINST}"></div></div>'
    )
    numbers = "".join(
        f'<td style="{_CELL}">{text}</td>'
        for text in (percent(found.likelihood), percent(found.offers), _range(found), f"{found.rows:,}")
    )
    return f'<tr>{numbers}<td style="{_NAME}">{bar}</td></tr>'


def _range(found: Bin) -> str:
    return f"{percent(found.low)} to {percent(found.high)}"


def _table(heads: tuple[str, ...], rows: str) -> str:
    names = "".join(
        f'<th style="{_CELL if place and name else _NAME}">{name}</th>' for place, name in enumerate(heads)
    )
    return f'<table style="{_TABLE}"><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>'
