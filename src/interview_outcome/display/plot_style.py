"""What all pictures share: where they are drawn, their colours, and axes that stand back.

Ground and letters suit dark and light pages alike: the ground of a new figure is transparent, and everything
is drawn in colours of middle brightness. The two colours of evidence keep apart for the colour-blind, and a
side, a sign or a shape always says the same as a colour.
"""

from __future__ import annotations

from textwrap import fill, shorten
from typing import TYPE_CHECKING, Any

from interview_outcome.display.html import AGAINST, FOR
from interview_outcome.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

__all__ = [
    "AGAINST",
    "BAND",
    "FAINT",
    "FOR",
    "INK",
    "SIZE",
    "WIDTH",
    "drawing_area",
    "heading",
    "inches_across",
    "label_letters",
    "label_rows",
    "legend",
    "letters_across",
    "number_axis",
    "percent_axis",
    "rows_down",
]

INK = "#7D7D7D"  # letters and marks: a contrast of 4 to white and to the dark grey of notebooks, the most for both
INK_BESIDE = "#808080"  # nearly the same, but above middle brightness: see `drawing_area`
BAND = 0.35  # how solid the colour of an interval is
FAINT = "#7D7D7D59"  # lines in the background
SIZE = 9.0  # of letters, in points
_LETTER = 0.55  # how wide a letter is on average, as a share of its height
_FEWEST_LETTERS = 16
_LABEL_LETTERS = 52  # at most: every sentence of the catalogue fits on two lines
_LABEL_SHARE = 0.65  # of the room for the axes
_LINE = 1.35  # how high a line of letters is, as a multiple of their size
_USUAL = 0.77  # what axes have of the height of a figure before anything is written around them
_AROUND = 1.1  # inches of the height that a legend, ticks and the name of an axis take
WIDTH = 7.2  # of a picture, in inches: 720 dots in a notebook


def drawing_area(ax: Axes | None, *, height: float, width: float = WIDTH) -> Axes:
    """Give the axes to draw on, with quiet lines and letters: those that are given, or those of a new figure.

    Parameters
    ----------
    ax : Axes or None
        Axes of any figure; with None pyplot makes one, which a notebook shows by itself. Programs that draw
        many pictures give their own axes, so that pyplot keeps none of them in memory. A figure whose axes stand
        in a grid, and which has no layout engine, gets the constrained one: labels beside the axes need room.
    height, width : float
        Inches, of a new figure.

    Returns
    -------
    Axes
        Where to draw.

    Raises
    ------
    MissingExtraError
        Without matplotlib.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> ax = drawing_area(Figure().add_subplot(), height=3.0)
    >>> [name for name in ("top", "right", "bottom") if ax.spines[name].get_visible()]
    ['bottom']
    """
    if ax is None:
        ax = _new(width, height)
    elif ax.get_subplotspec() is not None and ax.figure.figure.get_layout_engine() is None:
        ax.figure.figure.set_layout_engine("constrained")
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.spines["bottom"].set_color(FAINT)
    ax.tick_params(colors=INK, labelsize=SIZE, length=0)
    # A notebook lays a white sheet under a transparent picture whose tick labels are all dark, a black one
    # where all are bright. With some of each it leaves the picture to the page, whose colour suits it.
    ax.tick_params(axis="y", colors=INK_BESIDE)
    for axis in (ax.xaxis, ax.yaxis):
        axis.label.set(color=INK, size=SIZE)
    return ax


def letters_across(ax: Axes, share: float) -> int:
    """Give how many letters fit into a share of the room that axes were given, at least a few.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> wide, narrow = (Figure(figsize=(inches, 3)).add_subplot() for inches in (9.3, 3.5))
    >>> letters_across(wide, 0.5), letters_across(narrow, 0.5)
    (52, 20)
    """
    return max(_FEWEST_LETTERS, round(share * inches_across(ax) / (_LETTER * SIZE / 72)))


def inches_across(ax: Axes) -> float:
    """Give the width of the room that axes were given."""
    return float(ax.bbox.width / ax.figure.dpi)


def rows_down(ax: Axes, lines: int) -> int:
    """Give how many rows of so many lines of letters fit beneath a heading into the height of axes, at least one.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> high, low = (Figure(figsize=(7, inches)).add_subplot() for inches in (9, 4))
    >>> rows_down(high, 2), rows_down(low, 2), rows_down(low, 1)
    (22, 7, 16)
    """
    height = ax.bbox.height / ax.figure.dpi / _USUAL - _AROUND
    return max(1, int(height * 72 / (lines * _LINE * SIZE)) - 1)


def label_letters(ax: Axes) -> int:
    """Give how many letters a line beside a row may have."""
    return min(_LABEL_LETTERS, letters_across(ax, _LABEL_SHARE))


def label_rows(ax: Axes, sentences: Sequence[str], names: Sequence[str], *, new: bool) -> None:
    """Write a sentence beside each row; its name where axes that are not of a new figure have no room for lines."""
    letters = label_letters(ax)
    texts = [fill(sentence, letters) for sentence in sentences]
    if not new and len(texts) > rows_down(ax, max(text.count("\n") + 1 for text in texts)):
        texts = [shorten(name, letters, placeholder="…") for name in names]
    ax.set_yticks(range(len(texts)), texts)


def heading(ax: Axes, text: str) -> None:
    """Write what a picture shows above it, from its left edge."""
    text = fill(text, letters_across(ax, 0.8))
    ax.set_title(text, loc="left", color=INK, fontsize=SIZE + 1.5, fontweight="bold")


def legend(ax: Axes, **options: Any) -> None:
    """Name what has a label, without a frame; options are those of `Axes.legend`."""
    ax.legend(frameon=False, labelcolor=INK, fontsize=SIZE, **options)


def right_column(ax: Axes, row: float, text: str, **look: Any) -> None:
    """Write into a column of numbers to the right of the axes."""
    ax.annotate(
        text, (1.0, row), (8, 0), xycoords=ax.get_yaxis_transform(), textcoords="offset points",
        annotation_clip=False, ha="left", va="center", color=INK, fontsize=SIZE, **look,
    )  # fmt: skip


def side_colour(weight: float) -> str:
    """Give the colour of the side that a weight speaks for, or grey where it is nothing.

    Examples
    --------
    >>> side_colour(0.3) == FOR, side_colour(-0.3) == AGAINST, side_colour(0.0) == INK
    (True, True, True)
    """
    if weight == 0:
        return INK
    return FOR if weight > 0 else AGAINST


def number_axis(ax: Axes, text: str) -> None:
    """Give the axis across a few ticks, and say what it is on lines that the axes have room for."""
    ax.locator_params(axis="x", nbins=max(2, round(inches_across(ax) / 1.5)))
    ax.set_xlabel(fill(text, letters_across(ax, 0.9)), loc="right")
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)


def percent_axis(axis: Axis) -> None:
    """Write the numbers of an axis of likelihoods in percent."""
    from matplotlib.ticker import PercentFormatter

    axis.set_major_formatter(PercentFormatter(1.0, decimals=0))


def _new(width: float, height: float) -> Axes:
    try:
        from matplotlib import pyplot as plt
    except ImportError:
        raise MissingExtraError("matplotlib", "plot") from None
    _figure, ax = plt.subplots(figsize=(width, height), layout="constrained", facecolor="none")
    ax.set_facecolor("none")
    return ax
