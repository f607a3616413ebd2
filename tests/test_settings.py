from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant import paths
from assistant.help.answering import countries
from assistant.language import Language
from assistant.settings import (
    Settings,
    Sound,
    Theme,
    in_file,
    load,
    remember,
    remember_soon,
    with_value,
)
from assistant.settings.model import COUNTRIES
from assistant.settings.quiet import quiet_hours
from tests.conftest import wait_until_written

if TYPE_CHECKING:
    from pathlib import Path


def written(text: str) -> Path:
    """The file of the settings, with ``text`` in it."""
    file = paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


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


@pytest.mark.parametrize("text", ["= 1\n", "\x00", "a = 1\na = 2\n", "a = " + "[" * 3000])
def test_a_file_that_is_not_toml_is_told_of_and_left_alone(text: str) -> None:
    file = written(text)

    chosen, trouble = load()

    assert chosen == Settings()
    assert trouble == f"{file}: not valid TOML; going on without the settings"
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("text", "key", "right"),
    [
        ('sound = "loud"', "sound", '"silent", "bell" or "voice"'),
        ("sound = 3", "sound", '"silent", "bell" or "voice"'),
        ("rate = 9", "rate", "a number from 0.7 to 1.3"),
        ("volume = nan", "volume", "a number from 0 to 1"),
        ('record = "yes"', "record", "true or false"),
        ("spare = 601", "spare", "a number from 0 to 600"),
        ("conversation-least = 0", "conversation-least", "a number from 1 to 600"),
        (
            'country = "xx"',
            "country",
            '"all", "no" (Norway), "gb" (United Kingdom), "ie" (Ireland) or "us" (United States)',
        ),
        ('language = "de"', "language", '"nb" (norsk) or "en" (English), or leave the line out'),
        ('quiet-hours = "17-25"', "quiet-hours", 'a text in quotes, such as "17:00-08:00"'),
        ('calendars = "a.ics"', "calendars", 'texts in brackets, such as ["~/work.ics", "~/home.ics"]'),
        ("calendars = [1]", "calendars", 'texts in brackets, such as ["~/work.ics", "~/home.ics"]'),
    ],
)
def test_a_wrong_value_is_told_of_and_all_the_others_count(text: str, key: str, right: str) -> None:
    file = written(f'theme = "light"\n{text}\nmotion = false\n')

    chosen, trouble = load()

    assert chosen == Settings(theme=Theme.LIGHT, motion=False)
    assert trouble == f"{file}: the value of “{key}” is not one that can be used; write {right}"


def test_several_wrong_values_are_told_of_in_one_line() -> None:
    file = written('sound = 1\nrate = "x"\ntheme = "light"\nmotion = 2\nspare = -1\n')

    chosen, trouble = load()

    assert chosen == Settings(theme=Theme.LIGHT)
    assert trouble == (
        f"{file}: values that cannot be used: sound, rate, motion, spare; "
        "“mellomrom settings” and one of these names says what can"
    )


def test_a_wrong_value_is_put_right_and_the_others_stay() -> None:
    written('sound = "loud" # hm\nmotion = false\n')

    assert remember({"sound": "bell"})
    assert load() == (Settings(sound=Sound.BELL, motion=False), None)


def test_the_mark_that_some_editors_put_first_is_no_trouble() -> None:
    file = written("")
    file.write_bytes(b'\xef\xbb\xbfsound = "bell"\n')

    assert load() == (Settings(sound=Sound.BELL), None)


TOML = st.text(alphabet="abrsound-te=[]{}\"'#.,0123456789_\n \t\r\x00\\éæ", max_size=60)
KEYS = st.sampled_from([*in_file(Settings()), "mine", "a.b"])
VALUES = st.sampled_from(
    [
        '"silent"',
        '"x"',
        "1",
        "0.9",
        "true",
        "nan",
        "-inf",
        "[]",
        '["a"]',
        "[[1]]",
        "{}",
        "1979-05-27",
        "9" * 40,
        '"17-8"',
        '""',
    ]
)
FILES = st.lists(st.tuples(KEYS, VALUES), max_size=6).map(lambda lines: "".join(f"{k} = {v}\n" for k, v in lines))


@given(st.one_of(TOML, FILES))
@hypothesis_settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_settings_and_at_most_one_line(own_home: Path, text: str) -> None:
    file = own_home / "any.toml"
    file.write_bytes(text.encode())

    chosen, trouble = load(file)

    assert chosen == msgspec.convert(in_file(chosen) | {"language": chosen.language}, Settings)
    assert trouble is None or (trouble.startswith(str(file)) and trouble.isprintable())


@given(st.binary(max_size=40))
@hypothesis_settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_settings_and_at_most_one_line(own_home: Path, content: bytes) -> None:
    file = own_home / "any.toml"
    file.write_bytes(content)

    _chosen, trouble = load(file)

    assert trouble is None or trouble.isprintable()


def test_a_file_that_nobody_may_read_is_told_of() -> None:
    paths.settings_file().mkdir(parents=True)

    chosen, trouble = load()

    assert chosen == Settings()
    assert trouble == f"{paths.settings_file()}: the settings cannot be read; going on without them"


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
    wait_until_written()

    chosen, _trouble = load()
    assert (chosen.sound, chosen.theme) == (Sound.SILENT, Theme.LIGHT)


def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    link.symlink_to(real)

    assert remember({"sound": "bell"}, link)
    assert link.is_symlink()
    assert load(real) == (Settings(sound=Sound.BELL), None)


def test_what_cannot_be_written_soon_is_told_of() -> None:
    file = written("= 1\n")
    told: list[str] = []

    remember_soon({"sound": "bell"}, told.append)
    wait_until_written()

    assert told == [f"{file}: not valid TOML; put it right or remove it, then it can be written again"]


def test_settings_that_cannot_be_used_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="xx"):
        Settings(country="xx")
    with pytest.raises(ValueError, match="17"):
        Settings(quiet_hours="17")


def test_one_value_is_changed_as_the_file_has_it() -> None:
    assert with_value(Settings(), "calendars", ["a.ics"]) == Settings(calendars=("a.ics",))
    assert with_value(Settings(language=Language.NB), "language", None) == Settings()
    with pytest.raises(ValueError, match="spare"):
        with_value(Settings(), "spare", 601)


def test_quiet_hours_are_read_and_refused_in_one_line() -> None:
    assert quiet_hours("17:00-08:00") == (dt.time(17), dt.time(8))
    assert quiet_hours(" ") is None
    with pytest.raises(ValueError, match=r"^“17” is not from one time of the day to another; write 17:00-08:00$"):
        quiet_hours("17")


def test_the_countries_are_those_whose_numbers_are_known() -> None:
    assert tuple(country.code for country in countries()) == COUNTRIES
