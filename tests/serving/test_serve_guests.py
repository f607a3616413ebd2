"""Who comes from elsewhere is a guest: nothing of the user's is shown or changed, and nothing of theirs stays."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import answers, paths, settings
from assistant.serving.guests import Guests
from assistant.settings import Settings, Theme
from assistant.settings.described import FOR_GUESTS
from tests.serving.served import Served, Tab

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

OWN = """
id = "min-egen"
occasion = "between"
title = { nb = "Min egen", en = "My very own" }
about = { nb = "Om.", en = "About." }
lengths = { least = 20, usual = 60, most = 600 }
evidence = { level = "deck", note = { nb = "Erfaring.", en = "Experience." } }

[[steps]]
do = "ask"
seconds = 30
text = { nb = "Hva ser du?", en = "What do you see?" }
"""


def tree(folder: Path) -> dict[str, bytes]:
    """All files below, and what stands in them."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}


@pytest.fixture
def owner(own_home: Path) -> Path:
    """Somebody with breaks, answers and settings of their own."""
    paths.own_scripts().mkdir(parents=True)
    (paths.own_scripts() / "min.toml").write_text(OWN, "utf-8")
    answers.keep("Title", "What was it?", "a secret word", dt.datetime.now().astimezone())
    settings.change({"record": True, "sound": "voice", "theme": "light", "calendars": ["/secret.ics"]})
    return own_home


