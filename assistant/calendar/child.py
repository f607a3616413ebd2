"""The process that reads a calendar: ``python -m assistant.calendar.child``, for ``Calendar`` and nobody else.

It is asked on standard input, and answers on standard output with times. All texts of the file end with it.
"""

from __future__ import annotations

import os
import sys

from assistant.sound.spawn import end_after, own_channel

OVERDUE = 30.0
"""Seconds after which it ends by itself."""
ONE_EVENT = 2.0
"""Seconds that one event may take."""


def main() -> int:
    """Answer one question."""
    channel = own_channel()
    end_after(OVERDUE)
    from assistant.calendar.messages import decode_ask, encode
    from assistant.calendar.read import read

    answer = encode(read(decode_ask(sys.stdin.buffer.read()), ONE_EVENT))
    with os.fdopen(channel, "wb") as pipe:
        pipe.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
