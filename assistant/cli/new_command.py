"""``mellomrom new``: the beginning of a break of one's own, in a file."""

from __future__ import annotations

import re
from pathlib import Path

import click

from assistant import paths
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.outfile import NotWritten, not_written, write_aside
from assistant.plaintext import quoted, shorten
from assistant.script.model import ID, Occasion


@click.command("new", help=marked("Begin a break of your own: a file that can be run as it is, to be changed."))
@click.argument("id", metavar="ID")
@click.option(
    "--occasion", type=click.Choice([occasion.value for occasion in Occasion]), default=Occasion.BETWEEN.value,
    help=marked("When it is of use."),
)  # fmt: skip
@click.option(
    "-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path, readable=False),
    help=marked("The file to write; without it, one among your own breaks."),
)  # fmt: skip
@language_option
def command(id: str, occasion: str, target: Path | None) -> None:  # noqa: A002
    """Write it, and say what to do next."""
    from assistant.packs.scaffold import break_
    from assistant.shelf import whole_shelf

    if re.fullmatch(ID, id) is None:
        raise InputWrong(f"“{quoted(id)}”: " + _("an id has small letters a-z, digits and hyphens, at most 40"))
    if id in whole_shelf().by_id:
        raise InputWrong(_("there is already a break with the id “{id}”; choose another").format(id=id))
    file = paths.own_scripts() / f"{id}.toml" if target is None else target
    if file.is_file():
        raise InputWrong(_("{file}: is there already; choose another name").format(file=shorten(str(file))))
    try:
        if target is None:
            _make(file.parent)
        write_aside(file, break_(id, Occasion(occasion)).encode())
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    name = shorten(str(file))
    print(_("Written: {file}").format(file=name))
    print(_("To run it: “mellomrom break {id}”").format(id=id if target is None else name))
    print(_("To see whether it holds what is asked of a break: “mellomrom check {file}”").format(file=name))


def _make(folder: Path) -> None:
    """Raises ``NotWritten``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from None
