"""``outcome read``: notes in your own words become a checklist."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from interview_outcome.cli.checklist_arguments import add_day, add_json, given_day, read_text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "read notes or a mail into a checklist, with the words that each answer rests on"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the notes and the day that "by Friday" counts from."""
    parser.add_argument("file", metavar="FILE", help="notes as text; - for standard input")
    add_day(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print what was read."""
    from interview_outcome.reading import read

    checklist = read(read_text(arguments.file, "note"), on=given_day(arguments))
    print(json.dumps(checklist.to_dict(), indent=2, ensure_ascii=False) if arguments.json else checklist)
    return 0
