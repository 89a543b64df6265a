"""What a model learned from a user's interviews, as text for a terminal."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from interview_outcome.checklist import Remark
from interview_outcome.display.text import WIDTH, counted, percent, remark_lines
from interview_outcome.features import FEATURES

if TYPE_CHECKING:
    from interview_outcome.model import Model

__all__ = ["fit_text"]

_MOST_ROWS = 20


def fit_text(prior: Model, model: Model) -> str:
    """Show what moved between a model and the one that was fitted from it."""
    learned = model.provenance["fit"]
    kind = "a full record" if learned["mix"] == "record" else "a collection, so the base rates stay"
    lines = [
        f"Model {model.version}: {counted(learned['interviews'], 'interview')} with"
        f" {counted(learned['offers'], 'offer')}, {kind}.",
        "",
        f"{'Weights that moved most':<40}{'before':>8}{'after':>8}{'seen':>8}{'outweighs the prior':>24}",
    ]
    seen = [feature for feature in FEATURES if _seen(prior, model, feature)]
    moved = sorted(seen, key=lambda each: -abs(model.weights[each].weight - prior.weights[each].weight))
    for signal, answer in moved[:_MOST_ROWS]:
        name = f"{signal}:{'yes' if answer else 'no'}"
        before, after = prior.weights[signal, answer], model.weights[signal, answer]
        rows = learned["rows_to_outweigh"][name]
        until = "does not learn" if rows is None else f"after {rows:,} rows"
        count = _seen(prior, model, (signal, answer))
        lines.append(f"{name:<40}{_signed(before.weight):>8}{_signed(after.weight):>8}{count:>8,}{until:>24}")
    lines += ["", *_rest(len(moved), learned)]
    lines += [
        f"Base rate, {stage + ' stage' if stage != 'unknown' else 'stage unknown'}: "
        f"{percent(prior.base_rates.stages[stage][0])} before, {percent(rate)} after."
        for stage, (rate, _) in model.base_rates.stages.items()
        if rate != prior.base_rates.stages[stage][0]
    ]
    lines += remark_lines(tuple(Remark(**remark) for remark in learned["remarks"]))
    return "\n".join(lines)


def _rest(seen: int, learned: dict[str, object]) -> list[str]:
    left = len(FEATURES) - seen
    parts = [f"{seen - _MOST_ROWS} more answers were seen. "] if seen > _MOST_ROWS else []
    parts.append(f"{left} answers occur in no row and keep their weights.")
    if learned["held"]:
        parts.append(
            " The signs of waiting did not learn: silence must not where it is how a result is known."
        )
    return [fill("".join(parts), WIDTH)]


def _seen(prior: Model, model: Model, feature: tuple[str, bool]) -> int:
    before, after = prior.weights[feature], model.weights[feature]
    return after.offers + after.refusals - before.offers - before.refusals


def _signed(weight: float) -> str:
    return f"{weight:+.2f}".replace("-", "\u2212")
