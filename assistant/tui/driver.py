"""Textual's drivers for Linux and macOS, with an end that does not keep anybody waiting."""

from __future__ import annotations

import contextlib
import os
import select
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.linux_inline_driver import LinuxInlineDriver
from textual.events import CursorPosition

if TYPE_CHECKING:
    from threading import Event

    from textual.message import Message

LOOK_AGAIN = 0.1
"""Seconds after which an escape key that stands alone is one."""


class Prompt(Driver):
    """Textual's own look for the end of input every 100 ms, twice: too long for a key that says stop.

    Written against Textual 8.2. It also ends the process when its terminal is gone, where Textual's writes into the
    void until it stands still.
    """

    fileno: int
    exit_event: Event

    def disable_input(self) -> None:
        """Wake the thread that reads keys, so that it ends at once."""
        wake = getattr(self, "_wake", None)
        if wake is not None:
            with contextlib.suppress(OSError):
                os.write(wake, b".")
        super().disable_input()  # type: ignore[safe-super]  # the driver that it is mixed into has one

    def run_input_thread(self) -> None:
        """Read keys until the end; in a thread of its own."""
        woken, self._wake = os.pipe()
        parser = XTermParser(self._debug)
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        try:
            while not self.exit_event.is_set():
                ready, _, _ = select.select([self.fileno, woken], [], [], LOOK_AGAIN)
                if self.fileno in ready:
                    for message in parser.feed(decoder.decode(self._typed())):
                        self._take(message)
                for message in parser.tick():
                    self._take(message)
        finally:
            for end in (woken, self._wake):
                os.close(end)

    def _take(self, message: Message) -> None:
        if isinstance(message, CursorPosition):
            self.cursor_origin = (message.x, message.y)
        else:
            self.process_message(message)

    def _typed(self) -> bytes:
        try:
            typed = os.read(self.fileno, 4096)
        except OSError:
            typed = b""
        if not typed:
            os._exit(0)  # nobody is there to leave anything to
        return typed


class PromptDriver(Prompt, LinuxDriver):
    """The whole screen."""


class PromptInlineDriver(Prompt, LinuxInlineDriver):
    """Some lines under the prompt."""
