from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.settings import Settings, Sound, Theme, load, remember, remember_soon

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_chosen_is_silent() -> None:
    assert load() == (Settings(), None)
    assert Settings().sound is Sound.SILENT


def test_what_is_remembered_is_there_the_next_time() -> None:
    assert remember({"sound": "bell"})

    chosen, trouble = load()

    assert (chosen.sound, trouble) == (Sound.BELL, None)


def test_comments_and_unknown_keys_are_kept() -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text('# mine\nlater = "something"\nsound = "voice" # for now\n', "utf-8")

    remember({"sound": "silent"})

    assert file.read_text("utf-8") == '# mine\nlater = "something"\nsound = "silent" # for now\n'
    assert not list(file.parent.glob("*toml?*"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('sound = "loud"\n', "the value of “sound” is not one that can be used"),
        ("rate = 9\n", "the value of “rate” is not one that can be used"),
        ("= 1\n", "not valid TOML"),
        ("\x00", "not valid TOML"),
    ],
)
def test_a_broken_file_is_told_of_and_left_alone(text: str, what: str) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")

    chosen, trouble = load()

    assert chosen == Settings()
    assert trouble == f"{file}: {what}; going on without the settings"
    assert file.read_text("utf-8") == text


def test_a_file_that_is_not_toml_is_not_written_over() -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text("= 1\n", "utf-8")

    assert not remember({"sound": "bell"})
    assert file.read_text("utf-8") == "= 1\n"


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()

    assert not remember({"sound": "bell"}, tmp_path / "a file" / "settings.toml")


def test_the_sounds_go_round() -> None:
    assert [sound.next for sound in Sound] == [Sound.BELL, Sound.VOICE, Sound.SILENT]


def test_changes_made_at_once_are_all_kept_and_the_last_one_counts() -> None:
    for sound in ("bell", "voice", "silent") * 5:
        remember_soon({"sound": sound})
        remember_soon({"theme": "light"})
    for thread in threading.enumerate():
        if thread.name == "settings":
            thread.join(10)

    chosen, _trouble = load()
    assert (chosen.sound, chosen.theme) == (Sound.SILENT, Theme.LIGHT)


def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    link.symlink_to(real)

    assert remember({"sound": "bell"}, link)
    assert link.is_symlink()
    assert real.read_text("utf-8") == 'sound = "bell"\n'
