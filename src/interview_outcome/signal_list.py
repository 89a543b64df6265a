"""What can be seen of an interview: the signals, in reading order. This file is where their weights are said.

It is Python rather than TOML because reading TOML would take a sixth of what a first score costs. What each field
means is said by `interview_outcome.catalogue.Signal`; claims are those of ``data/claims.toml``, figures the sections
of ``data/published_figures.md``.
"""

from interview_outcome.catalogue import Signal

__all__ = ["SIGNALS"]

SIGNALS = (
    Signal(
        id="employer_approached_first",
        question="Did the employer seek you out (rather than you applying)?",
        yes_means="The employer sought you out.",
        no_means="You applied to the employer yourself.",
        family="context",
        phase="context",
        direction="+",
        claims=(),
        figures=("1",),
        weight_yes=0.4,
        weight_no=-0.05,
        sd=0.35,
        coded=False,
        reason=(
            "People whom an employer sought out are hired about twice as often per application as "
            "those who apply themselves (1 in 72 against 1 in 152), but most of that lead is earned "
            "before the interview. What is left of it afterwards, odds of one and a half to one, is "
            "an assumption. It rests on published evidence and on this assumption alone: no coded "
            "interview was searched for it."
        ),
    ),
    Signal(
        id="internal_candidate",
        question="Does an internal candidate compete for the job?",
        yes_means="An internal candidate was competing for the job.",
        no_means="No internal candidate was competing for the job.",
        family="context",
        phase="context",
        direction="-",
        claims=(),
        figures=("1",),
        weight_yes=-0.75,
        weight_no=0.1,
        sd=0.4,
        coded=True,
        reason=(
            "About half of all openings are filled from inside (51% in 41 firms). If an insider gets "
            "the job in six cases of ten, which is a guess, three outsiders share the rest, and the "
            "chance of each falls from 25% to 13%: that is the weight."
        ),
    ),
    Signal(
        id="referred",
        question="Did an employee refer you, or does the employer know you already?",
        yes_means="An employee had referred you, or the employer knew you already.",
        no_means="Nobody there had referred you or knew you.",
        family="context",
        phase="context",
        direction="+",
        claims=(),
        figures=("1",),
        weight_yes=0.45,
        weight_no=-0.05,
        sd=0.35,
        coded=True,
        reason=(
            "Referred people are hired about ten times as often per application as those who apply "
            "themselves (1 in 16 against 1 in 152), but nearly all of that lead is earned before the "
            "interview. Referred candidates also pass the later stages more often; how much more is "
            "assumed, at odds of one and a half to one."
        ),
    ),
    Signal(
        id="compared_to_ideal",
        question="Did they compare you with the ideal candidate, or say that you are what they look for?",
        yes_means=(
            "They likened you to their ideal candidate, or said that you were what they were looking for."
        ),
        no_means="They did not liken you to the candidate that they were looking for.",
        family="interest_words",
        phase="during",
        direction="+",
        claims=("A6",),
        figures=("13",),
        weight_yes=0.4,
        weight_no=-0.1,
        sd=0.35,
        coded=True,
        reason=(
            "The article expects success after it. It is rarer and more specific than plain praise, "
            "so it weighs a little more, but only two of 69 published lists name it and no published "
            "figure measures it."
        ),
    ),
    Signal(
        id="praised",
        question="Did they praise you during the interview?",
        yes_means="They praised you during the interview.",
        no_means="They did not praise you during the interview.",
        family="interest_words",
        phase="during",
        direction="+",
        claims=("A7",),
        figures=("5", "13"),
        weight_yes=0.35,
        weight_no=-0.2,
        sd=0.3,
        coded=True,
        reason=(
            "The article and ten of 69 published lists name it, and in taped interviews a good first "
            "impression made interviewers warmer. But everybody who is invited is well qualified, and "
            "many interviewers praise out of kindness, so it weighs less than it feels."
        ),
    ),
    Signal(
        id="when_language",
        question="Did they speak as if you had the job ('when you start', 'you will')?",
        yes_means="They spoke as if you had the job already.",
        no_means="They did not speak as if you had the job already.",
        family="interest_words",
        phase="during",
        direction="+",
        claims=(),
        figures=("5", "13"),
        weight_yes=0.5,
        weight_no=-0.12,
        sd=0.35,
        coded=True,
        reason=(
            "Twelve of 69 published lists name it, often near the top; the article does not. Nobody "
            "has counted how often an offer follows, and for some interviewers it is a habit of "
            "speech, so it falls far short of a promise."
        ),
    ),
    Signal(
        id="cut_short",
        question="Was the interview clearly shorter than planned?",
        yes_means="The interview was clearly shorter than planned.",
        no_means="The interview was not cut short.",
        family="length",
        phase="during",
        direction="-",
        claims=("B1",),
        figures=("5", "9", "10", "13"),
        weight_yes=-0.9,
        weight_no=0.1,
        sd=0.35,
        coded=True,
        reason=(
            "Published lists name no bad sign more often (18 of 69), and the article names it too. "
            "The weight is worked out from a guess: 5% of interviews that lead to an offer are cut "
            "short, and 12% of the others. About 30% of decisions fall within five minutes, yet most "
            "interviews run on, so a full length says little."
        ),
    ),
    Signal(
        id="planned_step_dropped",
        question="Was a planned meeting, tour or step dropped?",
        yes_means="A planned meeting, tour or other step was dropped.",
        no_means="No planned meeting or step was dropped.",
        family="length",
        phase="during",
        direction="-",
        claims=(),
        figures=("11", "13"),
        weight_yes=-0.55,
        weight_no=0.05,
        sd=0.4,
        coded=False,
        reason=(
            "Two published lists name it, and no figure measures it; plans also change for reasons "
            "that have nothing to do with you. It rests on published opinion alone: no coded "
            "interview was searched for it."
        ),
    ),
    Signal(
        id="ran_long",
        question="Did the interview run clearly longer than planned?",
        yes_means="The interview ran clearly longer than planned.",
        no_means="The interview did not run longer than planned.",
        family="length",
        phase="during",
        direction="+",
        claims=(),
        figures=("5", "10", "12", "13"),
        weight_yes=0.45,
        weight_no=-0.15,
        sd=0.3,
        coded=True,
        reason=(
            "No sign at all is named more often (29 of 69 published lists), but lists copy one "
            "another, and no figures on the length of successful interviews were found. A columnist "
            "who hires says that a talk without overtime means nothing, so a no weighs little. "
            "Overtime does not count if you talked too long or the interview started late."
        ),
    ),
    Signal(
        id="asked_about_other_offers",
        question="Did they ask about your other offers or interviews, or when you must decide?",
        yes_means="They asked about your other offers or interviews, or by when you had to decide.",
        no_means="They did not ask about your other offers or interviews, or by when you had to decide.",
        family="practicalities",
        phase="during",
        direction="+",
        claims=("B10",),
        figures=("5", "13"),
        weight_yes=0.4,
        weight_no=-0.15,
        sd=0.3,
        coded=True,
        reason=(
            "The article reads its absence as a bad sign, and four of 69 published lists read a yes "
            "as a good one. Among applicants for medical training only about a quarter of the "
            "programmes asked, so a yes stands out, while a no is the usual case and says little."
        ),
    ),
    Signal(
        id="interviewer_unprepared",
        question="Was the interviewer late or unprepared, or the interview moved again and again?",
        yes_means="The interviewer was late or unprepared, or the interview was moved again and again.",
        no_means="The interviewer was on time and prepared.",
        family="preparation",
        phase="during",
        direction="-",
        claims=(),
        figures=("5",),
        weight_yes=-0.2,
        weight_no=0.05,
        sd=0.3,
        coded=True,
        reason=(
            "It happens too often to say much about one candidate: 41% of UK job hunters had met a "
            "late interviewer, and 28% of employers admitted to going in unprepared. No published "
            "list names it."
        ),
    ),
    Signal(
        id="resume_reread",
        question="Did the interviewer keep looking at your resume as if for the first time?",
        yes_means="The interviewer kept looking at your resume as if for the first time.",
        no_means="The interviewer did not read your resume as if for the first time.",
        family="preparation",
        phase="during",
        direction="-",
        claims=("B13",),
        figures=("5", "13"),
        weight_yes=-0.2,
        weight_no=0.1,
        sd=0.3,
        coded=True,
        reason=(
            "The article names it, and one of 69 published lists does. But 37% of UK job hunters had "
            "met an interviewer who had not read their resume: too many for it to say much about one "
            "candidate."
        ),
    ),
    Signal(
        id="clarifying_questions_asked",
        question="Did they keep asking keen follow-up questions about your experience and motivation?",
        yes_means="They kept asking keen follow-up questions about your experience and motivation.",
        no_means="They asked no keen follow-up questions about your experience and motivation.",
        family="questioning",
        phase="during",
        direction="+",
        claims=("B9",),
        figures=("5", "12", "13"),
        weight_yes=0.25,
        weight_no=-0.3,
        sd=0.35,
        coded=True,
        reason=(
            "The article and seven of 69 published lists take it for a good sign. A field study of 79 "
            "taped interviews found the opposite, fewer questions after a good first impression, so "
            "the weight is small and even its sign is in doubt."
        ),
    ),
    Signal(
        id="clarifying_questions_stopped",
        question="Did they ask keenly at first and then stop asking?",
        yes_means="They asked keenly at first and then stopped asking.",
        no_means="They did not stop asking after a keen start.",
        family="questioning",
        phase="during",
        direction="-",
        claims=("B9",),
        figures=("5", "12", "13"),
        weight_yes=-0.4,
        weight_no=0.08,
        sd=0.35,
        coded=True,
        reason=(
            "The article names it, with one of 69 published lists beside it. But interviewers who are "
            "satisfied stop asking too, as a field study of 79 taped interviews found, so the weight "
            "is small and even its sign is in doubt."
        ),
    ),
    Signal(
        id="standard_questions_only",
        question="Were there only a few standard questions, in a standard order?",
        yes_means="They asked only a few standard questions, in a standard order.",
        no_means="They did not keep to a few standard questions.",
        family="questioning",
        phase="during",
        direction="-",
        claims=("A8", "B3"),
        figures=("10", "13"),
        weight_yes=-0.35,
        weight_no=0.15,
        sd=0.3,
        coded=True,
        reason=(
            "The article and six of 69 published lists take it for a bad sign. In a structured "
            "interview everybody gets the same questions; there it says nothing and is set aside."
        ),
    ),
    Signal(
        id="thorny_issues_avoided",
        question="Did they steer round difficult issues, such as pay, gaps or conditions?",
        yes_means="They steered round difficult issues, such as pay, gaps or conditions.",
        no_means="They did not steer round difficult issues.",
        family="questioning",
        phase="during",
        direction="-",
        claims=("B5",),
        figures=("12",),
        weight_yes=-0.2,
        weight_no=0.1,
        sd=0.35,
        coded=True,
        reason=(
            "Nobody but the article names it, and a candidate can hardly see what was left unsaid, so "
            "it weighs little."
        ),
    ),
    Signal(
        id="friendly_interaction",
        question="Was the interviewer friendly?",
        yes_means="The interviewer was friendly.",
        no_means="The interviewer was not friendly.",
        family="rapport",
        phase="during",
        direction="+",
        claims=("A3",),
        figures=("5", "13"),
        weight_yes=0.2,
        weight_no=-0.35,
        sd=0.25,
        coded=True,
        reason=(
            "Most interviewers are polite to everybody, so friendliness says little and its absence "
            "says more. In a field study first impressions went with offers at a correlation of 0.22, "
            "which bounds the whole family of such signs. Nine of 69 published lists name it; the "
            "article counts it only together with others."
        ),
    ),
    Signal(
        id="interviewer_lost_interest",
        question="Did the interviewer visibly lose interest: papers, the watch, looking around?",
        yes_means="The interviewer visibly lost interest.",
        no_means="The interviewer did not lose interest.",
        family="rapport",
        phase="during",
        direction="-",
        claims=("B11",),
        figures=("13",),
        weight_yes=-0.7,
        weight_no=0.12,
        sd=0.35,
        coded=True,
        reason=(
            "Next to a shortened interview it is the bad sign that published lists name most (16 of "
            "69), and the article names it too. It was never measured against outcomes, and an "
            "interviewer's bad day looks the same."
        ),
    ),
    Signal(
        id="interviewer_took_calls",
        question="Did the interviewer interrupt the interview for calls or messages?",
        yes_means="The interviewer interrupted the interview for calls or messages.",
        no_means="The interviewer did not interrupt the interview for calls or messages.",
        family="rapport",
        phase="during",
        direction="-",
        claims=("B12",),
        figures=("13",),
        weight_yes=-0.4,
        weight_no=0.05,
        sd=0.35,
        coded=True,
        reason=(
            "The article names it, and two of 69 published lists do. Poor manners or a heavy workload "
            "explain many such calls, so the weight is moderate."
        ),
    ),
    Signal(
        id="smooth_dialogue",
        question="Did the conversation flow as a dialogue (no: dry questions and answers, or a monologue)?",
        yes_means="The conversation flowed as a dialogue.",
        no_means="The conversation was dry question and answer, or a monologue.",
        family="rapport",
        phase="during",
        direction="+",
        claims=("A8", "B4"),
        figures=("5", "9", "13"),
        weight_yes=0.35,
        weight_no=-0.4,
        sd=0.3,
        coded=True,
        reason=(
            "The article and 17 of 69 published lists take a free dialogue for a good sign. In a "
            "field study first impressions went with offers at a correlation of 0.22: a step of about "
            "0.8 in log-odds between a warm talk and a cold one, of which about half stands on each "
            "side. Structured interviews look dry whatever their result, so a no does not get the "
            "full size that the article gives it."
        ),
    ),
    Signal(
        id="warm_body_language",
        question="Did they nod, smile, lean in and keep eye contact (no: cold, arms crossed, hostile)?",
        yes_means="They nodded, smiled, leaned in and kept eye contact.",
        no_means="Their body language was cold, closed or hostile.",
        family="rapport",
        phase="during",
        direction="+",
        claims=(),
        figures=("5", "9", "13"),
        weight_yes=0.3,
        weight_no=-0.5,
        sd=0.3,
        coded=True,
        reason=(
            "Of 69 published lists 19 name it, and 14 name its opposite. In recordings of real "
            "interviews the body language of both sides, read by a machine, explained 36% of how "
            "hirable the candidates were rated. A candidate reads it far worse, so the weight stays "
            "well below what that figure would give."
        ),
    ),
    Signal(
        id="introduced_to_team",
        question="Were you introduced, outside the plan, to future colleagues or senior managers?",
        yes_means="You were introduced, outside the plan, to future colleagues or senior managers.",
        no_means="You were introduced to nobody outside the plan.",
        family="selling",
        phase="during",
        direction="+",
        claims=(),
        figures=("5", "13"),
        weight_yes=0.5,
        weight_no=-0.12,
        sd=0.35,
        coded=True,
        reason=(
            "It is one of the three good signs that published lists name most (18 of 69), and it "
            "costs colleagues their time. A columnist who hires calls it often a courtesy, nobody has "
            "counted outcomes, and where everybody meets the team it says nothing."
        ),
    ),
    Signal(
        id="office_tour",
        question="Were you shown round the workplace?",
        yes_means="You were shown round the workplace.",
        no_means="You were not shown round the workplace.",
        family="selling",
        phase="during",
        direction="+",
        claims=(),
        figures=("5", "13"),
        weight_yes=0.3,
        weight_no=-0.06,
        sd=0.3,
        coded=True,
        reason=(
            "Seven of 69 published lists name it, as a strong sign; a columnist who hires denies it "
            "twice. A tour is often part of the usual route, and nobody has counted outcomes, so it "
            "weighs little."
        ),
    ),
    Signal(
        id="role_details_shared",
        question=(
            "Did they tell you about the department, the managers and the first tasks (no: formal, "
            "without such stories)?"
        ),
        yes_means="They told you about the department, the managers and the first tasks.",
        no_means=(
            "They stayed formal and told you nothing of the department, the managers or the first tasks."
        ),
        family="selling",
        phase="during",
        direction="+",
        claims=("B2",),
        figures=("5", "13"),
        weight_yes=0.3,
        weight_no=-0.4,
        sd=0.3,
        coded=True,
        reason=(
            "Eleven of 69 published lists name it, and the article names its absence. In a field "
            "study of 79 taped interviews, interviewers told candidates more about the job after a "
            "good first impression; how much more was not published in what could be read."
        ),
    ),
    Signal(
        id="vacancy_sold",
        question="Did they try to win you for the job: praise the company, the team, the benefits?",
        yes_means="They tried to win you for the job.",
        no_means="They did not try to win you for the job.",
        family="selling",
        phase="during",
        direction="+",
        claims=("B4",),
        figures=("5", "13"),
        weight_yes=0.45,
        weight_no=-0.35,
        sd=0.3,
        coded=True,
        reason=(
            "Of all that interviewers do, this has the best support: in 79 taped interviews they sold "
            "the firm more after a good first impression, and the article and 14 of 69 published "
            "lists name it. But for some, selling is a habit or an order and no verdict, which keeps "
            "the weight moderate."
        ),
    ),
    Signal(
        id="exposed_by_leading_questions",
        question="Did leading questions seem meant to show what you are not competent at?",
        yes_means="Leading questions seemed meant to show what you were not competent at.",
        no_means="No leading questions seemed meant to show up your weak sides.",
        family="skill_fit",
        phase="during",
        direction="-",
        claims=("B8",),
        figures=("12",),
        weight_yes=-0.7,
        weight_no=0.04,
        sd=0.45,
        coded=True,
        reason=(
            "The article describes it as a way to make a candidate give up; no published list names "
            "it. It is hard to tell from a thorough interview, so the weight is unsure."
        ),
    ),
    Signal(
        id="sudden_requirements",
        question=(
            "Did they suddenly bring up requirements that you cannot meet, or dwell on a skill that you lack?"
        ),
        yes_means=(
            "They suddenly brought up requirements that you could not meet, or dwelt on a skill that "
            "you lacked."
        ),
        no_means="They brought up no sudden requirements and dwelt on no missing skill.",
        family="skill_fit",
        phase="during",
        direction="-",
        claims=("B7",),
        figures=("11", "13"),
        weight_yes=-0.65,
        weight_no=0.04,
        sd=0.4,
        coded=True,
        reason=(
            "The article names sudden requirements, and two published lists name an interviewer who "
            "dwells on a missing skill. No figure measures either, so the size is an assumption with "
            "a wide spread."
        ),
    ),
    Signal(
        id="test_passed",
        question="Did you do well in a test or in the technical questions (no: you did badly)?",
        yes_means="You did well in a test or in the technical questions.",
        no_means="You did badly in a test or in the technical questions.",
        family="skill_fit",
        phase="during",
        direction="+",
        claims=("A3",),
        figures=("4", "9", "13"),
        weight_yes=0.7,
        weight_no=-0.95,
        sd=0.4,
        coded=True,
        reason=(
            "Where a test is used it is a hard filter, and the article sees very high chances where a "
            "pass meets a friendly interviewer. But you can only guess your result: in 254 technical "
            "interviews the candidates' own scores explained 24% of the interviewers' scores. So a "
            "failure that you feel weighs 0.95, well under the 1.6 that a certain one would."
        ),
    ),
    Signal(
        id="test_task_given",
        question=(
            "Were you given a test task or work sample (no: none, where one is usual; leave out if you "
            "cannot tell)?"
        ),
        yes_means="They gave you a test task or work sample.",
        no_means="They gave you no test task; this counts as if one were usual.",
        family="skill_fit",
        phase="during",
        direction="+",
        claims=("B6",),
        figures=("12",),
        weight_yes=0.3,
        weight_no=-0.25,
        sd=0.4,
        coded=True,
        reason=(
            "Only the article names it, and only by its absence. Tasks are usual in some trades "
            "alone, and there they are often set for everybody who passes the first talk, so it "
            "weighs little."
        ),
    ),
    Signal(
        id="candidate_asked_questions",
        question="Did you ask considered questions about the work (no: you asked nothing)?",
        yes_means="You asked considered questions about the work.",
        no_means="You asked no questions.",
        family="candidate_conduct",
        phase="candidate",
        direction="+",
        claims=("F1",),
        figures=("6",),
        weight_yes=0.1,
        weight_no=-0.4,
        sd=0.3,
        coded=True,
        reason=(
            "Nearly everybody asks something, so good questions help little. Asking none is held "
            "against candidates by 25 to 34% of managers in polls; if 30% drop such a candidate, the "
            "odds fall by about a third."
        ),
    ),
    Signal(
        id="candidate_asked_raise_first",
        question="Were your main questions about raises, or how soon you could move on?",
        yes_means="Your main questions were about raises, or how soon you could move on.",
        no_means="Your main questions were not about raises or moving on.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=("F2",),
        figures=("5", "13"),
        weight_yes=-0.45,
        weight_no=0.05,
        sd=0.35,
        coded=True,
        reason=(
            "The article tells of a sure job that was lost this way, and one of 69 published lists "
            "names it. Yet 92% of managers say that they would not drop a candidate for asking about "
            "pay, so the weight is moderate."
        ),
    ),
    Signal(
        id="candidate_bypassed_recruiter",
        question="Did you go round the recruiter to your future boss?",
        yes_means="You went round the recruiter to your future boss.",
        no_means="You did not go round the recruiter to your future boss.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=("F8",),
        figures=("13",),
        weight_yes=-0.2,
        weight_no=0.02,
        sd=0.45,
        coded=True,
        reason=(
            "The article calls it harmful, while one published page on following up advises it. No "
            "figure was found, so the weight is small, its spread wide, and even its sign is in "
            "doubt."
        ),
    ),
    Signal(
        id="candidate_came_uninvited",
        question="Did you come to the office uninvited to learn the result?",
        yes_means="You came to the office uninvited to learn the result.",
        no_means="You did not come to the office uninvited.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=("F7",),
        figures=("12",),
        weight_yes=-0.5,
        weight_no=0.02,
        sd=0.45,
        coded=True,
        reason=(
            "Only the article names it: it is intrusive and may cause a refusal. It is rare, and "
            "often done by those whose chances are sinking already, so the size is an assumption with "
            "a wide spread."
        ),
    ),
    Signal(
        id="candidate_contacted_too_early",
        question="Did you chase the result before the day that they named?",
        yes_means="You chased the result before the day that they had named.",
        no_means="You did not chase the result before the day that they had named.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=("F6",),
        figures=("12",),
        weight_yes=-0.2,
        weight_no=0.03,
        sd=0.3,
        coded=True,
        reason=(
            "Only the article names it, as advice, and no figure was found. The small weight is a "
            "cautious assumption."
        ),
    ),
    Signal(
        id="candidate_criticised_past_employer",
        question="Did you speak badly of a former boss or employer?",
        yes_means="You spoke badly of a former boss or employer.",
        no_means="You did not speak badly of a former boss or employer.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=("F3",),
        figures=("6", "13"),
        weight_yes=-0.55,
        weight_no=0.05,
        sd=0.35,
        coded=True,
        reason=(
            "In polls 32 to 48% of managers call it a mistake or a deal breaker, and the article "
            "names it too. If 40% drop such a candidate, the odds fall by 40%, which is about the "
            "weight."
        ),
    ),
    Signal(
        id="candidate_salary_out_of_range",
        question="Did you name a salary far above, or far below, what the job pays?",
        yes_means="You named a salary far above, or far below, what the job paid.",
        no_means="You did not name a salary far above or below what the job paid.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=("F4",),
        figures=(),
        weight_yes=-0.4,
        weight_no=0.05,
        sd=0.4,
        coded=False,
        reason=(
            "The article names it, but no figure was found; it is taken to be as weak as other "
            "mistakes that candidates make. It rests on that assumption alone: no coded interview was "
            "searched for it."
        ),
    ),
    Signal(
        id="candidate_was_late",
        question="Were you late, or did your phone ring?",
        yes_means="You were late, or your phone rang.",
        no_means="You were on time, and your phone stayed quiet.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=(),
        figures=("6", "11"),
        weight_yes=-0.6,
        weight_no=0.03,
        sd=0.4,
        coded=False,
        reason=(
            "In polls 50 to 67% of managers call it a mistake or a deal breaker. Polls are stricter "
            "than life, so that is about halved. It rests on published evidence alone: no coded "
            "interview was searched for it."
        ),
    ),
    Signal(
        id="candidate_withheld_employer_contacts",
        question="Did you avoid giving the contacts of a former employer when asked?",
        yes_means="You avoided giving the contacts of a former employer when asked.",
        no_means="You did not avoid giving the contacts of a former employer.",
        family="candidate_conduct",
        phase="candidate",
        direction="-",
        claims=("F5",),
        figures=(),
        weight_yes=-0.4,
        weight_no=0.03,
        sd=0.4,
        coded=False,
        reason=(
            "The article names it, but no figure was found; it is taken to be as weak as other "
            "mistakes that candidates make. It rests on that assumption alone: no coded interview was "
            "searched for it."
        ),
    ),
    Signal(
        id="thank_you_sent",
        question="Did you send a thank-you or follow-up letter?",
        yes_means="You sent a thank-you or follow-up letter.",
        no_means="You sent no thank-you or follow-up letter.",
        family="candidate_conduct",
        phase="candidate",
        direction="+",
        claims=("G4",),
        figures=("6", "13"),
        weight_yes=0.08,
        weight_no=-0.08,
        sd=0.15,
        coded=True,
        reason=(
            "In polls 68 to 80% of managers say that such a letter matters, and 16% have dropped "
            "somebody who sent none. But two studies of outcomes, with 470 and 93 applicants for "
            "medical training, found no link with the result, so it weighs next to nothing."
        ),
    ),
    Signal(
        id="candidate_felt_good",
        question="Right afterwards, did you feel that it went well (no: badly)?",
        yes_means="Right afterwards, you felt that it had gone well.",
        no_means="Right afterwards, you felt that it had gone badly.",
        family="self_feeling",
        phase="candidate",
        direction="+",
        claims=("E1",),
        figures=("4", "9"),
        weight_yes=0.4,
        weight_no=-0.45,
        sd=0.3,
        coded=True,
        reason=(
            "In 254 technical interviews the candidates' own scores and the interviewers' went "
            "together at a correlation of 0.49, and from scores to offers about half of a correlation "
            "is lost. That leaves a step of about 1 in log-odds between a good feeling and a bad one, "
            "a little less than half of it on each side. People underrate how much they were liked, "
            "and a professional recruiter never lets a failure show."
        ),
    ),
    Signal(
        id="candidate_underqualified",
        question="Do you lack a stated key requirement?",
        yes_means="You lacked a stated key requirement.",
        no_means="You did not lack a stated key requirement.",
        family="skill_fit",
        phase="candidate",
        direction="-",
        claims=(),
        figures=("5", "13"),
        weight_yes=-0.7,
        weight_no=0.15,
        sd=0.4,
        coded=True,
        reason=(
            "For 61% of managers checking a candidate's experience is the first aim of an interview, "
            "so a gap matters. Yet they knew your resume and chose to see you, which keeps the weight "
            "moderate."
        ),
    ),
    Signal(
        id="conditional_phrases",
        question="Did they speak in ifs ('if the director is interested', 'if you are still free by then')?",
        yes_means="They spoke in ifs about what would follow.",
        no_means="They did not speak in ifs about what would follow.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("C6",),
        figures=("12",),
        weight_yes=-0.4,
        weight_no=0.1,
        sd=0.35,
        coded=True,
        reason=(
            "The article holds that an 'if' means doubt; no published list names it. In many "
            "personnel departments cautious grammar is a rule, so it gets about half of what the "
            "claim would deserve."
        ),
    ),
    Signal(
        id="consult_colleagues",
        question="Did they say that they must first consult colleagues or a manager?",
        yes_means="They said that they first had to consult colleagues or a manager.",
        no_means="They did not say that they first had to consult anybody.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("C5",),
        figures=("13",),
        weight_yes=-0.2,
        weight_no=0.1,
        sd=0.3,
        coded=True,
        reason=(
            "The article says that a candidate who will be defended does not hear it, yet grants that "
            "some posts need a joint decision. Most firms decide jointly, and only one of 69 "
            "published lists names the phrase, so it weighs little."
        ),
    ),
    Signal(
        id="finalist_exists",
        question=(
            "Did they say that there already is a finalist (someone else), or that the search is suspended?"
        ),
        yes_means=(
            "They said that there already was a finalist, someone else, or that the search was suspended."
        ),
        no_means="They mentioned neither another finalist nor a suspended search.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("C3",),
        figures=("1", "12"),
        weight_yes=-1.3,
        weight_no=0.05,
        sd=0.45,
        coded=True,
        reason=(
            "The article names it as a code phrase of a refusal; no published list does. It is not "
            "the end: 10 to 31% of offers are declined, which leaves a runner-up a chance of about 8% "
            "where others have 25%."
        ),
    ),
    Signal(
        id="good_luck_with_search",
        question="Did they wish you luck with your search, or part for good in other words?",
        yes_means="They wished you luck with your search, or parted for good in other words.",
        no_means="They did not part from you for good.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=(),
        figures=("13",),
        weight_yes=-0.6,
        weight_no=0.04,
        sd=0.4,
        coded=True,
        reason=(
            "Such a farewell fits a case that is closed, but neither the article nor any published "
            "list names it, and a columnist who hires warns against reading it. The size is an "
            "assumption."
        ),
    ),
    Signal(
        id="more_candidates_to_see",
        question=(
            "Did they say that they still have resumes to review or candidates to see (no: they said "
            "that you were the last)?"
        ),
        yes_means="They said that they still had resumes to review or candidates to see.",
        no_means="They said that you were the last candidate.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("C1",),
        figures=("13",),
        weight_yes=-0.25,
        weight_no=0.05,
        sd=0.3,
        coded=True,
        reason=(
            "The article takes it for a code phrase of a refusal, and four of 69 published lists name "
            "it. A recruiter in print says it even to those whom he is going to hire, so it weighs "
            "little."
        ),
    ),
    Signal(
        id="most_experienced_wanted",
        question="Did they say that they look for the candidate with the most experience?",
        yes_means="They said that they were looking for the candidate with the most experience.",
        no_means="They did not say that the most experience would decide.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("C8",),
        figures=("12",),
        weight_yes=-0.45,
        weight_no=0.05,
        sd=0.35,
        coded=True,
        reason=(
            "Only the article names it. It says openly that they compare, and on what you may lose; "
            "the size is an assumption."
        ),
    ),
    Signal(
        id="other_vacancy_offered",
        question="Did they bring up a different vacancy for you?",
        yes_means="They brought up a different vacancy for you.",
        no_means="They brought up no other vacancy for you.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("F9",),
        figures=("12",),
        weight_yes=-0.35,
        weight_no=0.05,
        sd=0.5,
        coded=True,
        reason=(
            "In the article it is something for those who were refused. For the job in question it "
            "mostly speaks against you, but where any offer from the firm counts it may speak for "
            "you, so the spread is wide. No published list names it."
        ),
    ),
    Signal(
        id="position_irrelevant",
        question=(
            "Did they say that the position is closed or frozen, or that they will keep you in mind "
            "for later?"
        ),
        yes_means=(
            "They said that the position was closed or frozen, or that they would keep you in mind for later."
        ),
        no_means=(
            "They did not say that the position was closed or frozen, or that they would keep you in mind."
        ),
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("C4",),
        figures=("1", "13"),
        weight_yes=-1.6,
        weight_no=0.03,
        sd=0.5,
        coded=True,
        reason=(
            "The article names it as a code phrase of a refusal, and one of 69 published lists does. "
            "It leaves a chance of perhaps 5% where others have 25%; the weight is somewhat smaller "
            "than that, because such words are easily misunderstood."
        ),
    ),
    Signal(
        id="resume_advice_given",
        question="Did they give you friendly advice on your resume or on where else to look?",
        yes_means="They gave you friendly advice on your resume or on where else to look.",
        no_means="They gave you no advice on your resume or on where else to look.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("B15",),
        figures=("5", "13"),
        weight_yes=-0.8,
        weight_no=0.05,
        sd=0.4,
        coded=True,
        reason=(
            "The article has it from a personnel director: advice as a return for time that was "
            "wasted. A hiring manager says in print that she coaches those whom she will not take. "
            "That makes two voices and no figure."
        ),
    ),
    Signal(
        id="step_back_for_you",
        question="Did they say that the job would not interest you, or would be a step back for you?",
        yes_means="They said that the job would not interest you, or would be a step back for you.",
        no_means="They did not say that the job would be a step back for you.",
        family="brush_off",
        phase="closing",
        direction="-",
        claims=("C2",),
        figures=("12",),
        weight_yes=-0.8,
        weight_no=0.04,
        sd=0.45,
        coded=True,
        reason=(
            "The article names it as a code phrase for a hidden refusal; no published list does. Some "
            "employers really fear that you would soon leave, which keeps it well short of a certain "
            "refusal."
        ),
    ),
    Signal(
        id="interest_stated",
        question="Did they say in words that they are interested in you?",
        yes_means="They said in words that they were interested in you.",
        no_means="They did not say in words that they were interested in you.",
        family="interest_words",
        phase="closing",
        direction="+",
        claims=("A2",),
        figures=("5", "13"),
        weight_yes=0.6,
        weight_no=-0.2,
        sd=0.35,
        coded=True,
        reason=(
            "The article takes it for half of the best sign there is, and one of 69 published lists "
            "says that the first choice is told so. But words are cheap: programmes for medical "
            "training hinted at a place to 37% of applicants. So it weighs less than the claim."
        ),
    ),
    Signal(
        id="pay_discussed",
        question="Did they bring up concrete pay, benefits or conditions?",
        yes_means="They brought up concrete pay, benefits or conditions.",
        no_means="They did not bring up concrete pay, benefits or conditions.",
        family="practicalities",
        phase="closing",
        direction="+",
        claims=(),
        figures=("5", "13"),
        weight_yes=0.35,
        weight_no=-0.15,
        sd=0.3,
        coded=True,
        reason=(
            "Nine of 69 published lists name it. It is a common topic, which 70% of managers welcome "
            "by the second interview, so it weighs less than the lists say."
        ),
    ),
    Signal(
        id="start_date_discussed",
        question="Did they discuss a start date, your notice period or your availability?",
        yes_means="They discussed a start date, your notice period or your availability.",
        no_means="They did not discuss a start date, your notice period or your availability.",
        family="practicalities",
        phase="closing",
        direction="+",
        claims=(),
        figures=("13",),
        weight_yes=0.55,
        weight_no=-0.15,
        sd=0.35,
        coded=True,
        reason=(
            "Twelve of 69 published lists name it, as a strong sign. It is also a question on many "
            "forms, but talk of closing the deal costs the employer something. No figure measures it."
        ),
    ),
    Signal(
        id="next_round_scheduled",
        question="Did they name or schedule a further round after this one?",
        yes_means="They named or scheduled a further round.",
        no_means="They did not name a further round.",
        family="process",
        phase="closing",
        direction="+",
        claims=(),
        figures=("9", "10", "13"),
        weight_yes=1.1,
        weight_no=-0.6,
        sd=0.45,
        coded=True,
        reason=(
            "About three and a half of ten candidates go on, and nearly everybody who gets the offer "
            "is among them, which makes the odds a little over three times as high. It must not count "
            "again where the base rate is that of the later round, so after a final round it is set "
            "aside."
        ),
    ),
    Signal(
        id="offer_announced",
        question="Were you told that an offer is coming, or that the rest is a formality?",
        yes_means="You were told that an offer was coming, or that the rest was a formality.",
        no_means="You were not told that an offer was coming.",
        family="process",
        phase="closing",
        direction="+",
        claims=(),
        figures=(),
        weight_yes=1.2,
        weight_no=-0.05,
        sd=0.5,
        coded=False,
        reason=(
            "About ten of the accounts that were read mention it, and several of those still ended "
            "without an offer, so it stays far below certainty. It rests on that impression and on "
            "assumption alone: no coded interview was searched for it."
        ),
    ),
    Signal(
        id="references_requested",
        question=(
            "After the interview, did they ask for references or a background check, or contact your "
            "referees?"
        ),
        yes_means=(
            "After the interview, they asked for references or a background check, or contacted your "
            "referees."
        ),
        no_means="After the interview, they asked for no references and contacted no referees.",
        family="process",
        phase="closing",
        direction="+",
        claims=("D2",),
        figures=("7", "13"),
        weight_yes=1.0,
        weight_no=-0.15,
        sd=0.4,
        coded=True,
        reason=(
            "Employers check at the end: of those who are checked 21 to 34% are dropped, so a "
            "finalist's chance rises from about 33% to between 55 and 66%. Because 16% of employers "
            "check before the first interview, a request on the application form would weigh only "
            "about a third of this."
        ),
    ),
    Signal(
        id="told_you_are_finalist",
        question="Were you told that you are among the finalists or the first choice?",
        yes_means="You were told that you were among the finalists or the first choice.",
        no_means="You were not told that you were among the finalists.",
        family="process",
        phase="closing",
        direction="+",
        claims=(),
        figures=(),
        weight_yes=0.7,
        weight_no=-0.05,
        sd=0.45,
        coded=False,
        reason=(
            "Some of the accounts that were read mention it. It is set aside where the base rate "
            "counts the finalists already. It rests on assumption alone: no coded interview was "
            "searched for it."
        ),
    ),
    Signal(
        id="contact_details_shared",
        question="Did the interviewer give you a card or a direct contact and invite questions?",
        yes_means="The interviewer gave you a card or a direct contact and invited questions.",
        no_means="The interviewer gave you no card or direct contact.",
        family="selling",
        phase="closing",
        direction="+",
        claims=(),
        figures=("13",),
        weight_yes=0.25,
        weight_no=-0.08,
        sd=0.3,
        coded=True,
        reason=(
            "One of 69 published lists names it, and only by its absence. A card costs nothing, so it "
            "weighs little."
        ),
    ),
    Signal(
        id="call_back_allowed",
        question="Did they agree that you may call or write if you do not hear from them?",
        yes_means="They agreed that you might call or write if you heard nothing.",
        no_means="They did not agree that you might call or write if you heard nothing.",
        family="timeline",
        phase="closing",
        direction="+",
        claims=("A9",),
        figures=("12",),
        weight_yes=0.1,
        weight_no=-0.3,
        sd=0.3,
        coded=True,
        reason=(
            "The article says that most recruiters will agree, so a yes tells little and a no rather "
            "more. No published list names it."
        ),
    ),
    Signal(
        id="contact_date_given",
        question="Did they name a day, even roughly, when you would hear from them?",
        yes_means="They named a day when you would hear from them.",
        no_means="They named no day when you would hear from them.",
        family="timeline",
        phase="closing",
        direction="+",
        claims=("A2", "A9", "B14"),
        figures=("2", "5", "9", "13"),
        weight_yes=0.3,
        weight_no=-0.3,
        sd=0.3,
        coded=True,
        reason=(
            "The article expects success where a day is named and interest stated, and failure where "
            "no day is named; ten of 69 published lists name the day, and one page denies it. It is a "
            "common courtesy, and fewer than half of office candidates (46 to 48%) see the next step "
            "both told and kept. So neither answer weighs much by itself."
        ),
    ),
    Signal(
        id="decision_not_soon",
        question="Did they say that the decision will take long?",
        yes_means="They said that the decision would take long.",
        no_means="They did not say that the decision would take long.",
        family="timeline",
        phase="closing",
        direction="-",
        claims=("C1", "C7"),
        figures=("2", "13"),
        weight_yes=-0.35,
        weight_no=0.15,
        sd=0.35,
        coded=True,
        reason=(
            "The article takes it for a code phrase of a refusal, and two of 69 published lists name "
            "it. But slow employers exist, and US graduates wait 22 to 25 working days for an offer "
            "on average, so it weighs little."
        ),
    ),
    Signal(
        id="next_steps_explained",
        question="Did they lay out the next steps of the process?",
        yes_means="They laid out the next steps of the process.",
        no_means="They did not lay out the next steps of the process.",
        family="timeline",
        phase="closing",
        direction="+",
        claims=(),
        figures=("11", "13"),
        weight_yes=0.25,
        weight_no=-0.3,
        sd=0.35,
        coded=False,
        reason=(
            "Eight published lists name it: a concrete plan, even without a date. It rests on "
            "published opinion alone: no coded interview was searched for it."
        ),
    ),
    Signal(
        id="no_call_if_refused",
        question="Did they say that you will hear from them only if the decision is positive?",
        yes_means="They said that you would hear from them only if the decision was positive.",
        no_means="They did not say that you would hear from them only if the decision was positive.",
        family="timeline",
        phase="closing",
        direction="-",
        claims=("A10", "C9"),
        figures=("12",),
        weight_yes=-0.25,
        weight_no=0.05,
        sd=0.35,
        coded=True,
        reason=(
            "It is mostly a rule of the house that everybody is told, so the words themselves say "
            "little. They change what silence means: under such a rule silence after the usual time "
            "stands for a refusal, as the article says."
        ),
    ),
    Signal(
        id="vague_call_promise",
        question="Did they only say 'we will call you', with no date and no word of interest?",
        yes_means="They only said 'we will call you', with no date and no word of interest.",
        no_means="They did not leave it at 'we will call you'.",
        family="timeline",
        phase="closing",
        direction="0",
        claims=("A1", "D1", "D2", "D3", "D4", "D5"),
        figures=("13",),
        weight_yes=0.0,
        weight_no=0.0,
        sd=0.25,
        coded=True,
        reason=(
            "The article holds that these words mean nothing by themselves. Two well-known columns on "
            "careers agree, and three published lists read them as a no. So they carry no weight and "
            "only leave a remark on what they can mean."
        ),
    ),
    Signal(
        id="vacancy_removed",
        question=(
            "Since the interview, has the vacancy been taken down or stopped being updated (no: it "
            "was renewed or reposted; leave out if it is merely still up)?"
        ),
        yes_means="Since the interview, the vacancy was taken down or no longer updated.",
        no_means="Since the interview, the vacancy was renewed or reposted.",
        family="advert",
        phase="after",
        direction="+",
        claims=("A4", "A5"),
        figures=("8", "13"),
        weight_yes=0.3,
        weight_no=-0.35,
        sd=0.4,
        coded=True,
        reason=(
            "The article takes a vacancy that disappears after the final interview for a sign of "
            "success, and one that is renewed for a search that goes on. But 37% of the adverts on "
            "one site were for jobs already filled, and 59% of closed adverts closed without anybody "
            "being hired. The weight is worked out from guesses, and columnists deny both signs, so "
            "it is small and unsure."
        ),
    ),
    Signal(
        id="called_by_phone",
        question=(
            "After the interview, did they ring you (no: they wrote instead; leave out before they "
            "were in touch)?"
        ),
        yes_means="After the interview, they rang you.",
        no_means="After the interview, they wrote instead of ringing you.",
        family="waiting",
        phase="after",
        direction="+",
        claims=(),
        figures=("3", "11"),
        weight_yes=1.2,
        weight_no=-0.1,
        sd=0.45,
        coded=False,
        reason=(
            "Only 6% of rejected candidates were rung, and perhaps half of all offers come by phone, "
            "which would give a weight of about 2. After an interview the rejected are rung more "
            "often than that, so it is taken to be much less. It rests on published evidence and on "
            "guesses alone: no coded interview was searched for it."
        ),
    ),
    Signal(
        id="contact_date_missed",
        question=(
            "The day that they named has come: did it pass without a word (no: they were in touch by "
            "then; leave out before that day)?"
        ),
        yes_means="The day that they had named passed without a word.",
        no_means="They were in touch by the day that they had named.",
        family="waiting",
        phase="after",
        direction="-",
        claims=("G2",),
        figures=("2", "13"),
        weight_yes=-0.5,
        weight_no=0.2,
        sd=0.35,
        coded=True,
        reason=(
            "After a full round of interviews 35% of candidates never hear again, and fewer than half "
            "are told a next step and see it kept. If 40% of offers come late too, which is a guess, "
            "a missed day makes the odds about 0.6 times as high. A day that is kept would speak for "
            "you about as strongly, but is counted for less."
        ),
    ),
    Signal(
        id="decision_postponed",
        question="Did they push the decision back with notice?",
        yes_means="They pushed the decision back, and told you so.",
        no_means="They did not push the decision back.",
        family="waiting",
        phase="after",
        direction="-",
        claims=(),
        figures=(),
        weight_yes=-0.2,
        weight_no=0.05,
        sd=0.35,
        coded=False,
        reason=(
            "Some of the accounts that were read mention it, with both results, so the weight is "
            "small. It rests on assumption alone: no coded interview was searched for it."
        ),
    ),
    Signal(
        id="long_silence",
        question=(
            "Have more than two weeks passed in silence, with no date pending (no: they were in touch "
            "within two weeks; leave out before)?"
        ),
        yes_means="More than two weeks passed in silence, with no date pending.",
        no_means="They were in touch within two weeks.",
        family="waiting",
        phase="after",
        direction="-",
        claims=(),
        figures=("2", "10", "13"),
        weight_yes=-0.4,
        weight_no=0.2,
        sd=0.45,
        coded=True,
        reason=(
            "With a fast employer two weeks of silence make the odds about half as high; with a slow "
            "one, such as a university or a public office, they say nothing. The weight lies between "
            "the two and is unsure. Where the dates are known, the waiting curve takes its place."
        ),
    ),
    Signal(
        id="quick_contact_after",
        question=(
            "Did they get in touch unusually fast after the interview, with a sign of interest (no: "
            "they were in touch, but slowly or coldly; leave out before)?"
        ),
        yes_means="They got in touch unusually fast after the interview, with a sign of interest.",
        no_means="They got in touch slowly or coldly after the interview.",
        family="waiting",
        phase="after",
        direction="+",
        claims=(),
        figures=("2", "13"),
        weight_yes=1.0,
        weight_no=-0.25,
        sd=0.45,
        coded=True,
        reason=(
            "Of people hired in the UK 32% had the good news within two days. If 8% of the others are "
            "contacted as fast and as warmly, which is a guess, the odds are four times as high; the "
            "weight is held below that because of the guess."
        ),
    ),
    Signal(
        id="thank_you_answered",
        question=(
            "Did they answer your letter warmly (no: a week has passed without an answer; leave out "
            "if you sent none)?"
        ),
        yes_means="They answered your letter warmly.",
        no_means="A week passed without an answer to your letter.",
        family="waiting",
        phase="after",
        direction="+",
        claims=(),
        figures=("2", "13"),
        weight_yes=0.45,
        weight_no=-0.2,
        sd=0.4,
        coded=True,
        reason=(
            "Two of 69 published lists name it: a warm reply costs little, but those who are refused "
            "get fewer. After a full round of interviews 35% of candidates never hear again, and "
            "hardly any of them had an offer coming; but busy managers leave winners unanswered too, "
            "so a missing answer weighs less."
        ),
    ),
)
