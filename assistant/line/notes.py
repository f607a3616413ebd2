"""The notes of a leader in plain lines: one line for each change, whole without the ones before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.line.keys import keys_of_terminal
from assistant.presenting.notes import between, left, next_in, of_the_leader, of_the_room, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.line.keys import Keys
    from assistant.presenting.told import Told
    from assistant.presenting.watching import Seen, Watching

EVERY = 0.05
"""Seconds until one looks again where keys are listened to."""

LEAVE = {"q", "\x1b", "\x03", "\x04"}


def follow(watching: Watching, keys: Keys | None = None, say: Callable[[str], object] = print) -> None:
    """Follow what ``watching`` sees until somebody leaves, or nobody reads any more (``BrokenPipeError``)."""
    keys = keys or keys_of_terminal()
    said: tuple[object, ...] = ()
    with keys:
        if keys.listens:
            say(f"q: {_('leave')}")
        while True:
            seen = watching.seen
            if _what(seen) != said:
                said = _what(seen)
                for line in lines(seen):
                    say(line)
            if keys.listens and keys.wait(EVERY) in LEAVE:
                return
            if not keys.listens:
                watching.wait(seen, 1.0)


def lines(seen: Seen) -> Iterator[str]:
    """What is said of ``seen``, one line for each thing."""
    if seen.trouble:
        yield seen.trouble
    elif seen.told is None or seen.told.is_over:
        yield " ".join(between(seen))
    else:
        yield line(seen.told)


def line(told: Told) -> str:
    """A moment in one line: what the room reads, what the leader may say, what is next, and how long is left."""
    parts = (
        f"{told.title}:",
        standing(told),
        f"{of_the_room(told)}: {told.words}",
        _("For you: {words}").format(words=of_the_leader(told)),
        f"{next_in(told)}{': ' if told.next_words else '.'}{told.next_words}",
        f"({left(told)})",
    )
    return " ".join(filter(None, parts))


def _what(seen: Seen) -> tuple[object, ...]:
    """What makes a line another than the one before: not that time goes by, nor that a breath does."""
    if seen.told is None or seen.told.is_over:
        return seen.trouble, between(seen)
    told = seen.told
    return seen.trouble, told.title, told.state, told.blank, told.words, told.leader, told.next_words
