"""Folders that are no packs: each refused with one line. And one that has the pack in a folder of its own."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.packs.entry import MOST_BYTES
from tests.packs.conftest import Said
from tests.packs.pack_files import laid_out, refusals, whole


def pipe_as_description(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    os.mkfifo(folder / "pack.toml")


def local_socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(folder / "evil.toml"))


FOLDERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "link": (lambda folder: (folder / "evil.toml").symlink_to("/etc/passwd"), "“evil.toml”: this is a link"),
    "linked folder": (lambda folder: (folder / "evil").symlink_to("/etc"), "“evil”: this is a link"),
    "pipe": (lambda folder: os.mkfifo(folder / "evil.toml"), "“evil.toml”: this is not an ordinary file"),
    "pipe as the description": (pipe_as_description, "“pack.toml”: this is not an ordinary file"),
    "socket": (local_socket, "“evil.toml”: this is not an ordinary file"),
    "large": (lambda folder: (folder / "NOTICE").write_bytes(bytes(MOST_BYTES + 1)), "“NOTICE”: larger than 1 MB"),
    "endless": (lambda folder: os.truncate((folder / "vinter-1.toml"), 1 << 40), "“vinter-1.toml”: larger than 1 MB"),
    "many": (lambda folder: laid_out(dict.fromkeys(map(str, range(1000)), b""), folder), "more than 1000 files"),
    "deep": (lambda folder: (folder / ("a/" * 9)).mkdir(parents=True), "too many folders inside folders"),
    "backslash": (lambda folder: (folder / "a\\evil.toml").write_bytes(b""), "the name has \\ where / belongs"),
    "no UTF-8 in a name": (lambda folder: (folder / "\udcff.toml").write_bytes(b""), "hidden characters in its name"),
}  # fmt: skip


@pytest.mark.parametrize("what", FOLDERS)
def test_a_folder_is_refused_with_one_line(what: str, here: Path) -> None:
    make, line = FOLDERS[what]
    make(laid_out(whole(), here))

    said = refusals(here)

    assert [line in one for one in said] == [True], said
    assert said[0].isprintable()


def test_one_that_has_the_pack_in_a_folder_is_added(mellomrom: Callable[..., Said], here: Path) -> None:
    laid_out(whole(), here / "downloads" / "vinter-main")

    assert mellomrom("packs", "check", "downloads") == (0, ["2 read, nothing wrong."], [])
    assert mellomrom("packs", "add", "downloads")[::2] == (0, [])
