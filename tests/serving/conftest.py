"""Servers to visit, and a real browser to visit them with."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.cli.serve_command import HERE
from tests.export.conftest import browser
from tests.serving.served import Served, Tab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

__all__ = ["browser"]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder in which nothing else comes and goes."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def served(been_here_before: None) -> Iterator[Served]:
    """The user's own app, served on this machine."""
    with Served() as server:
        yield server


@pytest.fixture
def served_to_guests(been_here_before: None, temporary: Path) -> Iterator[Served]:
    """Served to whoever has the address."""
    with Served("--host", "0.0.0.0") as server:  # noqa: S104 - that is what is looked at
        server.address = server.address.replace(server.host, f"{HERE}:{server.port}")
        yield server


@pytest.fixture
def tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Opens an address in a tab of its own."""
    contexts = []

    def open_(address: str, **looks: object) -> Tab:
        context = browser.new_context(viewport={"width": 1000, "height": 700}, **looks)  # type: ignore[arg-type]
        contexts.append(context)
        return Tab(context.new_page(), address)

    yield open_
    for context in contexts:
        context.close()
