"""The grammar that changes meaning, through the public face."""

from __future__ import annotations

import pytest

from interview_outcome.reading import read


def answers(text):
    return read(text).answers


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Nobody mentioned a start date.", "start_date_discussed"),
        ("They never showed me round.", "office_tour"),
        ("Pay was not mentioned.", "pay_discussed"),
        ("He forgot to mention the salary.", "pay_discussed"),
        ("Not a word on pay, the hours or about a start date.", "start_date_discussed"),
        ("She didn't smile, nod or look up.", "warm_body_language"),
        ("The manager wasn't friendly at all.", "friendly_interaction"),
    ],
)
def test_a_denial_turns_the_answer(text, signal):
    """Denials before, after and across a list."""
    assert answers(text)[signal] is False


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("She could not have been nicer.", "friendly_interaction"),
        ("They not only showed me round, they fed me.", "office_tour"),
        ("Nobody smiled, but he showed me round.", "office_tour"),
        ("They did not offer tea and showed me round.", "office_tour"),
        (
            "They weren't in a rush, asked proper questions and followed up on each one.",
            "clarifying_questions_asked",
        ),
        (
            "I couldn't answer half of what they asked, the man on the left kept sighing and looking at his watch.",
            "interviewer_lost_interest",
        ),
        ("I did not expect it, she showed me round.", "office_tour"),
        ("Nobody mentioned money, and when I asked he changed the subject.", "thorny_issues_avoided"),
    ],
)
def test_a_denial_stops_where_its_clause_does(text, signal):
    """Denials that deny nothing, and those of another clause."""
    assert answers(text)[signal] is True


@pytest.mark.parametrize(
    "text",
    [
        "I hope they show me round.",
        "They'll ring me on Friday, I hope.",
        "If they had shown me round I'd be happier.",
        "Had they shown me round I'd be happier.",
        "Maybe they showed me round out of pity.",
        "I'm not sure if they asked when I could start.",
        "Should I expect that they show me round?",
        "Did they show you round?",
        "My friend was shown round.",
        "My friend went there too. They showed her round the ward.",
        "The candidate before me was shown round.",
        "At my last interview they showed me round.",
        "Two years ago a firm in Leeds saw me. They showed me round and gave me a date.",
        "The advert says they show everybody round.",
        "'28 days leave and a great team.' That's what it says on their website.",
        "People say it's a good sign when they show you round.",
        "The receptionist was really friendly and smiled at me.",
        "It's not as if they showed me round.",
    ],
)
def test_what_is_no_news_of_this_interview_is_left_alone(text):
    """Hope, condition, question, other people and times, adverts, general advice."""
    assert answers(text) == {}


def test_a_question_that_is_answered_counts():
    """Question and answer in two sentences."""
    assert answers("Did they show me round? No.")["office_tour"] is False
    assert answers("Did they show me round? Yes, all of it.")["office_tour"] is True
    assert "office_tour" not in answers("Did they show me round? Who knows.")


def test_what_was_asked_with_if_is_a_fact():
    """An if after asking says what was asked."""
    assert answers("She asked if I could start on Monday.")["start_date_discussed"] is True


def test_who_did_it_matters():
    """A phrase about the interviewers does not hold for the writer."""
    assert "warm_body_language" not in answers("I kept smiling and nodding.")
    assert "candidate_was_late" not in answers("You were late, he said.")
    assert answers("We were impressed with your portfolio.")["praised"] is True
    assert answers("I was impressed with your portfolio, she wrote.")["praised"] is True
    assert "interviewer_unprepared" not in answers("The interview was rescheduled twice, by me.")


def test_the_next_sentence_about_the_receptionist_is_about_the_receptionist():
    """A pronoun goes on with the person of the sentence before."""
    assert "warm_body_language" not in answers("The receptionist made tea. She kept smiling at me.")


def test_what_is_still_to_come_has_not_happened():
    """A call that is promised is none that came."""
    assert "called_by_phone" not in answers("They should have called me.")
    assert "called_by_phone" not in answers("They called me out of the blue to invite me to interview.")


