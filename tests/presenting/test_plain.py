"""A presentation in plain lines, as for a leader with a screen reader, is followed by notes as any other is."""

from __future__ import annotations

import io
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.cli.in_lines import run_in_lines
from assistant.cli.running import Wish
from assistant.language import Language
from assistant.line.mode import LineBreak
from assistant.line.telling import Written
from assistant.presenting.desk import Desk
from assistant.presenting.told import told
from assistant.presenting.watching import Seen, Watching
from assistant.settings import Settings, Sound
from assistant.shelf import gather
from assistant.testing import ManualClock, TypedKeys
from assistant.timeline.compose import compose
from assistant.timeline.counting_in import counted_in
from tests.presenting.presenting_child import wait_for

if TYPE_CHECKING:
    from assistant.player import Moment
    from assistant.presenting.told import Told
    from assistant.timeline.model import Timeline

SHELF = gather((paths.scripts(),))


class Notes:
    """All that a leader is told of a break in plain lines, with ``keys`` pressed on a clock moved by hand."""

    def __init__(self, script: str, keys: dict[float, str]) -> None:
        self.told: list[Told] = []
        self.timeline = counted_in(compose(SHELF.find(script), Language.EN))
        clock, out = ManualClock(), io.StringIO()
        line_break = LineBreak(
            self.timeline, None, lambda *_: None, clock=clock, tells=Written(out), keys=TypedKeys(clock, keys)
        )
        line_break.tells_notes = self._tell
        line_break.run()

    def _tell(self, moment: Moment, timeline: Timeline) -> None:
        self.told.append(told(moment, timeline, blank=False))

    @property
    def stood(self) -> list[str]:
        """How it stood, one thing after another."""
        return [state for state, _ in groupby(told.state for told in self.told)]


def test_every_word_of_the_room_is_told_from_the_first_bell_to_the_end() -> None:
    notes = Notes("tell-ting", {})

    assert [words for words, _ in groupby(told.words for told in notes.told)] == [
        words for words, _ in groupby(cue.words for cue in notes.timeline.cues)
    ]
    assert notes.told[0].remaining == notes.timeline.length
    assert notes.stood == ["running", "over"]


def test_the_time_that_is_left_is_told_twice_a_second() -> None:
    remaining = [told.remaining for told in Notes("tell-ting", {}).told]

    assert max(before - after for before, after in pairwise(remaining)) <= 500


@pytest.mark.parametrize(
    ("script", "keys", "stood"),
    [
        ("tell-ting", {20.0: "p", 30.0: " "}, ["running", "paused", "running", "over"]),
        ("tell-ting", {20.0: "?", 30.0: " "}, ["running", "interrupted", "running", "over"]),
        ("tell-ting", {20.0: "q"}, ["running", "over"]),
        ("tabben", {80.0: "\r"}, ["running", "writing", "running", "over"]),
    ],
    ids=["paused", "help", "stopped", "writing"],
)
def test_how_it_stands_is_told(script: str, keys: dict[float, str], stood: list[str]) -> None:
    assert Notes(script, keys).stood == stood


def test_notes_follow_a_plain_presentation_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    timeline = counted_in(compose(SHELF.find("tell-ting"), Language.EN))
    seen: list[Seen] = []
    watching, desk = Watching(), Desk.open()
    assert watching.knock()
    watching.start(lambda: seen.append(watching.seen))
    run_in_lines(
        SHELF, timeline, Settings(), Sound.SILENT, Wish(speed=100),
        tells_notes=lambda moment, within: desk.tell(told(moment, within, blank=False)),
    )  # fmt: skip
    wait_for(lambda: watching.seen.told is not None and watching.seen.told.is_over, "the end")
    desk.close()

    words = [each.told.words for each in seen if each.told is not None]
    assert set(words) <= {cue.words for cue in timeline.cues}
    assert words[-1] == timeline.cues[-1].words
    assert timeline.title in capsys.readouterr().out
