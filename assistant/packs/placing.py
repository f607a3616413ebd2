"""To put a folder on the shelf whole, in the place of a former one, or to take it away: never by halves."""

from __future__ import annotations

import secrets
import shutil
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@contextmanager
def written_aside(root: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """A hidden folder in ``root`` with all ``files``, by their paths inside; it is gone afterwards, if not moved.

    Raises ``OSError``.
    """
    aside = _aside(root)
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
    former = target.with_name(f".{target.name}.former")
    if target.is_symlink() or target.exists():
        _discard(former)  # of a program that was ended when the new one stood already
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
    former = target.with_name(f".{target.name}.former")
    if target.is_symlink() or target.exists():
        # Else it would come in the place of what is removed.
        _discard(former)
        aside = _aside(target.parent)
        target.rename(aside)
    else:
        aside = _aside(target.parent)
        former.rename(aside)
    _discard(aside)


def _aside(root: Path) -> Path:
    """A name as ``outfile.write_aside`` gives them: what is left over under one is known to be ours."""
    return root / f".{secrets.token_hex(8)}"


def _discard(path: Path) -> None:
    """Remove a folder of ours, as far as that goes; a link is no more than a link."""
    with suppress(OSError):
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path)
