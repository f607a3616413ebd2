"""A folder of recordings, taken in: the good ones all at once, the others with a line each, and nothing lost."""

from __future__ import annotations

import subprocess
import sys
import wave
from pathlib import Path

import click
import numpy as np
import pytest

from assistant import paths
from assistant.cli.exits import InputWrong
from assistant.cli.voices_import import import_command
from assistant.cli.voices_script import parts_to_read
from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.tasting import VOLUME_LINE
from assistant.voice.protocol import VoiceFailed
from assistant.voice.recorded import importing
from assistant.voice.recorded.lines import Line
from assistant.voice.recorded.voice import RecordedVoice
from tests.recorded.recordings import recording, room, save

FULL_DISK = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from assistant.cli.command_line import run
sys.exit(run(["voices", "import", sys.argv[1], "Anna", "--lang", "en"]))
"""


@pytest.fixture
def lines() -> list[Line]:
    """Some lines of some length, one of them the first of all."""
    shelf = whole_shelf()
    parts = parts_to_read([shelf.by_id["rolig-pust"]], Language.EN)
    return [line for part in parts for line in part.lines if line.room > 5_000 and len(line.text) > 15]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "takes"
    folder.mkdir()
    return folder


def take(folder: Path, *arguments: str, name: str = "Anna") -> list[str]:
    """Import ``folder``; what is wrong with it, line by line."""
    try:
        import_command.main([str(folder), name, *arguments], standalone_mode=False)
    except InputWrong as wrong:
        return [str(wrong)]
    return []


def anna(language: Language = Language.EN) -> RecordedVoice:
    return RecordedVoice("Anna", paths.voices() / "recorded" / "Anna" / language.value)


def test_what_was_recorded_is_said_and_nothing_else(folder: Path, lines: list[Line]) -> None:
    save(folder / f"{lines[0].file}.wav", recording(3))

    assert take(folder) == []

    clip = anna().render(lines[0].text)
    assert clip.length == pytest.approx(3_000, abs=300)
    with wave.open(str(clip.path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48_000, 1, 2)
    with pytest.raises(VoiceFailed):
        anna().render(lines[1].text)
    assert anna().find(lines[1].text) is None


def test_a_changed_word_is_another_line(folder: Path, lines: list[Line]) -> None:
    save(folder / f"{lines[0].file}.wav", recording(3))
    take(folder)

    assert anna().find(lines[0].text) is not None
    assert anna().find(lines[0].text.replace("e", "a", 1)) is None


@pytest.mark.parametrize("form", ["{code}", "{code} (2)", "take 3 {code}", "017_{code}_anna", "{CODE}"])
def test_a_file_is_known_by_the_code_of_its_line_however_else_it_is_called(
    form: str, folder: Path, lines: list[Line]
) -> None:
    save(folder / f"{form.format(code=lines[0].code, CODE=lines[0].code.upper())}.flac", recording(3))

    assert take(folder) == []
    assert anna().find(lines[0].text) is not None


def test_a_second_import_adds_to_the_first_and_replaces_a_line(folder: Path, lines: list[Line]) -> None:
    save(folder / f"{lines[0].file}.wav", recording(3))
    take(folder)
    (folder / f"{lines[0].file}.wav").unlink()
    save(folder / f"{lines[1].file}.wav", recording(2))
    take(folder, name="anna")
    save(folder / f"{lines[1].file}.wav", recording(4))
    take(folder)

    first, second = (anna().find(line.text) for line in lines[:2])
    assert first is not None
    assert second is not None
    assert second.length == pytest.approx(4_000, abs=300)
    assert [path.name for path in (paths.voices() / "recorded").iterdir()] == ["Anna"]


def test_each_language_is_on_its_own(folder: Path, lines: list[Line], capsys: pytest.CaptureFixture[str]) -> None:
    save(folder / f"{lines[0].file}.wav", recording(3))

    take(folder)

    assert anna(Language.NB).find(lines[0].text) is None
    assert "“mellomrom settings voice-en Anna”" in capsys.readouterr().out


def test_bad_files_are_told_of_one_by_one_and_the_others_are_taken(
    folder: Path, lines: list[Line], capsys: pytest.CaptureFixture[str]
) -> None:
    good, silent, long, rubbish, cut, twice, phone = lines[:7]
    save(folder / f"{good.file}.ogg", recording(3))
    save(folder / f"{silent.file}.wav", room(3))
    save(folder / f"{long.file}.wav", np.zeros(20 * 60 * 8_000, np.float32), rate=48_000)
    (folder / f"{rubbish.file}.mp3").write_bytes(b"no sound")
    whole = save(folder / f"{cut.file}.wav", recording(3)).read_bytes()
    (folder / f"{cut.file}.wav").write_bytes(whole[: len(whole) // 2])
    for suffix in (".wav", ".flac"):
        save(folder / f"{twice.file}{suffix}", recording(3))
    (folder / f"{phone.file}.m4a").write_bytes(b"\0\0\0 ftypM4A ")
    save(folder / "999-aaaaaaaa.wav", recording(3))

    last = take(folder)

    told = capsys.readouterr()
    assert "Taken in: 1\n" in told.out
    wrong = [line.removeprefix("mellomrom: ") for line in told.err.splitlines()] + last
    for line, what in {
        silent: "no voice is heard", long: "longer than 120 s", rubbish: "no sound file", cut: "cut short",
        phone: "save it as WAV",
    }.items():  # fmt: skip
        assert sum(one.startswith(line.file) and what in one for one in wrong) == 1
    assert sum("keep the better one" in one for one in wrong) == 1
    assert sum("999-aaaaaaaa.wav: there is no line with such a name now" in one for one in wrong) == 1
    assert len(wrong) == 7
    assert {path.stem for path in (paths.voices() / "recorded" / "Anna" / "en").iterdir()} == {good.code}


def test_what_a_computer_puts_into_any_folder_is_no_matter(folder: Path, lines: list[Line]) -> None:
    save(folder / f"{lines[0].file}.wav", recording(3))
    for name in (".DS_Store", f"._{lines[0].file}.wav", "Thumbs.db", "Anna-en.txt"):
        (folder / name).write_bytes(b"x")

    assert take(folder) == []


def test_where_nothing_was_taken_there_is_no_such_voice(folder: Path, lines: list[Line]) -> None:
    save(folder / f"{lines[0].file}.wav", room(3))

    assert take(folder)
    assert not list((paths.voices()).rglob("*.wav"))
    assert not (paths.voices() / "recorded" / "Anna").exists()


@pytest.mark.parametrize("kind", ["nothing", "a file", "an empty folder"])
def test_a_folder_without_recordings_is_one_line(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "x"
    if kind == "a file":
        place.write_text("x", "utf-8")
    elif kind == "an empty folder":
        place.mkdir()

    (line,) = take(place)
    assert line.startswith(str(place))


# Missing lines


def test_missing_lines_are_counted_and_ten_of_them_named(
    folder: Path, lines: list[Line], capsys: pytest.CaptureFixture[str]
) -> None:
    count = sum(len(part.lines) for part in parts_to_read(whole_shelf().scripts, Language.EN))
    save(folder / f"{lines[0].file}.wav", recording(3))

    take(folder)
    told = capsys.readouterr().out.splitlines()
    assert told[1] == f"Not recorded yet: {count - 1}. Another voice says them meanwhile."
    assert sum(line.startswith("  ") for line in told) == 11

    take(folder, "--missing")
    told = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("  ") for line in told) == count - 1
    assert not any(lines[0].code in line for line in told)


def test_where_all_is_there_that_is_what_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = parts_to_read(whole_shelf().scripts, Language.EN)
    target = paths.voices() / "recorded" / "Anna" / "en"
    target.mkdir(parents=True)
    save(folder / f"{parts[0].lines[0].file}.wav", recording(3))
    take(folder)
    clip = next(target.iterdir())
    for line in (line for part in parts for line in part.lines):
        (target / f"{line.code}.wav").write_bytes(clip.read_bytes())
    capsys.readouterr()

    take(folder)

    assert "Every line is there." in capsys.readouterr().out
    assert anna().find(VOLUME_LINE[Language.EN]) is not None


# Whatever happens


def test_an_import_that_finds_the_disk_full_loses_nothing(folder: Path, lines: list[Line]) -> None:
    save(folder / f"{lines[0].file}.wav", recording(1.0))
    take(folder)
    before = {path: path.read_bytes() for path in paths.voices().rglob("*.wav")}
    save(folder / f"{lines[1].file}.flac", recording(4))

    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(folder)], capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "there is no room for it on the disk" in done.stderr
    assert {path: path.read_bytes() for path in paths.voices().rglob("*") if path.is_file()} == before


def test_an_import_that_is_broken_off_loses_nothing(
    folder: Path, lines: list[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder / f"{lines[0].file}.wav", recording(3))
    take(folder)
    before = {path: path.read_bytes() for path in paths.voices().rglob("*.wav")}
    save(folder / f"{lines[0].file}.wav", recording(2))
    save(folder / f"{lines[1].file}.wav", recording(2))
    hear, count = importing._hear, iter(range(5))

    def stopped(path: Path, line: Line, aside: Path) -> str | None:
        if next(count) == 1:
            raise KeyboardInterrupt
        return hear(path, line, aside)

    monkeypatch.setattr(importing, "_hear", stopped)

    with pytest.raises((KeyboardInterrupt, click.Abort)):
        take(folder)
    assert {path: path.read_bytes() for path in paths.voices().rglob("*") if path.is_file()} == before
    assert [path.name for path in paths.voices().iterdir()] == ["recorded"]
