"""The grammar that changes meaning: negation, hope and condition, questions, other people, other times.

Patterns find words; this module decides whether the words say that it happened to this candidate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.reading.patterns import NEGATORS
from interview_outcome.reading.text import COMMA, STOP

if TYPE_CHECKING:
    from interview_outcome.reading.patterns import Pattern
    from interview_outcome.reading.text import Sentence

__all__ = ["HOLDS", "TURNED", "VOID", "judge"]

HOLDS, TURNED, VOID = "holds", "turned", "void"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


REACH = 9  # words over which a negation reaches; a list ("not a word on pay, dates or tests") reaches twice as far
SUBJECTS = _set("i he she they we it you nobody everybody somebody who there that this which")
THEY = _set(
    "he she they who him her them everybody interviewer interviewers manager boss gaffer owner head headteacher"
    " principal chef matron recruiter consultant foreman supervisor director partner ceo cto cfo founder hr panel"
    " agency lady guy bloke man woman chap deputy nobody somebody leader engineer doctor professor editor team"
)
ME = _set("i we myself")
NOT_THEM = _set(
    "receptionist reception porter guard security doorman cleaner canteen driver cabbie candidates candidate applicant"
    " applicants secretary usher barista parking gate taxi tram bus dog cat kids children patients patient residents"
    " customer customers weather secretary pupils students staffroom waiting desk lobby taxi"
)
NOT_PEOPLE = _set(
    "it place office building company job kids children pupils coffee tea room weather view food canteen website"
    " that this day everything interview conversation shop school ward city town cake dog"
)
CONTRAST = _set("but though although however yet except because whereas while until till")
MENTIONS = _set(
    "mention mentioned mentioning word say said talk talked ask asked discuss discussed tell told nothing explain"
    " explained mention about regarding on raise raised covered of"
)
IDLE_NEGATIONS = (  # they look like negations and deny nothing
    "not only", "not just", "not to mention", "no doubt", "no wonder", "no problem", "no problems", "no sooner",
    "nothing but", "not until", "not till", "no less", "could not have been more", "could not be more", "no offence",
    "no offense", "not bad", "could not wait", "can not wait", "could not stop", "never stopped", "no joke", "no lie",
    "can not believe", "could not believe", "not surprised", "not sure why", "why not", "not gonna lie", "not going to lie",
    "no pressure", "never mind", "never better", "no idea why", "no end of", "did not stop", "did not just",
    "do not know why", "no matter", "nothing less", "never a dull", "could not have asked", "not long after",
    "not five minutes", "not ten minutes", "not two minutes", "not even ten", "not even five", "could not do enough",
    "could not help", "in no time", "no later than", "not later than", "nothing else", "no time at all",
    "did not expect", "was not expecting", "had not expected", "not mad", "no bother", "no worries", "no harm",
)  # fmt: skip
FACTUAL_BEFORE_IF = _set("ask asked asks asking wonder wondered know knew see check checked even inquired as")
UNKNOWN_BEFORE_IF = _set("wonder wondering know idea sure clue tell say unsure unclear asking")
HOPES = _set("hope hopes hoping hopefully wish wishing wishes pray praying crossed dreaming imagine imagined fingers")
HOPE_PHRASES = (
    "would have been", "would be nice", "should have", "could have", "might have", "would have liked", "would have loved",
    "supposed to", "meant to", "was going to", "were going to", "want them to", "wanted them to", "waiting for",
    "waiting to", "expecting", "expected", "i want", "i expect", "i would love", "i d love", "i d like", "i would like",
    "would have", "might", "maybe", "perhaps", "instead of", "rather than", "unless", "in case", "can only dream",
    "as if", "as though", "pretend", "afraid", "worried", "scared", "fear", "please let", "i need", "do i", "should i",
    "nearly", "almost", "forgot to", "forgot", "do you think", "was tempted", "tempted to", "thinking of", "thinking about",
    "thought about", "considered", "considering", "planning to", "plan to", "going to have to", "need to", "meaning to",
    "dying to", "keep meaning", "ought to", "failed to", "fails to", "refused to", "refuse to", "avoided",
)  # fmt: skip
DENIES_LIKE_NEGATION = ("forgot to", "forgot", "failed to", "fails to", "refused to", "refuse to", "avoided",
                        "did not bother", "meaning to", "keep meaning", "far from", "anything but")  # fmt: skip
QUESTION_STARTS = _set(
    "should would could do does did has have is are was were will can anybody any what how why when where which who"
    " isn't am shall may might"
)
ASKING_STARTS = (
    "should i", "has anybody", "has anybody else", "does anybody", "do you", "do i", "would they", "is it", "anybody else",
    "did they", "did you", "did yours", "what does it", "how long", "what if", "would you", "is that", "have you", "do they",
    "does it", "can i", "any idea", "are they", "will they", "should we", "could it", "how soon", "when should",
)  # fmt: skip
OTHER_PEOPLE = _set(
    "friend friends mate mates sister brother cousin mother dad father flatmate housemate roommate wife husband"
    " boyfriend girlfriend daughter son neighbour neighbor uncle aunt auntie nan classmate bestie pal buddy colleague"
    " coworker ex missus niece nephew hubby bro sis tutor grandad grandma gran"
)
OTHER_PEOPLE_PHRASES = (
    "other candidate", "other candidates", "another candidate", "other lad", "other girl", "other guy", "other applicant",
    "other applicants", "somebody i know", "a guy i know", "a girl i know", "lad next to me", "lad before me",
    "girl before me", "person before me", "one before me", "somebody else", "the others", "other interviewees", "his last",
    "her last", "other woman", "other fella", "other bloke", "person after me", "candidate before", "other chap", "other person",
    "everybody else", "next guy", "girl i met", "lad i met", "woman i met", "bloke in front", "other lady", "the rest of them",
)  # fmt: skip
OTHER_TIMES = (
    "last time", "last year", "years ago", "year ago", "previous interview", "last interview", "other interview", "another interview",
    "earlier interview", "previous job", "first interview i ever", "different company", "another company", "another firm",
    "other place", "another place", "different firm", "other company", "other firm", "previous employer", "in the past",
    "old days", "back in", "different job", "different interview", "other interviews", "previous interviews", "past interviews",
    "when i got my", "when i joined", "when i started", "my current job", "at my current", "my present job", "my first job",
    "other job", "the other one", "at my old", "interview before", "one before this", "other school", "other hospital",
    "a job i had", "in 2015", "in 2016", "in 2017", "in 2018", "in 2019", "in 2020", "in 2021", "in 2022", "in 2023",
    "in 2024", "last month's", "last summer", "last spring", "last autumn", "last winter", "previous one", "time before",
    "elsewhere", "somewhere else", "competitor", "their rivals", "last job they", "previous place", "old interview",
)  # fmt: skip
THIS_TIME = ("this time", "not this", "this one", "here", "today", "now")
ADVERTS = _set("advert ad advertisement listing website posting posted brochure leaflet glassdoor flyer portal site page"
               " poster advertised linkedin indeed")  # fmt: skip
GENERIC = (
    "people say", "everybody says", "they say you", "they say if", "they always say", "some say", "i read", "i have read",
    "read somewhere", "read online", "read that", "according to", "rule of thumb", "usually", "normally", "generally",
    "in general", "tend to", "tends to", "google", "reddit", "the internet", "articles", "an article", "forums", "forum",
    "advice", "a good sign", "a bad sign", "good sign", "bad sign", "you should", "always send", "never send", "experts",
    "career coach", "careers adviser", "tiktok", "youtube", "blog", "tips", "as a rule", "typically", "most places",
    "most companies", "most employers", "some companies", "most firms", "candidates should", "you are supposed", "some firms",
    "careers lady", "books say", "job centre say", "in theory", "they reckon you", "guide", "guides", "the book",
)  # fmt: skip


def judge(pattern: Pattern, sentence: Sentence, start: int, end: int, before: Sentence | None = None) -> str:
    """Decide what matched words mean.

    Parameters
    ----------
    pattern : Pattern
        The pattern that matched the words ``sentence.words[start:end]``.
    sentence, before : Sentence
        Where they stand, and the sentence before it.

    Returns
    -------
    str
        `HOLDS`, `TURNED` (denied: the opposite), or `VOID` (no news of this candidate's interview).
    """
    if _of_no_weight(pattern, sentence, start, end) or not _right_subject(pattern, sentence, start, before):
        return VOID
    return TURNED if _negated(pattern, sentence, start, end) else HOLDS


def _of_no_weight(pattern: Pattern, sentence: Sentence, start: int, end: int) -> bool:
    marks = pattern.marks
    return (
        ("q" not in marks and _asked(sentence, start))
        or ("if" not in marks and (_conditional(sentence, start, end) or _hoped(sentence, start)))
        or ("other" not in marks and (_elsewhere(sentence, start, end) or _somebody_else(sentence, start, end)))
    )


def _phrase_before(sentence: Sentence, phrases: tuple[str, ...], start: int, stop: int) -> bool:
    part = " " + " ".join(sentence.words[start:stop]) + " "
    return any(f" {phrase} " in part for phrase in phrases)


def _clause_start(sentence: Sentence, start: int) -> int:
    """Give the index of the first word of the clause that a word stands in."""
    words, breaks = sentence.words, sentence.breaks
    for at in range(start, 0, -1):
        if breaks[at] >= STOP or (at < start and words[at] in CONTRAST):
            return at
        joined = breaks[at] == COMMA or words[at - 1] in ("and", "then", "so", "or")
        if joined and at <= start and _opens_clause(words, at):
            return at
    return 0


def _opens_clause(words: tuple[str, ...], at: int) -> bool:
    if words[at] in ("and", "so", "then", "or"):
        at += 1
    if at >= len(words):
        return False
    return words[at] in SUBJECTS or (words[at] in ("the", "my", "his", "her") and words[at + 1 : at + 2] != ())


def _asked(sentence: Sentence, start: int) -> bool:
    """Tell whether the words stand in a question of the writer's own."""
    words, breaks = sentence.words, sentence.breaks
    opening = " ".join(words[:3])
    if any(opening.startswith(asking) for asking in ASKING_STARTS):
        return True
    if not sentence.asks:
        return False
    for at in range(start, -1, -1):
        if (at == 0 or breaks[at] or words[at - 1] in ("and", "but", "so", "or")) and words[at] in QUESTION_STARTS:
            return True
        if at and breaks[at] >= STOP:
            return False
    return False


def _conditional(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.words
    for at in range(start - 1, -1, -1):
        if words[at] in ("if", "whether"):
            lead = set(words[max(0, at - 2) : at])
            if lead & UNKNOWN_BEFORE_IF and set(words[max(0, at - 4) : at]) & {"not", "no", "wonder", "wondering", "to"}:
                return True
            return not lead & FACTUAL_BEFORE_IF
        if words[at] == "but" or sentence.breaks[at] >= STOP:
            break
    return "would" in words[start:end] and "if" in words[end : end + 3] and "would" in words[max(0, start - 3) : start]


def _hoped(sentence: Sentence, start: int) -> bool:
    first = max(_clause_start(sentence, start), start - REACH)
    if HOPES & set(sentence.words[first:start]):
        return True
    part = " " + " ".join(sentence.words[first : start + 1]) + " "
    return any(f" {phrase} " in part for phrase in HOPE_PHRASES if phrase not in DENIES_LIKE_NEGATION)


def _elsewhere(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the sentence speaks of another interview, of an advert, or of interviews at large."""
    line = sentence.line
    words = sentence.words
    cut = next((at for at in range(start - 1, -1, -1) if words[at] == "but" or sentence.breaks[at] >= STOP), 0)
    if ADVERTS & set(words[cut:start]) - set(words[start:end]):
        return True
    if any(f" {phrase} " in line for phrase in GENERIC):
        return _phrase_before(sentence, GENERIC, cut, len(words))
    if any(f" {phrase} " in line for phrase in OTHER_TIMES):
        stop = next((at for at in range(end, len(words)) if words[at] == "but" or sentence.breaks[at] >= STOP), len(words))
        if _phrase_before(sentence, OTHER_TIMES, cut, start) or _phrase_before(sentence, OTHER_TIMES, end, stop):
            return not _phrase_before(sentence, THIS_TIME, cut, start)
    return False


def _somebody_else(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.words
    if {"i", "me", "my", "us"} & set(words[start:end]):
        return False
    first = _clause_start(sentence, start)
    part = words[first:start]
    if any(f" {phrase} " in f" {' '.join(part)} " for phrase in OTHER_PEOPLE_PHRASES):
        return True
    for at in range(start - 1, first - 1, -1):
        if words[at] in OTHER_PEOPLE and at and words[at - 1] in ("my", "a", "his", "her", "our", "best", "older", "younger", "little", "big", "old"):
            return True
        if words[at] in ("i", "me"):
            return False
    return bool(OTHER_PEOPLE & set(words[:first])) and bool({"her", "him", "she"} & set(words[first:end])) and "i" not in words[first:start]


def _right_subject(pattern: Pattern, sentence: Sentence, start: int, before: Sentence | None) -> bool:
    """Check who does it, for patterns that care."""
    if not {"they", "me"} & pattern.marks:
        return True
    words = sentence.words
    subject = "nobody known"
    first = _clause_start(sentence, start)
    for at in range(start if words[start] in SUBJECTS | THEY | NOT_PEOPLE | NOT_THEM else start - 1, max(first, start - 12) - 1, -1):
        if words[at] in ME:
            subject = "me"
        elif words[at] in NOT_THEM:
            subject = "others"
        elif words[at] in THEY:
            subject = "them"
        elif words[at] in NOT_PEOPLE and at >= start - 2:
            subject = "others"
        else:
            continue
        break
    if subject == "them" and set(words[first:start + 1]) & NOT_THEM and "they" in pattern.marks:
        subject = "others"
    pronoun_first = words[0] in ("he", "she") or (len(words) > 1 and words[1] in ("he", "she"))
    if subject != "me" and before is not None and pronoun_first and _about_others(before):
        subject = "others"
    if "me" in pattern.marks:
        return subject in ("me", "nobody known")
    return subject in ("them", "nobody known")


def _about_others(sentence: Sentence) -> bool:
    words = set(sentence.words)
    return bool(words & {"receptionist", "porter", "guard", "doorman", "secretary"}) and not words & {
        "interviewer", "manager", "boss", "panel", "head", "director"}  # fmt: skip


def _negated(pattern: Pattern, sentence: Sentence, start: int, end: int) -> bool:
    """Count the negations that reach the words, those inside a gap of the pattern included."""
    words, breaks = sentence.words, sentence.breaks
    if pattern.negates:
        return False
    if NEGATORS & set(words[start:end]) and not _idle(words, next(i for i in range(start, end) if words[i] in NEGATORS)):
        return True
    if _denied_after(words, end):
        return True
    first = max(0, start - 2 * REACH)
    crossed = False
    for at in range(start - 1, first - 1, -1):
        here = words[at]
        if (here in NEGATORS or _no_one(words, at)) and not _idle(words, at):
            near = start - at <= REACH
            if not crossed and near:
                return True
            return bool(MENTIONS & set(words[at : at + 5]))
        if _phrase_before(sentence, DENIES_LIKE_NEGATION, at, at + 2) and not crossed and start - at <= REACH:
            return True
        if breaks[at + 1] >= STOP or here in CONTRAST or here in ("just", "instead", "only"):
            return False
        if breaks[at + 1] == COMMA or here in ("and", "so", "then"):
            if _opens_clause(words, at + 1) or here in ("so", "then"):
                return False
            crossed = True
    return False


def _no_one(words: tuple[str, ...], at: int) -> bool:
    return words[at] == "no" and words[at + 1 : at + 2] == ("one",)


def _idle(words: tuple[str, ...], at: int) -> bool:
    """Tell a negation that denies nothing: 'not only', 'no doubt', 'couldn't have been nicer'."""
    around = " " + " ".join(words[max(0, at - 2) : at + 5]) + " "
    if "could not have been " in around or "could not be " in around:
        return any(word.endswith("er") for word in words[at : at + 5]) or " more " in around
    return any(f" {phrase} " in around for phrase in IDLE_NEGATIONS)


def _denied_after(words: tuple[str, ...], end: int) -> bool:
    """Find a denial that follows: 'pay was not mentioned', 'references: none', 'the tour never happened'."""
    after = words[end : end + 5]
    if not after:
        return False
    if after[0] in ("none", "no", "nothing", "nil", "nope") and len(words) <= end + 2:
        return True
    verbs = {"is", "was", "were", "did", "has", "have", "had", "s", "ever", "even", "just"}
    for at, word in enumerate(after):
        if word in ("not", "never"):
            rest = set(after[at:])
            return bool(rest & {"mentioned", "discussed", "happen", "happened", "come", "came", "covered", "raised", "asked",
                                "offered", "given", "brought", "materialise", "materialised", "touched", "explained",
                                "talked", "named", "up"})  # fmt: skip
        if word not in verbs:
            return False
    return False
