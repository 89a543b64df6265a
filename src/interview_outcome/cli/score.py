"""``outcome score``: the likelihood of an offer from a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.cli.checklist_arguments import (
    add_checklist,
    add_day,
    add_json,
    add_model,
    given_checklist,
    given_day,
    given_model,
)
from interview_outcome.errors import OutcomeError, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "the likelihood of an offer, from a file, from notes or from options"


def add_arguments(parser: ArgumentParser) -> None:
    """Add a checklist, the day, the model, the level of the interval."""
    add_checklist(parser)
    add_day(parser)
    add_model(parser)
    parser.add_argument(
        "--level", default="0.8", metavar="SHARE", help="of the interval, such as 0.8 (the default)"
    )
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print an estimate."""
    from interview_outcome.estimate import score

    checklist = given_checklist(arguments)
    estimate = score(
        checklist, on=given_day(arguments), level=_level(arguments.level), model=given_model(arguments)
    )
    if arguments.json:
        print(estimate.to_json(indent=2))
        return 0
    if checklist.text:
        print(checklist, end="\n\n")
    print(estimate)
    if not checklist.answers and not checklist.context:
        print("Give signals with --yes and --no; `outcome signals` lists them, `outcome ask` asks you.")
    else:
        print("Next: `outcome advise` says what to do and when, `outcome ask` what else to look back for.")
    return 0


def _level(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        message = f"level is {text!r}; allowed: a number between 0 and 1."
        hint = "Write 0.8 for an 80% interval."
        raise OutcomeError([Problem("bad_level", "level", text, message, hint)]) from None
