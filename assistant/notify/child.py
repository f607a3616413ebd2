"""The process that shows a notification: ``python -m assistant.notify.child``, for ``Notifier`` and nobody else.

It reads from standard input what to show, as one line of JSON ``{"app": …, "title": …, "text": …}``, and writes to
standard output how it went: ``{"event": "shown"}`` or ``{"event": "trouble", "what": …}``. It takes the notification
away and leaves when standard input is closed, which also happens when its parent is gone.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING

from assistant.notify.trouble import Trouble
from assistant.sound.messages import LONGEST, Message, decode, encode
from assistant.sound.spawn import end_after, own_channel

if TYPE_CHECKING:
    from collections.abc import Callable

OVERDUE = 60.0
"""Seconds after which it ends by itself, whatever it hangs in; a person may have to allow notifications first."""
HANGING = 1.0
"""Seconds after its parent is gone that it may take to leave."""


def main() -> None:
    """Show one notification, and take it away; the process ends with it."""
    channel = own_channel()

    def tell(event: Message) -> None:
        os.write(channel, encode(event))

    end_after(OVERDUE)
    order = decode(sys.stdin.buffer.readline(LONGEST))
    gone: Future[None] = Future()
    threading.Thread(target=_listen, args=(gone,), daemon=True).start()
    try:
        if order is not None:
            _show(order, gone, tell)
    except OSError:  # nobody reads any more what is told
        pass
    # Not by way of Python's own end: it would wait for threads, and for a connection that may hang.
    os._exit(0)


def _show(order: Message, gone: Future[None], tell: Callable[[Message], None]) -> None:
    try:
        from assistant.notify.desktop import show
    except Exception:  # noqa: BLE001 - it asks three systems for their own libraries, and each fails in its own way
        tell({"event": "trouble", "what": Trouble.NO_LIBRARY})
        return
    asyncio.run(show(order, gone, tell))


def _listen(gone: Future[None]) -> None:
    """Wait until the parent is gone; then see to it that this process ends, whatever it hangs in."""
    sys.stdin.buffer.read()
    gone.set_result(None)
    time.sleep(HANGING)
    os._exit(1)


if __name__ == "__main__":
    main()
