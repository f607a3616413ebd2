"""The text of the settings file: what is said in it, and what stays when something is chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import tomli
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant import i18n, paths
from assistant.language import Language
from assistant.outfile import NotWritten
from assistant.settings import Settings, change, in_file, load, remember
from assistant.settings.described import BY_KEY, REMEMBERED, SETTINGS
from assistant.settings.edit import fresh, put

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.settings.described import Described
    from assistant.settings.model import Value

NEW = '\n# What is heard in a break. Write "silent", "bell" or "voice".\nsound = "bell"\n'


def live(text: str) -> list[str]:
    """The lines that are neither empty nor comments."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


# A new file


def test_every_setting_is_described_and_no_other() -> None:
    assert set(BY_KEY) == set(in_file(Settings()))
    assert len(BY_KEY) == len(SETTINGS) + len(REMEMBERED)


def test_in_a_new_file_nothing_is_chosen() -> None:
    assert tomli.loads(fresh()) == {}


def test_in_a_new_file_every_default_stands_behind_a_comment_sign() -> None:
    behind = "\n".join(re.findall(r"^# (\S+ = .*)$", fresh(), re.MULTILINE))

    assert tomli.loads(behind) == in_file(Settings()) | {"language": "nb"}


@pytest.mark.parametrize("setting", BY_KEY.values(), ids=lambda setting: setting.key)
def test_in_a_new_file_every_setting_has_a_comment_above_it(setting: Described) -> None:
    above = fresh().partition(f"\n# {setting.key} = ")[0].rpartition("\n\n")[2].replace("\n# ", " ")

    assert above.startswith(f"# {setting.explanation} Write ")
    assert above.endswith(".")


def test_what_is_remembered_stands_under_a_line_that_says_so() -> None:
    remembered = fresh().partition("# What Mellomrom remembers. These are no choices.\n")[2]

    assert re.findall(r"^# (\S+) = ", remembered, re.MULTILINE) == ["welcomed", "voice-heard"]


def test_its_lines_are_not_too_long_to_read() -> None:
    assert max(map(len, fresh().splitlines())) <= 100


def test_the_first_choice_writes_the_whole_file_with_one_live_line(own_home: Path) -> None:
    change({"sound": "bell"})

    text = paths.settings_file().read_text("utf-8")
    assert text == fresh().replace('# sound = "silent"', 'sound = "bell"')
    assert live(text) == ['sound = "bell"']


@pytest.mark.parametrize("empty", ["", "\n \n"])
def test_an_empty_file_is_a_new_one(empty: str) -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text(empty, "utf-8")

    change({"sound": "bell"})

    assert live(paths.settings_file().read_text("utf-8")) == ['sound = "bell"']


def test_a_new_file_is_in_the_language_of_the_user() -> None:
    i18n.use(Language.NB)

    assert '# sound = "silent"\n' in fresh()
    assert BY_KEY["sound"].explanation not in fresh()


# A file that somebody has written in


def test_a_value_is_changed_where_it_stands() -> None:
    assert put('sound = "voice" # for now\nmine = 1\n', "sound", "bell") == 'sound = "bell" # for now\nmine = 1\n'


def test_a_line_behind_a_comment_sign_is_taken_out_from_behind_it() -> None:
    assert put('#sound="silent" # at work\n', "sound", "bell") == 'sound="bell" # at work\n'


def test_words_that_only_look_like_a_line_are_left_alone() -> None:
    words = "# sound = what I want at home\n"

    assert put(words, "sound", "bell") == words + NEW


def test_a_line_inside_a_text_is_left_alone() -> None:
    text = 'mine = """\n# sound = "silent"\n"""\n'

    assert put(text, "sound", "bell") == text + NEW


def test_a_line_inside_a_table_is_left_alone() -> None:
    table = '[mine]\n# sound = "silent"\n'

    assert put(table, "sound", "bell") == NEW.lstrip() + "\n" + table


def test_a_key_that_is_new_to_a_file_gets_its_comment_above_it() -> None:
    assert put("motion = false\n", "sound", "bell") == "motion = false\n" + NEW


def test_a_key_that_is_new_to_a_file_stands_above_its_tables_and_what_is_said_of_them() -> None:
    text = 'motion = false\n\n# my own\n[mine]\na = [\n  ["b"],\n]\n'

    assert put(text, "sound", "bell") == text.replace("# my own", NEW.lstrip() + "\n# my own")


def test_a_key_that_we_do_not_know_is_written_as_well() -> None:
    assert put("a = 1\n", "later", "x") == 'a = 1\n\nlater = "x"\n'


def test_what_is_said_inside_a_list_stays() -> None:
    text = 'calendars = [ # mine\n  "a", # at work\n  "b", # at home\n]\n'

    assert put(text, "calendars", ["b", "c"]) == 'calendars = [ # mine\n  "b", # at home\n  "c",\n]\n'


