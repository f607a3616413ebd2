from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.sound.clip import Clip
from assistant.units import Ms
from assistant.voice.ahead import RenderAhead
from assistant.voice.child_voice import ChildVoice
from assistant.voice.protocol import VoiceFailed, VoiceGone
from tests.voice.voice_fakes import QUICK, FakeChild, wait_for

if TYPE_CHECKING:
    import pytest

    from assistant.voice.protocol import Voice


@dataclass
class ScriptedVoice:
    """A voice that fails where it is told to."""

    fails_on: str = ""
    gone_on: str = ""
    name: str = "scripted"
    said: list[str] = field(default_factory=list)
    closed: bool = False

    def render(self, text: str) -> Clip:
        self.said.append(text)
        if text == self.gone_on:
            raise VoiceGone("the voice is gone")
        if text == self.fails_on:
            raise VoiceFailed("a line is missing")
        return Clip(Path(text), Ms(len(text)))

    def close(self) -> None:
        self.closed = True


@dataclass
class Listener:
    """Who is called, and what was said to them."""

    clips: dict[str, Ms] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def on_clip(self, text: str, clip: Clip) -> None:
        self.clips[text] = clip.length

    def on_trouble(self, line: str) -> None:
        self.troubles.append(line)

    def follow(self, voice: Voice, *texts: str) -> RenderAhead:
        return RenderAhead(voice, texts, self.on_clip, self.on_trouble)


def test_all_lines_are_rendered_in_order_each_once() -> None:
    voice, listener = ScriptedVoice(), Listener()
    assert listener.follow(voice, "en", "to", "en", "tre", "to").wait(5)
    assert voice.said == list(listener.clips) == ["en", "to", "tre"]
    assert listener.troubles == []


def test_a_line_that_fails_does_not_stop_the_others_and_is_told_once_at_the_end() -> None:
    voice, listener = ScriptedVoice(fails_on="to"), Listener()
    assert listener.follow(voice, "en", "to", "tre").wait(5)
    assert list(listener.clips) == ["en", "tre"]
    assert listener.troubles == ["a line is missing"]


def test_when_the_voice_is_gone_it_is_told_once_and_no_more_is_tried() -> None:
    voice, listener = ScriptedVoice(fails_on="en", gone_on="to"), Listener()
    assert listener.follow(voice, "en", "to", "tre").wait(5)
    assert voice.said == ["en", "to"]
    assert listener.troubles == ["the voice is gone"]


def test_a_listener_that_fails_ends_the_thread_quietly(caplog: pytest.LogCaptureFixture) -> None:
    def fail(text: str, clip: Clip) -> None:
        raise RuntimeError(text)

    voice = ScriptedVoice()
    ahead = RenderAhead(voice, ["en", "to"], fail, Listener().on_trouble)
    assert ahead.wait(5)
    assert voice.said == ["en"]
    assert [record.levelname for record in caplog.records if record.levelno > 10] == []


def test_nobody_waits_for_the_thread_when_the_program_ends() -> None:
    before = set(threading.enumerate())
    release = threading.Event()

    def linger(text: str, clip: Clip) -> None:
        release.wait(5)

    ahead = RenderAhead(ScriptedVoice(), ["en"], linger, Listener().on_trouble)
    new = set(threading.enumerate()) - before
    assert [thread.daemon for thread in new] == [True]
    release.set()
    ahead.close()


def test_closing_stops_a_line_under_way_at_once_and_calls_nobody(tmp_path: Path) -> None:
    fake, listener = FakeChild(tmp_path, "hang-at-line"), Listener()
    voice = ChildVoice(Language.NB, folder=tmp_path / "clips", command=fake.command, patience=QUICK)
    before = threading.active_count()
    ahead = listener.follow(voice, "Denne henger.", "Denne kommer aldri.")
    wait_for(lambda: list(tmp_path.glob("clips/*.part")))
    begin = time.monotonic()
    ahead.close()
    took = time.monotonic() - begin
    assert (listener.clips, listener.troubles) == ({}, [])
    assert threading.active_count() == before
    assert took < 0.1


def test_closing_may_be_asked_for_from_the_thread_itself() -> None:
    voice, listener = ScriptedVoice(), Listener()
    box: list[RenderAhead] = []
    ready = threading.Event()

    def close_it(text: str, clip: Clip) -> None:
        ready.wait(5)
        box[0].close()

    box.append(RenderAhead(voice, ["en", "to"], close_it, listener.on_trouble))
    ready.set()
    assert box[0].wait(5)
    assert voice.said == ["en"]
    assert voice.closed
