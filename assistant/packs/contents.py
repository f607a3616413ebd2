"""The words of a pack, read whole into memory, and what is wrong with how it was packed."""

from __future__ import annotations

import re
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from assistant.archive import UNREADABLE, common_folder, stays_inside
from assistant.i18n import _, marked
from assistant.packs.boxes import box_at, too_many
from assistant.packs.entry import MOST_BYTES, MOST_FILES, Entry, Kind
from assistant.packs.refused import PackRefused
from assistant.plaintext import has_controls, quoted, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

MOST_IN_ALL = 20_000_000
"""Bytes that are read of a pack."""

DEEPEST = 8
"""Folders inside folders."""

LONGEST_NAME = 200

TEXTS = re.compile(r"(README|LICEN[CS]E|COPYING|NOTICE)([.-][A-Za-z]{1,5}){0,2}", re.IGNORECASE)
"""What may stand beside the breaks: what others may do with them, and what there is to say of them."""

JOINERS = str.maketrans("", "", "\u200c\u200d")
"""Unseen, but letters of some languages and some pictures are joined with them."""

UNWANTED = {
    Kind.LINK: marked("this is a link; a pack has files only"),
    Kind.OTHER: marked("this is a device or the like; a pack has files only"),
    Kind.LOCKED: marked("this opens only with a password; pack it without one"),
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in it, as far as it is taken."""

    words: Mapping[str, bytes]
    """The description, the breaks and the texts about them, by their paths inside."""
    left_out: tuple[str, ...]
    """The paths of all else: a pack has no programs, no sound, no pictures."""
    faults: tuple[str, ...]
    """One plain line for each."""


def contents_of(path: Path) -> Contents:
    """What is in the folder or the zip file at ``path``. Raises ``PackRefused`` where there is no looking at it."""
    with closing(box_at(path)) as box:
        try:
            entries = list(box.entries())
        except OSError:
            raise PackRefused(_("{file}: it cannot be read, or is gone").format(file=shorten(str(path)))) from None
        if any(sum((entry.kind is Kind.FOLDER) is is_it for entry in entries) > MOST_FILES for is_it in (True, False)):
            raise too_many(path)
        faults = list(_faults(entries))
        files = [entry for entry in entries if entry.kind is Kind.FILE and not _is_hidden(entry.name)]
        top = common_folder(entry.name for entry in files) if box.is_packed else ""
        inside = {_plain(entry.name.removeprefix(top)): entry for entry in files if stays_inside(entry.name)}
        wanted = {name: entry for name, entry in inside.items() if _is_wanted(name)}
        if sum(min(entry.size, MOST_BYTES) for entry in wanted.values()) > MOST_IN_ALL:
            size = MOST_IN_ALL // 1_000_000
            line = _("more than {size} MB of words; a pack has some dozens of breaks at most")
            raise PackRefused(f"{shorten(str(path))}: {line.format(size=size)}")
        words = {name: data for name, entry in wanted.items() if (data := _read(name, entry, faults)) is not None}
        return Contents(words, tuple(sorted(set(inside) - set(wanted))), tuple(faults))


def _faults(entries: Sequence[Entry]) -> Iterator[str]:
    """What is wrong with names, kinds and sizes, before anything is read."""
    seen: set[str] = set()
    for entry in entries:
        name = unicodedata.normalize("NFC", _plain(entry.name)).casefold()
        what = _("there are two of that name, whether letters are large or small") if name in seen else _fault(entry)
        if what is not None:
            yield f"“{quoted(entry.name)}”: {what}"
        if entry.kind is not Kind.FOLDER:
            seen.add(name)


def _fault(entry: Entry) -> str | None:
    if not stays_inside(entry.name):
        return _("this leads out of the pack; nothing in one may")
    if has_controls(entry.name) or not entry.name.isprintable():
        return _("hidden characters in its name")
    if len(entry.name) > LONGEST_NAME or len(PurePosixPath(entry.name).parts) > DEEPEST:
        return _("too many folders inside folders, or too long a name")
    if entry.kind in UNWANTED:
        return _(UNWANTED[entry.kind])
    if entry.size > MOST_BYTES:
        return _("larger than {size} MB; a break is a page or two").format(size=MOST_BYTES // 1_000_000)
    return None


def _read(name: str, entry: Entry, faults: list[str]) -> bytes | None:
    """What stands in it; nothing, and a fault more, where that is not to be had or is no plain text."""
    if entry.size > MOST_BYTES:
        return None
    what = None
    try:
        data = entry.read()
    except UNREADABLE:
        what = _("damaged, or it cannot be read")
    else:
        if len(data) > MOST_BYTES:
            what = _("larger than it says it is")
        elif TEXTS.fullmatch(name):
            what = _in_text(data)
    if what is None:
        return data
    faults.append(f"“{quoted(name)}”: {what}")
    return None


def _in_text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _("not UTF-8; save the file as UTF-8")
    if has_controls(text.translate(JOINERS)):
        return _("control characters or terminal escapes in a text; write plain words")
    return None


def _is_wanted(name: str) -> bool:
    return name.endswith(".toml") or TEXTS.fullmatch(name) is not None


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts)


def _plain(name: str) -> str:
    """``name`` without what says nothing in it, such as ``./``."""
    return str(PurePosixPath(name))
