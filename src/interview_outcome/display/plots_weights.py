"""The weights of a model: what they were before the interviews, what these made of them, and how sure that is."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals as catalogue
from interview_outcome.display.plot_style import (
    INK,
    drawing_area,
    label_rows,
    legend,
    letters_across,
    number_axis,
    right_column,
    rows_down,
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
_ROW, _MARGIN = 0.38, 1.4  # inches
_LINES = 2  # of a label


def chosen_weights(
    model: Model | None = None,
    signals: Iterable[Signal | str] | None = None,
    *,
    before: Model | None = None,
    most: int = MOST_WEIGHTS,
) -> tuple[Weight, ...]:
    """Give the weights of both answers to some signals, the largest first.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Which signals, such as ``signals.filter(family="rapport")``; otherwise the largest weights of all.
    before : Model, optional
        With it those come first that moved most since this model.
    most : int
        How many where no signals are chosen.

    Returns
    -------
    tuple of Weight
        In log-odds, each with where it started and its interviews.

    Examples
    --------
    >>> [(weight.signal, weight.answer) for weight in sorted(chosen_weights(signals=["test_passed"]))]
    [('test_passed', False), ('test_passed', True)]
    >>> len(chosen_weights())
    20
    """
    weights = (shipped() if model is None else model).weights
    start = {} if before is None else {feature: weight.weight for feature, weight in before.weights.items()}
    if signals is None:
        features = list(weights)
    else:
        features = [(signal.id, answer) for signal in chosen_signals(signals) for answer in (True, False)]
        most = len(features)
    found = sorted(features, key=lambda each: -abs(weights[each].weight - start.get(each, 0.0)))
    return tuple(weights[feature] for feature in found[:most])


def plot_weights(
    model: Model | None = None,
    signals: Iterable[Signal | str] | None = None,
    *,
    before: Model | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw weights with their 80% intervals: beside each what it was before the interviews were counted.

    The weight before is a hollow grey ring, the weight in the model a full dot: blue where it speaks for an offer,
    vermilion where it speaks against it, grey where nothing is left of it. A cross is a weight that the interviews
    would carry over to the other side and that stopped at 0; its bar goes to both sides all the same, since so much
    of it is in the interval of an estimate. On the right stand the interviews with this answer, offers and refusals,
    where any counted.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Which signals, such as ``signals.filter(family="rapport")``; otherwise the 20 largest weights of all, or as
        many as the axes have room for.
    before : Model, optional
        The model whose weights the rings are, such as ``shipped()`` for one that `fit` made: without ``signals`` the
        weights that moved most are drawn. Without it the rings are the published weights, scaled.
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
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['published, scaled', 'in model 2026.11']
    """
    model = shipped() if model is None else model
    new = ax is None
    most = MOST_WEIGHTS if ax is None else min(MOST_WEIGHTS, rows_down(ax, _LINES))
    weights = chosen_weights(model, signals, before=before, most=most)
    ax = drawing_area(ax, height=_MARGIN + _ROW * len(weights))
    for row, weight in enumerate(weights):
        start = (weight.scaled, weight.scaled_sd)
        if before is not None:
            start = before.weights[weight.signal, weight.answer][2:4]
        _interval(ax, row - 0.17, *start, color=INK, markerfacecolor="none")
        mark = "X" if weight.stopped else "o"
        _interval(ax, row + 0.17, weight.weight, weight.sd, mark, color=side_colour(weight.weight))
        right_column(ax, row, f"{weight.offers} : {weight.refusals}" if weight.case_weight else "none")
    label_rows(
        ax,
        [catalogue[weight.signal].means(answer=weight.answer) for weight in weights],
        [f"{weight.signal.replace('_', ' ')}: {'yes' if weight.answer else 'no'}" for weight in weights],
        new=new,
    )
    right_column(ax, -0.9, "offers :\nrefusals")
    ax.set_ylim(len(weights) - 0.4, -1.3)
    ax.axvline(0.0, color=INK, linewidth=0.8, zorder=0)
    number_axis(ax, "weight with 80% interval, log-odds: +0.7 doubles the odds of an offer")
    _name_marks(ax, model, before, stopped=any(weight.stopped for weight in weights))
    return ax


def _interval(ax: Axes, row: float, mean: float, sd: float, mark: str = "o", **look: Any) -> None:
    ax.plot([mean - _HALF * sd, mean + _HALF * sd], [row, row], color=look["color"], linewidth=1.4, alpha=0.7)
    ax.plot(mean, row, mark, markersize=5.5, **look)


def _name_marks(ax: Axes, model: Model, before: Model | None, *, stopped: bool) -> None:
    """Say what rings, dots and crosses are, and of which models."""
    letters = letters_across(ax, 0.5)
    ring = "published, scaled" if before is None else fill(f"before, in model {before.version}", letters)
    ax.plot([], [], "o", color=INK, markerfacecolor="none", label=ring)
    ax.plot([], [], "o", color=INK, label=fill(f"in model {model.version}", letters))
    if stopped:
        ax.plot([], [], "X", color=INK, linestyle="none", label="stopped at 0")
    legend(ax, loc="lower left", bbox_to_anchor=(0.0, 1.0), borderaxespad=0.0)
