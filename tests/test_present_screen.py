"""A break for a whole room on the full screen, on a clock that is moved by hand."""

from __future__ import annotations

import pytest

from assistant import paths
from assistant.duration import clock_face
from assistant.language import Language
from assistant.letters.pages import READABLE
from assistant.timeline.counting_in import LONG
from assistant.tui.widgets.large_words import LargeWords
from assistant.tui.widgets.room import Room
from assistant.units import MS_PER_SECOND
from tests.presented import BIG, MIDDLE, SMALL, STEP, presented


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


async def test_in_a_round_the_turn_stands_large_and_the_time_of_each_under_it() -> None:
    async with presented("kollegarunden", BIG, Language.EN, people=3) as shown:
        await shown.press("space")
        turn = next(cue for cue in shown.timeline.cues if cue.turn == 1)
        await shown.wait(turn.at / MS_PER_SECOND + 1)

        assert "second" in shown.words
        assert "each" in shown.screen.query_one("#under", LargeWords).said


async def test_what_is_said_with_letters_that_it_has_not_is_shown_in_common_ones() -> None:
    async with presented() as shown:
        large = shown.screen.query_one("#large", LargeWords)
        large.show("Ro 漢字 [b]x[/b]", 5)
        await shown.pilot.pause()

        assert "Ro 漢字 [b]x[/b]" in shown.text


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


async def test_nothing_of_a_presentation_is_kept() -> None:
    async with presented() as shown:
        await shown.press("space")
        await shown.wait(shown.timeline.length / MS_PER_SECOND)

        assert shown.app.ran == []
    assert not paths.record().exists()
    assert not paths.today().exists()
