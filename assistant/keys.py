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
    EARLY = auto()
    """The next person is here already: end gently."""
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
    "e": Act.EARLY,
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


def act(key: str, moment: Moment, *, fitted: bool = False) -> Act | None:
    """What the key that sends ``key`` does at ``moment``; nothing where it does nothing.

    In a break that was ``fitted`` to a gap the space bar ends it gently while it runs; ``enter`` counts there.
    """
    cue = moment.cue
    if key == " ":
        return _space(moment, fitted=fitted)
    if key in {ENTER, "\n"}:
        return _enter(moment, fitted=fitted)
    if key == "s" and cue.swaps:
        return Act.SWAP
    if key == "k" and cue.may_keep:
        return Act.KEEP
    if key.isdecimal() and 1 <= int(key) <= len(moment.choices):
        return Act.CHOOSE
    return ALWAYS.get(key)


def _space(moment: Moment, *, fitted: bool) -> Act:
    if fitted and not moment.state.waits:
        return Act.EARLY
    return Act.MARK if _counts(moment) else Act.PAUSE


def _enter(moment: Moment, *, fitted: bool) -> Act | None:
    if fitted and _counts(moment):
        return Act.MARK
    return {Kind.ASK: Act.WRITE, Kind.CHOOSE: None}.get(moment.cue.kind, Act.PAUSE)


def here(moment: Moment, *, answered: bool, fitted: bool = False) -> list[tuple[str, str]]:
    """The keys that do something only at such a moment, and what they do. ``answered``: something can be kept."""
    cue = moment.cue
    if _counts(moment) and fitted:
        return [("enter", _("one more"))]
    if _counts(moment):
        return [(space(), _("one more")), ("p", _("pause"))]
    if cue.kind is Kind.ASK:
        return [*([("k", _("keep"))] if answered and cue.may_keep else []), ("enter", _("write"))]
    if moment.choices:
        return [(f"1–{len(moment.choices)}", _("choose"))]
    return [("s", _("other sense"))] if cue.swaps else []


def footer(
    moment: Moment, sound: Sound | None, *, answered: bool = False, fitted: bool = False
) -> list[tuple[str, str]]:
    """The keys that do something at ``moment``, in the order of the footer. ``sound`` is nothing where none can be."""
    if moment.state.waits:
        general = [(space(), _("go on"))]
    elif fitted:
        general = holding(fitted=True)
    else:
        general = [] if _counts(moment) else holding(fitted=False)
    by_space = fitted and not moment.state.waits
    special = here(moment, answered=answered, fitted=fitted)
    return [*special, *general, *always(sound_words(sound).lower() if sound else None, fitted=by_space)]


def least_first(*, fitted: bool = False) -> tuple[str, ...]:
    """In which keys go where there is no room for all: never those that choose, keep, stop or say it is too much."""
    return ("e", "v", "n", "?", "p", *(("enter", space()) if fitted else (space(), "enter")))


def holding(*, fitted: bool) -> list[tuple[str, str]]:
    """The key that pauses a break, and what the space bar does where that is something else."""
    return [(space(), _("they are here")), ("p", _("pause"))] if fitted else [(space(), _("pause"))]


def always(sound: str | None, *, fitted: bool = False) -> list[tuple[str, str]]:
    """The keys that do the same at every moment. ``sound`` is what ``v`` does, where it does something.

    Where the space bar does what ``e`` does, as in a break that was ``fitted`` to a gap, ``e`` is not told of.
    """
    return [
        ("n", _("next")),
        *([("v", sound)] if sound is not None else []),
        *([] if fitted else [("e", _("they are here"))]),
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
