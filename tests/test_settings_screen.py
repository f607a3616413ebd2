"""All settings on the full screen: how they are shown, changed, written and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant import i18n, paths, settings
from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.settings import Settings, Sound, Theme
from assistant.settings.described import SETTINGS
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.tui.app import Mellomrom
from assistant.tui.screens.help_screen import HelpScreen
from assistant.tui.screens.home_screen import HomeScreen
from assistant.tui.screens.settings_screen import SettingsScreen
from assistant.tui.widgets.choices import Choices
from assistant.tui.widgets.words import Line
from tests.conftest import wait_until_written

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SIZES = [(40, 12), (80, 24), (120, 40)]
KEYS = [setting.key for setting in SETTINGS]
NAMES = {" ": "space", "-": "minus", ":": "colon", ".": "full_stop", "/": "slash", ",": "comma", "?": "question_mark"}


def app_of(*, at_home: bool = False, sound: Accompaniment | None = None) -> Mellomrom:
    """The app with what the file says: on this screen as the shell opens it, with nothing below it, or at home."""
    chosen, _trouble = settings.load()
    app = Mellomrom(whole_shelf(), settings.with_value(chosen, "welcomed", value=True), sound, clock=ManualClock())
    if not at_home:
        app.get_default_screen = SettingsScreen  # type: ignore[method-assign]
    return app


def on_screen(app: Mellomrom) -> list[str]:
    """What stands on the screen, row by row."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def line(app: Mellomrom, name: str) -> str:
    return app.screen.query_one(f"#{name}", Line).shown


def row(app: Mellomrom) -> str:
    """The chosen line, as it stands on the screen."""
    return next(" ".join(row.split()[1:]) for row in on_screen(app) if row.lstrip().startswith("› "))


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def go_to(app: Mellomrom, pilot: Pilot[None], key: str) -> None:
    """Go to one setting."""
    await pilot.pause()
    app.screen.query_one(Choices).chosen = KEYS.index(key)
    await pilot.pause()


async def write(pilot: Pilot[None], text: str) -> None:
    """Write ``text`` in the place of what stands there."""
    await press(pilot, "enter", "ctrl+u", *(NAMES.get(letter, letter) for letter in text), "enter")


def written() -> Settings:
    """What stands in the file when all that is under way has been written."""
    wait_until_written()
    chosen, trouble = settings.load()
    assert trouble is None
    return chosen


# How they are shown


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("theme", Theme)
async def test_every_setting_is_whole_on_every_screen(size: tuple[int, int], language: Language, theme: Theme) -> None:
    settings.remember({"theme": theme.value, "language": language.value})
    i18n.use(language)
    app = app_of()
    async with app.run_test(size=size) as pilot:
        for setting in SETTINGS:
            await go_to(app, pilot, setting.key)
            rows = on_screen(app)
            value = setting.kind.shown(settings.in_file(app.chosen)[setting.key])

            assert row(app) == f"{i18n._(setting.label)} {value}"
            assert i18n._(setting.explanation) in " ".join(" ".join(rows).split())
            assert rows[-1].startswith("  ")
            assert i18n._("back") in rows[-1]


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
async def test_no_word_of_an_explanation_stands_alone_on_a_row(language: Language) -> None:
    settings.remember({"language": language.value})
    i18n.use(language)
    app = app_of()
    alone = []
    async with app.run_test(size=(40, 12)) as pilot:
        for setting in SETTINGS:
            await go_to(app, pilot, setting.key)
            lines = str(app.screen.query_one("#explanation", Line).content).splitlines()
            alone += [line for line in lines if len(lines) > 1 and len(line.split()) == 1]

    assert alone == []


async def test_the_chosen_line_is_seen_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert row(app) == "Language the system's"
        assert len([r for r in on_screen(app) if "› " in r]) == 1
        assert app.no_color


async def test_a_path_that_is_too_long_shows_its_end(tmp_path: Path) -> None:
    settings.remember({"calendars": [str(tmp_path / "a long name of a folder" / "work.ics")]})
    app = app_of()
    async with app.run_test(size=(40, 12)) as pilot:
        await go_to(app, pilot, "calendars")

        assert row(app).startswith("Calendars …")
        assert row(app).endswith("/work.ics")


