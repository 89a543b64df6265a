"""Praise that is meant the other way round: it mocks, and what it mocks stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.catalogue import signals
from interview_outcome.reading.finding import Finding
from interview_outcome.reading.scene import word_set
from interview_outcome.reading.text import STOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from interview_outcome.reading.scene import Scene

__all__ = ["meant"]

MOODS = ("friendly_interaction", "candidate_felt_good", "smooth_dialogue", "warm_body_language")
MOCKED = {"mocks_warmth": MOODS[0], "mocks_face": MOODS[0], "mocks_success": MOODS[1]}
COLD = frozenset([("friendly_interaction", False), ("warm_body_language", False)])
BAD = COLD | {
    ("interviewer_lost_interest", True),
    ("interviewer_took_calls", True),
    ("interviewer_unprepared", True),
    ("smooth_dialogue", False),
    ("cut_short", True),
}
FAILED = BAD | {("test_passed", False), ("candidate_felt_good", False), ("candidate_was_late", True)}
BESIDE = {"mocks_warmth": BAD, "mocks_face": COLD, "mocks_success": FAILED}


def meant(found: list[Finding], scenes: list[Scene]) -> list[Finding]:
    """Turn or leave out the good signs of sentences that mean the opposite.

    A mood that is mocked turns into its opposite; any other good sign of such a sentence is left out.
    """
    said: list[set[tuple[str, object]]] = [set() for _ in scenes]
    for one in found:
        if one.sure:
            said[one.at].add((one.key, one.answer))
    mocks = [mock for at, scene in enumerate(scenes) for mock in _mocks(scene, at, said)]
    mocked = {(mock.at, mock.key) for mock in mocks}
    openly = {at for at, scene in enumerate(scenes) if _openly(scene)}
    kept = [one for one in found if (one.at, one.key) not in mocked or not one.answer]
    return [*mocks, *(one for finding in kept for one in _turned(finding, openly=finding.at in openly))]


def _mocks(scene: Scene, at: int, said: list[set[tuple[str, object]]]) -> Iterator[Finding]:
    """Find praise in a sentence beside which stands what it mocks."""
    beside: set[tuple[str, object]] = set().union(*said[max(0, at - 1) : at + 2])
    for mock, signal in MOCKED.items():
        for start, end in scene.spans(mock):
            if beside & BESIDE[mock] and not _contrasted(scene):
                yield Finding(signal, False, True, at, start, end, mock)


def _contrasted(scene: Scene) -> bool:
    """Tell whether the praise is meant, and what follows only qualifies it: "lovely man, but he yawned"."""
    return bool(word_set("qualifies").intersection(scene.words)) or bool(
        scene.after and word_set("qualifies").intersection(scene.after.words)
    )


def _openly(scene: Scene) -> bool:
    """Tell whether the sentence says itself that it means the opposite: by a sign, or by "Not." after it."""
    return bool(scene.spans("sarcasm")) or (scene.words[-1] == "not" and scene.breaks[-1] >= STOP)


def _turned(finding: Finding, *, openly: bool) -> Iterable[Finding]:
    if (
        not openly
        or finding.key not in signals
        or finding.answer is not (signals[finding.key].direction == "+")
    ):
        return [finding]
    if finding.key in MOODS:
        return [Finding(finding.key, False, finding.sure, finding.at, finding.start, finding.end, "sarcasm")]
    return []
