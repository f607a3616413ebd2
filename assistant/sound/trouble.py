"""What can be wrong with the sound, and how it is told: once, in one line, while the break goes on."""

from __future__ import annotations

from enum import StrEnum

from assistant.i18n import _


class Trouble(StrEnum):
    """Why nothing is heard."""

    NO_LIBRARY = "no-portaudio"
    NO_DEVICE = "no-device"
    LOST = "lost"
    NO_CALLBACK = "no-callback"
    """The device was opened, and never asked for a sample."""
    NO_ANSWER = "no-answer"
    """The child process hangs, or has died, or talks nonsense."""
    UNREADABLE = "unreadable"
    """One sound could not be read; the others are heard."""

    @property
    def is_the_end(self) -> bool:
        """Whether nothing more will be heard."""
        return self is not Trouble.UNREADABLE

    @property
    def line(self) -> str:
        """One plain line in the language in use: what is missing, that the break goes on, what to do."""
        if self is Trouble.NO_LIBRARY:
            return _("The sound library is missing, so the break goes on in silence. “mellomrom doctor” says more.")
        if self is Trouble.NO_DEVICE:
            return _("No sound device was found, so the break goes on in silence. “mellomrom doctor” says more.")
        if self is Trouble.LOST:
            return _("The sound device is gone, so the break goes on in silence. “mellomrom doctor” says more.")
        if self is Trouble.UNREADABLE:
            return _("One sound could not be read, so it is left out. The words stand on the screen.")
        return _("The sound does not answer, so the break goes on in silence. “mellomrom doctor” says more.")
