"""The two things that a pack comes in: a folder, and a zip file."""

from __future__ import annotations

import os
import stat
import zipfile
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from assistant.archive import UNREADABLE, is_of_mac, is_packed_plainly, kind_of, name_of
from assistant.i18n import _
from assistant.packs.endless import has_endless_list
from assistant.packs.entry import MOST_BYTES, MOST_FILES, Entry, Kind
from assistant.packs.refused import PackRefused
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCKED = 0x1
"""The bit of a file that opens only with a password."""


def box_at(path: Path) -> FolderBox | ZipBox:
    """What lies at ``path``. Raises ``PackRefused``."""
    try:
        if path.is_dir():
            return FolderBox(path)
        if path.is_file() and path.suffix.lower() == ".toml":
            what = _(
                "this is a single file, and a pack is the folder that it is in; “mellomrom check” looks at a break"
            )
            raise PackRefused(f"{shorten(str(path))}: {what}")
        if path.is_file():
            return ZipBox(path)
    except (OSError, ValueError):
        raise PackRefused(_("{file}: it cannot be read, or is gone").format(file=shorten(str(path)))) from None
    what = _("there is neither a folder nor a zip file of that name") if not path.exists() else _("this is no zip file")
    raise PackRefused(f"{shorten(str(path))}: {what}")


class FolderBox:
    """A folder. What is hidden in it is not looked at."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> Iterator[Entry]:
        """All in it and below; no link is followed."""
        waiting, seen = [self._path], 0
        while waiting:
            folder = waiting.pop()
            with os.scandir(folder) as found:
                # Not more than there may be, however many there are.
                for one in found:
                    if one.name.startswith("."):
                        continue
                    seen += 1
                    if seen > 2 * MOST_FILES:
                        raise too_many(self._path)
                    path = folder / one.name
                    entry = _entry(path, path.relative_to(self._path).as_posix())
                    if entry.kind is Kind.FOLDER:
                        waiting.append(path)
                    yield entry

    def close(self) -> None:
        """Nothing is kept open."""


class ZipBox:
    """A zip file."""

    def __init__(self, path: Path) -> None:
        """Look at its list of names. Raises ``PackRefused`` for one that is damaged or endless, and ``OSError``."""
        if has_endless_list(path):
            raise too_many(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except UNREADABLE:
            line = _("{file}: this is no zip file, or a damaged one")
            raise PackRefused(line.format(file=shorten(str(path)))) from None

    def entries(self) -> Iterator[Entry]:
        """All in it, but what is hidden and what macOS has added."""
        for member in self._zip.infolist():
            if not (is_of_mac(member) or _is_hidden(name_of(member))):
                yield Entry(name_of(member), _kind(member), member.file_size, partial(self._read, member))

    def close(self) -> None:
        """Keep the zip file open no longer: on Windows nobody can move it while it is."""
        self._zip.close()

    def _read(self, member: zipfile.ZipInfo) -> bytes:
        with self._zip.open(member) as file:
            return file.read(MOST_BYTES + 1)


def too_many(path: Path) -> PackRefused:
    """What is said of more files than a pack can have."""
    line = _("more than {most} files; a pack has some dozens at most").format(most=MOST_FILES)
    return PackRefused(f"{shorten(str(path))}: {line}")


def _entry(path: Path, name: str) -> Entry:
    """Raises ``OSError``."""
    status = path.lstat()
    if stat.S_ISREG(status.st_mode):
        return Entry(name, Kind.FILE, status.st_size, partial(_read, path))
    if stat.S_ISDIR(status.st_mode):
        return Entry(name, Kind.FOLDER)
    return Entry(name, Kind.LINK if stat.S_ISLNK(status.st_mode) else Kind.OTHER)


def _read(path: Path) -> bytes:
    """Raises ``OSError``, also where something else has come in the place of the file meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - by its handle
        return file.read(MOST_BYTES + 1)


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts if part != "..")


def _kind(member: zipfile.ZipInfo) -> Kind:
    kind = kind_of(member)
    if kind == stat.S_IFLNK:
        return Kind.LINK
    if member.is_dir():
        return Kind.FOLDER
    if kind not in {0, stat.S_IFREG}:
        return Kind.OTHER
    if member.flag_bits & LOCKED:
        return Kind.LOCKED
    return Kind.FILE if is_packed_plainly(member) else Kind.PACKED
