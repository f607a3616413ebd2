"""What the keys do at each kind of step on the full screen, on a clock that is moved by hand."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from assistant import i18n
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import TOO_MUCH, whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.timeline.model import Kind
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.screens.help_screen import HelpScreen
from assistant.tui.screens.home_screen import HomeScreen
from assistant.tui.widgets.cycle import Cycle
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from assistant.timeline.model import Choice, Cue, Timeline

TO_A_QUESTION = "in your thoughts, or in a few words"
NOT_KEPT = "nothing has been kept – k keeps it"
KEPT = "kept – “mellomrom kept” shows it"
PHASES = ("empathic attachment", "active involvement", "felt separation", "re-creation")


def on_screen(app: Mellomrom) -> list[str]:
    """What stands on the screen, row by row."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


class Sat:
    """Somebody sits with a break on the full screen: what they press, what time does, and what they see."""

    def __init__(self, app: Mellomrom, pilot: Pilot[None], clock: ManualClock) -> None:
        self.app = app
        self.pilot = pilot
        self._clock = clock

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        """Time passes while the screen looks every second."""
        while seconds > 0:
            self._look_in(min(1.0, seconds))
            seconds -= 1
        await self.pilot.pause()

    async def until(self, there: Callable[[], bool]) -> None:
        """Time passes until one is ``there``."""
        while not there():
            assert not self.is_over, "it does not come in this break"
            self._look_in(1.0)
        await self.pilot.pause()

    def _look_in(self, seconds: float) -> None:
        self._clock.forward(seconds)
        if isinstance(self.app.screen, BreakScreen):
            self.app.screen.look()

    def line(self, name: str) -> str:
        return self.app.screen.query_one(f"#{name}", Line).shown

    @property
    def thought(self) -> str:
        return self.line("thought")

    @property
    def hint(self) -> str:
        return self.line("hint")

    @property
    def left(self) -> str:
        return self.line("left")

    @property
    def options(self) -> list[str]:
        """What is offered, as it stands on the screen."""
        options = self.app.screen.query_one(Options)
        rows = range(options.region.y, options.region.bottom) if options.display else range(0)
        return [" ".join(on_screen(self.app)[row].split()) for row in rows]

    @property
    def written(self) -> str | None:
        """What stands in the line that one writes in; nothing where there is no such line."""
        line = self.app.screen.query(Input)
        return line.first().value if line else None

    @property
    def is_over(self) -> bool:
        """Whether it is left for the shell."""
        return self.app._exit


@asynccontextmanager
async def sit(script: str, *, size: tuple[int, int] = (80, 24), at_home: bool = False) -> AsyncIterator[Sat]:
    """Begin ``script``, from the shell or ``at_home``."""
    clock, shelf = ManualClock(), whole_shelf()
    start = None if at_home else compose(shelf.find(script), i18n.language())
    app = Mellomrom(shelf, Settings(welcomed=True), None, start=start, clock=clock)
    async with app.run_test(size=size) as pilot:
        if at_home:
            app.start(shelf.find(script))
        await pilot.pause()
        yield Sat(app, pilot, clock)


async def to_a_question(break_: Sat) -> None:
    """To the first step that asks something."""
    await break_.until(lambda: break_.hint == TO_A_QUESTION)


async def to_a_choice(break_: Sat) -> None:
    """To the first step that offers something."""
    await break_.until(lambda: break_.app.screen.query_one(Options).display)


def seconds(face: str) -> int:
    """The seconds of «1:48»."""
    minutes, _, rest = face.partition(":")
    return 60 * int(minutes) + int(rest)


def timeline(script: str) -> Timeline:
    """``script`` at its usual length."""
    return compose(whole_shelf().find(script), i18n.language())


def first(script: str, kind: Kind) -> Cue:
    """The first cue of that kind in ``script``."""
    return next(cue for cue in timeline(script).cues if cue.kind is kind)


def next_step(script: str, cue: Cue) -> Cue:
    """The first cue of the step after the one that ``cue`` belongs to."""
    return next(later for later in timeline(script).cues if later.step > cue.step)


def digit(script: str, is_meant: Callable[[Choice], object]) -> str:
    """The digit before the option that ``is_meant`` at the first choice in ``script``."""
    choices = first(script, Kind.CHOOSE).choices
    return str(1 + next(at for at, choice in enumerate(choices) if is_meant(choice)))


def replies() -> list[str]:
    """What is said to each answer to the question whether that was a break."""
    return [choice.reply for choice in first("var-det-pause", Kind.CHOOSE).choices]