async def test_a_value_in_the_file_that_cannot_be_used_is_told_of() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text('sound = "loud"\nmotion = false\n', "utf-8")
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert line(app, "trouble").endswith('is not one that can be used; write "silent", "bell" or "voice"')


# How they are changed


@pytest.mark.parametrize(
    ("key", "keys", "value"),
    [
        ("sound", "right", "bell"),
        ("sound", "space", "bell"),
        ("sound", "enter", "bell"),
        ("sound", "left", "voice"),
        ("sound", "right right right", "silent"),
        ("breath-tone", "space", True),
        ("motion", "left", False),
        ("rate", "right", 1.1),
        ("rate", "left left left left", 0.7),
        ("volume", "right right right", 1.0),
        ("conversation-least", "right", 15),
        ("conversation-least", "left left left", 1),
        ("spare", "left", 50),
        ("country", "right", "no"),
        ("language", "left", "en"),
    ],
)
async def test_a_key_changes_the_chosen_one_and_it_is_written_at_once(key: str, keys: str, value: object) -> None:
    app = app_of()
    async with app.run_test() as pilot:
        await go_to(app, pilot, key)
        await press(pilot, *keys.split())

        assert settings.in_file(written())[key] == value
        assert settings.in_file(app.chosen)[key] == value


async def test_what_is_changed_in_steps_at_its_end_is_not_written() -> None:
    settings.remember({"volume": 1.0})
    before = paths.settings_file().stat()
    app = app_of()
    async with app.run_test() as pilot:
        await go_to(app, pilot, "volume")
        await press(pilot, "right")
        wait_until_written()

    assert paths.settings_file().stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("quiet-hours", "17:00-08:00", "17:00-08:00"),
        ("quiet-hours", "", ""),
        ("conversation-word", "samtale", "samtale"),
        ("conversation-categories", "a, b", ["a", "b"]),
        ("rate", "0,9", 0.9),
        ("spare", "1m30s", 90),
        ("conversation-least", "45", 45),
    ],
)
async def test_what_is_written_counts_after_enter(key: str, text: str, value: object) -> None:
    app = app_of()
    async with app.run_test() as pilot:
        await go_to(app, pilot, key)
        await write(pilot, text)

        assert settings.in_file(written())[key] == value
        assert not app.screen.query("ValueInput")


async def test_letters_that_are_keys_are_letters_while_one_writes() -> None:
    app = app_of()
    async with app.run_test() as pilot:
        await go_to(app, pilot, "conversation-word")
        await write(pilot, "q? hl")

        assert written().conversation_word == "q? hl"


@pytest.mark.parametrize("size", SIZES)
async def test_a_wrong_value_is_refused_in_one_line_and_nothing_is_written(size: tuple[int, int]) -> None:
    app = app_of()
    async with app.run_test(size=size) as pilot:
        await go_to(app, pilot, "quiet-hours")
        await write(pilot, "17-25")
        refused = "“17-25” is not from one time of the day to another; write 17:00-08:00"

        assert refused in " ".join(" ".join(on_screen(app)).split())
        assert written() == Settings()
        assert app.screen.query("ValueInput")


async def test_escape_while_one_writes_leaves_it_as_it_was() -> None:
    app = app_of()
    async with app.run_test() as pilot:
        await go_to(app, pilot, "quiet-hours")
        await press(pilot, "enter", "9", "escape")

        assert not app.screen.query("ValueInput")
        assert isinstance(app.screen, SettingsScreen)
        assert written() == Settings()


async def test_a_calendar_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_of()
    async with app.run_test() as pilot:
        await go_to(app, pilot, "calendars")
        await write(pilot, "a.ics")
        refused = line(app, "trouble")
        (tmp_path / "a.ics").touch()
        await press(pilot, "enter")

        assert refused == "“a.ics”: there is no such file"
        assert written().calendars == (str(tmp_path / "a.ics"),)


