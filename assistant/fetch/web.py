"""A collection of voices on the web."""

from __future__ import annotations

import contextlib
import http.client
import time
from typing import TYPE_CHECKING

from assistant.fetch.connection import Patience, Refused, connect, refused_in_words
from assistant.fetch.index import INDEX, offer_in
from assistant.fetch.offer import MOST_INDEX, FetchFailed
from assistant.fetch.part import opened
from assistant.fetch.resuming import fits, if_same, remember
from assistant.i18n import _, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assistant.fetch.offer import Offer, Piece

DEFAULT = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
"""Where the makers of Piper keep their voices."""

BROKE_OFF = marked("the connection broke off; the same command goes on from there")

AT_ONCE = 1 << 16


class WebSource:
    """Fetched by address. What breaks off can be gone on with."""

    def __init__(self, base: str = DEFAULT, patience: Patience = Patience()) -> None:  # noqa: B008 - frozen
        self._base = base.rstrip("/")
        self._patience = patience

    @property
    def where(self) -> str:
        """The address of the collection."""
        return self._base

    @property
    def goes_on(self) -> bool:
        """Whether what broke off is gone on with."""
        return True

    def offer(self, name: str) -> Offer:
        """The voice of that name, as the list of the collection has it."""
        index = b"".join(self._stream(f"{self._base}/{INDEX}", MOST_INDEX))
        return offer_in(index, name)

    def read(self, piece: Piece) -> bytes:
        """A small piece, whole."""
        return b"".join(self._stream(self._address(piece), piece.size))

    def bring(self, piece: Piece, part: Path, told: Callable[[int], None]) -> None:
        """Write ``piece`` to ``part``; where some of it is there, only the rest is asked for."""
        with opened(part) as file:
            have = file.seek(0, 2)
            if have == piece.size:
                told(have)
                return
            tag_file = part.with_name(f"{part.name}.etag")
            answer, have = self._answer_from(have if have < piece.size else 0, piece, tag_file)
            with contextlib.closing(answer):
                remember(answer.headers.get("ETag"), tag_file)
                file.truncate(have)
                file.seek(have)
                told(have)
                for block in self._blocks(answer, piece.size - have):
                    file.write(block)
                    have += len(block)
                    told(have)
        if have < piece.size:
            raise FetchFailed(_(BROKE_OFF))
        tag_file.unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing is kept open."""

    def _answer_from(self, have: int, piece: Piece, tag_file: Path) -> tuple[http.client.HTTPResponse, int]:
        """The answer that has ``piece`` from some byte on, and from which."""
        url = self._address(piece)
        if have:
            try:
                answer = connect(url, {"Range": f"bytes={have}-", **if_same(tag_file)}, self._patience)
            except Refused as refused:
                if refused.code != 416:  # there is no such part
                    raise FetchFailed(refused_in_words(refused.code, url)) from None
            else:
                if answer.status != 206:  # it is not the part, but the whole
                    have = 0
                if fits(answer, have, piece.size):
                    return answer, have
                answer.close()
        answer = self._connect(url)
        if not fits(answer, 0, piece.size):
            answer.close()
            raise FetchFailed(_("what is there is not as large as the list of voices says, so nothing was fetched"))
        return answer, 0

    def _stream(self, url: str, most: int) -> Iterator[bytes]:
        with contextlib.closing(self._connect(url)) as answer:
            count = 0
            for block in self._blocks(answer, most):
                count += len(block)
                yield block
            announced = answer.headers.get("Content-Length", "")
            if announced.isdecimal() and count < int(announced):
                raise FetchFailed(_(BROKE_OFF))

    def _connect(self, url: str) -> http.client.HTTPResponse:
        try:
            return connect(url, {}, self._patience)
        except Refused as refused:
            raise FetchFailed(refused_in_words(refused.code, url)) from None

    def _blocks(self, answer: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
        """What comes, as it comes. Raises ``FetchFailed`` for more than ``most`` bytes, and for less than a trickle."""
        since, lately = time.monotonic(), 0
        while True:
            try:
                block = answer.read1(AT_ONCE)
            except TimeoutError:
                raise FetchFailed(_("the connection fell silent; the same command goes on from there")) from None
            except (OSError, http.client.HTTPException):
                raise FetchFailed(_(BROKE_OFF)) from None
            if not block:
                return
            most -= len(block)
            if most < 0:
                raise FetchFailed(_("more was sent than expected, so nothing was fetched"))
            yield block
            lately += len(block)
            now = time.monotonic()
            if now - since > self._patience.window:
                if lately < self._patience.least:
                    raise FetchFailed(_("the connection is too slow; the same command goes on from there"))
                since, lately = now, 0

    def _address(self, piece: Piece) -> str:
        return f"{self._base}/{piece.path}"
