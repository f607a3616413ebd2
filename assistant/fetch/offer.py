"""A voice that can be had, and where from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from assistant.i18n import _
from assistant.known_voices import language_of
from assistant.plaintext import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.language import Language

NAME = re.compile(r"(?P<code>[a-z]{2,3}_[A-Z]{2})-(?P<voice>[A-Za-z0-9_]{1,40})-(?P<quality>[a-z_]{1,12})")
"""How models of voices are named, ``no_NO-talesyntese-medium``; nothing else becomes a file name."""

MOST_MODEL, MOST_CONFIG, MOST_CARD, MOST_INDEX = 500_000_000, 1_000_000, 100_000, 5_000_000
"""Bytes that are taken at most."""


class FetchFailed(Exception):  # noqa: N818 - it says what happened
    """A voice could not be fetched. Its text is one plain line in the user's language."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a voice."""

    path: str
    """Where it lies in its source, with slashes."""
    size: int
    """Bytes."""
    md5: str | None = None
    """Its checksum, where the source has a list of them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A voice of a source."""

    name: str
    model: Piece
    config: Piece
    card: Piece | None
    """What its makers say of it, with the licence."""

    @property
    def size(self) -> int:
        """Bytes of all of it."""
        return sum(piece.size for piece in (self.model, self.config, self.card) if piece is not None)


class Source(Protocol):
    """Where voices are fetched from. All methods raise ``FetchFailed``."""

    @property
    def where(self) -> str:
        """The address or the path, as a person would know it."""
        ...

    @property
    def goes_on(self) -> bool:
        """Whether what broke off is gone on with another time, and not begun anew."""
        ...

    def offer(self, name: str) -> Offer:
        """The voice of that name."""
        ...

    def read(self, piece: Piece) -> bytes:
        """A small piece, whole."""
        ...

    def bring(self, piece: Piece, part: Path, told: Callable[[int], None]) -> None:
        """Write a large piece to ``part``, on from what is there; ``told`` hears how many bytes are there by then."""
        ...

    def close(self) -> None:
        """Keep nothing open any more."""
        ...


def speaks(name: str) -> Language:
    """The language of the voice called ``name``. Raises ``FetchFailed`` for what is no such name."""
    if NAME.fullmatch(name) is None:
        line = _("“{name}” is not the name of such a voice; they are called something like no_NO-talesyntese-medium")
        raise FetchFailed(line.format(name=quoted(name)))
    language = language_of(name)
    if language is None:
        line = _("{name} speaks another language; Mellomrom speaks Norwegian and English")
        raise FetchFailed(line.format(name=name))
    return language


def folder_of(name: str) -> str:
    """The folder that the voice called ``name`` has in a collection, such as ``no/no_NO/talesyntese/medium``."""
    match = NAME.fullmatch(name)
    assert match is not None  # noqa: S101 - it was looked at by ``speaks``
    return "/".join((match["code"].partition("_")[0], match["code"], match["voice"], match["quality"]))
