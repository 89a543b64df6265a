"""Whether words are news of this candidate's own interview: no question, hope, other person, other time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from interview_outcome.reading.scene import FIRST_PERSON, OF_ANOTHER, base_forms, word_set
from interview_outcome.reading.text import STOP

if TYPE_CHECKING:
    from interview_outcome.reading.scene import Scene

__all__ = ["is_asked", "is_news"]

AFTER = 3  # words after a round in which what became of it may stand
REACH = 9  # words over which a hope reaches
SAYS = 4  # words before a view in which it stands whose view it is
SUBJECT_REACH = 12  # words over which a subject is looked for
SUBJECTS = frozenset(["i", "he", "she", "they", "we", "you", "anybody"])
PLACING = frozenset(["at", "in", "from", "with", "back", "when", "where", "elsewhere", "somewhere"])
HELPERS = frozenset(["did", "do", "does", "has", "have"])
INVERTING = frozenset(["once", "never", "nor", "not", "only", "neither", "so", "as"])  # "never did they ask"
SECOND_PERSON = frozenset(["you", "your", "yours"])


def is_news(marks: frozenset[str], scene: Scene, start: int, end: int) -> bool:
    """Tell whether words, where they are no question, say something about this interview.

    Parameters
    ----------
    marks : frozenset of str
        The marks of the phrase: what it allows.
    scene : Scene
        The sentence.
    start, end : int
        The first of the words, and the one after the last.
    """
    return not (
        ("if" not in marks and _conditional(scene, start, end))
        or ("hope" not in marks and _hoped(scene, start, end))
        or _elsewhere(scene, start, end)
        or ("other" not in marks and (_advertised(scene, start, end) or _about_another(scene, start, end)))
        or not _right_subject(marks, scene, start, end)
        or ("past" in marks and (_to_come(scene, start, end) or scene.spans("before_interview")))
        or ("ahead" in marks and _over(scene, start, end))
        or ("own" in marks and scene.has("reported", start - SAYS, start))
        or ("me" not in marks and scene.has("own_doing", end, end + 7))
    )


def is_asked(scene: Scene, start: int) -> bool:
    """Tell whether the words from `start` stand in a question of the writer's own."""
    if scene.spans("asked_by_them"):
        return False
    if scene.has("asking", 0, 4):
        return True
    words = scene.words
    subject = start if words[start] in word_set("opens_clause") else start - 1
    if subject > 0 and words[subject] in SUBJECTS and words[subject - 1] in HELPERS:
        return subject == 1 or words[subject - 2] not in INVERTING
    if not scene.sentence.asks:
        return False
    for at in range(start, -1, -1):
        begins = at == 0 or scene.breaks[at] or words[at - 1] in ("and", "but", "so", "or")
        if begins and words[at] in word_set("starts_question"):
            return True
        if at and scene.breaks[at] >= STOP:
            return False
    return False


