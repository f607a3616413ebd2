"""``mellomrom packs check``: all that keeps a pack from coming on a shelf."""

from __future__ import annotations

import click

from assistant import paths
from assistant.cli.exits import InputWrong, refuse
from assistant.cli.options import language_option
from assistant.i18n import _, marked


@click.command("check", help=marked("Check a pack, in a folder or a zip file, without adding it."))
@click.argument("place", metavar="FOLDER|ZIP")
@language_option
def check_command(*, place: str) -> None:
    """Say what is wrong, a line each on standard error, or that nothing is."""
    from assistant.packs.examining import examine
    from assistant.packs.refused import PackRefused

    try:
        found = examine(paths.expanded(place))
    except PackRefused as refused:
        raise InputWrong(str(refused)) from None
    refuse(found.faults)
    print(_("{count} read, nothing wrong.").format(count=len(found.scripts)))
