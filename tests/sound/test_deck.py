"""Orders, clock, break and asides together, as the sound card's callback has them; the device is imagined."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.sound.ceiling import TOP
from assistant.sound.clip import RATE
from assistant.sound.deck import Deck
from assistant.sound.levels import GLIDE
from assistant.sound.plan import Part
from assistant.sound.soundtrack import Placed, Soundtrack
from assistant.sound.transport import FADE
from assistant.units import Ms, Seconds

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 960
"""Samples; 20 ms."""
LEAD = 0.2
WORDS = np.asarray(0.4 * np.sin(2 * np.pi * 300 * np.arange(RATE) / RATE), np.float32)


class Device:
    """Asks the deck for a block every 20 ms, each to be heard 0.2 s later."""

    def __init__(self, *sounds: Placed) -> None:
        self.deck = Deck()
        self.time = 1_000.0
        self.deck.transport.track = Soundtrack(sounds)
        self.run(5)

    def run(self, blocks: int) -> NDArray[np.float32]:
        heard = []
        for _ in range(blocks):
            heard.append(self.deck.fill(BLOCK, Seconds(self.time), Seconds(self.time + LEAD)))
            self.time += BLOCK / RATE
        return np.concatenate(heard)

    def play(self, position: int = 0) -> None:
        """Let the sample that is made next be the one at ``position`` milliseconds."""
        at = Seconds(self.time + LEAD)
        self.deck.post(lambda: self.deck.play(Ms(position), at))


def words(at: int = 0) -> Placed:
    return Placed(at * RATE // 1000, WORDS, Part.VOICE)


def test_before_it_is_told_to_play_it_is_silent() -> None:
    assert not Device(words()).run(10).any()


def test_the_sample_that_the_clock_asks_for_is_the_one_that_is_heard() -> None:
    device = Device(words(100))
    device.play()

    heard = device.run(20)

    assert np.array_equal(heard[4_800:], WORDS[: len(heard) - 4_800])


def test_a_break_that_begins_later_is_waited_for() -> None:
    device = Device(words())
    at = Seconds(device.time + LEAD + 0.1)
    device.deck.post(lambda: device.deck.play(Ms(0), at))

    heard = device.run(20)

    assert not heard[:4_799].any()
    assert np.array_equal(heard[4_800:], WORDS[: len(heard) - 4_800])


def test_until_the_device_plays_orders_wait() -> None:
    deck = Deck()
    told = threading.Event()
    deck.post(told.set)
    deck.fill(BLOCK, Seconds(1_000.0), Seconds(1_000.0))

    assert not told.is_set()


def test_a_seek_goes_where_the_clock_is_now() -> None:
    device = Device(words(5_000))
    device.play()
    device.run(10)
    at = Seconds(device.time + LEAD)
    device.deck.post(lambda: device.deck.seek(Ms(5_000), at))

    assert np.array_equal(device.run(2), WORDS[: 2 * BLOCK])


def test_a_seek_in_a_pause_stays_paused_until_it_goes_on() -> None:
    device = Device(words(5_000))
    device.deck.post(lambda: device.deck.seek(Ms(5_000), Seconds(device.time)))
    paused = device.run(10)
    device.play(5_000)

    assert not paused.any()
    assert np.array_equal(device.run(2), WORDS[: 2 * BLOCK])


def test_a_clip_that_comes_in_time_is_taken_in() -> None:
    device = Device()
    device.play()
    device.deck.post(lambda: device.deck.put(words(40)))

    assert np.array_equal(device.run(4)[2 * BLOCK :], WORDS[: 2 * BLOCK])


def test_a_clip_that_comes_a_little_late_is_said_from_its_beginning() -> None:
    device = Device()
    device.play()
    device.run(10)
    device.deck.post(lambda: device.deck.put(words(0)))

    assert np.array_equal(device.run(4), WORDS[: 4 * BLOCK])


def test_a_clip_that_comes_too_late_is_left_out() -> None:
    device = Device()
    device.play()
    device.run(25)
    device.deck.post(lambda: device.deck.put(words(0)))

    assert not device.run(10).any()


def test_an_aside_is_heard_though_nothing_plays() -> None:
    device = Device()
    device.deck.post(lambda: device.deck.say(WORDS))

    assert np.array_equal(device.run(60)[: len(WORDS)], WORDS)


def test_an_aside_is_as_loud_as_the_voice_is_set() -> None:
    device = Device()
    device.deck.post(lambda: device.deck.levels.set(Part.VOICE, 0.5))
    device.deck.post(lambda: device.deck.say(WORDS))

    assert np.array_equal(device.run(2), WORDS[: 2 * BLOCK] * np.float32(0.5))


def test_an_aside_that_is_said_over_another_lets_it_fade() -> None:
    device = Device()
    device.deck.post(lambda: device.deck.say(WORDS))
    before = device.run(5)
    device.deck.post(lambda: device.deck.say(np.zeros(RATE, np.float32)))
    after = device.run(5)

    assert not after[FADE:].any()
    assert np.abs(np.diff(np.concatenate([before, after]))).max() < 0.03


def test_an_aside_over_the_break_is_not_too_loud() -> None:
    loud = np.full(RATE, 0.8, np.float32)
    device = Device(Placed(0, loud, Part.VOICE))
    device.play()
    device.deck.post(lambda: device.deck.say(loud))

    assert device.run(10).max() < TOP


def test_fading_out_ends_the_break_and_the_aside() -> None:
    device = Device(words())
    device.play()
    device.deck.post(lambda: device.deck.say(WORDS))
    device.run(5)
    waiting = threading.Thread(target=lambda: answers.append(device.deck.fade_out(Seconds(10))))
    answers: list[bool] = []
    waiting.start()
    while waiting.is_alive():
        last = device.run(1)

    assert answers == [True]
    assert not last[FADE:].any()


def test_fading_out_does_not_wait_for_a_device_that_is_gone() -> None:
    assert not Deck().fade_out(Seconds(0.01))


def test_volumes_are_heard() -> None:
    device = Device(words())
    device.play()
    device.run(1)
    device.deck.post(lambda: device.deck.set_volume(Part.VOICE, 0.0))
    heard = device.run(10)

    assert heard[: GLIDE // 2].any()
    assert not heard[GLIDE:].any()


def test_a_volume_that_is_set_in_silence_is_there_from_the_first_sample() -> None:
    device = Device(words())
    device.deck.post(lambda: device.deck.set_volume(Part.VOICE, 0.5))
    device.play()

    assert np.array_equal(device.run(2), WORDS[: 2 * BLOCK] * np.float32(0.5))


@pytest.mark.parametrize("delay", [0, 40, 150, 1_000])
def test_to_headphones_that_are_late_the_sound_is_sent_earlier_by_as_much(delay: int) -> None:
    device = Device(words(2_000))
    device.deck.post(lambda: setattr(device.deck, "delay", Seconds(delay / 1_000)))
    device.play()
    heard = device.run(150)
    due = round((2_000 - delay) * RATE / 1_000)

    assert not heard[: due - 1].any()
    assert np.array_equal(heard[due : due + len(WORDS)], WORDS)


def test_a_delay_that_is_set_while_words_are_heard_leaps_without_a_click() -> None:
    device = Device(Placed(0, np.tile(WORDS, 4), Part.TONE))
    device.play()
    before = device.run(20)
    device.deck.post(lambda: setattr(device.deck, "delay", Seconds(0.3)))
    after = device.run(20)

    assert device.deck.transport.position == 40 * BLOCK + round(0.3 * RATE)
    assert np.abs(np.diff(np.concatenate([before, after]))).max() < 0.02


def test_from_one_device_to_another_it_steps_aside_and_goes_on_where_the_clock_is() -> None:
    device = Device(Placed(0, np.tile(WORDS, 4), Part.TONE))
    device.play()
    heard = [device.run(10)]
    device.deck.post(device.deck.step_aside)
    heard.append(device.run(5))
    device.deck.new_stream()
    device.deck.post(device.deck.go_on)
    device.time += 1
    heard.append(device.run(10))
    gone = 15 * BLOCK + RATE + 10 * BLOCK

    assert device.deck.transport.position == gone
    assert not heard[1][FADE:].any()
    assert np.abs(np.diff(np.concatenate(heard))).max() < 0.02


def test_a_break_that_was_paused_stays_so_on_the_other_device() -> None:
    device = Device(words())
    device.deck.post(device.deck.step_aside)
    device.run(5)
    device.deck.new_stream()
    device.deck.post(device.deck.go_on)

    assert not device.run(20).any()


def test_what_sounds_is_over_only_after_the_block_in_which_it_fades() -> None:
    device = Device(words())
    device.play()
    device.run(10)
    device.deck.post(device.deck.hush)

    fading = device.run(1)
    end = device.time + LEAD
    device.run(5)

    assert fading.any()
    assert device.deck.sounds_until == pytest.approx(end, abs=0.001)


def test_on_a_new_stream_the_break_goes_on_where_the_clock_is() -> None:
    device = Device(Placed(0, np.tile(WORDS, 4), Part.TONE))
    device.play()
    device.run(10)
    device.deck.new_stream()
    device.time += 1
    device.run(5)
    gone = 10 * BLOCK + RATE + 4 * BLOCK

    assert np.array_equal(device.run(1), np.tile(WORDS, 4)[gone + BLOCK : gone + 2 * BLOCK])


@pytest.mark.parametrize("blocks", [1, 7])
def test_another_break_begins_at_its_beginning(blocks: int) -> None:
    device = Device(words())
    device.play()
    device.run(blocks)
    device.deck.post(device.deck.hold)
    device.run(2)
    device.deck.post(lambda: device.deck.replace(Soundtrack([words(20)])))
    device.play()

    assert np.array_equal(device.run(3)[BLOCK:], WORDS[: 2 * BLOCK])
