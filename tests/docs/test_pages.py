"""The pages show commands that are true and code that runs, and need no network."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from interview_outcome.cli import _parser

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    path
    for path in DOCS.rglob("*.md")
    if not {"_build", "jupyter_execute"} & set(path.relative_to(DOCS).parts)
)
# Their code is run by the tests of frames, which have the engines that it needs.
RUN_ELSEWHERE = {"spark-and-dask", "sql"}

each_page = pytest.mark.parametrize("page", PAGES, ids=[path.stem for path in PAGES])


def shown(page):
    """Give the lines of commands that a page shows."""
    blocks = re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


@each_page
def test_every_command_that_is_shown_can_be_given(page):
    for line in shown(page):
        name, *arguments = shlex.split(line)
        if name == "outcome":
            assert _parser(arguments).parse_args(arguments).run


@each_page
def test_every_command_that_is_run_is_shown(page):
    run = re.findall(r"^!(.*?) 2>&1 \| cat$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(run) <= set(shown(page))


@each_page
def test_every_extra_that_is_named_exists(page):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = re.findall(r"interview-outcome\[([\w,]+)\]", page.read_text(encoding="utf-8"))
    assert {extra for extras in named for extra in extras.split(",")} <= set(project["optional-dependencies"])


@each_page
def test_code_in_python_is_a_cell_that_is_run(page):
    assert page.stem in RUN_ELSEWHERE or "```python" not in page.read_text(encoding="utf-8")


def visible_code(page):
    """Give the code that a reader sees and may copy."""
    cells = re.findall(
        r"^```{code-cell}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return "\n".join(cell for cell in cells if "remove-" not in cell.partition("\n")[0])


@pytest.mark.parametrize("page", [page for page in PAGES if visible_code(page)], ids=lambda page: page.stem)
def test_what_a_reader_sees_is_enough_to_run_it(page, tmp_path, monkeypatch):
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pytest.importorskip("sklearn")
    pyplot.switch_backend("agg")
    monkeypatch.chdir(tmp_path)
    exec(compile(visible_code(page), page.name, "exec"), {})
    pyplot.close("all")


@each_page
def test_formulas_need_no_typesetter(page):
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    assert "$" not in re.sub(r"`[^`]*`", "", text)
    assert "{math}" not in text


def test_no_extension_loads_a_typesetter():
    conf = (DOCS / "conf.py").read_text(encoding="utf-8")
    assert "dollarmath" not in conf
    assert "mathjax" not in conf
