"""A runtime folder of one's own, with a name that is short enough for a socket, and no notes from the test before."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.presenting.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def runtime(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where presentations of this test meet their notes, which are followed no longer than the test."""
    started: list[Watching] = []
    start = Watching.start

    def start_and_note(watching: Watching, *changed: Callable[[], object]) -> None:
        started.append(watching)
        start(watching, *changed)

    monkeypatch.setattr(Watching, "start", start_and_note)
    with tempfile.TemporaryDirectory(prefix="mr") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        paths._user.cache_clear()
        yield paths.runtime()
        for watching in started:
            watching.close()
        for thread in threading.enumerate():
            if thread.name == "watching":
                thread.join(20)
    paths._user.cache_clear()