def _to_come(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words are still to come: "will check", "they'd check", but not "they'd check, and they did"."""
    if scene.has("kept", end, end + REACH):
        return False
    would = scene.words[start - 1] == "d" and scene.words[start] in base_forms()
    return would or scene.has("future", start - 4, start)


def _over(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a round that is named is the one that was: "had my final round on Monday"."""
    if scene.has("arranged", start, scene.part_end(end)):
        return False
    had = any(start - 1 <= stop <= start + 2 for _, stop in scene.spans("over"))
    return had or scene.has("over_after", start, end + AFTER)


def _conditional(scene: Scene, start: int, end: int) -> bool:
    first = scene.part_start(start)
    for at, stop in scene.spans("condition"):
        if first <= at < start and (
            not _factual(scene, (at, stop)) or scene.has("unknown_if", max(0, at - 5), stop)
        ):
            return True
    would = "would" in scene.words[max(0, start - 3) : end]
    later = (span for span in scene.spans("condition") if end <= span[0] < end + 4)
    return would and any(not _factual(scene, span) for span in later)


def _factual(scene: Scene, condition: tuple[int, int]) -> bool:
    """Tell whether an "if" says what was asked, or is only a manner of speaking."""
    return any(one <= condition[0] and condition[1] <= other for one, other in scene.spans("factual_if"))


def _hoped(scene: Scene, start: int, end: int) -> bool:
    part = scene.part_start(start)
    if scene.has("forgotten", part, end) or _to_do(scene, part):
        return True
    first = max(scene.clause_start(start), start - REACH)
    if scene.has("hope_all", part, min(part + 4, start)) and not scene.has("reported", part, start):
        return True
    planned = any(first <= at < start and stop <= start + 1 for at, stop in scene.spans("own_plan"))
    if planned or scene.has("hope", first, start):
        return True
    return scene.has("hope_after", end, min(end + 6, scene.part_end(end)))


def _to_do(scene: Scene, part: int) -> bool:
    """Tell whether words are a note to oneself: "Ask about the start date.", not "Ask me about it, he said"."""
    return scene.words[part] in word_set("to_do") and not FIRST_PERSON & set(scene.words[part + 1 : part + 2])


def _elsewhere(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the sentence speaks of another interview, or of interviews at large."""
    first, last = scene.part_start(start), scene.part_end(end)
    if scene.has("generic", first, last) or (scene.has("habit", first, last) and not scene.spans("reported")):
        return True
    others = scene.other_interviews
    if any(first <= stop <= start or (end <= at and stop <= last) for at, stop in others):
        return not scene.has("this_time", first, start)
    return scene.story == "other_interview" and not others


def _advertised(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the words are those of an advert, or about another job."""
    first, last = scene.part_start(start), scene.part_end(end)
    after = scene.after
    if after and after.words[0] in ("that", "it", "all") and after.has("advert", 0, SUBJECT_REACH):
        return True
    goes_on = scene.words[start - 1] in word_set(
        "joins"
    )  # "asked what I knew from the website, and showed me round"
    named = scene.has("advert", scene.clause_start(start), start) and not goes_on
    says, adverts = scene.spans("advert_says"), scene.spans("advert")
    said = any(at < first <= stop for at, stop in says)
    said = said or any(at == 0 < first <= stop for at, stop in adverts)  # "Advert: free parking"
    on_it = any(start <= at < end + AFTER for at, _ in scene.spans("in_advert"))
    if named or said or on_it or scene.has("advert_says", first, start):
        return True
    if scene.story == "advert" and not scene.spans("advert"):
        return True
    elsewhere = scene.has("other_time", first, start) or _set_elsewhere(scene, end, last)
    return elsewhere and not scene.has("this_time", first, start)


def _set_elsewhere(scene: Scene, end: int, last: int) -> bool:
    """Tell whether what follows sets the words at another job: "at my old place", not "asked about my last job"."""
    return any(
        end <= at and stop <= last and PLACING.intersection(scene.words[max(end, at - 1) : at + 1])
        for at, stop in scene.spans("other_time")
        if not scene.has("mention", end, at - 1)
    )


def _about_another(scene: Scene, start: int, end: int) -> bool:
    """Tell whether it happened to somebody else, named in the words, in their clause or before it."""
    first = scene.clause_start(start)
    words = scene.words
    for at, stop in reversed(scene.spans("other_person")):
        of_me = bool(FIRST_PERSON & set(words[max(first, stop) : end]))
        if start <= at < end:
            return not of_me
        if first <= at and stop <= start:
            between = set(words[stop:start])
            return "i" not in between and not (of_me and between & OF_ANOTHER)
        if stop <= first and not of_me and not FIRST_PERSON & set(words[stop:first]):
            return True
    return scene.story == "other_person" and not scene.spans("other_person")


def _right_subject(marks: frozenset[str], scene: Scene, start: int, end: int) -> bool:
    """Check who does it, for phrases that care."""
    if "they" in marks:
        nearby = scene.words[start : min(end + 4, scene.part_end(end))]
        aside = word_set("aside").intersection(nearby) or scene.has(
            "desk", scene.clause_start(start), end + 4
        )
        return not aside and _subject(scene, start) not in ("me", "others")
    if "me" in marks:
        subject = _subject(scene, start) or _subject_before(scene, start)
        return subject not in ("they", "others", "you")
    return True


def _subject_before(scene: Scene, start: int) -> str:
    """Find the subject of the clauses before, which a clause without one goes on with."""
    earlier = reversed(scene.words[: scene.clause_start(start)])
    subject = next((word for word in earlier if word in ("i", "he", "she", "they")), "")
    return {"": "", "i": "me"}.get(subject, "they")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {name: word_set(name) for name in ("me", "they", "others", "things")}


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*_kinds().values())


def _subject(scene: Scene, start: int) -> str:
    """Find who does what the words from `start` say: me, they, others, or an empty string."""
    words = scene.words
    first = scene.clause_start(start)
    kinds, known = _kinds(), _known()
    found = ""
    places = range(start if words[start] in known else start - 1, max(first, start - SUBJECT_REACH) - 1, -1)
    if words[start - 1] in word_set("joins") and words[first] in kinds["they"]:
        places = range(first, first + 1)  # "she asked what I knew, and showed me round": it is she who showed
    for at in places:
        word = words[at]
        if word in word_set("both"):
            break
        if word == "you":
            return "you"
        if word in kinds["me"]:
            found = "they" if _speaks_to_me(scene, first) else "me"
        elif word in kinds["others"] or (word in kinds["things"] and at >= start - 2):
            found = "others"
        elif word in kinds["they"]:
            former = at > 0 and words[at - 1] in word_set("former")
            found = "others" if former or kinds["others"] & set(words[first : start + 1]) else "they"
        if found:
            break
    if found != "me" and scene.before and {"he", "she"} & set(words[:2]) and _only_aside(scene.before):
        return "others"
    return found


def _speaks_to_me(scene: Scene, first: int) -> bool:
    """Tell whether a clause is the interviewer's own: "we were impressed by your portfolio"."""
    clause = {word for at, word in enumerate(scene.words) if at >= first and scene.clause_start(at) == first}
    return bool(SECOND_PERSON & clause) and not {"me", "my"} & clause


def _only_aside(scene: Scene) -> bool:
    words = set(scene.words)
    return bool(words & word_set("aside")) and not words & word_set("interviewer")
