"""Single keys from a terminal, with a wait of known length. All that differs between systems is here."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


class Keys(Protocol):
    """Where keys come from. Entered while a break runs, left when it ends."""

    listens: bool
    """Whether there is a keyboard at all."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def wait(self, seconds: float) -> str | None:
        """The next key, or nothing when none was pressed within ``seconds``."""
        ...


class NoKeys:
    """There is no keyboard: only time passes."""

    listens = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was changed."""

    def wait(self, seconds: float) -> str | None:
        """Wait, and hear nothing."""
        time.sleep(seconds)
        return None


if sys.platform == "win32":
    import msvcrt

    class TerminalKeys(NoKeys):
        """The keys of a Windows console. Not run by us on Windows yet."""

        listens = True
        LOOK_EVERY = 0.02

        def wait(self, seconds: float) -> str | None:
            """The next key; the console cannot be waited on, so it is looked at often."""
            until = time.monotonic() + seconds
            while not msvcrt.kbhit():
                left = until - time.monotonic()
                if left <= 0:
                    return None
                time.sleep(min(left, self.LOOK_EVERY))
            return msvcrt.getwch()

else:
    import os
    import select
    import signal
    import termios
    import tty

    class TerminalKeys(NoKeys):
        """The keys of a POSIX terminal, one at a time and unechoed; what it was like before is restored."""

        listens = True

        def __enter__(self) -> Self:
            self._fd = sys.stdin.fileno()
            self._open = True
            self._before = termios.tcgetattr(self._fd)
            self._handler = signal.signal(signal.SIGCONT, lambda *_: self._listen())
            self._listen()
            return self

        def __exit__(self, *_: object) -> None:
            """Leave the terminal as it was."""
            signal.signal(signal.SIGCONT, self._handler)
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

        def wait(self, seconds: float) -> str | None:
            """The next key. When the terminal has gone, only time passes."""
            if not self._open:
                return super().wait(seconds)
            ready, _, _ = select.select([self._fd], [], [], seconds)
            if not ready:
                return None
            try:
                typed = os.read(self._fd, 32).decode("utf-8", "replace")
            except OSError:
                typed = ""
            self._open = bool(typed)
            return typed[:1] if not typed.startswith("\x1b") else None

        def _listen(self) -> None:
            """Also after a stop and a return to the foreground: the shell has meanwhile used the terminal."""
            tty.setcbreak(self._fd, termios.TCSADRAIN)


def keys_of_terminal() -> Keys:
    """The keys of this terminal, or none where standard input is not one."""
    try:
        return TerminalKeys() if sys.stdin.isatty() else NoKeys()
    except (AttributeError, ValueError):  # standard input is closed
        return NoKeys()
