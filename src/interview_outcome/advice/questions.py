"""The best next question: which unanswered signal would tell most about the offer."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from interview_outcome import rules
from interview_outcome.advice.arguments import checked
from interview_outcome.advice.information import LEAST, expected_bits
from interview_outcome.arguments import parse_whole
from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist
from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.estimate import score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from interview_outcome.model import Model

__all__ = ["Question", "Questions", "ask", "open_signals"]

# Questions that make sense only after a yes to another.
NEEDS = {
    "thank_you_answered": "thank_you_sent",
    "contact_date_missed": "contact_date_given",
    "candidate_contacted_too_early": "contact_date_given",
}
# What cannot have happened yet on the day of the interview, besides the signals of the phase "after".
LATER = (
    "thank_you_sent",
    "candidate_contacted_too_early",
    "candidate_came_uninvited",
    "candidate_bypassed_recruiter",
)
_REPLACED = frozenset(rules.SILENCE_REPLACES)


@dataclass(frozen=True)
class Question:
    """A question that is still open, and what its answer would tell.

    Parameters
    ----------
    signal : str
        The signal that it asks for.
    text : str
        The question.
    bits : float
        Information on the offer that its answer is expected to give, in bits; 1 would settle an even chance.
    if_yes, if_no : float
        The likelihood after each answer.
    now : float
        The likelihood without it.

    Examples
    --------
    >>> (question,) = ask({"stage": "final"}, n=1)
    >>> question.text == signals[question.signal].question, 0 < question.bits < 1
    (True, True)
    >>> min(question.if_yes, question.if_no) < question.now < max(question.if_yes, question.if_no)
    True
    """

    signal: str
    text: str
    bits: float
    if_yes: float
    if_no: float
    now: float

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        from interview_outcome.display.questions import question_text

        return question_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.questions import questions_html

        return questions_html((self,))


class Questions(tuple[Question, ...]):
    """Questions as a tuple, the most telling first, which can show itself.

    Examples
    --------
    >>> found = ask({"stage": "final"}, n=2)
    >>> isinstance(found, tuple), len(found), found[0].bits >= found[1].bits
    (True, 2, True)
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Give all questions as plain data."""
        return {"questions": [question.to_dict() for question in self]}

    def __str__(self) -> str:
        from interview_outcome.display.questions import questions_text

        return questions_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.questions import questions_html

        return questions_html(self)


def ask(
    checklist: Mapping[str, object] | Checklist,
    *,
    n: int = 3,
    on: date | str | None = None,
    model: Model | None = None,
) -> Questions:
    """Rank the questions that are still open by what their answer is expected to tell about the offer.

    Parameters
    ----------
    checklist : mapping or Checklist
        What is known already; see `interview_outcome.score`.
    n : int
        How many questions at most.
    on : date or ISO string, optional
        The day of the question, as in `interview_outcome.score`.
    model : Model, optional
        Another model than the one that comes with the package.

    Returns
    -------
    Questions
        A tuple of `Question`, most bits first. Left out is what is answered, what means nothing or cannot be
        known yet in this setting (see `open_signals`), and what would not move the likelihood.

    Raises
    ------
    OutcomeError
        With every problem of the arguments.

    Notes
    -----
    The likelihoods are those of `interview_outcome.score`; how the bits are counted is told where it is done,
    in `interview_outcome.advice.information`.

    Examples
    --------
    >>> seen = {"stage": "final", "cut_short": True}
    >>> found = ask(seen)
    >>> len(found), "cut_short" in {question.signal for question in found}
    (3, False)
    >>> found[0].if_yes == score(seen | {found[0].signal: True}).likelihood
    True
    """
    problems: tuple[Problem, ...] = ()
    try:
        n = parse_whole("n", n, "Write 3 for the three best questions.")
    except OutcomeError as error:
        problems = error.problems
    known, day, model = checked(checklist, on, model, problems)
    found = sorted(_questions(known, day, model), key=lambda question: -question.bits)
    return Questions(found[:n])


def _questions(known: Checklist, on: date | None, model: Model) -> Iterator[Question]:
    def likelihood(answers: dict[str, bool]) -> float:
        return score(Checklist(answers, known.context), on=on, model=model).likelihood

    now = likelihood(known.answers)
    for signal in open_signals(known, on, model):
        if_yes, if_no = (likelihood(known.answers | {signal: answer}) for answer in (True, False))
        bits = expected_bits(now, if_yes, if_no, model.answer_shares[signal])
        if bits > LEAST:
            yield Question(signal, signals[signal].question, bits, if_yes, if_no, now)


def open_signals(known: Checklist, on: date | None, model: Model) -> tuple[str, ...]:
    """Give the signals that it makes sense to ask about, in the order of the catalogue.

    Left out is what is answered, what a rule voids in this context, what would contradict an answer, what
    the dates tell already, and what cannot be known before something else has happened.
    """
    answers, context = known.answers, known.context
    skipped = {*answers, rules.VAGUE_PROMISE[0], *_contradicting(answers), *_told_by_dates(known, on, model)}
    skipped |= {void.signal for void in rules.VOIDS if context.get(void.key) in void.values}
    named = "contact_by" in context
    skipped |= {
        signal for signal, need in NEEDS.items()
        if not (answers.get(need) or (named and need == "contact_date_given"))
    }  # fmt: skip
    if on is not None and context.get("interviewed_on") == on:
        skipped |= {*LATER, *(signal.id for signal in signals.filter(phase="after"))}
    return tuple(signal for signal in signals.ids if signal not in skipped)


def _contradicting(answers: Mapping[str, bool]) -> Iterator[str]:
    """Give the signals with an answer that could not hold together with what is answered."""
    for contradiction in rules.CONTRADICTIONS:
        signal, kept = contradiction.kept
        dropped = True if contradiction.dropped is None else contradiction.dropped[1]
        if answers.get(signal) is kept:
            yield contradiction.other
        if answers.get(contradiction.other) is dropped:
            yield signal


def _told_by_dates(known: Checklist, on: date | None, model: Model) -> Iterator[str]:
    context = known.context
    if "contact_by" in context:
        yield "contact_date_given"
        if "contacted_on" in context:
            yield "candidate_contacted_too_early"
    if model.features(known, on).silence is not None:
        # Where silence is counted by its days, only a yes could still tell something: of a word that came.
        yield from (
            signal for signal, answer in _REPLACED
            if "heard_on" not in context or (signal, not answer) in _REPLACED
        )  # fmt: skip
