"""Reference pages of the evidence: every signal, every claim of the article, the published figures."""

from __future__ import annotations

import re
import tomllib
from itertools import groupby
from typing import TYPE_CHECKING

from interview_outcome import signals
from interview_outcome.model import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from interview_outcome.catalogue import Signal
    from interview_outcome.weights import Weight

_PHASES = {
    "context": "Known before the interview",
    "during": "Seen during the interview",
    "candidate": "What the candidate does and feels",
    "closing": "Said at the close",
    "after": "What happens afterwards",
}
_CLAIM_GROUPS = {
    "A": "Signs that it went well",
    "B": "Signs that it went badly",
    "C": "Code phrases of a refusal",
    "D": "What “we will call you” can mean",
    "E": "Who held the interview",
    "F": "The candidate's part",
    "G": "What to do after the interview",
    "H": "The letter",
}


def signal_links(names: Iterable[str]) -> str:
    """Link to signals; what is no signal, such as a date, is named."""
    return ", ".join(f"[`{name}`](#signal-{name})" if name in signals else f"`{name}`" for name in names)


def claim_links(claims: Iterable[str]) -> str:
    """Link to claims of the article."""
    return ", ".join(f"[{claim}](#claim-{claim.lower()})" for claim in claims)


def figure_links(sections: Iterable[str]) -> str:
    """Link to sections of the published figures."""
    return ", ".join(f"[{section}](#figures-{section})" for section in sections)


def _signed(log_odds: float) -> str:
    """Write log-odds with their sign."""
    text = f"{log_odds:+.2f}".replace("-", "−")
    return "0.00" if text[1:] == "0.00" else text


def signals_page() -> str:
    """Give the page of every signal with its question, weights, reasons and sources."""
    parts = [
        "# Signals\n",
        f"All {len(signals)} signals, by the time when they can be seen. Weights are log-odds of an offer. *Published* "
        "is what published evidence says of the answer as if it were the only one; *in the model* is what it weighs in "
        f"model {shipped().version}, scaled and after the coded interviews, with its standard deviation. The "
        "[rules](rules.md) may let less of it count. A log-odds of 0.4 moves an even chance by about ten points. "
        '`outcome.signals["..."]` and `outcome signals SIGNAL` show an entry too.\n',
        "## At a glance\n",
        ":::{container} weights\n", "| signal | question | yes | no |", "|---|---|---|---|",
        *(f"| {signal_links((signal.id,))} | {signal.question} | {_in_model(signal, answer=True)} | "
          f"{_in_model(signal, answer=False)} |" for signal in signals),
        ":::\n",
    ]  # fmt: skip
    for phase, group in groupby(signals, key=lambda signal: signal.phase):
        parts.append(f"## {_PHASES[phase]}\n")
        parts += [_signal_entry(signal) for signal in group]
    return "\n".join(parts)


def _in_model(signal: Signal, *, answer: bool) -> str:
    return _signed(shipped().weights[signal.id, answer].weight)


def _signal_entry(signal: Signal) -> str:
    sources = [f"Family `{signal.family}`"]
    if signal.claims:
        sources.append(f"article {claim_links(signal.claims)}")
    if signal.figures:
        sources.append(f"published figures {figure_links(signal.figures)}")
    notes = dict.fromkeys(_note(signal, answer=answer) for answer in (True, False))
    return "\n".join([
        f"(signal-{signal.id})=\n### `{signal.id}`\n", f"**{signal.question}**\n", ":::{container} weights",
        "| answer | says | published | in the model | offers | refusals |", "|---|---|---|---|---|---|",
        *(_weight_row(signal, answer=answer) for answer in (True, False)), ":::", "",
        f"{signal.reason}\n", "; ".join(sources) + ".", *(note for note in notes if note), "",
    ])  # fmt: skip


def _weight_row(signal: Signal, *, answer: bool) -> str:
    weight: Weight = shipped().weights[signal.id, answer]
    published = signal.weight_yes if answer else signal.weight_no
    return (
        f"| {'yes' if answer else 'no'} | {signal.means(answer=answer)} | {_signed(published)} ± {signal.sd:.2f} | "
        f"{_signed(weight.weight)} ± {weight.sd:.2f} | {weight.offers} | {weight.refusals} |"
    )


def _note(signal: Signal, *, answer: bool) -> str:
    """Say what is unusual about a weight; of which answer, where the other has no such note."""
    note = shipped().weights[signal.id, answer].note
    both = note == shipped().weights[signal.id, not answer].note
    return note if both or not note else f"{'Yes' if answer else 'No'}: {note[0].lower()}{note[1:]}"


def claims_page(data: Path) -> str:
    """Give the page of the article's claims and what became of each."""
    claims = tomllib.loads((data / "claims.toml").read_text(encoding="utf-8"))["claim"]
    parts = [
        "# The article's claims\n",
        "The library starts from an article that tells candidates how to see, and to influence, how an interview ended. "
        f"These are its {len(claims)} claims in our own words, and what became of each. Reasons, remarks and advice cite "
        "them by number. A claim by itself is no evidence; what speaks for and against it stands with the "
        "[signals](signals.md) and in the [published figures](published-figures.md).\n",
    ]  # fmt: skip
    for letter, group in groupby(claims, key=lambda claim: claim["id"][0]):
        parts.append(f"## {letter}. {_CLAIM_GROUPS[letter]}\n")
        parts += [_claim_entry(claim) for claim in group]
    return "\n".join(parts)


def _claim_entry(claim: dict[str, object]) -> str:
    name = str(claim["id"])
    fate = []
    if "signals" in claim:
        fate.append(f"Signals: {signal_links(claim['signals'])}.")
    if "rules" in claim:
        fate.append("Rules: " + ", ".join(f"[{code}](#rule-{code})" for code in claim["rules"]) + ".")
    fate += [f"{head}: {claim[key]}" for key, head in _FATES.items() if key in claim]
    return "\n".join([f"(claim-{name.lower()})=\n### {name}\n", f"{claim['text']}\n", " ".join(fate), ""])


_FATES = {"advice": "Advice", "letters": "Letters", "remark": "Remark", "left_out": "Left out"}


def figures_page(data: Path) -> str:
    """Give the published figures, each section with a place to link to."""
    text = (data / "published_figures.md").read_text(encoding="utf-8")
    return re.sub(r"^## (\d+)\.", r"(figures-\1)=\n## \1.", text, flags=re.MULTILINE)
