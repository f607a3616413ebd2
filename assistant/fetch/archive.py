"""A voice in a zip file. Nothing is unpacked by the names in it: only the files of a voice are read."""

from __future__ import annotations

import stat
import zipfile
from typing import TYPE_CHECKING

from assistant.archive import UNREADABLE, common_folder, is_of_mac, is_packed_plainly, kind_of, name_of, stays_inside
from assistant.fetch.offer import FetchFailed
from assistant.fetch.offline import OfflineSource
from assistant.i18n import _
from assistant.known_voices import SPEAKS

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

NOT_EVERYWHERE = {"\\", ":", "\0"}
"""What leads elsewhere on some systems."""

MOST_MEMBERS = 10_000
MOST_PACKED = 50
"""A voice is packed to some nine tenths of its size, and a list of voices to a tenth; what is packed to less than one
part in so many is no voice, but meant to fill the disk.
"""


class ZipSource(OfflineSource):
    """A zip file, which may hold all in one folder of its own."""

    def __init__(self, path: Path) -> None:
        """Look through its names. Raises ``FetchFailed`` for one that is damaged, or that nobody would send."""
        super().__init__(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except UNREADABLE:
            raise FetchFailed(_("{file}: this is no zip file, or a damaged one").format(file=self.where)) from None
        members = [member for member in self._zip.infolist() if not (member.is_dir() or is_of_mac(member))]
        if len(members) > MOST_MEMBERS or not all(map(_is_decent, members)):
            self.close()
            line = _("{file}: what is in this zip file is not as in one with voices, so nothing was taken from it")
            raise FetchFailed(line.format(file=self.where))
        # A collection of one language has the folder of that language on top, which is part of its layout.
        top = common_folder((member.filename for member in members), but=SPEAKS)
        self._members = {member.filename.removeprefix(top): member for member in members}

    def size_of(self, path: str) -> int | None:
        """Bytes of the file at ``path``, unpacked."""
        member = self._members.get(path)
        return member.file_size if member is not None else None

    def open(self, path: str) -> IO[bytes]:
        """The file at ``path``, unpacked as it is read."""
        return self._zip.open(self._members[path])

    def close(self) -> None:
        """Keep the zip file open no longer: on Windows nobody can move it while it is."""
        self._zip.close()


def _is_decent(member: zipfile.ZipInfo) -> bool:
    """Whether ``member`` is a file that stays inside, is no link, and is as large as its packed bytes can be."""
    name = name_of(member)
    is_plain = kind_of(member) in {0, stat.S_IFREG} and is_packed_plainly(member)
    is_inside = stays_inside(name) and not NOT_EVERYWHERE & set(name)
    return is_plain and is_inside and member.file_size <= MOST_PACKED * max(1, member.compress_size)
