"""The keys of a break: what each does at this moment. The full screen and line mode both ask here."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import TYPE_CHECKING

from assistant.help.page import space
from assistant.i18n import _
from assistant.settings import Sound
from assistant.timeline.model import Kind

if TYPE_CHECKING:
    from assistant.player import Moment


class Act(StrEnum):
    """What a key may do in a break."""

    PAUSE = auto()
    NEXT = auto()
    SOUND = auto()
    TOO_MUCH = auto()
    STOP = auto()
    HELP = auto()
    MARK = auto()
    """Count one thing."""
    SWAP = auto()
    """Another sense."""
    WRITE = auto()
    KEEP = auto()
    """Keep what was written."""
    CHOOSE = auto()
    """What the digit stands before."""


CUTS = frozenset({Act.NEXT, Act.CHOOSE, Act.SWAP})
"""After these the voice does not finish what it was saying."""

ENTER = "\r"
ALWAYS = {
    "p": Act.PAUSE,
    "n": Act.NEXT,
    "v": Act.SOUND,
    "m": Act.TOO_MUCH,
    "q": Act.STOP,
    "\x1b": Act.STOP,
    "\x03": Act.STOP,
    "\x04": Act.STOP,
    "?": Act.HELP,
}
"""By the character that the key sends."""


def act(key: str, moment: Moment) -> Act | None:
    """What the key that sends ``key`` does at ``moment``; nothing where it does nothing."""
    cue = moment.cue
    if key == " ":
        return Act.MARK if _counts(moment) else Act.PAUSE
    if key in {ENTER, "\n"}:
        return {Kind.ASK: Act.WRITE, Kind.CHOOSE: None}.get(cue.kind, Act.PAUSE)
    if key == "s" and cue.swaps:
        return Act.SWAP
    if key == "k" and cue.may_keep:
        return Act.KEEP
    if key.isdecimal() and 1 <= int(key) <= len(moment.choices):
        return Act.CHOOSE
    return ALWAYS.get(key)


def here(moment: Moment, *, answered: bool) -> list[tuple[str, str]]:
    """The keys that do something only at such a moment, and what they do. ``answered``: something can be kept."""
    cue = moment.cue
    if _counts(moment):
        return [(space(), _("one more")), ("p", _("pause"))]
    if cue.kind is Kind.ASK:
        return [*([("k", _("keep"))] if answered and cue.may_keep else []), ("enter", _("write"))]
    if moment.choices:
        return [(f"1–{len(moment.choices)}", _("choose"))]
    return [("s", _("other sense"))] if cue.swaps else []


def footer(moment: Moment, sound: Sound | None, *, answered: bool = False) -> list[tuple[str, str]]:
    """The keys that do something at ``moment``, in the order of the footer. ``sound`` is nothing where none can be."""
    pause = (space(), _("go on") if moment.state.waits else _("pause"))
    special = here(moment, answered=answered)
    return [*special, *([] if _counts(moment) else [pause]), *always(sound_words(sound).lower() if sound else None)]


def least_first() -> tuple[str, ...]:
    """In which keys go where there is no room for all: never those that choose, keep, stop or say it is too much."""
    return ("v", "n", "?", "p", space(), "enter")


def always(sound: str | None) -> list[tuple[str, str]]:
    """The keys that do the same at every moment. ``sound`` is what ``v`` does, where it does something."""
    return [
        ("n", _("next")),
        *([("v", sound)] if sound is not None else []),
        ("m", _("too much")),
        ("q", _("stop")),
        ("?", _("help")),
    ]


def sound_words(mode: Sound) -> str:
    """Which sound has been chosen."""
    return {Sound.SILENT: _("Sound: silent"), Sound.BELL: _("Sound: bell"), Sound.VOICE: _("Sound: voice")}[mode]


def _counts(moment: Moment) -> bool:
    """Whether the space bar counts."""
    return moment.cue.kind is Kind.COUNT and not moment.state.waits
