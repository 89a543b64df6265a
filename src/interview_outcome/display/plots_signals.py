"""What each signal is worth, family by family: how far a yes and a no move the odds."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from interview_outcome.catalogue import signals as catalogue
from interview_outcome.display.plot_style import (
    INK,
    drawing_area,
    legend,
    number_axis,
    side_colour,
)
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from interview_outcome.catalogue import Signal

__all__ = ["Worth", "chosen_signals", "plot_signals", "worths"]

_ROW, _MARGIN = 0.19, 1.0  # inches
_GAP = 0.5  # rows


class Worth(NamedTuple):
    """What the two answers to a signal are worth.

    Parameters
    ----------
    family, signal : str
        Which signal, and what it overlaps with.
    yes, no : float
        Weights of the model, log-odds.
    """

    family: str
    signal: str
    yes: float
    no: float

    @property
    def span(self) -> float:
        """How far the answer can move the log-odds."""
        return abs(self.yes - self.no)


def chosen_signals(signals: Iterable[Signal | str] | None) -> tuple[Signal, ...]:
    """Give signals that are told by themselves or by their names; without any, the whole catalogue.

    Examples
    --------
    >>> [signal.id for signal in chosen_signals(["praised", catalogue["cut_short"]])]
    ['praised', 'cut_short']
    >>> len(chosen_signals(None)) == len(catalogue)
    True
    """
    chosen = catalogue if signals is None else signals
    return tuple(catalogue[signal] if isinstance(signal, str) else signal for signal in chosen)


def worths(
    model: Model | None = None, signals: Iterable[Signal | str] | None = None
) -> dict[str, list[Worth]]:
    """Give what signals are worth, by family; families, and signals within one, that move most come first.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Such as ``signals.filter(phase="closing")``; all otherwise.

    Returns
    -------
    dict of str to list of Worth
        By family.

    Examples
    --------
    >>> found = worths(signals=catalogue.filter(family="advert"))
    >>> [(family, worth.signal, worth.yes > worth.no) for family, (worth,) in found.items()]
    [('advert', 'vacancy_removed', True)]
    """
    weights = (shipped() if model is None else model).weights
    found: dict[str, list[Worth]] = {}
    for signal in chosen_signals(signals):
        yes, no = (weights[signal.id, answer].weight for answer in (True, False))
        found.setdefault(signal.family, []).append(Worth(signal.family, signal.id, yes, no))
    for group in found.values():
        group.sort(key=lambda worth: -worth.span)
    return dict(sorted(found.items(), key=lambda item: -item[1][0].span))


def plot_signals(
    model: Model | None = None, signals: Iterable[Signal | str] | None = None, *, ax: Axes | None = None
) -> Axes:
    """Draw what the yes (full dot) and the no (ring) of each signal are worth, family by family.

    Blue speaks for an offer, vermilion against it. All signals make a tall picture; choose some with
    ``signals.filter``.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Such as ``signals.filter(phase="closing")``; all otherwise.
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
    >>> ax = plot_signals(signals=catalogue.filter(family="advert"), ax=Figure().add_subplot())
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['Advert', 'vacancy removed']
    """
    model = shipped() if model is None else model
    families = worths(model, signals)
    rows: list[str | Worth] = []
    for family, group in families.items():
        rows += [family, *group]
    ax = drawing_area(ax, height=_MARGIN + _ROW * (len(rows) + _GAP * len(families)))
    places = _places(rows)
    for place, row in zip(places, rows, strict=True):
        if isinstance(row, Worth):
            ax.plot([row.no, row.yes], [place, place], color=INK, linewidth=1.0, alpha=0.6, zorder=1)
            ax.plot(row.no, place, "o", markersize=5, color=side_colour(row.no), markerfacecolor="none")
            ax.plot(row.yes, place, "o", markersize=5, color=side_colour(row.yes))
    _name_rows(ax, rows, places)
    ax.axvline(0.0, color=INK, linewidth=0.8, zorder=0)
    number_axis(ax, f"weight in model {model.version}, log-odds: +0.7 doubles the odds of an offer")
    ax.plot([], [], "o", color=INK, label="yes")
    ax.plot([], [], "o", color=INK, markerfacecolor="none", label="no")
    legend(ax, loc="lower left", bbox_to_anchor=(0.0, 1.0), ncols=2, borderaxespad=0.0)
    return ax


def _places(rows: list[str | Worth]) -> list[float]:
    """Stack the rows, with a gap above each heading."""
    return list(accumulate(1.0 if isinstance(row, Worth) else 1.0 + _GAP for row in rows))


def _name_rows(ax: Axes, rows: list[str | Worth], places: list[float]) -> None:
    """Write families as headings and signals beneath them."""
    names = [row.signal if isinstance(row, Worth) else row.capitalize() for row in rows]
    ax.set_yticks(places, [name.replace("_", " ") for name in names])
    for label, row in zip(ax.get_yticklabels(), rows, strict=True):
        if isinstance(row, str):
            label.set_fontweight("bold")
    ax.set_ylim(places[-1] + 0.6, places[0] - 0.6)
