"""What matched words mean: that it was so, that it was not so, or nothing about this interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.reading.phrasebook import read_table
from interview_outcome.reading.relevance import is_asked, is_news
from interview_outcome.reading.scene import word_set
from interview_outcome.reading.text import COMMA, STOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_outcome.reading.phrasebook import Pattern
    from interview_outcome.reading.scene import Scene

__all__ = ["HOLDS", "TURNED", "VOID", "judge"]

HOLDS, TURNED, VOID = "holds", "turned", "void"
REACH = (
    9  # words over which a denial reaches; a list ("not a word on pay, dates or tests") reaches twice as far
)
PLAN_REACH = 5  # words between a plan and what was planned
LINKS = frozenset(["of", "on", "about", "regarding"])
OPENERS = frozenset(["when", "whenever", "if", "because", "since", "as", "how", "what", "why", "so", "then"])
VERBS = frozenset(["was", "were", "is", "are"])
LISTING = frozenset(["or", "nor", "and"])
PRONOUNS = frozenset(["i", "he", "she", "they", "we", "it", "you"])


def judge(pattern: Pattern, scene: Scene, start: int, end: int) -> str:
    """Decide what matched words mean.

    Parameters
    ----------
    pattern : Pattern
        The pattern that matched the words ``scene.words[start:end]``.
    scene : Scene
        Where they stand.

    Returns
    -------
    str
        `HOLDS`, `TURNED` (denied: the opposite), or `VOID` (no news of this candidate's interview).
    """
    marks = pattern.expression.marks
    if _almost(scene, start, end, pattern.expression.names):
        return VOID
    regret = _regretted(scene, start)
    if regret and is_news(marks | {"hope"}, scene, start, end):
        return regret
    if _came_to_nothing(scene, start, end) and is_news((marks | {"hope"}) - {"past"}, scene, start, end):
        return TURNED
    if not is_news(marks, scene, start, end):
        return VOID
    if "q" not in marks and is_asked(scene, start):
        return {True: HOLDS, False: TURNED, None: VOID}[scene.reply]
    return _polarity(scene, start, end, pattern.expression.names)


def _almost(scene: Scene, start: int, end: int, own: Callable[[str], bool]) -> bool:
    """Tell whether words say only what nearly was: "was almost late", not "there for nearly two hours"."""
    return any(
        scene.words[at] in word_set("almost")
        and not own(scene.words[at])
        and not _is_amount(scene.words[at + 1])
        for at in range(start, end - 1)
    )


def _is_amount(word: str) -> bool:
    return word[0].isdigit() or word in word_set("amounts") or word in read_table("numbers.toml")["numbers"]


def _polarity(scene: Scene, start: int, end: int, own: Callable[[str], bool]) -> str:
    """Look for a denial among the words, after them and before them.

    One that the phrase itself names belongs to it; but where it denies nothing, or stands in another clause than
    what it would deny, the phrase was not meant.
    """
    among = [span for span in scene.spans("denies") if start <= span[0] < end]
    named = [span for span in among if own(scene.words[span[0]])]
    if named:
        return VOID if _misplaced(scene, named, end, own) else HOLDS
    if any(not _idle(scene, span) for span in among) or _denied_after(scene, end):
        return TURNED
    if any(stop < end and scene.has("mention", start, at) for at, stop in scene.spans("all_but")):
        return TURNED
    before = [
        at
        for at, stop in scene.spans("denies")
        if stop <= start and start - at <= 2 * REACH and not _idle(scene, (at, stop))
    ]
    return TURNED if before and _reaches(scene, max(before), start) else HOLDS


def _misplaced(scene: Scene, named: list[tuple[int, int]], end: int, own: Callable[[str], bool]) -> bool:
    """Tell whether a denial that a phrase names denies nothing here, or belongs to another clause."""
    for at, _ in named:
        if any(
            start <= before < at < stop
            for start, stop in scene.spans("idle")
            for before, _ in scene.spans("denies")
        ):
            return True  # "did not leave without asking"
        idle = [set(scene.words[at + 1 : stop]) for first, stop in scene.spans("idle") if first <= at < stop]
        if any(not all(map(own, words)) for words in idle):
            return True
    first = named[0][0]
    if (
        scene.words[first] == "not"
        and first + 1 < end
        and not own(scene.words[first + 1])
        and any(
            _tells(scene, at, end - 1)
            for at in range(first + 2, end)
            if scene.breaks[at] or scene.words[at] in word_set("joins")
        )
    ):
        return True
    opening = scene.clause_start(end - 1)
    return opening > named[0][0] and not any(map(own, scene.words[opening : opening + 2]))


def _idle(scene: Scene, span: tuple[int, int]) -> bool:
    return any(start <= span[0] < end for start, end in scene.spans("idle"))


def _reaches(scene: Scene, denial: int, start: int) -> bool:
    """Tell whether a denial reaches the words from `start`."""
    listing = any(
        denial < at < denial + 4 and scene.words[at] not in LINKS for at, _ in scene.spans("mention")
    )
    crossed = False
    for at in range(start, denial, -1):
        word = scene.words[at]
        strong = scene.breaks[at] >= STOP or word in word_set("contrast")
        if strong or (at < start and word in word_set("pauses")):
            return False
        if word in ("or", "nor"):
            crossed = True
        elif scene.breaks[at] == COMMA or word in word_set("joins"):
            plainly = scene.words[denial] == "not"
            if _new_clause(scene, at, start, listing=listing) or (plainly and _tells(scene, at, start)):
                return False
            crossed = True
    if not crossed and start - denial <= REACH:
        return True
    lists = scene.words[denial] in ("no", "without") and "or" in scene.words[denial : start + 5]
    return lists or any(denial <= at < denial + 5 for at, _ in scene.spans("mention"))


def _tells(scene: Scene, at: int, start: int) -> bool:
    """Tell whether after a comma or "and" a verb stands in the past, which no "did not" before it denies."""
    verb = scene.words[min(at + (scene.words[at] in word_set("joins")), start)]
    return verb in read_table("verbs.toml")["past"]


def _new_clause(scene: Scene, at: int, start: int, *, listing: bool) -> bool:
    """Tell whether a comma or "and" at a word begins a clause of its own, rather than the next item of a list."""
    following = scene.words[min(at + 1, start)]
    if {scene.words[at], following} & OPENERS or following in word_set("says"):
        return True
    if not PRONOUNS.isdisjoint(scene.words[at:start]) or _has_verb(scene.words[at + 1 : start + 4]):
        return True
    return not listing and scene.opens_clause(at + 1 if scene.words[at] in word_set("joins") else at)


def _has_verb(words: tuple[str, ...]) -> bool:
    """Tell whether a verb follows that no list goes before: "my boss was ...", not "dates or tests were ..."."""
    verb = next((place for place, word in enumerate(words) if word in VERBS), 0)
    return verb > 0 and not LISTING.intersection(words[:verb])


def _regretted(scene: Scene, start: int) -> str:
    """Tell what the writer's regret says of words: that it was done, that it was not; or nothing."""
    for name, verdict in (("regrets_deed", HOLDS), ("regrets_lack", TURNED)):
        for at, stop in scene.spans(name):
            if at <= start < stop and verdict == HOLDS:  # "not told them" denies nothing here
                return VOID
            if start - PLAN_REACH <= stop <= start:
                return verdict
    return ""


def _came_to_nothing(scene: Scene, start: int, end: int) -> bool:
    """Find a plan before the words that failed after them: "meant to show me round, but there was no time"."""
    first = max(0, start - PLAN_REACH)
    planned = scene.has("plan", first, end) or scene.has("wanted", first, end)
    planned = planned or any(at == end for at, _ in scene.spans("plan_after"))
    return planned and scene.has("failed", end, end + 2 * REACH)


def _denied_after(scene: Scene, end: int) -> bool:
    """Find a denial that follows: "pay was not mentioned", "references: none", "the tour never happened"."""
    size = len(scene.words)
    end = next((stop for start, stop in scene.spans("relative") if start == end), end)
    later = (stop for start, stop in scene.spans("denied_later") if start == end)
    return any(stop - end > 1 or stop == size for stop in later)
