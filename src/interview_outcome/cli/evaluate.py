"""``outcome evaluate``: how true a model's likelihoods were on interviews whose results are known."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from interview_outcome.cli.checklist_arguments import add_json, add_model, given_model
from interview_outcome.cli.outcome_arguments import add_outcomes, add_table_day, given_number
from interview_outcome.errors import MissingExtraError, OutcomeError, Problem, WeakEvidenceWarning
from interview_outcome.new_file import check_target, new_file

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from interview_outcome.learning.evaluation import Evaluation
    from interview_outcome.model import Model

HELP = "measure how true the likelihoods were, on a table of interviews with their results"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the table, the base rates, the day, the intervals and the picture."""
    add_outcomes(parser)
    parser.add_argument(
        "--base-rate",
        choices=("model", "sample"),
        default="model",
        help="the model's base rates (the default), or the sample's own mix, for interviews that were picked",
    )
    add_table_day(parser)
    parser.add_argument("--level", default="0.8", metavar="SHARE", help="of the intervals (0.8 unless told)")
    parser.add_argument("--seed", default="0", metavar="N", help="of resamples and folds (0 unless told)")
    parser.add_argument(
        "--plot", metavar="FILE", help="draw the calibration into a file, such as .png or .svg"
    )
    add_model(parser)
    parser.add_argument(
        "--against",
        metavar="FILE|shipped",
        help="a second model to compare with; shipped: the one that comes with the package",
    )
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print an evaluation; what is weak about the table stands among its remarks."""
    from interview_outcome.learning.evaluation import evaluate
    from interview_outcome.learning.outcome_file import read_frame

    if arguments.plot is not None:
        check_target(arguments.plot)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", WeakEvidenceWarning)
        evaluation = evaluate(
            read_frame(arguments.file),
            model=given_model(arguments),
            against=_other_model(arguments.against),
            base_rate=arguments.base_rate,
            on=arguments.on,
            level=given_number("level", arguments.level, float),
            seed=given_number("seed", arguments.seed, int),
        )
    if arguments.plot is not None:
        _draw(evaluation, arguments.plot)
    print(json.dumps(evaluation.to_dict(), indent=2) if arguments.json else evaluation)
    return 0


def _other_model(name: str | None) -> Model | None:
    from interview_outcome.model import load, shipped

    if name is None:
        return None
    return shipped() if name == "shipped" else load(name)


def _draw(evaluation: Evaluation, path: str) -> None:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("matplotlib", "plot") from None
    figure = Figure(figsize=(5.2, 4.8), layout="constrained")
    evaluation.plot_calibration(ax=figure.add_subplot())
    kind = Path(path).suffix.removeprefix(".") or "png"
    with new_file(path) as file:
        try:
            figure.savefig(file.name, format=kind, dpi=150)  # by name: some formats are text, others bytes
        except Exception as error:  # noqa: BLE001  whatever is raised by the programs behind a format, such as LaTeX
            why = getattr(error, "strerror", None) or error
            message = f"{path} cannot be drawn: {why}."
            hint = "Give a name that ends in .png, .svg or .pdf."
            raise OutcomeError([Problem("cannot_write", path, None, message, hint)]) from None
