"""``mellomrom data``: what is stored, all of it as JSON, and to remove it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.asking import need_somebody, says_yes
from assistant.cli.exits import InputWrong, refuse
from assistant.cli.options import in_our_words, language_option
from assistant.i18n import _, marked
from assistant.outfile import NotWritten, write_aside
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.stored.thing import Stored


@click.group(
    "data", invoke_without_command=True, help=marked("Show everything that is stored: what, how much, where and why.")
)
@language_option
@click.pass_context
def command(ctx: click.Context) -> None:
    """One line a thing, where nothing else is to be done."""
    if ctx.invoked_subcommand is None:
        from assistant.stored.inventory import stored

        for line in _table(stored()):
            print(line)


@command.command(
    "export", help=marked("Write all of it as JSON; no sound, but of recorded voices who they are and where they lie.")
)
@click.option(
    "-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path, readable=False),
    help=marked("The file to write, which only you can read; one that is there already is replaced."),
)  # fmt: skip
@language_option
def export_command(*, target: Path | None) -> None:
    """To standard output, or whole to a file. What could not be read is told of, and the rest is written."""
    from assistant.cli.as_json import is_utf8
    from assistant.stored.export import as_json, export

    values, troubles = export()
    if target is None:
        print(as_json(values, ascii_only=not is_utf8()), end="")
    else:
        try:
            write_aside(target, as_json(values).encode(), mode=0o600)
        except NotWritten as refused:
            raise InputWrong(str(refused)) from None
        print(_("Written: {file}").format(file=shorten(str(target))))
    refuse(troubles)


@command.command("erase", help=marked("Remove all of it. Your own breaks stay."))
@click.option("--yes", is_flag=True, help=marked("Do not ask."))
@language_option
def erase_command(*, yes: bool) -> None:
    """Show what would go, ask once, remove it and say so path by path."""
    from assistant.stored.erasing import erase
    from assistant.stored.inventory import stored

    things = stored()
    going = [thing for thing in things if thing.is_ours and (thing.files or thing.trouble)]
    if not going:
        print(_("Nothing is stored."))
    elif yes or _agreed(going):
        troubles = []
        for removal in erase(going):
            if removal.done:
                print(removal.line)
            else:
                troubles.append(removal.line)
        for own in (thing for thing in things if thing.files and not thing.is_ours):
            print(_("Your own breaks stay: {folder}").format(folder=shorten(str(own.where))))
        refuse(troubles)
    else:
        print(_("Nothing has been removed."))


for _sub in (export_command, erase_command):
    in_our_words(_sub)


def _table(things: Sequence[Stored]) -> Iterator[str]:
    """Of each its name, how much it is and where, and beneath why: no line is wider than it must be."""
    width = max((len(thing.name) for thing in things), default=0)
    for thing in things:
        yield f"{thing.name:<{width}}  {_amount(thing)}, {_at_home(thing.where)}"
        yield f"{'':<{width}}  {thing.why}"
    whole = _bytes(sum(thing.size for thing in things if thing.is_ours))
    yield _("In all, without your own breaks: {size}").format(size=whole)


def _at_home(path: Path) -> str:
    """``path``, with ``~`` for the home folder."""
    with contextlib.suppress(RuntimeError, ValueError):
        return shorten(str("~" / path.relative_to(Path.home())))
    return shorten(str(path))


def _amount(thing: Stored) -> str:
    if thing.trouble:
        return thing.trouble
    if not thing.files:
        return _("nothing stored")
    size = _bytes(thing.size)
    return _("files: {count}, {size}").format(count=len(thing.files), size=size) if thing.is_folder else size


def _bytes(count: int) -> str:
    return _("{count} bytes").format(count=f"{count:,}".replace(",", " "))


def _agreed(going: Sequence[Stored]) -> bool:
    """Whether whoever sits there wants all of it removed. Raises ``InputWrong`` where nobody can be asked."""
    need_somebody(_("nobody can be asked here; “mellomrom data erase --yes” removes without asking"))
    for line in _table(going):
        print(line)
    return says_yes(_("Remove all of this? This cannot be undone. (y/N)"))
