"""The review of a letter: each fault with its place, why it is one, and how to mend it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from html import escape
from typing import Any

from interview_outcome.advice.letter import Letter
from interview_outcome.advice.letter_checks import CHECKS, LONGEST, SHORTEST
from interview_outcome.advice.letter_parts import split_letter, words_of
from interview_outcome.advice.letter_phrases import declared
from interview_outcome.checklist import Remark
from interview_outcome.errors import OutcomeError, Problem, shown

__all__ = ["FAULT_KINDS", "Fault", "LetterReview", "review_letter"]

FAULT_KINDS = tuple(CHECKS)
MOST_WORDS = 2_000  # beyond that it is no letter, and only its length is told
MOST_CHARACTERS = 20_000
_LENGTH_ALONE = Remark(
    "length_alone",
    (),
    "A text so long was judged by its length alone: shorten it, and have it reviewed again.",
)
_NO_SUBJECT = Remark(
    "subject_not_seen",
    (),
    "No subject was given, so it was not judged: write one with the position in it.",
    "G5",
)


@dataclass(frozen=True)
class Fault:
    r"""A fault of a letter.

    Parameters
    ----------
    kind : str
        One of `FAULT_KINDS`.
    claim : str
        The claim of the article that it offends.
    start, end : int
        Its place: ``text[start:end] == words``. Where something is missing, the two are equal.
    words : str
        The words, as they stand in the text; empty where something is missing.
    why, mend : str
        Why it is a fault, and how to mend it.

    Examples
    --------
    >>> fault = review_letter("Dear Ms Ali,\n\nThis is my last chance.\n\nRegards,\nBen, 07700 900123").faults[1]
    >>> fault.kind, fault.claim, fault.start, fault.end, fault.words
    ('pity', 'H6', 22, 36, 'my last chance')
    >>> fault.why
    'Pity and despair make the reader uneasy; nobody is hired out of pity.'
    >>> fault.mend
    'Leave your troubles and your doubts out; say what you can do for them.'
    """

    kind: str
    claim: str
    start: int
    end: int
    words: str
    why: str
    mend: str

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self)


@dataclass(frozen=True)
class LetterReview:
    r"""What is wrong with a letter, if anything.

    Parameters
    ----------
    verdict : str
        "send" where no fault was found, else "mend".
    faults : tuple of Fault
        In the order of their places.
    remarks : tuple of Remark
        What could not be judged.
    text : str
        The text that was reviewed, to which the places of the faults belong.

    Examples
    --------
    >>> review = review_letter("Dear Ms Ali,\n\nI look forward to starting.\n\nRegards,\nBen, 07700 900123")
    >>> review.verdict, [fault.kind for fault in review.faults], [remark.code for remark in review.remarks]
    ('mend', ['too_short', 'certainty'], ['subject_not_seen'])
    >>> review.text[:11]
    'Dear Ms Ali'
    """

    verdict: str
    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...] = ()
    text: str = field(default="", repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain data."""
        return {
            "verdict": self.verdict,
            "faults": [fault.to_dict() for fault in self.faults],
            "remarks": [remark.to_dict() for remark in self.remarks],
            "text": self.text,
        }

    def __str__(self) -> str:
        lines = [self._summary()]
        for number, faults in enumerate(self._by_kind(), 1):
            lines += [f"{number}. {_title(faults[0])}"]
            lines += [f"   {self._place(fault)}" for fault in faults]
            lines += [f"   Why: {faults[0].why}", f"   Mend: {faults[0].mend}"]
        return "\n".join([*lines, *(f"Note: {remark.text}" for remark in self.remarks)])

    def _repr_html_(self) -> str:
        items = "".join(
            f"<li><strong>{escape(_title(faults[0]))}</strong><br>"
            f"{'<br>'.join(escape(self._place(fault)) for fault in faults)}"
            f"<br>{escape(faults[0].why)}<br>{escape(faults[0].mend)}</li>"
            for faults in self._by_kind()
        )
        notes = "".join(f"<p>{escape(remark.text)}</p>" for remark in self.remarks)
        return f"<div><p><strong>{self._summary()}</strong></p><ol>{items}</ol>{notes}</div>"

    def _by_kind(self) -> list[list[Fault]]:
        kinds = dict.fromkeys(fault.kind for fault in self.faults)
        return [[fault for fault in self.faults if fault.kind == kind] for kind in kinds]

    def _summary(self) -> str:
        if not self.faults:
            return "Send it: no fault was found."
        return f"Mend it before you send it: {len(self.faults)} fault{'s' if len(self.faults) > 1 else ''}."

    def _place(self, fault: Fault) -> str:
        line = self.text.count("\n", 0, fault.start) + 1
        words = " ".join(fault.words.split())
        if len(words) > 80:
            words = words[:77] + "..."
        return f'line {line}: "{words}"' if words else f"line {line}"


