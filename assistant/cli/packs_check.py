"""``mellomrom packs check``: all that keeps a pack from coming on a shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import paths
from assistant.cli.exits import InputWrong, refuse
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.script.pack import Pack


@click.command("check", help=marked("Check a pack, in a folder or a zip file, without adding it."))
@click.argument("place", metavar="FOLDER|ZIP")
@language_option
def check_command(*, place: str) -> None:
    """Say what is wrong, a line each on standard error, or that nothing is."""
    from assistant.packs.examining import examine, in_the_way
    from assistant.packs.refused import PackRefused

    path = path_of(place)
    try:
        found = examine(path)
    except PackRefused as refused:
        raise InputWrong(str(refused)) from None
    refuse([f"{shorten(str(path))}: {line}" for line in (*found.faults, *in_the_way(found))])
    print(_("{count} read, nothing wrong.").format(count=len(found.scripts)))
    if found.pack is not None:
        for line in left_open(found.pack):
            print(line)


def path_of(place: str) -> Path:
    """Where the pack is that somebody named. Raises ``InputWrong``: an empty name is not the folder one stands in."""
    if not place:
        raise InputWrong(_("the name is empty; name a folder or a zip file"))
    return paths.expanded(place)


def left_open(pack: Pack) -> Iterator[str]:
    """What is not wrong with it, but not done yet."""
    from assistant.packs.scaffold import YOU

    if pack.author in YOU.values():
        yield _("Its pack.toml still has “{author}” as its author: write who made it.").format(author=pack.author)
