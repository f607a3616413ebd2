"""What goes over the local connection between a presentation and the notes: JSON, never objects of Python."""

from __future__ import annotations

import msgspec

from assistant.i18n import _
from assistant.plaintext import without_controls
from assistant.presenting.told import Told

VERSION = 1
"""Goes up where a side of an older version could not read what the other sends."""

LARGEST = 64 * 1024
"""Bytes of a message. What texts may be long makes a few thousand."""

ASK = b"next"
"""Sent by the notes for each message that they want: so there is never more than one under way, and none is stale."""


class NotUnderstood(ValueError):  # noqa: N818 - it says what happened
    """A message that is none of ours. Its text is one plain line in the user's language."""


class _Envelope(msgspec.Struct):
    version: int


class _Message(_Envelope):
    told: Told | None


def unreadable() -> str:
    """What is said of a message that cannot be read."""
    return _("what comes from the presentation cannot be read; start it anew")


def packed(told: Told | None) -> bytes:
    """``told``, or that nothing has been told yet, as it is sent."""
    return msgspec.json.encode(_Message(VERSION, told))


def unpacked(message: bytes) -> Told | None:
    """What ``message`` tells, with every text as it may stand on a terminal. Raises ``NotUnderstood``."""
    try:
        version = msgspec.json.decode(message, type=_Envelope).version
        if version == VERSION:
            told = msgspec.json.decode(message, type=_Message).told
            return None if told is None else _clean(told)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotUnderstood(unreadable()) from None
    line = _("the presentation runs in another version of Mellomrom; start both in the same one")
    raise NotUnderstood(line)


def _clean(told: Told) -> Told:
    texts = {name: without_controls(text) for name, text in msgspec.structs.asdict(told).items() if type(text) is str}
    return msgspec.structs.replace(told, **texts)
