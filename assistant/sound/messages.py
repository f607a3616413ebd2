"""What parent and child say to each other: one JSON object a line, each with a name.

To the child, with ``n`` counting up::

    {"do": "output", "device": name, "delay": ms}    which device, and how late what it plays is heard
    {"do": "plan", "plan": …}                        load bells, tones and ambience, open the device
    {"do": "clip", "at": ms, "path": …}              take a clip of speech in
    {"do": "play" | "seek", "position": ms, "at": s} the break was at ``position`` when the clock showed ``at``
    {"do": "pause"}
    {"do": "volume", "part": …, "volume": 0-1}
    {"do": "say", "path": …, "part": …}              sound at once, beside the break
    {"do": "stop"}                                   fade out, and leave

From the child::

    {"event": "did", "n": …}                         the message of that number has been dealt with
    {"event": "ready"}                               the device asks for samples; trouble with it is over
    {"event": "trouble", "what": …}                  see ``Trouble``
"""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias

Message: TypeAlias = dict[str, Any]

LEFT: Final = "left"
"""What the child finds among its messages when its parent is gone, or has said all."""
LOST: Final = "lost"
"""What it finds there when the device is gone."""

LONGEST = 1 << 20
"""Bytes that no message reaches."""


def encode(message: Message) -> bytes:
    """``message`` as one line."""
    return json.dumps(message).encode("ascii") + b"\n"


def decode(line: bytes) -> Message | None:
    """The message in ``line``; nothing if it is none."""
    try:
        message = json.loads(line)
    except ValueError:  # no JSON, or no UTF-8
        return None
    except RecursionError:  # nested on and on
        return None
    return message if isinstance(message, dict) else None
