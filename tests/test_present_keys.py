"""The keys of a presentation, and the choices in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.settings import Sound
from assistant.timeline.compose import compose
from assistant.tui.screens.help_screen import HelpScreen
from assistant.units import MS_PER_SECOND
from tests.presented import BIG, MIDDLE, SHELF, Heard, presented

if TYPE_CHECKING:
    from assistant.timeline.model import Cue
    from tests.presented import Presented


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


async def test_what_is_chosen_with_a_digit_is_answered_on_the_wall() -> None:
    async with presented("dele-skaansomt") as shown:
        await shown.press("space")
        asked = next(cue for cue in shown.timeline.cues if cue.choices)
        await shown.wait(asked.at / MS_PER_SECOND + 1)
        assert all(choice.words in shown.text for choice in asked.choices)
        await shown.press("1")
        assert shown.words == asked.choices[0].reply


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


async def test_the_notes_know_that_it_is_dark_before_it_begins_and_after_the_end_it_is_not() -> None:
    async with presented() as shown:
        await shown.press("b")
        assert shown.desk.told[-1].blank
        await shown.press("b", "space")
        await shown.wait(shown.timeline.length / MS_PER_SECOND)
        await shown.press("b")
        assert shown.text.strip()
