"""The process in which sound plays: ``python -m assistant.sound.child``, for ``Speaker`` and nobody else.

It reads messages from standard input and writes events to standard output, as ``messages`` has them. It leaves when
it is told to, or when standard input is closed because its parent is gone.
"""

from __future__ import annotations

import os
import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING

from assistant.sound.messages import LEFT, Message, decode, encode
from assistant.sound.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

HANGING = 3.0
"""Seconds after which the process ends without its parent, even if the sound system hangs."""


def main() -> None:
    """Serve until the end; the process ends with it."""
    tell = _events()
    inbox: SimpleQueue[Message | str] = SimpleQueue()
    # Before anything that could hang: looking for devices already can.
    threading.Thread(target=_listen, args=(inbox,), daemon=True).start()
    # numpy would start a thread for each core, and nothing here multiplies matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from assistant.sound.host import Host
    except (ImportError, OSError):  # sounddevice raises OSError where there is no PortAudio
        tell({"event": "trouble", "what": Trouble.NO_LIBRARY.value})
    else:
        Host(inbox, tell).serve()
    # Not by way of Python's own end: it would wait for PortAudio, which can hang when its server is gone.
    os._exit(0)


def _events() -> Callable[[Message], None]:
    """Take standard output for events alone: what a library prints there goes nowhere."""
    events = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)

    def tell(event: Message) -> None:
        try:
            os.write(events, encode(event))
        except OSError:  # the parent is gone; standard input says so too
            return

    return tell


def _listen(inbox: SimpleQueue[Message | str]) -> None:
    """Read until the parent is gone; then see to it that this process ends, whatever it hangs in."""
    with os.fdopen(os.dup(0), "rb") as lines:
        for line in lines:
            message = decode(line)
            if message is not None:
                inbox.put(message)
    inbox.put(LEFT)
    time.sleep(HANGING)
    os._exit(1)


if __name__ == "__main__":
    main()
