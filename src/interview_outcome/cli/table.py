"""``outcome table``: score every interview of a file."""

from __future__ import annotations

import json
import signal
import sys
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from interview_outcome.cli.checklist_arguments import add_json, add_model, given_model
from interview_outcome.errors import MisspelledColumnWarning

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterator

HELP = "score every interview of a CSV, Parquet or JSON lines file"
_WIDTH = 30


def add_arguments(parser: ArgumentParser) -> None:
    """Add the files, the day, what is added, and what becomes of bad rows."""
    parser.add_argument(
        "file", metavar="IN", help="a table, one interview a row: .csv, .parquet, .jsonl, .ndjson"
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="where the scored table is written"
    )
    parser.add_argument(
        "--on",
        metavar="DATE",
        help="the day of the question, as 2026-11-20, or a column of days; otherwise the column `on`, if any",
    )
    parser.add_argument("--no-interval", action="store_true", help="leave out low and high, which is faster")
    reasons = parser.add_mutually_exclusive_group()
    reasons.add_argument("--log-odds", action="store_true", help="add a column of log-odds for each reason")
    reasons.add_argument(
        "--reasons", type=int, default=0, metavar="N", help="add the N strongest reasons in words"
    )
    parser.add_argument("--prefix", default="", metavar="TEXT", help="set before the names of new columns")
    parser.add_argument(
        "--bad-rows",
        choices=("stop", "skip"),
        default="stop",
        help="stop at rows with problems, or write them to a file beside OUT and go on",
    )
    add_model(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Score the file; say how many rows, and where they are."""
    from interview_outcome.frames.files.scoring import score_file

    model = given_model(arguments)
    with _tidy_when_killed(), _bar() as progress, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", MisspelledColumnWarning)
        found = score_file(
            arguments.file,
            arguments.output,
            skip_bad_rows=arguments.bad_rows == "skip",
            interval=not arguments.no_interval,
            reasons=True if arguments.log_odds else arguments.reasons,
            on=arguments.on,
            model=model,
            prefix=arguments.prefix,
            progress=progress,
        )
    for warning in caught:
        print(f"outcome: note: {warning.message}", file=sys.stderr)
    print(json.dumps(found.to_dict(), indent=2) if arguments.json else found)
    return 0


@contextmanager
def _tidy_when_killed() -> Iterator[None]:
    """Take a request to end, or a terminal that closes, as Ctrl-C, so that what is half-written is removed."""
    asked = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {each: signal.getsignal(each) for each in asked}
    for each in asked:
        if before[each] != signal.SIG_IGN:  # as nohup wants it
            signal.signal(each, signal.default_int_handler)
    try:
        yield
    finally:
        for each in asked:
            signal.signal(each, before[each])


@contextmanager
def _bar() -> Iterator[Callable[[int, float], None] | None]:
    """Give a bar that is drawn over itself, for people who watch; its line ends where the work does."""
    if not sys.stderr.isatty():
        yield None
        return
    drawn = False

    def show(rows: int, share: float) -> None:
        nonlocal drawn
        drawn = True
        done = round(min(share, 1.0) * _WIDTH)
        bar = "#" * done + "." * (_WIDTH - done)
        print(f"\r{bar} {rows:,} interviews", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        if drawn:
            print(file=sys.stderr)
