"""The words of a pack, read whole into memory, and what is wrong with how it was packed."""

from __future__ import annotations

import re
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from assistant.archive import UNREADABLE, common_folder, stays_inside
from assistant.check.hidden import is_unfit
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

TEXTS = re.compile(r"(README|LICEN[CS]E|COPYING|NOTICE)(-[a-z]{2,8})?((\.[a-z]{2})?\.(md|txt|rst))?", re.IGNORECASE)
"""What may stand beside the breaks, such as README.nb.md: what others may do with them, and what there is to say."""

UNWANTED = {
    Kind.LINK: marked("this is a link; a pack has files only"),
    Kind.OTHER: marked("this is not an ordinary file; a pack has files only"),
    Kind.LOCKED: marked("this opens only with a password; pack it without one"),
    Kind.PACKED: marked("this is packed in an unusual way; make an ordinary zip file"),
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
        folders = sum(entry.kind is Kind.FOLDER for entry in entries)
        if max(folders, len(entries) - folders) > MOST_FILES:
            raise too_many(path)
        files = [entry for entry in entries if entry.kind is Kind.FILE]
        top = common_folder(entry.name for entry in files)
        faults = list(_faults(entries, top))
        inside = {_plain(entry.name.removeprefix(top)): entry for entry in files if stays_inside(entry.name)}
        wanted = {name: entry for name, entry in inside.items() if _is_wanted(name)}
        if sum(min(entry.size, MOST_BYTES) for entry in wanted.values()) > MOST_IN_ALL:
            size = MOST_IN_ALL // 1_000_000
            line = _("more than {size} MB of words; a pack has some dozens of breaks at most")
            raise PackRefused(f"{shorten(str(path))}: {line.format(size=size)}")
        words = {name: data for name, entry in wanted.items() if (data := _read(name, entry, faults)) is not None}
        return Contents(words, tuple(sorted(set(inside) - set(wanted))), tuple(faults))


def _faults(entries: Sequence[Entry], top: str) -> Iterator[str]:
    """What is wrong with names, kinds and sizes, before anything is read. All may be in the folder ``top``."""
    seen: set[str] = set()
    for entry in entries:
        name = unicodedata.normalize("NFC", _plain(entry.name)).casefold()
        if name in seen:
            what: str | None = _("there are two of that name, whether letters are large or small")
        else:
            what = _fault(entry, is_wanted=_is_wanted(_plain(entry.name.removeprefix(top))))
        if what is not None:
            yield _of(entry.name, what)
        if entry.kind is not Kind.FOLDER:
            seen.add(name)


def _fault(entry: Entry, *, is_wanted: bool) -> str | None:
    """What is not taken may be called and weigh what it will, if only it stays inside."""
    what = _in_name(entry.name, is_wanted=is_wanted)
    if what is None and entry.kind in UNWANTED:
        what = _(UNWANTED[entry.kind])
    if what is None and is_wanted and entry.size > MOST_BYTES:
        what = _("larger than {size} MB; a break is a page or two").format(size=MOST_BYTES // 1_000_000)
    return what


def _in_name(name: str, *, is_wanted: bool) -> str | None:
    if not stays_inside(name):
        return _("this path leads outside the pack; that is not allowed")
    if has_controls(name) or not name.isprintable():
        return _("hidden characters in its name")
    if len(name) > LONGEST_NAME or len(PurePosixPath(name).parts) > DEEPEST:
        return _("too many folders inside folders, or too long a name")
    if is_wanted and "\\" in name:
        return _("the name has \\ where / belongs; pack the folder anew")
    if is_wanted and ":" in name:
        return _("there is a : in its name, which not every system can have; call it something else")
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
    faults.append(_of(name, what))
    return None


def _of(name: str, what: str) -> str:
    return _("“{name}”: {what}").format(name=quoted(name), what=what)


def _in_text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _("not UTF-8; save the file as UTF-8")
    if is_unfit(text):
        return _("control characters or terminal escapes in a text; write plain words")
    return None


def _is_wanted(name: str) -> bool:
    return name.lower().endswith(".toml") or TEXTS.fullmatch(name) is not None


def _plain(name: str) -> str:
    """``name`` without what says nothing in it, such as ``./``."""
    return str(PurePosixPath(name))
