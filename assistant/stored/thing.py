"""One thing that is stored, and the bytes that it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


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


def a_file(name: str, why: str, where: Path, *beside_it: Path) -> Stored:
    """A file, with those beside it that belong to it; or what stands in its place."""
    try:
        sizes = _sizes((where, *beside_it))
    except OSError as error:
        return Stored(name, why, where, trouble=error.strerror or str(error))
    return Stored(name, why, where, tuple(sizes), sum(sizes.values()))


def a_folder(name: str, why: str, where: Path, found: Callable[[], Iterable[Path]], *, is_ours: bool = True) -> Stored:
    """The files in a folder that are ``found`` there, links too; not the folders in it."""
    try:
        sizes = _sizes(sorted(path for path in found() if path.is_symlink() or not path.is_dir()))
    except OSError as error:
        return Stored(name, why, where, is_folder=True, is_ours=is_ours, trouble=error.strerror or str(error))
    return Stored(name, why, where, tuple(sizes), sum(sizes.values()), is_folder=True, is_ours=is_ours)


def inside(folder: Path) -> list[Path]:
    """What is in ``folder``; nothing where there is none. Raises ``OSError``."""
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _sizes(paths: Iterable[Path]) -> dict[Path, int]:
    """Bytes of those that are there; of a folder in the place of a file, of the files in it. Raises ``OSError``."""
    sizes = {}
    for path in paths:
        try:
            sizes[path] = path.lstat().st_size
        except (FileNotFoundError, NotADirectoryError):
            continue
        if path.is_dir() and not path.is_symlink():
            sizes[path] = sum(one.lstat().st_size for one in path.rglob("*") if one.is_file())
    return sizes
