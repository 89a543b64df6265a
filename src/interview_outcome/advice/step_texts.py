"""What the advice says, in one place: each text with its claims, and with what the evidence says of it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["REMARKS", "STEPS", "Said"]


class Said(NamedTuple):
    """A text, with gaps in braces, and the claims of the article behind it."""

    text: str
    claim: str


STEPS = {
    "ask_contact": Said(
        "Before you leave, ask how they will stay in touch: by which day, by phone or by mail, and from "
        "whom. Ask whether you may call if nothing comes; most agree, says the article. Note a phone number "
        "and an address.",
        "G1, A9",
    ),
    "thank": Said(
        "Send a short letter of thanks {when}, from a sober address and under a subject that says what it is about. "
        "Put one thing into it: a point that fits you, a question, or what they asked you to send. It is one more "
        "contact and shows interest. Do not count on it: managers say in polls that such letters matter, but two "
        "studies of outcomes, with 470 and 93 applicants for medical training, found no effect on the result "
        "(published figures, section 6).",
        "G4, G5",
    ),
    "go_on": Said(
        "One interview is one step of the search, and the likelihood of an offer from this one is estimated "
        "at {likelihood}. Keep the other applications going.",
        "G7",
    ),
    "wait_for_named_day": Said(
        "They named {named}: do not ask before that day has passed, neither by call nor by letter. The article "
        "holds that asking early does harm; nobody has measured it. Thanks ask nothing, and may go out.",
        "G2, F6",
    ),
    "wait_after_good_signs": Said(
        "They named a day and spoke of their interest, you did well in a test, and they were friendly: after "
        "such signs wait a few more days before you ask. The article calls the chances very high then; the "
        "estimate here is {likelihood}.",
        "A3",
    ),
    "ask_after_named_day": Said(
        "Once the day that they named has passed without a word, {ask} A day that is missed is no refusal "
        "yet: fewer than half of office candidates say that they were told the next step and that it was "
        "kept (published figures, section 2).",
        "G2",
    ),
    "ask_unprompted": Said(
        "Where nothing was agreed and no word has come within four to five working days, {ask}", "G3"
    ),
    "ask_after_last_word": Said(
        "Their last word named no day. Where four to five working days have passed since without another, {ask}",
        "G3",
    ),
    "ask_late": Said(
        "The usual wait is over, so expect little. To have it from them, one short question is still open to you: "
        "{ask} If five working days bring no answer, leave it.",
        "G2, G3",
    ),
    "ask_again": Said("You asked, and no answer has come: once more, and for the last time, {ask}", "G2, G3"),
    "below_level": Said(
        "If no word has come by this day, count the silence as a no: the likelihood of an offer is then "
        "below {no_below}.",
        "A10",
    ),
    "outwaited": Said(
        "If no word has come by this day, plan as if the answer were no: {most} offers have been told by "
        "then. Silence alone does not settle it; the likelihood is still put at {likelihood}.",
        "A10",
    ),
    "outwaited_already": Said(
        "Plan as if the answer were no: {most} offers have been told after so many days. Silence alone does not "
        "settle it; the likelihood is still put at {likelihood}.",
        "A10",
    ),
    "below_still": Said(
        "If no word has come by this day, count the silence as a no. The likelihood of an offer is low already, and "
        "is put at {likelihood} then.",
        "A10",
    ),
    "below_already": Said(
        "Count the silence as a no: the likelihood of an offer is put at {likelihood}, below {no_below}.",
        "A10",
    ),
    "barely_below_already": Said(
        "Count the silence as a no: the likelihood of an offer is put just below {no_below}.",
        "A10",
    ),
    "outwaited_some_day": Said(
        "After about {days} days without a word {most} offers have been told: plan as if the answer were no.",
        "A10",
    ),
    "ask_feedback": Said(
        "If they refuse, thank them, and a few days later ask politely what decided it. It can lead to another "
        "vacancy or to a place in their database; how often, nobody has counted. If no more word comes, ask on this "
        "day, and say that you take the silence for a no.",
        "G6, F9",
    ),
    "ask_feedback_closed": Said(
        "They said that the position is closed or frozen, or that they keep you in mind for later. The article reads "
        "it as a refusal. A few days later you may ask politely what decided it, and whether they will think of you "
        "for another. It can lead to another vacancy or to a place in their "
        "database; how often, nobody has counted.",
        "C4, F9, G6",
    ),
    "prepare": Said(
        "A further round is arranged, so this one is passed: what counts now is the next. Until it is over there is "
        "nothing to ask for; if its day passes without a word, ask as after a named day.",
        "",
    ),
    "in_writing": Said(
        "They have announced an offer. Several of the accounts that were read tell of one that was announced and did "
        "not come: ask by which day it will come in writing, and before it has, resign from nothing and turn nothing "
        "down.",
        "",
    ),
    "hold_back": Said(
        "Apart from the days above do not call or write, do not come to the office to ask, and do not go "
        "round the recruiter to your future boss. The article holds that each does harm. No figures were "
        "found; on the last, one published page advises the opposite.",
        "F6, F7, F8",
    ),
}
# Pieces of the texts above.
ASK = (
    "write to or call the HR manager, or whoever invited you. Ask where your application stands and when "
    "they expect to decide."
)
MAY_CALL = " They agreed that you may call."
MOST = {
    True: "three in four",
    False: "nine in ten",
}  # where they call only if the answer is yes, and elsewhere
HURRIED = " Where you ask only now, leave them five working days for an answer."
IF_UNASKED = "Only if you have not asked where you stand meanwhile. "
NO_MORE = " You asked when the usual wait was over: where no answer comes, ask nothing more."
ONLY_IF_YES = "They said that you hear from them only if the answer is yes: no other word will come. "

REMARKS = {
    "no_day": Said("{what} is not known, so not every action has a date. Give it as {key}.", ""),
    "ahead": Said("The interview lies ahead, on {day}: what follows it is a plan until you know more.", "G1"),
    "closed_or_not": Said(
        "They arranged a further round, and said that the position is closed: the advice goes by the latter. Strike "
        "whichever no longer holds.",
        "C4",
    ),
    "another_finalist": Said(
        "They told you of another finalist. You may still be called if that one declines: let them know once that "
        "you stay interested, and do not wait for it.",
        "C3, E4",
    ),
    "late_call": Said(
        "Now and then somebody is called back late, because the others were worse or declined: in three "
        "surveys 10, 17 and 31% of offers were declined (published figures, section 1). No sign announces "
        "it, so do not wait for it.",
        "E4",
    ),
}
