"""Textual's driver for an app that a browser shows, and that ends when nobody serves it any more."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp

from assistant.sound.spawn import end_after

if TYPE_CHECKING:
    from textual.theme import Theme

GRACE = 3.0
"""Seconds to end well in when the server is gone."""


class ServedDriver(WebDriver):
    """Textual's own goes on without anybody when its server is gone.

    Written against Textual 8.2. It also tells the browser the colour of the ground, for the edge that is left where
    the window is no whole number of letters.
    """

    def start_application_mode(self) -> None:
        """Begin; from now on the browser listens."""
        super().start_application_mode()
        self._tell_ground(self._app.current_theme)
        self._app.theme_changed_signal.subscribe(self._app, self._tell_ground)

    def write(self, data: str) -> None:
        """Hand on what is drawn; where nobody takes it, go on."""
        with contextlib.suppress(OSError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something; where it is gone, go on."""
        with contextlib.suppress(OSError):
            super().write_meta(data)

    def run_input_thread(self) -> None:
        """Read keys until the end; in a thread of its own. Where there are no more, the app ends too."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            end_after(GRACE)
            self._app.post_message(ExitApp())

    def _tell_ground(self, theme: Theme) -> None:
        """As terminals are told a colour: OSC 11."""
        if theme.background is not None:
            self.write(f"\x1b]11;{theme.background}\x1b\\")
