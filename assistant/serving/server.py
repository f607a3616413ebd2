"""Serves the app at an address until somebody ends it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
import signal
from typing import TYPE_CHECKING

from aiohttp import web

from assistant import i18n, settings
from assistant.i18n import _
from assistant.serving import address
from assistant.serving.address import NotServed
from assistant.serving.door import Door
from assistant.serving.guests import guests
from assistant.serving.site import site
from assistant.serving.visits import Visits
from assistant.sound.spawn import module_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.serving.guests import Guests

    Opened = Callable[[str, bool], object]
    """Told the address to open, and whether whoever opens it is a guest."""

ENDING = 3.0
"""Seconds after which what is still under way is cut off."""


def serve(host: str, port: int, opened: Opened) -> None:
    """Serve at ``host`` and ``port``, 0 for a free one, until a signal ends it.

    Where only this machine can reach it, it is the user's own app; else everybody who comes is a guest.
    Raises ``NotServed``.
    """
    # What is wrong with a request is told to whoever asked.
    for name in ("aiohttp", "asyncio"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    with contextlib.ExitStack() as stack:
        try:
            come = None if address.is_here(host) else stack.enter_context(guests(settings.load()[0]))
        except OSError:
            what = _("there is no room for what guests need; see whether you may write in the temporary folder")
            raise NotServed(what) from None
        asyncio.run(_serve(host, port, come, opened))


async def _serve(host: str, port: int, come: Guests | None, opened: Opened) -> None:
    over = _told_to_end()
    visits = Visits(_command(), come)
    names: set[str] = set()
    door = Door(names) if come is None else Door(None, secrets.token_urlsafe())
    runner = web.AppRunner(site(door, visits), access_log=None, shutdown_timeout=ENDING)
    await runner.setup()
    try:
        async with address.refusals(host, port):
            await web.TCPSite(runner, host, port).start()
        bound: int = runner.addresses[0][1]
        names.update(address.names(host, bound))
        opened(f"http://{address.named(await address.reached_at(host), bound)}{door.way}/", come is not None)
        await over.wait()
    finally:
        await runner.cleanup()
        visits.kill()


def _command() -> list[str]:
    """What runs the app, in the language in use."""
    chosen, _trouble = settings.load()
    usual = chosen.language or i18n.language_of_environment(os.environ)
    asked = [] if i18n.language() is usual else ["--lang", i18n.language().value]
    return [*module_command("assistant"), *asked]


def _told_to_end() -> asyncio.Event:
    """Set when a signal ends this process; until then it goes on."""
    over, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(over.set))
    return over
