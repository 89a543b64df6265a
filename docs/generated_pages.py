"""Reference pages made from the package: every signal, every rule, the schemas, the command line."""

from __future__ import annotations

import io
import json
from argparse import ArgumentParser
from contextlib import redirect_stdout
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING

from interview_outcome import rules, schema, signals
from interview_outcome.cli import COMMANDS
from interview_outcome.json_schema import SCHEMAS
from interview_outcome.model import Weight, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from interview_outcome.catalogue import Signal

_PHASES = {
    "context": "What is known before the interview",
    "during": "What is seen during the interview",
    "candidate": "What the candidate does and feels",
    "closing": "What is said at the close",
    "after": "What happens afterwards",
}
_MADE = "<!-- Made by docs/generated_pages.py at each build. -->\n"


def write_pages(folder: Path) -> None:
    """Write all generated pages into a folder."""
    pages = {"signals.md": signals_page(), "rules.md": rules_page(), "schemas.md": schemas_page(),
             "command-line.md": command_line_page()}  # fmt: skip
    for name, text in pages.items():
        (folder / name).write_text(_MADE + text, encoding="utf-8")


def signals_page() -> str:
    """Give the page of every signal with its question, weights, reasons and sources."""
    parts = ["# Signals\n", "Weights are log-odds of an offer. *Published* is the weight as if the signal were the "
             "only one; *in the model* is what it weighs after the global factor, the coded interviews and the "
             "rules' order. One log-odds of 0.4 moves an even chance by about ten points.\n"]  # fmt: skip
    for phase, group in groupby(signals, key=lambda signal: signal.phase):
        parts.append(f"## {_PHASES[phase]}\n")
        parts += [_signal_entry(signal) for signal in group]
    return "\n".join(parts)


def _signal_entry(signal: Signal) -> str:
    rows = [_weight_row(signal, answer=answer) for answer in (True, False)]
    sources = []
    if signal.claims:
        sources.append(f"article {', '.join(signal.claims)}")
    if signal.figures:
        sources.append(f"published figures {', '.join(signal.figures)}")
    sources.append(
        "looked for in the coded interviews" if signal.coded else "not looked for in the coded interviews"
    )
    return "\n".join([
        f"### `{signal.id}`\n", f"**{signal.question}**\n", f"Family {signal.family}; {'; '.join(sources)}.\n",
        "| answer | says | published | sd | in the model | offers, refusals with it |", "|---|---|---|---|---|---|",
        *rows, "", f"{signal.reason}\n",
    ])  # fmt: skip


def _weight_row(signal: Signal, *, answer: bool) -> str:
    weight: Weight = shipped().weights[signal.id, answer]
    published = signal.weight_yes if answer else signal.weight_no
    note = f" {weight.note}" if weight.note else ""
    return (
        f"| {'yes' if answer else 'no'} | {signal.means(answer=answer)}{note} | {published:+.2f} | {signal.sd:.2f} | "
        f"{weight.weight:+.2f} ± {weight.sd:.2f} | {weight.offers}, {weight.refusals} |"
    )


def rules_page() -> str:
    """Give the page of every rule, in the order in which they are applied, with their tables."""
    parts = [
        "# Rules\n",
        "The rule layer turns answers into features, in this order. Unknown is never a no.\n",
    ]
    for rule in rules.RULES:
        claims = f" *(article {', '.join(rule.claims)})*" if rule.claims else ""
        parts += [
            f"## {rule.code}\n",
            f"{rule.does}{claims}\n",
            f"*Why.* {rule.why}\n",
            _RULE_TABLES.get(rule.code, ""),
        ]
    return "\n".join(parts)


def _table(heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""])


def _codes(names: tuple[object, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


_RULE_TABLES = {
    "void": _table(
        ("signal", "set aside where", "remark", "article"),
        [(f"`{void.signal}`", f"`{void.key}` is {', '.join(map(str, void.values))}", void.text, void.claim)
         for void in rules.VOIDS],
    ),
    "contradict": _table(
        ("counts", "against", "remark"),
        [(f"`{found.kept[0]}` = {'yes' if found.kept[1] else 'no'}", f"`{found.other}`", found.text)
         for found in rules.CONTRADICTIONS],
    ),
    "mirror": _table(("say the same",), [(_codes(group),) for group in rules.MIRRORS]),
    "damp": _table(
        ("families", "with", "count", "article"),
        [(", ".join(damp.families), ", ".join(damp.interviewers), damp.factor, damp.claim) for damp in rules.DAMPS],
    ),
    "combinations": _table(
        ("code", "at least", "of these, answered yes", "remark", "article"),
        [(f"`{found.code}`", found.least, _codes(found.signals), found.text, found.claim)
         for found in rules.COMBINATIONS],
    ),
}  # fmt: skip


def schemas_page() -> str:
    """Give the page of the JSON Schemas."""
    parts = ["# JSON Schemas\n", "`outcome.schema(what)` and `outcome schema WHAT` give them.\n"]
    for what in SCHEMAS:
        text = json.dumps(schema(what), indent=2, ensure_ascii=False)
        parts.append(f"## {what}\n\n```json\n{text}\n```\n")
    return "\n".join(parts)


def command_line_page() -> str:
    """Give the page of the command line: the help of every command."""
    parts = ["# Command line\n", "Every command takes `--help`. Bad input gives a message and exit code 2.\n"]
    for name in COMMANDS:
        module = import_module(f"interview_outcome.cli.{name}")
        parser = ArgumentParser(f"outcome {name}", description=module.HELP)
        module.add_arguments(parser)
        printed = io.StringIO()
        with redirect_stdout(printed):
            parser.print_help()
        parts.append(f"## outcome {name}\n\n```text\n{printed.getvalue()}```\n")
    return "\n".join(parts)
