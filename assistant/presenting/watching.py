"""The side of the notes: follows whatever is presented on this machine, one presentation after another."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.presenting.message import ASK, LARGEST, NotUnderstood, unpacked, unreadable
from assistant.presenting.transport import connect

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.presenting.told import Told
    from assistant.presenting.transport import Peer

KNOCKS_EVERY = 0.1
"""Seconds between two looks for a presentation, where none is running."""

AFTER_NONSENSE = 1.0
"""Seconds until one that cannot be understood is asked again."""

SILENCE = 3.0
"""Seconds after which a presentation that is there, but says nothing, is told of."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the presentation now."""

    told: Told | None = None
    """The newest; nothing where nobody presents, or has not begun yet."""
    is_there: bool = False
    """Whether there is a presentation, begun or not."""
    trouble: str = ""
    """One plain line about what is wrong."""


class Watching:
    """Follows in a thread of its own, from ``start`` on. Nothing that comes over the connection can stop it."""

    def __init__(self) -> None:
        self._peer: Peer | None = None
        self._changed: Callable[[], object] = lambda: None
        self._seen = Seen()
        self._news = threading.Condition()
        self._closed = threading.Event()

    @property
    def seen(self) -> Seen:
        """What is known now."""
        return self._seen

    def knock(self) -> bool:
        """Whether there is a presentation now. It waits a few seconds for ``start``."""
        self._peer = connect()
        self._seen = Seen(is_there=self._peer is not None)
        return self._seen.is_there

    def start(self, changed: Callable[[], object] = lambda: None) -> None:
        """Follow from now on. ``changed`` is called, in that thread, when there is something new to be seen."""
        self._changed = changed
        threading.Thread(target=self._watch, name="watching", daemon=True).start()

    def wait(self, seen: Seen, seconds: float) -> Seen:
        """What is known when it is something else than ``seen``, or after so many ``seconds``."""
        with self._news:
            self._news.wait_for(lambda: self._seen is not seen, seconds)
        return self._seen

    def close(self) -> None:
        """Follow no longer, and tell of nothing. The thread ends within ``SILENCE``."""
        self._closed.set()

    def _watch(self) -> None:
        peer = self._peer or connect()
        while not self._closed.is_set():
            trouble = "" if peer is None else self._follow(peer)
            self._see(Seen(trouble=trouble))
            self._closed.wait(AFTER_NONSENSE if trouble else KNOCKS_EVERY)
            peer = connect()

    def _follow(self, peer: Peer) -> str:
        """Follow one presentation until it is gone. What is wrong with it, where something is."""
        try:
            with peer:
                while not self._closed.is_set():
                    peer.send_bytes(ASK)
                    while not peer.poll(SILENCE):
                        if self._closed.is_set():
                            return ""
                        self._see(Seen(self._seen.told, True, _("the presentation does not answer just now")))
                    self._see(Seen(unpacked(peer.recv_bytes(LARGEST)), is_there=True))
        except (EOFError, ConnectionError):
            return ""
        except OSError:  # too long, or half of one
            return unreadable()
        except NotUnderstood as line:
            return str(line)
        return ""

    def _see(self, seen: Seen) -> None:
        if seen == self._seen or self._closed.is_set():
            return
        with self._news:
            self._seen = seen
            self._news.notify_all()
        self._changed()
