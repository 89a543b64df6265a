"""Other ways of reading a note, to compare with the library's own on the same labelled notes.

``plain``      the library's phrases without its grammar: whatever matches, holds
``grammar``    the library's phrases and grammar, without the weights of words
``rapidfuzz``  each sentence against the example sentences of the phrase files, by likeness of letters
``spacy``      the same phrases as token patterns of a blank English pipeline, without grammar

`rapidfuzz` and `spacy` are needed here only; the library does not use them.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.reading.findings import find_alone
from interview_outcome.reading.fragments import joined
from interview_outcome.reading.patterns import split_pieces
from interview_outcome.reading.phrasebook import FOLDER, classes, phrasebook, read_table
from interview_outcome.reading.sarcasm import meant
from interview_outcome.reading.settling import IMPLIED, settle, strongest
from interview_outcome.reading.text import plain_words, sentences

if TYPE_CHECKING:
    from interview_outcome.reading.phrasebook import Pattern

LIKENESS = 70  # of 100; the best F1 on the development part among 62, 66, ... 94
MOST_VARIANTS = 6  # token patterns of one phrase; a phrase that needs more is cut there
Token = dict[str, Any]


def by_phrases_alone(text: str) -> dict[str, bool]:
    """Read with the phrases, and without the grammar that changes what they mean."""
    answers: dict[str, bool] = {}
    for sentence in sentences(text):
        for pattern in phrasebook().candidates(sentence.words):
            if (
                isinstance(pattern.answer, bool)
                and pattern.sure
                and pattern.expression.regex.search(sentence.line)
            ):
                answers[pattern.key] = pattern.answer
    return answers


def by_grammar(text: str) -> dict[str, bool]:
    """Read with phrases and grammar alone."""
    found, scenes = find_alone(joined(sentences(text)))
    settled = settle(meant(found, scenes))
    answers = {key: strongest(places).answer for key, places in settled.items() if key in signals}
    for key, answer, other, implied in IMPLIED:
        if answers.get(key) is answer:
            answers.setdefault(other, implied)
    return answers


def by_likeness(text: str) -> dict[str, bool]:
    """Read by the likeness of each sentence to the example sentences."""
    from rapidfuzz import fuzz, process

    examples = _examples()
    choices = [sentence for sentence, _, _ in examples]
    answers: dict[str, bool] = {}
    for sentence in sentences(text):
        found = process.extract(
            sentence.line, choices, scorer=fuzz.token_set_ratio, score_cutoff=LIKENESS, limit=3
        )
        for _, _, at in found:
            _, signal, answer = examples[at]
            answers[signal] = answer
    return answers


@cache
def _examples() -> list[tuple[str, str, bool]]:
    found: list[tuple[str, str, bool]] = []
    for path in sorted(FOLDER.glob("signals_*.toml")):
        for signal, table in read_table(path.name).items():
            for key, answer in (("examples_yes", True), ("examples_no", False)):
                for example in table.get(key, ()):
                    found += [(sentence.line, signal, answer) for sentence in sentences(example)]
    return found


def by_token_patterns(text: str) -> dict[str, bool]:
    """Read with spaCy's matcher."""
    language, matcher, meanings = _matcher()
    answers: dict[str, bool] = {}
    for sentence in sentences(text):
        for match, _, _ in matcher(language.make_doc(" ".join(sentence.words))):
            signal, answer = meanings[match]
            answers[signal] = answer
    return answers


@cache
def _matcher() -> tuple[Any, Any, dict[int, tuple[str, bool]]]:
    import spacy
    from spacy.matcher import Matcher
    from spacy.tokenizer import Tokenizer

    language = spacy.blank("en")
    language.tokenizer = Tokenizer(language.vocab)  # the words are plain already: it splits at spaces only
    matcher = Matcher(language.vocab)
    meanings: dict[int, tuple[str, bool]] = {}
    for at, pattern in enumerate(phrasebook().patterns):
        if isinstance(pattern.answer, bool) and pattern.sure:
            name = f"{pattern.key}-{at}"
            matcher.add(name, _token_patterns(pattern))
            meanings[language.vocab.strings[name]] = (pattern.key, pattern.answer)
    return language, matcher, meanings


def _token_patterns(pattern: Pattern) -> list[list[Token]]:
    variants, _ = _either(split_pieces(pattern.expression.source))
    return [variant for variant in variants if variant][:MOST_VARIANTS]


def _either(pieces: list[str]) -> tuple[list[list[Token]], list[str]]:
    found: list[list[Token]] = []
    while True:
        variants, pieces = _sequence(pieces)
        found += variants
        if not pieces or pieces[0] != "|":
            return found, pieces
        pieces = pieces[1:]


def _sequence(pieces: list[str]) -> tuple[list[list[Token]], list[str]]:
    parts: list[list[list[Token]]] = []
    while pieces and pieces[0] != "|" and not pieces[0].startswith(")"):
        piece, pieces = pieces[0], pieces[1:]
        optional = piece.endswith("?")
        if piece == "(":
            variants, pieces = _either(pieces)
            optional, pieces = pieces[0] == ")?", pieces[1:]
        else:
            variants = [tokens for word in piece.removesuffix("?").split("/") for tokens in _tokens(word)]
        parts.append([*variants, []] if optional else variants)
    whole: list[list[Token]] = [[]]
    for part in parts:
        whole = [[*head, *tail] for head, tail in product(whole, part)][: 4 * MOST_VARIANTS]
    return whole, pieces


def _tokens(word: str) -> list[list[Token]]:
    if word in ("..", "...", "...."):
        return [[{"OP": f"{{0,{3 * 2 ** (len(word) - 2)}}}"}]]
    if word in ("~", ";"):
        return [[]]
    if word.startswith("{"):
        return _either(split_pieces(classes()[word[1:-1]]))[0]
    if word == "#":
        return [[{"LOWER": {"REGEX": r"^\d"}}]]
    if word.endswith("*"):
        return [[{"LOWER": {"REGEX": f"^{word[:-1]}"}}]]
    return [[{"LOWER": part} for part in plain_words(word)]]
