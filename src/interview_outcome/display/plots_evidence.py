"""Which evidence each weight rests on: published studies and surveys, or interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from interview_outcome.display.plot_style import (
    FOR,
    INK,
    drawing_area,
    label_rows,
    legend,
    number_axis,
    right_column,
    rows_down,
)
from interview_outcome.display.plots_signals import chosen_signals
from interview_outcome.display.text import percent
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from interview_outcome.catalogue import Signal

__all__ = ["MOST_SUPPORTS", "Support", "plot_evidence", "supports"]

# So many weights get a row of their own where no signals are chosen; the others share one.
MOST_SUPPORTS = 20
_ROW, _MARGIN = 0.34, 1.2  # inches
_LINES = 2  # of a label


class Support(NamedTuple):
    """What a weight rests on, counted in interviews.

    Parameters
    ----------
    text : str
        The answer that it is the weight of, as a sentence.
    published : float
        How many interviews the published evidence is worth.
    interviews : float
        What the interviews with this answer count for.
    name : str
        The signal and the answer in short.
    """

    text: str
    published: float
    interviews: float
    name: str

    @property
    def share(self) -> float:
        """The part of the evidence that comes from interviews."""
        return self.interviews / (self.published + self.interviews)


def supports(
    model: Model | None = None,
    signals: Iterable[Signal | str] | None = None,
    *,
    most: int = MOST_SUPPORTS,
) -> tuple[Support, ...]:
    """Give what weights rest on, those with the most interviews first.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Both answers to each of them; otherwise the answers with the most interviews, and the mean of all others.
    most : int
        How many where no signals are chosen.

    Returns
    -------
    tuple of Support
        One for each answer.

    Examples
    --------
    >>> for support in supports(signals=["thank_you_sent"]):
    ...     print(support.text, support.published > support.interviews, 0 <= support.share < 1)
    You sent a thank-you or follow-up letter. True True
    You sent no thank-you or follow-up letter. True True
    """
    weights = (shipped() if model is None else model).weights
    found = sorted((
        Support(
            signal.means(answer=answer), weight.published_interviews, weight.case_weight,
            f"{signal.id.replace('_', ' ')}: {'yes' if answer else 'no'}",
        )
        for signal in chosen_signals(signals)
        for answer in (True, False)
        for weight in (weights[signal.id, answer],)
    ), key=lambda support: -support.interviews)  # fmt: skip
    if signals is not None:
        return tuple(found)
    rest = found[most:]
    published, interviews = (
        sum(values) / len(rest) for values in zip(*(item[1:3] for item in rest), strict=True)
    )
    others = f"Each of the other {len(rest)} answers, in the mean"
    return (*found[:most], Support(others, published, interviews, f"mean of {len(rest)} others"))


def plot_evidence(
    model: Model | None = None, signals: Iterable[Signal | str] | None = None, *, ax: Axes | None = None
) -> Axes:
    """Draw which evidence weights rest on: grey for published evidence, blue for interviews.

    Both are counted in interviews: the published evidence on a weight is worth as many interviews as would
    make it equally sure. The interviews are those coded from accounts, and in a model that `fit` made your own
    as well. On the right stands the part that comes from interviews.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Both answers to each of them; otherwise the 20 answers with the most interviews, or as many as the axes
        have room for, and the mean of all others.
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
    >>> ax = plot_evidence(signals=["thank_you_sent"], ax=Figure().add_subplot())
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['You sent a thank-you or follow-up letter.', 'You sent no thank-you or follow-up letter.']
    """
    model = shipped() if model is None else model
    new = ax is None
    most = MOST_SUPPORTS if ax is None else min(MOST_SUPPORTS, rows_down(ax, _LINES) - 1)
    found = supports(model, signals, most=most)
    ax = drawing_area(ax, height=_MARGIN + _ROW * len(found))
    rows = range(len(found))
    published = [support.published for support in found]
    ax.barh(rows, published, height=0.6, color=INK, alpha=0.6, label="published evidence")
    told = "interviews, coded and your own" if model.fitted else "coded interviews"
    ax.barh(rows, [item.interviews for item in found], left=published, height=0.6, color=FOR, label=told)
    for row, support in enumerate(found):
        right_column(ax, row, percent(support.share) if support.interviews else "none")
    right_column(ax, -1.0, "interviews" if model.fitted else "coded")
    label_rows(ax, [support.text for support in found], [support.name for support in found], new=new)
    ax.set_ylim(len(found) - 0.4, -1.4)
    number_axis(ax, f"what the evidence of model {model.version} is worth, in interviews")
    legend(ax, loc="lower left", bbox_to_anchor=(0.0, 1.0), borderaxespad=0.0)
    return ax
