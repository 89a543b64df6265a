"""The catalogue for people: one signal or all of them, as plain text and as HTML without scripts."""

from __future__ import annotations

from html import escape
from itertools import groupby
from math import exp
from textwrap import fill
from typing import TYPE_CHECKING

from interview_outcome.display.html import AGAINST, FOR
from interview_outcome.display.text import WIDTH, counted, signed, unsure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.catalogue import Signal
    from interview_outcome.model import Model

__all__ = ["catalogue_html", "catalogue_text", "signal_html", "signal_text"]

# The largest published weight: bars are drawn on this scale.
BAR_SCALE = 1.6
PHASE_TITLES = {
    "context": "Before the interview",
    "during": "During the interview",
    "candidate": "Your own part",
    "closing": "What they said and did at the end",
    "after": "Since the interview",
}
WEIGHTS_ARE = (
    "Weights are the published log-odds of an offer, each as if the signal were the only one: above zero "
    "they speak for an offer, below zero against it."
)
UNCODED_ARE = (
    "* No coded interview was searched for it: the weight is published evidence or assumption alone."
)


def signal_text(signal: Signal, model: Model | None = None) -> str:
    """Give one signal in full, with what it weighs in the model that comes with the package.

    Parameters
    ----------
    signal : Signal
        Which.
    model : Model, optional
        A model of your own, whose weights are added.

    Examples
    --------
    >>> from interview_outcome import signals
    >>> print(signal_text(signals["office_tour"]))
    office_tour
    Were you shown round the workplace?
    <BLANKLINE>
    Published weights, log-odds
      yes  +0.30  odds x 1.35  You were shown round the workplace.
      no   −0.06  odds x 0.94  You were not shown round the workplace.
    <BLANKLINE>
      Seven of 69 published lists name it, as a strong sign; a columnist who hires denies it
      twice. A tour is often part of the usual route, and nobody has counted outcomes, so it
      weighs little.
    <BLANKLINE>
      Seen          during the interview
      Family        selling
      Spread        0.30, the standard deviation of both published weights
      Claims        none
      Figures       5, 13
      Interviews    the coded interviews were searched for it
      Scaled        yes +0.22 ± 0.45, no −0.04 ± 0.45; where learning starts
      In the model  yes +0.13 ± 0.40, no 0.00 ± 0.44; the coded interviews point the other way,
                    so the weight stops at 0; model 2026.11
    """
    facts = "\n".join(
        fill(f"{name:<14}{value}", WIDTH, initial_indent="  ", subsequent_indent=" " * 16)
        for name, value in _facts(signal, model).items()
    )
    reason = fill(signal.reason, WIDTH, initial_indent="  ", subsequent_indent="  ")
    answers = "\n".join(
        fill(
            f"{word:<5}{signed(weight):>5}  odds x {exp(weight):.2f}  {sentence}",
            WIDTH,
            initial_indent="  ",
            subsequent_indent=" " * 27,
        )
        for word, weight, sentence in _answers(signal)
    )
    head = f"{signal.id}\n{fill(signal.question, WIDTH)}\n\nPublished weights, log-odds"
    return f"{head}\n{answers}\n\n{reason}\n\n{facts}"


def catalogue_text(signals: Iterable[Signal]) -> str:
    """Give all signals by phase: the weights of yes and no, the name and the question."""
    found = list(signals)
    parts = [counted(len(found), "signal"), f"{fill(WEIGHTS_ARE, WIDTH)}\n{fill(UNCODED_ARE, WIDTH)}"]
    for title, group in _phases(found):
        lines = [f"{title} ({len(group)})", "    yes     no"]
        for signal in group:
            weights = f"  {signed(signal.weight_yes):>5}  {signed(signal.weight_no):>5}  "
            lines.append(f"{weights}{signal.id}{_star(signal)}")
            lines.append(fill(signal.question, WIDTH, initial_indent=" " * 16, subsequent_indent=" " * 16))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def signal_html(signal: Signal) -> str:
    """Give one signal in full as a piece of HTML."""
    facts = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in _facts(signal).items())
    return (
        f'{_STYLE}<div class="outcome-signals"><table>{_HEAD}{_row(signal)}</table>'
        f"<p>{escape(signal.reason)}</p><dl>{facts}</dl></div>"
    )


def catalogue_html(signals: Iterable[Signal]) -> str:
    """Give all signals by phase as a piece of HTML, each with its reason to unfold."""
    found = list(signals)
    bodies = "".join(
        f'<tbody class="phase"><tr><th colspan="5" scope="rowgroup">{title} ({len(group)})</th></tr></tbody>'
        + "".join(_row(signal, unfold=True) for signal in group)
        for title, group in _phases(found)
    )
    return (
        f'{_STYLE}<div class="outcome-signals"><p><b>{counted(len(found), "signal")}.</b> {WEIGHTS_ARE}<br>'
        f'{UNCODED_ARE}</p><div class="scroll" tabindex="0"><table>{_HEAD}{bodies}</table></div></div>'
    )


def _phases(signals: list[Signal]) -> list[tuple[str, list[Signal]]]:
    by_phase = groupby(signals, key=lambda signal: signal.phase)
    return [(PHASE_TITLES[phase], list(group)) for phase, group in by_phase]


