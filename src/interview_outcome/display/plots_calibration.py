"""Likelihoods against what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.display.plot_style import (
    AGAINST,
    BAND,
    FAINT,
    FOR,
    INK,
    drawing_area,
    heading,
    legend,
    percent_axis,
)
from interview_outcome.display.text import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from interview_outcome.learning.evaluation import Evaluation

__all__ = ["plot_calibration"]

_LARGEST, _SMALLEST = 110.0, 18.0  # of a bin's dot, in points squared


def plot_calibration(evaluation: Evaluation, ax: Axes | None = None) -> Axes:
    """Draw an evaluation's calibration: how often an offer came where a likelihood was said.

    Parameters
    ----------
    evaluation : Evaluation
        From `interview_outcome.evaluate`.
    ax : Axes, optional
        Where to draw; without it a new figure is made.

    Returns
    -------
    Axes
        With a dot for each bin of interviews, as large as the bin, its interval as a line, the calibration
        curve with its band where there is one, and the diagonal on which all would lie.

    Raises
    ------
    MissingExtraError
        Without matplotlib.

    Examples
    --------
    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> from interview_outcome import evaluate
    >>> frame = pd.DataFrame({"praised": ["yes", "no"] * 20, "offer": ["yes", "no", "no", "no"] * 10})
    >>> ax = plot_calibration(evaluate(frame), ax=Figure().add_subplot())
    >>> ax.get_xlabel(), ax.get_ylabel()
    ('likelihood of an offer', 'share of offers')
    """
    ax = drawing_area(ax, height=4.8, width=5.2)
    level = percent(evaluation.level)
    ax.plot((0, 1), (0, 1), color=INK, linewidth=1, linestyle=(0, (4, 3)), label="as it should be", zorder=1)
    if evaluation.curve:
        at, middle, low, high = zip(*evaluation.curve, strict=True)
        ax.fill_between(at, low, high, color=FOR, alpha=BAND, linewidth=0, label=f"{level} band", zorder=2)
        ax.plot(at, middle, color=FOR, linewidth=2, label="calibration curve", zorder=3)
    likelihood = [found.likelihood for found in evaluation.bins]
    ax.vlines(
        likelihood, [found.low for found in evaluation.bins], [found.high for found in evaluation.bins],
        color=AGAINST, linewidth=1.2, zorder=4,
    )  # fmt: skip
    most = max(found.rows for found in evaluation.bins)
    sizes = [max(_SMALLEST, _LARGEST * found.rows / most) for found in evaluation.bins]
    ax.scatter(
        likelihood, [found.offers for found in evaluation.bins], s=sizes, color=AGAINST, marker="o",
        label=f"like interviews, {level} interval", zorder=5,
    )  # fmt: skip
    ax.set(
        xlim=(0, 1), ylim=(0, 1), aspect="equal", xlabel="likelihood of an offer", ylabel="share of offers"
    )
    ax.grid(color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.tick_params(pad=6)  # the two zeros in the corner keep apart
    percent_axis(ax.xaxis)
    percent_axis(ax.yaxis)
    heading(ax, f"Calibration on {evaluation.rows:,} interviews")
    legend(ax, loc="lower right")
    return ax