def review_letter(
    text: str | Letter, *, subject: str | None = None, sender: str | None = None
) -> LetterReview:
    r"""Look for the faults that a letter after an interview should not have.

    Parameters
    ----------
    text : str or Letter
        The letter as it would be sent, with or without header lines (From, Subject). Places in a `Letter` count in
        its text, ``str(letter)``.
    subject, sender : str, optional
        Subject and address of the sender, where the text has no header lines for them. The places of the faults then
        count in the text with these lines set before it, which is the `text` of the review.

    Returns
    -------
    LetterReview
        Verdict, faults with their places, and what could not be judged.

    Raises
    ------
    OutcomeError
        If there is no letter: not a text, or a text without a word.

    Notes
    -----
    A subject is missing where header lines, a `Letter` or `subject` show that there is none; a bare text says nothing
    about it. ``docs/explanation/letters.md`` tells what counts as each fault, and how often the review was right on
    letters by writers who did not know its rules.

    Examples
    --------
    >>> print(review_letter(
    ...     "Dear Ms Ali,\n\nThank you for your time on Monday and for the talk about the new billing system. I look "
    ...     "forward to joining you.\n\nKind regards,\nBen Okoro\nben.okoro@example.org",
    ...     subject="Payroll clerk interview: thank you",
    ... ))
    Mend it before you send it: 1 fault.
    1. certainty (H7)
       line 5: "look forward to joining"
       Why: Writing as if you were hired already presses the reader, or looks naive.
       Mend: Speak of it as a possibility ("I would be glad to"), or say that you look forward to their decision.
    """
    whole = _whole(text, subject, sender)
    words = words_of(whole)
    if len(words) > MOST_WORDS or len(whole) > MOST_CHARACTERS:
        start = words[min(LONGEST, len(words) - 1)].start()
        return LetterReview("mend", (_fault("too_long", whole, start, start),), (_LENGTH_ALONE,), whole)
    parts = split_letter(whole)
    faults = [_fault(kind, whole, *span) for kind, check in CHECKS.items() for span in check(parts)]
    faults.sort(key=lambda fault: (fault.start, fault.end))
    remarks = () if parts.is_mail or parts.subject else (_NO_SUBJECT,)
    return LetterReview("mend" if faults else "send", tuple(faults), remarks, whole)


def _whole(text: str | Letter, subject: str | None, sender: str | None) -> str:
    """Give the letter as one text with its header lines; raise `OutcomeError` where there is none."""
    given: list[tuple[str, object, tuple[type, ...], str, str]] = [
        (
            "text",
            text,
            (str, Letter),
            "a text or a Letter",
            "Give the letter itself, not a path or a list of lines.",
        ),
        ("subject", subject, (str, type(None)), "a text", "Write the subject in quotation marks."),
        ("sender", sender, (str, type(None)), "a text", "Write the address in quotation marks."),
    ]
    if isinstance(text, Letter):
        hint = "Make the letter anew, with texts."
        given += [
            (f"text.{name}", getattr(text, name), (str,), "a text", hint) for name in ("subject", "body")
        ]
    problems = [
        Problem("bad_type", name, value, f"{name} is {shown(value)}; allowed: {allowed}.", hint)
        for name, value, kinds, allowed, hint in given
        if not isinstance(value, kinds)
    ]
    if problems:
        raise OutcomeError(problems)
    letter = str(text)
    if not words_of(text.body if isinstance(text, Letter) else letter):
        message = f"The letter is {shown(letter)}; allowed: a text with words in it."
        raise OutcomeError(
            [Problem("empty", "text", text, message, "Paste the letter that you mean to send.")]
        )
    lines = (("From", sender), ("Subject", subject))
    head = [f"{name}: {' '.join(value.split())}" for name, value in lines if value is not None]
    return "\n".join([*head, "", letter]) if head else letter


def _fault(kind: str, text: str, start: int, end: int) -> Fault:
    entry = declared()["kinds"][kind]
    why = entry["why"].format(longest=LONGEST, shortest=SHORTEST)
    return Fault(kind, entry["claim"], start, end, text[start:end], why, entry["mend"])


def _title(fault: Fault) -> str:
    return f"{fault.kind.replace('_', ' ')} ({fault.claim})"
