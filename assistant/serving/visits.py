"""All apps that are open at the moment, each for one browser."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType

from assistant.serving import messages
from assistant.serving.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp.web import WebSocketResponse

    from assistant.serving.guests import Guests
    from assistant.serving.messages import Resized

MOST = 40
"""So many at once: a large team. Each takes some 70 MB of memory."""


class Visits:
    """Lets browsers in, and sees to it that nothing is left of those who have gone."""

    def __init__(self, command: Sequence[str], guests: Guests | None) -> None:
        """``command`` runs the app: that of ``guests``, or, where there are none, the user's own."""
        self._command = command
        self._guests = guests
        self._sessions: dict[Session, WebSocketResponse] = {}

    @property
    def is_full(self) -> bool:
        """Whether nobody more has room."""
        return len(self._sessions) >= MOST

    async def receive(self, browser: WebSocketResponse, size: Resized) -> None:
        """Show ``browser`` an app, until one of the two goes."""
        home = await asyncio.to_thread(self._guests.arrive) if self._guests is not None else None
        environment = home.environment if home is not None else {}
        session = Session(
            self._command, environment, draw=browser.send_bytes, say=browser.send_str, close=browser.close
        )
        self._sessions[session] = browser
        try:
            await session.start(size.columns, size.rows)
            await _listen(browser, session)
        finally:
            await session.stop()
            del self._sessions[session]
            if home is not None:
                await asyncio.to_thread(home.remove)

    async def end(self) -> None:
        """Let all of them end, together."""
        await asyncio.gather(*(_end(session, browser) for session, browser in self._sessions.items()))

    def kill(self) -> None:
        """End at once what is still there."""
        for session in self._sessions:
            session.kill()


async def _end(session: Session, browser: WebSocketResponse) -> None:
    await session.stop()
    await browser.close(code=WSCloseCode.GOING_AWAY)


async def _listen(browser: WebSocketResponse, session: Session) -> None:
    async for said in browser:
        message = messages.read(said.data) if said.type is WSMsgType.TEXT else None
        if message is not None:
            try:
                await session.take(message)
            except (TimeoutError, ConnectionError):
                return