async def test_a_click_on_another_line_ends_the_writing() -> None:
    app = app_of()
    async with app.run_test() as pilot:
        await go_to(app, pilot, "spare")
        await press(pilot, "enter", "9")
        await pilot.click(Choices, offset=(4, 0))
        await pilot.pause()

        assert not app.screen.query("ValueInput")
        assert written() == Settings()


async def test_where_it_cannot_be_written_one_line_says_so_and_it_counts_until_one_leaves() -> None:
    paths.settings_file().parent.parent.mkdir(parents=True)
    paths.settings_file().parent.write_text("a file where the folder ought to be", "utf-8")
    app = app_of()
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(app, pilot, "sound")
        await press(pilot, "right")
        while not line(app, "trouble"):
            await pilot.pause(0.01)

        assert line(app, "trouble").endswith("the file cannot be written; see whether you may write in that folder")
        assert row(app) == "Sound bell"
        assert app.chosen.sound is Sound.BELL


# What they do at once


async def test_the_light_the_motion_and_the_time_left_change_at_once() -> None:
    app = app_of()
    async with app.run_test() as pilot:
        for key in ("theme", "motion", "time-left"):
            await go_to(app, pilot, key)
            await press(pilot, "right")

        assert app.theme == "light"
        assert not app.moving
        assert not app.chosen.time_left


async def test_the_language_changes_at_once_and_back_to_that_of_the_system() -> None:
    app = app_of()
    async with app.run_test() as pilot:
        await press(pilot, "right")
        norwegian = (i18n.language(), line(app, "heading"))
        await press(pilot, "left")

        assert norwegian == (Language.NB, "Innstillinger")
        assert (i18n.language(), line(app, "heading")) == (Language.EN, "Settings")
        assert written().language is None


async def test_the_sound_changes_at_once() -> None:
    sound = Accompaniment(Settings(voice_heard=True), Language.EN, Sound.SILENT)
    app = app_of(sound=sound)
    async with app.run_test() as pilot:
        await go_to(app, pilot, "sound")
        await press(pilot, "right")

        assert sound.mode is Sound.BELL


async def test_a_sound_that_was_asked_for_on_the_command_line_stays_when_something_else_is_chosen() -> None:
    sound = Accompaniment(Settings(voice_heard=True), Language.EN, Sound.BELL)
    app = app_of(sound=sound)
    async with app.run_test() as pilot:
        await go_to(app, pilot, "motion")
        await press(pilot, "right")

        assert sound.mode is Sound.BELL


async def test_what_another_screen_has_changed_is_shown() -> None:
    app = app_of(at_home=True)
    async with app.run_test() as pilot:
        await press(pilot, "t")
        app.push_screen(SettingsScreen())
        await go_to(app, pilot, "theme")
        light = row(app)
        await press(pilot, "question_mark", "c", "q")
        await go_to(app, pilot, "country")

        assert (light, row(app)) == ("Screen light", "Numbers to call Norway")


# The way out


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c"])
async def test_it_leads_back_to_where_it_was_opened(key: str) -> None:
    app = app_of(at_home=True)
    async with app.run_test() as pilot:
        app.push_screen(SettingsScreen())
        await press(pilot)
        await press(pilot, key)

        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c"])
async def test_opened_from_the_shell_it_leads_back_to_the_shell(key: str) -> None:
    app = app_of()
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, key)

        assert app._exit


async def test_keys_that_come_before_it_is_there_do_no_harm() -> None:
    app = app_of(at_home=True)
    async with app.run_test() as pilot:
        app.push_screen(SettingsScreen())
        await pilot.press("right", "down", "enter", "escape", "q")
        await pilot.pause()

        assert isinstance(app.screen, HomeScreen | SettingsScreen)


async def test_help_is_there_and_leads_back() -> None:
    app = app_of(at_home=True)
    async with app.run_test() as pilot:
        app.push_screen(SettingsScreen())
        await press(pilot)
        await press(pilot, "question_mark")
        helped = isinstance(app.screen, HelpScreen)
        await press(pilot, "q")

        assert helped
        assert isinstance(app.screen, SettingsScreen)
