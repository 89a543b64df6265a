"""``outcome timeline``: the likelihood for each further day without an answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from interview_outcome.catalogue import signals
from interview_outcome.cli.checklist_arguments import (
    add_checklist,
    add_day,
    add_json,
    add_model,
    given_checklist,
    given_day,
    given_model,
    whole_number,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "what each further day without an answer makes of the likelihood"


def add_arguments(parser: ArgumentParser) -> None:
    """Add a checklist, the first day, how many days, the model."""
    add_checklist(parser)
    add_day(parser)
    parser.add_argument(
        "--days", default="30", metavar="NUMBER", help="how many days, up to 365 (default 30)"
    )
    add_model(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print a timeline."""
    from interview_outcome.advice.timeline import timeline

    checklist, on = given_checklist(arguments), given_day(arguments)
    later = {"contacted_on", "heard_on"} & checklist.context.keys()
    ahead = checklist.context.get("interviewed_on", on) > on and not later
    if arguments.on is None and ahead and all(signals[key].phase == "context" for key in checklist.answers):
        on = None  # an interview that lies ahead, of which nothing was seen, is where the wait starts
    days = whole_number(arguments.days)
    found = timeline(checklist, days=days, on=on, model=given_model(arguments))
    print(json.dumps(found.to_dict(), indent=2, ensure_ascii=False) if arguments.json else found)
    return 0
