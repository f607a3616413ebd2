"""Packs to be added: as they should be, and as nobody should send them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from assistant.packs.examining import examine
from assistant.packs.refused import PackRefused
from assistant.packs.scaffold import break_
from assistant.script.model import Occasion
from assistant.shelf import ORDER, TOO_MUCH, whole_shelf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OURS = {*ORDER, TOO_MUCH}

PACK = """
format = 1
name = "vinter"
title = { nb = "Vinterpauser", en = "Winter breaks" }
author = "Kari Nordmann"
licence = "CC-BY-4.0"
languages = ["nb", "en"]
version = "1.0"
"""


def script(id_: str = "vinter-1") -> bytes:
    return break_(id_, Occasion.BETWEEN).encode()


def whole(pack: str = PACK) -> dict[str, bytes]:
    """The files of a pack with two breaks."""
    return {
        "pack.toml": pack.encode(),
        "vinter-1.toml": script(),
        "deep/er/vinter-2.toml": script("vinter-2"),
        "README.md": b"Om vinteren.\n",
        "LICENSE": b"CC-BY-4.0\n",
    }


def in_zip(files: Mapping[str, bytes | zipfile.ZipInfo], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, content in files.items():
            if isinstance(content, zipfile.ZipInfo):
                archive.writestr(content, b"/etc/passwd")
            else:
                archive.writestr(name, content)
    return buffer.getvalue()


def laid_out(files: Mapping[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def refusals(place: Path) -> list[str]:
    """What is said of a pack that is looked at."""
    try:
        return list(examine(place).faults)
    except PackRefused as refused:
        return [str(refused)]


def everything(*roots: Path) -> dict[Path, bytes | None]:
    """All that is there, with what stands in it; of what is no file, that it is there."""
    return {
        path: path.read_bytes() if path.is_file() and not path.is_symlink() else None
        for root in roots
        for path in root.rglob("*")
    }


def on_shelf() -> set[str]:
    """The ids of breaks that do not come with Mellomrom."""
    return whole_shelf().by_id.keys() - OURS
