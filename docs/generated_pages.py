"""Reference pages made from the package and the evidence, so that they cannot go stale."""

from __future__ import annotations

import json
from argparse import ArgumentParser, HelpFormatter, _SubParsersAction
from importlib import import_module
from typing import TYPE_CHECKING

from evidence_pages import claim_links, claims_page, figures_page, signal_links, signals_page

from interview_outcome import rules, schema
from interview_outcome.cli import COMMANDS
from interview_outcome.json_schema import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MADE = "<!-- Made by docs/generated_pages.py at each build. -->\n\n"


def write_pages(folder: Path, data: Path) -> None:
    """Write all generated pages into a folder, from the package and the evidence in ``data``."""
    pages = {
        "signals.md": signals_page(),
        "rules.md": rules_page(),
        "claims.md": claims_page(data),
        "published-figures.md": figures_page(data),
        "schemas.md": schemas_page(),
        "command-line.md": command_line_page(),
    }
    for name, text in pages.items():
        (folder / name).write_text(_MADE + text, encoding="utf-8")


def rules_page() -> str:
    """Give the page of every rule, in the order in which they are applied, with their tables."""
    parts = [
        "# Rules\n",
        "The rule layer turns answers into features, in this order. Unknown is never a no. The code of a rule is the "
        "code of the remarks that it leaves, where it leaves any.\n",
    ]
    for rule in rules.RULES:
        claims = f" (article {claim_links(rule.claims)})" if rule.claims else ""
        parts += [
            f"(rule-{rule.code})=\n## {rule.code}\n",
            f"{rule.does}{claims}\n",
            f"*Why.* {rule.why}\n",
            _RULE_TABLES.get(rule.code, ""),
        ]
    return "\n".join(parts)


def _table(heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""])


def _said(answer: bool) -> str:  # noqa: FBT001  an answer
    return "yes" if answer else "no"


def _value(value: object) -> str:
    return _said(value) if isinstance(value, bool) else str(value)


_RULE_TABLES = {
    "silence": _table(
        ("answers that the waiting curve replaces where dates tell the days",),
        [(f"{signal_links((signal,))}: {_said(answer)}",) for signal, answer in rules.SILENCE_REPLACES],
    )
    + f"\nThe floor of the whole waiting family is {rules.WAITING_FLOOR:g} log-odds; with a manager the curve counts "
    f"{rules.MANAGER_SILENCE:g} times.\n".replace("-", "−", 1),
    "void": _table(
        ("signal", "set aside where", "because", "article"),
        [(signal_links((void.signal,)), f"`{void.key}` is {', '.join(map(_value, void.values))}", void.text,
          claim_links((void.claim,) if void.claim else ()))
         for void in rules.VOIDS],
    )
    + f"\n{signal_links((rules.VAGUE_PROMISE[0],))} is always set aside, with a remark: {rules.VAGUE_PROMISE[1]} "
    f"(article {claim_links((rules.VAGUE_PROMISE[2],))})\n",
    "contradict": _table(
        ("counts", "against", "remark"),
        [(f"{signal_links((found.kept[0],))}: {_said(found.kept[1])}",
          signal_links((found.other,)), found.text)
         for found in rules.CONTRADICTIONS],
    ),
    "mirror": _table(("say the same",), [(signal_links(group),) for group in rules.MIRRORS]),
    "damp": _table(
        ("families", "with", "count", "remark", "article"),
        [(", ".join(damp.families), ", ".join(damp.interviewers), f"{damp.factor:g} times", damp.text,
          claim_links((damp.claim,)))
         for damp in rules.DAMPS],
    ),
    "combinations": _table(
        ("code", "at least", "of these, answered yes", "reason", "article"),
        [(f"`{found.code}`", found.least, signal_links(found.signals), found.text, claim_links((found.claim,)))
         for found in rules.COMBINATIONS],
    ),
}  # fmt: skip


def schemas_page() -> str:
    """Give the page of the JSON Schemas."""
    parts = [
        "# JSON Schemas\n",
        "`outcome.schema(what)` and `outcome schema WHAT` give them: `checklist` is what goes into `score`, "
        "`estimate` what `Estimate.to_dict` and `to_json` give, `model` what `Model.save` writes. Draft 2020-12.\n",
        "`checklist` describes data: truth values, a number, dates. `score` takes [texts too](checklist.md#answers), so what "
        'a form sends, such as "yes" or "3", must not be validated against it. The description of each key is a question '
        "that can be its label.\n",
    ]
    for what in SCHEMAS:
        text = json.dumps(schema(what), indent=2, ensure_ascii=False)
        parts.append(f"## {what}\n\n```json\n{text}\n```\n")
    return "\n".join(parts)


def command_line_page() -> str:
    """Give the page of the command line: the help of every command."""
    parts = [
        "# Command line\n",
        "`outcome COMMAND`, or `python -m interview_outcome COMMAND`. The exit code is 0, or 2 with a message where "
        "the input is bad, or 130 where you stopped it. `--json` prints what a program can read. Where a command takes a "
        "checklist, options count before the file, and both before the notes. Where it takes `--on`, it is the day of the question; only here it is today unless told, and for tables never.\n",
    ]
    for name in COMMANDS:
        module = import_module(f"interview_outcome.cli.{name}")
        parser = ArgumentParser(f"outcome {name}", description=module.HELP, formatter_class=_formatter)
        module.add_arguments(parser)
        parts.append(f"## outcome {name}\n")
        parts += [f"```text\n{each.format_help()}```\n" for each in _with_parts(parser)]
    return "\n".join(parts)


def _formatter(prog: str) -> HelpFormatter:
    return HelpFormatter(prog, width=86, max_help_position=28)


def _with_parts(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """Give a parser and the parsers of its parts."""
    yield parser
    for action in parser._actions:  # noqa: SLF001  argparse has no public way to its parts
        if isinstance(action, _SubParsersAction):
            for part in action.choices.values():
                part.formatter_class = _formatter
                yield part