def _answers(signal: Signal) -> tuple[tuple[str, float, str], ...]:
    return ("yes", signal.weight_yes, signal.yes_means), ("no", signal.weight_no, signal.no_means)


def _facts(signal: Signal, model: Model | None = None) -> dict[str, str]:
    from interview_outcome.model import shipped

    title = PHASE_TITLES[signal.phase]
    searched = (
        "the coded interviews were searched for it"
        if signal.coded
        else "no coded interview was searched for it"
    )
    facts = {
        "Seen": title[0].lower() + title[1:],
        "Family": signal.family.replace("_", " "),
        "Spread": f"{signal.sd:.2f}, the standard deviation of both published weights",
        "Claims": ", ".join(signal.claims) or "none",
        "Figures": ", ".join(signal.figures) or "none",
        "Interviews": searched,
        "Scaled": f"{_scaled(signal, shipped())}; where learning starts",
        "In the model": _learned(signal, shipped()),
    }
    return facts if model is None else facts | {"In your own": _learned(signal, model)}


def _scaled(signal: Signal, model: Model) -> str:
    """Say what the published weights are after the factors of the model."""
    yes, no = (model.weights[signal.id, answer] for answer in (True, False))
    return f"yes {unsure(yes.scaled, yes.scaled_sd)}, no {unsure(no.scaled, no.scaled_sd)}"


def _learned(signal: Signal, model: Model) -> str:
    """Say what interviews made of the scaled weights in a model."""
    yes, no = (model.weights[signal.id, answer] for answer in (True, False))
    notes = dict.fromkeys(weight.note for weight in (yes, no) if weight.note)
    parts = [f"yes {unsure(yes.weight, yes.sd)}, no {unsure(no.weight, no.sd)}"]
    parts += [note[0].lower() + note[1:].rstrip(".") for note in notes]
    return "; ".join([*parts, f"model {model.version}"])


def _star(signal: Signal) -> str:
    return "" if signal.coded else " *"


def _row(signal: Signal, *, unfold: bool = False) -> str:
    name = f"<code>{signal.id}</code>{_star(signal)}<br>{escape(signal.question)}"
    if unfold:
        sources = "; ".join(
            f"{kind} {', '.join(numbers)}"
            for kind, numbers in (("article", signal.claims), ("figures", signal.figures))
            if numbers
        )
        sources = f" <small>{sources}</small>" if sources else ""
        name += f"<details><summary>why</summary>{escape(signal.reason)}{sources}</details>"
    first, second = (
        f"<td>{word}</td><td>{signed(weight)}</td><td>{_bar(weight)}</td><td>{escape(sentence)}</td>"
        for word, weight, sentence in _answers(signal)
    )
    return f'<tbody><tr><th rowspan="2" scope="rowgroup">{name}</th>{first}</tr><tr>{second}</tr></tbody>'


def _bar(weight: float) -> str:
    """Draw a weight to the right (for an offer) or to the left (against it) of an axis."""
    length = 50 * min(abs(weight) / BAR_SCALE, 1)
    side, start = ("for", 50.0) if weight > 0 else ("against", 50 - length)
    place = f"left:{start:.1f}%;width:{length:.1f}%"
    return f'<span class="axis"><span class="{side}" style="{place}"></span></span>'


_HEAD = (
    '<thead><tr><th scope="col">signal</th><th scope="col">answer</th><th scope="col">published weight</th>'
    '<th scope="col" class="bar">against | for</th><th scope="col">what it says</th></tr></thead>'
)
# The side of the axis and the sign say the same as the two colours; all else takes the colours of the page.
# Without "important" a notebook aligns cells to the right.
_STYLE = """<style>
.outcome-signals {font-family: sans-serif; max-width: 76em; line-height: 1.45}
.outcome-signals .scroll {max-height: 40em; overflow: auto}
.outcome-signals table {border-collapse: collapse; width: 100%; background: none}
.outcome-signals tr {background: none}
.outcome-signals th, .outcome-signals td {padding: .25em .6em; vertical-align: top;
  text-align: left !important; font-weight: normal}
.outcome-signals thead th, .outcome-signals .phase th {font-weight: bold; white-space: nowrap}
.outcome-signals .phase th {padding-top: 1.2em}
.outcome-signals tbody {border-top: 1px solid rgba(128, 128, 128, .4)}
.outcome-signals tbody th {width: 40%}
.outcome-signals .bar {width: 7em; text-align: center !important}
.outcome-signals td:nth-last-child(3) {font-variant-numeric: tabular-nums; white-space: nowrap}
.outcome-signals .axis {display: block; position: relative; width: 7em; height: 1.3em;
  background: linear-gradient(rgba(128, 128, 128, .7), rgba(128, 128, 128, .7)) center / 1px 100% no-repeat}
.outcome-signals .axis span {position: absolute; top: .25em; bottom: .25em}
.outcome-signals .for {background: FOR}
.outcome-signals .against {background: AGAINST}
.outcome-signals summary {cursor: pointer; opacity: .8}
.outcome-signals dl {display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em}
.outcome-signals dd {margin: 0}
</style>""".replace("AGAINST", AGAINST).replace("FOR", FOR)
