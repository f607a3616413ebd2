"""Who comes from elsewhere is a guest: nothing of the user's is shown or changed, and nothing of theirs stays."""

from __future__ import annotations

import datetime as dt
import re
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import answers, paths, settings
from tests.serving.served import SOCKET, Served, Tab

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


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder in which nothing else comes and goes."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def owner(own_home: Path) -> Path:
    """Somebody with breaks, answers and settings of their own."""
    paths.own_scripts().mkdir(parents=True)
    (paths.own_scripts() / "min.toml").write_text(OWN, "utf-8")
    answers.keep("Title", "What was it?", "a secret word", dt.datetime.now().astimezone())
    settings.change({"record": True, "sound": "voice", "theme": "light", "calendars": ["/secret.ics"]})
    return own_home


def test_what_is_open_to_others_says_so_and_has_a_token(served_to_guests: Served) -> None:
    assert len(served_to_guests.said) == 5
    assert "not encrypted" in served_to_guests.said[1]
    assert re.fullmatch(r"/[\w-]{40,}/", served_to_guests.path)


def test_without_the_token_nothing_is_to_be_had(served_to_guests: Served) -> None:
    ours = {**SOCKET, "Origin": f"http://127.0.0.1:{served_to_guests.port}"}
    whole = served_to_guests.path

    for path in (
        "/",
        "/ws",
        "/x/",
        "/x/ws",
        whole[:-2],
        whole[:-2] + "x/",
        "//",
        "/static",
        "/%C3%A6/",
    ):
        status, line = served_to_guests.ask(path, ours)
        assert (status, line) == (403, "This address is not whole. Ask for the whole one.\n"), path

    assert served_to_guests.ask(whole)[0] == 200
    assert served_to_guests.ask(f"{whole}ws", {**ours, "Origin": "http://elsewhere.example"})[0] == 403
    assert served_to_guests.apps() == []


@pytest.mark.browser
def test_a_guest_changes_nothing_of_the_users(
    owner: Path, temporary: Path, served_to_guests: Served, tab: Callable[..., Tab]
) -> None:
    before = tree(owner)
    visitor = tab(served_to_guests.address)
    visitor.wait_for("What Mellomrom is")

    visitor.press(" ")
    visitor.wait_for("My very own", "start")
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
