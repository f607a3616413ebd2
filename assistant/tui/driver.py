"""Textual's driver for Linux and macOS, with an end that does not keep anybody waiting."""

from __future__ import annotations

import contextlib
import os
import select
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

LOOK_AGAIN = 0.1
"""Seconds after which an escape key that stands alone is one."""


class PromptDriver(LinuxDriver):
    """Textual's own looks for the end of input every 100 ms, twice: too long for a key that says stop.

    Written against Textual 8.2. It also ends the process when its terminal is gone, where Textual's writes into the
    void until it stands still.
    """

    def disable_input(self) -> None:
        """Wake the thread that reads keys, so that it ends at once."""
        wake = getattr(self, "_wake", None)
        if wake is not None:
            with contextlib.suppress(OSError):
                os.write(wake, b".")
        super().disable_input()

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
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        finally:
            for end in (woken, self._wake):
                os.close(end)

    def _typed(self) -> bytes:
        try:
            typed = os.read(self.fileno, 4096)
        except OSError:
            typed = b""
        if not typed:
            os._exit(0)  # nobody is there to leave anything to
        return typed
