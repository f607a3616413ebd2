"""A voice from the web: whole and checked, or one plain line; gone on with where it broke off."""

from __future__ import annotations

import io
import json
import shutil
from http.client import HTTPMessage
from typing import TYPE_CHECKING
from urllib.request import Request

import pytest

from assistant.fetch import adding
from assistant.fetch.connection import _Redirections
from assistant.fetch.offer import FetchFailed
from assistant.fetch.web import WebSource
from tests.fetch.collection import CARD, CARD_PATH, CONFIG, CONFIG_PATH, MODEL, MODEL_PATH, NAME, index, pieces
from tests.fetch.fetching import HASTY, fetch, is_added, names, refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fetch.collection import Server


def test_a_voice_comes_whole_with_its_description_and_what_its_makers_say(server: Server, folder: Path) -> None:
    told = fetch(server, folder)

    assert is_added(folder)
    assert (folder / f"{NAME}.onnx.json").read_bytes() == CONFIG
    assert (folder / f"{NAME}.MODEL_CARD").read_bytes() == CARD
    assert len(names(folder)) == 3
    assert told == sorted(told)
    assert told[-1] == len(MODEL)


def test_nothing_is_said_of_who_asks(server: Server, folder: Path) -> None:
    fetch(server, folder)

    assert server.paths == ["voices.json", CARD_PATH, CONFIG_PATH, MODEL_PATH]
    for _path, headers in server.asked:
        assert headers.pop("Host") == f"127.0.0.1:{server.port}"
        assert headers == {"User-Agent": "mellomrom", "Accept-Encoding": "identity", "Connection": "close"}


# Lies


@pytest.mark.parametrize("announced", [1, len(MODEL) - 1, len(MODEL) + 1, 10**15])
def test_another_length_than_the_list_says_is_not_fetched(announced: int, server: Server, folder: Path) -> None:
    server.announces[MODEL_PATH] = announced

    assert "not as large as the list of voices says" in refused(server, folder)
    assert (folder / f"{NAME}.onnx.part").stat().st_size == 0


def test_more_than_there_should_be_is_left(server: Server, folder: Path) -> None:
    server.files[MODEL_PATH] = MODEL + b"x" * 1_000_000
    server.announces[MODEL_PATH] = None

    assert "more was sent" in refused(server, folder)
    assert not is_added(folder)
    assert (folder / f"{NAME}.onnx.part").stat().st_size <= len(MODEL)


@pytest.mark.parametrize("path", [MODEL_PATH, CONFIG_PATH])
def test_a_wrong_checksum_adds_nothing(path: str, server: Server, folder: Path) -> None:
    right = server.files[path]
    server.files[path] = right[:-1] + bytes([right[-1] ^ 1])

    assert "damaged" in refused(server, folder)
    assert names(folder) == []


def test_what_the_makers_say_is_left_out_where_it_is_not_what_it_should_be(server: Server, folder: Path) -> None:
    server.files[CARD_PATH] = b"* License: do as you like\n"

    fetch(server, folder)

    assert is_added(folder)
    assert not (folder / f"{NAME}.MODEL_CARD").exists()


@pytest.mark.parametrize("content", [b"<html>", b"[]", b'{"audio": {"sample_rate": 16000, "quality": "medium"}}'])
def test_a_model_that_is_described_wrongly_is_not_added(content: bytes, server: Server, folder: Path) -> None:
    files = pieces() | {CONFIG_PATH: content}
    server.files = files | {"voices.json": json.dumps(index(files)).encode()}

    assert "damaged" in refused(server, folder)
    assert names(folder) == []


def test_a_list_that_goes_on_and_on_is_left(server: Server, folder: Path) -> None:
    server.files["voices.json"] = b" " * 6_000_000
    server.announces["voices.json"] = None

    assert "more was sent" in refused(server, folder)


# Slow


@pytest.mark.parametrize("path", ["voices.json", MODEL_PATH])
def test_a_server_that_never_answers_is_given_up(path: str, server: Server, folder: Path) -> None:
    server.silent.add(path)

    assert refused(server, folder).startswith("127.0.0.1 does not answer")


@pytest.mark.parametrize("path", ["voices.json", MODEL_PATH])
def test_one_that_drips_is_given_up_too(path: str, server: Server, folder: Path) -> None:
    server.drips.add(path)

    assert "too slow" in refused(server, folder)


# Elsewhere


def test_a_redirection_is_followed(server: Server, folder: Path) -> None:
    server.files["elsewhere"] = server.files.pop(MODEL_PATH)
    server.redirects = {MODEL_PATH: "/step", "step": f"{server.base}/elsewhere"}

    fetch(server, folder)

    assert is_added(folder)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x", "http://me:secret@127.0.0.1/x"]
)
def test_a_redirection_to_what_is_no_web_address_is_refused(target: str, server: Server, folder: Path) -> None:
    server.redirects[MODEL_PATH] = target

    assert "sends us on to an address that is not used" in refused(server, folder)


@pytest.mark.parametrize(("target", "goes"), [("https://b/y", True), ("http://a/y", False)])
def test_what_began_safe_goes_on_safe(target: str, goes: bool) -> None:
    asked, answer = Request("https://a/x"), io.BytesIO()

    following = _Redirections().redirect_request(asked, answer, 302, "Found", HTTPMessage(), target)

    assert (following is not None) is goes


def test_redirections_in_a_ring_come_to_an_end(server: Server, folder: Path) -> None:
    server.redirects = {MODEL_PATH: "/a", "a": "/b", "b": "/a"}

    assert "sends us on to an address that is not used" in refused(server, folder)
    assert len(server.asked) <= 10


def test_redirections_are_followed_five_times_at_most(server: Server, folder: Path) -> None:
    server.redirects = {MODEL_PATH: "/0", **{str(step): f"/{step + 1}" for step in range(5)}}
    server.files["5"] = MODEL

    assert "sends us on" in refused(server, folder)
    assert "5" not in server.paths


@pytest.mark.parametrize(("path", "line"), [("voices.json", "nothing is there"), (MODEL_PATH, "nothing is there")])
def test_what_is_not_there_is_one_line(path: str, line: str, server: Server, folder: Path) -> None:
    del server.files[path]

    assert line in refused(server, folder)


def test_where_nobody_listens_there_is_no_way(folder: Path) -> None:
    with pytest.raises(FetchFailed, match="there is no way to 127"):
        WebSource("http://127.0.0.1:1", HASTY).offer(NAME)


# Where it goes


def test_what_there_is_no_room_for_is_not_begun(server: Server, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = adding.SPARE + len(MODEL)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(10**9, 10**9 - free, free))

    assert refused(server, folder).startswith("there is too little room on the disk")
    assert MODEL_PATH not in server.paths


def test_a_file_in_the_place_of_the_folder_is_one_line(server: Server, folder: Path) -> None:
    (folder / "voices").write_text("mine", "utf-8")

    assert "cannot be written" in refused(server, folder / "voices")


def test_two_that_add_the_same_voice_do_not_write_into_each_other(server: Server, folder: Path) -> None:
    import fcntl

    with (folder / f"{NAME}.onnx.part").open("wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert "by another window" in refused(server, folder)
