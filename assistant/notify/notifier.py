"""The notification that goes with an offer. Its words are the same every time, and others may see the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _, marked
from assistant.notify.trouble import Trouble
from assistant.sound.companion import Companion
from assistant.sound.spawn import module_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.sound.messages import Message

APP = "Mellomrom"
"""Who it is from; also its title."""
WORDS = marked("There is a little room now, if you like.")
"""What it says: neither for whom, nor after what, nor what for."""
TO_LEAVE = 0.8
"""Seconds that a child may take to clear its notification and leave."""


class Notifier:
    """Shows one notification at a time. All methods return at once, and none raises.

    A child process shows it and takes it away again: after ``desktop.SHOWN`` seconds, when the next one comes, with
    ``close``, and when this process ends. What is wrong is told by ``trouble``, and stops nothing.
    """

    def __init__(self, app_name: str = APP, *, command: Sequence[str] | None = None) -> None:
        """``command`` runs another child, for tests."""
        self._app_name = app_name
        self._command = module_command("assistant.notify.child") if command is None else list(command)
        self._showing: _Showing | None = None

    @property
    def shown(self) -> bool:
        """Whether the desktop has taken the latest one."""
        return self._showing is not None and self._showing.shown

    @property
    def trouble(self) -> str | None:
        """Why the latest one is not shown, as one line for the screen; nothing while all is well."""
        found = None if self._showing is None else self._showing.trouble
        return None if found is None else found.line

    def show(self) -> None:
        """Show it, in the language in use; one that is still there goes."""
        self.close()
        self._showing = _Showing(self._command, {"app": self._app_name, "title": APP, "text": _(WORDS)})

    def close(self) -> None:
        """Take away what is still shown; the child is gone within a second, or made to go."""
        if self._showing is not None:
            self._showing.leave()

    def wait(self, seconds: float) -> bool:
        """Wait until the child is gone, for so many seconds at most; says whether it is."""
        return self._showing is None or self._showing.child.gone.wait(seconds)


class _Showing:
    """One notification and its child."""

    def __init__(self, command: Sequence[str], order: Message) -> None:
        self.shown = False
        self.trouble: Trouble | None = None
        self._leaving = False
        self.child = Companion(command, self._heard, self._ended)
        self.child.send(order)

    def leave(self) -> None:
        if not self._leaving:
            self._leaving = True
            self.child.leave(TO_LEAVE)

    def _heard(self, event: Message) -> None:
        if event.get("event") == "shown":
            self.shown = True
        elif event.get("event") == "trouble":
            told = {trouble.value: trouble for trouble in Trouble}
            self.trouble = told.get(str(event.get("what")), Trouble.NO_ANSWER)

    def _ended(self) -> None:
        if not self.shown and not self._leaving and self.trouble is None:
            self.trouble = Trouble.NO_ANSWER
