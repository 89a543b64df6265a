"""``outcome ask``: line by line, at a terminal and without one, and every way to stop."""

import io
import json
import os
import select
import shlex
import subprocess
import sys

import pytest

from interview_outcome import ask, score
from interview_outcome.cli import main
from interview_outcome.display.text import percent
from interview_outcome.model import shipped

ON = ("--on", "2026-11-20")
CONTEXT = ["final", "3", "manager", "no", "usual", "2026-11-16", "2026-11-27", "2026-11-18", "2026-11-19"]
KNOWN = {
    "stage": "final", "candidates": 3, "interviewer": "manager", "structured": False, "pace": "usual",
    "interviewed_on": "2026-11-16", "contact_by": "2026-11-27", "contacted_on": "2026-11-18", "heard_on": "2026-11-19",
}  # fmt: skip
OPTIONS = [f"--{key.replace('_', '-')}={'no' if value is False else value}" for key, value in KNOWN.items()]


def lines(*answers):
    return "".join(f"{answer}\n" for answer in answers)


def best(known, skipped=()):
    """Give the question that should be put."""
    return next(question for question in ask(known, n=72, on="2026-11-20") if question.signal not in skipped)


def test_the_context_is_asked_first_and_then_what_tells_most(command):
    first = best(KNOWN)
    done = command("ask", *ON, "--questions", "1", stdin=lines(*CONTEXT, "y"))
    assert done.code == 0
    assert "  stage, the round just behind you: phone, first, later, final: final\n" in done.out
    before, after = done.out.split("before the questions.")
    assert f"is {percent(score(KNOWN, on='2026-11-20').likelihood)} " in before
    assert f"1. {first.text[:40]}" in after
    assert f"   {percent(first.now)} → {percent(first.if_yes)}\n" in after
    assert str(score(KNOWN | {first.signal: True}, on="2026-11-20")) in after


def test_what_is_given_is_not_asked(command, tmp_path):
    file = tmp_path / "interview.json"
    file.write_text(json.dumps(KNOWN))
    for words in ([*OPTIONS], [file]):
        done = command("ask", *ON, *words, "--questions", "2", stdin=lines("n", "n"))
        assert "First the setting" not in done.out
        first = best(KNOWN)
        second = best(KNOWN | {first.signal: False})
        assert f"2. {second.text[:40]}" in done.out
        end = score(KNOWN | {first.signal: False, second.signal: False}, on="2026-11-20")
        assert str(end) in done.out


def test_what_is_skipped_is_not_put_again(command):
    done = command("ask", *ON, *OPTIONS, "--questions", "3", stdin=lines("", "s", "unknown"))
    put = []
    for number in (1, 2, 3):
        put.append(best(KNOWN, put).signal)
        assert f"{number}. {best(KNOWN, put[:-1]).text[:40]}" in done.out
    assert "→" not in done.out
    assert str(score(KNOWN, on="2026-11-20")) in done.out


def test_the_context_can_be_skipped_abbreviated_and_mended(command):
    given = ["", "many", "200", "4", "PAN", "y", "s", "2026-12-01", "16.11.2026", "b", "fast", "2026-11-16"]
    done = command("ask", *ON, "--questions", "1", stdin=lines(*given, "", "", "", "q"))
    assert "candidates is 'many'; allowed: a whole number from 1 to 100." in done.out
    assert "candidates is 200; allowed" in done.out
    assert "the interview cannot lie in the future" in done.out
    assert "interviewed_on is '16.11.2026'; allowed: a date that exists" in done.out
    known = {
        "candidates": 4,
        "interviewer": "panel",
        "structured": True,
        "pace": "fast",
        "interviewed_on": "2026-11-16",
    }
    assert str(score(known, on="2026-11-20")) in done.out


def test_a_first_letter_that_fits_two_words_is_asked_again(command):
    done = command("ask", *ON, stdin=lines("f", "q"))
    assert "stage is 'f'; allowed: phone, first, later, final." in done.out


def test_there_is_a_way_back(command):
    first = best(KNOWN)
    given = ["b", "y", "b", "n", "q"]
    done = command("ask", *ON, *OPTIONS, stdin=lines(*given))
    assert "There is nothing to go back to." in done.out
    assert done.out.count(f"1. {first.text[:40]}") == 3
    assert str(score(KNOWN | {first.signal: False}, on="2026-11-20")) in done.out


def test_an_answer_that_is_none_is_explained_and_why_is_answered(command):
    done = command("ask", *ON, *OPTIONS, stdin=lines("perhaps", "?", "q"))
    assert done.out.count("y yes, n no, Enter skip") == 2
    first = best(KNOWN)
    spoken = " ".join(done.out.split())
    from interview_outcome import signals

    signal = signals[first.signal]
    assert " ".join(signal.reason.split()) in spoken
    assert f"Yes: {signal.yes_means} {percent(first.if_yes)}." in spoken
    assert f"No: {signal.no_means} {percent(first.if_no)}." in spoken


@pytest.mark.parametrize("end", ["q", "quit", None])
@pytest.mark.parametrize("at", [0, 3, 9, 11])
def test_stopping_at_any_place_gives_the_estimate_so_far(command, end, at):
    given = [*CONTEXT, "y", "n"][:at]
    done = command("ask", *ON, stdin=lines(*given, *([end] if end else [])))
    assert done.code == 0
    assert done.err == ""
    known = dict(list(KNOWN.items())[:at])
    for answer in (True, False)[: max(0, at - 9)]:
        known[best(known).signal] = answer
    assert str(score(known, on="2026-11-20")) in done.out


