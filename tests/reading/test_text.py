"""From raw text to sentences of plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome.reading.text import LONGEST, plain_words, sentences


def words(text):
    return [" ".join(sentence.words) for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("word", "plain"),
    [("Didn't", "did not"), ("can't", "can not"), ("they'll", "they will"), ("I've", "i have"), ("sooo", "so"),
     ("u", "you"), ("recieved", "received"), ("she's", "she s"), ("o'clock", "o clock"), ("phoned", "rang")],
)  # fmt: skip
def test_words_are_written_plainly(word, plain):
    """Contractions, chat and misspelling."""
    assert " ".join(plain_words(word)) == plain


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("They rang. I cried!", ["they rang", "i cried"]),
        ("'When can you start?' she asked.", ["when can you start she asked"]),
        ("Mr. Hall smiled. Good.", ["mr hall smiled", "good"]),
        ("paid £12.50 an hour", ["paid £ 12.50 an hour"]),
        ("- tour: yes\n- pay: no", ["tour yes", "pay no"]),
        ("a long line that goes on and on until it has to be wrapped by the\nprogram that sent it", None),
        ("one thought\nAnother thought", ["one thought", "another thought"]),
        ("Wait... what", ["wait what"]),
        ("&lt;b&gt;Don&rsquo;t&nbsp;wait&amp;see", ["lt b gt do not wait see"]),
        ("<p>They <b>rang</b></p><script>var x = 'bad';</script><p>Good</p>", ["they rang", "good"]),
        ("<style>p {color: red}", []),
        ("", []),
        ("😀 …", []),
    ],
)
def test_sentences(text, split):
    """Signs, lists, wrapped lines and markup."""
    if split is None:
        assert len(words(text)) == 1
    else:
        assert words(text) == split


def test_the_writers_own_quoted_mail_is_left_out():
    """A mail of thanks below an answer; quoted news of theirs stays."""
    own = "Thank you for taking the time to meet me."
    assert words(f"Great.\n> {own}\n") == ["great"]
    assert words(f"Great.\nOn Mon, 2 Nov, Jo wrote:\n{own}") == ["great"]
    assert words("> We were impressed.\n") == ["we were impressed"]


def test_long_sentences_and_words_are_cut():
    """No sentence is longer than twice the limit, so that matching stays linear."""
    split = sentences("word " * 1000)
    assert max(len(sentence.words) for sentence in split) <= 2 * LONGEST
    assert sum(len(sentence.words) for sentence in split) == 1000
    assert words("x" * 100) == ["~"]
    assert [len(sentence.words) for sentence in sentences(", ".join(["word"] * 130))] == [60, 60, 10]


@given(st.text())
def test_every_word_knows_its_place(text):
    """Spans lie in the text, in order."""
    end = 0
    for sentence in sentences(text):
        assert len(sentence.words) == len(sentence.spans) == len(sentence.breaks)
        for start, stop in sentence.spans:
            assert 0 <= start < stop <= len(text)
        assert sentence.spans[0][0] >= end
        end = sentence.spans[-1][1]
