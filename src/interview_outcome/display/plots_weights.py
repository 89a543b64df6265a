"""The weights of a model: what was published, what interviews made of it, and how sure it is."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals as catalogue
from interview_outcome.display.plot_style import (
    FAINT,
    INK,
    drawing_area,
    legend,
    letters_across,
    right_column,
    side_colour,
)
from interview_outcome.display.plots_signals import chosen_signals
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from interview_outcome.catalogue import Signal
    from interview_outcome.weights import Weight

__all__ = ["MOST_WEIGHTS", "chosen_weights", "plot_weights"]

# So many of the largest weights are drawn where no signals are chosen.
MOST_WEIGHTS = 20
# Half of a central interval of 80 percent of a normal distribution, in standard deviations.
_HALF = 1.2816
_LABEL_LETTERS = 52
_ROW, _MARGIN = 0.38, 1.2  # inches


def chosen_weights(
    model: Model | None = None, signals: Iterable[Signal | str] | None = None
) -> tuple[Weight, ...]:
    """Give the weights of both answers to some signals, the largest first.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Which signals, such as ``signals.filter(family="rapport")``; otherwise the 20 largest weights of all.

    Returns
    -------
    tuple of Weight
        In log-odds, each with its prior and its cases.

    Examples
    --------
    >>> [(weight.signal, weight.answer) for weight in sorted(chosen_weights(signals=["test_passed"]))]
    [('test_passed', False), ('test_passed', True)]
    >>> len(chosen_weights())
    20
    """
    weights = (shipped() if model is None else model).weights
    if signals is None:
        found = sorted(weights.values(), key=lambda weight: -abs(weight.weight))
        return tuple(found[:MOST_WEIGHTS])
    found = [weights[signal.id, answer] for signal in chosen_signals(signals) for answer in (True, False)]
    return tuple(sorted(found, key=lambda weight: -abs(weight.weight)))


def plot_weights(
    model: Model | None = None, signals: Iterable[Signal | str] | None = None, *, ax: Axes | None = None
) -> Axes:
    """Draw weights with their 80% intervals: the published prior beside what was learned from interviews.

    The prior is a hollow grey ring, the learned weight a full dot: blue where it speaks for an offer,
    vermilion where it speaks against it, grey where nothing is left of it. On the right stand the
    interviews with this answer, offers and refusals, where any counted.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Which signals, such as ``signals.filter(family="rapport")``; otherwise the 20 largest weights of all.
    ax : Axes, optional
        Where to draw; a new figure otherwise.

    Returns
    -------
    Axes
        What was drawn on.

    Raises
    ------
    MissingExtraError
        Without matplotlib.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> ax = plot_weights(signals=["thank_you_sent"], ax=Figure().add_subplot())
    >>> sorted(label.get_text() for label in ax.get_yticklabels())
    ['You sent a thank-you or follow-up letter.', 'You sent no thank-you or follow-up letter.']
    """
    weights = chosen_weights(model, signals)
    ax = drawing_area(ax, height=_MARGIN + _ROW * len(weights))
    for row, weight in enumerate(weights):
        _interval(ax, row - 0.17, weight.published, weight.published_sd, color=INK, markerfacecolor="none")
        _interval(ax, row + 0.17, weight.weight, weight.sd, color=side_colour(weight.weight))
        right_column(ax, row, f"{weight.offers} : {weight.refusals}" if weight.case_weight else "none")
    labels = [
        fill(
            catalogue[weight.signal].means(answer=weight.answer),
            min(_LABEL_LETTERS, letters_across(ax, 0.65)),
        )
        for weight in weights
    ]
    ax.set_yticks(range(len(weights)), labels)
    right_column(ax, -0.9, "offers :\nrefusals")
    ax.set_ylim(len(weights) - 0.4, -1.3)
    ax.axvline(0.0, color=INK, linewidth=0.8, zorder=0)
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_xlabel("weight with 80% interval, log-odds: +0.7 doubles the odds of an offer", loc="right")
    ax.plot([], [], "o", color=INK, markerfacecolor="none", label="published")
    ax.plot([], [], "o", color=INK, label="with interviews")
    legend(ax, loc="lower left", bbox_to_anchor=(0.0, 1.0), ncols=2, borderaxespad=0.0)
    return ax


def _interval(ax: Axes, row: float, mean: float, sd: float, **look: Any) -> None:
    ax.plot([mean - _HALF * sd, mean + _HALF * sd], [row, row], color=look["color"], linewidth=1.4, alpha=0.7)
    ax.plot(mean, row, "o", markersize=5.5, **look)
