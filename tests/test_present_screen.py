"""A break for a whole room on the full screen, on a clock that is moved by hand."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from assistant import i18n, paths
from assistant.duration import clock_face
from assistant.language import Language
from assistant.letters.pages import READABLE, Wall, best_size
from assistant.settings import Settings, Sound
from assistant.shelf import gather
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.timeline.counting_in import LONG, counted_in
from assistant.tui.app import Mellomrom
from assistant.tui.screens.help_screen import HelpScreen
from assistant.tui.screens.present_screen import PresentScreen
from assistant.tui.widgets.large_words import LargeWords
from assistant.tui.widgets.room import Room
from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from assistant.player import Moment
    from assistant.presenting.told import Told
    from assistant.timeline.model import Cue, Timeline

SHELF = gather((paths.scripts(),))
STEP = 3.0
"""Seconds between two looks; after a longer time unseen a break would wait."""

BIG, MIDDLE, SMALL = (120, 40), (80, 24), (40, 12)


@dataclass
class NoDesk:
    """The desk of a leader who follows no notes; it remembers what it was told."""

    trouble: str = ""
    told: list[Told] = field(default_factory=list)

    def tell(self, told: Told) -> None:
        self.told.append(told)

    def close(self) -> None:
        """Nothing is open."""


class Presented:
    """Somebody presents: what they press, what time does, and what the room sees."""

    def __init__(
        self, app: Mellomrom, pilot: Pilot[None], clock: ManualClock, timeline: Timeline, desk: NoDesk
    ) -> None:
        self.app, self.pilot, self.clock, self.timeline, self.desk = app, pilot, clock, timeline, desk

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        while seconds > 0:
            self.clock.forward(min(STEP, seconds))
            self.screen.look()
            seconds -= STEP
        await self.pilot.pause()

    @property
    def screen(self) -> PresentScreen:
        assert isinstance(self.app.screen, PresentScreen)
        return self.app.screen

    @property
    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def words(self) -> str:
        """What the room reads."""
        return self.screen.query_one("#large", LargeWords).said

    @property
    def size(self) -> int:
        """Rows of a capital letter."""
        return self.screen.rows


@dataclass
class Heard:
    """What would be heard: it remembers what it was told."""

    mode: Sound = Sound.BELL
    trouble: str | None = None
    is_mute: bool = False
    begun: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    followed: list[tuple[str, bool]] = field(default_factory=list)

    def warm(self) -> None:
        """The device would be opened."""

    def begin(self, timeline: Timeline, _began: object = None) -> None:
        self.begun.append(timeline.script)

    def follow(self, moment: Moment, *, jumped: bool = False) -> None:
        self.followed.append((moment.words, jumped))

    def say(self, words: str) -> None:
        self.said.append(words)

    def close(self) -> None:
        """Nothing is open."""


@asynccontextmanager
async def presented(
    script: str = "tell-ting",
    size: tuple[int, int] = BIG,
    language: Language = Language.EN,
    people: int | None = None,
    sound: Heard | None = None,
) -> AsyncIterator[Presented]:
    i18n.use(language)
    found, clock, desk = SHELF.find(script), ManualClock(), NoDesk()
    timeline = counted_in(compose(found, language, people=people))
    app = Mellomrom(SHELF, Settings(), sound, clock=clock)  # type: ignore[arg-type]
    app.opens = lambda _app: PresentScreen(timeline, found.about.of(language), desk)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Presented(app, pilot, clock, timeline, desk)


async def test_until_somebody_begins_the_room_and_the_title_stand_there() -> None:
    async with presented() as shown:
        await shown.wait(30)

        assert shown.words == "Count things in the room"
        assert shown.screen.query_one(Room).display
        assert "Count something you see or hear. There is no right number." in shown.text
        assert "2:09" in shown.rows[0]
        assert "space begin" in shown.rows[-1]


async def test_the_space_bar_counts_the_room_in() -> None:
    async with presented() as shown:
        seen = []
        await shown.press("space")
        for _count in range(3):
            seen.append(shown.words)
            await shown.wait(LONG / MS_PER_SECOND / 3)

        assert seen == ["3", "2", "1"]
        assert shown.words == shown.timeline.cues[3].words
        assert not shown.screen.query_one(Room).display


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("script", ["tell-ting", "moete-demo", "kollegarunden", "rammesjekk", "normaliser"])
async def test_on_a_projector_the_letters_are_at_least_five_rows_high(script: str, language: Language) -> None:
    async with presented(script, BIG, language) as shown:
        await shown.press("space")
        await shown.wait(10)

        assert shown.size >= READABLE
        assert any(set("█▌▐▀▄") & set(row) for row in shown.rows[2:20])


@pytest.mark.parametrize("size", [BIG, MIDDLE, SMALL, (200, 60), (60, 40), (120, 12)])
async def test_from_beginning_to_end_every_word_is_shown_and_told_to_the_notes(size: tuple[int, int]) -> None:
    async with presented("tell-ting", size) as shown:
        await shown.press("space")
        seen = []
        while shown.screen._stage.name == "SHOWN":
            seen.append(shown.words)
            assert len(shown.rows) == size[1]
            await shown.wait(STEP)

        expected = [cue.words for cue in shown.timeline.cues]
        assert list(dict.fromkeys(seen)) == expected
        assert list(dict.fromkeys(told.words for told in shown.desk.told if told.state == "running")) == expected
        assert shown.desk.told[-1].is_over
        assert shown.words == "Thank you."


async def test_it_is_over_when_it_was_promised_to_be() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(shown.timeline.length / MS_PER_SECOND - 1)
        assert shown.screen._stage.name == "SHOWN"
        await shown.wait(1)
        assert shown.screen._stage.name == "OVER"
        await shown.press("space")
        assert shown.app._exit


async def test_n_and_p_go_a_step_on_and_back() -> None:
    async with presented() as shown:
        cues = shown.timeline.cues
        await shown.press("space")
        await shown.wait(9)
        assert shown.words == cues[3].words
        await shown.press("n")
        assert shown.words == cues[4].words
        await shown.press("p")
        assert shown.words == cues[3].words
        await shown.wait(5)
        await shown.press("p")
        assert shown.words == cues[3].words


async def test_a_pause_is_said_and_holds() -> None:
    async with presented("rolig-pust", BIG) as shown:
        await shown.press("space")
        await shown.wait(12)
        words = shown.words
        await shown.press("space")
        await shown.wait(40)

        assert shown.words == words
        assert "space go on" in shown.rows[-1]
        assert shown.desk.told[-1].state == "paused"


async def test_b_darkens_the_wall_while_the_break_goes_on() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(12)
        await shown.press("b")
        assert not shown.text.strip()
        assert shown.desk.told[-1].blank
        await shown.wait(30)
        await shown.press("b")
        assert shown.text.strip()
        assert shown.words == shown.timeline.cues[4].words


async def test_plus_and_minus_change_the_letters_and_never_break_a_word() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(12)
        first = shown.size
        await shown.press("minus")
        assert shown.size < first
        for _more in range(12):
            await shown.press("plus")
        largest = shown.size
        assert largest > first
        await shown.wait(60)
        assert shown.size == largest
        for _less in range(12):
            await shown.press("minus")
        assert shown.size == 0
        assert shown.words in shown.text


async def test_too_much_looks_around_and_then_says_who_answers() -> None:
    async with presented("rolig-pust") as shown:
        await shown.press("space")
        await shown.wait(20)
        await shown.press("m")
        calm = shown.app.calm()
        assert shown.words == calm.cues[0].words
        await shown.wait(calm.length / MS_PER_SECOND)
        assert isinstance(shown.app.screen, HelpScreen)


async def test_in_a_round_the_turn_stands_large_and_the_time_of_each_under_it() -> None:
    async with presented("kollegarunden", BIG, Language.EN, people=3) as shown:
        await shown.press("space")
        turn = next(cue for cue in shown.timeline.cues if cue.turn == 1)
        await shown.wait(turn.at / MS_PER_SECOND + 1)

        assert "second" in shown.words
        assert "each" in shown.screen.query_one("#under", LargeWords).said


async def test_what_is_chosen_with_a_digit_is_answered_on_the_wall() -> None:
    async with presented("dele-skaansomt") as shown:
        await shown.press("space")
        asked = next(cue for cue in shown.timeline.cues if cue.choices)
        await shown.wait(asked.at / MS_PER_SECOND + 1)
        assert all(choice.words in shown.text for choice in asked.choices)
        await shown.press("1")
        assert shown.words == asked.choices[0].reply


async def test_what_is_said_with_letters_that_it_has_not_is_shown_in_common_ones() -> None:
    async with presented() as shown:
        large = shown.screen.query_one("#large", LargeWords)
        large.show("Ro 漢字 [b]x[/b]", 5)
        await shown.pilot.pause()

        assert "Ro 漢字 [b]x[/b]" in shown.text


async def to_a_choice(shown: Presented) -> Cue:
    """On to where something may be chosen."""
    asked = next(cue for cue in shown.timeline.cues if cue.choices)
    await shown.press("space")
    await shown.wait(asked.at / MS_PER_SECOND + 1)
    return asked


async def test_what_is_chosen_is_spoken_too_where_the_voice_speaks() -> None:
    heard = Heard(Sound.VOICE)
    async with presented("dele-skaansomt", sound=heard) as shown:
        asked = await to_a_choice(shown)
        await shown.press("2")

        assert heard.said == [asked.choices[1].reply]


async def test_a_choice_that_leads_to_another_break_is_heard_and_shown_and_led_back_from() -> None:
    heard = Heard()
    script = next(
        script.id
        for script in SHELF
        if any(choice.script for cue in compose(script, Language.EN).cues for choice in cue.choices)
    )
    async with presented(script, sound=heard) as shown:
        asked = await to_a_choice(shown)
        other = next(number for number, choice in enumerate(asked.choices, 1) if choice.script)
        await shown.press(str(other))
        led = compose(SHELF.find(asked.choices[other - 1].script or ""), Language.EN)

        assert heard.begun == [script, led.script]
        assert shown.words == led.cues[0].words
        await shown.wait(led.length / MS_PER_SECOND + 1)
        assert heard.begun == [script, led.script, script]


async def test_a_choice_that_asks_for_help_shows_who_answers() -> None:
    script = next(
        script.id
        for script in SHELF
        if any(choice.then == "help" for cue in compose(script, Language.EN).cues for choice in cue.choices)
    )
    async with presented(script) as shown:
        asked = await to_a_choice(shown)
        await shown.press(str(next(n for n, choice in enumerate(asked.choices, 1) if choice.then == "help")))

        assert isinstance(shown.app.screen, HelpScreen)


async def test_in_the_dark_the_letters_keep_their_size() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(12)
        before = shown.size
        await shown.press("b", "plus", "minus", "plus", "b")

        assert shown.size == before


async def test_letters_that_were_chosen_become_smaller_with_the_wall_and_no_smaller_than_they_must() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(12)
        await shown.press(*["plus"] * 12)
        largest = shown.size
        await shown.pilot.resize_terminal(*MIDDLE)
        await shown.pilot.pause()

        assert 0 < shown.size < largest
        await shown.pilot.resize_terminal(*BIG)
        await shown.pilot.pause()
        assert shown.size == largest


async def test_too_much_takes_the_dark_away_and_once_more_is_the_help_page() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(12)
        await shown.press("b", "m")
        assert shown.app.calm().cues[0].words == shown.words
        assert shown.text.strip()
        await shown.press("m")
        assert isinstance(shown.app.screen, HelpScreen)


async def test_after_looking_around_one_may_go_back_to_what_was_shown_where_it_was_left() -> None:
    async with presented("moete-demo") as shown:
        await shown.press("space")
        await shown.wait(100)
        words = shown.words
        await shown.press("m")
        await shown.wait(shown.app.calm().length / MS_PER_SECOND)
        await shown.press("q")
        assert "p back" in shown.rows[-1]
        await shown.press("p")

        assert shown.words == words
        assert "space go on" in shown.rows[-1]
        await shown.press("space")
        await shown.wait(60)
        assert shown.words != words


async def test_what_a_remote_control_sends_to_end_a_show_only_pauses_it() -> None:
    async with presented() as shown:
        await shown.press("f5")
        await shown.wait(12)
        await shown.press("escape")

        assert "space go on" in shown.rows[-1]
        assert "paused – space goes on" in shown.text
        await shown.press("space")
        assert "space pause" in shown.rows[-1]


async def test_one_key_goes_past_the_whole_count_in() -> None:
    async with presented() as shown:
        await shown.press("space", "n")

        assert shown.words == shown.timeline.cues[3].words


async def test_the_time_that_is_left_is_whole_after_a_step_back() -> None:
    async with presented("kollegarunden", MIDDLE) as shown:
        await shown.press("space")
        await shown.wait(shown.timeline.length / MS_PER_SECOND - 500)
        assert shown.rows[0].endswith("8:20")
        await shown.press(*["p"] * 6)
        await shown.pilot.pause()

        left = clock_face(shown.screen._sitting.advance(shown.clock()).remaining)  # type: ignore[union-attr]
        assert len(left) == 5
        assert shown.rows[0].endswith(left)


async def test_where_there_is_no_room_for_anything_else_the_words_are_there() -> None:
    async with presented("rolig-pust", (20, 5)) as shown:
        await shown.press("space")
        await shown.wait(12)

        assert shown.words.split()[0] in shown.text


async def test_one_word_that_is_too_long_leaves_only_its_own_sentence_to_common_letters() -> None:
    wall = Wall(76, 18)

    assert best_size(("x" * 90, "short words"), wall) >= READABLE


async def test_the_notes_know_that_it_is_dark_before_it_begins_and_after_the_end_it_is_not() -> None:
    async with presented() as shown:
        await shown.press("b")
        assert shown.desk.told[-1].blank
        await shown.press("b", "space")
        await shown.wait(shown.timeline.length / MS_PER_SECOND)
        await shown.press("b")
        assert shown.text.strip()


async def test_nothing_of_a_presentation_is_kept() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(shown.timeline.length / MS_PER_SECOND)

        assert shown.app.ran == []
    assert not paths.record().exists()
    assert not paths.today().exists()
