"""The day in plain lines: a line when something changes, and keys where there is a terminal."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from typing import TYPE_CHECKING, TextIO

from assistant.line import say
from assistant.line.keys import keys_of_terminal
from assistant.workday.keys import SPACE, act, footer, here
from assistant.workday.words import in_a_line, of_place, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.day.offer import Offer
    from assistant.line.keys import Keys
    from assistant.shelf import Shelf
    from assistant.workday.sign import Sign
    from assistant.workday.view import View
    from assistant.workday.workday import Workday

EVERY = 1.0
"""Seconds until one looks again, where no key is pressed."""

LEAVE = {"q", "\x1b", "\x03", "\x04"}
OTHERS = {"b", "m", "o", "s"}


class LineDay:
    """Follows a day until somebody leaves. What was asked for is handed back, so that it may have the terminal."""

    def __init__(
        self,
        workday: Workday,
        shelf: Shelf,
        sign: Sign,
        *,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now().astimezone(),
        out: TextIO | None = None,
        keys: Keys | None = None,
    ) -> None:
        """``sign`` makes offers known to whoever does not read along."""
        self._workday = workday
        self._shelf = shelf
        self._sign = sign
        self._now = now
        self._out = out or sys.stdout
        self._keys = keys or keys_of_terminal()
        self._place: tuple[object, ...] = ()
        """Where one was when that was last told."""
        self._trouble: str | None = None
        self._keys_told = False

    def until_asked(self) -> Offer | str | None:
        """Follow the day until something is asked for: a break, the key of something else, or to leave (nothing)."""
        with self._keys:
            while True:
                view = self._workday.look(self._now())
                self._tell(view)
                if view.sign:
                    self._sign.give()
                key = self._keys.wait(EVERY)
                if key in LEAVE:
                    return None
                if key in OTHERS:
                    return key
                if key == "?":
                    self._help(view)
                elif key is not None:
                    offer = self._do(key, view)
                    if offer is not None:
                        return offer

    def _do(self, key: str, view: View) -> Offer | None:
        what = act(SPACE if key in {" ", "\r", "\n"} else key, view)
        if what is None:
            return None
        self._place = ()
        return self._workday.do(what, self._now())

    def _tell(self, view: View) -> None:
        trouble = view.trouble or self._sign.trouble
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble is not None:
                self._line(trouble)
        # Minutes go by without a word, and an offer that grows shorter is still the same: it is said once.
        place = (view.reading, view.standing.where, view.standing.until)
        if place == self._place and not view.sign:
            return
        self._place, words = place, words_of(view, self._shelf)
        self._line(in_a_line(view, words))
        if self._keys.listens and (view.offer is not None or not self._keys_told):
            self._keys_told = True
            self._line(say.listed(here(view) if view.offer is not None else footer(view)))

    def _help(self, view: View) -> None:
        place = of_place(view)
        for line in (say.listed(footer(view)), *say.help_lines(), f"{place.thought} {place.hint}".strip()):
            self._line(line)

    def _line(self, text: str) -> None:
        with contextlib.suppress(OSError, AttributeError):  # nobody reads; the day goes on
            self._out.write(text + "\n")
            self._out.flush()
