"""To add a voice: all its files, whole and checked, or none of them."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from assistant import paths
from assistant.fetch.archive import ZipSource
from assistant.fetch.connection import is_address
from assistant.fetch.index import CARD
from assistant.fetch.offer import FetchFailed, Offer, Piece, Source
from assistant.fetch.offline import FolderSource
from assistant.fetch.web import WebSource
from assistant.i18n import _
from assistant.outfile import NotWritten, not_written, write_aside
from assistant.plaintext import shorten
from assistant.voice.model import DESCRIPTION, ModelRefused, read_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SPARE = 20_000_000
"""Bytes that stay free on the disk."""


def source_at(place: str | None) -> Source:
    """What ``place`` is: an address, a folder or a zip file; nothing is the usual address. Raises ``FetchFailed``."""
    if place is None:
        return WebSource()
    if "://" in place:
        if not is_address(place) or not place.isprintable() or set(place) & set(" ?#"):
            line = _("{place}: voices are fetched from addresses with http or https, from folders and from zip files")
            raise FetchFailed(line.format(place=shorten(place)))
        return WebSource(place)
    path = paths.expanded(place)
    if path.is_dir():
        return FolderSource(path)
    if path.is_file():
        return ZipSource(path)
    raise FetchFailed(_("{file}: is not there").format(file=shorten(place)))


def read_card(source: Source, offer: Offer) -> bytes:
    """What its makers say of the voice; nothing where there is no such file, or not the one it should be."""
    if offer.card is None:
        return b""
    try:
        card = source.read(offer.card)
    except FetchFailed:
        return b""
    return card if _is_right(card, offer.card) else b""


def add(source: Source, offer: Offer, card: bytes, folder: Path, told: Callable[[int], None]) -> Path:
    """Put the voice of ``offer`` into ``folder``; the model comes last, so that it is there only when all is.

    ``told`` hears how many bytes of the model are there. Raises ``FetchFailed``; what has come of the model stays
    beside it then, as far as it can be gone on with.
    """
    model = folder / f"{offer.name}.onnx"
    try:
        _add(source, offer, card, model, told)
    except NotWritten as refused:
        raise FetchFailed(str(refused)) from None
    except OSError as error:
        raise FetchFailed(str(not_written(model, error))) from None
    return model


def _add(source: Source, offer: Offer, card: bytes, model: Path, told: Callable[[int], None]) -> None:
    """Raises ``OSError``, too."""
    folder, part = model.parent, model.with_name(f"{model.name}.part")
    _need_room(folder, offer.size - (part.stat().st_size if part.is_file() else 0))
    config = source.read(offer.config)
    if not _is_right(config, offer.config):
        raise FetchFailed(_damaged(offer))
    _bring(source, offer, part, told)
    beside = {f"{model.name}{DESCRIPTION}": config, f"{offer.name}.{CARD}": card}
    try:
        for name, content in beside.items():
            if content:
                write_aside(folder / name, content)
        part.replace(model)
        read_model(model)
    except ModelRefused:
        for path in (model, *(folder / name for name in beside)):
            path.unlink(missing_ok=True)
        raise FetchFailed(_damaged(offer)) from None


def _bring(source: Source, offer: Offer, part: Path, told: Callable[[int], None]) -> None:
    """Have the model at ``part``, as it should be; what was begun another time may have been of another model."""
    was_begun = part.exists()
    source.bring(offer.model, part, told)
    if was_begun and not _is_right_file(part, offer.model):
        part.unlink()
        source.bring(offer.model, part, told)
    if not _is_right_file(part, offer.model):
        part.unlink()
        raise FetchFailed(_damaged(offer))


def _need_room(folder: Path, size: int) -> None:
    """Make ``folder``, and see that so many bytes fit into it. Raises ``FetchFailed``."""
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < size + SPARE:
        line = _("there is too little room on the disk: {size} MB are needed, {free} MB are free")
        raise FetchFailed(line.format(size=(size + SPARE) // 1_000_000, free=free // 1_000_000))


def _is_right(content: bytes, piece: Piece) -> bool:
    is_same = piece.md5 is None or hashlib.md5(content, usedforsecurity=False).hexdigest() == piece.md5
    return len(content) == piece.size and is_same


def _is_right_file(path: Path, piece: Piece) -> bool:
    if path.stat().st_size != piece.size:
        return False
    if piece.md5 is None:
        return True
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest() == piece.md5


def _damaged(offer: Offer) -> str:
    if offer.model.md5 is None:  # it lay there without a list
        line = _("{name} is damaged, so it was not added")
    else:
        line = _("{name} is damaged there, or is not what the list of voices says; it was not added")
    return line.format(name=offer.name)
