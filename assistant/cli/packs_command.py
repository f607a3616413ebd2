"""``mellomrom packs``: breaks that somebody else has written, a folder or a zip file of them at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from assistant import i18n, paths
from assistant.cli.as_json import print_json
from assistant.cli.columns import print_columns
from assistant.cli.exits import complain
from assistant.cli.options import in_our_words, language_option
from assistant.cli.packs_add import add_command
from assistant.cli.packs_check import check_command
from assistant.cli.packs_new import new_command
from assistant.cli.packs_remove import remove_command
from assistant.i18n import _, marked
from assistant.outfile import cannot_be_read
from assistant.plaintext import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.script.pack import Pack

AS_JSON = marked("As JSON, for other programs.")


@click.group(
    "packs", invoke_without_command=True,
    help=marked("List packs of breaks that were added; add others, or make one of your own."),
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=AS_JSON)
@language_option
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Write the packs to standard output, where nothing else is to be done."""
    if ctx.invoked_subcommand is None:
        _list(as_json=as_json)
    elif as_json and ctx.invoked_subcommand != "list":
        raise click.UsageError(_("--json goes with the list of packs"), ctx)


@click.command("list", help=marked("List the packs that were added, and those that can be."))
@click.option("--json", "as_json", is_flag=True, help=AS_JSON)
@language_option
@click.pass_context
def list_command(ctx: click.Context, *, as_json: bool) -> None:
    """What is done without a command, for who writes one; ``--json`` may stand before it too."""
    before = ctx.parent is not None and ctx.parent.params["as_json"]
    _list(as_json=as_json or before)


for _sub in (list_command, add_command, remove_command, new_command, check_command):
    command.add_command(in_our_words(_sub))


@dataclass(frozen=True, slots=True)
class Listed:
    """A pack in the list."""

    pack: Pack
    count: int
    """Of its breaks."""
    package: str | None = None
    """Which Python package offers it; nothing where it was added."""


def _list(*, as_json: bool) -> None:
    """What is wrong with a pack goes to standard error."""
    added, offered = list(_added()), list(_offered())
    if as_json:
        print_json({"added": [_for_programs(one) for one in added], "offered": [_for_programs(one) for one in offered]})
        return
    there = {one.pack.name: one.pack for one in added}
    new = [one for one in offered if one.pack.name not in there]
    newer = [one for one in offered if one not in new and one.pack.is_newer_than(there[one.pack.name])]
    if added:
        print_columns(list(map(_row, added)))
    else:
        print(_("No pack has been added. “mellomrom packs add FOLDER” adds one, also from a zip file."))
    if new:
        print(_("On offer:"))
        print_columns(list(map(_row, new)))
    for line in _advice(new, newer):
        print(line)


def _added() -> Iterator[Listed]:
    """What is wrong with one is told of."""
    from assistant.script.pack import pack_folders, pack_in
    from assistant.script.problem import ScriptRefused
    from assistant.shelf import files_in

    try:
        folders = pack_folders(paths.packs()).values()
    except OSError as error:
        complain(cannot_be_read(paths.packs(), error))
        return
    for folder in folders:
        try:
            yield Listed(pack_in(folder), len(files_in(folder)))
        except ScriptRefused as refused:
            complain(str(refused))


def _offered() -> Iterator[Listed]:
    """What is wrong with one is told of."""
    from assistant.packs.offered import offered
    from assistant.shelf import files_in

    offers, problems = offered()
    for _name, problem in problems:
        complain(str(problem))
    for offer in offers:
        yield Listed(offer.pack, len(files_in(offer.folder)), offer.package)


def _advice(new: list[Listed], newer: list[Listed]) -> Iterator[str]:
    if new:
        yield _("To add one: “mellomrom packs add NAME”.")
    for one in newer:
        line = _(
            "{name} {version} is newer than the one that was added: “mellomrom packs add {name}” takes it instead."
        )
        yield line.format(name=one.pack.name, version=one.pack.version)


def _row(one: Listed) -> tuple[str, ...]:
    pack = one.pack
    title = quoted(pack.called(i18n.language()))
    breaks = _("breaks: {count}").format(count=one.count)
    return (pack.name, title, pack.version, breaks, quoted(pack.author), quoted(pack.licence))


def _for_programs(one: Listed) -> dict[str, object]:
    pack = one.pack
    told: dict[str, object] = {
        "name": pack.name,
        "title": pack.title,
        "version": pack.version,
        "author": pack.author,
        "licence": pack.licence,
        "breaks": one.count,
    }
    return told if one.package is None else told | {"package": one.package}
