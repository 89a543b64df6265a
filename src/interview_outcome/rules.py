"""The rule layer, declared: what each rule does, the claim that it rests on, and the remark that it leaves.

Two readers apply these tables: `interview_outcome.features` to one checklist, `interview_outcome.frames` to the
columns of a table. Nothing about a rule is said anywhere else.
"""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = [
    "ABSENCES_AGAINST", "ABSENCES_FOR", "BOUND_TEXTS", "COMBINATIONS", "CONTRADICTIONS", "DAMPS",
    "MANAGER_SILENCE", "MIRRORS", "NO_VAGUE_PROMISE", "OVERLAP_STEP",
    "OVERLAP_WITH", "RULES", "SILENCE_REPLACES", "VAGUE_PROMISE", "VOIDS", "WAITING_FLOOR", "Combination",
    "Contradiction", "Damp", "Rule", "Void",
]  # fmt: skip


class Rule(NamedTuple):
    """What a rule does and why.

    Parameters
    ----------
    code : str
        Its stable name, also the code of its remarks.
    does : str
        What it does, for people.
    why : str
        Why, and where it departs from the plain idea so that a further good sign never does harm.
    claims : tuple of str
        Claims of the article behind it.

    Examples
    --------
    >>> [rule.code for rule in RULES]
    ['derive', 'silence', 'void', 'contradict', 'mirror', 'overlap', 'damp', 'absences', 'combinations']
    """

    code: str
    does: str
    why: str
    claims: tuple[str, ...] = ()


