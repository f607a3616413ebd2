"""To put a folder on the shelf whole, in the place of a former one, or to take it away: never by halves."""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from assistant.outfile import aside_name
from assistant.script.pack import former_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@contextmanager
def written_aside(root: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """A hidden folder in ``root`` with all ``files``, by their paths inside; it is gone afterwards, if not moved.

    Raises ``OSError``.
    """
    aside = root / aside_name()
    try:
        for name, data in files.items():
            file = aside.joinpath(*PurePosixPath(name).parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield aside
    finally:
        _discard(aside)


def put(aside: Path, target: Path) -> None:
    """Move the folder ``aside`` to ``target``. Raises ``OSError``; what was there is there still then.

    No system exchanges two folders at a stroke everywhere. So the former one gets a name that is known to be its own:
    whoever looks between the two strokes, or after a program was ended there, still finds it.
    """
    former = former_of(target)
    if _is_there(target):
        _take_out(former)  # of a program that was ended when the new one stood already
        target.rename(former)
    try:
        aside.rename(target)
    except BaseException:
        if former.exists():
            former.rename(target)
        raise
    _discard(former)


def take_away(target: Path) -> None:
    """Remove the folder ``target``, or the link in its place. Raises ``OSError``; all of it is there still then."""
    # The former one first: else it would come in the place of what is removed.
    for path in (former_of(target), target):
        _take_out(path)


def _take_out(path: Path) -> None:
    """Let nothing be at ``path`` any more, even where its files cannot be removed. Raises ``OSError``."""
    if _is_there(path):
        aside = path.with_name(aside_name())
        path.rename(aside)
        _discard(aside)


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _discard(path: Path) -> None:
    """Remove a folder of ours, as far as that goes; a link is no more than a link."""
    with suppress(OSError):
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path)
