"""``outcome ask``: the questions that tell most, one by one, and what each answer makes of the likelihood."""

from __future__ import annotations

import json
import shlex
import sys
from textwrap import fill
from typing import TYPE_CHECKING, Any

from interview_outcome.advice.questions import Question, ask
from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist, parse
from interview_outcome.checklist_values import CHOICES, CONTEXT_KEYS, parse_date, plain
from interview_outcome.cli.checklist_arguments import (
    CONTEXT_HELP,
    add_checklist,
    add_day,
    add_model,
    given_checklist,
    given_day,
    given_model,
    whole_number,
)
from interview_outcome.cli.wording import as_typed
from interview_outcome.display.questions import NOTHING_LEFT
from interview_outcome.display.text import WIDTH, percent
from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.estimate import score

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from interview_outcome.model import Model

HELP = "be asked the questions that tell most, one by one"
_WORDS = {
    "": "skip",
    "s": "skip",
    "unknown": "skip",
    "y": "yes",
    "n": "no",
    "?": "why",
    "b": "back",
    "q": "quit",
}
_HOW = "y yes, n no, Enter skip (not known, or not yet), ? why, b back, q stop"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what is known already, the day, how many questions, the model."""
    add_checklist(parser)
    add_day(parser)
    parser.add_argument("--questions", default="12", metavar="NUMBER", help="how many at most (default 12)")
    add_model(parser)
    parser.add_argument(
        "--json", action="store_true", help="ask nothing, print the best questions for a program"
    )


def run(arguments: Namespace) -> int:
    """Ask, or print the questions for a program to ask."""
    most = whole_number(arguments.questions)
    if not arguments.json and ("-" in (arguments.file, arguments.notes) or sys.stdin is None):
        message = "Standard input is where your answers are read from."
        raise OutcomeError(
            [Problem("no_input", "-", None, message, "Give the checklist or the notes as a file.")]
        )
    checklist, on, model = given_checklist(arguments), given_day(arguments), given_model(arguments)
    found = ask(checklist, n=most, on=on, model=model)
    if arguments.json:
        print(json.dumps(found.to_dict(), indent=2, ensure_ascii=False))
        return 0
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    talk = _Talk(checklist, on, model, arguments)
    try:
        talk.ask_context()
        talk.ask_questions(most)
    except (EOFError, KeyboardInterrupt):
        print()
    except _Stop:
        pass
    talk.close(arguments)
    return 0


class _Stop(Exception):  # noqa: N818  no error: the person has had enough
    """The person wants to stop."""


class _Talk:
    """What was said so far, and the way back."""

    def __init__(self, checklist: Checklist, on: Any, model: Model | None, arguments: Namespace) -> None:
        self.answers = dict(checklist.answers)
        self.context = dict(checklist.context)
        self.on, self.model, self.arguments = parse_date("on", on), model, arguments
        # Questions and context keys that were put, in order, whether they were answered or not.
        self.put: list[str] = []

    @property
    def known(self) -> Checklist:
        return Checklist(self.answers, self.context)

    def likelihood(self) -> float:
        return score(self.known, on=self.on, model=self.model).likelihood

    def ask_context(self) -> None:
        """Ask for the setting: what is not known is skipped."""
        keys = [key for key in CONTEXT_KEYS if key not in self.context]
        if keys:
            print("First the setting. Enter skips what you do not know, b goes back, q stops.")
        while len(self.put) < len(keys):
            key = keys[len(self.put)]
            text = _read(f"  {key}, {CONTEXT_HELP[key]}: ")
            if text.casefold() in ("q", "quit"):
                raise _Stop
            if text.casefold() in ("b", "back"):
                self._back()
            elif self._learn(key, text):
                self.put.append(key)
        self.put.clear()
        print(f"\nThe likelihood of an offer is {percent(self.likelihood())} before the questions.\n{_HOW}\n")

    def _learn(self, key: str, text: str) -> bool:
        """Take in a value of the context, or say what is wrong with it."""
        value = whole_number(text) if key == "candidates" else _whole_word(key, text)
        try:
            given = parse({key: value}).context
            parse(Checklist(self.answers, self.context | given), on=self.on)
        except OutcomeError as error:
            print(f"  {as_typed(error, self.arguments)}")
            return False
        self.context |= given
        return True

    def ask_questions(self, most: int) -> None:
        """Ask what tells most, again and again, until nothing more would."""
        while len(self.put) < most:
            ranked = ask(self.known, n=len(signals), on=self.on, model=self.model)
            question = next((question for question in ranked if question.signal not in self.put), None)
            if question is None:
                print(NOTHING_LEFT)
                return
            print(fill(f"{len(self.put) + 1}. {question.text}", WIDTH, subsequent_indent="   "))
            self._answer(question)

    def _answer(self, question: Question) -> None:
        while True:
            text = _read("   > ").casefold()
            word = _WORDS.get(text, text)
            if word == "quit":
                raise _Stop
            if word == "back":
                return self._back()
            if word == "why":
                print(_why(question))
            elif word in ("yes", "no", "skip"):
                break
            else:
                print(f"   {_HOW}")
        self.put.append(question.signal)
        if word != "skip":
            self.answers[question.signal] = word == "yes"
            print(f"   {percent(question.now)} → {percent(self.likelihood())}\n")
        return None

    def _back(self) -> None:
        """Forget the last answer, so that its question is put again."""
        if not self.put:
            print("   There is nothing to go back to.")
            return
        last = self.put.pop()
        self.answers.pop(last, None)
        self.context.pop(last, None)

    def close(self, arguments: Namespace) -> None:
        """Show the estimate, and the command that goes on from here."""
        print(f"\n{score(self.known, on=self.on, model=self.model)}\n")
        print("To see what to do next, or to come back to these answers:")
        print(_command(self.known, arguments))


def _read(prompt: str) -> str:
    """Read a line; where it was not typed at a terminal, show it too."""
    text = input(prompt).strip()
    if not sys.stdin.isatty():
        print(text)
    return text


def _whole_word(key: str, text: str) -> str:
    """Complete the first letters of a choice where only one starts with them: "p" becomes "phone"."""
    words = ("yes", "no") if key == "structured" else CHOICES.get(key, ())
    fits = [word for word in words if word.startswith(text.casefold())]
    return fits[0] if len(fits) == 1 else text


def _why(question: Question) -> str:
    signal = signals[question.signal]
    lines = (
        signal.reason,
        f"Yes: {signal.yes_means} {percent(question.if_yes)}.",
        f"No: {signal.no_means} {percent(question.if_no)}.",
    )
    return "\n".join(fill(line, WIDTH, initial_indent="   ", subsequent_indent="   ") for line in lines)


def _command(known: Checklist, arguments: Namespace) -> str:
    """Write the answers as options of a command, wrapped for a shell."""
    said = {True: "yes", False: "no"}
    options = [
        f"--{key.replace('_', '-')} {said[value] if isinstance(value, bool) else plain(value)}"
        for key, value in known.context.items()
    ]
    options += [f"--{said[answer]} {signal}" for signal, answer in known.answers.items()]
    options += [
        f"--{key} {shlex.quote(value)}"
        for key in ("on", "model")
        if (value := getattr(arguments, key)) is not None
    ]
    lines = ["  outcome advise"]
    for option in options:
        if len(lines[-1]) + len(option) > WIDTH - 4:
            lines[-1] += " \\"
            lines.append("   ")
        lines[-1] += f" {option}"
    return "\n".join(lines)
