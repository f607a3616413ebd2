"""Who may come in: by the name that is asked for, the token in the path, and whose page it is."""

from __future__ import annotations

import pytest

from assistant.serving.door import Door, Request

HERE = "127.0.0.1:8765"
DOOR = Door({HERE, "localhost:8765"}, "token")
PAGE = f"http://{HERE}"

NAME, PATH, WHOSE = "not served under this name", "incomplete or old", "Only the page of Mellomrom"


def asked(path: str = "/token/", host: str = HERE, origin: str | None = None) -> str | None:
    return DOOR.refusal(Request(path, host, origin, is_socket=path.endswith("/ws")))


@pytest.mark.parametrize("host", [HERE, "localhost:8765", "LOCALHOST:8765"])
def test_whoever_has_the_address_comes_in(host: str) -> None:
    assert asked(host=host) is None
    assert asked("/token", host) is None
    assert asked("/static/page.js", host) is None
    assert asked("/token/ws", host, f"http://{host}") is None


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "127.0.0.1", "127.0.0.1.evil.example", ""])
def test_another_name_is_refused(host: str) -> None:
    for path in ("/token/", "/static/page.js", "/token/ws"):
        assert NAME in str(asked(path, host, f"http://{host}"))


@pytest.mark.parametrize(
    "path", ["/", "", "/ws", "/x/", "/x/ws", "/toke/", "/tokenx/", "//", "//token/", "/static", "/æ/", "/Token/ws"]
)
def test_another_path_is_refused(path: str) -> None:
    assert PATH in str(asked(path, origin=PAGE))


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null", "", None, f"ftp://{HERE}"])
def test_the_page_of_somebody_else_may_not_open_the_app(origin: str | None) -> None:
    assert WHOSE in str(asked("/token/ws", origin=origin))


def test_where_guests_come_any_name_will_do_with_the_token() -> None:
    door = Door(None, "token")

    assert door.refusal(Request("/token/ws", "pc.example", "http://pc.example", is_socket=True)) is None
    assert PATH in str(door.refusal(Request("/", "pc.example", None, is_socket=False)))
