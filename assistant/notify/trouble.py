"""What can be wrong with notifications, and how it is told: in one line, while the offer stands on the screen."""

from __future__ import annotations

from enum import StrEnum

from assistant.i18n import _


class Trouble(StrEnum):
    """Why no notification is shown."""

    NO_LIBRARY = "no-library"
    NO_DESKTOP = "no-desktop"
    """There is no session bus, or none on this machine."""
    NO_SERVER = "no-server"
    """The desktop has nothing that shows notifications, or it refused this one."""
    NOT_HERE = "not-here"
    """The system shows notifications of apps alone, and a program in a terminal is none."""
    NOT_ALLOWED = "not-allowed"
    NO_ANSWER = "no-answer"
    """The desktop hangs, or the child process does."""

    @property
    def line(self) -> str:
        """One plain line in the language in use: what is missing, and what to do."""
        if self is Trouble.NO_LIBRARY:
            return _("The library for notifications is missing, so none is shown; install Mellomrom again.")
        if self is Trouble.NO_DESKTOP:
            return _("There is no desktop here to show a notification on. It can be switched off in the settings.")
        if self is Trouble.NO_SERVER:
            return _("Nothing on this desktop shows notifications. They can be switched off in the settings.")
        if self is Trouble.NOT_HERE:
            return _("This system shows no notification from a terminal. It can be switched off in the settings.")
        if self is Trouble.NOT_ALLOWED:
            return _("This machine does not let Mellomrom show notifications. Its own settings can allow it.")
        return _("The desktop did not answer, so no notification was shown. The offer stands here.")
