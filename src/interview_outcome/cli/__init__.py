"""The command line: ``outcome COMMAND``, also ``python -m interview_outcome COMMAND``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from importlib import import_module
from typing import TYPE_CHECKING

from interview_outcome import __version__
from interview_outcome.errors import OutcomeError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMMANDS", "main"]

# Each command is a module of this package with HELP, add_arguments(parser) and run(arguments).
COMMANDS = (
    "score", "ask", "advise", "timeline", "read", "letter", "signals", "schema", "table", "evaluate", "fit",
)  # fmt: skip
_DESCRIPTION = "What an interview's signals are worth: a likelihood of an offer, with reasons and advice."
_EPILOG = """examples:
  outcome score --stage final --candidates 3 --yes contact_date_given --no cut_short
  outcome score interview.toml
  outcome ask
  outcome COMMAND --help"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give 0, or 2 with a message for people where the input is bad."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a sign shows "?" rather than an error.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    chosen = Namespace()
    try:
        _parse(given, chosen)
        code: int = chosen.run(chosen)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OutcomeError as error:
        from interview_outcome.cli.wording import as_typed

        print(f"outcome: {as_typed(error, chosen)}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the pipe has gone; what is left in the buffer has nowhere to go.
        sys.stdout = None
        return 0
    except OSError as error:
        print(f"outcome: the output cannot be written: {error.strerror or error}.", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print("\noutcome: stopped", file=sys.stderr)
        return 130
    return code


def _parse(given: list[str], chosen: Namespace) -> None:
    """Read the command line; a file may stand after the options too."""
    parser = _parser(given)
    _, rest = parser.parse_known_args(given, chosen)
    if len(rest) == 1 and not rest[0].startswith("-") and getattr(chosen, "file", "") is None:
        chosen.file = rest[0]
    elif rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")


def _parser(given: list[str]) -> ArgumentParser:
    parser = ArgumentParser(
        "outcome", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"interview-outcome {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    # Only the command that is called is loaded, unless the help lists them all.
    wanted = [name for name in COMMANDS if name in given[:1]] or COMMANDS
    for name in wanted:
        module = import_module(f"{__name__}.{name}")
        command = commands.add_parser(
            name, help=module.HELP, description=module.HELP, formatter_class=RawDescriptionHelpFormatter
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser
