"""A server for each test, reached without any proxy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fetch.collection import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "*")
    with serving() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where voices are added; it is there already."""
    folder = tmp_path / "natural"
    folder.mkdir()
    return folder
