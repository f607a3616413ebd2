"""The list of a collection of voices, ``voices.json``: what it says of one of them, as far as it can be believed."""

from __future__ import annotations

import difflib
import re
from typing import Annotated

import msgspec

from assistant.fetch.offer import MOST_CARD, MOST_CONFIG, MOST_MODEL, NAME, FetchFailed, Offer, Piece
from assistant.i18n import _
from assistant.known_voices import language_of
from assistant.language import Language

INDEX = "voices.json"
CARD = "MODEL_CARD"
PATH = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.+-]*/)*[A-Za-z0-9_][A-Za-z0-9_.+-]*")
"""A path inside the collection: no step upwards, no other host, nothing that would have to be quoted."""
NAMED = 6
"""So many other voices are named where one is not there."""


class _File(msgspec.Struct, frozen=True):
    size_bytes: Annotated[int, msgspec.Meta(gt=0)]
    md5_digest: Annotated[str, msgspec.Meta(pattern="^[0-9a-fA-F]{32}$")]


class _Entry(msgspec.Struct, frozen=True):
    files: dict[str, _File]


def offer_in(index: bytes, name: str) -> Offer:
    """What ``index`` has under ``name``. Raises ``FetchFailed`` where that is nothing, or nothing to rely on."""
    try:
        entries = msgspec.json.decode(index, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise FetchFailed(_("what is there is not a list of voices; see whether the address is right")) from None
    if name not in entries:
        raise FetchFailed(_missing(name, entries))
    try:
        files = msgspec.json.decode(entries[name], type=_Entry).files
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise FetchFailed(_unreliable(name)) from None
    model = _piece(files, f"{name}.onnx", MOST_MODEL)
    config = _piece(files, f"{name}.onnx.json", MOST_CONFIG)
    if model is None or config is None:
        raise FetchFailed(_unreliable(name))
    return Offer(name, model, config, _piece(files, CARD, MOST_CARD))


def _piece(files: dict[str, _File], file: str, most: int) -> Piece | None:
    for path, found in files.items():
        if path.rpartition("/")[2] == file and PATH.fullmatch(path) and found.size_bytes <= most:
            return Piece(path, found.size_bytes, found.md5_digest.lower())
    return None


def _unreliable(name: str) -> str:
    line = _("what the list of voices says of {name} cannot be relied on, so nothing was fetched")
    return line.format(name=name)


def _missing(name: str, entries: dict[str, msgspec.Raw]) -> str:
    known = [one for one in entries if NAME.fullmatch(one) and language_of(one) is not None]
    norwegian = sorted(one for one in known if language_of(one) is Language.NB)
    near = difflib.get_close_matches(name, (one for one in known if one not in norwegian), n=NAMED, cutoff=0.0)
    if not known:
        line = _("there is no voice called {name} there, nor any other for Norwegian or English")
        return line.format(name=name)
    line = _("there is no voice called {name} there; there are: {names}")
    return line.format(name=name, names=", ".join([*norwegian, *near][:NAMED]))
