"""Voices that were brought along, flat or laid out as a collection: what a folder and a zip file have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from assistant.archive import UNREADABLE
from assistant.fetch.index import CARD, INDEX, offer_in
from assistant.fetch.offer import MOST_CARD, MOST_CONFIG, MOST_INDEX, MOST_MODEL, FetchFailed, Offer, Piece, folder_of
from assistant.fetch.part import opened
from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import IO

AT_ONCE = 1 << 20


class OfflineSource(ABC):
    """Files by their paths inside, with slashes."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def where(self) -> str:
        """Its path."""
        return shorten(str(self._path))

    @property
    def goes_on(self) -> bool:
        """Whether what broke off is gone on with: a copy is made from the beginning."""
        return False

    @abstractmethod
    def size_of(self, path: str) -> int | None:
        """Bytes of the file at ``path``; nothing where there is none."""

    @abstractmethod
    def open(self, path: str) -> IO[bytes]:
        """The file at ``path``. Raises one of ``UNREADABLE``."""

    @abstractmethod
    def close(self) -> None:
        """Keep nothing open any more."""

    def offer(self, name: str) -> Offer:
        """The voice of that name: as the list has it, where there is one with it; else as it lies there."""
        refused: FetchFailed | None = None
        try:
            offer = self._listed(name)
        except FetchFailed as failed:  # of other voices, or of something else; what is looked for may lie beside it
            refused = failed
        else:
            if offer is not None and self.size_of(offer.model.path) is not None:
                return offer
        for folder in ("", f"{folder_of(name)}/"):
            model = self._piece(f"{folder}{name}.onnx", MOST_MODEL)
            config = self._piece(f"{folder}{name}.onnx.json", MOST_CONFIG)
            if model is not None and config is not None:
                card = self._piece(f"{folder}{name}.{CARD}", MOST_CARD) or self._piece(f"{folder}{CARD}", MOST_CARD)
                return Offer(name, model, config, card)
        if refused is not None:
            raise refused
        line = _("{file}: neither {name}.onnx with {name}.onnx.json beside it, nor a collection that has it")
        raise FetchFailed(line.format(file=self.where, name=name))

    def read(self, piece: Piece) -> bytes:
        """A small piece, whole."""
        return b"".join(self._blocks(piece))

    def bring(self, piece: Piece, part: Path, told: Callable[[int], None]) -> None:
        """Copy ``piece`` to ``part``, from the beginning."""
        have = 0
        with opened(part) as target:
            target.truncate(0)
            for block in self._blocks(piece):
                target.write(block)
                have += len(block)
                told(have)

    def _listed(self, name: str) -> Offer | None:
        """The voice of that name in the list; nothing where there is no list."""
        size = self.size_of(INDEX)
        if size is None or not 0 < size <= MOST_INDEX:
            return None
        return offer_in(self.read(Piece(INDEX, size)), name)

    def _blocks(self, piece: Piece) -> Iterator[bytes]:
        """What is read, and no more than there should be."""
        left = piece.size
        try:
            with self.open(piece.path) as file:
                while left > 0 and (block := file.read(min(left, AT_ONCE))):
                    left -= len(block)
                    yield block
        except UNREADABLE:
            raise FetchFailed(self._damaged(piece.path)) from None

    def _piece(self, path: str, most: int) -> Piece | None:
        size = self.size_of(path)
        if size is None:
            return None
        if not 0 < size <= most:
            raise FetchFailed(self._damaged(path))
        return Piece(path, size)

    def _damaged(self, path: str) -> str:
        line = _("{file}: {name} in it is damaged or cannot be read")
        return line.format(file=self.where, name=shorten(path))


class FolderSource(OfflineSource):
    """A folder."""

    def size_of(self, path: str) -> int | None:
        """Bytes of the file at ``path``, or that a link there leads to."""
        file = self._path / path
        try:
            return file.stat().st_size if file.is_file() else None
        except OSError:
            return None

    def open(self, path: str) -> IO[bytes]:
        """The file at ``path``."""
        return (self._path / path).open("rb")

    def close(self) -> None:
        """Nothing is kept open."""
