"""What comes to a server that was not asked for: other pages, other names, garbage, and tabs that are gone."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import aiohttp
import psutil
import pytest
from aiohttp.test_utils import TestClient, TestServer

from assistant.serving import messages, visits
from assistant.serving.door import Door
from assistant.serving.site import site
from tests.serving.served import PATIENCE, SOCKET, Served, Tab

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

GARBAGE = (
    *("", "x", "{}", "[]", "null", "[[]]", '["stdin"]', '["stdin", 1]', '["stdin", null]', '["stdin", "\\ud800"]'),
    *('["resize"]', '["resize", 1]', '["resize", {}]', '["resize", {"width": "80", "height": "24"}]'),
    *('["resize", {"width": 1000000000, "height": 1000000000}]', '["resize", {"width": -5, "height": 0}]'),
    *('["resize", {"width": 80.5, "height": NaN}]', '["resize", {"width": 1e400, "height": true}]'),
    *('["ping", {}]', '["quit"]', '["exit"]', '["focus", 1, 2]', "[" * 60_000, "9" * 60_000, "\x00"),
    json.dumps(["stdin", "\x1b[999999999;999999999R\x1b[<0;99999;99999M\x1b]\x07\x1bP\x1b[200~\x00"]),
)


async def until(true: Callable[[], object], what: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.02)


async def drawn(socket: aiohttp.ClientWebSocketResponse) -> None:
    """Until a picture has come."""
    async with asyncio.timeout(PATIENCE):
        while len(await socket.receive_bytes()) < 1000:
            pass


@pytest.mark.parametrize(
    ("headers", "path", "told"),
    [
        ({"Host": "evil.example"}, "/", "not served under this name"),
        ({"Host": "127.0.0.1:1"}, "/static/page.js", "not served under this name"),
        ({"Host": "127.0.0.1.evil.example"}, "/", "not served under this name"),
        ({"Host": ""}, "/", "not served under this name"),
        ({**SOCKET, "Origin": "http://evil.example"}, "/ws", "Only the page of Mellomrom"),
        ({**SOCKET, "Origin": "http://127.0.0.1:1"}, "/ws", "Only the page of Mellomrom"),
        ({**SOCKET, "Origin": "null"}, "/ws", "Only the page of Mellomrom"),
        ({**SOCKET, "Origin": ""}, "/ws", "Only the page of Mellomrom"),
        (SOCKET, "/ws", "Only the page of Mellomrom"),
    ],
)
def test_other_names_and_other_pages_are_refused(headers: dict[str, str], path: str, told: str, served: Served) -> None:
    status, line = served.ask(path, headers)

    assert status == 403
    assert told in line
    assert line.count("\n") == 1
    assert served.apps() == []


def test_nothing_else_is_to_be_had(served: Served) -> None:
    for path in ("/static/", "/static", "/download/x", "/static/../server.py", "/static/%2e%2e%2fserver.py", "/x"):
        assert served.ask(path) == (404, "There is nothing here.\n"), path
    assert served.ask("/", method="POST")[0] == 405
    assert served.ask("/", {"Host": f"localhost:{served.port}"})[0] == 200


async def test_garbage_in_a_socket_hurts_nobody(served: Served) -> None:
    url, headers = f"http://{served.host}/ws", {"Origin": f"http://{served.host}"}
    async with aiohttp.ClientSession(headers=headers) as session:
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
        await until(lambda: not served.apps(), "the end of its app")
        async with session.ws_connect(f"{url}?width=x&height={'9' * 5000}") as socket:
            await drawn(socket)
            await socket.send_str("x" * (messages.LONGEST + 1))
            await until(lambda: not served.apps(), "the end of whoever says too much")
    assert served.ask("/")[0] == 200
    assert served.ends() == (0, "")


async def test_an_app_that_hangs_is_ended_with_its_tab(served: Served) -> None:
    async with aiohttp.ClientSession(headers={"Origin": f"http://{served.host}"}) as session:
        async with session.ws_connect(f"http://{served.host}/ws") as socket:
            await drawn(socket)
            app = served.apps()[0]
            app.suspend()
        await until(lambda: not served.apps(), "its end")
    assert not psutil.pid_exists(app.pid)


async def test_whoever_comes_when_all_places_are_taken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "MOST", 0)
    app = site(Door(None), visits.Visits((), None))
    async with TestClient(TestServer(app)) as client:
        origin = f"http://{client.host}:{client.port}"
        answer = await client.get("/ws", headers={**SOCKET, "Origin": origin})

        assert (answer.status, await answer.text()) == (
            503,
            "All places are taken. Try again when somebody has left.\n",
        )


@pytest.mark.browser
def test_ten_tabs_reloads_and_tabs_that_are_closed_leave_no_process(served: Served, tab: Callable[..., Tab]) -> None:
    tabs = [tab(served.address) for _ in range(10)]
    for visitor in tabs:
        visitor.wait_for("start")
    assert len(served.apps()) == 10

    tabs[0].reload()
    tabs[0].wait_for("start")
    tabs[0].wait_until(lambda: len(served.apps()) == 10, "the end of the app before")
    for visitor in tabs[1:]:
        visitor.page.close()

    tabs[0].wait_until(lambda: len(served.apps()) == 1, "the end of all others")
    tabs[0].press(" ")
    tabs[0].wait_for("pause")
