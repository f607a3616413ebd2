"""What a zip file is asked before anything in it is read. Nothing is ever unpacked by the names in one."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

UNREADABLE = (OSError, EOFError, ValueError, RuntimeError, MemoryError, zipfile.BadZipFile, zlib.error)
"""What reading a damaged or locked file may raise."""

UNPACKED_IN_PIECES = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Packings of which Python unpacks no more at a time than it is asked for. Of the others a few bytes may fill memory,
whatever size the file says it has.
"""


def is_of_mac(member: zipfile.ZipInfo) -> bool:
    """Whether macOS has put ``member`` beside what was packed."""
    return member.filename.startswith("__MACOSX/")


def is_packed_plainly(member: zipfile.ZipInfo) -> bool:
    """Whether ``member`` can be unpacked a piece at a time."""
    return member.compress_type in UNPACKED_IN_PIECES


def stays_inside(name: str) -> bool:
    """Whether ``name``, with slashes, leads nowhere but into the folder that it is of."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


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
