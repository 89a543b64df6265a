"""Everything that is done to this project, each by one command: ``python tasks.py COMMAND``.

Needs Python 3.11 or newer and nothing else; what a command needs is installed into an environment of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
EXAMPLE = "examples/final_round.toml"
PYTHONS = ("3.11", "3.12", "3.13")
CORE_TESTS = ("tests/core", "tests/reading")


def run(*command: str | Path, **variables: str) -> None:
    """Run a command in the project's folder; stop at the first that fails."""
    print("+", " ".join(map(str, command)), flush=True)
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env=os.environ | variables, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def environment(name: str, interpreter: str = sys.executable) -> Path:
    """Make an environment beside the project, or take the one that is there; give its Python."""
    folder = ROOT / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        if interpreter == sys.executable:
            venv.create(folder, with_pip=True)
        else:
            run(interpreter, "-m", "venv", folder)
    return python


def install(python: Path, *wanted: str) -> None:
    """Install into an environment, in the versions of ``constraints.txt``."""
    run(
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--constraint",
        "constraints.txt",
        *wanted,
    )


def development() -> Path:
    """Make the environment with everything that tests, checks and the manual need."""
    python = environment(".venv-dev")
    install(python, "pip")
    install(python, ".[all]", "--group", "dev")
    # The package itself anew at each call, since its version does not change while one works on it.
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", ".")
    return python


def demo() -> None:
    """Score the interview of ``examples/``."""
    python = environment(".venv-demo")
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ".")
    run(python, "-m", "interview_outcome", "score", EXAMPLE, "--on", "2026-11-20")


def test() -> None:
    """Check the code, the model and the names, build the manual, run all tests with full coverage."""
    python = development()
    check(python)
    run(python, "studies/build_model.py", "--check")
    run(python, "studies/reader_words.py", "--check")
    run(python, "tests/packaging/check_names.py")
    bare()
    manual(python)
    run(python, "-m", "pytest", "--cov", "--cov-report=term", "--cov-fail-under=100", "tests")


def check(python: Path | None = None) -> None:
    """Lint, check the format and the types."""
    python = python or development()
    run(python, "-m", "ruff", "check")
    run(python, "-m", "ruff", "format", "--check")
    run(python, "-m", "mypy")


def bare() -> None:
    """Run the tests of the core on every Python that is here, with no package but the test tools."""
    for version in PYTHONS:
        interpreter = find_python(version)
        if interpreter is None:
            print(f"Python {version} is not on this machine: its tests are left out.")
            continue
        python = environment(f".venv-{version}", interpreter)
        install(python, "pip")
        install(python, "pytest", "hypothesis", "syrupy", "jsonschema")
        run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", ".")
        run(python, "-m", "pytest", "-q", *CORE_TESTS)


def find_python(version: str) -> str | None:
    """Find an interpreter on the path, or among those of pyenv."""
    here = shutil.which(f"python{version}")
    if here and subprocess.run([here, "--version"], capture_output=True, check=False).returncode == 0:
        return here
    for folder in sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}*")):
        return str(folder / "bin" / "python")
    return None


def manual(python: Path | None = None) -> None:
    """Build the manual into ``docs/_build/html``; a warning is an error, and so is a link that leads nowhere."""
    python = python or development()
    run(python, "-m", "sphinx", "-E", "-a", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")
    run(python, "tests/docs/check_links.py", "docs/_build/html")


def model() -> None:
    """Build ``model.json`` from ``data/``."""
    run(development(), "studies/build_model.py")


def words() -> None:
    """Learn anew what the words of the labelled texts speak for, for the reader."""
    run(development(), "studies/reader_words.py")


def study() -> None:
    """Make the studies, the model that tells their results, and the pages that do, anew (about half an hour)."""
    for name in ("study", "build_model", "questions", "pages", "readme_figures"):
        run(development(), f"studies/{name}.py")  # each with the model that was built before it


def benchmarks() -> None:
    """Print how fast it is, as ratios within one run."""
    python = development()
    for path in sorted((ROOT / "benchmarks").glob("*.py")):
        run(python, path)


def constraints() -> None:
    """Make ``constraints.txt`` anew from the newest versions that go together."""
    python = environment(".venv-constraints")
    run(python, "-m", "pip", "install", "--quiet", "--upgrade", "pip")
    run(python, "-m", "pip", "install", "--quiet", ".[all]", "--group", "dev")
    found = subprocess.run(
        [python, "-m", "pip", "freeze", "--all"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [line for line in found.stdout.splitlines() if "==" in line]
    (ROOT / "constraints.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


COMMANDS = (demo, test, check, manual, model, words, study, benchmarks, constraints)

if __name__ == "__main__":
    names = {command.__name__: command for command in COMMANDS}
    if len(sys.argv) != 2 or sys.argv[1] not in names:
        print("python tasks.py COMMAND, one of:")
        print("\n".join(f"  {name:<12} {command.__doc__}" for name, command in names.items()))
        sys.exit(2)
    names[sys.argv[1]]()