def test_the_order_of_a_list_is_the_one_that_was_chosen() -> None:
    assert tomli.loads(put('calendars = ["a", "b"]\n', "calendars", ["b", "a"])) == {"calendars": ["b", "a"]}


def test_what_is_taken_back_stands_behind_a_comment_sign_again() -> None:
    chosen = put(fresh(), "sound", "bell")

    assert put(chosen, "sound", None) == fresh()


def test_what_is_taken_back_keeps_what_was_said_of_it() -> None:
    assert put('a = 1\nsound = "bell" # for now\n', "sound", None) == 'a = 1\n# sound = "silent" # for now\n'


def test_a_list_over_several_lines_is_taken_back_whole() -> None:
    assert put('calendars = [\n  "a",\n]\nb = 1\n', "calendars", None) == "# calendars = []\nb = 1\n"


def test_to_take_back_what_was_never_chosen_changes_nothing() -> None:
    assert put("a = 1\n", "sound", None) == "a = 1\n"


def test_lines_that_end_as_on_windows_do_so_again() -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_bytes(b'# mine\r\nsound = "bell"\r\n')

    change({"sound": "voice", "motion": False})

    content = file.read_bytes()
    assert content.startswith(b'# mine\r\nsound = "voice"\r\n\r\n# The sun')
    assert content.count(b"\n") == content.count(b"\r\n")


VALUES: st.SearchStrategy[tuple[str, Value]] = st.sampled_from(
    [
        ("sound", "bell"),
        ("sound", None),
        ("rate", 0.9),
        ("rate", None),
        ("motion", False),
        ("motion", True),
        ("calendars", ["~/a, b.ics", 'say "x"']),
        ("calendars", ["~/a.ics"]),
        ("calendars", None),
        ("conversation-word", "# = [x]"),
        ("language", "nb"),
        ("language", None),
        ("spare", 90),
    ]
)
LINES = st.sampled_from(
    [
        "# mine\n",
        "\n",
        '# sound = "silent"\n',
        "# sound = it depends\n",
        '"sound" = "voice"\n',
        "sound = 3 # wrong\n",
        "mine = nan # odd\n",
        'text = """\n[x]\n# motion = true\n"""\n',
        "calendars = [\n  # at work\n  'a',\n]\n",
        "rate = 1.1",
        "[table]\nsound = 1\n",
        "[[many]]\n# spare = 60\n",
        "[table.below]\n",
        "a.b = 1\n",
    ]
)


@given(st.lists(LINES, max_size=7, unique=True).map("".join), st.lists(VALUES, max_size=6))
@hypothesis_settings(max_examples=400, deadline=None)
def test_whatever_is_chosen_nothing_else_changes(text: str, changes: list[tuple[str, Value]]) -> None:
    try:
        data = tomli.loads(text)
    except ValueError:
        return
    for key, value in changes:
        text = put(text, key, value)
        data = {k: v for k, v in data.items() if k != key} | ({} if value is None else {key: value})

        assert {k: repr(v) for k, v in tomli.loads(text).items()} == {k: repr(v) for k, v in data.items()}


@given(st.lists(VALUES, max_size=8))
@hypothesis_settings(max_examples=50, deadline=None)
def test_whatever_is_chosen_in_a_new_file_its_comments_stay(changes: list[tuple[str, Value]]) -> None:
    text = fresh()
    for key, value in changes:
        text = put(text, key, value)

    def comments(lines: str) -> list[str]:
        return [line for line in lines.splitlines() if line.startswith("#") and not re.match(r"# [a-z-]+ = ", line)]

    assert comments(text) == comments(fresh())


# Where it cannot be written


def test_a_file_that_is_not_toml_is_left_alone_and_told_of() -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text("= 1\n", "utf-8")

    with pytest.raises(NotWritten) as refused:
        change({"sound": "bell"})

    assert str(refused.value) == f"{file}: not valid TOML; put it right or remove it, then it can be written again"
    assert file.read_text("utf-8") == "= 1\n"


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()

    with pytest.raises(NotWritten, match="the file cannot be written; see whether you may write in that folder"):
        change({"sound": "bell"}, tmp_path / "a file" / "settings.toml")


def test_where_it_cannot_be_written_nothing_is_left_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    change({"sound": "bell"})
    before = paths.settings_file().read_text("utf-8")
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "no room")))

    assert not remember({"sound": "voice"})
    assert [file.name for file in paths.settings_file().parent.iterdir()] == ["settings.toml"]
    assert paths.settings_file().read_text("utf-8") == before


def test_a_value_that_cannot_be_used_is_put_right_by_a_choice() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text("sound = 3 # hm\n", "utf-8")

    change({"sound": "bell"})

    assert paths.settings_file().read_text("utf-8") == 'sound = "bell" # hm\n'
    assert load()[1] is None
