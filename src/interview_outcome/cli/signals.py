"""``outcome signals``: list, search or explain the signals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import FAMILIES, PHASES, signals
from interview_outcome.cli.checklist_arguments import add_json, add_model, given_model

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from interview_outcome.catalogue import Signal
    from interview_outcome.model import Model

HELP = "list the signals, search them, or show one in full"


def add_arguments(parser: ArgumentParser) -> None:
    """Add a signal, a search and filters."""
    parser.add_argument("signal", nargs="?", metavar="SIGNAL", help="show this one in full")
    parser.add_argument(
        "--search", metavar="WORDS", help="only those whose name or question has all the words"
    )
    parser.add_argument("--family", metavar="FAMILY", help=f"only one of: {', '.join(FAMILIES)}")
    parser.add_argument("--phase", metavar="PHASE", help=f"only one of: {', '.join(PHASES)}")
    add_model(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print one signal in full, or the list."""
    model = given_model(arguments)
    if arguments.signal is not None:
        signal = signals[arguments.signal]
        print(json.dumps(_data(signal, model), indent=2) if arguments.json else _in_full(signal, model))
        return 0
    found = signals.filter(family=arguments.family, phase=arguments.phase)
    if arguments.search is not None:
        wanted = signals.search(arguments.search)
        found = tuple(signal for signal in found if signal in wanted)
    if arguments.json:
        print(json.dumps([_data(signal, model) for signal in found], indent=2))
    elif found:
        print("\n".join(_lines(found, model)))
    else:
        print("No signal fits. `outcome signals` lists them all.")
    return 0


def _in_full(signal: Signal, model: Model | None) -> str:
    from interview_outcome.display.catalogue import signal_text

    return signal_text(signal, model)


def _data(signal: Signal, model: Model | None) -> dict[str, Any]:
    """Give a signal as plain data, with its weights in a model of one's own."""
    if model is None:
        return signal.to_dict()
    yes, no = (model.weights[signal.id, answer]._asdict() for answer in (True, False))
    return signal.to_dict() | {"model_version": model.version, "weights": {"yes": yes, "no": no}}


def _lines(found: tuple[Signal, ...], model: Model | None) -> list[str]:
    """List signals under a heading: which way a yes speaks, or both weights in a model of one's own."""
    from interview_outcome.display.text import signed

    if model is None:
        head, marks = "a yes", {signal.id: f"  {signal.direction}  " for signal in found}
        legend = "+ a yes speaks for an offer, - against it, 0 neither."
    else:
        head = f"{'yes':>5}  {'no':>5}"
        marks = {
            signal.id: "  ".join(
                f"{signed(model.weights[signal.id, answer].weight):>5}" for answer in (True, False)
            )
            for signal in found
        }
        legend = f"Weights in model {model.version}, in log-odds."
    lines = [f"{'signal':<38} {head}  question"]
    lines += [f"{signal.id:<38} {marks[signal.id]}  {signal.question}" for signal in found]
    return [*lines, "", f"{legend} `outcome signals SIGNAL` shows one in full."]
