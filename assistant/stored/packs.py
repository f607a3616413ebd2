"""What packs of breaks take, that were added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.outfile import ASIDE
from assistant.script.pack import FORMER
from assistant.stored.thing import Stored, a_file, a_folder, inside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def packs() -> Stored:
    """Those on the shelf. One that is a link is somebody's own folder: of it there is the link."""

    def found() -> Iterator[Path]:
        return (path for pack in _inside() if not _is_left_over(pack) for path in _files_of(pack))

    return a_folder(_("packs"), _("packs of breaks that you have added"), paths.packs(), found)


def left_over() -> tuple[Stored, ...]:
    """What is left of those that were being added or removed."""
    name, why = _("left over"), _("a pack that was not finished when a program was ended")
    try:
        aside = sorted(path for path in _inside() if _is_left_over(path))
    except OSError:  # it is told of where the packs are listed
        return ()
    return tuple(
        a_file(name, why, path) if path.is_symlink() else a_folder(name, why, path, partial(_files_of, path))
        for path in aside
    )


def folders() -> list[Path]:
    """Those of packs, the innermost first."""
    try:
        tops = [path for path in _inside() if path.is_dir() and not path.is_symlink()]
        found = [path for top in tops for path in top.rglob("*") if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []
    return [*sorted([*tops, *found], key=lambda path: len(path.parts), reverse=True), paths.packs()]


def _inside() -> list[Path]:
    """What is in the folder of packs, but where that is a link: then it is somebody's own. Raises ``OSError``."""
    return [] if paths.packs().is_symlink() else inside(paths.packs())


def _is_left_over(path: Path) -> bool:
    """Whether it is what was being added or removed, or a former version that is not the one in use any more."""
    former = FORMER.fullmatch(path.name)
    is_replaced = former is not None and path.with_name(former["name"]).is_dir()
    return is_replaced or ASIDE.fullmatch(path.name) is not None


def _files_of(pack: Path) -> Iterator[Path]:
    """The files of one pack; the link, where it is one. Raises ``OSError``."""
    if pack.is_symlink():
        yield pack
    elif pack.is_dir():
        yield from (path for path in pack.rglob("*") if path.is_symlink() or not path.is_dir())
