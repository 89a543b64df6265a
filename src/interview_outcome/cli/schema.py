"""``outcome schema``: the JSON Schema of a checklist or of an estimate."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from interview_outcome.json_schema import SCHEMAS, schema

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "print the JSON Schema of a checklist, for forms and tools"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which schema."""
    parser.add_argument(
        "what", nargs="?", default="checklist", metavar="WHAT", help=f"one of: {', '.join(SCHEMAS)}"
    )
    parser.add_argument("--json", action="store_true", help="no effect: a schema is JSON already")


def run(arguments: Namespace) -> int:
    """Print a schema."""
    print(json.dumps(schema(arguments.what), indent=2, ensure_ascii=False))
    return 0
