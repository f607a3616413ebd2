"""The few addresses that are answered, and what they answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiohttp import web

from assistant.i18n import _
from assistant.serving import messages, pages
from assistant.serving.door import STATIC, Request

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler, Middleware

    from assistant.serving.door import Door
    from assistant.serving.visits import Visits

HEARTBEAT = 15.0
"""Seconds between two looks at whether a browser that says nothing is still there."""

CLOSING = 1.0
"""Seconds that a browser may take to say goodbye."""

APP = "app"
"""What the way into the app is called."""

HOST = re.compile(r"[\w.:\[\]-]+", re.ASCII)
"""Names and ports as they may stand in a header of ours."""


def site(door: Door, visits: Visits) -> web.Application:
    """Answers only whom ``door`` opens to; each app is one of ``visits``."""
    app = web.Application(middlewares=[_guarded_by(door)])
    page, style, files = pages.page(), pages.style(), pages.files()

    async def show_page(_request: web.Request) -> web.Response:
        return web.Response(text=page, content_type="text/html")

    async def show_the_whole_way(_request: web.Request) -> web.Response:
        raise web.HTTPFound(f"{door.way}/")

    async def show_style(_request: web.Request) -> web.Response:
        return web.Response(text=style, content_type="text/css")

    async def show_file(request: web.Request) -> web.StreamResponse:
        path = files.get(request.match_info["name"])
        return web.FileResponse(path) if path is not None else _line(404, _("There is nothing here."))

    async def open_app(request: web.Request) -> web.StreamResponse:
        browser = web.WebSocketResponse(
            heartbeat=HEARTBEAT, timeout=CLOSING, compress=False, max_msg_size=messages.LONGEST
        )
        await browser.prepare(request)
        await visits.receive(browser, messages.size(request.query.get("width"), request.query.get("height")))
        return browser

    async def end_all(_app: web.Application) -> None:
        await visits.end()

    app.add_routes([
        web.get(door.way, show_the_whole_way),
        web.get(f"{door.way}/", show_page),
        web.get(f"{door.way}/ws", open_app, name=APP),
        web.get(f"{STATIC}page.css", show_style),
        web.get(f"{STATIC}{{name}}", show_file),
    ])  # fmt: skip
    app.on_response_prepare.append(_with_headers)
    app.on_shutdown.append(end_all)
    return app


def _guarded_by(door: Door) -> Middleware:
    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        is_socket = request.match_info.route.name == APP
        refusal = door.refusal(Request(request.path, request.host, request.headers.get("Origin"), is_socket))
        if refusal is not None:
            return _line(403, refusal)
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return _line(404, _("There is nothing here."))

    return guarded


async def _with_headers(request: web.Request, response: web.StreamResponse) -> None:
    host = request.host if HOST.fullmatch(request.host) else ""
    for name, value in pages.HEADERS.items():
        response.headers[name] = value.format(socket=host and f"ws://{host} wss://{host}")


def _line(status: int, text: str) -> web.Response:
    return web.Response(status=status, text=f"{text}\n")
