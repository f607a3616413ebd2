"""What the screen of the notes shows, and what their plain lines say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from assistant import i18n, paths
from assistant.duration import clock_face
from assistant.language import Language
from assistant.line.notes import follow
from assistant.player import Player
from assistant.presenting.told import told
from assistant.presenting.watching import Seen, Watching
from assistant.settings import Settings
from assistant.shelf import Shelf, gather
from assistant.testing import ManualClock, TypedKeys
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom
from assistant.tui.screens.notes_screen import NotesScreen
from assistant.tui.widgets.notes import Notes
from assistant.units import Ms, Seconds
from tests.presenting.presenting_child import a_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.pilot import Pilot

    from assistant.presenting.told import Told

SIZES = [(120, 40), (80, 24), (40, 12)]
NOW = Seconds(100.0)
LONG = a_told(
    "Looking after each other is about your own health and safety. It is also about those you meet.",
    leader="Say in your own words why you are doing this: for yourselves, and for those you meet. "
    "A small example from your own week is enough.",
    next_words="Leaders carry the culture. Here the leader can say something in their own words.",
)


class Given(Watching):
    """Sees only what it is given."""

    def start(self, changed: Callable[[], object] = lambda: None) -> None:
        self._changed = changed


class Shown:
    """The app with the notes alone, and what they see."""

    def __init__(self, told: Told | None) -> None:
        self.watching = Given()
        self.watching._see(Seen(told, is_there=True))
        self.app = Mellomrom(Shelf(()), Settings(welcomed=True), None)
        self.app.opens = lambda _app: NotesScreen(self.watching)

    async def see(self, pilot: Pilot[None], seen: Seen) -> None:
        self.watching._see(seen)
        await pilot.pause()
        await pilot.pause()

    @property
    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """All that can be read, in one line."""
        return " ".join(" ".join(self.rows).split())


def moments(script: str, language: Language) -> Iterator[Told]:
    """Some of each cue of a break."""
    timeline = compose(gather((paths.scripts(),)).find(script), language)
    for cue in timeline.cues:
        yield told(Player(timeline, NOW, position=cue.at).advance(NOW), timeline, blank=False)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_a_leader_may_say_stands_whole_on_every_screen(size: tuple[int, int], language: Language) -> None:
    i18n.use(language)
    shown = Shown(None)
    async with shown.app.run_test(size=size) as pilot:
        for now in moments("tell-ting", language):
            await shown.see(pilot, Seen(now, is_there=True))

            assert now.leader
            assert now.leader in shown.text
            assert now.words[:20] in shown.text
            assert now.next_words[:20] in shown.text
            assert shown.rows[-1].split()[0] == "q"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_long_words_for_the_room_make_way_for_those_of_the_leader(size: tuple[int, int]) -> None:
    shown = Shown(LONG)
    async with shown.app.run_test(size=size) as pilot:
        await pilot.pause()

        assert LONG.leader in shown.text
        assert "1:00 left" in shown.rows[0]
        assert "Next, in 0:05" in shown.text
        assert (LONG.words in shown.text) is (size[1] > 12)
        assert shown.app.screen.query_one(Notes).max_scroll_y == 0


async def test_on_the_smallest_screen_the_rest_can_be_scrolled_to() -> None:
    shown = Shown(LONG)
    async with shown.app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        assert "↑ ↓ read on" in shown.rows[-1]
        assert "Next, in" not in shown.text
        assert shown.rows[0].endswith("0:05 · 1:00 left"), "the time until the next thing is seen all the same"

        await pilot.press("end")
        await pilot.pause()

        assert "Next, in 0:05" in shown.text


@pytest.mark.parametrize(
    ("others", "line"),
    [
        ({"state": "paused"}, "Paused."),
        ({"state": "interrupted"}, "The presentation has waited"),
        ({"state": "writing"}, "The clock waits while somebody writes."),
        ({"blank": True}, "The projector is dark. On the wall when it is shown again Look around you."),
        ({"state": "paused", "blank": True}, "Paused. The projector is dark."),
        ({"leader": ""}, "You need not say anything now."),
        ({"next_words": ""}, "The end, in 0:05"),
        ({"state": "over"}, "The presentation is over. When the next one begins, its notes come here."),
        ({"words": "[b]bold[/] [x", "leader": "[/]"}, "[b]bold[/] [x For you [/]"),
    ],
)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_how_it_stands_is_said_in_words(others: dict[str, Any], line: str, size: tuple[int, int]) -> None:
    shown = Shown(None)
    async with shown.app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "The room gathers. The notes come when the presentation begins." in shown.text

        await shown.see(pilot, Seen(a_told(**others), is_there=True))

        assert line in shown.text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [*SIZES, (30, 8)], ids=str)
async def test_the_time_until_the_next_thing_is_seen_at_every_size(size: tuple[int, int], language: Language) -> None:
    i18n.use(language)
    shown = Shown(None)
    longest = max(moments("dele-skaansomt", language), key=lambda told: len(told.leader + told.words))
    async with shown.app.run_test(size=size) as pilot:
        for now in (LONG, replace(longest, step_remaining=Ms(65_000)), a_told(step_remaining=65_000)):
            await shown.see(pilot, Seen(now, is_there=True))
            assert clock_face(now.step_remaining) in shown.text


async def test_before_it_begins_nothing_counts_down() -> None:
    shown = Shown(replace(LONG, state="gathering"))
    async with shown.app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()

        assert "↑ ↓ read on" in shown.rows[-1]
        assert "·" not in shown.rows[0]
        assert shown.rows[0].endswith("1:00 left")


async def test_what_is_wrong_with_the_connection_stands_above_what_was_seen_last() -> None:
    shown = Shown(a_told())
    async with shown.app.run_test() as pilot:
        await shown.see(pilot, Seen(a_told(), True, "the presentation does not answer just now"))

        assert "the presentation does not answer just now The room reads Look around you." in shown.text


def spoken(*seen: Seen) -> list[str]:
    """The plain lines of one thing seen after another; then q is pressed."""
    lines: list[str] = []
    watching, keys, left = Watching(), TypedKeys(ManualClock(), {0.0: "q"}), list(seen)
    watching._see(left.pop(0))

    def wait(seconds: float) -> str | None:
        if not left:
            return "q"
        watching._see(left.pop(0))
        return None

    keys.wait = wait  # type: ignore[method-assign]
    follow(watching, keys, lines.append)
    return lines[1:]


def test_a_plain_line_is_whole_and_comes_only_when_something_is_new() -> None:
    now = a_told()
    later = a_told(remaining=50_000, step_remaining=1_000, progress=0.6, hint="out")
    lines = spoken(*(Seen(each, is_there=True) for each in (now, later, a_told(next_words=""), a_told(blank=True))))

    assert lines == [
        "Count things: The room reads: Look around you. For you: Join in. Next, in 0:05: Then listen. (1:00 left)",
        "Count things: The room reads: Look around you. For you: Join in. The end, in 0:05. (1:00 left)",
        "Count things: The projector is dark. On the wall when it is shown again: Look around you. For you: Join in. "
        "Next, in 0:05: Then listen. (1:00 left)",
    ]


def test_plain_lines_tell_the_end_once_and_what_is_wrong() -> None:
    lines = spoken(
        Seen(a_told(state="over"), is_there=True), Seen(), Seen(trouble="it is wrong"), Seen(None, is_there=True)
    )

    assert lines == [
        "The presentation is over. When the next one begins, its notes come here.",
        "it is wrong",
        "The room gathers. The notes come when the presentation begins.",
    ]
