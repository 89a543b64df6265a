"""Reasons: what each answer, the silence and each combination add to an estimate, in numbers and in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.model import expit, logit

if TYPE_CHECKING:
    from interview_outcome.model import Model
    from interview_outcome.weights import Contribution

__all__ = ["Reason", "find_reasons", "reason_words"]


@dataclass(frozen=True)
class Reason:
    """One reason for an estimate.

    Parameters
    ----------
    signal : str
        The signal; "silence" for days without a word; the code of a combination.
    answer : bool or None
        The answer that counts; None for silence and combinations.
    log_odds : float
        What it adds to the log-odds, rules included.
    sd : float
        Standard deviation of ``log_odds``: the share of the weight that the rules let count, times the standard
        deviation of the weight. Where it is larger than ``log_odds``, even the sign is unsure.
    points : float
        What it adds to the likelihood; all points add up to the likelihood minus the base rate.
    text : str
        A sentence for people.
    source : str
        What its weight rests on.

    Examples
    --------
    >>> from interview_outcome import score, shipped
    >>> reason = score({"interviewer": "recruiter", "friendly_interaction": True}).reasons[0]
    >>> weight = shipped().weights[reason.signal, reason.answer]
    >>> reason.log_odds == weight.weight / 2, reason.sd == weight.sd / 2  # a recruiter's manner counts half
    (True, True)
    """

    signal: str
    answer: bool | None
    log_odds: float
    sd: float
    points: float
    text: str
    source: str

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self)


def find_reasons(
    contributions: list[Contribution], log_odds: float, base_rate: float, model: Model
) -> tuple[Reason, ...]:
    """Turn log-odds into points of likelihood: an exact sum, the right sign, and no order among reasons.

    What adds nothing is no reason.
    """
    step = log_odds - logit(base_rate)
    slope = (expit(log_odds) - base_rate) / step if abs(step) > 1e-9 else base_rate * (1.0 - base_rate)
    largest_first = sorted(contributions, key=lambda item: (-abs(item.log_odds), item.code))
    return tuple(
        [
            Reason(
                item.code,
                item.answer,
                item.log_odds,
                item.sd,
                slope * item.log_odds,
                *reason_words(item, model),
            )
            for item in largest_first
            if item.log_odds
        ]
    )


def reason_words(item: Contribution, model: Model) -> tuple[str, str]:
    """Give the sentence and the source of a reason."""
    if item.code == "silence":
        return silence_words(item.days), "article A10, G2; figures 2; waits of answered candidates"
    if item.answer is None:
        return _COMBINATION_WORDS[item.code]
    return _signal_words(item.code, item.answer, model)


def silence_words(days: int) -> str:
    """Say how long nothing was heard.

    >>> silence_words(1), silence_words(9)
    ('A day without a word.', '9 days without a word.')
    """
    return "A day without a word." if days == 1 else f"{days} days without a word."


def _signal_words(signal: str, answer: bool, model: Model) -> tuple[str, str]:  # noqa: FBT001  a feature
    found = signals[signal]
    weight = model.weights[signal, answer]
    interviews = weight.offers + weight.refusals
    parts = [f"article {', '.join(found.claims)}"] if found.claims else []
    parts += [f"figures {', '.join(found.figures)}"] if found.figures else []
    parts.append(_counted(interviews, model) if interviews else "published evidence alone")
    return found.means(answer=answer), "; ".join(parts)


def _counted(interviews: int, model: Model) -> str:
    noun = "interview" if interviews == 1 else "interviews"
    return f"{interviews} {noun}, coded and your own" if model.fitted else f"{interviews} coded {noun}"


_COMBINATION_WORDS = {
    combination.code: (combination.text, f"article {combination.claim}; an assumption, not learned")
    for combination in rules.COMBINATIONS
}
