"""Serves the app at an address until somebody ends it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
from typing import TYPE_CHECKING

from aiohttp import web

from assistant import i18n
from assistant.i18n import _
from assistant.serving import address
from assistant.serving.address import NotServed
from assistant.serving.door import Door
from assistant.serving.ending import ENDING, by_signals
from assistant.serving.guests import guests
from assistant.serving.passing import remove_left_behind
from assistant.serving.site import site
from assistant.serving.visits import Visits
from assistant.sound.spawn import module_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.serving.ending import Ending
    from assistant.settings import Settings

    Opened = Callable[[str, bool], object]
    """Told the address to open, and whether whoever opens it is a guest."""


def serve(host: str, port: int, chosen: Settings, opened: Opened) -> None:
    """Serve at ``host`` and ``port``, 0 for a free one, until a signal ends it.

    Where only this machine can reach it, it is the app of the user who has ``chosen`` that; else everybody who comes is
    a guest. Raises ``NotServed``.
    """
    # What is wrong with a request is told to whoever asked.
    for name in ("aiohttp", "asyncio"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    with by_signals() as ending, contextlib.ExitStack() as stack:
        try:
            remove_left_behind()
            come = None if address.is_here(host) else stack.enter_context(guests(chosen))
        except OSError:
            what = _("there is no room for what guests need; see whether you may write in the temporary folder")
            raise NotServed(what) from None
        visits = Visits(_command(chosen), come)
        asyncio.run(_serve(host, port, visits, opened, ending))


async def _serve(host: str, port: int, visits: Visits, opened: Opened, ending: Ending) -> None:
    names: set[str] = set()
    door = Door(None if visits.are_for_guests else names, secrets.token_urlsafe())
    runner = web.AppRunner(site(door, visits), access_log=None, shutdown_timeout=ENDING)
    await runner.setup()
    try:
        async with address.refusals(host, port):
            await web.TCPSite(runner, host, port).start()
        bound: int = runner.addresses[0][1]
        names.update(address.names(host, bound))
        opened(f"http://{address.named(await address.reached_at(host), bound)}{door.way}/", visits.are_for_guests)
        await ending.wait()
    finally:
        await runner.cleanup()


def _command(chosen: Settings) -> list[str]:
    """What runs the app, in the language in use."""
    usual = chosen.language or i18n.language_of_environment(os.environ)
    asked = [] if i18n.language() is usual else ["--lang", i18n.language().value]
    return [*module_command("assistant"), *asked]
