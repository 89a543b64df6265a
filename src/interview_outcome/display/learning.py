"""What a model learned from a user's interviews, as text for a terminal and as HTML for a notebook."""

from __future__ import annotations

from html import escape
from textwrap import fill
from typing import TYPE_CHECKING, Any

from interview_outcome.checklist import Remark
from interview_outcome.display.html import box, remarks_html
from interview_outcome.display.text import WIDTH, counted, percent, remark_lines
from interview_outcome.features import FEATURES
from interview_outcome.weights import STOPPED

if TYPE_CHECKING:
    from interview_outcome.features import Feature
    from interview_outcome.model import Model

__all__ = ["fit_text", "model_html", "model_text"]

_MOST_ROWS = 20
_KINDS = {"record": "a full record", "collection": "a collection, so the base rates stay"}
_BASE_RATES = "Base rate: the likelihood where nothing is answered, which is not the share of offers."


def model_text(model: Model) -> str:
    """Show which model it is and, if it was fitted, to what, which weights stopped, and what was not used."""
    lines, remarks = _story(model)
    return "\n".join([*(fill(line, WIDTH) for line in lines), *remark_lines(remarks)])


def model_html(model: Model) -> str:
    """Show the same as a piece of HTML."""
    lines, remarks = _story(model)
    return box("".join(f"<div>{escape(line)}</div>" for line in lines) + remarks_html(remarks))


def _story(model: Model) -> tuple[list[str], tuple[Remark, ...]]:
    """Tell where a model comes from; in a file of a stranger the story may be of any form, and is then left out."""
    head = f"Model {model.version} of {model.created}."
    learned: Any = model.provenance.get("fit")
    try:
        lines = [f"{head} Fitted to {_interviews(learned)}, starting from model {learned['prior']}."]
        remarks = tuple(Remark(**remark) for remark in learned["remarks"])
        remark_lines(remarks)
    except (KeyError, TypeError, ValueError):
        return [head], ()
    stopped = [_name(feature) for feature in FEATURES if model.weights[feature].note == STOPPED]
    if stopped:
        lines.append(
            f"Weights that stop at 0, since the interviews point the other way: {', '.join(stopped)}."
        )
    return lines, remarks


def _interviews(learned: Any) -> str:
    interviews, offers = counted(learned["interviews"], "interview"), counted(learned["offers"], "offer")
    return f"{interviews} with {offers}, {_KINDS[learned['mix']]}"


def fit_text(prior: Model, model: Model) -> str:
    """Show what moved between a model and the one that was fitted from it."""
    learned = model.provenance["fit"]
    lines = [
        f"Model {model.version}: {_interviews(learned)}.",
        "",
        f"{'Weights that moved most':<40}{'before':>8}{'after':>8}{'seen':>8}{'outweighs the prior':>24}",
    ]
    seen = [feature for feature in FEATURES if _seen(prior, model, feature)]
    moved = sorted(seen, key=lambda each: -abs(model.weights[each].weight - prior.weights[each].weight))
    shown = moved[:_MOST_ROWS]
    for feature in shown:
        before, after = prior.weights[feature], model.weights[feature]
        rows = learned["rows_to_outweigh"][_name(feature)]
        until = "does not learn" if rows is None else f"after {rows:,} rows"
        count, mark = _seen(prior, model, feature), "*" if after.note == STOPPED else " "
        lines.append(
            f"{_name(feature):<40}{_signed(before.weight):>8}{_signed(after.weight):>8}{mark}{count:>7,}{until:>24}"
        )
    if any(model.weights[feature].note == STOPPED for feature in shown):
        lines.append(fill(f"* {STOPPED} A weight is what an answer makes against a blank.", WIDTH))
    lines += ["", *_rest(len(moved), learned)]
    rates = [
        f"  {stage + ' stage' if stage != 'unknown' else 'stage unknown'}: "
        f"{percent(prior.base_rates.stages[stage][0])} before, {percent(rate)} after."
        for stage, (rate, _) in model.base_rates.stages.items()
        if rate != prior.base_rates.stages[stage][0]
    ]
    if rates:
        lines += ["", _BASE_RATES, *rates]
    lines += remark_lines(tuple(Remark(**remark) for remark in learned["remarks"]))
    return "\n".join(lines)


def _rest(seen: int, learned: dict[str, object]) -> list[str]:
    left = len(FEATURES) - seen
    parts = [f"{seen - _MOST_ROWS} more answers were seen. "] if seen > _MOST_ROWS else []
    parts.append(
        f"{left} answers occur in no row; their weights move only where they hang together with others."
    )
    if learned["held"]:
        parts.append(
            " The signs of waiting did not learn: silence must not where it is how a result is known."
        )
    return [fill("".join(parts), WIDTH)]


def _name(feature: Feature) -> str:
    signal, answer = feature
    return f"{signal}:{'yes' if answer else 'no'}"


def _seen(prior: Model, model: Model, feature: Feature) -> int:
    before, after = prior.weights[feature], model.weights[feature]
    return after.offers + after.refusals - before.offers - before.refusals


def _signed(weight: float) -> str:
    return f"{weight:+.2f}".replace("-", "\u2212")
