"""``outcome letter``: draft a letter to them, or review one of your own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from interview_outcome.advice.letter_arguments import ARGUMENTS
from interview_outcome.advice.letters import KINDS
from interview_outcome.checklist_values import CONTEXT_KEYS, DATE_KEYS
from interview_outcome.cli.checklist_arguments import (
    CONTEXT_HELP,
    add_day,
    add_json,
    given_checklist,
    given_day,
    read_text,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "draft a letter after an interview, or review one of your own"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the two things to do with a letter."""
    what = parser.add_subparsers(title="what to do", metavar="draft|review", required=True)
    _add_draft(what.add_parser("draft", help="draft a letter", description="Draft a letter to them."))
    _add_review(what.add_parser("review", help="review a letter", description="Find the faults of a letter."))


def _add_draft(parser: ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help=f"one of: {', '.join(KINDS)}")
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="a checklist with the dates; - for standard input"
    )
    for name, (what, _) in ARGUMENTS.items():
        parser.add_argument(f"--{name}", metavar="TEXT", help=what)
    for key in DATE_KEYS:
        parser.add_argument(f"--{key.replace('_', '-')}", metavar="DATE", help=CONTEXT_HELP[key])
    add_day(parser)
    add_json(parser)
    # What a checklist can be given by elsewhere, and is not here.
    others = {key: None for key in CONTEXT_KEYS if key not in DATE_KEYS}
    parser.set_defaults(letter=_draft, notes=None, yes=[], no=[], **others)


def _add_review(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="the letter as text, a mail with its header lines; - for standard input"
    )
    add_json(parser)
    parser.set_defaults(letter=_review)


def run(arguments: Namespace) -> int:
    """Print a letter, or a review of one."""
    found = arguments.letter(arguments)
    print(json.dumps(found.to_dict(), indent=2, ensure_ascii=False) if arguments.json else found)
    return 0


def _draft(arguments: Namespace) -> Any:
    from interview_outcome.advice.letters import draft_letter

    given = {name: getattr(arguments, name) for name in ARGUMENTS}
    return draft_letter(
        arguments.kind, **given, checklist=given_checklist(arguments), on=given_day(arguments)
    )


def _review(arguments: Namespace) -> Any:
    from interview_outcome.advice.letters import review_letter

    return review_letter(read_text(arguments.file, "letter"))
