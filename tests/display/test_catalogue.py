"""How the catalogue shows itself: text that fits a terminal, HTML that needs nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from interview_outcome import signals
from interview_outcome.catalogue import PHASES, Signal
from interview_outcome.display.catalogue import BAR_SCALE, PHASE_TITLES, catalogue_html, catalogue_text
from interview_outcome.display.text import WIDTH

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

every_signal = pytest.mark.parametrize("signal", list(signals), ids=list(signals.ids))


class Tags(HTMLParser):
    """Reads a piece of HTML, and fails where a tag is not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_whole_catalogue_as_text(snapshot: SnapshotAssertion) -> None:
    assert str(signals) == snapshot


@pytest.mark.parametrize("name", ["contact_date_given", "vague_call_promise", "offer_announced"])
def test_one_signal_as_text(name: str, snapshot: SnapshotAssertion) -> None:
    assert str(signals[name]) == snapshot


def test_text_fits_the_width() -> None:
    lines = [line for text in (str(signals), *map(str, signals)) for line in text.splitlines()]
    assert max(map(len, lines)) <= WIDTH
    assert not [line for line in lines if line != line.rstrip()]


@every_signal
def test_text_of_a_signal_says_everything(signal: Signal) -> None:
    plain = " ".join(str(signal).split())
    for part in (signal.id, signal.question, signal.yes_means, signal.no_means, signal.reason):
        assert part in plain
    assert f"{signal.sd:.2f}" in plain
    assert all(claim in plain for claim in signal.claims)


def test_a_few_signals_as_html(snapshot: SnapshotAssertion) -> None:
    assert catalogue_html(signals.filter(family="process")) == snapshot


def test_one_signal_as_html(snapshot: SnapshotAssertion) -> None:
    assert signals["conditional_phrases"]._repr_html_() == snapshot


def test_html_of_the_whole_catalogue_shows_every_signal_without_scripts() -> None:
    tags = Tags(signals._repr_html_())
    assert "script" not in tags.seen
    assert tags.seen.count("code") == tags.seen.count("details") == 72
    assert all(
        part in tags.text for signal in signals for part in (signal.id, signal.question, signal.reason)
    )
    assert all(title in tags.text for title in PHASE_TITLES.values())


@every_signal
def test_html_of_a_signal_is_well_formed_and_says_everything(signal: Signal) -> None:
    tags = Tags(signal._repr_html_())
    for part in (signal.id, signal.question, signal.yes_means, signal.no_means, signal.reason):
        assert part in tags.text


def test_bars_stay_inside_their_scale_and_on_their_side() -> None:
    bars = re.findall(r'class="(for|against)" style="left:([\d.]+)%;width:([\d.]+)%"', signals._repr_html_())
    weights = [weight for signal in signals for weight in (signal.weight_yes, signal.weight_no)]
    assert len(bars) == len(weights)
    for (side, left, width), weight in zip(bars, weights, strict=True):
        assert float(width) == pytest.approx(50 * abs(weight) / BAR_SCALE, abs=0.06)
        assert float(left) + (float(width) if side == "against" else 0) == pytest.approx(50, abs=0.11)
        assert (side == "for") == (weight > 0)


def test_every_phase_has_a_title() -> None:
    assert tuple(PHASE_TITLES) == PHASES


def test_a_selection_counts_what_it_shows() -> None:
    one, none = signals.filter(family="advert"), signals.search("mushrooms")
    assert catalogue_text(one).startswith("1 signal\n")
    assert catalogue_text(none).startswith("0 signals\n")
    assert "<b>1 signal.</b>" in catalogue_html(one)
