"""The checks of a letter: each gives the places of one kind of fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.advice.letter_address import is_unserious
from interview_outcome.advice.letter_parts import has_contacts, sentences_of, words_of
from interview_outcome.advice.letter_phrases import words_in
from interview_outcome.advice.letter_tone import (
    certainty,
    flattery,
    pity,
    says_everything,
    too_many_thanks,
    too_much_emotion,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_outcome.advice.letter_parts import Parts, Spans

__all__ = ["CHECKS", "LONGEST", "SHORTEST"]

LONGEST, SHORTEST = 250, 20  # words between the greeting and the sign-off


def missing_subject(parts: Parts) -> Spans:
    """Give the place of a subject that is missing or says nothing, where the text is a mail."""
    words = [word.strip("()[]<>.!?,\"'*_-").casefold() for word in parts.subject.split()]
    if not parts.is_mail or any(word and word not in words_in("empty_subjects") for word in words):
        return []
    value, start = parts.headers.get("subject", ("", parts.body))
    return [(start, start + len(value))]


def unserious_address(parts: Parts) -> Spans:
    """Give the addresses of the sender that look unserious."""
    return [
        (start, end)
        for start, end in parts.senders
        if is_unserious(parts.plain[start:end], parts.sender_names)
    ]


def missing_greeting(parts: Parts) -> Spans:
    """Give the greeting that names nobody, or the place where none is."""
    if parts.greeting is None:
        return [(parts.body, parts.body)]
    return [] if parts.greeting.by_name else [(parts.greeting.start, parts.greeting.end)]


def missing_contacts(parts: Parts) -> Spans:
    """Give the end of a letter without phone number, address or profile; those in header lines do not count."""
    return [] if has_contacts(parts.plain[parts.body :]) else [(parts.end, parts.end)]


def too_long(parts: Parts) -> Spans:
    """Give the sentence in which the message grows too long."""
    words = words_of(parts.plain[parts.message : parts.signature])
    if len(words) <= LONGEST:
        return []
    place = parts.message + words[LONGEST].start()
    return [span for span in sentences_of(parts.plain, parts.message, parts.signature) if span[1] > place][:1]


def too_short(parts: Parts) -> Spans:
    """Give the message that is too short."""
    words = words_of(parts.plain[parts.message : parts.signature])
    if len(words) >= SHORTEST:
        return []
    if not words:
        return [(parts.message, parts.message)]
    return [(parts.message + words[0].start(), parts.message + words[-1].end())]


CHECKS: dict[str, Callable[[Parts], Spans]] = {
    check.__name__: check
    for check in (
        missing_subject, unserious_address, missing_greeting, too_many_thanks, flattery, too_much_emotion, pity,
        certainty, says_everything, missing_contacts, too_long, too_short,
    )
}  # fmt: skip
