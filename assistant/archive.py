"""What a zip file is asked before anything in it is read. Nothing is ever unpacked by the names in one."""

from __future__ import annotations

import stat
import zipfile
import zlib
from contextlib import suppress
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

ERRORS = {"lzma": "LZMAError", "compression.zstd": "ZstdError"}
"""What packings raise that not every Python has."""


def _unreadable() -> Iterator[type[Exception]]:
    yield from (OSError, EOFError, ValueError, RuntimeError, MemoryError, zipfile.BadZipFile, zlib.error)
    for packing, error in ERRORS.items():
        with suppress(ImportError):
            yield getattr(import_module(packing), error)


UNREADABLE = tuple(_unreadable())
"""What reading a damaged or locked file may raise; a packing that is not known is a ``RuntimeError`` too."""


def is_of_mac(member: zipfile.ZipInfo) -> bool:
    """Whether macOS has put ``member`` beside what was packed."""
    return member.filename.startswith("__MACOSX/")


def stays_inside(name: str) -> bool:
    """Whether ``name`` leads nowhere but into the folder that it is of, on every system."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and not {"\\", ":", "\0"} & set(name)


def name_of(member: zipfile.ZipInfo) -> str:
    """The name of ``member`` as it stands in the file: Python cuts it at a NUL, and turns slashes round on Windows."""
    return member.orig_filename


def kind_of(member: zipfile.ZipInfo) -> int:
    """What ``member`` was where it was packed, as in ``stat``; 0 where that is not told."""
    return stat.S_IFMT(member.external_attr >> 16)


def common_folder(names: Iterable[str], but: Collection[str] = ()) -> str:
    """The folder that all ``names`` are in, with its slash; nothing where there is none, or it is one of ``but``."""
    tops = {name.partition("/")[0] if "/" in name else "" for name in names}
    top = tops.pop() if len(tops) == 1 else ""
    return f"{top}/" if top and top not in but else ""
