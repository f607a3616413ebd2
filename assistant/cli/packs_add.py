"""``mellomrom packs add``: puts a pack on the shelf, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import i18n
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.cli.packs_check import left_open, path_of
from assistant.i18n import _, marked
from assistant.plaintext import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.packs.shelving import Added

MOST_NAMED = 3
"""Of what is not taken."""


@click.command("add", help=marked("Add a pack: a folder, a zip file, or one on offer."))
@click.argument("place", metavar="FOLDER|ZIP|NAME")
@language_option
def add_command(*, place: str) -> None:
    """Look at all of it, add it, and say what has come and how to run it."""
    from assistant.packs.refused import PackRefused
    from assistant.packs.shelving import add

    path, is_of_package = _found(place)
    try:
        added = add(path)
    except PackRefused as refused:
        raise InputWrong(str(refused)) from None
    for line in _said(added, tells_what_is_left=not is_of_package):
        print(line)


def _found(place: str) -> tuple[Path, bool]:
    """Where the pack lies that somebody named, and whether a Python package has it; a folder here comes first."""
    from assistant.cli.finding import is_file_name

    path = path_of(place)
    if _may_be_there(path) or is_file_name(place) or place.endswith(".zip"):
        return path, False
    from assistant.packs.offered import offered

    offers, problems = offered()
    for offer in offers:
        if offer.pack.name == place:
            return offer.folder, True
    of_that_name = next((problem for name, problem in problems if name == place), None)
    if of_that_name is not None:
        raise InputWrong(str(of_that_name))
    line = _("“{name}”: there is no folder and no zip file of that name, and no Python package here offers such a pack")
    raise InputWrong(line.format(name=quoted(place)))


def _may_be_there(path: Path) -> bool:
    """Whether something is at ``path``; also where that cannot be told, as with a name that is too long."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return True


def _said(added: Added, *, tells_what_is_left: bool) -> Iterator[str]:
    language = i18n.language()
    line = _("Added: {title} {version}, by {author} ({licence})")
    yield line.format(
        title=quoted(added.pack.called(language)), version=added.pack.version,
        author=quoted(added.pack.author), licence=quoted(added.pack.licence),
    )  # fmt: skip
    if added.was_newer:
        line = _("It has replaced a newer version: {former} was there, and now there is {version}.")
        yield line.format(former=added.replaced, version=added.pack.version)
    elif added.replaced:
        yield _("It has replaced version {version}.").format(version=added.replaced)
    elif added.replaced is not None:
        yield _("It has replaced a version that was damaged.")
    if added.left_out and tells_what_is_left:
        names = ", ".join(quoted(name) for name in added.left_out[:MOST_NAMED])
        more = len(added.left_out) - MOST_NAMED
        names += " " + _("and {count} more").format(count=more) if more > 0 else ""
        yield _("Not taken, as a pack is words only: {names}").format(names=names)
    yield from left_open(added.pack)
    width = max(len(script.id) for script in added.scripts)
    for script in added.scripts:
        yield f"  {script.id:<{width}}  {script.title.of(language)}"
    yield _("To begin one: “mellomrom break {id}”").format(id=added.scripts[0].id)
