"""What packs of breaks take, that were added."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.stored.thing import Stored, a_folder, inside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASIDE = re.compile(r"\.[0-9a-f]{16}|\..+\.former")
"""A pack that was being added, or another taken away for, when a program was ended."""


def packs() -> Stored:
    """Those on the shelf. One that is a link is somebody's own folder: of it there is the link."""

    def found() -> Iterator[Path]:
        return (path for pack in _inside() if ASIDE.fullmatch(pack.name) is None for path in _files_of(pack))

    return a_folder(_("packs"), _("packs of breaks that you have added"), paths.packs(), found)


def left_over() -> tuple[Stored, ...]:
    """What is left of those that were being added or removed."""
    why = _("a pack that was not finished when a program was ended")
    try:
        aside = sorted(path for path in _inside() if ASIDE.fullmatch(path.name) and not path.is_symlink())
    except OSError:  # it is told of where the packs are listed
        return ()
    return tuple(a_folder(_("left over"), why, folder, partial(_files_of, folder)) for folder in aside)


def folders() -> list[Path]:
    """Those of packs, the innermost first."""
    try:
        found = [path for path in paths.packs().rglob("*") if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []
    return [*sorted(found, key=lambda path: len(path.parts), reverse=True), paths.packs()]


def _inside() -> list[Path]:
    """What is in the folder of packs, but where that is a link: then it is somebody's own. Raises ``OSError``."""
    return [] if paths.packs().is_symlink() else inside(paths.packs())


def _files_of(pack: Path) -> Iterator[Path]:
    """The files of one pack; the link, where it is one. Raises ``OSError``."""
    if pack.is_symlink():
        yield pack
    elif pack.is_dir():
        yield from (path for path in pack.rglob("*") if path.is_symlink() or not path.is_dir())
