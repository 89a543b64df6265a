"""``outcome signals``: list, search or explain the signals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from interview_outcome.catalogue import FAMILIES, PHASES, signals
from interview_outcome.cli.checklist_arguments import add_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "list the signals, search them, or show one in full"


def add_arguments(parser: ArgumentParser) -> None:
    """Add a signal, a search and filters."""
    parser.add_argument("signal", nargs="?", metavar="SIGNAL", help="show this one in full")
    parser.add_argument(
        "--search", metavar="WORDS", help="only those whose name or question has all the words"
    )
    parser.add_argument("--family", metavar="FAMILY", help=f"only one of: {', '.join(FAMILIES)}")
    parser.add_argument("--phase", metavar="PHASE", help=f"only one of: {', '.join(PHASES)}")
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print one signal in full, or the list."""
    if arguments.signal is not None:
        signal = signals[arguments.signal]
        print(json.dumps(signal.to_dict(), indent=2) if arguments.json else signal)
        return 0
    found = signals.filter(family=arguments.family, phase=arguments.phase)
    if arguments.search is not None:
        wanted = signals.search(arguments.search)
        found = tuple(signal for signal in found if signal in wanted)
    if arguments.json:
        print(json.dumps([signal.to_dict() for signal in found], indent=2))
        return 0
    for signal in found:
        print(f"{signal.id:<38} {signal.direction}  {signal.question}")
    if not found:
        print("No signal fits. `outcome signals` lists them all.")
    return 0
