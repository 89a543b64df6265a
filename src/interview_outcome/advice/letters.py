"""Draft the letters that an interview calls for; `review_letter` stands beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_outcome.advice.arguments import far_days
from interview_outcome.advice.letter import Letter
from interview_outcome.advice.letter_arguments import ARGUMENTS, clean
from interview_outcome.advice.letter_facts import facts_of, too_soon
from interview_outcome.advice.letter_review import Fault, LetterReview, review_letter
from interview_outcome.checklist import Checklist, parse
from interview_outcome.checklist_values import parse_day
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.names import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["KINDS", "Fault", "Letter", "LetterReview", "draft_letter", "review_letter"]

KINDS = ("thanks_attachment", "thanks_fit", "thanks_question", "status", "feedback", "after_refusal")
NAMES = ("name", "role", "company")  # "Perfect Software Ltd" is no flattery
# What a person says in own words, and what may be wrong with it whatever stands around it.
WORDS = ("topic", "attachment", "fit", "question")
TONE = ("flattery", "too_much_emotion", "pity", "certainty", "says_everything")


def draft_letter(
    kind: str,
    *,
    name: str | None = None,
    recipient: str | None = None,
    role: str | None = None,
    company: str | None = None,
    contact: str | None = None,
    topic: str | None = None,
    attachment: str | None = None,
    fit: str | None = None,
    question: str | None = None,
    checklist: Mapping[str, object] | Checklist | None = None,
    on: date | str | None = None,
) -> Letter:
    """Draft a letter to someone who interviewed you.

    No gap is ever left in it, and `review_letter` finds no fault in it but what names of people and companies
    may look like.

    Parameters
    ----------
    kind : str
        thanks_attachment, thanks_fit, thanks_question, status, feedback or after_refusal.
    name, recipient, role, contact : str
        You, the person greeted, the position, and your phone number or e-mail address. Every kind needs them.
    company : str, optional
        The employer.
    topic : str, optional
        One thing from the talk; thanks_fit and thanks_question need it.
    attachment, fit, question : str, optional
        What the kind of thanks is about; that kind needs it, the others have no place for it.
    on : date or ISO string, optional
        The day of the letter. With it, an interview that lies ahead and a status enquiry before its time are
        errors: before the named day, or less than four working days after their last word (article G2, G3, F6). A
        status enquiry needs it where a named day is known. A request for feedback takes silence for a no from the
        first day on which `interview_outcome.advise` could.
    checklist : mapping or Checklist, optional
        Of it the letter uses `interviewed_on`, the status enquiry the other days too, and a request for feedback
        the days, whether the position was closed (`position_irrelevant`), and whether they were in touch or not
        (`long_silence`, `called_by_phone` and the like).

    Returns
    -------
    Letter
        Subject and body, in the shape of the article's H1.

    Raises
    ------
    OutcomeError
        With everything at once that is missing, cannot stand in a letter, or would be a fault in it.

    Notes
    -----
    Managers say in polls that a letter of thanks matters; two studies of outcomes found no effect
    (``docs/explanation/letters.md``). It is a courtesy, not a lever.

    Examples
    --------
    >>> letter = draft_letter(
    ...     "status", name="Ben Okoro", recipient="Ms Ali", role="payroll clerk", contact="ben.okoro@example.org",
    ...     checklist={"interviewed_on": "2026-11-16", "contact_by": "2026-11-20"}, on="2026-11-23",
    ... )
    >>> letter.subject
    'Interview for payroll clerk: where does my application stand?'
    >>> print(letter.body.split(chr(10))[2])
    We spoke on Monday 16 November about the position of payroll clerk. You expected to be in touch by Friday 20 \
