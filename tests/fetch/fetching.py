"""To add the one voice of a test server, and to see what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.fetch.adding import add, read_card
from assistant.fetch.connection import Patience
from assistant.fetch.offer import FetchFailed
from assistant.fetch.web import WebSource
from tests.fetch.collection import MODEL, NAME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fetch.collection import Server

HASTY = Patience(silence=0.5, window=0.3, least=1_000)


def fetch(server: Server, folder: Path) -> list[int]:
    """Add the one voice there is; what was told of its progress."""
    told: list[int] = []
    source = WebSource(server.base, HASTY)
    offer = source.offer(NAME)
    add(source, offer, read_card(source, offer), folder, told.append)
    return told


def refused(server: Server, folder: Path) -> str:
    with pytest.raises(FetchFailed) as failed:
        fetch(server, folder)
    return str(failed.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def is_added(folder: Path) -> bool:
    return (folder / f"{NAME}.onnx").exists() and (folder / f"{NAME}.onnx").read_bytes() == MODEL
