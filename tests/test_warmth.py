"""A device that is open before a break begins, and given back when none does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from assistant import warmth
from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.player import Player
from assistant.settings import BellSize, Settings, Sound
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock, MemorySpeaker
from assistant.timeline.compose import compose
from assistant.warmth import Warmth

if TYPE_CHECKING:
    from collections.abc import Iterator


class Room:
    """Somebody at home, who may begin a break."""

    def __init__(self, mode: Sound, chosen: Settings = Settings(voice_heard=True)) -> None:  # noqa: B008 - frozen
        self.clock = ManualClock()
        self.speakers: list[MemorySpeaker] = []
        self.timeline = compose(whole_shelf().find("tell-ting"), Language.EN)
        self.sound = Accompaniment(chosen, Language.EN, mode, clock=self.clock, speaker=self._speaker)

    def _speaker(self) -> MemorySpeaker:
        self.speakers.append(MemorySpeaker())
        return self.speakers[-1]

    def told(self) -> list[str]:
        return [what for speaker in self.speakers for what, *_ in speaker.told]


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room(Sound.BELL)
    yield room
    room.sound.close()


def test_where_there_will_be_no_sound_no_device_is_opened() -> None:
    room = Room(Sound.SILENT)
    room.sound.warm()

    assert room.speakers == []


def test_the_break_is_heard_on_the_device_that_is_open_already(room: Room) -> None:
    room.sound.warm()
    room.sound.begin(room.timeline)

    assert len(room.speakers) == 1
    assert [bell.at for bell in room.speakers[0].plan.bells] == list(room.timeline.bells)


def test_it_sounds_as_was_chosen_last(room: Room) -> None:
    room.sound.warm()
    room.sound.choose(Settings(sound=Sound.BELL, bell_size=BellSize.LARGE, output_device="x"), Language.EN)
    room.sound.warm()
    room.sound.begin(room.timeline)

    assert room.speakers[-1].output == ("x", 0)
    assert {bell.size for bell in room.speakers[-1].plan.bells} == {BellSize.LARGE}


def test_a_break_that_is_known_to_have_begun_is_heard_before_anybody_follows_it(room: Room) -> None:
    began = room.clock()
    room.sound.begin(room.timeline, began)
    room.sound.begin(room.timeline)
    room.clock.forward(0.1)
    room.sound.follow(Player(room.timeline, began).advance(room.clock()))

    assert room.told() == ["set_volume", "start", "play"]
    assert room.speakers[0].told[-1] == ("play", 0, began)


def test_the_same_break_begun_again_after_it_was_followed_is_another_one(room: Room) -> None:
    for _ in range(2):
        room.sound.begin(room.timeline, room.clock())
        room.sound.follow(Player(room.timeline, room.clock()).advance(room.clock()))

    assert room.told() == ["set_volume", "start", "play", "stop", "set_volume", "start", "play"]


def test_the_device_is_given_back_when_nobody_begins(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warmth, "KEPT", 0.01)
    room.sound.warm()
    waiting = room.sound._warmth._letting_go
    assert waiting is not None
    waiting.join(10)

    assert room.told()[-1] == "stop"


def test_the_device_is_given_back_when_one_leaves(room: Room) -> None:
    room.sound.warm()
    room.sound.close()

    assert room.told()[-1] == "stop"


def test_a_timer_that_runs_out_as_the_device_is_kept_anew_does_not_take_it_away(room: Room) -> None:
    room.sound.warm()
    first = room.sound._warmth._letting_go
    assert first is not None
    room.sound.warm()
    first.function()

    assert room.told() == ["set_volume", "start"]


def test_who_lets_go_while_it_is_being_opened_lets_go_of_that_one(room: Room) -> None:
    def opening() -> MemorySpeaker:
        leaving.start()
        leaving.join(0.2)
        return room._speaker()

    warmth_of_it = Warmth(opening)
    leaving = threading.Thread(target=warmth_of_it.let_go)
    warmth_of_it.keep(Settings())
    leaving.join(10)

    assert room.told() == ["set_volume", "start", "stop"]
