"""Run a break or the home screen, on the full screen or in plain lines, as the terminal allows."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant import i18n, settings, terminal
from assistant.accompaniment import Accompaniment
from assistant.cli.exits import InputWrong, complain
from assistant.cli.finding import find_script, timeline_of
from assistant.cli.speaker import with_speaker
from assistant.horizon import ELSE
from assistant.i18n import _
from assistant.settings import Settings, Sound
from assistant.shelf import Shelf, whole_shelf
from assistant.timeline.model import Timeline
from assistant.units import Ms, Seconds, ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from assistant.script.model import Script
    from assistant.tui.app import Mellomrom

    Opens = Callable[[Mellomrom], Screen[None]]
    """Makes the screen to begin with."""


def _nobody() -> None:
    """Nobody is to be told."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    script: str | None = None
    """An id or a file; where there is none, the transition between two conversations."""
    length: Ms | None = None
    began: Seconds | None = None
    """What the clock showed when the break began, where it must end at a certain time; else it begins when it can."""
    voice: bool | None = None
    """Whether the voice speaks, where that is said; else as it was chosen before."""
    speaker: str = ""
    """Who speaks, by name; where there is none, as it was chosen before."""
    plain: bool = False
    speed: float = 1.0
    people: int | None = None
    """How many take turns."""
    early: Callable[[], object] = _nobody
    """Told when it is ended because the next person is here."""
    discreet: bool = False
    """In five lines of the terminal, without sound or motion."""
    eyes_free: bool = False
    """All that would be seen is said."""
    for_guest: bool = False
    """It is shown to somebody else than whose machine it runs on."""

    @property
    def fitted(self) -> bool:
        """Whether the break fits a gap: somebody may come before it is over."""
        return self.began is not None


def run_break(wish: Wish) -> None:
    """Run the break that is wished for; raises ``InputWrong``."""
    if wish.began is not None and wish.length is not None and wish.length <= 0:
        raise InputWrong(_("that time has been; name one that is to come"))
    chosen, _trouble = settings.load()
    # Windows has no lines of a screen under the prompt.
    in_lines = (
        wish.plain or wish.eyes_free or terminal.wants_plain_lines() or (wish.discreet and sys.platform == "win32")
    )
    shelf, mode = whole_shelf(), _mode(chosen, wish, in_lines=in_lines)
    script, chosen = with_speaker(wish.script, wish.speaker, chosen, shelf)
    found = _found(replace(wish, script=script), shelf)
    if not isinstance(found, Timeline):
        shelf = shelf.and_also(found)
        length = wish.length
        if wish.discreet and length is None and found.lengths.discreet is not None:
            length = ms(found.lengths.discreet)
        found = timeline_of(found, length, chosen, mode, wish.people)
    if not in_lines:
        run_on_screen(shelf, found, chosen, mode, wish)
        return
    from assistant.cli.in_lines import run_in_lines

    run_in_lines(shelf, found, chosen, mode, wish)


def _found(wish: Wish, shelf: Shelf) -> Script | Timeline:
    """The break that is wished for; where none is named, one that can take the length that is."""
    if wish.script is not None or wish.length is None:
        return find_script(wish.script or ELSE.script, shelf)
    from assistant.cli.fitting import fitted

    return fitted(shelf, wish.length, remembers=wish.speed == 1)


def open_home(*, plain: bool) -> None:
    """Show what there is, and run what is chosen."""
    chosen, _trouble = settings.load()
    shelf = whole_shelf()
    for problem in shelf.problems:
        complain(str(problem))
    wish = Wish(for_guest=terminal.is_for_a_guest())
    if wish.for_guest:
        from assistant.cli.for_guests import keeping_nothing

        shelf = keeping_nothing(shelf)
    if not (plain or terminal.wants_plain_lines()):
        run_on_screen(shelf, None, chosen, chosen.sound, wish)
        return
    from assistant.cli.in_lines import run_in_lines
    from assistant.line.home import choose

    script = choose(shelf)
    if script is not None:
        mode = _mode(chosen, wish, in_lines=True)
        run_in_lines(shelf, timeline_of(script, None, chosen, mode), chosen, mode, wish)


def open_settings() -> None:
    """All settings, on the full screen."""
    from assistant.tui.app import Mellomrom

    chosen, _trouble = settings.load()
    run_on_screen(whole_shelf(), None, chosen, chosen.sound, Wish(), Mellomrom.settings)


def _mode(chosen: Settings, wish: Wish, *, in_lines: bool) -> Sound:
    """What may be heard at the start. Plain lines may be read by a screen reader, so nobody else speaks unasked."""
    if wish.speed != 1 or wish.voice is False or wish.discreet:
        return Sound.SILENT
    if wish.voice or wish.eyes_free:
        return Sound.VOICE
    return Sound.SILENT if in_lines else chosen.sound


def run_on_screen(
    shelf: Shelf, timeline: Timeline | None, chosen: Settings, mode: Sound, wish: Wish, opens: Opens | None = None
) -> None:
    """Run a break on the full screen, or what ``opens``; the home screen where there is neither."""
    sound = sound_of(chosen, mode, wish)
    if sound is not None and timeline is not None:
        # The sound gets ready while the screen does.
        sound.begin(timeline)
    from assistant.tui.app import Mellomrom, ScreenFailed

    app = Mellomrom(
        shelf, chosen, sound, start=timeline,
        speed=wish.speed, people=wish.people, discreet=wish.discreet,
    )  # fmt: skip
    app.began, app.fitted, app.opens, app.early = wish.began, wish.fitted, opens, wish.early
    app.for_guest = wish.for_guest
    try:
        app.run_to_end()
    except ScreenFailed as failed:
        line = _("the screen failed ({what}); “mellomrom break --plain” does the same in plain lines")
        raise InputWrong(line.format(what=failed)) from failed


def sound_of(chosen: Settings, mode: Sound, wish: Wish) -> Accompaniment | None:
    """What is heard; nothing can be where a break is run faster, must not be noticed, or is shown somewhere else."""
    is_mute = wish.speed != 1 or wish.discreet or wish.for_guest
    return None if is_mute else Accompaniment(chosen, i18n.language(), mode)
