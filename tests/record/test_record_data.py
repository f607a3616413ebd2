"""``mellomrom data``: what is stored, all of it as JSON, and to remove it."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import answers, i18n, paths, settings
from assistant.cli.data_command import command
from assistant.cli.exits import InputWrong
from assistant.language import Language
from assistant.outfile import ASIDE, write_aside
from assistant.record.aside import all_aside, beside
from assistant.record.store import note
from assistant.stored.inventory import stored
from tests.pty_terminal import PATIENCE, Terminal

BEGAN = dt.datetime(2026, 11, 24, 9, 47, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
CHILD = (sys.executable, "-c", "from assistant.cli.data_command import command; command()")


def data(*arguments: str) -> None:
    command.main(list(arguments), standalone_mode=False)


@pytest.fixture
def everything() -> list[Path]:
    """All that we ever write is there; where."""
    settings.remember({"record": True})
    answers.keep("Inn i dagen", "Hva er nok i dag?", "Én ting av gangen.", BEGAN)
    for _ in range(2):
        note("rolig-pust", BEGAN, 120)
        paths.record().write_bytes(b"Damaged." * 1000)
    note("lunsj", BEGAN, 600)
    note("rolig-pust", BEGAN, 120)
    beside(paths.record())[0].write_bytes(b"")
    paths.today().write_text('{"day": "2026-11-24"}\n{"what": "over"}\nno JSON\n', "utf-8")
    paths.clips().mkdir(parents=True)
    for name in ("a.wav", "b.wav", "voice.json", "raw-00.wav", "a-00.part"):
        (paths.clips() / name).write_bytes(b"x" * 1000)
    added, recorded = paths.voices() / "natural", paths.voices() / "recorded" / "Anna"
    packs_left_over = [paths.packs() / name for name in (f".{'0b' * 8}", ".vinter.former")]
    for path in (
        *(added / f"no_NO-x-medium.{kind}" for kind in ("onnx.json", "MODEL_CARD", "onnx.part")),
        *(recorded / "nb" / "aaaaaaaa.wav", paths.voices() / ".aside-x" / "bbbbbbbb.wav.part"),
        *(
            paths.packs() / pack
            for pack in ("vinter/pack.toml", f".{'0b' * 8}/breaks/x.toml", ".vinter.former/pack.toml")
        ),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 1000)
    left_over = [folder / f".{'0a' * 8}" for folder in (paths.settings_file().parent, paths.record().parent)]
    for path in left_over:
        path.write_bytes(b"x" * 100)
    return [
        *(paths.settings_file(), paths.answers(), paths.record(), beside(paths.record())[0]),
        *(*all_aside(paths.record()), paths.today(), paths.clips()),
        *(added, recorded.parent, paths.packs(), *left_over, *packs_left_over),
    ]


@pytest.fixture
def own_break() -> Path:
    own = paths.own_scripts() / "mine" / "mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text('id = "mine"\n', "utf-8")
    return own


def everywhere(home: Path) -> set[Path]:
    return {path for path in home.rglob("*") if not path.is_dir()}


# What is stored


def test_where_nothing_is_stored_each_thing_is_named_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    data()

    lines = capsys.readouterr().out.splitlines()
    things = lines[:-1:2]
    assert len(things) == 9
    assert all("nothing stored, ~/" in line for line in things)
    assert things[0].split("  ")[0] == "settings"
    assert things[0].endswith("~/config/mellomrom/settings.toml")
    assert lines[-1] == "In all, without your own breaks: 0 bytes"


def test_every_byte_in_our_folders_is_listed(everything: list[Path], own_break: Path, own_home: Path) -> None:
    things = stored()

    assert {path for thing in things for path in thing.files} == everywhere(own_home)
    assert sum(thing.size for thing in things) == sum(path.stat().st_size for path in everywhere(own_home))


def test_each_thing_has_its_bytes_and_spoken_lines_are_one_line(
    everything: list[Path], own_break: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data()

    *both, whole = capsys.readouterr().out.splitlines()
    lines = both[::2]
    assert [line.split("  ")[0] for line in lines] == [
        *("settings", "answers", "record", "set aside", "set aside", "today", "spoken lines"),
        *("added voices", "recorded voices", "packs", *["left over"] * 4, "own breaks"),
    ]
    assert whole.startswith("In all, without your own breaks: ")
    assert "files: 5, 5 000 bytes" in lines[6]
    assert "files: 3, 3 000 bytes" in lines[7]
    assert "files: 2, 2 000 bytes" in lines[8]
    assert "files: 1, 1 000 bytes" in lines[9]
    assert "files: 1, 1 000 bytes" in lines[12]
    assert "files: 1, 12 bytes" in lines[14]
    assert "8 192 bytes" in lines[2]


def test_a_link_is_not_followed_and_a_folder_in_the_place_of_a_file_is_counted(tmp_path: Path) -> None:
    paths.answers().mkdir(parents=True)
    (paths.answers() / "mine").write_bytes(b"x" * 77)
    (tmp_path / "big").write_bytes(b"x" * 5000)
    paths.today().symlink_to(tmp_path / "big")

    sizes = {thing.where: thing.size for thing in stored()}

    assert sizes[paths.answers()] == 77
    assert sizes[paths.today()] < 1000


def test_what_the_voice_did_not_write_is_not_ours(own_home: Path) -> None:
    paths.clips().mkdir(parents=True)
    mine = paths.clips() / "mine.txt"
    mine.write_text("Mine.", "utf-8")
    (paths.clips() / "a.wav").write_bytes(b"x")

    data("erase", "--yes")

    assert everywhere(own_home) == {mine}


def test_an_unfinished_file_of_ours_is_known_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names: list[str] = []
    replace = Path.replace

    def watched(path: Path, target: Path) -> Path:
        names.append(path.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watched)

    write_aside(tmp_path / "x", b"x")

    assert [bool(ASIDE.fullmatch(name)) for name in names] == [True]


def test_a_former_pack_is_one_as_long_as_no_other_stands_in_its_place(tmp_path: Path) -> None:
    former, elsewhere = paths.packs() / ".vinter.former", tmp_path / "elsewhere"
    for path in (former / "pack.toml", elsewhere / "pack.toml"):
        path.parent.mkdir(parents=True)
        path.touch()
    (paths.packs() / ".link.former").symlink_to(elsewhere)

    def files(name: str) -> list[Path]:
        return [path for thing in stored() if thing.name == name for path in thing.files]

    assert files("packs") == [paths.packs() / ".link.former", former / "pack.toml"]
    for name in ("vinter", "link"):
        (paths.packs() / name).mkdir()
    assert files("left over") == [paths.packs() / ".link.former", former / "pack.toml"]
    data("erase", "--yes")
    assert list(elsewhere.iterdir()) == [elsewhere / "pack.toml"]


def test_where_the_packs_are_a_link_nothing_goes_that_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "mine" / "empty" / "inside").mkdir(parents=True)
    paths.packs().parent.mkdir(parents=True, exist_ok=True)
    paths.packs().symlink_to(tmp_path / "mine")
    answers.keep("Inn i dagen", "Hva er nok i dag?", "Én ting av gangen.", BEGAN)

    data("erase", "--yes")

    assert (tmp_path / "mine" / "empty" / "inside").is_dir()


# Export


@pytest.fixture
def anybody_may_read() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_all_of_it_is_written_as_json(everything: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    data("export")

    written = json.loads(capsys.readouterr().out)
    assert written == {
        "settings": {"record": True},
        "answers": "## 2026-11-24 09:47 Inn i dagen\n\nHva er nok i dag?\n\n> Én ting av gangen.\n\n",
        "record": [
            {"script": "lunsj", "began": "2026-11-24T09:47:30+01:00", "seconds": 600},
            {"script": "rolig-pust", "began": "2026-11-24T09:47:30+01:00", "seconds": 120},
        ],
        "set-aside": [str(path) for path in all_aside(paths.record())],
        "today": [{"day": "2026-11-24"}, {"what": "over"}, "no JSON"],
        "recorded-voices": [
            {"name": "Anna", "languages": ["nb"], "folder": str(paths.recordings() / "Anna")},
        ],
        "packs": [{"name": "vinter"}],
    }


def test_where_nothing_is_stored_the_json_is_empty_and_nothing_is_made(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data("export")

    assert json.loads(capsys.readouterr().out) == {
        "settings": None, "answers": "", "record": [], "set-aside": [], "today": None, "recorded-voices": [],
        "packs": [],
    }  # fmt: skip
    assert everywhere(own_home) == set()


@pytest.mark.usefixtures("anybody_may_read", "everything")
@pytest.mark.parametrize("was_there", [True, False])
def test_a_file_that_is_written_is_for_its_owner_only(
    was_there: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine.json"
    if was_there:
        target.write_text("before", "utf-8")

    data("export", "-o", str(target))
    data("export")

    said, _newline, same = capsys.readouterr().out.partition("\n")
    assert said == f"Written: {target}"
    assert target.read_text("utf-8") == same
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputWrong, match="this is a folder; name a file in it"):
        data("export", "-o", str(tmp_path))


def test_what_json_does_not_have_is_written_as_far_as_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text("a = nan\nb = 2026-11-24T10:00:00Z\nc = 1e999\n", "utf-8")

    data("export")

    written = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert written["settings"] == {"a": None, "b": "2026-11-24T10:00:00Z", "c": None}


@pytest.mark.parametrize("content", [b"this is [no TOML", b"a = 1\nb = \xff", b"a = " + b"[" * 5000])
def test_settings_that_are_no_toml_are_written_as_they_stand(
    content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_bytes(content)

    data("export")

    assert json.loads(capsys.readouterr().out)["settings"] == content.decode("utf-8", "replace")


def test_escapes_in_what_is_stored_do_not_get_out_of_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    paths.answers().parent.mkdir(parents=True)
    words = "> \x1b[2J\x9b2J\u202eMine.\U000e0041 ø\n"
    paths.answers().write_text(words, "utf-8")

    data("export")

    written = capsys.readouterr().out
    assert all(letter == "\n" or letter.isprintable() for letter in written)
    assert "ø" in written
    assert json.loads(written)["answers"] == words


def test_what_cannot_be_read_is_told_of_and_the_rest_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    paths.answers().mkdir(parents=True)
    paths.record().write_bytes(b"Damaged." * 1000)
    paths.today().write_text("{}\n", "utf-8")

    with pytest.raises(InputWrong, match="the record was damaged; it is set aside"):
        data("export")

    out, err = capsys.readouterr()
    written = json.loads(out)
    assert (written["answers"], written["record"], written["today"]) == (None, None, [{}])
    assert written["set-aside"] == [str(path) for path in all_aside(paths.record())] != []
    assert err.startswith(f"mellomrom: {paths.answers()}: cannot be read (")


# Erase


def test_to_erase_removes_everything_of_ours_and_says_so_path_by_path(
    everything: list[Path], own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data("erase", "--yes")

    counts = {paths.clips(): 5, paths.voices() / "natural": 3, paths.voices() / "recorded": 2, paths.packs(): 1}
    counts |= dict.fromkeys(everything[-2:], 1)
    assert capsys.readouterr().out.splitlines() == [
        f"Removed: {path}" + (f" (files: {counts[path]})" if path in counts else "") for path in everything
    ]
    assert list(own_home.rglob("*mellomrom*")) == []


def test_own_breaks_stay_and_it_is_said(
    everything: list[Path], own_break: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data("erase", "--yes")

    assert everywhere(own_home) == {own_break}
    assert capsys.readouterr().out.splitlines()[-1] == f"Your own breaks stay: {paths.own_scripts()}"


def test_where_nothing_is_stored_there_is_nothing_to_ask(own_break: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data("erase")

    assert capsys.readouterr().out == "Nothing is stored.\n"
    assert own_break.exists()


def test_where_nobody_can_be_asked_nothing_is_removed(everything: list[Path], own_home: Path) -> None:
    before = everywhere(own_home)

    with pytest.raises(InputWrong, match="nobody can be asked here; “mellomrom data erase --yes”"):
        data("erase")

    assert everywhere(own_home) == before


def test_what_cannot_be_removed_is_one_line_and_the_rest_is_removed(
    everything: list[Path], own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.answers().unlink()
    paths.answers().mkdir()
    mine = paths.answers() / "mine.txt"
    mine.write_text("Mine.", "utf-8")

    with pytest.raises(InputWrong) as refused:
        data("erase", "--yes")

    assert str(refused.value).startswith(f"{paths.answers()}: cannot be removed (")
    assert everywhere(own_home) == {mine}
    assert f"Removed: {paths.record()}" in capsys.readouterr().out


def test_an_empty_folder_in_the_place_of_a_file_goes_too(capsys: pytest.CaptureFixture[str]) -> None:
    paths.today().mkdir(parents=True)

    data("erase", "--yes")

    assert capsys.readouterr().out == f"Removed: {paths.today()}\n"
    assert not paths.today().exists()


def test_of_a_link_it_is_said_what_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = tmp_path / "answers.md"
    elsewhere.write_text("Mine.", "utf-8")
    paths.answers().parent.mkdir(parents=True)
    paths.answers().symlink_to(elsewhere)

    data("erase", "--yes")

    assert capsys.readouterr().out == f"Removed: {paths.answers()}, a link; what it led to stays: {elsewhere}\n"
    assert elsewhere.read_text("utf-8") == "Mine."


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("typed", "goes"), [("y\r", True), ("JA\r", True), ("\r", False), ("n\r", False), ("perhaps\r", False)]
)
def test_in_a_terminal_it_is_asked_once_and_nothing_but_yes_removes(
    typed: str, goes: bool, everything: list[Path]
) -> None:
    with Terminal("erase", command=CHILD, columns=200) as terminal:
        terminal.wait_for("Remove all of this? This cannot be undone. (y/N)")
        there_while_it_asks = paths.record().exists()
        terminal.type(typed)
        terminal.process.wait(PATIENCE)

    assert there_while_it_asks
    assert paths.record().exists() is not goes
    assert paths.answers().exists() is not goes


def test_it_speaks_norwegian(everything: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    i18n.use(Language.NB)

    data()
    data("erase", "--yes")

    shown = capsys.readouterr().out
    assert "innstillinger" in shown
    assert f"Fjernet: {paths.record()}" in shown
