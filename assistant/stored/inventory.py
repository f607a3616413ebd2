"""What is stored: each thing, where, how many bytes, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.record.aside import all_aside, beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

UNFINISHED = re.compile(r"\.[0-9a-f]{16}")
"""What ``outfile.write_aside`` calls a file until it is whole, left behind where it was killed."""

SPOKEN = re.compile(r".+\.(wav|part)|raw-.+|voice\.json")
"""What the voice writes into its folder."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One thing that is stored, or that could be."""

    name: str
    why: str
    where: Path
    files: tuple[Path, ...] = ()
    """All that are there now."""
    size: int = 0
    """Bytes of them all."""
    is_folder: bool = False
    """Whether ``where`` is a folder, in which the files are."""
    is_ours: bool = True
    """Whether it was Mellomrom that wrote it: then it goes when all is erased."""
    trouble: str = ""
    """What kept us from looking, in the words of the system; else nothing."""


def stored() -> tuple[Stored, ...]:
    """Everything, in the order in which it matters to a person; also what is not there, without files."""
    record = paths.record()
    aside = _("a record that was damaged, kept in case it can be mended")
    unfinished = _("a file that was not finished when a program was ended")
    return (
        _file(_("settings"), _("what you have chosen"), paths.settings_file()),
        _file(_("answers"), _("what you pressed the key to keep"), paths.answers()),
        _file(_("record"), _("which breaks, when and how long, where you switched it on"), record, *beside(record)),
        *(_file(_("set aside"), aside, path) for path in all_aside(record)),
        _file(_("today"), _("what was offered today, so that it is not offered twice"), paths.today()),
        _spoken(),
        *(_file(_("left over"), unfinished, path) for path in _left_over()),
        _own_breaks(),
    )


def _file(name: str, why: str, where: Path, *beside_it: Path) -> Stored:
    """A file, with those beside it that belong to it; or what stands in its place."""
    try:
        sizes = _sizes((where, *beside_it))
    except OSError as error:
        return Stored(name, why, where, trouble=error.strerror or str(error))
    return Stored(name, why, where, tuple(sizes), sum(sizes.values()))


def _spoken() -> Stored:
    name, why, where = _("spoken lines"), _("so that they need not be spoken again"), paths.clips()
    try:
        found = sorted(path for path in _inside(where) if SPOKEN.fullmatch(path.name))
        sizes = _sizes(path for path in found if path.is_symlink() or not path.is_dir())
    except OSError as error:
        return Stored(name, why, where, is_folder=True, trouble=error.strerror or str(error))
    return Stored(name, why, where, tuple(sizes), sum(sizes.values()), is_folder=True)


def _own_breaks() -> Stored:
    name, why, where = _("own breaks"), _("yours: Mellomrom only reads them"), paths.own_scripts()
    try:
        sizes = _sizes(sorted(path for path in where.rglob("*") if path.is_file()))
    except OSError as error:
        return Stored(name, why, where, is_folder=True, is_ours=False, trouble=error.strerror or str(error))
    return Stored(name, why, where, tuple(sizes), sum(sizes.values()), is_folder=True, is_ours=False)


def _sizes(paths_: Iterable[Path]) -> dict[Path, int]:
    """Bytes of those that are there; of a folder in the place of a file, of the files in it. Raises ``OSError``."""
    sizes = {}
    for path in paths_:
        try:
            sizes[path] = path.lstat().st_size
        except (FileNotFoundError, NotADirectoryError):
            continue
        if path.is_dir() and not path.is_symlink():
            sizes[path] = sum(one.lstat().st_size for one in path.rglob("*") if one.is_file())
    return sizes


def _inside(folder: Path) -> list[Path]:
    """What is in ``folder``; nothing where there is none. Raises ``OSError``."""
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _left_over() -> list[Path]:
    found: list[Path] = []
    for folder in dict.fromkeys((paths.settings_file().parent, paths.record().parent)):
        try:
            found += sorted(path for path in _inside(folder) if UNFINISHED.fullmatch(path.name) and path.is_file())
        except OSError:  # it is told of where the file of that folder is listed
            continue
    return found
