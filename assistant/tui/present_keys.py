"""What the keys of a presentation do."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from textual.binding import Binding

from assistant.letters.pages import sizes
from assistant.player import State
from assistant.script.model import MOST_OPTIONS
from assistant.shelf import TOO_MUCH
from assistant.tui.following import Following
from assistant.tui.widgets.large_words import LargeWords

if TYPE_CHECKING:
    from assistant.sitting import Sitting
    from assistant.timeline.model import Timeline


class Stage(Enum):
    """How far a presentation is."""

    BEFORE = auto()
    """The room gathers. Nothing runs until somebody says so."""
    SHOWN = auto()
    OVER = auto()


class PresentKeys(Following):
    """The half of a presentation that hands keys to its sitting; the other half shows it."""

    BINDINGS = [
        Binding("space,enter", "go", show=False, priority=True),
        Binding("n,N,right,pagedown", "next", show=False, priority=True),
        Binding("p,P,left,pageup", "back", show=False, priority=True),
        Binding("b,B,full_stop", "blank", show=False, priority=True),
        Binding("plus,equals_sign", "resize(1)", show=False, priority=True),
        Binding("minus", "resize(-1)", show=False, priority=True),
        Binding("v,V", "sound", show=False, priority=True),
        Binding("m,M", "too_much", show=False, priority=True),
        Binding("question_mark", "help", show=False, priority=True),
        Binding("t,T", "app.light", show=False, priority=True),
        # Remote controls send these to begin and to end a show.
        Binding("escape,f5", "hold", show=False, priority=True),
        Binding("q,Q,ctrl+c", "stop", show=False, priority=True),
        *(Binding(f"{number}", f"choose({number})", show=False) for number in range(1, MOST_OPTIONS + 1)),
    ]

    _stage: Stage
    _left: Sitting | None = None
    """What was shown when it became too much; it waits."""
    _is_blank: bool
    _chosen_size: int | None

    @property
    def texts(self) -> tuple[str, ...]:
        """All that the room comes to read."""
        raise NotImplementedError

    @property
    def rows(self) -> int:
        """Rows of a capital letter; 0 are common letters."""
        raise NotImplementedError

    def begin(self, timeline: Timeline) -> None:
        """Show ``timeline`` from its beginning, now."""
        raise NotImplementedError

    def action_go(self) -> None:
        """Begin; pause, and go on; after the end, leave."""
        if self._stage is Stage.OVER:
            self.action_stop()
        elif self._sitting is None:
            self.begin(self._timeline)
        else:
            self._sitting.player.toggle(self.app.clock())
            self.look()

    def action_hold(self) -> None:
        """Begin, or pause: an end would not be what was meant."""
        if self._sitting is None:
            self.begin(self._timeline)
        else:
            self._sitting.player.hold(self.app.clock(), State.PAUSED)
            self.look()

    def action_next(self) -> None:
        """To the next step; before the beginning, to it; in the count-in, to the end of that."""
        if self._sitting is None:
            self.action_go()
            return
        player = self._sitting.player
        moment = player.skip(self.app.clock())
        while moment.index < self._timeline.counted_in:
            moment = player.skip(self.app.clock())
        self.look(jumped=True)

    def action_back(self) -> None:
        """To the beginning of this step, or to the one before; after looking around, to what was left for it."""
        if self._stage is Stage.OVER and self._left is not None:
            self._sitting, self._left, self._stage = self._left, None, Stage.SHOWN
            self._help_after = False
        elif self._sitting is not None:
            self._sitting.player.back(self.app.clock())
        self.look(jumped=True)

    def action_blank(self) -> None:
        """Let the room see nothing, or all again. What runs goes on."""
        if self._stage is not Stage.OVER:
            self.blank(off=self._is_blank)

    def blank(self, *, off: bool) -> None:
        """Hide everything from the room, or no more."""
        self._is_blank = not off
        self.set_class(self._is_blank, "-blank")
        # What cannot be seen has no size; words are laid out when they have theirs again.
        self.call_after_refresh(self.look)

    def action_resize(self, by: int) -> None:
        """Larger or smaller letters, as far as no word is broken."""
        if self._is_blank:
            return
        wall = self.query_one("#large", LargeWords).wall
        ladder = (0, *sizes(self.texts, wall))
        at = ladder.index(self.rows) if self.rows in ladder else 0
        self._chosen_size = ladder[min(max(0, at + by), len(ladder) - 1)]
        self.look()

    def action_sound(self) -> None:
        """Silent, bells, or voice."""
        if self.app.sound is not None:
            self.app.sound.next(self._sitting.advance(self.app.clock()) if self._sitting is not None else None)
            self.look()

    def action_choose(self, number: int) -> None:
        """What stands behind that number."""
        self.choose(number)
        self.look(jumped=True)

    def action_too_much(self) -> None:
        """To looking around, at once; then to the help page. Once more: to the help page."""
        self._help_after = True
        self.blank(off=True)
        if self._sitting is not None and self._timeline.script == TOO_MUCH:
            self._sitting.player.stop(self.app.clock())
            self.look()
            return
        if self._sitting is not None and self._stage is Stage.SHOWN:
            self._sitting.player.hold(self.app.clock(), State.PAUSED)
            self._left = self._sitting
        self.begin(self.app.calm())

    def open_help(self) -> None:
        """With the keys that there are here."""
        from assistant.presenting.keys import key_list
        from assistant.tui.screens.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(keys_first=not self._help_after, keys=key_list))

    def action_stop(self) -> None:
        """End here, without a question."""
        if self._sitting is not None:
            self._sitting.player.stop(self.app.clock())
        self.app.exit()
