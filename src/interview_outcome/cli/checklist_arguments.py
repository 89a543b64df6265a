"""What the commands share that take a checklist: a file, answers and context given as options, the day, the model."""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist import parse
from interview_outcome.checklist_entries import entries_of
from interview_outcome.checklist_values import CONTEXT_KEYS, parse_day
from interview_outcome.errors import OutcomeError, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from interview_outcome.checklist import Checklist
    from interview_outcome.model import Model

__all__ = [
    "CONTEXT_HELP", "add_checklist", "add_day", "add_json", "add_model", "given_checklist", "given_day", "given_model",
    "read_text", "whole_number",
]  # fmt: skip

MOST_BYTES = 1_000_000
CONTEXT_HELP = {
    "stage": "the round just behind you: phone, first, later, final",
    "candidates": "people still in the running, you included",
    "interviewer": "agency, recruiter, manager, panel",
    "structured": "yes if everybody gets the same questions",
    "pace": "how fast this kind of employer answers: fast, usual, slow",
    "interviewed_on": "day of the interview, as 2026-11-16",
    "contact_by": "the day that they named",
    "contacted_on": "the day when you asked",
    "heard_on": "the day of their last word to you",
}


def add_checklist(parser: ArgumentParser) -> None:
    """Add a file, notes, answers and context."""
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="a checklist, JSON or TOML; - for standard input. Where options say otherwise, the options count",
    )
    parser.add_argument(
        "--notes",
        metavar="FILE",
        help="notes in your own words; - for standard input. Where FILE or options say otherwise, they count",
    )
    parser.add_argument("--yes", action="append", default=[], metavar="SIGNAL", help="a signal that was seen")
    parser.add_argument(
        "--no", action="append", default=[], metavar="SIGNAL", help="a signal that was missing"
    )
    for key in CONTEXT_KEYS:
        parser.add_argument(f"--{key.replace('_', '-')}", metavar="VALUE", help=CONTEXT_HELP[key])


def add_day(parser: ArgumentParser) -> None:
    """Add the day of the question."""
    parser.add_argument(
        "--on", metavar="DATE", help="the day of the question, as 2026-11-20; otherwise today"
    )


def add_model(parser: ArgumentParser) -> None:
    """Add another model than the one that comes with the package."""
    parser.add_argument("--model", metavar="FILE", help="a model of your own, from `outcome fit`")


def add_json(parser: ArgumentParser) -> None:
    """Add output for programs."""
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def given_day(arguments: Namespace) -> Any:
    """Give the day of the question: the one that was given, or today."""
    return today() if arguments.on is None else parse_day(arguments.on)


def today() -> date:
    """Give today: the one place of the library that looks at the clock."""
    from datetime import date

    return date.today()  # noqa: DTZ011  the day where the candidate is


def given_model(arguments: Namespace) -> Model | None:
    """Give the model of a file, or None for the one that comes with the package."""
    if arguments.model is None:
        return None
    from interview_outcome.model import load

    return load(arguments.model)


def given_checklist(arguments: Namespace) -> Checklist:
    """Put together what file, notes and options say; an option outweighs the file, and both the notes."""
    if arguments.file == "-" == arguments.notes:
        problem = Problem("two_inputs", "-", "-", "Standard input cannot be both the checklist and the notes.",
                          "Give one of them as a file.")  # fmt: skip
        raise OutcomeError([problem])
    options = _options(arguments)
    entries, problems = entries_of({} if arguments.file is None else _file_answers(arguments.file))
    answers = dict(entries)
    if arguments.notes is None:
        return _checked(answers | options, problems)
    from interview_outcome.reading import read

    written_on = arguments.interviewed_on or given_day(arguments)
    notes = read(read_text(arguments.notes, "notes"), on=written_on)
    given = _checked(notes.answers | notes.context | answers | options, problems)
    known = given.answers | given.context
    evidence = tuple(item for item in notes.evidence if known.get(item.signal) == item.answer)
    return replace(notes, answers=given.answers, context=given.context, evidence=evidence)


def _checked(answers: dict[str, Any], problems: list[Problem]) -> Checklist:
    """Check what was put together; tell it with the problems that the file has besides."""
    try:
        known = parse(answers)
    except OutcomeError as error:
        raise OutcomeError([*problems, *error.problems]) from None
    if problems:
        raise OutcomeError(problems)
    return known


def read_text(name: str, what: str) -> str:
    """Read a text file or standard input, bounded in size."""
    if name == "-" and sys.stdin is None:
        problem = Problem("no_input", "-", None, "Standard input is closed.", "Give the name of a file.")
        raise OutcomeError([problem])
    if not name:
        problem = Problem(
            "no_input", "file", "", "The name of the file is empty.", "Give the name of a file."
        )
        raise OutcomeError([problem])
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        message = f"{name} cannot be read: {why}."
        hint = f"Write --yes {name} or --no {name}." if name in signals else "Check the path."
        raise OutcomeError([Problem("cannot_read", name, None, message, hint)]) from None
    if len(raw) > MOST_BYTES:
        message = f"{name} is larger than {MOST_BYTES:,} bytes; no {what} is."
        raise OutcomeError([Problem("too_large", name, None, message, "Give the right file.")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{name} is not text in UTF-8."
        raise OutcomeError([Problem("not_text", name, None, message, "Save it as UTF-8 text.")]) from None


def _file_answers(name: str) -> dict[str, Any]:
    """Read a checklist file: TOML by its extension, JSON by its extension or else by its first sign."""
    text = read_text(name, "checklist")
    toml = name.endswith(".toml") or (not name.endswith(".json") and not text.lstrip().startswith(("{", "[")))
    try:
        data = tomllib.loads(text) if toml else json.loads(text, object_pairs_hook=_no_doubles)
    except (ValueError, RecursionError) as error:
        if isinstance(error, OutcomeError):
            raise
        why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error).split(";")[0]
        message = f"{name} is not valid {'TOML' if toml else 'JSON'}: {why}."
        hint = 'A checklist looks like {"stage": "final", "cut_short": false}.'
        if toml:
            hint = 'Write true or false, or words in quotes: cut_short = false, praised = "yes", stage = "final".'
        raise OutcomeError([Problem("bad_file", name, None, message, hint)]) from None
    if not isinstance(data, dict):
        message = f"{name} holds no checklist: it must be a table of signals and answers."
        hint = 'Write for example {"stage": "final", "cut_short": false}.'
        raise OutcomeError([Problem("bad_file", name, None, message, hint)])
    return data


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        doubles = sorted({key for key in keys if keys.count(key) > 1})
        raise OutcomeError(
            [
                Problem("twice", key, None, f"{key} is given more than once.", "Keep one answer.")
                for key in doubles
            ]
        )
    return found


def _options(arguments: Namespace) -> dict[str, Any]:
    both = sorted(set(arguments.yes) & set(arguments.no))
    if both:
        raise OutcomeError(
            [
                Problem("twice", signal, None, f"{signal} is given as both yes and no.", "Keep one answer.")
                for signal in both
            ]
        )
    options: dict[str, Any] = dict.fromkeys(arguments.no, False)
    options |= dict.fromkeys(arguments.yes, True)
    for key in CONTEXT_KEYS:
        value = getattr(arguments, key)
        if value is not None:
            options[key] = whole_number(value) if key == "candidates" else value
    return options


def whole_number(text: str) -> Any:
    """Give a whole number, or the text as it is, for the error that names it."""
    return int(text) if text.strip().isdecimal() and len(text) < 10 else text
