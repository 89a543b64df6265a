"""What was seen: a mapping of answers and context, checked, with every problem reported at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist_entries import entries_of, path_of
from interview_outcome.checklist_values import CONTEXT_KEYS, parse_answer, parse_context, plain
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.names import nearest

__all__ = ["DATE_ORDER", "Checklist", "Evidence", "Remark", "parse"]

# Of two dates in one line the second cannot lie before the first; ``on`` is the day of the question.
DATE_ORDER = (
    ("interviewed_on", "contact_by", "the named day cannot lie before the interview"),
    ("interviewed_on", "contacted_on", "contacted_on is when you asked after the interview"),
    ("interviewed_on", "heard_on", "heard_on is their last word after the interview"),
    ("interviewed_on", "on", "the interview cannot lie in the future"),
    ("contacted_on", "on", "what lies ahead cannot be known yet"),
    ("heard_on", "on", "what lies ahead cannot be known yet"),
)


@dataclass(frozen=True)
class Remark:
    """Something to know about an answer or a result that no number says.

    Parameters
    ----------
    code : str
        Stable name of the kind of remark, for programs.
    signals : tuple of str
        The signals or context keys that it is about.
    text : str
        One or two sentences for a person.
    claim : str
        The claim of the article that it rests on, or empty.

    Examples
    --------
    >>> Remark("void", ("ran_long",), "A phone screen has a fixed length.", "")
    Remark(code='void', signals=('ran_long',), text='A phone screen has a fixed length.', claim='')
    """

    code: str
    signals: tuple[str, ...]
    text: str
    claim: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self) | {"signals": list(self.signals)}


@dataclass(frozen=True)
class Evidence:
    """The words of a text that an answer rests on.

    Parameters
    ----------
    signal : str
        The signal, or a context key, that was read.
    answer : object
        True or False; for a context key its value.
    words : str
        The words, as they stand in the text.
    start, end : int
        Their place: ``text[start:end] == words``.
    sentence : str
        The sentence around them.

    Examples
    --------
    >>> Evidence("praised", True, "great answer", 5, 17, "Such great answers, she said.").words
    'great answer'
    """

    signal: str
    answer: Any
    words: str
    start: int
    end: int
    sentence: str

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self) | {"answer": plain(self.answer)}


@dataclass(frozen=True)
class Checklist:
    """What was seen of one interview, checked.

    Parameters
    ----------
    answers : dict of str to bool
        Signal to True (yes) or False (no). What is not known is left out. Treat it as read-only.
    context : dict of str to object
        Context keys: stage, candidates, interviewer, structured, pace, and the four dates.
    evidence : tuple of Evidence
        Where answers were read from a text: the words that each rests on.
    suggestions : tuple of Evidence
        What a text may mean, too unsure to count.
    remarks : tuple of Remark
        Contradictions and what else a person should look at.
    text : str
        The text that was read; empty where the answers were given.

    Examples
    --------
    >>> checklist = parse({"praised": "yes", "cut_short": None, "stage": "final"})
    >>> checklist.answers, checklist.context
    ({'praised': True}, {'stage': 'final'})
    >>> checklist.evidence, checklist.suggestions, checklist.remarks, checklist.text
    ((), (), (), '')
    """

    answers: dict[str, bool]
    context: dict[str, Any] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data: dates as ISO strings."""
        return {
            "answers": dict(self.answers),
            "context": {key: plain(value) for key, value in self.context.items()},
            "evidence": [evidence.to_dict() for evidence in self.evidence],
            "suggestions": [evidence.to_dict() for evidence in self.suggestions],
            "remarks": [remark.to_dict() for remark in self.remarks],
        }

    def __str__(self) -> str:
        from interview_outcome.display.checklist import checklist_text

        return checklist_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.checklist import checklist_html

        return checklist_html(self)


def parse(checklist: Mapping[str, object] | Checklist, *, on: object = None) -> Checklist:
    """Check a mapping of answers and context.

    Parameters
    ----------
    checklist : mapping or Checklist
        Signal ids to True, False or None (also "yes", "no", "unknown" in any case, 1, 0, NaN, and the
        scalars of numpy and pandas; the manual lists all), and context keys. A `Checklist` is checked too,
        and copied; so is what `Checklist.to_dict` gives, of which ``answers`` and ``context`` count.
    on : date, optional
        The day of the question; later than every date that is known by then.

    Returns
    -------
    Checklist
        With only what is known.

    Raises
    ------
    OutcomeError
        With every problem: unknown keys, values that are not allowed, dates that cannot be.

    Examples
    --------
    >>> parse({"praised": 1, "candidates": 3, "interviewed_on": "2026-11-16"}).context
    {'candidates': 3, 'interviewed_on': datetime.date(2026, 11, 16)}
    >>> parse({"prased": "maybe"})
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: 'prased' is neither a signal nor a context key. Did you mean 'praised'?
    """
    if isinstance(checklist, Checklist):
        checked = parse({**checklist.answers, **checklist.context}, on=on)
        return replace(checklist, answers=checked.answers, context=checked.context)
    if not isinstance(checklist, Mapping):
        message = f"A checklist is a mapping of signals to answers; this is {shown(checklist)}."
        hint = 'Write for example {"praised": True, "stage": "final"}.'
        raise OutcomeError([Problem("bad_checklist", "$", checklist, message, hint)])
    answers: dict[str, bool] = {}
    context: dict[str, Any] = {}
    entries, problems = entries_of(checklist)
    for key, value in entries:
        try:
            if type(key) is str and key in signals:
                answer = parse_answer(key, value)
                if answer is not None:
                    answers[key] = answer
            elif type(key) is str and key in CONTEXT_KEYS:
                known = parse_context(key, value)
                if known is not None:
                    context[key] = known
            else:
                problems.append(_unknown_key(key, value))
        except OutcomeError as error:
            problems += error.problems
    if len(context) > 1 or on is not None:
        problems += _order_problems(context, on)
    if problems:
        raise OutcomeError(problems)
    return Checklist(answers, context)


def _unknown_key(key: object, value: object) -> Problem:
    message = f"{shown(key)} is neither a signal nor a context key."
    near = nearest(key, (*signals.ids, *CONTEXT_KEYS)) if isinstance(key, str) else None
    hint = f"Did you mean {near!r}?" if near else "outcome.signals lists the signals."
    if key == "on":
        hint = "It is no part of the checklist. Give on=... beside it."
    return Problem("unknown_key", path_of(key), value, message, hint)


def _order_problems(context: Mapping[str, Any], on: object) -> list[Problem]:
    dates = dict(context)
    if on is not None:
        dates["on"] = on
    return [
        _order_problem(first, second, why, dates)
        for first, second, why in DATE_ORDER
        if first in dates and second in dates and dates[second] < dates[first]
    ]


def _order_problem(first: str, second: str, why: str, dates: Mapping[str, Any]) -> Problem:
    if second == "on":  # no key of the checklist: the date that lies after it is the one to mend
        message = f"{first} is {dates[first]}, after {dates['on']}, the day of the question: {why}."
        return Problem("date_order", first, dates[first], message, "Mend the date, or leave it out.")
    message = f"{second} is {dates[second]}, before {first}, {dates[first]}: {why}."
    hint = "Mend one of the two dates, or leave it out."
    return Problem("date_order", second, dates[second], message, hint)