def answers_in(home: Path) -> Path:
    return home / "data" / "mellomrom" / "answers.md"


def pictures_shown(app: Mellomrom) -> list[str]:
    """What stands in the place of the picture."""
    return [type(picture).__name__ for picture in app.screen.query("Room, Cycle") if picture.region and picture.display]


# Counting


async def test_space_counts_with_a_dot_for_each_thing() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("n", "space", "space", "space")

        assert break_.hint == "● ● ●"


@pytest.mark.slow
async def test_more_than_a_dozen_things_are_a_number() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("n", *["space"] * 12)
        dozen = break_.hint
        await break_.press("space")

        assert (dozen, break_.hint) == (" ".join("●" * 12), "13")


async def test_the_break_goes_on_while_one_counts() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("n", "space")
        await break_.wait(10)

        assert (break_.left, break_.hint) == ("1:38", "●")


async def test_each_thing_to_count_begins_with_none() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("n", "space", "space", "n")
        fresh = break_.hint
        await break_.press("space")

        assert (fresh, break_.hint) == ("", "●")


async def test_p_pauses_where_space_counts() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("n", "space", "p")
        await break_.wait(60)
        paused = (break_.left, break_.hint)
        await break_.press("p")

        assert paused == ("1:48", "paused – space goes on")
        assert break_.hint == "●"


async def test_space_goes_on_after_a_pause_and_counts_nothing_then() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("n", "space", "p", "space")
        await break_.wait(10)

        assert (break_.left, break_.hint) == ("1:38", "●")


# Another sense


async def test_s_asks_through_another_sense_and_after_the_last_through_the_first_again() -> None:
    async with sit("fem-sanser") as break_:
        await break_.press("n")
        asked, seen = [break_.thought], first("fem-sanser", Kind.SENSE).words
        for _ in range(3):
            await break_.press("s")
            asked.append(break_.thought)

    assert asked == [
        seen,
        "Five things you can hear.",
        "Five things you can touch or feel.",
        seen,
    ]


async def test_another_sense_takes_no_time_from_the_step() -> None:
    async with sit("fem-sanser") as break_:
        await break_.press("n")
        before = break_.left
        await break_.press("s")
        await break_.wait(5)

        assert (before, break_.left) == ("2:18", "2:13")


async def test_another_sense_is_only_for_the_step_that_it_was_asked_in() -> None:
    async with sit("fem-sanser") as break_:
        await break_.press("n", "s", "n", "n")

        assert break_.thought == next_step("fem-sanser", first("fem-sanser", Kind.SENSE)).words


async def test_s_does_nothing_where_no_sense_is_named() -> None:
    async with sit("fem-sanser") as break_:
        before = break_.thought
        await break_.press("s")

        assert break_.thought == before


# Writing


async def test_enter_opens_a_line_at_a_question() -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        asked = break_.hint
        await break_.press("enter")

        assert asked == TO_A_QUESTION
        assert (break_.written, break_.hint) == ("", "the clock waits while you write – no names or stories here")


async def test_the_clock_waits_while_one_writes_and_goes_on_after_it() -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        before = break_.left
        await break_.press("enter")
        await break_.wait(600)
        meanwhile = break_.left
        await break_.press("a", "enter")
        await break_.wait(1)

        assert (meanwhile, seconds(break_.left)) == (before, seconds(before) - 1)


@pytest.mark.slow
async def test_the_keys_of_the_break_are_letters_while_one_writes() -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        await break_.press("enter", *"qmnpstvkl", "question_mark", "space", "1")

        assert break_.written == "qmnpstvkl? 1"
        assert not break_.is_over


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", Language)
async def test_the_question_and_the_line_stand_on_the_screen_together(
    size: tuple[int, int], language: Language
) -> None:
    i18n.use(language)
    question = first("ut-av-dagen", Kind.ASK).words
    async with sit("ut-av-dagen", size=size) as break_:
        await break_.until(lambda: break_.thought == question)
        await break_.press("enter", *"rest")

        shown = " ".join(" ".join(on_screen(break_.app)).split())
        assert question in shown
        assert "rest" in on_screen(break_.app)[break_.app.screen.query_one(Input).region.y]


async def test_escape_leaves_the_line_and_what_was_in_it() -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        await break_.press("enter", *"never", "escape")

        assert (break_.written, break_.hint) == (None, TO_A_QUESTION)
        assert not break_.is_over


async def test_ctrl_c_stops_also_while_one_writes() -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        await break_.press("enter", "a", "ctrl+c")

        assert break_.is_over


