"""One notification on this desktop, from its coming to its going. Needs desktop-notifier; only the child has it."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_notifier import Capability, DesktopNotifier

from assistant.notify import bus
from assistant.notify.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from assistant.sound.messages import Message

SHOWN = 20
"""Whole seconds that it is shown. Some desktops would keep it for ever in a list; it is taken from there, too."""
PATIENCE = 5.0
"""Seconds that the desktop may take to answer."""
TO_CLEAR = 0.5
"""Seconds that it may take to take a notification away."""


class NotShown(Exception):  # noqa: N818 - it says what happened
    """The desktop does not show it."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


async def show(order: Message, gone: Future[None], tell: Callable[[Message], None]) -> None:
    """Show what is in ``order`` (app, title and text) until the parent is ``gone``, ``SHOWN`` seconds at most.

    ``tell`` is told how it went. Raises what ``tell`` raises.
    """
    if gone.done():
        return
    try:
        notifier, identifier = await _sent(order)
    except NotShown as error:
        tell({"event": "trouble", "what": error.trouble})
        return
    try:
        tell({"event": "shown"})
        await asyncio.wait([asyncio.wrap_future(gone)], timeout=SHOWN)
    finally:
        await _clear(notifier, identifier)


async def _sent(order: Message) -> tuple[DesktopNotifier, str]:
    """Raises ``NotShown``."""
    if sys.platform == "linux":
        address = bus.local_bus(os.environ)
        if address is None:
            raise NotShown(Trouble.NO_DESKTOP)
        os.environ[bus.VARIABLE] = address
    try:
        return await _send(order)
    except NotShown:
        raise
    except TimeoutError as error:
        raise NotShown(Trouble.NO_ANSWER) from error
    except (OSError, ValueError) as error:  # nobody there, or at no address
        raise NotShown(Trouble.NO_DESKTOP) from error
    except Exception as error:
        raise NotShown(Trouble.NO_SERVER) from error


async def _send(order: Message) -> tuple[DesktopNotifier, str]:
    notifier = DesktopNotifier(order["app"], None)
    async with asyncio.timeout(PATIENCE):
        able = await notifier.get_capabilities()
    if Capability.TITLE not in able:
        raise NotShown(Trouble.NOT_HERE)
    # Without a limit of its own: macOS asks the user the first time.
    if not await notifier.request_authorisation():
        raise NotShown(Trouble.NOT_ALLOWED)
    taken = asyncio.Event()
    async with asyncio.timeout(PATIENCE):
        # Of normal urgency: some desktops hide what is less. No sound, no buttons, no picture.
        identifier = await notifier.send(order["title"], order["text"], on_dispatched=taken.set, timeout=SHOWN)
    if not taken.is_set():  # the library swallows what went wrong
        raise NotShown(Trouble.NO_SERVER)
    return notifier, identifier


async def _clear(notifier: DesktopNotifier, identifier: str) -> None:
    """Take it away, unless it has gone already."""
    with suppress(Exception):
        async with asyncio.timeout(TO_CLEAR):
            if identifier in await notifier.get_current_notifications():
                await notifier.clear(identifier)
