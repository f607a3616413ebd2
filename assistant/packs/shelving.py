"""To add a pack and to remove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.outfile import alone, not_written
from assistant.packs.examining import examine, taken
from assistant.packs.placing import put, take_away, written_aside
from assistant.packs.refused import PackRefused
from assistant.plaintext import quoted, shorten
from assistant.script.pack import Pack, pack_folders, pack_in
from assistant.script.problem import ScriptRefused

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.script.model import Script


@dataclass(frozen=True, slots=True)
class Added:
    """What has come on the shelf."""

    pack: Pack
    scripts: tuple[Script, ...]
    left_out: tuple[str, ...]
    """What was in it that was not taken."""
    replaced: str | None
    """The version that was there before; an empty one where that could not be read."""


def add(path: Path) -> Added:
    """Put the pack in the folder or the zip file at ``path`` on the shelf.

    Raises ``PackRefused``, and then the shelf is as it was.
    """
    found = examine(path)
    if found.faults or found.pack is None:
        raise PackRefused(_first_of(found.faults, path))
    root = paths.packs()
    try:
        root.mkdir(parents=True, exist_ok=True)
        with written_aside(root, found.files) as aside, alone(root):
            # Another window may have added something meanwhile.
            lines = taken(found.pack, {script.id for script in found.scripts})
            if lines:
                raise PackRefused(_first_of(tuple(lines.values()), path))
            replaced = _version(found.pack.name)
            put(aside, root / found.pack.name)
    except OSError as error:
        raise PackRefused(str(not_written(root / found.pack.name, error))) from None
    return Added(found.pack, found.scripts, found.left_out, replaced)


def remove(name: str) -> None:
    """Take the pack of that name off the shelf, with all that is in its folder. Raises ``PackRefused``."""
    root = paths.packs()
    try:
        with alone(root):
            if name not in pack_folders(root):
                raise PackRefused(_("there is no pack called “{name}”").format(name=quoted(name)))
            take_away(root / name)
    except OSError as error:
        line = _("{file}: cannot be removed ({what})")
        file = shorten(str(root / name))
        raise PackRefused(line.format(file=file, what=error.strerror or error)) from None


def _version(name: str) -> str | None:
    """Of the pack of that name that is there; nothing where there is none. Raises ``OSError``."""
    folder = pack_folders(paths.packs()).get(name)
    if folder is None:
        return None
    try:
        return pack_in(folder).version
    except ScriptRefused:
        return ""


def _first_of(faults: tuple[str, ...], path: Path) -> str:
    """The first of them, and where there are more, how to see them all."""
    if len(faults) == 1:
        return f"{shorten(str(path))}: {faults[0]}"
    line = _("{file}: {fault}; “mellomrom packs check” says all {count} things that are wrong")
    return line.format(file=shorten(str(path)), fault=faults[0], count=len(faults))
