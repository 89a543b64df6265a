"""A sentence as the grammar sees it: its clauses, and the words in it that change what a phrase means."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from interview_outcome.reading.phrasebook import grammar, read_table
from interview_outcome.reading.text import COMMA, STOP, Sentence

if TYPE_CHECKING:
    from interview_outcome.reading.phrasebook import Phrasebook

__all__ = ["FIRST_PERSON", "OF_ANOTHER", "OPENING", "Scene", "Span", "base_forms", "spans_by_key", "word_set"]

DENIED = 9  # words after a denial or a plan whose verbs are looked at
OPENING = 8  # words at the start of a sentence that say what it and the next ones are about
FIRST_PERSON = frozenset(["i", "me", "my", "us", "we", "myself", "mine"])
OF_ANOTHER = frozenset(["he", "she", "her", "him", "they", "them", "his", "hers", "it"])
LONGEST_STORY = 8  # sentences over which a story is followed
NEAR = 5  # words before and after an interview in which its day may stand
CLOSE = 3  # words between a denial and the verb that it denies at once, at most
Span = tuple[int, int]
Recast = tuple[
    Sentence, list[int]
]  # a sentence in other words, with the place that each has in the first one


@cache
def word_set(name: str) -> frozenset[str]:
    """Give the words of one line of the table ``subjects`` of grammar.toml."""
    return frozenset(read_table("grammar.toml")["subjects"][name].split())


def spans_by_key(phrases: Phrasebook, sentence: Sentence) -> dict[str, list[Span]]:
    """Find the places of some phrases in a sentence: their first word and the one after their last."""
    found: dict[str, list[Span]] = {}
    for pattern in phrases.candidates(sentence.words):
        for match in pattern.expression.regex.finditer(sentence.line):
            found.setdefault(pattern.key, []).append(sentence.word_span(match))
    return found


@cache
def _past_forms() -> dict[str, str]:
    forms = read_table("verbs.toml")["past"]
    return {form: past for past, others in forms.items() for form in others.split()}


@cache
def base_forms() -> frozenset[str]:
    """Give the form of each verb that stands after "did" and "would"."""
    return frozenset(form.split()[0] for form in read_table("verbs.toml")["past"].values())


@cache
def _third_person() -> dict[str, str]:
    """Give the past of "shows", "says": what a note tells as if it were now."""
    forms = {form.split()[0] + "s": past for past, form in read_table("verbs.toml")["past"].items()}
    return {form: past for form, past in forms.items() if form not in word_set("quoting")}


class Scene:
    """A sentence, the sentence before it, and what the grammar finds in it.

    Parameters
    ----------
    sentence : Sentence
        The sentence.
    before : Scene or None
        The scene before it; it gets to know this one as its `after`.
    """

    def __init__(self, sentence: Sentence, before: Scene | None = None) -> None:
        self.sentence = sentence
        self.before = before
        self.after: Scene | None = None
        if before:
            before.after = self
        self.words = sentence.words
        self.breaks = sentence.breaks

    @cached_property
    def _marks(self) -> dict[str, list[Span]]:
        return spans_by_key(grammar(), self.sentence)

    @cached_property
    def denied(self) -> Recast | None:
        """The sentence as if it had been so: "they failed to show me round" becomes "they showed me round"."""
        past: dict[int, str] = {}
        left_out: set[int] = set()
        for at, stop in (*self.spans("denies"), *self.spans("plan")):
            near = range(stop, min(stop + DENIED, len(self.words)))
            verbs = [i for i in near if self.words[i] in _past_forms() and not self._is_being_denied(i, stop)]
            if not verbs or STOP in self.breaks[stop : verbs[0] + 1]:
                continue
            past |= {verb: _past_forms()[self.words[verb]] for verb in verbs}
            if verbs[0] - stop < CLOSE:
                auxiliary = at > 0 and self.words[at - 1] in word_set("auxiliaries")
                left_out.update(range(at - auxiliary, verbs[0]))
        return self._recast(past, left_out)

    @cached_property
    def told(self) -> Recast | None:
        """The sentence in the plain past: "she has shown me" and "she shows me" become "she showed me"."""
        past = {at: _third_person()[word] for at, word in enumerate(self.words) if word in _third_person()}
        left_out: set[int] = set()
        for at, stop in self.spans("told"):
            word = self.words[stop] if stop < len(self.words) and not self.breaks[stop] else ""
            if word and self._tells(at, stop, word):
                past[stop] = _past_forms().get(word, word)
                left_out.update(range(at, stop))
        return self._recast(past, left_out)

    def _tells(self, at: int, stop: int, word: str) -> bool:
        """Tell whether words such as "has" or "kept" and the verb after them say that something happened."""
        helper = self.words[at] if stop - at == 1 else ""
        if helper in word_set("shortened"):
            return word in word_set("participles")
        if helper in word_set("perfect"):
            return word in word_set("participles") or word in read_table("verbs.toml")["past"]
        if helper in word_set("progressive"):
            return word.endswith("ing") and word in _past_forms()
        return word in _past_forms()

    def _is_being_denied(self, at: int, stop: int) -> bool:
        """Tell whether a verb says only that something was not going on: "she was not ringing with a yes"."""
        return self.words[at].endswith("ing") and self.words[stop - 1] in ("not", "never")

    def _recast(self, past: dict[int, str], left_out: set[int]) -> Recast | None:
        if not past:
            return None
        kept = [at for at in range(len(self.words)) if at not in left_out]
        words = tuple(past.get(at, self.words[at]) for at in kept)
        breaks = tuple(self.breaks[at] for at in kept)
        spans = tuple(self.sentence.spans[at] for at in kept)
        return Sentence(words, breaks, spans, self.sentence.asks), kept

    @cached_property
    def story(self) -> str:
        """What began the story that this sentence goes on with, where it is another's: a key of the grammar."""
        scene: Scene | None = self
        of_me = False
        for _ in range(LONGEST_STORY):
            if scene is None or scene.spans("own_again"):
                return ""
            if began := scene.begins_story:
                return "" if of_me and began == "other_person" else began
            if scene.spans("this_time") or not scene.goes_on:
                return ""
            of_me = of_me or bool(FIRST_PERSON.intersection(scene.words))
            scene = scene.before
        return ""

    @cached_property
    def goes_on(self) -> bool:
        """Whether the sentence begins as one does that goes on with a story: "they ...", "showed ..."."""
        return self.words[0] in OF_ANOTHER or self.words[0] in read_table("verbs.toml")["past"]

    @cached_property
    def begins_story(self) -> str:
        """What begins a story of another interview, person or advert, where one begins: a key of the grammar."""
        if any(stop <= OPENING for _, stop in self.other_interviews) and not self.spans("this_time"):
            return "other_interview"
        for at, stop in self.spans("other_person"):
            of_me = {"i", "me"}.intersection(self.words[stop:])
            if at < OPENING and not of_me and not self.has("this_time", at, len(self.words)):
                return "other_person"
        return "advert" if self.has("advert_says", 0, OPENING) else ""

    @cached_property
    def other_interviews(self) -> list[Span]:
        """The places where another interview is what the sentence tells of, not what they asked about."""
        named = [
            (at, stop)
            for at, stop in self.spans("other_interview")
            if not at or self.words[at - 1] not in ("about", "any")
        ]
        firms = [
            (at, stop)
            for at, stop in self.spans("interviewed_at")
            if self._names_firm(stop) and not self.has("its_day", at - NEAR, stop + NEAR)
        ]
        return named + firms

    def _names_firm(self, at: int) -> bool:
        """Tell whether a name follows "when I interviewed at": no "there", no time of day."""
        word = self.words[at] if at < len(self.words) else "there"
        return word not in word_set("no_firm") and not word[0].isdigit()

    def spans(self, name: str) -> list[Span]:
        """Give the places of the words of one kind: their first word and the one after their last."""
        return self._marks.get(name, [])

    def has(self, name: str, first: int, last: int) -> bool:
        """Tell whether words of one kind lie between two places."""
        places = self._marks.get(name)
        return places is not None and any(first <= start and end <= last for start, end in places)

    @cached_property
    def _clauses(self) -> list[int]:
        """The first word of the clause that each word belongs to."""
        firsts: list[int] = []
        for at in range(len(self.words)):
            firsts.append(at if at == 0 or self._begins(at) else firsts[-1])
        return firsts

    def _begins(self, at: int) -> bool:
        word, joins = self.words[at], word_set("joins")
        if self.breaks[at] >= STOP or word in word_set("contrast") or (word == "then" and self.breaks[at]):
            return True
        if word in joins or self.breaks[at] >= COMMA:
            return self.opens_clause(at + 1 if word in joins else at)
        return False

    def opens_clause(self, at: int) -> bool:
        """Tell whether a word can be the subject with which a clause begins."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        return word in word_set("opens_clause") or (
            word in ("the", "my", "his", "her") and at + 1 < len(self.words)
        )

    def clause_start(self, at: int) -> int:
        """Give the first word of the clause that a word belongs to."""
        return self._clauses[at]

    @property
    def reply(self) -> bool | None:
        """What the next sentence replies, where it is a plain yes or no."""
        first = self.after.words[0] if self.after else ""
        if first in word_set("says_yes"):
            return True
        if self.after and (first in word_set("says_no") or self.after.has("denies", 0, 4)):
            return False
        return None

    def part_start(self, at: int) -> int:
        """Give the first word after the last strong break or "but" before a word."""
        return next((i for i in range(at, 0, -1) if self.breaks[i] >= STOP or self.words[i] == "but"), 0)

    def part_end(self, at: int) -> int:
        """Give the place of the next strong break or "but" after a word."""
        size = len(self.words)
        return next((i for i in range(at, size) if self.breaks[i] >= STOP or self.words[i] == "but"), size)