def test_another_time_ends_where_this_time_begins():
    """The contrast brings the sentence back to this interview."""
    assert answers("Last time they ignored me, this time they showed me round.")["office_tour"] is True


def test_a_question_ends_at_its_start():
    """A question mark reaches back to the word that asks, and no further than a strong break."""
    assert answers("They showed me round; is that good?")["office_tour"] is True
    assert answers("They showed me round, right?")["office_tour"] is True
    assert answers("He waved, and was I shown round?") == {}
    assert answers("Lovely: they showed me round?")["office_tour"] is True


def test_a_clause_may_end_in_the_air():
    """Nothing after an and, a denial before it."""
    assert answers("Nobody showed me round and") == {"office_tour": False}


def test_somebody_else_in_the_words_themselves():
    """They did it to another person."""
    assert "references_requested" not in answers("They asked my friend for references.")


def test_another_job_is_no_interview():
    """What happened where the writer works now."""
    assert "office_tour" not in answers("At my current job they showed me round.")
    assert answers("At my current job nobody does, here they showed me round.")["office_tour"] is True
    assert "office_tour" not in answers("They showed me round there, at my old place.")


def test_the_other_person_of_the_sentence_before():
    """A pronoun goes on with them, unless the writer comes between."""
    assert "contact_date_given" not in answers("My sister went too. They told her she'd hear by Friday.")
    assert answers("My sister drove me. They were friendly.")["friendly_interaction"] is True


def test_a_colon_goes_on_with_the_other_person():
    """A list of what a friend was given."""
    assert "office_tour" not in answers("My flatmate got the works there: a guided tour of the ward.")


def test_an_advert_named_in_the_next_sentence_takes_the_words_back():
    """What the writer then says to be the advert's is no answer."""
    assert answers("They showed me round the office.") == {"office_tour": True}
    assert answers("They showed me round the office. All that is in the advert.") == {}


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("They could have shown me round but didn't.", "office_tour"),
        ("They were supposed to show me round but there was no time.", "office_tour"),
        ("They promised to show me round and never did.", "office_tour"),
        ("I was meant to meet the team but they were out.", "introduced_to_team"),
        ("They were meant to ask for references but they never did.", "references_requested"),
        ("She forgot to introduce me to the team.", "introduced_to_team"),
        ("He refused to discuss pay.", "pay_discussed"),
        ("I left without so much as a glimpse of the workshop.", "office_tour"),
        ("Neither the pay nor a start date was mentioned.", "start_date_discussed"),
        ("Nobody smiled or nodded.", "warm_body_language"),
        ("No tour, no test, no talk of money.", "pay_discussed"),
        ("A tour wasn't on the table.", "office_tour"),
        ("We never got round to the salary.", "pay_discussed"),
        ("Not that they mentioned the salary.", "pay_discussed"),
        ("He didn't once look up from his papers.", "warm_body_language"),
    ],
)
def test_a_plan_that_failed_and_a_verb_that_was_denied(text, signal):
    """What was meant or might have been, and was not."""
    assert answers(text).get(signal) is False


def test_a_plan_that_was_kept_holds():
    """They said they would, and did."""
    assert answers("They said they'd show me round and they did.")["office_tour"] is True
    assert answers("They said they would show me round, and they did.")["office_tour"] is True


