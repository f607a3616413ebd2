"""What comes to a server that was not asked for: other pages, other names, garbage, and tabs that are gone."""

from __future__ import annotations

import asyncio
import json
import sys

import aiohttp
import psutil
import pytest
from aiohttp.test_utils import TestClient, TestServer

from assistant.serving import messages, visits
from assistant.serving.door import Door
from assistant.serving.site import site
from tests.serving.served import PATIENCE, SOCKET, Served, drawn, until

pytestmark = pytest.mark.slow

GARBAGE = (
    *("", "x", "{}", "[]", "null", "[[]]", '["stdin"]', '["stdin", 1]', '["stdin", null]', '["stdin", "\\ud800"]'),
    *('["resize"]', '["resize", 1]', '["resize", {}]', '["resize", {"width": "80", "height": "24"}]'),
    *('["resize", {"width": 1000000000, "height": 1000000000}]', '["resize", {"width": -5, "height": 0}]'),
    *('["resize", {"width": 80.5, "height": NaN}]', '["resize", {"width": 1e400, "height": true}]'),
    *('["ping", {}]', '["quit"]', '["exit"]', '["focus", 1, 2]', "[" * 60_000, "9" * 60_000, "\x00"),
    json.dumps(["stdin", "\x1b[999999999;999999999R\x1b[<0;99999;99999M\x1b]\x07\x1bP\x1b[200~\x00"]),
)


SILENT = (sys.executable, "-c", "import sys; print('__GANGLION__', flush=True); sys.stdin.read()")
"""An app that shows nothing, until it is ended."""


async def is_closed(socket: aiohttp.ClientWebSocketResponse) -> bool:
    """Whether the server says goodbye, and does not answer first."""
    await socket.send_str('["ping", "x"]')
    async with asyncio.timeout(PATIENCE):
        return (await socket.receive()).type is not aiohttp.WSMsgType.TEXT


async def test_a_real_server_asks_at_its_door(served: Served) -> None:
    evil = {"Origin": "http://evil.example"}

    for path, headers, told in (
        (served.path, {"Host": "evil.example"}, "not served under this name"),
        ("/", {}, "incomplete or old"),
        ("/ws", {**SOCKET, **served.origin}, "incomplete or old"),
        (f"{served.path[:-2]}x/", {}, "incomplete or old"),
        (f"{served.path}ws", {**SOCKET, **evil}, "Only the page of Mellomrom"),
    ):
        status, line = served.ask(path, headers)
        assert (status, line.count("\n")) == (403, 1)
        assert told in line
    assert served.apps() == []


def test_nothing_else_is_to_be_had(served: Served) -> None:
    way = served.path
    for path in ("/static/", "/static/../server.py", "/static/%2e%2e%2fserver.py", f"{way}x", f"{way}download/x"):
        assert served.ask(path) == (404, "There is nothing here.\n"), path
    assert served.ask(way, method="POST")[0] == 405
    assert served.ask(way, {"Host": f"localhost:{served.port}"})[0] == 200


async def test_without_the_last_slash_the_page_is_found(served: Served) -> None:
    async with aiohttp.ClientSession() as session, session.get(served.address.removesuffix("/")) as answer:
        assert (answer.status, str(answer.url)) == (200, served.address)


async def test_garbage_in_a_socket_hurts_nobody(served: Served) -> None:
    url = served.socket
    async with aiohttp.ClientSession(headers=served.origin) as session:
        async with session.ws_connect(f"{url}?width=9999999999&height=-7") as socket:
            await drawn(socket)
            environ = served.apps()[0].environ()
            assert (environ["COLUMNS"], environ["ROWS"]) == (str(messages.COLUMNS[-1]), str(messages.ROWS[0]))
            for garbage in GARBAGE:
                await socket.send_str(garbage)
            await socket.send_bytes(b"\x00\xff")
            await socket.send_str('["resize", {"width": 80, "height": 24}]')
            await socket.send_str('["stdin", " "]')
            await drawn(socket)
            assert len(served.apps()) == 1
        await until(lambda: not served.apps())
        async with session.ws_connect(f"{url}?width=x&height={'9' * 5000}") as socket:
            await drawn(socket)
            await socket.send_str("x" * (messages.LONGEST + 1))
            await until(lambda: not served.apps())
    assert served.ask(served.path)[0] == 200
    assert served.ends() == (0, "")


async def test_an_app_that_hangs_is_ended_with_its_tab(served: Served) -> None:
    async with aiohttp.ClientSession(headers=served.origin) as session:
        async with session.ws_connect(served.socket) as socket:
            await drawn(socket)
            app = served.apps()[0]
            app.suspend()
        # Whoever has ended and has not been told of yet still has a number.
        await until(lambda: not psutil.pid_exists(app.pid))
    assert served.apps() == []


async def test_of_many_who_come_at_once_only_so_many_get_in_as_there_are_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(visits, "MOST", 3)
    app = site(Door(None, "token"), visits.Visits(SILENT, None))
    async with TestClient(TestServer(app)) as client:
        origin = {"Origin": f"http://{client.host}:{client.port}"}

        many = await asyncio.gather(*(client.ws_connect("/token/ws", headers=origin) for _ in range(12)))
        refused = [socket for socket in many if await is_closed(socket)]
        assert len(refused) == 9
        assert {socket.close_code for socket in refused} == {visits.FULL}

        (one, *_others) = (socket for socket in many if socket not in refused)
        await one.close()
        async with asyncio.timeout(PATIENCE):
            while await is_closed(await client.ws_connect("/token/ws", headers=origin)):
                pass


async def test_an_app_that_cannot_be_started_is_told() -> None:
    app = site(Door(None, "token"), visits.Visits(("/no/such/program",), None))
    async with TestClient(TestServer(app)) as client:
        socket = await client.ws_connect("/token/ws", headers={"Origin": f"http://{client.host}:{client.port}"})

        assert await is_closed(socket)
        assert socket.close_code == visits.FAILED
