"""A pack is on the shelf whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import Mock

import pytest

from assistant import paths
from assistant.cli.data_command import command as data_command
from assistant.outfile import alone
from assistant.packs import examining, shelving
from assistant.shelf import ORDER, TOO_MUCH, whole_shelf
from assistant.stored.inventory import stored
from tests.packs.conftest import Said
from tests.packs.pack_files import PACK, everything, in_zip, laid_out, script, whole

Run = Callable[..., Said]
State = tuple[str, frozenset[str]]

DYING = """
import os, signal, sys
left, root = int(sys.argv[1]), sys.argv[2]
def watch(event, arguments):
    global left
    writes = event in {"os.mkdir", "os.rename", "os.rmdir", "os.remove"} or (
        event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR))
    if writes and isinstance(arguments[0], (str, os.PathLike)) and root in os.fspath(arguments[0]) or (
        event in {"os.rmdir", "os.remove"} and not os.path.isabs(os.fspath(arguments[0]))):
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
from assistant.cli.command_line import run
import assistant.packs.shelving
sys.addaudithook(watch)
sys.exit(run(sys.argv[3:]))
"""
"""Does what it is told, and is killed before the change to the file system that it is told the number of."""


def version(number: int, second: str) -> bytes:
    files = whole(PACK.replace('"1.0"', f'"{number}.0"'))
    files["deep/er/vinter-2.toml"] = script(second)
    return in_zip(files)


def on_shelf() -> State:
    """The version that is there, and its breaks."""
    shelf = whole_shelf()
    assert shelf.problems == ()
    versions = {pack.version for pack in shelf.packs.values()}
    assert len(versions) <= 1
    return "".join(versions), frozenset(shelf.by_id.keys() - {*ORDER, TOO_MUCH})


NONE: State = ("", frozenset())
OLD: State = ("1.0", frozenset({"vinter-1", "old"}))
NEW: State = ("2.0", frozenset({"vinter-1", "new"}))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "before", "after"),
    [(["add", "new.zip"], NONE, NEW), (["add", "new.zip"], OLD, NEW), (["remove", "vinter", "--yes"], OLD, NONE)],
    ids=["added", "replaced", "removed"],
)
def test_it_is_whole_wherever_the_program_is_killed(
    arguments: list[str], before: State, after: State,
    mellomrom: Run, here: Path, own_home: Path,
) -> None:  # fmt: skip
    (here / "new.zip").write_bytes(version(2, "new"))
    (here / "old.zip").write_bytes(version(1, "old"))
    if before == OLD:
        mellomrom("packs", "add", "old.zip")
    seen, code, number = [on_shelf()], -signal.SIGKILL, 0

    while code == -signal.SIGKILL:
        child = [sys.executable, "-c", DYING, str(number), str(paths.packs()), "packs", *arguments]
        code = subprocess.run(child, check=False, capture_output=True, timeout=60).returncode
        seen.append(on_shelf())
        kept = {path for path in everything(own_home) if path.is_file()}
        assert {path for thing in stored() for path in thing.files} == kept
        number += 1
        if seen[-1] == after and code != 0:  # once more from the beginning, or there would be nothing to do
            mellomrom("packs", "add", "old.zip")
            if before == NONE:
                mellomrom("packs", "remove", "vinter", "--yes")

    assert code == 0
    assert number > 5
    assert set(seen) == {before, after}
    data_command.main(["erase", "--yes"], standalone_mode=False)
    assert not [path for path in everything(own_home) if path.is_relative_to(paths.packs())]


@pytest.mark.slow
def test_two_at_once_leave_one_of_them_whole(here: Path) -> None:
    (here / "new.zip").write_bytes(version(2, "new"))
    (here / "old.zip").write_bytes(version(1, "old"))

    for _ in range(5):
        codes = at_once(*(["packs", "add", f"{name}.zip"] for name in ("old", "new", "old", "new")))

        assert codes == [0, 0, 0, 0]
        assert on_shelf() in (OLD, NEW)
        assert [path.name for path in paths.packs().iterdir()] == ["vinter"]


@pytest.mark.slow
def test_of_two_packs_with_one_id_that_come_at_once_one_is_refused(here: Path) -> None:
    names = ("a", "b", "c")
    for name in names:
        pack = PACK.replace('"vinter"', f'"{name}"').encode()
        (here / f"{name}.zip").write_bytes(in_zip({"pack.toml": pack, "x.toml": script("same")}))

    codes = at_once(*(["packs", "add", f"{name}.zip"] for name in names))

    assert sorted(codes) == [0, 1, 1]
    assert on_shelf() == ("1.0", frozenset({"same"}))
    assert len(list(paths.packs().iterdir())) == 1


def at_once(*commands: list[str]) -> list[int]:
    """Run them in processes of their own, at the same time; their exit codes."""
    running = [
        subprocess.Popen([sys.executable, "-m", "assistant", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for command in commands
    ]
    for one in running:
        one.communicate(timeout=60)
    return [one.returncode for one in running]


def test_a_disk_that_is_full_leaves_the_shelf_as_it_was(
    mellomrom: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "new.zip").write_bytes(version(2, "new"))
    (here / "old.zip").write_bytes(version(1, "old"))
    mellomrom("packs", "add", "old.zip")
    before = everything(paths.packs())
    monkeypatch.setattr(Path, "write_bytes", lambda *_: _full())

    code, _out, err = mellomrom("packs", "add", "new.zip")

    assert (code, err) == (1, [f"mellomrom: {paths.packs() / 'vinter'}: there is no room for it on the disk"])
    assert everything(paths.packs()) == before


def _full() -> int:
    raise OSError(28, "No space left on device")


def test_an_undeletable_former_one_does_not_come_back(
    mellomrom: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "new.zip").write_bytes(version(2, "new"))
    (here / "old.zip").write_bytes(version(1, "old"))
    mellomrom("packs", "add", "old.zip")
    shutil.copytree(paths.packs() / "vinter", paths.packs() / ".vinter.former")
    monkeypatch.setattr(shutil, "rmtree", lambda _path: _full())

    assert mellomrom("packs", "add", "new.zip")[0] == 0
    assert on_shelf() == NEW
    assert mellomrom("packs", "remove", "vinter", "--yes")[0] == 0
    assert on_shelf() == NONE


def test_what_another_window_has_added_meanwhile_is_seen(
    mellomrom: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "new.zip").write_bytes(version(2, "new"))

    @contextmanager
    def after_another(root: Path, _moment: float) -> Iterator[bool]:
        files = {"pack.toml": PACK.replace('"vinter"', '"host"').encode(), "a.toml": script("new")}
        laid_out(files, root / "host")
        yield True

    monkeypatch.setattr(shelving, "alone", after_another)

    code, _out, err = mellomrom("packs", "add", "new.zip")

    assert (code, len(err)) == (1, 1)
    assert "the pack host already has a break with the id “new”" in err[0]
    assert [path.name for path in paths.packs().iterdir()] == ["host"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
@pytest.mark.parametrize("command", [["add", "new.zip"], ["remove", "vinter", "--yes"]])
def test_where_somebody_else_is_at_it_for_too_long_one_tries_again(
    command: list[str], mellomrom: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "new.zip").write_bytes(version(2, "new"))
    (here / "old.zip").write_bytes(version(1, "old"))
    mellomrom("packs", "add", "old.zip")
    monkeypatch.setattr(shelving, "MOMENT", 0.1)

    with alone(paths.packs()):
        code, _out, err = mellomrom("packs", *command)

    assert (code, err) == (1, ["mellomrom: somebody else is adding or removing a pack just now; try again"])
    assert on_shelf() == OLD
    assert [path.name for path in paths.packs().iterdir()] == ["vinter"]


def test_the_shelf_is_read_once(mellomrom: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "new.zip").write_bytes(version(2, "new"))
    reads = Mock(side_effect=whole_shelf)
    monkeypatch.setattr(examining, "whole_shelf", reads)

    mellomrom("packs", "add", "new.zip")

    reads.assert_called_once_with()


def test_where_the_second_stroke_fails_the_former_one_comes_back(
    mellomrom: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "new.zip").write_bytes(version(2, "new"))
    (here / "old.zip").write_bytes(version(1, "old"))
    mellomrom("packs", "add", "old.zip")
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if target.name == "vinter" and not path.name.endswith(".former"):
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)

    assert mellomrom("packs", "add", "new.zip")[0] == 1
    assert on_shelf() == OLD
    assert [path.name for path in paths.packs().iterdir()] == ["vinter"]