November, so I am writing to ask where things stand.
    """
    given = {"name": name, "recipient": recipient, "role": role, "company": company, "contact": contact,
             "topic": topic, "attachment": attachment, "fit": fit, "question": question}  # fmt: skip
    check_kind(kind)
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in given.items():
        text, found = clean(key, value)
        problems += found
        if text and key not in _used(kind):
            problems.append(_no_place(key, value, kind))
        elif text:
            values[key] = text
        elif not found and key in _templates()["kinds"][kind]["needs"]:
            what = ARGUMENTS[key][0]
            problems.append(Problem("missing", key, value, f"{key} is missing: {what}.", f"Give {key}=..."))
    known, day, found = _known(checklist, on)
    problems += found or (too_soon(known, day) if kind == "status" else [])
    if problems:
        raise OutcomeError(problems)
    letter = _compose(kind, values | facts_of(known, day))
    problems = [_source(fault, values) for fault in review_letter(letter).faults]
    problems = [problem for problem in problems if problem.path not in NAMES]
    if problems := problems or _tone(values):
        raise OutcomeError(problems)
    return letter


def _known(checklist: Any, on: Any) -> tuple[Checklist, date | None, list[Problem]]:
    """Give the checklist and the day, and what is wrong with them."""
    known, day = Checklist({}), None
    problems: list[Problem] = []
    try:
        day = parse_day(on)
    except OutcomeError as error:
        problems += error.problems
    try:
        known = parse({} if checklist is None else checklist, on=day)
    except OutcomeError as error:
        problems += error.problems
    return known, day, problems + far_days(known.context | {"on": day})


def _tone(values: dict[str, str]) -> list[Problem]:
    """Find what would be a fault in a letter of its own, and only hides behind the words around it."""
    return [
        _source(fault, {key: values[key]})
        for key in WORDS
        if key in values
        for fault in review_letter(f"{values[key][0].upper()}{values[key][1:]}").faults
        if fault.kind in TONE
    ]


def _no_place(key: str, value: object, kind: str) -> Problem:
    fitting = [other for other in KINDS if key in _used(other)]
    message = f"{key} has no place in a letter of the kind {kind}."
    return Problem("no_place", key, value, message, f"Leave it out, or choose {' or '.join(fitting)}.")


def check_kind(kind: object) -> None:
    """Raise `OutcomeError` unless a kind of letter is one that is known."""
    if isinstance(kind, str) and kind in KINDS:
        return
    near = nearest(kind, KINDS) if isinstance(kind, str) else None
    message = f"kind is {shown(kind)}; allowed: {', '.join(KINDS)}."
    hint = f"Did you mean {near!r}?" if near else "Pick the one that says what the letter is for."
    raise OutcomeError([Problem("unknown_kind", "kind", kind, message, hint)])


def _compose(kind: str, values: dict[str, str]) -> Letter:
    templates = _templates()
    phrases = {
        key: phrase["text"].format_map(values) if _stands(phrase, values) else ""
        for key, phrase in templates["phrases"].items()
    }
    template = templates["kinds"][kind]
    subject, *paragraphs = (
        text.format_map(values | phrases) for text in (template["subject"], *template["paragraphs"])
    )
    greeting, signature = (
        f"Dear {values['recipient']},",
        f"Kind regards,\n{values['name']}\n{values['contact']}",
    )
    return Letter(subject, "\n\n".join([greeting, *paragraphs, signature]), kind)


@cache
def _used(kind: str) -> frozenset[str]:
    """Name the arguments that a kind of letter has a place for; name, recipient and contact are in all."""
    templates = _templates()
    template = templates["kinds"][kind]
    texts = [template["subject"], *template["paragraphs"]]
    texts += [
        phrase["text"] for key, phrase in templates["phrases"].items() if f"{{{key}}}" in " ".join(texts)
    ]
    return frozenset(key for key in ARGUMENTS if f"{{{key}}}" in " ".join(texts)) | {
        "name",
        "recipient",
        "contact",
    }


def _stands(phrase: dict[str, str], values: dict[str, str]) -> bool:
    return phrase["of"] in values if "of" in phrase else phrase["unless"] not in values


def _source(fault: Fault, values: dict[str, str]) -> Problem:
    """Say of a fault which argument brought it in."""
    plain = fault.words.strip(" .,").casefold()
    path = next((key for key, value in values.items() if plain and plain in value.casefold()), "letter")
    if fault.kind == "missing_greeting":
        path = "recipient"
    message = f"{path} would be a fault in the letter, {fault.kind} ({fault.claim}): {fault.why}"
    return Problem(fault.kind, path, values.get(path, fault.words), message, fault.mend)


@cache
def _templates() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "letters.toml").read_text(encoding="utf-8"))
