"""Files of an export are there whole or not at all, whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from assistant import paths
from assistant.cli.exits import InputWrong
from assistant.export.formats import SUFFIXES
from assistant.export.part import written_whole
from assistant.outfile import NotWritten
from tests.export.export_files import export

SCRIPT = "tell-ting"

CRAMPED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
sys.argv = ["mellomrom", *sys.argv[1:]]
from assistant.cli import main
main()
"""
"""Mellomrom on a disk that has room for forty thousand bytes."""

HOLDING = """
import sys
from pathlib import Path
from assistant.export.part import written_whole
with written_whole(Path(sys.argv[1])) as file:
    file.write(b"half")
    print("writing", flush=True)
    sys.stdin.read()
"""


def wrong(*arguments: str | Path) -> str:
    with pytest.raises(InputWrong) as caught:
        export(*arguments)
    return str(caught.value)


@pytest.mark.parametrize("name", ["x.docx", "x", "x.wav.zip", ".mp3"])
def test_a_suffix_that_is_not_known_is_told_with_those_that_are(name: str, tmp_path: Path) -> None:
    line = wrong(SCRIPT, "-o", tmp_path / name)

    assert line.endswith(f"the name must end in one of {' '.join(SUFFIXES)}")
    assert not any(tmp_path.glob("*x*"))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_of_that_name_is_told(suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"x{suffix}").mkdir()

    assert wrong(SCRIPT, "-o", tmp_path / f"x{suffix}").endswith("this is a folder; name a file in it")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    line = wrong(SCRIPT, "-o", tmp_path / "no" / "x.wav")

    assert line.endswith("the folder is not there; make it first, or choose another")


def test_what_cannot_be_exported_is_told_in_one_line(tmp_path: Path) -> None:
    target = tmp_path / "x.wav"

    assert wrong("nope", "-o", target).startswith("there is no break called “nope”")
    assert wrong(SCRIPT, "-o", target, "--for", "5s").endswith("not 0:05")
    assert wrong(SCRIPT, "-o", target, "--voice", "Nobody").startswith("there is no English voice “Nobody”")
    assert wrong(tmp_path / "no.toml", "-o", target).endswith("there is no such file")
    assert not target.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        *[(), (SCRIPT,), ("-o", "x.wav"), (SCRIPT, "-o", "x.wav", "--as", "mp3"), (SCRIPT, "--all", "x")],
        *[("--all", "x", "--for", "60s"), (SCRIPT, "-o", "x.wav", "--voice", "system", "--no-voice")],
        *[(SCRIPT, "-o", "x.wav", "--voice"), (SCRIPT, "-o", ""), ("--all", "")],
    ],
)
def test_what_says_two_things_or_too_little_is_a_usage_error(arguments: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError):
        export(*arguments)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".opus", ".mp3", ".html"])
def test_a_full_disk_is_told_and_what_stood_there_stays(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"x{suffix}"
    target.write_text("before")

    done = subprocess.run(
        [sys.executable, "-c", CRAMPED, "export", SCRIPT, "-o", str(target), "--no-voice"],
        capture_output=True, text=True, timeout=60, cwd=paths.PACKAGE.parent, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"mellomrom: {target}: there is no room for it on the disk\n"
    assert target.read_text() == "before"
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="all may write there")
def test_a_second_export_into_the_same_file_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    target = tmp_path / "x.txt"
    first = holding(target)

    assert "another export is writing it" in wrong(SCRIPT, "-o", target)

    first.communicate(b"", timeout=20)
    assert (first.returncode, target.read_text()) == (0, "half")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")
def test_what_a_killed_export_has_left_is_in_nobodys_way(tmp_path: Path) -> None:
    target = tmp_path / "x.txt"
    first = holding(target)
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=20)
    assert Path(f"{target}.part").exists()

    export(SCRIPT, "-o", target)

    assert target.read_text("utf-8").startswith("Count things")
    assert not Path(f"{target}.part").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")
@pytest.mark.parametrize("suffix", [".flac", ".opus", ".mp3"])
def test_an_export_that_is_stopped_leaves_nothing_half(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"x{suffix}"
    command = [sys.executable, "-m", "assistant", "export", "kollegarunden", "-o", str(target), "--no-voice"]
    export_ = subprocess.Popen(command, cwd=paths.PACKAGE.parent, stderr=subprocess.PIPE)
    part = Path(f"{target}.part")
    end = time.monotonic() + 30
    while not (part.exists() and part.stat().st_size > 1000):
        assert time.monotonic() < end, "it never began"
        assert export_.poll() is None

    export_.send_signal(signal.SIGINT)

    assert export_.communicate(timeout=20)[1].strip() == b"mellomrom: Stopped before it was done."
    assert list(tmp_path.glob("x*")) == []


def test_until_it_is_whole_the_file_before_it_stays_with_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "x.txt"
    target.write_text("before")
    target.chmod(0o600)

    with written_whole(target) as file:
        file.write(b"after")
        assert target.read_text() == "before"

    assert target.read_text() == "after"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("before")
    (tmp_path / "x.txt").symlink_to(tmp_path / "real.txt")

    export(SCRIPT, "-o", tmp_path / "x.txt")

    assert (tmp_path / "x.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text("utf-8").startswith("Count things")


def test_trouble_of_the_writer_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotWritten), written_whole(tmp_path / "x.wav") as file:
        file.seek(-1)

    assert not any(tmp_path.glob("x*"))


def holding(target: Path) -> subprocess.Popen[bytes]:
    """A process that is in the middle of writing ``target``, until its input ends."""
    held = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(target)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=paths.PACKAGE.parent, env=dict(os.environ),
    )  # fmt: skip
    assert held.stdout is not None
    assert held.stdout.readline() == b"writing\n"
    return held
