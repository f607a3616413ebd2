"""From one device to another and back, while the break runs or rests; the devices are imagined."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from assistant.clock import now
from assistant.sound import keeper
from assistant.sound.clip import RATE
from assistant.sound.deck import Deck
from assistant.sound.keeper import Keeper
from assistant.sound.plan import Part
from assistant.sound.soundtrack import Placed, Soundtrack
from assistant.units import Ms, Seconds
from tests.sound.null_sink import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.sound.samples import Samples

BLOCK = 480


class AnyOutput:
    """A device of whatever name is wanted, which asks for blocks until it is closed."""

    def __init__(self, fill: Callable[[int, Seconds, Seconds], Samples], lost: object) -> None:  # noqa: ARG002
        self._fill = fill
        self._closed = threading.Event()
        self.is_open = False
        self.name = ""
        self.blocks = 0
        self.sounds = False
        """Whether anything was heard in the last block."""

    def lists(self, wanted: str) -> bool:  # noqa: ARG002 - whatever it is
        return True

    def open(self, wanted: str) -> None:
        self.name, self.is_open, self._closed = wanted, True, threading.Event()
        threading.Thread(target=self._run, args=(self._closed,), daemon=True).start()

    def close(self) -> None:
        self.is_open = False
        self._closed.set()

    def _run(self, closed: threading.Event) -> None:
        while not closed.wait(BLOCK / RATE):
            self.sounds = bool(self._fill(BLOCK, now(), Seconds(now() + 0.05)).any())
            self.blocks += 1


class Room:
    """A break of one long sound, on a device that can be changed."""

    def __init__(self) -> None:
        self.deck = Deck()
        self.deck.transport.track = Soundtrack([Placed(0, np.full(600 * RATE, 0.1, np.float32), Part.TONE)])
        self.keeper = Keeper(self.deck, lambda: None)
        self.output = cast("AnyOutput", self.keeper._output)

    def play(self) -> None:
        self.deck.post(lambda: self.deck.play(Ms(0), now()))
        assert self.comes_to_sound()

    def comes_to_sound(self) -> bool:
        return wait_until(lambda: self.output.sounds, 10)

    def is_done(self) -> bool:
        """Wait until all that has been ordered so far is done, and two blocks more."""
        done = threading.Event()
        self.deck.post(done.set)
        blocks = self.output.blocks
        return done.wait(10) and wait_until(lambda: self.output.blocks > blocks + 3, 10)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(keeper, "Output", AnyOutput)
    room = Room()
    assert room.keeper.open()
    yield room
    room.keeper.close()


def test_a_break_that_runs_goes_on_on_each_device_that_is_chosen(room: Room) -> None:
    room.play()
    for device in ("headphones", "loudspeakers"):
        room.keeper.want(device)

        assert room.output.name == device
        assert room.comes_to_sound()


def test_a_break_that_is_paused_stays_so_whatever_devices_it_has_been_on(room: Room) -> None:
    room.play()
    room.keeper.want("headphones")
    assert room.comes_to_sound()
    room.deck.post(room.deck.hold)
    assert wait_until(lambda: room.deck.is_idle, 10)
    room.keeper.want("loudspeakers")

    assert room.is_done()
    assert not room.output.sounds
    assert not room.deck.transport.runs
