"""Answer a question in a line of one's own. It is forgotten when the step is over, unless it was kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant import answers, paths
from assistant.i18n import _
from assistant.plaintext import without_controls

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.line.keys import Keys
    from assistant.player import Moment


class Answering:
    """Reads answers from ``keys`` and says by ``say`` what becomes of them."""

    def __init__(self, keys: Keys, say: Callable[[str], None]) -> None:
        self._keys = keys
        self._say = say
        self._question = ""
        self._answer = ""

    def write(self, moment: Moment) -> None:
        """Let an answer to what is asked at ``moment`` be written. The break waits meanwhile."""
        self._say(_("The clock waits while you write. Enter ends it. No names or stories here."))
        self._question = moment.words
        self._answer = without_controls(self._keys.line())[: answers.LONGEST]
        if self._answer and moment.cue.may_keep:
            self._say(_("Nothing has been kept. k keeps it."))

    def keep(self, title: str) -> None:
        """Keep what was written last, in the break called ``title``."""
        if not self._answer:
            return
        if answers.keep(title, self._question, self._answer, dt.datetime.now().astimezone()):
            self._say(_("Kept. “mellomrom kept” shows it."))
            self.forget()
        else:
            self._say(_("It could not be kept; see whether {file} can be written.").format(file=paths.answers()))

    def forget(self) -> None:
        """Let go of it."""
        self._question = self._answer = ""
