"""A voice whose fetching broke off: it is gone on with, and comes out as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fetch.collection import MODEL, MODEL_PATH, NAME, model
from tests.fetch.fetching import fetch, is_added, names, refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fetch.collection import Server


def test_what_broke_off_is_gone_on_with_from_where_it_came_to(server: Server, folder: Path) -> None:
    server.tags[MODEL_PATH] = '"one"'
    server.breaks_off[MODEL_PATH] = [150_000]

    assert "goes on from there" in refused(server, folder)
    assert not is_added(folder)
    assert (folder / f"{NAME}.onnx.part").read_bytes() == MODEL[:150_000]

    fetch(server, folder)
    path, headers = server.asked[-1]
    assert (path, headers["Range"], headers["If-Range"]) == (MODEL_PATH, "bytes=150000-", '"one"')
    assert is_added(folder)
    assert len(names(folder)) == 3


@pytest.mark.parametrize("tag", ['W/"weak"', None, '"with\ttab"', "bare"])
def test_a_file_that_is_not_known_again_is_gone_on_with_too(tag: str | None, server: Server, folder: Path) -> None:
    if tag is not None:
        server.tags[MODEL_PATH] = tag
    server.breaks_off[MODEL_PATH] = [10, 20]
    refused(server, folder)
    refused(server, folder)

    fetch(server, folder)

    assert [headers.get("Range") for path, headers in server.asked if path == MODEL_PATH] == [
        None, "bytes=10-", "bytes=30-",
    ]  # fmt: skip
    assert not any("If-Range" in headers for _path, headers in server.asked)
    assert is_added(folder)


def test_a_server_without_ranges_begins_anew(server: Server, folder: Path) -> None:
    server.breaks_off[MODEL_PATH] = [150_000]
    refused(server, folder)
    server.knows_ranges = False

    told = fetch(server, folder)

    assert told[0] == 0
    assert is_added(folder)


def test_what_was_begun_of_another_file_is_begun_anew(server: Server, folder: Path) -> None:
    (folder / f"{NAME}.onnx.part").write_bytes(model(seed=2)[:90_000])

    fetch(server, folder)

    assert is_added(folder)


def test_a_part_that_is_too_long_is_begun_anew(server: Server, folder: Path) -> None:
    (folder / f"{NAME}.onnx.part").write_bytes(MODEL + b"x")

    fetch(server, folder)

    assert is_added(folder)


def test_a_part_that_is_whole_is_not_asked_for_again(server: Server, folder: Path) -> None:
    (folder / f"{NAME}.onnx.part").write_bytes(MODEL)

    fetch(server, folder)

    assert is_added(folder)
    assert MODEL_PATH not in server.paths
