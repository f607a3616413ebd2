"""All apps that are open at the moment, each for one browser."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType

from assistant.serving import messages
from assistant.serving.ending import ENDING
from assistant.serving.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp.web import WebSocketResponse

    from assistant.serving.guests import Guests
    from assistant.serving.messages import Resized

MOST = 40
"""So many at once: a large team. Each takes some 70 MB of memory."""

# The page has words for each of these.
OVER, GONE = WSCloseCode.OK, WSCloseCode.GOING_AWAY
FAILED, FULL = WSCloseCode.INTERNAL_ERROR, WSCloseCode.TRY_AGAIN_LATER


class Visits:
    """Lets browsers in, and sees to it that nothing is left of those who have gone."""

    def __init__(self, command: Sequence[str], guests: Guests | None) -> None:
        """``command`` runs the app: that of ``guests``, or, where there are none, the user's own."""
        self._command = command
        self._guests = guests
        self._here: dict[asyncio.Task[None], WebSocketResponse] = {}
        self._is_over = False

    @property
    def are_for_guests(self) -> bool:
        """Whether whoever comes is a guest."""
        return self._guests is not None

    async def receive(self, browser: WebSocketResponse, size: Resized) -> None:
        """Show ``browser`` an app, until one of the two goes; where there is none for it, it is told why."""
        if self._is_over or len(self._here) >= MOST:
            await browser.close(code=GONE if self._is_over else FULL)
            return
        # Nothing is waited for between the look and this, so nobody comes in between.
        visit = asyncio.create_task(self._show(browser, size))
        self._here[visit] = browser
        try:
            with contextlib.suppress(asyncio.CancelledError):  # all of them are ended
                await visit
        except OSError:  # no room for a home, or for one more process
            await browser.close(code=FAILED)
        finally:
            del self._here[visit]

    async def end(self) -> None:
        """Let all of them end, together, and nobody in any more."""
        self._is_over = True
        for visit in self._here:
            visit.cancel()
        goodbyes = [browser.close(code=GONE) for browser in self._here.values()]
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(ENDING):
                await asyncio.gather(*self._here, *goodbyes, return_exceptions=True)

    async def _show(self, browser: WebSocketResponse, size: Resized) -> None:
        home = await asyncio.to_thread(self._guests.arrive) if self._guests is not None else None
        environment = home.environment if home is not None else {}
        session = Session(
            self._command, environment, draw=browser.send_bytes, say=browser.send_str, close=browser.close
        )
        try:
            await session.start(size.columns, size.rows)
            await _listen(browser, session)
        finally:
            await session.stop()
            if home is not None:
                await asyncio.to_thread(home.remove)


async def _listen(browser: WebSocketResponse, session: Session) -> None:
    async for said in browser:
        message = messages.read(said.data) if said.type is WSMsgType.TEXT else None
        if message is not None:
            try:
                await session.take(message)
            except (TimeoutError, ConnectionError):
                return
