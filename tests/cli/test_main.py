"""The command line as a whole: help, pipes, and being stopped."""

import subprocess
import sys

import pytest

from interview_outcome.cli import COMMANDS, main


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    listed = capsys.readouterr().out
    assert all(f"\n    {name} " in listed for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: outcome {name}")


@pytest.mark.parametrize("words", [[], ["scor"], ["score", "--stag"], ["score", "a", "b"]])
def test_what_no_command_knows_is_told_with_exit_code_2(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "usage: outcome" in capsys.readouterr().err


def test_the_version_is_told(capsys):
    from interview_outcome import __version__

    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"interview-outcome {__version__}\n"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_being_stopped_is_no_traceback(command, monkeypatch, stop):
    def stopped(_):
        raise stop

    monkeypatch.setattr("interview_outcome.cli.schema.run", stopped)
    done = command("schema")
    assert (done.code, done.err) == (130, "\noutcome: stopped\n")


def test_python_m_runs_it_and_a_closed_pipe_is_no_error():
    code = (
        "import subprocess, sys\n"
        "first = subprocess.Popen([sys.executable, '-m', 'interview_outcome', 'signals'], stdout=subprocess.PIPE,"
        " stderr=subprocess.PIPE)\n"
        "first.stdout.close()\n"
        "print(first.wait(), first.stderr.read())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0 b''\n"


def test_a_terminal_that_cannot_show_a_sign_is_no_error():
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "interview_outcome", "score", "--stage", "final"],
        capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert b"Likelihood of an offer: 40%" in done.stdout


@pytest.mark.parametrize(
    ("stop", "code", "message"),
    [
        (
            OSError(28, "No space left on device"),
            2,
            "outcome: the output cannot be written: No space left on device.",
        ),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_an_output_that_cannot_be_written_is_no_traceback(command, monkeypatch, stop, code, message):
    def stopped(_):
        raise stop

    monkeypatch.setattr("interview_outcome.cli.schema.run", stopped)
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    done = command("schema")
    assert (done.code, done.err.strip()) == (code, message)


def test_closed_streams_are_told_or_borne(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["score", "-"]) == 2
    assert capsys.readouterr().err == "outcome: Standard input is closed. Give the name of a file.\n"
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["schema"]) == 0


def test_the_package_runs_as_a_program(monkeypatch, capsys):
    import runpy

    monkeypatch.setattr(sys, "argv", ["outcome", "schema"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("interview_outcome", run_name="__main__")
    assert stopped.value.code == 0
    assert '"title": "Checklist of a job interview"' in capsys.readouterr().out
    runpy.run_module("interview_outcome.__main__", run_name="imported")
