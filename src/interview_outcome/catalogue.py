"""The catalogue: every signal that can be seen, what it means and where its weight comes from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from interview_outcome.errors import MissingExtraError, OutcomeError, Problem, shown
from interview_outcome.names import names_with, nearest, plain_words, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

__all__ = ["FAMILIES", "PHASES", "Catalogue", "Signal", "signals"]

SHORTEST = 4  # letters of a word that is found in a longer one: "flow" in "flowed"
PHASES = ("context", "during", "candidate", "closing", "after")
FAMILIES = (
    "rapport", "interest_words", "selling", "questioning", "skill_fit", "self_feeling",
    "candidate_conduct", "length", "preparation", "practicalities", "timeline", "brush_off",
    "process", "context", "advert", "waiting",
)  # fmt: skip


@dataclass(frozen=True)
class Signal:
    """One thing that can be seen of an interview.

    Parameters
    ----------
    id : str
        Its name in a checklist.
    question : str
        The question that a person answers with yes or no, or leaves out.
    yes_means, no_means : str
        What the answer says, as a sentence.
    family : str
        Signals of one family say much the same and overlap.
    phase : str
        When it can be seen: context, during, candidate, closing or after.
    direction : {"+", "-", "0"}
        Whether a yes speaks for an offer, against it, or neither.
    claims : tuple of str
        Claims of the article that name it (``data/claims.toml``).
    figures : tuple of str
        Sections of ``data/published_figures.md`` with published figures on it.
    weight_yes, weight_no : float
        Published weights of the two answers, log-odds of an offer, as if it were the only signal.
    sd : float
        Standard deviation of these weights, log-odds: how unsure the published evidence is.
    coded : bool
        Whether the coded interviews were searched for it; if not, its weight rests on published evidence or
        on assumption alone.
    reason : str
        Why the weight has this size.

    Examples
    --------
    >>> from interview_outcome import signals
    >>> signal = signals["contact_date_given"]
    >>> signal.question, signal.family, signal.phase, signal.direction
    ('Did they name a day, even roughly, when you would hear from them?', 'timeline', 'closing', '+')
    >>> signal.weight_yes, signal.weight_no, signal.sd, signal.claims, signal.coded
    (0.3, -0.3, 0.3, ('A2', 'A9', 'B14'), True)
    """

    id: str
    question: str
    yes_means: str
    no_means: str
    family: str
    phase: str
    direction: Literal["+", "-", "0"]
    claims: tuple[str, ...]
    figures: tuple[str, ...]
    weight_yes: float
    weight_no: float
    sd: float
    coded: bool
    reason: str

    def means(self, *, answer: bool) -> str:
        """Give the sentence that an answer stands for."""
        return self.yes_means if answer else self.no_means

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        from interview_outcome.display.catalogue import signal_text

        return signal_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.catalogue import signal_html

        return signal_html(self)


class Catalogue:
    """All signals, in reading order.

    Examples
    --------
    >>> from interview_outcome import signals
    >>> len(signals), "praised" in signals
    (72, True)
    >>> [signal.id for signal in signals.search("resume")]
    ['resume_reread', 'more_candidates_to_see', 'resume_advice_given']
    >>> [signal.id for signal in signals.filter(family="advert")]
    ['vacancy_removed']
    """

    def __iter__(self) -> Iterator[Signal]:
        return iter(_load().values())

    def __len__(self) -> int:
        return len(_load())

    def __contains__(self, signal: object) -> bool:
        return isinstance(signal, str) and signal in _load()

    def __getitem__(self, signal: str) -> Signal:
        try:
            return _load()[signal]
        except (KeyError, TypeError):
            raise UnknownSignalError(signal) from None

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of all signals."""
        return tuple(_load())

    def search(self, text: str) -> tuple[Signal, ...]:
        """Find the signals whose name, question or meaning has words that begin with each word of a text.

        In any case. Where no signal has them all, those with most of them, and "flowed" finds "flow" as well.

        Examples
        --------
        >>> [signal.id for signal in signals.search("talk flowed")]
        ['smooth_dialogue']
        """
        if not isinstance(text, str):
            message = f"text is {shown(text)}; allowed: words to look for."
            raise OutcomeError(
                [Problem("bad_text", "text", text, message, 'Write for example "start date".')]
            )
        wanted = plain_words(str.__str__(text))
        fitting = _fitting(wanted, loosely=False)
        if max(fitting.values()) < len(wanted):
            fitting = _fitting(wanted, loosely=True)
        most = max(fitting.values())
        return tuple(signal for signal, words in fitting.items() if words == most and (words or not wanted))

    def filter(
        self, *, family: str | None = None, phase: str | None = None, direction: str | None = None
    ) -> tuple[Signal, ...]:
        """Pick the signals of a family, a phase, a direction, or of all that are given."""
        wanted = {"family": family, "phase": phase, "direction": direction}
        allowed = {"family": FAMILIES, "phase": PHASES, "direction": ("+", "-", "0")}
        problems = [
            Problem(
                "unknown_filter", key, value, f"{key} is {shown(value)}; allowed: {', '.join(allowed[key])}."
            )
            for key, value in wanted.items()
            if value is not None and not (isinstance(value, str) and value in allowed[key])
        ]
        if problems:
            raise OutcomeError(problems)
        return tuple(
            signal
            for signal in self
            if all(value is None or getattr(signal, key) == value for key, value in wanted.items())
        )

    def to_frame(self) -> pd.DataFrame:
        """Give the catalogue as a pandas table, one row a signal, indexed by its name."""
        try:
            import pandas as pd
        except ImportError:
            raise MissingExtraError("pandas", "frames") from None
        return pd.DataFrame([signal.to_dict() for signal in self]).set_index("id")

    def __repr__(self) -> str:
        return f"<Catalogue of {len(self)} signals>"

    def __str__(self) -> str:
        from interview_outcome.display.catalogue import catalogue_text

        return catalogue_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.catalogue import catalogue_html

        return catalogue_html(self)