@pytest.mark.parametrize(
    ("text", "signal", "answer"),
    [
        ("He did not fail to show me round.", "office_tour", True),
        ("He didn't fail to ask me for two referees.", "references_requested", True),
        ("They did not leave without showing me round.", "office_tour", True),
        ("They wouldn't let me leave without showing me round.", "office_tour", True),
        ("They left without showing me round.", "office_tour", False),
        ("They did not leave without mentioning pay.", "pay_discussed", None),
        ("I had never been shown round so thoroughly.", "office_tour", True),
        ("They talked about everything except pay.", "pay_discussed", False),
        ("We covered everything bar pay.", "pay_discussed", False),
        ("We discussed everything, and pay.", "pay_discussed", True),
        ("They showed me everything except the kitchen.", "office_tour", True),
        ("I was almost late.", "candidate_was_late", None),
        ("I was nearly late.", "candidate_was_late", None),
        ("I was nearly ten minutes late.", "candidate_was_late", True),
        ("I was almost an hour late.", "candidate_was_late", True),
        ("I was almost 20 minutes late.", "candidate_was_late", True),
    ],
)
def test_what_denies_twice_leaves_out_or_nearly_was(text, signal, answer):
    """Two denials, the one thing that was left out, and what did not quite happen."""
    assert answers(text).get(signal) is answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When I interviewed at Shell they cut it short.", {}),
        ("They cut it short when I interviewed at Shell.", {}),
        ("When I interviewed at Shell they showed me round. They were friendly.", {}),
        ("When I interviewed at Shell on Monday they showed me round.", {"office_tour": True}),
        ("Yesterday, when I interviewed at Shell, they showed me round.", {"office_tour": True}),
        ("When I interviewed at the Crown they showed me round.", {"office_tour": True}),
        ("When I interviewed at 10 they showed me round.", {"office_tour": True}),
        ("They showed me round when I interviewed at", {"office_tour": True}),
        ("I interviewed at Shell and they showed me round.", {"office_tour": True}),
        ("Her interviewer kept looking at his watch.", {}),
        ("His interviewer asked for references.", {}),
        ("The interviewer asked for references.", {"references_requested": True}),
        ("Should she ask about my salary, I will name 40k.", {}),
        ("They said they would check my references next week.", {}),
        ("They said they'd check my references next week.", {}),
        ("They are checking my references.", {"references_requested": True}),
        ("They'll need two references.", {"references_requested": True}),
        ("Ask about the start date.", {}),
        ("Remember to ask about pay.", {}),
        ("Asked about the start date.", {"start_date_discussed": True}),
        ("Ask me about my notice period, she did.", {"start_date_discussed": True}),
    ],
)
def test_what_is_an_answer_and_what_is_none(text, expected):
    """Earlier interviews at named firms, interviews of others, conditions, plans and notes to oneself."""
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "signal", "answer"),
    [
        ("How charming, he yawned.", "friendly_interaction", False),
        ("He was a right charmer, never once smiled.", "friendly_interaction", False),
        ("Really made me feel welcome, sitting there with his arms folded.", "friendly_interaction", False),
        ("Lovely chap. Didn't look up once.", "friendly_interaction", False),
        ("They were super friendly /s", "friendly_interaction", False),
        ("They were super friendly 🙄", "friendly_interaction", False),
        ("They were super friendly. Not.", "friendly_interaction", False),
        ("Went well if you count being asked to leave.", "candidate_felt_good", False),
        ("Well, that was a triumph. I failed the test.", "candidate_felt_good", False),
        ("Oh great, they showed me round.", "office_tour", None),
        ("Oh great, another 'we'll be in touch'.", "vague_call_promise", True),
        ("Lovely chap.", "friendly_interaction", True),
        ("Lovely man, though he never looked up.", "friendly_interaction", True),
    ],
)
def test_sarcasm_is_read_as_meant_or_left_alone(text, signal, answer):
    """Mockery beside what it mocks, and the signs that say so; plain praise stays praise."""
    assert answers(text).get(signal) is answer


