"""The process that reads a calendar: ``python -m assistant.calendar.child``, for ``Calendar`` and nobody else.

It is asked on standard input, and answers on standard output with times. All texts of the file end with it.
"""

from __future__ import annotations

import os
import sys
import threading

OVERDUE = 30.0
"""Seconds after which it ends by itself: nobody may be there any more to end it."""
ONE_EVENT = 2.0
"""Seconds that one event may take."""


def main() -> int:
    """Answer one question."""
    # What a library prints goes where errors go.
    channel = os.dup(1)
    os.dup2(2, 1)
    overdue = threading.Timer(OVERDUE, os._exit, (1,))
    overdue.daemon = True
    overdue.start()
    from assistant.calendar.messages import decode_ask, encode
    from assistant.calendar.read import read

    answer = encode(read(decode_ask(sys.stdin.buffer.read()), ONE_EVENT))
    with os.fdopen(channel, "wb") as pipe:
        pipe.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
