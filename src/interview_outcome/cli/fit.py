"""``outcome fit``: a model of one's own, learned from interviews whose results are known."""

from __future__ import annotations

import json
import os
import warnings
from typing import TYPE_CHECKING

from interview_outcome.cli.checklist_arguments import add_json, add_model, given_model, today
from interview_outcome.cli.outcome_arguments import add_outcomes, add_table_day
from interview_outcome.errors import OutcomeError, Problem, WeakEvidenceWarning

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "learn from a table of interviews with their results, starting from what the model knows"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the table, where the model goes, how the interviews came together, and what does not learn."""
    add_outcomes(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="where the model is written, as JSON; it may take the place of the model that it starts from",
    )
    parser.add_argument(
        "--mix",
        metavar="{record,collection}",
        help="needed. record: every interview of a period, so that base rates learn too; collection: picked interviews",
    )
    add_table_day(parser)
    parser.add_argument(
        "--learn-waiting",
        action="store_true",
        help="let the signs of waiting learn too: only where no row counts as refused because no answer came",
    )
    parser.add_argument("--version", metavar="TEXT", help="of the new model, for those who will ask")
    add_model(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Fit, write the model, and say what it learned."""
    if arguments.mix is None:
        message = "--mix is missing; nobody but you can know it."
        hint = (
            "Write --mix record if the table holds every interview of a period, whatever its result, "
            "and --mix collection if the interviews were picked."
        )
        raise OutcomeError([Problem("bad_mix", "mix", None, message, hint)])
    from interview_outcome.display.learning import fit_text
    from interview_outcome.learning.fitting import HELD, fit
    from interview_outcome.learning.outcome_file import read_frame
    from interview_outcome.model import shipped

    _check_output(arguments.file, arguments.output)
    prior = given_model(arguments) or shipped()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", WeakEvidenceWarning)  # it stands among the remarks
        model = fit(
            read_frame(arguments.file),
            mix=arguments.mix,
            model=prior,
            on=arguments.on,
            held=() if arguments.learn_waiting else HELD,
            version=arguments.version,
            created=today(),
        )
    model.save(arguments.output)
    if arguments.json:
        told = {"output": arguments.output, "version": model.version, "created": model.created}
        print(json.dumps(told | model.provenance["fit"], indent=2))
    else:
        print(fit_text(prior, model))
        print(f"\nWritten to {arguments.output}. `outcome score --model {arguments.output}` scores with it.")
    return 0


def _check_output(table: str, output: str) -> None:
    """Refuse an output that cannot be written, or is the table itself, before anything is computed for it."""
    from interview_outcome.new_file import check_target

    target = check_target(output)
    if os.path.exists(table) and os.path.exists(target) and os.path.samefile(table, target):  # noqa: PTH110, PTH121
        message = f"{output} cannot be written: it is the table, which the model would take the place of."
        raise OutcomeError(
            [Problem("cannot_write", output, None, message, "Write for example -o mine.json.")]
        )