def test_an_interrupt_gives_the_estimate_so_far(command, monkeypatch):
    answers = iter(["final"])

    def typed(_prompt):
        for answer in answers:
            return answer
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", typed)
    done = command("ask", *ON)
    assert done.code == 0
    assert str(score({"stage": "final"}, on="2026-11-20")) in done.out


def test_the_command_at_the_end_brings_the_answers_back(command):
    done = command("ask", *ON, "--questions", "3", stdin=lines(*CONTEXT, "y", "n", "y"))
    shown = done.out.split("come back to these answers:")[1].replace("\\\n", " ")
    words = shlex.split(shown)
    assert words[:2] == ["outcome", "advise"]
    first = best(KNOWN)
    known = KNOWN | {first.signal: True}
    known[best(known).signal] = False
    known[best(known).signal] = True
    again = command("score", *words[2:], "--json")
    assert json.loads(again.out) == score(known, on="2026-11-20").to_dict()
    assert all(len(line) <= 92 for line in done.out.split("come back to these answers:")[1].splitlines())


def test_a_model_of_ones_own_is_used_and_named_at_the_end(command, tmp_path):
    path = tmp_path / "my model.json"
    shipped().save(path)
    done = command("ask", *ON, "--model", path, stdin="q\n")
    assert f"--model {shlex.quote(str(path))}" in done.out


def test_after_the_last_telling_question_it_ends(command, monkeypatch):
    found = ask(KNOWN, n=2, on="2026-11-20")
    monkeypatch.setattr("interview_outcome.cli.ask.ask", lambda *_, **__: found)
    done = command("ask", *ON, *OPTIONS, stdin=lines("s", "s"))
    assert "No open question would move the likelihood." in done.out


def test_json_asks_nothing_and_prints_the_questions(command):
    done = command("ask", *ON, *OPTIONS, "--questions", "2", "--json")
    assert json.loads(done.out) == ask(KNOWN, n=2, on="2026-11-20").to_dict()
    assert len(json.loads(done.out)["questions"]) == 2
    piped = command("ask", *ON, "-", "--questions", "2", "--json", stdin=json.dumps(KNOWN))
    assert piped.out == done.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["-"],
            "Standard input is where your answers are read from. Give the checklist or the notes as a file.",
        ),
        (["--notes", "-"], "Standard input is where your answers are read from."),
        (["--questions", "many"], "--questions is 'many'; allowed: a whole number from 1."),
        (["--questions", "0"], "--questions is 0; allowed: a whole number from 1."),
        (["--stage", "finale"], "Did you mean 'final'?"),
    ],
)
def test_what_is_wrong_is_told_with_exit_code_2(command, words, message):
    done = command("ask", *ON, *words)
    assert done.code == 2
    assert message in done.err


def test_without_any_input_there_is_a_message(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["ask", *ON]) == 2
    assert "Standard input is where your answers are read from." in capsys.readouterr().err


def test_input_that_is_no_text_is_asked_again(command):
    done = command("ask", *ON, stdin=b"\xff\xfe\nfinal\nq\n")
    assert done.code == 0
    assert "stage is " in done.out


def test_what_was_typed_at_a_terminal_is_not_shown_twice(monkeypatch, capsys):
    typed = io.StringIO("final\nq\n")
    monkeypatch.setattr(typed, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", typed)
    assert main(["ask", *ON]) == 0
    shown = capsys.readouterr().out
    assert "phone, first, later, final: " in shown
    assert "final: final" not in shown


def test_input_without_a_reconfigurable_stream_works(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("final\nq\n"))
    assert main(["ask", *ON]) == 0
    assert str(score({"stage": "final"}, on="2026-11-20")) in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "login_tty"), reason="needs a system with pseudo-terminals")
@pytest.mark.parametrize("end", [b"\x03", b"\x04", b"q\n"], ids=["Ctrl-C", "Ctrl-D", "q"])
def test_at_a_terminal(end):
    mine, theirs = os.openpty()
    words = [sys.executable, "-m", "interview_outcome", "ask", *ON, *OPTIONS[1:]]
    person = subprocess.Popen(words, preexec_fn=lambda: os.login_tty(theirs), pass_fds=[theirs])  # noqa: PLW1509  no threads
    os.close(theirs)
    shown = b""

    def until(text):
        nonlocal shown
        while text not in shown:
            ready, _, _ = select.select([mine], [], [], 60)
            assert ready, shown
            try:
                shown += os.read(mine, 4096)
            except OSError:  # the other side has closed
                return

    until(b"later, final: ")
    os.write(mine, b"final\n")
    until(b"   > ")
    os.write(mine, b"y\n")
    until("→".encode())
    until(b"2. ")
    until(b"   > ")
    os.write(mine, end)
    until(b"nothing more will be shown")
    os.close(mine)
    assert person.wait(60) == 0
    first = best(KNOWN)
    text = shown.decode().replace("\r\n", "\n")
    assert "Traceback" not in text
    assert str(score(KNOWN | {first.signal: True}, on="2026-11-20")) in text
