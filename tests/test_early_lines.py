"""The next person is early: what the keys do in plain lines, and in a real terminal."""

from __future__ import annotations

import datetime as dt
import io
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from assistant import i18n
from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.line import say
from assistant.line.mode import LineBreak
from assistant.line.telling import Written
from assistant.player import State
from assistant.preparing import leading
from assistant.settings import Settings, Sound
from assistant.shelf import Shelf, whole_shelf
from assistant.testing import ManualClock, MemorySpeaker, SilentVoice, TypedKeys
from assistant.timeline.closing import LEAD, LONGEST
from assistant.timeline.compose import compose
from assistant.units import MS_PER_SECOND
from tests.pty_terminal import Terminal
from tests.test_early_keys import LAST_OF
from tests.test_line_steps import COUNT, SAY, KeysAfterTheVoice, script


class Run:
    """One break of ``steps`` in plain lines, with ``keys`` at known seconds."""

    def __init__(
        self, steps: str, keys: Mapping[float, str], *, fitted: bool = True, lines: Sequence[str] = ()
    ) -> None:
        clock, out = ManualClock(), io.StringIO()
        leads = leading(Shelf((script(steps),)), Settings(), lambda: Sound.SILENT)
        typed = TypedKeys(clock, dict(keys), lines=list(lines))
        break_ = LineBreak(
            compose(script(steps), i18n.language()), None, leads, clock=clock, tells=Written(out), keys=typed
        )
        break_.fitted = fitted
        began = clock()
        self.moment = break_.run()
        self.too_much = break_.too_much
        self.seconds = clock() - began
        self.lines = out.getvalue().splitlines()


LATER = SAY.replace("Thanks.", "Later.")


@pytest.mark.parametrize(("fitted", "key"), [(True, " "), (True, "e"), (False, "e")])
def test_the_key_is_one_more_line_and_then_it_is_over(fitted: bool, key: str) -> None:
    run = Run(LATER + LATER + SAY, {5: key}, fitted=fitted)

    assert run.lines == ["X (1:00)", "Later.", "Thanks."]
    assert run.moment.state is State.FINISHED
    assert 5 < run.seconds <= 5 + LONGEST / MS_PER_SECOND


def test_the_key_in_a_pause_needs_no_more_words() -> None:
    run = Run(LATER + LATER + SAY, {5: "p", 8: "e"})

    assert run.lines[2:] == ["Paused, 0:55 left. Space goes on, q stops.", "Thanks."]


def test_the_key_twice_is_the_end_at_once() -> None:
    run = Run(LATER + LATER + SAY, {5: " ", 6: " "})

    assert run.moment.state is State.FINISHED
    assert run.seconds == pytest.approx(6)


def test_enter_counts_where_space_ends_and_that_is_told() -> None:
    run = Run(COUNT + LATER + SAY, {3: "\r", 4: "\r", 5: " "})

    assert run.lines == ["X (1:00)", "Count.", "enter: one more", "1", "2", "Thanks."]


@pytest.mark.parametrize("key", ["q", "m"])
def test_after_the_key_one_can_still_stop_and_say_that_it_is_too_much(key: str) -> None:
    run = Run(LATER + LATER + SAY, {5: " ", 6: key})

    assert (run.moment.state, run.too_much) == (State.STOPPED, key == "m")
    assert run.seconds == pytest.approx(6)


def test_the_line_of_keys_says_which_it_is() -> None:
    assert say.key_line(fitted=True).startswith("space: they are here, p: pause, n: next, v: sound, m: too much")
    assert "e: they are here" in say.key_line()


def test_the_last_words_are_said_by_the_voice(tmp_path: Path) -> None:
    clock, speakers = ManualClock(), list[MemorySpeaker]()

    def speaker() -> MemorySpeaker:
        speakers.append(MemorySpeaker())
        return speakers[-1]

    sound = Accompaniment(
        Settings(voice_heard=True), Language.EN, Sound.VOICE,
        clock=clock, speaker=speaker, voice=lambda *_: SilentVoice(tmp_path),
    )  # fmt: skip
    typed = KeysAfterTheVoice(clock, {5: "e"})
    typed.sound = sound
    whole = compose(script(LATER + SAY), Language.EN)
    LineBreak(whole, sound, lambda *_: None, clock=clock, tells=Written(io.StringIO()), keys=typed).run()

    assert [at for _clip, at in speakers[-1].clips] == [LEAD]
    assert [what for what, *_ in speakers[-1].told] == ["set_volume", "start", "play", "stop"]


# In a real terminal


def in_two_minutes() -> str:
    """A time of the day to which a break fits."""
    return f"{dt.datetime.now().astimezone() + dt.timedelta(seconds=125):%H:%M}"


@pytest.mark.slow
@pytest.mark.terminal
@pytest.mark.parametrize("how", [[], ["--plain"], ["--discreet"]], ids=["screen", "lines", "discreet"])
def test_in_a_real_terminal_it_is_over_within_ten_seconds_of_the_key(how: list[str]) -> None:
    first = compose(whole_shelf().find("tell-ting"), Language.EN).cues[0].words
    with Terminal("break", "tell-ting", "--until", in_two_minutes(), "--no-voice", *how) as terminal:
        terminal.wait_for(first.split(".")[0])
        terminal.type(" ")
        pressed = time.monotonic()
        terminal.wait_for(LAST_OF["tell-ting"].split(";")[0])
        appeared = time.monotonic()

        assert terminal.ends() == 0
        assert appeared - pressed < 1
        assert terminal.ended - pressed < 10
        assert terminal.is_restored()
