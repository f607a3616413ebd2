"""``mellomrom packs remove``: breaks of others off the shelf again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import paths
from tests.packs.conftest import Said
from tests.packs.pack_files import everything, on_shelf
from tests.pty_terminal import PATIENCE, Terminal

Run = Callable[..., Said]


@pytest.mark.usefixtures("vinter")
def test_a_pack_is_removed_and_nothing_of_it_is_left(mellomrom: Run) -> None:
    mellomrom("packs", "add", "vinter")

    code, out, _err = mellomrom("packs", "remove", "vinter", "--yes")

    assert (code, out) == (0, [f"Removed: {paths.packs() / 'vinter'} (files: 5)"])
    assert on_shelf() == set()
    assert list(paths.packs().iterdir()) == []


@pytest.mark.usefixtures("vinter")
def test_what_cannot_be_removed_is_one_line(mellomrom: Run) -> None:
    assert mellomrom("packs", "remove", "x", "--yes")[2] == [
        "mellomrom: there is no pack called “x”, nor any other that was added"
    ]
    mellomrom("packs", "add", "vinter")
    for name in ("x", "../vinter", ".", "", "/"):
        code, _out, err = mellomrom("packs", "remove", name, "--yes")
        assert (code, len(err)) == (1, 1)
        assert err[0].endswith("these can be removed: vinter")
    assert on_shelf() == {"vinter-1", "vinter-2"}


def test_a_link_is_removed_and_what_it_leads_to_stays(vinter: Path, mellomrom: Run) -> None:
    paths.packs().mkdir(parents=True)
    (paths.packs() / "vinter").symlink_to(vinter)
    assert on_shelf() == {"vinter-1", "vinter-2"}

    mellomrom("packs", "remove", "vinter", "--yes")

    assert on_shelf() == set()
    assert set(everything(vinter)) >= {vinter / "pack.toml", vinter / "vinter-1.toml"}


@pytest.mark.terminal
@pytest.mark.usefixtures("vinter")
@pytest.mark.parametrize(("answer", "goes"), [("y", True), ("", False)])
def test_somebody_is_asked_before_it_goes(answer: str, goes: bool, mellomrom: Run) -> None:
    mellomrom("packs", "add", "vinter")

    assert "“mellomrom packs remove NAME --yes” removes without asking" in mellomrom("packs", "remove", "vinter")[2][0]
    with Terminal("packs", "remove", "vinter") as terminal:
        terminal.wait_for("Remove vinter, files: 5? This cannot be undone. (y/N)")
        terminal.type(f"{answer}\n")
        terminal.process.wait(PATIENCE)

    assert (on_shelf() == set()) is goes
