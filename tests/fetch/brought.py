"""A voice that was brought along, and how it is added."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from assistant.fetch.adding import add, read_card, source_at
from assistant.fetch.offer import FetchFailed
from tests.fetch.collection import CARD, CONFIG, MODEL, NAME

if TYPE_CHECKING:
    from pathlib import Path

FLAT = {f"{NAME}.onnx": MODEL, f"{NAME}.onnx.json": CONFIG, "MODEL_CARD": CARD}
INSIDE = {f"{NAME}.onnx": MODEL, f"{NAME}.onnx.json": CONFIG, f"{NAME}.MODEL_CARD": CARD}

PACKINGS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]


def zipped(files: dict[str, bytes], path: Path, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def fetch(place: Path, folder: Path) -> None:
    source = source_at(str(place))
    offer = source.offer(NAME)
    add(source, offer, read_card(source, offer), folder, lambda _count: None)


def refused(place: Path, folder: Path) -> str:
    with pytest.raises(FetchFailed) as failed:
        fetch(place, folder)
    return str(failed.value)
