"""What matched words mean: that it was so, that it was not so, or nothing about this interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.reading.relevance import is_asked, is_news
from interview_outcome.reading.scene import word_set
from interview_outcome.reading.text import COMMA, STOP

if TYPE_CHECKING:
    from interview_outcome.reading.phrasebook import Pattern
    from interview_outcome.reading.scene import Scene

__all__ = ["HOLDS", "TURNED", "VOID", "judge"]

HOLDS, TURNED, VOID = "holds", "turned", "void"
REACH = (
    9  # words over which a denial reaches; a list ("not a word on pay, dates or tests") reaches twice as far
)
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
    if not is_news(marks, scene, start, end):
        return VOID
    if "q" not in marks and is_asked(scene, start):
        return {True: HOLDS, False: TURNED, None: VOID}[scene.reply]
    own = pattern.expression.vocabulary
    return TURNED if _denied(scene, start, end, own) else HOLDS


def _denied(scene: Scene, start: int, end: int, own: frozenset[str]) -> bool:
    """Look for a denial among the words, after them and before them; one that the phrase itself names is none."""
    denials = [span for span in scene.spans("denies") if not _idle(scene, span)]
    among = [scene.words[at] for at, _ in denials if start <= at < end]
    if among:
        return own.isdisjoint(among)
    if _denied_after(scene, end):
        return True
    before = [at for at, stop in denials if stop <= start and start - at <= 2 * REACH]
    return bool(before) and _reaches(scene, max(before), start)


def _idle(scene: Scene, span: tuple[int, int]) -> bool:
    return any(start <= span[0] < end for start, end in scene.spans("idle"))


def _reaches(scene: Scene, denial: int, start: int) -> bool:
    """Tell whether a denial reaches the words from `start`."""
    crossed = False
    for at in range(start, denial, -1):
        word = scene.words[at]
        strong = scene.breaks[at] >= STOP or word in word_set("contrast")
        if strong or (at < start and word in word_set("pauses")):
            return False
        if scene.breaks[at] == COMMA or word in word_set("joins"):
            if word in ("or", "nor"):
                crossed = True
                continue
            if (
                word in ("so", "then")
                or scene.words[min(at + 1, start)] in word_set("says")
                or not PRONOUNS.isdisjoint(scene.words[at:start])
                or (scene.opens_clause(at + 1 if word in word_set("joins") else at))
            ):
                return False
            crossed = True
    if not crossed and start - denial <= REACH:
        return True
    return any(denial <= at < denial + 5 for at, _ in scene.spans("mention"))


def _denied_after(scene: Scene, end: int) -> bool:
    """Find a denial that follows: "pay was not mentioned", "references: none", "the tour never happened"."""
    size = len(scene.words)
    for start, stop in scene.spans("denied_later"):
        if start == end and (stop - start > 1 or stop == size):
            return True
    return False
