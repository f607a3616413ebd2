"""The local connection between a presentation and the notes of its leader. All that differs between systems is here.

On POSIX a socket in the file system, in a folder that nobody else may enter; on Windows a named pipe: one interface of
the standard library for both. Only its bytes are used, never its objects, which could be made to run code. An asyncio
server was weighed: it knows no named pipes, and it would answer from the loop that draws the screen.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant import paths
from assistant.i18n import _
from assistant.outfile import locked
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from multiprocessing.connection import Listener
    from types import TracebackType
    from typing import Self

BACKLOG = 16
"""So many may knock at once."""


class Peer(Protocol):
    """The other side: as much as is used of a connection of the standard library."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...
    def close(self) -> None:
        """Go."""

    def fileno(self) -> int:
        """Its number in this process."""
        ...

    def poll(self, timeout: float | None = ..., /) -> bool:
        """Whether something comes within so many seconds; that it goes is something too."""
        ...

    def recv_bytes(self, maxlength: int | None = ..., /) -> bytes:
        """The next message. Raises ``OSError`` where it is longer or not whole, and ``EOFError`` at the end."""
        ...

    def send_bytes(self, buf: bytes, /) -> None:
        """Send a message. Raises ``OSError``."""


class Taken(Exception):  # noqa: N818 - it says what happened
    """Somebody else listens already."""


class NoWay(OSError):  # noqa: N818 - it says what happened
    """Nobody can listen here. Its text is why, in a few plain words in the user's language."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The place where one listens, alone on this machine for this user."""

    listener: Listener
    lock: int | None = None
    secret: Path | None = None
    """A file with a secret that must not outlast the presentation."""

    def accept(self) -> Peer:
        """The next who knocks; waits for one. Raises ``OSError``."""
        return _unhurried(self.listener.accept())

    def close(self) -> None:
        """Leave it: the socket is removed before another may listen."""
        if self.secret is not None:
            # First: whoever comes while it stands would listen by a name that is about to be forgotten.
            with contextlib.suppress(OSError):
                self.secret.unlink()
        with contextlib.suppress(OSError):  # somebody has removed it
            self.listener.close()
        if self.lock is not None:
            os.close(self.lock)


def _no_folder() -> str:
    return _("there is no folder of your own for what runs, and none can be made")


def connect() -> Peer | None:
    """The presentation that is under way, or nothing where there is none, or not in a folder of our own."""
    from multiprocessing.connection import Client

    try:
        return _unhurried(Client(_address(), FAMILY)) if _is_safe(paths.runtime()) else None
    except OSError:
        return None


if sys.platform == "win32":
    from assistant.presenting.secret_name import make_secret, secret_name

    FAMILY = "AF_PIPE"

    def listen() -> Ground:
        """Listen, alone: the first of its name is the only one. Raises ``Taken`` and ``NoWay``. Not run by us yet."""
        from multiprocessing.connection import Listener

        try:
            make_secret(_secret())
            address = _address()
        except OSError:
            raise NoWay(_no_folder()) from None
        try:
            return Ground(Listener(address, FAMILY), secret=_secret())
        except PermissionError:
            raise Taken from None
        except OSError:
            raise NoWay(_("this system does not allow it")) from None

    def _address() -> str:
        """The name of the pipe. Raises ``OSError`` where there is none."""
        return rf"\\.\pipe\mellomrom-{secret_name(_secret())}"

    def _secret() -> Path:
        """Once the pipe is there its name can be seen, so it is another one for each presentation that ends well."""
        return paths.runtime() / "presenting"

    def _is_safe(_folder: Path) -> bool:
        return True

    def _unhurried(peer: Peer) -> Peer:
        return peer

else:
    FAMILY = "AF_UNIX"

    def listen() -> Ground:
        """Listen, alone. A socket that a killed presentation has left is taken over. Raises ``Taken`` and ``NoWay``."""
        from multiprocessing.connection import Listener

        lock = _own_ground()
        if not locked(lock):
            os.close(lock)
            raise Taken
        address = Path(_address())
        try:
            address.unlink(missing_ok=True)
            listener = Listener(str(address), FAMILY, BACKLOG)
            # Until here it is the folder that keeps others out.
            address.chmod(0o600)
        except OSError as error:
            os.close(lock)
            # Past the system's limit, which is 104 or 108 bytes, the error has no number.
            why = _("the name of {folder} is too long") if error.errno is None else _("{folder} cannot be written in")
            raise NoWay(why.format(folder=shorten(str(address.parent)))) from None
        return Ground(listener, lock)

    def _address() -> str:
        return str(paths.runtime() / "presenting")

    def _own_ground() -> int:
        """Our folder, opened, made where it is missing: no link, and closed to others. Raises ``NoWay``.

        The lock is on the folder itself, so no file is left for it, which could not be removed without a race.
        """
        try:
            folder = paths.runtime()
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            around = folder.parent.stat()
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            raise NoWay(_no_folder()) from None
        # Who owns the folder around it could put another in its place.
        if os.fstat(handle).st_uid != os.geteuid() or around.st_uid not in {0, os.geteuid()}:
            os.close(handle)
            raise NoWay(_("{folder} belongs to somebody else").format(folder=shorten(str(folder))))
        with contextlib.suppress(OSError):  # where nothing can be written, that is told of in its turn
            os.fchmod(handle, 0o700)
        return handle

    def _is_safe(folder: Path) -> bool:
        """Whether what stands there is ours, and no link."""
        found = folder.lstat()
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()

    def _unhurried(peer: Peer) -> Peer:
        """``peer``, of whom a message comes or goes whole, or not at all: one half of it keeps nobody waiting."""
        os.set_blocking(peer.fileno(), False)
        return peer
