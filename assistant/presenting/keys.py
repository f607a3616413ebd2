"""The keys of a presentation, and what they do."""

from __future__ import annotations

from assistant.help.page import space
from assistant.i18n import _


def key_list() -> tuple[tuple[str, str], ...]:
    """All of them, for whoever asks."""
    return (
        (space(), _("begin, pause, and go on")),
        ("n", _("next step")),
        ("p", _("back: to where this step began, or to the one before; after “too much”, to what was shown")),
        ("b", _("hide it from the room, or show it again; the break goes on")),
        ("+ −", _("larger and smaller letters")),
        ("1–5", _("choose, where there is a choice")),
        ("v", _("sound: silent, bell, voice")),
        ("m", _("too much: look around, then this page")),
        ("esc", _("pause: a remote control that means to end does not")),
        ("q", _("stop")),
        ("t", _("light or dark")),
        ("?", _("help")),
    )
