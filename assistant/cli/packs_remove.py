"""``mellomrom packs remove``: takes a pack off the shelf."""

from __future__ import annotations

import click

from assistant import paths
from assistant.cli.asking import need_somebody, says_yes
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.outfile import cannot_be_read
from assistant.plaintext import quoted, shorten


@click.command("remove", help=marked("Remove a pack that was added."))
@click.argument("name", metavar="NAME")
@click.option("--yes", is_flag=True, help=marked("Do not ask."))
@language_option
def remove_command(*, name: str, yes: bool) -> None:
    """Ask once, remove it, and say so."""
    from assistant.packs.refused import PackRefused
    from assistant.packs.shelving import remove
    from assistant.script.pack import pack_folders

    try:
        folders = pack_folders(paths.packs())
    except OSError as error:
        raise InputWrong(cannot_be_read(paths.packs(), error)) from None
    if name not in folders:
        raise InputWrong(_why_not(name, list(folders)))
    # A link goes, and what it leads to stays.
    count = 1 if folders[name].is_symlink() else sum(path.is_file() for path in folders[name].rglob("*"))
    if not yes:
        need_somebody(_("nobody can be asked here; “mellomrom packs remove NAME --yes” removes without asking"))
        question = _("Remove {name}, files: {count}? This cannot be undone. (y/N)")
        if not says_yes(question.format(name=name, count=count)):
            print(_("Nothing has been removed."))
            return
    try:
        remove(name)
    except PackRefused as refused:
        raise InputWrong(str(refused)) from None
    print(_("Removed: {folder} (files: {count})").format(folder=shorten(str(paths.packs() / name)), count=count))


def _why_not(name: str, names: list[str]) -> str:
    if not names:
        return _("there is no pack called “{name}”, nor any other that was added").format(name=quoted(name))
    line = _("there is no pack called “{name}”; these can be removed: {names}")
    return line.format(name=quoted(name), names=", ".join(map(quoted, names)))
