"""To remove all that Mellomrom has stored. What the user has written stays: their own breaks."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.outfile import cannot_be_removed
from assistant.plaintext import shorten
from assistant.stored import packs, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from assistant.stored.thing import Stored


@dataclass(frozen=True, slots=True)
class Removal:
    """What became of a file, or of all those in a folder, in one line."""

    done: bool
    line: str


def erase(things: Iterable[Stored]) -> Iterator[Removal]:
    """Remove what is ours of ``things``, one after the other; what cannot be removed is told of, and the rest goes on.

    Of a folder there is one line for all that was removed from it. Folders of ours that are empty then go too.
    """
    for thing in things:
        if thing.is_ours:
            yield from _erase(thing)
    ours = (paths.clips(), paths.clips().parent, paths.record().parent, paths.settings_file().parent)
    for folder in (*voices.folders(), *packs.folders(), *ours):
        with contextlib.suppress(OSError):  # it is not there, or something of the user's is in it
            folder.rmdir()


def _erase(thing: Stored) -> Iterator[Removal]:
    if thing.trouble:
        yield Removal(done=False, line=cannot_be_removed(thing.where, OSError(thing.trouble)))
    removed = 0
    for path in thing.files:
        leads_to = path.resolve() if path.is_symlink() else None
        try:
            _remove(path)
        except OSError as error:
            yield Removal(done=False, line=cannot_be_removed(path, error))
            continue
        removed += 1
        if leads_to is not None:
            line = _("Removed: {file}, a link; what it led to stays: {target}")
            yield Removal(done=True, line=line.format(file=shorten(str(path)), target=shorten(str(leads_to))))
        elif not thing.is_folder:
            yield Removal(done=True, line=_("Removed: {file}").format(file=shorten(str(path))))
    if thing.is_folder and removed:
        line = _("Removed: {folder} (files: {count})")
        yield Removal(done=True, line=line.format(folder=shorten(str(thing.where)), count=removed))


def _remove(path: Path) -> None:
    """A file, a link, or an empty folder in the place of a file. Raises ``OSError``."""
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
