"""Rules "mirror", "overlap" and "damp" over whole columns, as tables of every pattern of answers.

Only answers that share a family, or are mirrors of each other, on one side (for or against) change each
other's share. There are at most ten on a side, so each pattern of them is put to the rule layer once, and a
column of a million rows looks its shares up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from interview_outcome import rules
from interview_outcome.checklist_values import CHOICES
from interview_outcome.features import FEATURES, Feature, RuleLayer, overlap_group, speaks_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

__all__ = ["Side", "find_patterns", "sides"]


class Side(NamedTuple):
    """Answers that change each other's share.

    Parameters
    ----------
    features : tuple of Feature
        The answers; bit j of a pattern says whether the j-th is given.
    variants : array of int
        For each interviewer, in the order of `CHOICES` and last for unknown: which block of the table holds.
    shares : array of shape (variants x patterns, features)
        The share with which each answer counts.
    happened : array of shape (variants x patterns, features)
        The same as if only the yes answers of the pattern had been given.
    """

    features: tuple[Feature, ...]
    variants: NDArray[np.intp]
    shares: NDArray[np.float64]
    happened: NDArray[np.float64]


def sides(layer: RuleLayer) -> tuple[Side, ...]:
    """Give the tables of a rule layer; they are made once, in some 50 ms.

    Examples
    --------
    >>> from interview_outcome.model import shipped
    >>> side = next(side for side in sides(shipped().layer) if ("vacancy_sold", True) in side.features)
    >>> len(side.features), side.variants, side.shares.shape
    (5, array([1, 1, 0, 0, 0]), (64, 5))
    >>> side.shares[0b11].tolist()
    [1.0, 0.5, 0.0, 0.0, 0.0]
    """
    if layer not in _made:
        _made[layer] = tuple(_side(layer, features) for features in _together())
    return _made[layer]


def find_patterns(
    side: Side, answers: Mapping[str, NDArray[np.int8]], interviewer: NDArray[np.int8] | None
) -> NDArray[np.intp] | None:
    """Give for each row its place in the table of a side; None where no answer of it is given in any row.

    Parameters
    ----------
    side : Side
        The table.
    answers : mapping of str to int8 array
        1, 0 or -1 by signal, after `interview_outcome.frames.scores.settling.settle`.
    interviewer : int8 array or None
        Place in `CHOICES`, -1 unknown.
    """
    places: NDArray[np.intp] | None = None
    for first in range(0, len(side.features), 8):  # byte by byte: the fastest arithmetic there is
        byte: NDArray[np.uint8] | None = None
        for bit, (signal, answer) in enumerate(side.features[first : first + 8]):
            if signal in answers:
                said = (answers[signal] == answer).view(np.uint8)
                said <<= np.uint8(bit)
                byte = said if byte is None else np.bitwise_or(byte, said, out=byte)
        if byte is not None:
            wide = byte.astype(np.intp)
            wide <<= first
            places = wide if places is None else np.bitwise_or(places, wide, out=places)
    if places is not None and interviewer is not None and side.variants.any():
        places += (side.variants << len(side.features))[interviewer]
    return places


def _together() -> list[tuple[Feature, ...]]:
    """Put the features together that share an overlap group or a mirror, for and against apart."""
    found: list[tuple[set[object], list[Feature]]] = []
    for feature in FEATURES:
        good = speaks_for(feature)
        keys: set[object] = {(overlap_group(feature[0]), good)}
        keys |= {(number, good) for number, group in enumerate(rules.MIRRORS) if feature[0] in group}
        members = [feature]
        for other in [other for other in found if other[0] & keys]:
            keys, members = keys | other[0], other[1] + members
            found.remove(other)
        found.append((keys, members))
    return [tuple(members) for _, members in found]


def _side(layer: RuleLayer, features: tuple[Feature, ...]) -> Side:
    groups = {overlap_group(signal) for signal, _ in features}
    damped = [damp.interviewers for damp in rules.DAMPS if groups & set(damp.families)]
    asked = [interviewers[0] for interviewers in damped]
    variants = [0] * (len(CHOICES["interviewer"]) + 1)
    for number, interviewers in enumerate(damped):
        for interviewer in interviewers:
            variants[CHOICES["interviewer"].index(interviewer)] = number + 1
    tables = [_patterns(layer, features, interviewer) for interviewer in (None, *asked)]
    yes = sum(1 << number for number, (_, answer) in enumerate(features) if answer)
    only_yes = np.arange(2 ** len(features)) & yes
    return Side(
        features,
        np.array(variants),
        np.concatenate(tables),
        np.concatenate([table[only_yes] for table in tables]),
    )


def _patterns(
    layer: RuleLayer, features: tuple[Feature, ...], interviewer: str | None
) -> NDArray[np.float64]:
    """Ask the rule layer for the shares of every pattern of some features."""
    context = {} if interviewer is None else {"interviewer": interviewer}
    table = np.zeros((2 ** len(features), len(features)))
    place = {feature: number for number, feature in enumerate(features)}
    for pattern, row in enumerate(table):
        answers = dict(feature for number, feature in enumerate(features) if pattern >> number & 1)
        for feature, share in layer.shares(answers, context).items():
            row[place[feature]] = share
    return table


_made: WeakKeyDictionary[RuleLayer, tuple[Side, ...]] = WeakKeyDictionary()
