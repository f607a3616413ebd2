from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from assistant.voice.folder import has_room, private_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_an_ordinary_folder_has_room_and_nothing_is_left_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    assert has_room(folder)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_a_file_or_is_not_there_has_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not has_room(tmp_path / "file")
    assert not has_room(tmp_path / "nowhere")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its temporary folders private by itself")
def test_the_private_folder_is_private() -> None:
    assert stat.S_IMODE(private_folder().stat().st_mode) == 0o700
