"""The side of whoever presents: tells the notes of the leader, in whatever terminals they are, where one is."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.presenting.message import ASK, packed
from assistant.presenting.transport import NoWay, Taken, connect, listen

if TYPE_CHECKING:
    from assistant.presenting.told import Told
    from assistant.presenting.transport import Ground, Peer

AT_LATEST = 1.0
"""Seconds after which followers are told the same again, so that one hears that the other is there."""

PATIENCE = 10.0
"""Seconds in which a follower has to ask for more."""

MOST = 64
"""Followers at once."""

AFTER_A_FAILURE = 0.1
"""Seconds until one listens again."""

TO_CLOSE = 1.0
"""Seconds that the end waits at most for the thread that listens; it takes a thousandth of one."""


class AlreadyPresenting(LookupError):  # noqa: N818 - it says what happened
    """Somebody presents on this machine. Its text is one plain line in the user's language."""


class Desk:
    """Tells every follower the newest that it has been told. A follower never holds it up.

    Each follower asks for a message when it has read the one before, in a thread of its own: so it gets the newest
    there is then, however slow it is. What does not ask is dropped, and may come again.
    """

    def __init__(self, ground: Ground | None, trouble: str = "") -> None:
        self.trouble = trouble
        """One plain line where nobody can follow; the presentation goes on."""
        self._ground = ground
        self._closed = ground is None
        self._told: Told | None = None
        self._message, self._number = packed(None), 1
        """What was told last, as it is sent, and how often something has been told."""
        self._changed = threading.Condition()
        self._followers = 0
        self._listening = threading.Thread(target=self._listen, args=(ground,), name="notes", daemon=True)
        if ground is not None:
            self._listening.start()

    @classmethod
    def open(cls) -> Desk:
        """Listen from now on. Raises ``AlreadyPresenting``; whatever else stands in the way is a ``trouble``."""
        try:
            return cls(listen())
        except Taken:
            line = _("a presentation is running on this machine already; end it first")
            raise AlreadyPresenting(line) from None
        except NoWay as why:
            line = _("Notes in another terminal cannot follow: {why}. The presentation goes on.")
            return cls(None, line.format(why=why))

    def tell(self, told: Told) -> None:
        """Tell all followers. Call it at every look at the clock; what has not changed is not sent. Never waits."""
        if self._closed or told == self._told:
            return
        with contextlib.suppress(ValueError):  # half a character; the next moment has others
            message = packed(told)
            with self._changed:
                self._told, self._message = told, message
                self._number += 1
                self._changed.notify_all()

    def close(self) -> None:
        """Tell nobody any more. The socket is gone when this comes back."""
        if self._closed or self._ground is None:
            return
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        # A thread that waits for somebody to knock hears nothing else.
        knock = connect()
        if knock is not None:
            knock.close()
            self._listening.join(TO_CLOSE)
        self._ground.close()

    def _listen(self, ground: Ground) -> None:
        while not self._closed:
            try:
                peer = ground.accept()
            except (OSError, EOFError):  # it has gone again, or there are too many open files
                time.sleep(AFTER_A_FAILURE)
                continue
            with self._changed:
                is_welcome = self._followers < MOST and not self._closed
                self._followers += is_welcome
            if not is_welcome:
                peer.close()
                continue
            threading.Thread(target=self._serve, args=(peer,), name="notes", daemon=True).start()

    def _serve(self, peer: Peer) -> None:
        """Answer one follower, until it goes, or does anything but ask."""
        number = 0
        try:
            # One that goes, or that takes only half a message, is gone.
            with peer, contextlib.suppress(OSError, EOFError):
                while peer.poll(PATIENCE) and peer.recv_bytes(len(ASK)) == ASK:
                    message, number = self._newer(number)
                    peer.send_bytes(message)
                    if self._closed:
                        return
        finally:
            with self._changed:
                self._followers -= 1

    def _newer(self, number: int) -> tuple[bytes, int]:
        """What comes after the message of that ``number``, or the same once more when it has been long."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number or self._closed, AT_LATEST)
            return self._message, self._number