async def test_enter_ends_the_line_and_nothing_is_kept(own_home: Path) -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        await break_.press("enter", *"rest", "enter")

        assert (break_.written, break_.hint) == (None, NOT_KEPT)
    assert not answers_in(own_home).exists()


async def test_k_keeps_what_was_written_with_its_question(own_home: Path) -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        question = break_.thought
        await break_.press("enter", *"rest", "enter", "k")

        assert break_.hint == KEPT
    file = answers_in(own_home)
    heading, asked, answer = file.read_text("utf-8").strip().split("\n\n")
    assert heading.startswith("## ")
    assert heading.endswith(" When something went wrong")
    assert (asked, answer) == (question, "> rest")
    assert file.stat().st_mode & 0o777 == 0o600


async def test_k_once_more_keeps_it_no_second_time(own_home: Path) -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        await break_.press("enter", *"rest", "enter", "k", "k")

    assert answers_in(own_home).read_text("utf-8").count("> rest") == 1


async def test_the_next_step_has_forgotten_what_was_written(own_home: Path) -> None:
    async with sit("tre-sider") as break_:
        await to_a_question(break_)
        await break_.press("enter", *"rest", "enter", "n", "n")
        next_question = break_.hint
        await break_.press("k")

        assert next_question == TO_A_QUESTION
    assert not answers_in(own_home).exists()


async def test_an_empty_answer_is_none(own_home: Path) -> None:
    async with sit("tabben") as break_:
        await to_a_question(break_)
        await break_.press("enter", "enter", "k")

        assert (break_.written, break_.hint) == (None, TO_A_QUESTION)
    assert not answers_in(own_home).exists()


async def test_where_an_answer_may_not_be_kept_k_keeps_nothing(own_home: Path) -> None:
    async with sit("ut-av-dagen") as break_:
        questions = [cue for cue in timeline("ut-av-dagen").cues if cue.kind is Kind.ASK and not cue.may_keep]
        await break_.until(lambda: break_.thought == questions[0].words)
        await break_.press("enter", *"rest", "enter", "k")

        assert break_.hint == ""
    assert not answers_in(own_home).exists()


async def test_an_answer_that_cannot_be_kept_is_told_of(own_home: Path) -> None:
    answers_in(own_home).parent.parent.mkdir(parents=True, exist_ok=True)
    answers_in(own_home).parent.write_text("in the way")
    async with sit("tabben") as break_:
        await to_a_question(break_)
        await break_.press("enter", *"rest", "enter", "k")

        assert break_.hint == "it could not be kept"


async def test_what_is_said_later_to_a_question_comes_below_it() -> None:
    question = first("ut-av-dagen", Kind.ASK)
    async with sit("ut-av-dagen") as break_:
        await to_a_question(break_)
        await break_.until(lambda: break_.hint != TO_A_QUESTION)

        assert break_.thought == question.words
        assert break_.hint in [cue.spoken for cue in timeline("ut-av-dagen").cues if cue.step == question.step]


# Choosing


async def test_what_may_be_chosen_stands_in_numbered_lines() -> None:
    async with sit("var-det-pause") as break_:
        assert break_.options == ["1 Yes", "2 No", "3 Don’t know"]


async def test_a_digit_chooses_and_what_is_said_to_it_comes_in_the_place_of_the_question() -> None:
    async with sit("var-det-pause") as break_:
        await break_.press("2")

        assert break_.thought == replies()[1]
        assert break_.options == []


