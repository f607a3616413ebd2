from __future__ import annotations

import io

import pytest

from assistant import i18n
from assistant.language import Language
from assistant.line.mode import LineBreak
from assistant.line.telling import Written
from assistant.player import State
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock, TypedKeys
from assistant.timeline.compose import compose

TELL_TING = [
    "Count things in the room (2:00)",
    "Count corners, sounds or something blue. No number is wrong.",
    "You might begin with what is close to you.",
    "space: one more, p: pause",
    "Then something further off, or something you can hear.",
    "Let your gaze rest on one thing, its edges and colours.",
    "You are at work, and this minute is yours.",
    "Nobody needs the numbers. Thank you; the choice is yours.",
]


class Run:
    """One break in line mode on a clock moved by hand."""

    def __init__(self, keys: dict[float, str] | None = None, script: str = "tell-ting", **more: object) -> None:
        clock, out = ManualClock(), io.StringIO()
        typed = TypedKeys(clock, dict(keys or {}), sleeps=more.pop("sleeps", {}))  # type: ignore[arg-type]
        timeline = compose(whole_shelf().find(script), i18n.language())
        self.line_break = LineBreak(
            timeline, None, lambda *_: None, clock=clock, tells=Written(out), keys=typed,
            **more,  # type: ignore[arg-type]
        )  # fmt: skip
        began = clock()
        self.moment = self.line_break.run()
        self.seconds = clock() - began
        self.lines = out.getvalue().splitlines()


def test_a_break_is_a_line_a_cue_and_lasts_what_it_promised() -> None:
    run = Run()

    assert run.lines == TELL_TING
    assert run.moment.state is State.FINISHED
    assert run.seconds == pytest.approx(120, abs=0.001)


def test_a_breath_that_goes_on_is_only_its_phase() -> None:
    run = Run(script="rolig-pust")

    assert run.lines[3:8] == [
        "Easy in, longer out. – in",
        "out",
        "in",
        "out",
        "Follow the pace here, or your own. – in",
    ]


def test_space_pauses_and_goes_on() -> None:
    run = Run({20: "p", 80: " "})

    assert run.lines == [*TELL_TING[:4], "Paused, 1:40 left. Space goes on, q stops.", "We go on.", *TELL_TING[4:]]
    assert run.seconds == pytest.approx(180, abs=0.001)


def test_n_goes_on_to_the_next_step() -> None:
    run = Run({1: "n", 2: "n", 3: "n", 4: "n", 5: "n", 6: "n"})

    assert run.lines == TELL_TING
    assert run.seconds == pytest.approx(6)


def test_q_ends_with_a_kind_word_and_no_question() -> None:
    run = Run({5: "q"})

    assert run.lines == [*TELL_TING[:2], "All right. We stop here."]
    assert run.moment.state is State.STOPPED
    assert not run.line_break.too_much


def test_m_ends_without_a_word_for_something_calmer() -> None:
    run = Run({5: "m"})

    assert run.lines == TELL_TING[:2]
    assert run.line_break.too_much


def test_a_machine_that_slept_finds_the_break_waiting() -> None:
    run = Run({20_000: " "}, sleeps={30: 3 * 3600})

    assert run.lines[4] == "The break has waited. Space goes on, q stops."
    assert run.lines[5:] == ["We go on.", *TELL_TING[4:]]


def test_a_break_that_began_before_its_first_line_ends_on_time_all_the_same() -> None:
    run = Run(began=ManualClock().at - 0.4)

    assert run.lines == TELL_TING
    assert run.seconds == pytest.approx(120 - 0.4, abs=0.001)


def test_a_faster_run_says_the_same() -> None:
    run = Run(speed=100)

    assert run.lines == TELL_TING
    assert run.seconds == pytest.approx(1.2, abs=0.001)


def test_help_is_the_keys_and_the_help_page_and_the_break_waits() -> None:
    run = Run({5: "?", 6: "q"})

    assert run.lines[2] == "space: pause, n: next, v: sound, e: they are here, m: too much, q: stop, ?: help"
    assert "Who answers:" in run.lines
    assert run.lines[-2].startswith("The break has waited.")


def test_keys_that_mean_nothing_do_nothing() -> None:
    run = Run({1: "x", 2: "å", 3: "v"})

    assert run.lines == TELL_TING


def test_norwegian_is_norwegian_throughout() -> None:
    i18n.use(Language.NB)

    run = Run({5: " ", 6: "q"})

    assert run.lines[2:] == [
        "Pausen venter, 1:55 igjen. Mellomromstasten fortsetter, q stopper.",
        "Greit. Vi stopper her.",
    ]
