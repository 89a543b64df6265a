"""Install the wheel into clean environments, with and without trio, and see which `outcome` is imported.

trio needs a package called ``outcome`` that another distribution owns. Whatever the order of installation, trio must
work, no file may be overwritten, and ``import interview_outcome as outcome`` must be ours.
"""

import base64
import csv
import hashlib
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = "import interview_outcome as outcome; assert outcome.score({'stage': 'final'}).likelihood == 0.4"
SHORT = "import outcome; assert outcome.score({'stage': 'final'}).likelihood == 0.4; print(outcome.__file__)"
TRIO = (
    "import trio, outcome\nasync def answer(): return 42\n"
    "assert trio.run(answer) == 42 and outcome.Value(1).unwrap() == 1"
)
ORDERS = {"without trio": [["{wheel}"]], "trio first": [["trio"], ["{wheel}"]], "trio after": [["{wheel}"], ["trio"]],
          "together": [["{wheel}", "trio"]]}  # fmt: skip


def main() -> None:
    """Try every order; the first that fails ends it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python_run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
        wheel = next(folder.glob("*.whl"))
        size = wheel.stat().st_size
        print(f"wheel: {size:,} bytes")
        for number, (order, steps) in enumerate(ORDERS.items()):
            python = make(folder / str(number))
            for step in steps:
                packages = [wheel if word == "{wheel}" else word for word in step]
                python_run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                           "--constraint", ROOT / "constraints.txt", *packages)  # fmt: skip
            python_run(python, "-c", OURS)
            python_run(python, "-c", SHORT if order == "without trio" else TRIO)
            print(f"{order}: right, {check_records(python)} files as they were installed")


def make(folder: Path) -> Path:
    """Make an empty environment."""
    venv.create(folder, with_pip=True)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def python_run(*command: object) -> None:
    """Run a command; stop where it fails."""
    subprocess.run([str(word) for word in command], check=True, cwd=tempfile.gettempdir())


def check_records(python: Path) -> int:
    """Compare every installed file of the two distributions with the hash in its record."""
    site = next(python.parents[1].glob("[lL]ib/**/site-packages"))
    checked = 0
    for record in [*site.glob("interview_outcome-*/RECORD"), *site.glob("outcome-*/RECORD")]:
        with record.open(newline="", encoding="utf-8") as file:
            for name, digest, _ in csv.reader(file):
                if digest and not name.startswith(".."):
                    content = (site / name).read_bytes()
                    found = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
                    if f"sha256={found}" != digest:
                        raise SystemExit(f"{name} was overwritten")
                    checked += 1
    return checked


if __name__ == "__main__":
    main()
