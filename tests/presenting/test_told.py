"""What a leader is told is always what is so, and what comes next does come."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import paths
from assistant.language import Language
from assistant.plaintext import has_controls
from assistant.player import Player, State
from assistant.presenting.message import VERSION, NotUnderstood, packed, unpacked
from assistant.presenting.told import Told, told
from assistant.shelf import Shelf, gather
from assistant.timeline.compose import compose
from assistant.timeline.model import Timeline
from assistant.units import Ms, Seconds
from tests.presenting.presenting_child import a_told

NOW = Seconds(100.0)


@cache
def shelf() -> Shelf:
    return gather((paths.scripts(),))


@cache
def timeline(script: str, language: Language) -> Timeline:
    return compose(shelf().find(script), language)


def at(whole: Timeline, position: int, *, blank: bool = False) -> Told:
    return told(Player(whole, NOW, position=Ms(position)).advance(NOW), whole, blank=blank)


@given(st.data(), st.sampled_from(Language))
def test_it_is_true_at_any_moment_and_what_is_next_comes_when_it_says(data: st.DataObject, language: Language) -> None:
    whole = timeline(data.draw(st.sampled_from(sorted(shelf().by_id))), language)
    position = data.draw(st.integers(0, whole.length - 1))
    now = at(whole, position)
    cue = next(cue for cue in whole.cues if cue.at <= position < cue.end)

    assert (now.title, now.words, now.hint, now.leader) == (whole.title, cue.words, cue.hint, cue.leader)
    assert now.remaining == whole.length - position
    assert 0 < now.step_remaining <= now.remaining
    between = at(whole, position + data.draw(st.integers(0, now.step_remaining - 1)))
    assert between.words in {now.words, ""}
    then = at(whole, position + now.step_remaining)
    if now.next_words:
        assert now.next_words in {then.words, then.hint}
        assert not then.is_over
    else:
        assert then.is_over


@given(st.sampled_from(["toggle", "hold", "write", "stop", "finish", "advance"]), st.booleans())
def test_how_it_stands_is_told_and_the_end_leaves_nothing_to_come(what: str, blank: bool) -> None:
    whole = timeline("tell-ting", Language.EN)
    player = Player(whole, NOW, position=Ms(30_000))
    moment = getattr(player, what)(NOW)
    now = told(moment, whole, blank=blank)

    assert now.blank is blank
    assert now.is_over is moment.state.is_over
    if now.is_over:
        assert (now.remaining, now.step_remaining, now.next_words) == (0, 0, "")
    else:
        assert now.state == State(now.state) == moment.state


def test_what_the_room_reads_in_the_place_of_the_words_is_what_is_told() -> None:
    every = (timeline(script, Language.EN) for script in shelf().by_id)
    whole = next(one for one in every if any(cue.swaps for cue in one.cues))
    cue = next(cue for cue in whole.cues if cue.swaps)
    moment = Player(whole, NOW, position=cue.at).swap(NOW)

    assert told(moment, whole, blank=False).words == cue.swaps[0]


@given(st.builds(a_told, words=st.text(max_size=400), leader=st.text(max_size=400), state=st.sampled_from(["paused"])))
def test_what_is_sent_arrives_with_words_that_are_words(sent: Told) -> None:
    arrived = unpacked(packed(sent))

    assert arrived is not None
    assert not has_controls(arrived.words + arrived.leader)
    assert "\n" not in arrived.words + arrived.leader
    assert (arrived.remaining, arrived.state, arrived.language) == (sent.remaining, sent.state, sent.language)


@given(st.binary(max_size=200))
def test_nonsense_is_one_plain_line(nonsense: bytes) -> None:
    with pytest.raises(NotUnderstood, match="cannot be read"):
        unpacked(nonsense)


@pytest.mark.parametrize("message", [
    b"[" * 50_000,
    b'{"version": 1}',
    b'{"version": 1, "told": {"title": 3}}',
    packed(a_told()).replace(b"0.5", b"1e999"),
    packed(a_told()).replace(b"0.5", b"7.5"),
    packed(a_told()).replace(b"60000", b"-60000"),
    packed(a_told()).replace(b"running", b"dancing"),
])  # fmt: skip
def test_a_message_that_is_nearly_one_is_none(message: bytes) -> None:
    with pytest.raises(NotUnderstood, match="cannot be read"):
        unpacked(message)


def test_another_version_is_named_as_what_it_is() -> None:
    newer = packed(a_told()).replace(b'"version":%d' % VERSION, b'"version":%d' % (VERSION + 1))

    with pytest.raises(NotUnderstood, match="another version of Mellomrom"):
        unpacked(newer)
