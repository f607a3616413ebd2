"""Single keys from a terminal, with a wait of known length. All that differs between systems is here."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Protocol

from assistant.plaintext import ESCAPES

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


FASTEST_KEY = 0.05
"""Seconds. What comes sooner after the end of a line was pasted with it."""


class Keys(Protocol):
    """Where keys come from. Entered while a break runs, left when it ends."""

    listens: bool
    """Whether there is a keyboard at all."""

    returned: bool
    """Whether the programme was stopped and has come back to the foreground; whoever has seen it sets it back."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def wait(self, seconds: float) -> str | None:
        """The next key, or nothing when none was pressed within ``seconds``."""
        ...

    def line(self) -> str:
        """A line that is written and can be seen meanwhile; empty where nothing is."""
        ...


class NoKeys:
    """There is no keyboard: only time passes."""

    listens = False
    returned = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was changed."""

    def wait(self, seconds: float) -> str | None:
        """Wait, and hear nothing."""
        time.sleep(seconds)
        return None

    def line(self) -> str:
        """Nobody writes."""
        return ""


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
            key = msvcrt.getwch()
            if key in {"\x00", "\xe0"}:  # an arrow or the like, in two parts
                msvcrt.getwch()
                return None
            return key.lower()

        def line(self) -> str:
            """A line from the console."""
            try:
                return input("> ")
            except EOFError:
                return ""

else:
    import contextlib
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
            self._typed: list[str] = []
            self._before = termios.tcgetattr(self._fd)
            self._handler = signal.signal(signal.SIGCONT, self._return)
            self._listen()
            return self

        def __exit__(self, *_: object) -> None:
            """Leave the terminal as it was."""
            signal.signal(signal.SIGCONT, self._handler)
            self._restore(termios.TCSAFLUSH)

        def wait(self, seconds: float) -> str | None:
            """The next key. When the terminal has gone, only time passes."""
            if not self._open:
                return super().wait(seconds)
            if not self._typed and select.select([self._fd], [], [], seconds)[0]:
                self._read()
            return self._typed.pop(0) if self._typed else None

        def line(self) -> str:
            """A line, with the terminal meanwhile as it was before."""
            self._typed.clear()
            self._restore(termios.TCSADRAIN)
            try:
                return input("> ")
            except (EOFError, OSError, UnicodeError):
                return ""
            finally:
                self._listen()
                self._let_pass()

        def _let_pass(self) -> None:
            """More lines of what was pasted are no keys: nobody types as fast."""
            with contextlib.suppress(OSError):
                while select.select([self._fd], [], [], FASTEST_KEY)[0] and os.read(self._fd, 65536):
                    pass

        def _read(self) -> None:
            try:
                typed = os.read(self._fd, 1024).decode("utf-8", "replace")
            except OSError:
                typed = ""
            self._open = bool(typed)
            self._typed += ESCAPES.sub("", typed).lower()

        def _restore(self, when: int) -> None:
            with contextlib.suppress(termios.error):  # it has gone
                termios.tcsetattr(self._fd, when, self._before)

        def _listen(self) -> None:
            with contextlib.suppress(termios.error):  # it has gone
                tty.setcbreak(self._fd, termios.TCSADRAIN)

        def _return(self, *_: object) -> None:
            """After a stop: the shell has meanwhile used the terminal."""
            self.returned = True
            self._listen()


def keys_of_terminal() -> Keys:
    """The keys of this terminal, or none where standard input is not one."""
    try:
        return TerminalKeys() if sys.stdin.isatty() else NoKeys()
    except (AttributeError, ValueError):  # standard input is closed
        return NoKeys()
