"""To add a pack and to remove it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.outfile import alone, cannot_be_removed, not_written
from assistant.packs.examining import examine, in_the_way
from assistant.packs.placing import put, take_away, written_aside
from assistant.packs.refused import PackRefused
from assistant.plaintext import quoted, shorten
from assistant.script.pack import Pack, pack_folders, pack_in
from assistant.script.problem import ScriptRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.script.model import Script

MOMENT = 10.0
"""Seconds that another window is waited for: it reads the whole shelf meanwhile."""


@dataclass(frozen=True, slots=True)
class Added:
    """What has come on the shelf."""

    pack: Pack
    scripts: tuple[Script, ...]
    left_out: tuple[str, ...]
    """What was in it that was not taken."""
    replaced: str | None
    """The version that was there before; an empty one where that could not be read."""
    was_newer: bool
    """Whether that is a later one."""


def add(path: Path) -> Added:
    """Put the pack in the folder or the zip file at ``path`` on the shelf.

    Raises ``PackRefused``, and then the shelf is as it was.
    """
    found = examine(path)
    pack = found.pack
    if found.faults or pack is None:
        raise PackRefused(_first_of(found.faults, path))
    root = paths.packs()
    try:
        root.mkdir(parents=True, exist_ok=True)
        with written_aside(root, found.files) as aside, _alone(root):
            lines = in_the_way(found)
            if lines:
                raise PackRefused(_first_of(lines, path))
            replaced, was_newer = _former(pack)
            put(aside, root / pack.name)
    except OSError as error:
        raise PackRefused(str(not_written(root / pack.name, error))) from None
    return Added(pack, tuple(script for _name, script in found.scripts), found.left_out, replaced, was_newer)


def remove(name: str) -> None:
    """Take the pack of that name off the shelf, with all that is in its folder. Raises ``PackRefused``."""
    root = paths.packs()
    try:
        with _alone(root):
            if name not in pack_folders(root):
                raise PackRefused(_("there is no pack called “{name}”").format(name=quoted(name)))
            take_away(root / name)
    except OSError as error:
        raise PackRefused(cannot_be_removed(root / name, error)) from None


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Nobody else adds or removes anything meanwhile. Raises ``PackRefused`` where somebody does for too long."""
    with alone(root, MOMENT) as is_ours:
        if not is_ours:
            raise PackRefused(_("somebody else is adding or removing a pack just now; try again"))
        yield


def _former(pack: Pack) -> tuple[str | None, bool]:
    """The version of the one that ``pack`` replaces, and whether that is a later one. Raises ``OSError``."""
    folder = pack_folders(paths.packs()).get(pack.name)
    if folder is None:
        return None, False
    try:
        former = pack_in(folder)
    except ScriptRefused:
        return "", False
    return former.version, former.is_newer_than(pack)


def _first_of(faults: tuple[str, ...], path: Path) -> str:
    """The first of them, and where there are more, how to see them all."""
    if len(faults) == 1:
        return f"{shorten(str(path))}: {faults[0]}"
    line = _("{file}: {fault}; {count} things are wrong, and “mellomrom packs check” lists them")
    return line.format(file=shorten(str(path)), fault=faults[0], count=len(faults))
