"""``mellomrom kept``: the answers that somebody chose to keep."""

from __future__ import annotations

import click

from assistant import answers, paths
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.plaintext import without_controls


@click.command("kept", help=marked("Show the answers that you chose to keep, or erase them."))
@click.option("--erase", is_flag=True, help=marked("Remove them all."))
@language_option
def command(*, erase: bool) -> None:
    """Write the file of answers to standard output, or remove it and say so."""
    file = paths.answers()
    try:
        if erase:
            print(_("Removed: {file}").format(file=file) if answers.erase() else _("Nothing has been kept."))
            return
        kept = answers.kept()
    except OSError as error:
        line = _("{file}: cannot be read or removed ({what})")
        raise InputWrong(line.format(file=file, what=error.strerror or error)) from None
    if not kept:
        print(_("Nothing has been kept."))
        return
    print(file)
    print("\n".join(without_controls(line) for line in kept.splitlines()))
