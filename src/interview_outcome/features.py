"""From a checklist to features: the rules of `interview_outcome.rules`, applied to one interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.checklist import Remark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from interview_outcome.checklist import Checklist

__all__ = ["FEATURES", "Feature", "Features", "RuleLayer", "Silence"]

Feature = tuple[str, bool]
# Every (signal, answer) pair, in the order of the catalogue: the columns of the model.
FEATURES: tuple[Feature, ...] = tuple((signal, answer) for signal in signals.ids for answer in (True, False))
_CODE_COMBINATIONS = tuple(
    (combination, frozenset(combination.signals)) for combination in rules.COMBINATIONS
)
_MIRROR = {signal: number for number, group in enumerate(rules.MIRRORS) for signal in group}
_DAMPED = {
    interviewer: dict.fromkeys(damp.families, damp.factor)
    for damp in rules.DAMPS
    for interviewer in damp.interviewers
}


class Silence(NamedTuple):
    """Days without a word: how many, counted from which date, and how the waiting curve is to be read."""

    days: int
    since: str
    only_if_positive: bool
    manager: bool


class Features(NamedTuple):
    """What a checklist says to the model.

    Parameters
    ----------
    shares : dict of (str, bool) to float
        For each answer that counts, in the order of its weight, the share of its weight that counts, in (0, 1].
    happened : dict of (str, bool) to float
        The same as if only the yes answers had been given: what the rule "absences" measures by.
    combinations : tuple of str
        Codes of the combinations that are complete.
    silence : Silence or None
        Days without a word, where dates tell them.
    remarks : tuple of Remark
        What the rules set aside, halved or derived.
    """

    shares: dict[Feature, float]
    happened: dict[Feature, float]
    combinations: tuple[str, ...]
    silence: Silence | None
    remarks: tuple[Remark, ...]


class _Place(NamedTuple):
    """Where a feature stands in the rule layer: its rank by weight, and what it shares a place with."""

    rank: int
    feature: Feature
    group: str
    side: tuple[str, bool]
    mirror: tuple[int, bool] | None


class RuleLayer:
    """The rules, with the order of the weights that the overlap and the mirrors go by.

    Parameters
    ----------
    weights : mapping of (str, bool) to float
        Log-odds of each feature; the heavier counts first.
    """

    def __init__(self, weights: Mapping[Feature, float]) -> None:
        heaviest_first = sorted(FEATURES, key=lambda feature: -abs(weights.get(feature, 0.0)))
        self._places = {feature: self._place(rank, feature) for rank, feature in enumerate(heaviest_first)}
        self.order = tuple(heaviest_first)

    @staticmethod
    def _place(rank: int, feature: Feature) -> _Place:
        signal = feature[0]
        group = overlap_group(signal)
        good = speaks_for(feature)
        mirror = _MIRROR.get(signal)
        return _Place(rank, feature, group, (group, good), None if mirror is None else (mirror, good))

    def __call__(self, checklist: Checklist, on: date | None = None) -> Features:
        """Apply every rule to a checklist, as known on a day."""
        remarks: list[Remark] = []
        context = checklist.context
        answers = _derive(checklist, remarks)
        silence = _silence(answers, context, on, remarks)
        _set_aside(answers, context, remarks)
        shares = self.shares(answers, context, remarks)
        happened = shares
        if False in answers.values():
            yes = {signal: answer for signal, answer in answers.items() if answer}
            happened = self.shares(yes, context)
        return Features(shares, happened, _combinations(answers), silence, tuple(remarks))

    def shares(
        self, answers: Mapping[str, bool], context: Mapping[str, Any], remarks: list[Remark] | None = None
    ) -> dict[Feature, float]:
        """Mirror, overlap and damp: the share of its weight with which each answer counts.

        The other rules have been applied before; remarks are added where a list is given.
        """
        places = self._places
        damped = _DAMPED.get(context.get("interviewer", ""), {})
        left: dict[tuple[str, bool], float] = {}
        mirrored: dict[tuple[int, bool], str] = {}
        shares: dict[Feature, float] = {}
        touched = False
        for _, feature, group, side, mirror in sorted(places[item] for item in answers.items()):
            if mirror is not None:
                if mirror in mirrored:
                    if remarks is not None:
                        remarks.append(_mirror_remark(feature[0], mirrored[mirror]))
                    continue
                mirrored[mirror] = feature[0]
            share = left.get(side, 1.0)
            left[side] = share * rules.OVERLAP_STEP
            if group in damped:
                share *= damped[group]
                touched = True
            shares[feature] = share
        if touched and remarks is not None:
            remarks += [
                _damp_remark(damp, shares)
                for damp in rules.DAMPS
                if context["interviewer"] in damp.interviewers
            ]
        return shares


def overlap_group(signal: str) -> str:
    """Name the group inside which a signal overlaps with others: its family, with two exceptions."""
    return rules.OVERLAP_WITH.get(signal) or signals[signal].family


def speaks_for(feature: Feature) -> bool:
    """Say whether an answer is evidence for an offer (a yes to a good sign, a no to a bad one)."""
    signal, answer = feature
    return (signals[signal].direction != "-") == answer


def _derive(checklist: Checklist, remarks: list[Remark]) -> dict[str, bool]:
    """Turn dates into answers."""
    answers = dict(checklist.answers)
    context = checklist.context
    contact_by, contacted_on = context.get("contact_by"), context.get("contacted_on")
    if contact_by is None:
        return answers
    if "contact_date_given" not in answers:
        answers["contact_date_given"] = True
        remarks.append(
            Remark("derive", ("contact_date_given", "contact_by"), f"They named a day: {contact_by}.", "A2")
        )
    if contacted_on is not None and contacted_on < contact_by:
        answers["candidate_contacted_too_early"] = True
        text = f"You asked on {contacted_on}, before the day that they named, {contact_by}."
        remarks.append(Remark("derive", ("candidate_contacted_too_early", "contacted_on"), text, "F6"))
    return answers


def _silence(
    answers: dict[str, bool], context: Mapping[str, Any], on: date | None, remarks: list[Remark]
) -> Silence | None:
    """Let the days without a word, where they are known, replace every other sign of silence."""
    starts = [key for key in ("interviewed_on", "heard_on", "contact_by") if key in context]
    if not starts:
        return None
    if on is None:
        text = (
            "Dates are given but no day to count to, so silence is no evidence here. Give `on` to count it."
        )
        remarks.append(Remark("no_day", tuple(starts), text))
        return None
    replaced = [signal for signal, answer in rules.SILENCE_REPLACES if answers.get(signal) is answer]
    for signal in replaced:
        del answers[signal]
    if replaced:
        text = (
            "The days without a word are known from the dates, so they are counted instead of these answers."
        )
        remarks.append(Remark("silence", tuple(replaced), text))
    contact_by, heard_on = context.get("contact_by"), context.get("heard_on")
    missed = contact_by is not None and on > contact_by and (heard_on is None or heard_on < contact_by)
    if missed:
        answers["contact_date_missed"] = True
        text = f"The day that they named, {contact_by}, has passed without a word."
        remarks.append(Remark("derive", ("contact_date_missed", "contact_by"), text, "G2"))
    since = max(starts, key=lambda key: context[key])
    days = max(0, (on - context[since]).days)
    return Silence(
        days, since, answers.get("no_call_if_refused") is True, context.get("interviewer") == "manager"
    )


def _set_aside(answers: dict[str, bool], context: Mapping[str, Any], remarks: list[Remark]) -> None:
    """Void what means nothing in this setting, and settle contradictions."""
    for void in rules.VOIDS:
        if void.signal in answers and context.get(void.key) in void.values:
            del answers[void.signal]
            remarks.append(Remark("void", (void.signal, void.key), void.text, void.claim))
    if rules.VAGUE_PROMISE[0] in answers:
        signal, text, claim = rules.VAGUE_PROMISE
        text = text if answers.pop(signal) else rules.NO_VAGUE_PROMISE
        remarks.append(Remark("void", (signal,), text, claim))
    for contradiction in rules.CONTRADICTIONS:
        signal, answer = contradiction.kept
        other = contradiction.other
        if answers.get(signal) is not answer or not (other in context or other in answers):
            continue
        if contradiction.dropped is None:
            if other in context or answers[other]:
                remarks.append(Remark("contradict", (signal, other), contradiction.text))
        elif answers.get(other) is contradiction.dropped[1]:
            del answers[other]
            remarks.append(Remark("contradict", (signal, other), contradiction.text))


def _combinations(answers: Mapping[str, bool]) -> tuple[str, ...]:
    said_yes = {signal for signal, answer in answers.items() if answer}
    return tuple(
        combination.code
        for combination, needed in _CODE_COMBINATIONS
        if len(said_yes & needed) >= combination.least
    )


def _mirror_remark(signal: str, counted: str) -> Remark:
    text = "The first says much the same as the second, so that only the second counts."
    return Remark("mirror", (signal, counted), text)


def _damp_remark(damp: rules.Damp, shares: Mapping[Feature, float]) -> Remark:
    touched = tuple(signal for signal, _ in shares if overlap_group(signal) in damp.families)
    return Remark("damp", touched, damp.text, damp.claim)
