"""The style of all pictures: readable on dark and light pages, and no trace in programs that embed them."""

import subprocess
import sys

import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib_inline.backend_inline import _fetch_figure_metadata
from pictures import contrast, flaws

from interview_outcome import score
from interview_outcome.display import plot_style
from interview_outcome.display.plot_style import AGAINST, FOR, INK, drawing_area
from interview_outcome.display.plots_estimate import plot_estimate
from interview_outcome.errors import MissingExtraError, OutcomeError

# A white page, and the dark pages of JupyterLab, of editors and of the manual.
PAGES = {"white": "#FFFFFF", "jupyter": "#111111", "editor": "#1E1E1E", "manual": "#131416"}


@pytest.fixture
def figures():
    """Close the figures that pyplot made."""
    yield
    plt.close("all")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_letters_stand_out_on_dark_and_light_pages(page):
    assert contrast(INK, page) >= 3.9


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("colour", [FOR, AGAINST])
def test_bars_stand_out_on_dark_and_light_pages(colour, page):
    """Guidelines ask for 3 where a colour is no letter."""
    assert contrast(colour, page) >= 3.0


@pytest.mark.usefixtures("figures")
def test_a_new_figure_has_the_ground_of_its_page():
    ax = drawing_area(None, height=2.0)
    assert to_rgba(ax.figure.get_facecolor())[3] == to_rgba(ax.get_facecolor())[3] == 0
    assert list(ax.figure.get_size_inches()) == [plot_style.WIDTH, 2.0]


@pytest.mark.usefixtures("figures")
def test_a_notebook_lays_no_sheet_under_a_picture():
    """It would be white on a dark page: tick labels of one brightness make it believe that it has to."""
    ax = plot_estimate(score({"interest_stated": True}))
    ax.figure.canvas.draw()
    assert not _fetch_figure_metadata(ax.figure)
    ax.tick_params(axis="y", colors=INK)
    assert _fetch_figure_metadata(ax.figure) == {"needs_background": "light"}


def test_given_axes_are_used_and_their_ground_is_left_alone():
    given = Figure(facecolor="white").add_subplot(facecolor="yellow")
    assert drawing_area(given, height=2.0) is given
    assert given.get_facecolor() == to_rgba("yellow")


def test_a_program_that_gives_axes_never_loads_pyplot():
    """Pyplot keeps every figure in memory, and chooses a window system."""
    code = (
        "import sys; from matplotlib.figure import Figure; import interview_outcome as outcome;"
        "outcome.score({'praised': True}).plot(ax=Figure().add_subplot());"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_matplotlib_the_error_names_the_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r'pip install "interview-outcome\[plot\]"') as caught:
        drawing_area(None, height=2.0)
    assert isinstance(caught.value, OutcomeError)
    assert caught.value.problems[0].path == "matplotlib"


def test_the_check_for_readable_labels_finds_what_touches():
    """It guards every picture, so it has to be able to fail."""
    ax = Figure(figsize=(3.0, 0.3)).add_subplot()
    ax.set_yticks([0, 1, 2], ["one", "two", "three"])
    ax.text(5.0, 1.0, "far away")
    assert {flaw.partition(":")[0] for flaw in flaws(ax)} == {"touching", "outside"}
