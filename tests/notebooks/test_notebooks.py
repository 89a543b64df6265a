"""The notebooks run from start to end, without a network, and hold no figure that was typed by hand."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
# Names cannot be looked up, so nothing can be fetched; the kernel talks to the test by number.
NO_NETWORK = """
import socket

def _refuse(*address, **options):
    raise OSError("a notebook must not use the network")

socket.getaddrinfo = socket.create_connection = _refuse
"""
# Percentages, decimals and shares in prose: they come from cells, so that they stay true.
FIGURE = re.compile(r"\d\s?%|\d\.\d|\b\d+ (?:of|in) \d+\b")
# Log-odds that double and halve the odds.
EXPLAINED = ("+0.7", "−0.7")

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])


def cells(path, kind):
    """Give the cells of one kind."""
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def test_there_are_four():
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04"]


@each_notebook
@pytest.mark.slow
def test_runs_from_start_to_end(path):
    notebook = nbformat.read(path, as_version=4)
    guard = nbformat.v4.new_code_cell(NO_NETWORK)
    notebook.cells.insert(0, guard)
    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    )
    client.execute()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    outputs = [output for cell in code for output in cell.outputs]
    assert not [output for output in outputs if output.get("name") == "stderr"]
    assert any("text/html" in output.get("data", {}) for output in outputs)


@each_notebook
def test_is_stored_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = cells(path, "code")
    assert not [cell for cell in code if cell.outputs or cell.execution_count is not None]
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


@each_notebook
def test_starts_with_a_title_and_the_import_of_the_library(path):
    first, *_ = cells(path, "markdown")
    assert first.source.startswith("# ")
    assert "import interview_outcome as outcome" in cells(path, "code")[0].source


@each_notebook
def test_prose_holds_no_figure_that_was_typed_by_hand(path):
    for cell in cells(path, "markdown"):
        prose = cell.source
        for figure in EXPLAINED:
            prose = prose.replace(figure, "")
        assert not FIGURE.search(prose), FIGURE.search(prose)
    for cell in cells(path, "code"):
        for prose in re.findall(r'Markdown\(f"""(.*?)"""\)', cell.source, flags=re.DOTALL):
            assert not FIGURE.search(re.sub(r"\{[^{}]*\}", "", prose)), prose