async def test_a_click_on_an_option_chooses_it() -> None:
    async with sit("var-det-pause") as break_:
        options = break_.app.screen.query_one(Options)
        await break_.pilot.click(Options, offset=(options.size.width // 2, 2))
        await break_.pilot.pause()

        assert break_.thought == replies()[2]


async def test_a_click_on_the_second_line_of_a_long_option_chooses_that_option() -> None:
    cue = next(cue for cue in timeline("ukesblikk").cues if len(cue.choices) > 2 and cue.choices[0].reply)
    async with sit("ukesblikk", size=(24, 20)) as break_:
        await break_.until(lambda: break_.thought == cue.words)
        second_line = next(at for at, row in enumerate(break_.options) if not row[0].isdecimal())
        number = int(break_.options[second_line - 1][0])
        await break_.pilot.click(Options, offset=(5, second_line))
        await break_.pilot.pause()

        assert break_.thought == cue.choices[number - 1].reply


async def test_a_digit_that_stands_before_nothing_does_nothing() -> None:
    async with sit("var-det-pause") as break_:
        await break_.press("4", "0", "9")

        assert break_.thought == first("var-det-pause", Kind.CHOOSE).words


async def test_who_chooses_nothing_goes_on() -> None:
    async with sit("var-det-pause") as break_:
        question = first("var-det-pause", Kind.CHOOSE)
        await break_.wait(question.length / 1000)

        assert (break_.thought, break_.options) == (next_step("var-det-pause", question).words, [])


async def test_a_reply_that_comes_late_is_there_long_enough_to_be_read() -> None:
    question = first("var-det-pause", Kind.CHOOSE)
    async with sit("var-det-pause") as break_:
        await break_.wait(question.length / 1000 - 0.5)
        await break_.press("1")
        await break_.wait(5.9)
        shown = break_.thought
        await break_.wait(0.2)

        assert (shown, break_.thought) == (replies()[0], next_step("var-det-pause", question).words)


async def test_an_option_that_says_no_more_goes_on_to_the_next_step() -> None:
    async with sit("rammen") as break_:
        await break_.press(digit("rammen", lambda choice: choice.then == "on"))

        assert break_.thought == next_step("rammen", first("rammen", Kind.CHOOSE)).words


@pytest.mark.parametrize(("digit", "left"), [("1", "4:40"), ("2", "5:40"), ("3", "6:40")])
async def test_the_break_is_as_long_from_then_on_as_was_chosen(digit: str, left: str) -> None:
    async with sit("ut-av-dagen") as break_:
        await break_.wait(5)
        await break_.press(digit)
        chosen = (break_.thought, break_.left)
        await break_.wait(seconds(left) - 1)
        before_the_end = break_.is_over
        await break_.wait(1)

        assert chosen == (next_step("ut-av-dagen", first("ut-av-dagen", Kind.CHOOSE)).words, left)
        assert (before_the_end, break_.is_over) == (False, True)


async def test_an_option_leads_into_another_break_and_back_to_the_step_after_it() -> None:
    async with sit("sukket") as break_:
        await to_a_choice(break_)
        await break_.press(digit("sukket", lambda choice: choice.script))
        led_to = (break_.line("title"), break_.left)
        await break_.wait(120)

        assert led_to == ("Count things in the room", "2:00")
        assert break_.line("title") == "The sigh"
        assert break_.thought == next_step("sukket", first("sukket", Kind.CHOOSE)).words


async def test_an_option_at_the_very_end_leads_into_another_break_and_then_out() -> None:
    async with sit("godta-merk-navn", at_home=True) as break_:
        await to_a_choice(break_)
        await break_.press(digit("godta-merk-navn", lambda choice: choice.script))
        led_to = break_.line("title")
        await break_.wait(120)

        assert led_to == "Count things in the room"
        assert isinstance(break_.app.screen, HomeScreen)


async def test_an_option_ends_it() -> None:
    async with sit("godta-merk-navn") as break_:
        await to_a_choice(break_)
        await break_.press(digit("godta-merk-navn", lambda choice: choice.then == "end"))

        assert break_.is_over


async def test_an_option_shows_the_help_page_and_the_break_waits_behind_it() -> None:
    async with sit("rammen") as break_:
        await break_.press(digit("rammen", lambda choice: choice.then == "help"))
        shown = break_.app.screen
        await break_.press("q")

        assert isinstance(shown, HelpScreen)
        assert break_.thought == next_step("rammen", first("rammen", Kind.CHOOSE)).words
        assert break_.hint == "the break has waited – space goes on, q stops"


async def test_an_option_in_the_last_step_shows_the_help_page_and_then_the_shell() -> None:
    async with sit("godta-merk-navn") as break_:
        await to_a_choice(break_)
        await break_.press(digit("godta-merk-navn", lambda choice: choice.then == "help"))
        shown, left_for_the_shell = break_.app.screen, break_.is_over
        await break_.press("q")

        assert isinstance(shown, HelpScreen)
        assert (left_for_the_shell, break_.is_over) == (False, True)


async def test_an_option_in_the_last_step_shows_the_help_page_and_then_home() -> None:
    async with sit("godta-merk-navn", at_home=True) as break_:
        await to_a_choice(break_)
        await break_.press(digit("godta-merk-navn", lambda choice: choice.then == "help"))
        shown = break_.app.screen
        await break_.press("q")

        assert isinstance(shown, HelpScreen)
        assert isinstance(break_.app.screen, HomeScreen)


# The cycle of caring


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_phase_that_is_spoken_of_is_the_one_that_is_marked(size: tuple[int, int]) -> None:
    marked = []
    async with sit("syklusen", size=size) as break_:
        for _ in range(6):
            marked.append([phase for phase in PHASES if f"● {phase}" in "\n".join(on_screen(break_.app))])
            assert all(f"○ {phase}" in "\n".join(on_screen(break_.app)) for phase in PHASES if phase not in marked[-1])
            await break_.press("n")

    assert marked == [[], *([phase] for phase in PHASES), []]


async def test_a_small_screen_shows_the_marked_phase_alone() -> None:
    async with sit("syklusen", size=(40, 12)) as break_:
        await break_.press("n", "n", "n")

        shown = "\n".join(on_screen(break_.app))
        assert [phase for phase in PHASES if phase in shown] == ["felt separation"]
        assert "● felt separation" in shown


async def test_a_large_screen_shows_which_breaks_belong_to_a_phase() -> None:
    async with sit("syklusen", size=(120, 40)) as break_:
        shown = "\n".join(on_screen(break_.app))

        assert all(title in shown for title in ("Into the day", "Out of the day", "The inner room"))
        assert "╭────────▸────────╮" in shown


async def test_the_cycle_is_in_norwegian_with_a_word_on_whose_names_they_are() -> None:
    i18n.use(Language.NB)
    async with sit("syklusen", size=(120, 40)) as break_:
        await break_.press("n")

        shown = "\n".join(on_screen(break_.app))
        assert "● empatisk tilknytning" in shown
        assert "navnene på fasene er vår egen oversettelse" in shown


async def test_the_cycle_stands_in_the_place_of_the_room_and_only_where_it_is_spoken_of() -> None:
    async with sit("det-motsatte", size=(120, 40)) as break_:
        pictures = [pictures_shown(break_.app)]
        await break_.until(lambda: break_.app.screen.query_one(Cycle).display)
        pictures.append(pictures_shown(break_.app))
        await break_.until(lambda: not break_.app.screen.query_one(Cycle).display)
        pictures.append(pictures_shown(break_.app))

    assert pictures == [["Room"], ["Cycle"], ["Room"]]


async def test_a_break_that_does_not_speak_of_the_cycle_has_none() -> None:
    async with sit("tell-ting", size=(120, 40)) as break_:
        assert not break_.app.screen.query(Cycle)


# Too much, wherever one is


async def counting(break_: Sat) -> None:
    await break_.press("n", "space")


async def sensing(break_: Sat) -> None:
    await break_.press("n", "s")


async def asked(break_: Sat) -> None:
    await to_a_question(break_)


async def has_written(break_: Sat) -> None:
    await to_a_question(break_)
    await break_.press("enter", *"rest", "enter")


async def has_left_the_line(break_: Sat) -> None:
    await to_a_question(break_)
    await break_.press("enter", *"rest", "escape")


async def choosing(break_: Sat) -> None:
    await to_a_choice(break_)


async def replied(break_: Sat) -> None:
    await break_.press("1")


async def led_elsewhere(break_: Sat) -> None:
    await to_a_choice(break_)
    await break_.press(digit("refleksjonstid", lambda choice: choice.script))


async def paused(break_: Sat) -> None:
    await break_.press("p")
    await break_.wait(10)


PLACES = {
    "tell-ting": counting,
    "fem-sanser": sensing,
    "tabben": asked,
    "tre-sider": has_written,
    "langt-yrkesliv": has_left_the_line,
    "godta-merk-navn": choosing,
    "var-det-pause": replied,
    "refleksjonstid": led_elsewhere,
    "syklusen": has_written,
    "ut-av-dagen": paused,
}


@pytest.mark.parametrize("script", PLACES)
async def test_too_much_leads_to_looking_around_at_once(script: str) -> None:
    async with sit(script) as break_:
        await PLACES[script](break_)
        await break_.press("m")

        assert (break_.thought, break_.left, break_.options) == (timeline(TOO_MUCH).cues[0].words, "1:00", [])


@pytest.mark.slow
@pytest.mark.parametrize("script", ["godta-merk-navn", "refleksjonstid", "tre-sider"])
async def test_after_too_much_comes_the_help_page_and_not_the_break_that_was_left(script: str) -> None:
    async with sit(script, at_home=True) as break_:
        await PLACES[script](break_)
        await break_.press("m")
        await break_.wait(60)
        shown = break_.app.screen
        await break_.press("q")

        assert isinstance(shown, HelpScreen)
        assert isinstance(break_.app.screen, HomeScreen)


async def test_too_much_takes_the_cycle_away() -> None:
    async with sit("syklusen", size=(120, 40)) as break_:
        await break_.press("n", "m")

        assert pictures_shown(break_.app) == ["Room"]
