"""Run a command as a person would: words in, exit code, output and messages out."""

import io
import sys
from types import SimpleNamespace

import pytest

from interview_outcome.cli import main


@pytest.fixture
def command(capsys, monkeypatch):
    """Give a function that runs ``outcome WORDS`` with a text on standard input."""

    def run(*words, stdin=""):
        raw = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return SimpleNamespace(code=code, out=printed.out, err=printed.err)

    return run
