"""``mellomrom card``, and files that are written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import click
import pytest

from assistant import i18n, paths
from assistant.cli.card_command import command
from assistant.cli.exits import InputWrong
from assistant.language import Language
from assistant.outfile import NotWritten, write_aside
from tests.conftest import HEAD

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from assistant.outfile import NotWritten, write_aside
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    write_aside(Path(sys.argv[1]), b"x" * 1000)
except NotWritten as refused:
    print(refused)
"""


def card(*arguments: str | Path) -> None:
    command.main([str(argument) for argument in arguments], standalone_mode=False)


def test_without_a_name_it_is_the_four_for_a_conversation(capsys: pytest.CaptureFixture[str]) -> None:
    i18n.use(Language.NB)

    card()

    lines = capsys.readouterr().out.splitlines()
    titles = [title for title, under in pairwise(lines) if under and set(under) == {"-"}]
    assert sorted(titles) == ["Be om en pause", "Det du har med deg", "En slurk, en pastill", "Ti sekunder her"]
    assert max(map(len, lines)) <= 64


def test_ones_own_breaks_for_a_conversation_take_no_place_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    own = paths.own_scripts()
    own.mkdir(parents=True)
    text = (paths.scripts() / "in-conversation" / "slurk.toml").read_text("utf-8")
    (own / "aa.toml").write_text(text.replace('"slurk"', '"aa"').replace("A sip, a pastille", "Mine"), "utf-8")

    card()
    assert "Mine" not in capsys.readouterr().out

    card("aa", "slurk")
    assert [line for line in capsys.readouterr().out.splitlines() if line in {"Mine", "A sip, a pastille"}] == [
        "Mine",
        "A sip, a pastille",
    ]


@pytest.mark.parametrize(("name", "begins"), [("c.pdf", b"%PDF-"), ("c.HTML", b"<!DOCTYPE html>"), ("c.txt", b"Count")])
def test_the_end_of_the_name_decides(
    name: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("something else that is replaced", "utf-8")

    card("tell-ting", "-o", tmp_path / name)

    assert (tmp_path / name).read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == [name]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["-o", "c.doc"], "c.doc: the name must end in .pdf, .html or .txt"),
        (["-o", "c"], "c: the name must end in .pdf, .html or .txt"),
        (["-o", ".pdf"], ".pdf: the name must end in .pdf, .html or .txt"),
        (["-o", "folder.pdf"], "folder.pdf: this is a folder; name a file in it"),
        (["-o", "pipe.txt"], "pipe.txt: this is not a file; choose another name"),
        (["-o", "none/c.pdf"], "none/c.pdf: the folder is not there; make it first, or choose another"),
        (["-o", "old.pdf/c.pdf"], "old.pdf/c.pdf: the folder is not there; make it first, or choose another"),
        (["-o", "loop.pdf"], "loop.pdf: the file cannot be written; see whether you may write in that folder"),
        (["-o", "x" * 300 + ".pdf"], "the file cannot be written; see whether you may write in that folder"),
        (["tell-tng", "-o", "old.pdf"], "there is no break called “tell-tng”; did you mean tell-ting?"),
        (["none.toml"], "none.toml: there is no such file"),
        (["long.toml", "-o", "old.pdf"], "“Title” has too many words for a card at a size that can be read"),
        (["arrow.toml", "-o", "old.pdf"], "the PDF has no “→”, which “Title” needs; choose a name that ends in .html"),
        (["slurk"] * 5 + ["-o", "old.pdf"], "one page of A4 holds four cards; name no more than that"),
        (["slurk"] * 9 + ["-o", "old.pdf", "--paper", "a6"], "these cards do not fit under each other on A6"),
    ],
)
def test_what_is_wrong_is_one_line_and_nothing_is_touched(
    arguments: list[str], line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("folder.pdf").mkdir()
    Path("old.pdf").write_text("old", "utf-8")
    Path("loop.pdf").symlink_to("loop.pdf")
    os.mkfifo("pipe.txt")
    step = '[[steps]]\ndo = "say"\nseconds = 9\ntext = {{ nb = "{0}", en = "{0}" }}\n'
    Path("long.toml").write_text(HEAD + "".join(step.format("abc " * 99 + str(n)) for n in range(6)), "utf-8")
    Path("arrow.toml").write_text(HEAD + step.format("There →"), "utf-8")
    before = sorted(Path().iterdir())

    with pytest.raises(InputWrong) as wrong:
        card(*arguments)

    assert line in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert sorted(Path().iterdir()) == before
    assert Path("old.pdf").read_text("utf-8") == "old"


@pytest.mark.parametrize("target", [[], ["-o", "c.txt"]])
def test_plain_words_have_no_paper(target: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(click.UsageError, match=r"--paper goes with a file that ends in \.pdf or \.html"):
        card("slurk", *target, "--paper", "a6")

    assert not Path("c.txt").exists()


def test_a_full_disk_leaves_what_stood_there(tmp_path: Path) -> None:
    target = tmp_path / "c.txt"
    target.write_text("old", "utf-8")

    result = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(target)], capture_output=True, text=True, timeout=60, check=True
    )

    assert (result.stdout, result.stderr) == (f"{target}: there is no room for it on the disk\n", "")
    assert target.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["c.txt"]


def test_a_file_is_for_those_whom_its_folder_is_for(tmp_path: Path) -> None:
    by_hand, ours, kept = (tmp_path / name for name in ("by-hand", "ours", "kept"))
    by_hand.touch()
    kept.touch(0o600)
    kept.chmod(0o640)

    write_aside(ours, b"x")
    write_aside(kept, b"x")

    assert ours.stat().st_mode == by_hand.stat().st_mode
    assert kept.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("file")

    write_aside(tmp_path / "link", b"x")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"x"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that nobody may write in")
def test_a_folder_where_one_may_not_write_is_told_of() -> None:
    with pytest.raises(NotWritten, match=r"/proc/c\.txt: the file cannot be written; see whether you may write"):
        write_aside(Path("/proc/c.txt"), b"x")


@pytest.mark.parametrize("target", [[], ["-o", "c.txt"]])
def test_words_alone_need_no_maker_of_pdf(target: list[str], tmp_path: Path) -> None:
    code = (
        "import sys; from assistant.cli.card_command import command;"
        f"command.main(['slurk', *{target!r}], standalone_mode=False);"
        "print({'reportlab', 'PIL', 'textual', 'numpy'} & set(sys.modules))"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(paths.PACKAGE.parent)},
    )  # fmt: skip

    assert result.stdout.splitlines()[-1] == "set()"
