"""What the keys of a presentation do."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import Screen

from assistant.letters.pages import sizes
from assistant.script.model import MOST_OPTIONS
from assistant.tui.widgets.large_words import LargeWords

if TYPE_CHECKING:
    from assistant.sitting import Sitting
    from assistant.timeline.model import Timeline
    from assistant.tui.app import Mellomrom
    from assistant.tui.widgets.options import Options


class Stage(Enum):
    """How far a presentation is."""

    BEFORE = auto()
    """The room gathers. Nothing runs until somebody says so."""
    SHOWN = auto()
    OVER = auto()


class PresentKeys(Screen[None]):
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
        Binding("q,Q,escape,ctrl+c", "stop", show=False, priority=True),
        *(Binding(f"{number}", f"choose({number})", show=False) for number in range(1, MOST_OPTIONS + 1)),
    ]

    app: Mellomrom
    _stage: Stage
    _timeline: Timeline
    _sitting: Sitting | None
    _help_after: bool
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

    def look(self, *, jumped: bool = False) -> None:
        """See where one is, and show it."""
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

    def action_next(self) -> None:
        """To the next step; before the beginning, to it."""
        if self._sitting is None:
            self.action_go()
        else:
            self._sitting.player.skip(self.app.clock())
            self.look(jumped=True)

    def action_back(self) -> None:
        """To the beginning of this step, or to the one before."""
        if self._sitting is not None:
            self._sitting.player.back(self.app.clock())
            self.look(jumped=True)

    def action_blank(self) -> None:
        """Let the room see nothing, or all again. What runs goes on."""
        self._is_blank = not self._is_blank
        self.set_class(self._is_blank, "-blank")
        self.look()
        # What cannot be seen has no size; words are laid out when they have theirs again.
        self.call_after_refresh(self.look)

    def action_resize(self, by: int) -> None:
        """Larger or smaller letters, as far as no word is broken."""
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
        """What stands behind that number, where there is something to choose."""
        if self._sitting is None:
            return
        moment = self._sitting.advance(self.app.clock())
        if number <= len(moment.choices):
            self._sitting.choose(moment.choices[number - 1], self.app.clock())
            self.look(jumped=True)

    def on_options_taken(self, taken: Options.Taken) -> None:
        """A click is as good as the digit."""
        self.action_choose(taken.number)

    def action_too_much(self) -> None:
        """To looking around, at once; then to the help page."""
        self._help_after = True
        self.begin(self.app.calm())

    def action_help(self) -> None:
        """Who answers, and what the keys do; what runs waits while one reads."""
        from assistant.presenting.keys import key_list
        from assistant.tui.screens.help_screen import HelpScreen

        if self._sitting is not None:
            self._sitting.player.hold(self.app.clock())
            self.look()
        self.app.push_screen(HelpScreen(keys_first=self._stage is not Stage.OVER, keys=key_list))

    def action_stop(self) -> None:
        """End here, without a question."""
        if self._sitting is not None:
            self._sitting.player.stop(self.app.clock())
        self.app.exit()
