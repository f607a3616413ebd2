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
    NOT_THERE = "not-there"
    """The device that was chosen is not there; another one is played on."""
    UNREADABLE = "unreadable"
    """One sound could not be read; the others are heard."""

    @property
    def is_the_end(self) -> bool:
        """Whether nothing more will be heard."""
        return self in {Trouble.NO_LIBRARY, Trouble.NO_ANSWER}

    @property
    def is_silence(self) -> bool:
        """Whether nothing at all is heard while it lasts."""
        return self not in {Trouble.NOT_THERE, Trouble.UNREADABLE}

    @property
    def is_the_device(self) -> bool:
        """Whether it is over when there is a device to play on."""
        return self in {Trouble.NO_DEVICE, Trouble.LOST, Trouble.NO_CALLBACK, Trouble.NOT_THERE}

    @property
    def line(self) -> str:
        """One plain line in the language in use: what is missing, that the break goes on, what to do."""
        if self is Trouble.NO_LIBRARY:
            return _("The sound library is missing, so the break goes on in silence. “mellomrom doctor” says more.")
        if self is Trouble.NO_DEVICE:
            return _("No sound device was found, so the break goes on in silence. “mellomrom doctor” says more.")
        if self is Trouble.LOST:
            return _("The sound device is gone, so the break goes on in silence. “mellomrom doctor” says more.")
        if self is Trouble.NOT_THERE:
            return _(
                "The sound device you chose is not there, so another is used. “mellomrom doctor --sound” lists them."
            )
        if self is Trouble.UNREADABLE:
            return _("One sound could not be read, so it is left out. The words stand on the screen.")
        return _("The sound does not answer, so the break goes on in silence. “mellomrom doctor” says more.")
