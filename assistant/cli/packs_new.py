"""``mellomrom packs new``: the beginning of a pack of one's own, in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.cli.own_name import need_name
from assistant.i18n import _, marked
from assistant.outfile import not_written
from assistant.plaintext import shorten


@click.command("new", help=marked("Begin a pack of your own, in a folder here."))
@click.argument("name", metavar="NAME")
@language_option
def new_command(*, name: str) -> None:
    """Write it, and say what to do next."""
    from assistant.packs.placing import written_aside
    from assistant.packs.scaffold import pack
    from assistant.shelf import whole_shelf

    need_name(name, _("a name has small letters a-z, digits and hyphens, at most 40"))
    folder = Path.cwd() / name
    if folder.exists() or folder.is_symlink():
        raise InputWrong(_("{file}: already exists; choose another name").format(file=shorten(str(folder))))
    files = pack(name, whole_shelf().by_id)
    try:
        with written_aside(folder.parent, {file: text.encode() for file, text in files.items()}) as aside:
            aside.rename(folder)
    except OSError as error:
        raise InputWrong(str(not_written(folder, error))) from None
    print(_("Written: {files}").format(files=", ".join(f"{name}/{file}" for file in files)))
    print(_("To check it: “mellomrom packs check {name}”").format(name=name))
    print(_("To have its breaks among the others: “mellomrom packs add {name}”").format(name=name))
