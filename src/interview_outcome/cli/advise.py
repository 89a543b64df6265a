"""``outcome advise``: what to do after an interview, and when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from interview_outcome.cli.checklist_arguments import (
    add_checklist,
    add_day,
    add_json,
    add_model,
    given_checklist,
    given_day,
    given_model,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "what to do next and when: thanks, waiting, asking, and when to stop"


def add_arguments(parser: ArgumentParser) -> None:
    """Add a checklist, the day, holidays, the level, the model."""
    add_checklist(parser)
    add_day(parser)
    parser.add_argument(
        "--holiday",
        action="append",
        default=[],
        metavar="DATE",
        help="a day on which nobody works; can be repeated",
    )
    parser.add_argument(
        "--no-below",
        default="0.1",
        metavar="SHARE",
        help="count silence as a no below this likelihood (default 0.1)",
    )
    add_model(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print a plan."""
    from interview_outcome.advice.steps import advise

    found = advise(
        given_checklist(arguments),
        on=given_day(arguments),
        holidays=arguments.holiday,
        no_below=_share(arguments.no_below),
        model=given_model(arguments),
    )
    print(json.dumps(found.to_dict(), indent=2, ensure_ascii=False) if arguments.json else found)
    if any(action.letters for action in found.actions) and not arguments.json:
        print("Next: `outcome letter draft LETTER` drafts a letter of the kind that is named.")
    return 0


def _share(text: str) -> Any:
    """Give a number, or the text as it is, for the error that names it."""
    try:
        return float(text)
    except ValueError:
        return text