BOUND_TEXTS = {
    "absences": "Things that did not happen are weak news: together they count no more than a bounded amount.",
    "silence": "Silence and what goes with it are held at their floor: waiting alone never settles it.",
}
RULES = (
    Rule(
        "derive",
        "Dates become answers: a named day (contact_by) means that a day was named; a named day that has passed "
        "without a word was missed; asking before the named day was asking too early.",
        "A date says what a tick would say, and cannot be forgotten.",
        ("A2", "F6", "G2"),
    ),
    Rule(
        "silence",
        "Where dates tell the days without a word, the waiting curve replaces what was answered of silence. A named "
        "day holds the curve at zero until it has passed; then the missed day counts by itself, and the curve counts "
        "the days from it on. Where they call only if the answer is yes, silence is "
        "compared with certain silence after a refusal. With a manager, who does not decide at once, half counts.",
        "No day is counted twice: those before the named day never, those after it by the curve. That they did not "
        "keep their word is a fact besides. The waiting family together never goes under its floor.",
        ("A10", "C9", "E2", "G2"),
    ),
    Rule(
        "void",
        "Some signs mean nothing in some settings and are set aside there.",
        "What happens to everybody says nothing about one candidate.",
        ("A1", "A4", "B1", "B3", "C5"),
    ),
    Rule(
        "contradict",
        "Of two answers that cannot both hold, the one against you counts, and you are told.",
        "A doubtful good sign must not outweigh a doubtful bad one.",
    ),
    Rule(
        "mirror",
        "Of signs that say the same from two sides, the heavier counts, separately for and against you.",
        "Choosing the heavier across both directions would let two contradicting answers hide each other. "
        "'When' and 'if' are no mirror here: both can be heard in one talk, and dropping one for the other could "
        "let a further good sign lower the result.",
    ),
    Rule(
        "overlap",
        "Inside a family, separately for and against you, the heaviest sign counts in full, the second half, the "
        "third a quarter, and so on.",
        "One opinion of the interviewer stands behind all of them. Your own feeling and 'only standard questions' "
        "take their place among the signs of rapport, of which they are made; halving the feeling as soon as three "
        "signs of manner are known would let the third good sign lower the result.",
    ),
    Rule(
        "damp",
        "Signs of manner count half with a recruiter or an agency, who show the same face to everybody; signs of "
        "formal fit count half with the future manager, who goes by the whole impression.",
        "It matters who interviewed you.",
        ("E1", "E2", "E3"),
    ),
    Rule(
        "absences",
        "Things that did not happen are weak news: together they add at most 0.5 for you and 1.5 against you, "
        "beyond what the things that happened say by themselves.",
        "A form that answers every question with no must not look like a success. Measured from what happened, "
        "since a heavier 'no' takes the first place of its family from a 'yes': bounding the noes alone would let "
        "a further 'no' take back more than it may add.",
    ),
    Rule(
        "combinations",
        "Some signs say more together than one by one: a day named and interest stated, with a passed test and a "
        "friendly interviewer on top; two or more code phrases.",
        "The article names these combinations. Their size is an assumption and is not learned.",
        ("A2", "A3", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"),
    ),
)


class Void(NamedTuple):
    """A signal that is set aside while a context key has one of some values."""

    signal: str
    key: str
    values: tuple[Any, ...]
    text: str
    claim: str = ""


_STAGE = "stage"
_FINALIST = "Being among the finalists is in the base rate already."
_SCREEN = "A phone screen has a short, fixed length for everybody."
VOIDS = (
    Void("standard_questions_only", "structured", (True,),
         "In a structured interview everybody gets the same questions.", "B3"),
    Void("cut_short", _STAGE, ("phone",), _SCREEN, "B1"),
    Void("ran_long", _STAGE, ("phone",), _SCREEN),
    Void("next_round_scheduled", _STAGE, ("final",),
         "After a final round none is left; that you passed the earlier ones is in the base rate already."),
    Void("told_you_are_finalist", _STAGE, ("final",), _FINALIST),
    Void("told_you_are_finalist", "candidates", (1, 2, 3, 4), _FINALIST),
    Void("internal_candidate", "candidates", (1,), "You are the only one left, so nobody inside competes."),
    Void("vacancy_removed", _STAGE, ("phone", "first", "later"),
         "A vacancy that is taken down says something about you only after the final interview.", "A4"),
    Void("consult_colleagues", "interviewer", ("panel",), "A panel decides jointly as a matter of course.", "C5"),
    Void("long_silence", "pace", ("slow",), "With a slow employer two weeks of silence are the usual case."),
)  # fmt: skip

VAGUE_PROMISE = (
    "vague_call_promise",
    "'We will call you' is said to everybody and carries no weight. It can mean that you interest them and others "
    "are still to be seen, that you are the best and references come first, that you are the only one and they "
    "play for time, that nobody will call, or just what it says.",
    "A1",
)


NO_VAGUE_PROMISE = "Whether 'we will call you' was said or not counts neither way: it is said to everybody."


class Contradiction(NamedTuple):
    """Two answers that cannot both hold: ``kept`` is against you and counts, ``dropped`` does not (None: both do)."""

    kept: tuple[str, bool]
    other: str
    dropped: tuple[str, bool] | None
    text: str


CONTRADICTIONS = (
    Contradiction(("cut_short", True), "ran_long", ("ran_long", True),
                  "The interview cannot have been both cut short and longer than planned; the first is counted."),
    Contradiction(("position_irrelevant", True), "offer_announced", ("offer_announced", True),
                  "A closed position and an announced offer do not go together; the first is counted."),
    Contradiction(("finalist_exists", True), "told_you_are_finalist", ("told_you_are_finalist", True),
                  "Another finalist and you as the first choice do not go together; the first is counted."),
    Contradiction(("thank_you_sent", False), "thank_you_answered", ("thank_you_answered", True),
                  "A letter that was not sent cannot have been answered; its answer is not counted."),
    Contradiction(("contact_date_given", False), "contact_date_missed", None,
                  "A day that was never named cannot have been missed; please check both answers."),
    Contradiction(("contact_date_given", False), "contact_by", None,
                  "You say that no day was named, yet give the day that they named; please mend one of the two."),
)  # fmt: skip

# Inside each group, and separately for and against, only the heaviest answer counts.
MIRRORS = (
    ("contact_date_given", "next_steps_explained", "vague_call_promise"),
    ("clarifying_questions_asked", "clarifying_questions_stopped"),
    ("standard_questions_only", "smooth_dialogue"),
    ("ran_long", "cut_short"),
    ("long_silence", "quick_contact_after"),
)

OVERLAP_STEP = 0.5
OVERLAP_WITH = {"candidate_felt_good": "rapport", "standard_questions_only": "rapport"}


class Damp(NamedTuple):
    """Families that count less with some interviewers."""

    families: tuple[str, ...]
    interviewers: tuple[str, ...]
    factor: float
    text: str
    claim: str


DAMPS = (
    Damp(("rapport", "interest_words", "selling"), ("agency", "recruiter"), 0.5,
         "A recruiter shows the same friendly face to everybody: signs of manner count half.", "E1"),
    Damp(("skill_fit",), ("manager",), 0.5,
         "The future manager goes by the whole impression: signs of formal fit count half.", "E2"),
)  # fmt: skip

ABSENCES_FOR = 0.5
ABSENCES_AGAINST = -1.5
WAITING_FLOOR = -1.5
# With a manager, who does not decide at once (E2), this share of the curve counts.
MANAGER_SILENCE = 0.5
# Answers that the waiting curve replaces where the days without a word are known.
SILENCE_REPLACES = (
    ("long_silence", True), ("long_silence", False), ("contact_date_missed", True), ("contact_date_missed", False),
    ("called_by_phone", False), ("quick_contact_after", False), ("thank_you_answered", False),
)  # fmt: skip


class Combination(NamedTuple):
    """Signs that say more together: at least ``least`` of ``signals`` answered yes."""

    code: str
    signals: tuple[str, ...]
    least: int
    text: str
    claim: str


COMBINATIONS = (
    Combination("date_and_interest", ("contact_date_given", "interest_stated"), 2,
                "They named a day and said that they are interested.", "A2"),
    Combination("strong_finish", ("contact_date_given", "interest_stated", "test_passed", "friendly_interaction"), 4,
                "A named day, stated interest, a passed test and a friendly interviewer came together.", "A3"),
    Combination("code_phrases",
                ("more_candidates_to_see", "decision_not_soon", "step_back_for_you", "finalist_exists",
                 "position_irrelevant", "consult_colleagues", "conditional_phrases", "most_experienced_wanted",
                 "no_call_if_refused"), 2,
                "Two or more code phrases of a refusal were heard.", "C1"),
)  # fmt: skip
