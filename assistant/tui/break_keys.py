"""What the keys of a break do on the full screen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from textual.binding import Binding

from assistant.i18n import _
from assistant.keys import ALWAYS, CUTS, ENTER, Act, act
from assistant.script.model import MOST_OPTIONS
from assistant.tui.following import Following
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.widgets import Input

    from assistant.answers import Answering
    from assistant.player import Moment
    from assistant.sitting import Sitting

LETTERS = "npevmqsk"
KEYS = {
    "space": " ",
    "enter": ENTER,
    "escape": "\x1b",
    "question_mark": "?",
    **{key: key for key in LETTERS},
    **{key.upper(): key for key in LETTERS},
    **{str(number): str(number) for number in range(1, MOST_OPTIONS + 1)},
}
"""What Textual calls the keys of a break, and the characters that they send."""


class BreakKeys(Following):
    """The half of a break's screen that hands keys to its sitting; the other half shows it."""

    # With priority, so that keys are taken in order by whatever screen is there when it is their turn.
    BINDINGS = [
        *(Binding(key, f"press({character!r})", show=False, priority=True) for key, character in KEYS.items()),
        Binding("ctrl+c", "stop", show=False, priority=True),
        Binding("t", "app.light", show=False),
    ]

    _answering: Answering
    _fits_a_gap: bool

    def _leave(self) -> None:
        raise NotImplementedError

    def _too_much(self) -> None:
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While somebody writes, letters are letters."""
        return not (action == "press" and self.query("Answer"))

    def action_press(self, key: str) -> None:
        """Find out what the key does just now, and do it."""
        if self._sitting is None:  # it has hardly begun
            if ALWAYS.get(key) is Act.STOP:
                self.action_stop()
            return
        moment = self._sitting.advance(self.app.clock())
        what = act(key, moment, fitted=self._fits_a_gap)
        if what is not None:
            self._do(what, key, moment, self._sitting)

    def _do(self, what: Act, key: str, moment: Moment, sitting: Sitting) -> None:
        player, now, sound = sitting.player, self.app.clock(), self.app.sound
        if what is Act.STOP:
            self.action_stop()
            return
        if what is Act.TOO_MUCH:
            self._too_much()
            return
        if what is Act.PAUSE:
            player.toggle(now)
        elif what is Act.EARLY:
            sitting.early(now)
            self.app.early()
        elif what is Act.NEXT:
            player.skip(now)
        elif what is Act.SOUND and sound is not None:
            sound.next(moment)
        elif what is Act.HELP:
            self.action_help()
        else:
            self._do_here(what, key, sitting)
        self.look(jumped=what in CUTS)

    def _do_here(self, what: Act, key: str, sitting: Sitting) -> None:
        """What keys do only at certain steps."""
        now = self.app.clock()
        if what is Act.MARK:
            sitting.player.mark(now)
        elif what is Act.SWAP:
            self.say(sitting.player.swap(now).words)
        elif what is Act.CHOOSE:
            self.choose(int(key))
        elif what is Act.WRITE:
            sitting.player.write(now)
            self._begin_writing()
        elif what is Act.KEEP:
            self._answering.keep(self._timeline.title, dt.datetime.now().astimezone())

    def action_stop(self) -> None:
        """End here, without a question; also before it has begun."""
        if self._sitting is not None:
            self._sitting.player.stop(self.app.clock())
            self.look()
        else:
            self._leave()

    # Writing

    def _begin_writing(self) -> None:
        from assistant.tui.widgets.answer import Answer

        answer = Answer()
        self.query_one(Words).mount(answer)
        answer.focus()
        self.query_one(KeyLine).show((("enter", _("done")), ("esc", _("leave it"))))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Something was written, or nothing."""
        self._end_writing(event.value)

    def on_answer_let_go(self) -> None:
        """What was begun is forgotten."""
        self._end_writing("")

    def _end_writing(self, answer: str) -> None:
        self.query("Answer").remove()
        if self._sitting is not None:
            moment = self._sitting.player.written(self.app.clock())
            self._answering.wrote(answer, self._timeline.script, moment)
            self.look()
