"""A break for closed eyes: all that would be read is said, and keys answer with a tone."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.line import reader, say
from assistant.line.aloud import KEY_TONE, Aloud
from assistant.line.mode import LineBreak
from assistant.line.telling import Written
from assistant.settings import Settings, Sound
from assistant.shelf import whole_shelf
from assistant.sound.clip import Clip
from assistant.testing import ManualClock, MemorySpeaker, SilentVoice, TypedKeys
from assistant.timeline.compose import compose
from assistant.timeline.model import Cue, Kind, Timeline
from assistant.units import Ms, ms
from tests.sound.null_sink import wait_until


@pytest.fixture(autouse=True)
def without_silences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "BETWEEN", 0.0)


INTRODUCTION = [
    "Count things in the room. Two minutes.",
    "Space pauses and goes on. N is the next step, M is for too much, and Q stops.",
]


@dataclass
class KeysOfAListener(TypedKeys):
    """Keys of somebody who first hears out what is said, or does not."""

    hears: Callable[[], object] = bool

    def wait(self, seconds: float) -> str | None:
        self.hears()
        return super().wait(seconds)


class Room:
    """Somebody with closed eyes, a speaker that remembers, and a voice that says a word in a thousandth of a second."""

    def __init__(self, folder: Path, keys: dict[float, str] | None = None, **voice: str) -> None:
        self.clock, self.seen = ManualClock(), io.StringIO()
        self.speaker = MemorySpeaker()
        self.voice = SilentVoice(folder, ms_per_word=1, **voice)  # type: ignore[arg-type]
        # The voice of the break itself is another one: what it says is in the plan of the break.
        (folder / "break").mkdir()
        self.sound = Accompaniment(
            Settings(voice_heard=True), Language.EN, Sound.VOICE, clock=self.clock, speaker=lambda: self.speaker,
            voice=lambda *_: SilentVoice(folder / "break", ms_per_word=1),
        )  # fmt: skip
        self.aloud = Aloud(self.sound, self.voice, Written(self.seen), clock=self.clock)
        self.keys = KeysOfAListener(self.clock, dict(keys or {}))
        self.keys.hears = lambda: wait_until(lambda: self.aloud._reader.is_silent, 5)

    def run(self, timeline: Timeline) -> None:
        run = LineBreak(timeline, self.sound, lambda *_: None, clock=self.clock, tells=self.aloud, keys=self.keys)
        run.run()

    def said(self) -> list[str]:
        """What was said beside the break, and the tones, in the order of being heard."""
        assert wait_until(lambda: self.aloud._reader.is_silent, 5)
        return [self._text(clip.path) for clip in self.speaker.said]

    def _text(self, path: Path) -> str:
        return "tone" if path == KEY_TONE.path else self.voice.said[int(path.stem) - 1]


def counting(language: Language = Language.EN) -> Timeline:
    return compose(whole_shelf().find("tell-ting"), language)


def one_step(kind: Kind) -> Timeline:
    """A minute of one step whose words are not said."""
    return Timeline("x", "X", Language.EN, ms(60), (Cue(Ms(0), ms(60), kind, 0, "Something blue."),), ())


def test_what_comes_and_which_keys_there_are_is_said_before_it_begins(tmp_path: Path) -> None:
    room = Room(tmp_path)

    assert room.aloud.introduce(counting(), room.keys)
    assert room.said() == INTRODUCTION
    assert room.seen.getvalue() == "Count things in the room (2:00)\n"


def test_where_there_is_no_keyboard_no_keys_are_told_of(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.keys.listens = False

    room.aloud.introduce(counting(), room.keys)

    assert room.said() == INTRODUCTION[:1]


def test_in_a_round_it_is_said_how_long_everybody_has(tmp_path: Path) -> None:
    room = Room(tmp_path)
    timeline = compose(whole_shelf().find("kollegarunden"), Language.EN, people=4)

    room.aloud.introduce(timeline, room.keys)

    each = next(cue.hint for cue in timeline.cues if cue.turn == 1)
    assert room.said()[1] == each
    assert each.endswith("each")


@pytest.mark.parametrize(("key", "goes_on"), [(" ", True), ("n", True), ("x", True), ("q", False), ("\x03", False)])
def test_a_key_ends_the_introduction_at_once(tmp_path: Path, key: str, goes_on: bool) -> None:
    room = Room(tmp_path, {0: key})
    room.voice.ms_per_word, room.keys.hears = 10_000, bool

    assert room.aloud.introduce(counting(), room.keys) is goes_on
    assert INTRODUCTION[1] not in room.said()


@pytest.mark.slow
def test_in_the_break_only_what_its_own_voice_does_not_say_is_said_beside_it(tmp_path: Path) -> None:
    room = Room(tmp_path)

    room.run(counting())

    assert room.said() == ["space: one more, p: pause"]
    assert room.seen.getvalue() == ""


def test_every_key_that_does_something_answers_and_a_pause_says_how_long_is_left(tmp_path: Path) -> None:
    room = Room(tmp_path, {5: "p", 30: "z", 40: "q"})

    room.run(one_step(Kind.SAY))

    assert room.said() == ["tone", "Paused, one minute left. Space goes on, q stops.", "tone"]


def test_the_keys_of_a_step_and_what_is_counted_are_said(tmp_path: Path) -> None:
    room = Room(tmp_path, {15: " ", 20: " "})

    room.run(one_step(Kind.COUNT))

    assert room.said() == ["space: one more, p: pause", "tone", "1", "tone", "2"]


def test_the_key_for_the_sound_does_not_take_the_voice_away(tmp_path: Path) -> None:
    room = Room(tmp_path, {5: "v"})

    room.run(one_step(Kind.SAY))

    assert room.sound.mode is Sound.VOICE


def test_it_ends_with_a_line_that_can_be_read(tmp_path: Path) -> None:
    room = Room(tmp_path, {5: "q"})

    room.run(counting())

    assert room.seen.getvalue() == "All right. We stop here.\n"


def test_where_nothing_can_be_heard_everything_is_written(tmp_path: Path) -> None:
    room = Room(tmp_path, {20: "p", 25: " "})
    room.speaker.is_mute, room.speaker.fails_with = True, "There is no sound."
    room.sound.begin(counting())

    room.run(counting())

    lines = room.seen.getvalue().splitlines()
    assert lines[:3] == [
        "Count corners, sounds or something blue. No number is wrong.",
        "There is no sound.",
        "You might begin with what is close to you.",
    ]
    assert "Paused, 1:40 left. Space goes on, q stops." in lines
    assert "We go on." in lines


def test_what_was_being_said_when_the_sound_turns_out_to_be_missing_is_written(tmp_path: Path) -> None:
    room = Room(tmp_path)
    timeline = counting()

    def goes_dumb() -> None:
        room.speaker.is_mute, room.speaker.fails_with = True, "There is no sound."

    room.keys.hears = goes_dumb
    room.run(timeline)

    assert room.seen.getvalue().splitlines()[:3] == ["There is no sound.", *(cue.words for cue in timeline.cues[:2])]


def test_who_speaks_in_the_place_of_another_voice_is_heard_all_the_same(tmp_path: Path) -> None:
    room = Room(tmp_path, {5: "p", 30: "q"})
    room.speaker.fails_with = "Another device is used."
    room.speaker.is_mute = False

    room.run(one_step(Kind.SAY))

    assert "Paused, one minute left. Space goes on, q stops." in room.said()


def test_an_introduction_that_nobody_can_hear_does_not_go_on_into_the_break(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.sound.begin(counting())
    room.speaker.is_mute, room.speaker.fails_with = True, "There is no sound."
    room.keys.hears = bool

    room.aloud.introduce(counting(), room.keys)

    assert room.aloud._reader.is_silent


def test_a_voice_that_breaks_is_no_reason_to_wait_for_ever(tmp_path: Path) -> None:
    room = Room(tmp_path)

    def breaks(text: str) -> Clip:
        raise RuntimeError

    room.voice.render = breaks  # type: ignore[method-assign]

    assert room.aloud.introduce(counting(), room.keys)


def test_a_line_that_the_voice_cannot_say_is_written(tmp_path: Path) -> None:
    room = Room(tmp_path, fails_on="minutes")

    room.aloud.introduce(counting(), room.keys)

    assert room.said() == INTRODUCTION[1:]
    assert INTRODUCTION[0] in room.seen.getvalue().splitlines()


def test_the_whole_help_page_is_said_line_by_line(tmp_path: Path) -> None:
    room = Room(tmp_path)

    room.aloud.tell_all(say.help_lines(), room.keys)

    assert room.said() == list(say.help_lines())


def test_what_was_being_said_is_over_when_a_key_comes(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.sound.begin(counting())
    room.voice.ms_per_word = 10_000
    for line in ("One line of words.", "Another."):
        room.aloud.line(line)
    assert wait_until(lambda: bool(room.speaker.said), 5)

    room.aloud.pressed()

    assert room.said() == ["One line of words.", "tone"]


def test_the_length_is_said_in_words_that_can_be_heard(tmp_path: Path) -> None:
    room = Room(tmp_path)

    room.aloud.introduce(compose(whole_shelf().find("tell-ting"), Language.EN, ms(60)), room.keys)

    assert room.said()[0] == "Count things in the room. One minute."