class UnknownSignalError(OutcomeError, KeyError):
    """A name that no signal has."""

    def __init__(self, signal: object) -> None:
        told = _other_reason(signal) if isinstance(signal, str) else None
        near = nearest(signal, signals.ids) if isinstance(signal, str) else None
        meant = [near] if near else names_with(signal, signals.ids)
        hint = (
            f"Did you mean {' or '.join(map(repr, meant))}?" if meant else "outcome.signals lists them all."
        )
        message, hint = told or (f"There is no signal {shown(signal)}.", hint)
        super().__init__([Problem("unknown_signal", "signal", signal, message, hint)])

    __str__ = OutcomeError.__str__


def _other_reason(name: str) -> tuple[str, str] | None:
    """Say what a reason is that is no signal, and where it is explained."""
    from interview_outcome import rules

    texts = {"silence": "The days without a word."} | {each.code: each.text for each in rules.COMBINATIONS}
    if name not in texts:
        return None
    rule = "silence" if name == "silence" else "combinations"
    message = f"{name!r} is a reason but no signal: {texts[name]}"
    return message, f"The page Rules of the manual explains it, under {rule!r}."


def _fitting(words: list[str], *, loosely: bool) -> dict[Signal, int]:
    """Count for each signal the words that its name, question and meaning say."""
    texts = {
        signal: f"{signal.id} {signal.question} {signal.yes_means} {signal.no_means}" for signal in signals
    }
    return {
        signal: sum(says(text, word, loosely=loosely) for word in words) for signal, text in texts.items()
    }


@cache
def _load() -> dict[str, Signal]:
    from interview_outcome.signal_list import SIGNALS

    return {signal.id: signal for signal in SIGNALS}


signals = Catalogue()