@pytest.mark.parametrize(
    "text",
    [
        "My mate interviewed there last year. They offered it to him on the spot, showed him round and everything.",
        "My mate interviewed there. Showed him round, gave him a date, asked for references.",
        "My brother got the job at the depot. They rang him the same day. He met the team. Said the pay was 30k.",
        "Last time, at the other place, they showed me round. They gave me a date. Met the whole team.",
        "The advert said there'd be a tour. It also said 30k a year and references.",
        "A good interviewer will show you round and ask about your notice.",
        "When they like you they show you round.",
        "In an ideal world they'd have shown me round.",
        "I've been to interviews where they showed me the whole place.",
        "I assume they'll ask for references.",
        "There may be an internal candidate.",
    ],
)
def test_a_story_of_another_goes_on(text):
    """Over several sentences, until the writer comes back."""
    assert answers(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "My mate interviewed there. They showed him round. Mine, though, had no tour.",
            {"office_tour": False},
        ),
        (
            "They asked my sister for references. For me it was a chat, nobody asked for references.",
            {"references_requested": False},
        ),
        (
            "Last year a bank saw me. They showed me round. She was friendly. This time nobody smiled.",
            {"warm_body_language": False},
        ),
    ],
)
def test_a_story_of_another_ends(text, expected):
    """With "mine", "for me" or "this time"."""
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "signal", "answer"),
    [
        ("They sat behind the desk smiling the whole time.", "warm_body_language", True),
        ("The girl on the desk was really friendly.", "friendly_interaction", None),
        ("It was on google meet, they were friendly.", "friendly_interaction", True),
        ("Google says they ring within a week.", "contact_date_given", None),
        ("I'd have liked them to show me round.", "office_tour", None),
        ("She said normally they'd ring within a week.", "contact_date_given", True),
        ("Usually they ring within a week.", "contact_date_given", None),
        ("She asked what I knew from the website, and showed me round.", "office_tour", True),
        ("She rang out of the blue on Sunday to say they want me for the job.", "interest_stated", True),
        ("No idea whether it went well.", "candidate_felt_good", None),
        ("She smiled and nodded along, asked about my last job.", "warm_body_language", True),
        ("The pay in the ad is 28k.", "pay_discussed", None),
        ("They asked for my references, a good sign.", "references_requested", True),
        ("She said they would let me know by Friday, if not before.", "contact_date_given", True),
        ("She would ring on Friday if I got it.", "contact_date_given", None),
        ("I wish I hadn't slagged off my old boss.", "candidate_criticised_past_employer", True),
        ("I should have sent a thank you note.", "thank_you_sent", False),
        ("I should have heard by Tuesday.", "contact_date_missed", True),
        ("Wish me luck, the second interview is on Monday.", "next_round_scheduled", True),
        ("Fingers crossed, she said she'd ring on Monday.", "contact_date_given", True),
        (
            "They said they'd be in touch by Friday but I'm not holding my breath.",
            "contact_date_missed",
            None,
        ),
        ("I can't remember if they mentioned pay.", "pay_discussed", None),
        ("They may have mentioned pay.", "pay_discussed", None),
        ("She could hardly have been friendlier.", "friendly_interaction", None),
        ("He hardly stopped smiling.", "warm_body_language", None),
        ("Never met such friendly people.", "friendly_interaction", True),
        ("My old boss was friendly.", "friendly_interaction", None),
    ],
)
def test_words_that_void_only_where_they_must(text, signal, answer):
    """Desks, search engines, wishes, habits and adverts."""
    assert answers(text).get(signal) is answer


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("I didn't get a tour, though I did meet the whole team.", "introduced_to_team"),
        ("He was good enough to show me round.", "office_tour"),
        ("She took the time to introduce me to the team.", "introduced_to_team"),
        ("Then she introduces me to the team.", "introduced_to_team"),
        ("They ended up showing me the workshop.", "office_tour"),
        ("They've shown me round the ward.", "office_tour"),
    ],
)
def test_what_happened_is_read_in_any_tense(text, signal):
    """Emphasis, the present of a story, and the perfect."""
    assert answers(text).get(signal) is True


@pytest.mark.parametrize(
    "text",
    [
        "They're going to show me round on Friday.",
        "Did they show me round?",
        "If they did show me round I'd be happier.",
    ],
)
def test_what_has_not_happened_is_read_in_no_tense(text):
    """Still to come, asked or supposed."""
    assert "office_tour" not in answers(text)


def test_a_story_of_another_is_followed_over_a_few_sentences_only():
    """So that the time of reading grows with the text, whatever it tells."""
    story = "My mate interviewed there. " + 12 * "They told him about the shifts. "
    assert answers(story + "They showed him round.") == {}
    assert answers(story + "They were friendly.")["friendly_interaction"] is True