def test_what_is_open_to_others_says_so(served_to_guests: Served) -> None:
    assert len(served_to_guests.said) == 5
    assert "not encrypted" in served_to_guests.said[1]
    assert "Guests see your breaks and packs, but nothing else of yours." in served_to_guests.said[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """For the homes of guests."""
    folder = tmp_path / "guests"
    folder.mkdir()
    return folder


def test_guests_find_the_breaks_and_packs_that_the_shelf_reads_and_nothing_else(owner: Path, folder: Path) -> None:
    scripts, packs = paths.own_scripts(), paths.packs()
    elsewhere = owner / "elsewhere"
    for place in (elsewhere, scripts / "deeper", scripts / ".git", packs / "vinter" / "breaks"):
        place.mkdir(parents=True)
    read = [scripts / "deeper" / "b.toml", packs / "vinter" / "pack.toml", packs / "vinter" / "breaks" / "c.toml"]
    unread = [scripts / "notes.md", scripts / ".git" / "a.toml", packs / "vinter" / "LICENSE", elsewhere / "x.toml"]
    for file in (*read, *unread):
        file.write_text(OWN, "utf-8")
    (scripts / "long.toml").write_text("#" * 100_001, "utf-8")
    (scripts / "link.toml").symlink_to(elsewhere / "x.toml")
    (scripts / "linked").symlink_to(elsewhere)
    (packs / "linked").symlink_to(elsewhere)

    home = Guests(folder, Settings()).arrive()

    lent = {str(path.relative_to(home.folder / "data")) for path in (home.folder / "data").rglob("*") if path.is_file()}
    assert lent == {
        "scripts/min.toml", "scripts/deeper/b.toml", "packs/vinter/pack.toml", "packs/vinter/breaks/c.toml"
    }  # fmt: skip


def test_guests_find_the_look_of_the_users_settings_and_nothing_else_of_them(owner: Path, folder: Path) -> None:
    chosen = Settings(
        theme=Theme.LIGHT, motion=False, quiet_hours="17:00-08:00", calendars=("/secret.ics",), voice_nb="kari"
    )

    home = Guests(folder, chosen).arrive()

    found, trouble = settings.load(home.folder / "config" / "settings.toml")
    assert trouble is None
    differs = {key for key, value in settings.in_file(found).items() if value != settings.in_file(Settings())[key]}
    assert differs == {"language", "theme", "motion"}
    assert {setting.key for setting in FOR_GUESTS} == {"language", "theme", "motion", "time-left", "country"}


def test_a_home_that_cannot_be_made_whole_is_removed(owner: Path, folder: Path) -> None:
    guests = Guests(folder, Settings())
    (folder / "lent").rename(folder / "gone")

    with pytest.raises(OSError, match="lent"):
        guests.arrive()

    assert [path.name for path in folder.iterdir()] == ["gone"]


@pytest.mark.browser
def test_a_guest_for_whom_there_is_no_room_is_told(
    served_to_guests: Served, temporary: Path, tab: Callable[..., Tab]
) -> None:
    (kept,) = temporary.iterdir()
    kept.rename(temporary / "gone")

    visitor = tab(served_to_guests.address)

    visitor.wait_until(visitor.page.locator("#failed").is_visible, "the line that says so")
    assert visitor.page.locator("main").inner_text().splitlines()[-1] == "Open it again"


@pytest.mark.browser
def test_a_guest_changes_nothing_of_the_users(
    owner: Path, temporary: Path, served_to_guests: Served, tab: Callable[..., Tab]
) -> None:
    before = tree(owner)
    visitor = tab(served_to_guests.address)
    visitor.wait_for("What Mellomrom is", "You are a guest", "not encrypted")
    assert "mellomrom data" not in visitor.text()

    visitor.press(" ")
    visitor.wait_for("My very own", "start")
    visitor.press("?")
    visitor.wait_for("Keys", "write, where something is asked")
    assert "keep what you wrote" not in visitor.text()
    assert "silent, bell, voice" not in visitor.text()
    visitor.press("q")
    visitor.wait_for("start")
    visitor.press("t")  # is remembered
    visitor.press("d")
    visitor.wait_for("No conversation is known today.")
    visitor.press("q")
    visitor.wait_for("start")
    visitor.press("End", " ")
    visitor.wait_for("What do you see?")
    visitor.press("Enter")
    visitor.wait_for("the clock waits while you write")
    visitor.press(*"a word", "Enter")
    visitor.wait_until(lambda: "the clock waits" not in visitor.text(), "the answer taken")
    assert "keep" not in visitor.text()
    visitor.press("k", "q")
    visitor.wait_for("start")

    homes = list(temporary.glob("mellomrom-*/*/config"))
    assert len(homes) == 1
    written = homes[0] / "settings.toml"
    visitor.wait_until(lambda: 'theme = "dark"' in written.read_text("utf-8"), "the light that was chosen")
    assert "secret" not in written.read_text("utf-8")
    assert stat.S_IMODE(homes[0].parents[1].stat().st_mode) == 0o700
    assert not list(temporary.rglob("answers.md"))
    assert served_to_guests.ends() == (0, "")
    assert list(temporary.iterdir()) == []
    assert tree(owner) == before


@pytest.mark.browser
def test_a_guest_finds_no_setting_of_sound_files_or_desktop(served_to_guests: Served, tab: Callable[..., Tab]) -> None:
    visitor = tab(served_to_guests.address)
    visitor.wait_for("What Mellomrom is")
    visitor.press(" ")
    visitor.wait_for("start")
    assert "sound" not in visitor.text()

    visitor.press("s")

    visitor.wait_for("Settings", "Language")
    shown = visitor.text()
    for named in ("Sound", "voice", "Calendar", "record", "Notification", "device"):
        assert named.lower() not in shown.lower()


@pytest.mark.browser
def test_guests_see_nothing_of_each_other(served_to_guests: Served, tab: Callable[..., Tab], temporary: Path) -> None:
    one, other = tab(served_to_guests.address), tab(served_to_guests.address)
    for visitor in (one, other):
        visitor.wait_for("What Mellomrom is")
    assert len(list(temporary.glob("mellomrom-*/*/config"))) == 2

    one.page.close()

    other.wait_until(lambda: len(list(temporary.glob("mellomrom-*/*/config"))) == 1, "the end of one of two homes")
    other.press(" ")
    other.wait_for("start")
