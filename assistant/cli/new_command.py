"""``mellomrom new``: the beginning of a break of one's own, in a file."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from assistant import paths
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.cli.own_name import need_name
from assistant.i18n import _, marked
from assistant.outfile import NotWritten, not_written, write_aside
from assistant.plaintext import shorten, without_controls
from assistant.script.model import Occasion


@click.command("new", help=marked("Begin a break of your own: a file that can be run as it is, to be changed."))
@click.argument("id", metavar="ID")
@click.option(
    "--occasion", type=click.Choice([occasion.value for occasion in Occasion]), default=Occasion.BETWEEN.value,
    help=marked("When it is of use."),
)  # fmt: skip
@click.option(
    "-o", "--output", "target", metavar="FILE.toml", type=click.Path(path_type=Path, readable=False),
    help=marked("The file to write; without it, one among your own breaks."),
)  # fmt: skip
@language_option
def command(id: str, occasion: str, target: Path | None) -> None:  # noqa: A002
    """Write it, and say what to do next."""
    from assistant.packs.scaffold import break_
    from assistant.shelf import whole_shelf

    need_name(id, _("an id has small letters a-z, digits and hyphens, at most 40"))
    if id in whole_shelf().by_id:
        raise InputWrong(_("there is already a break with the id “{id}”; choose another").format(id=id))
    file = paths.own_scripts() / f"{id}.toml" if target is None else target
    if file.suffix != ".toml":
        raise InputWrong(_("{file}: the name must end in .toml").format(file=shorten(str(file))))
    try:
        if target is None:
            _make(file.parent)
        _refuse(file)
        write_aside(file, break_(id, Occasion(occasion)).encode())
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    name = _in_a_command(file)
    print(_("Written: {file}").format(file=shorten(str(file))))
    print(_("To run it: “mellomrom break {id}”").format(id=id if target is None else name))
    print(_("To check it: “mellomrom check {file}”").format(file=name))


def _refuse(file: Path) -> None:
    """Raise ``InputWrong`` where there is such a file, and ``NotWritten`` where that cannot be seen."""
    try:
        is_there = file.is_file()
    except OSError as error:  # such as a name that is too long
        raise not_written(file, error) from None
    if is_there:
        raise InputWrong(_("{file}: already exists; choose another name").format(file=shorten(str(file))))


def _in_a_command(file: Path) -> str:
    """The whole name of ``file`` as it can be written after a command, but for what would steer the terminal."""
    name = str(file) if str(file).isprintable() else without_controls(str(file))
    return f'"{name}"' if sys.platform == "win32" else shlex.quote(name)


def _make(folder: Path) -> None:
    """Raises ``NotWritten``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from None
