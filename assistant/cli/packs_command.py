"""``mellomrom packs``: breaks that somebody else has written, a folder or a zip file of them at a time."""

from __future__ import annotations

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
from assistant.plaintext import quoted, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.packs.offered import Offered
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


@click.command("list", help=marked("List the packs that were added, and those that can be."))
@click.option("--json", "as_json", is_flag=True, help=AS_JSON)
@language_option
def list_command(*, as_json: bool) -> None:
    """What is done without a command, for who writes one."""
    _list(as_json=as_json)


for _sub in (list_command, add_command, remove_command, new_command, check_command):
    command.add_command(in_our_words(_sub))


def _list(*, as_json: bool) -> None:
    """What is wrong with a pack goes to standard error."""
    from assistant.packs.offered import offered

    added = dict(_added())
    offers, problems = offered()
    for problem in problems:
        complain(str(problem))
    counts = {name: count for name, (_pack, count) in added.items()}
    packs = {name: pack for name, (pack, _count) in added.items()}
    if as_json:
        print_json(
            {
                "added": [_for_programs(pack, counts[name]) for name, pack in packs.items()],
                "offered": [_for_programs(o.pack, _count_in(o)) | {"package": o.package} for o in offers],
            }
        )
        return
    rows = [_row(pack, counts[name]) for name, pack in packs.items()]
    new = [offer for offer in offers if offer.pack.name not in packs]
    if rows:
        print_columns(rows)
    else:
        print(_("No pack has been added. “mellomrom packs add FOLDER” adds one, also from a zip file."))
    if new:
        print(_("On offer:"))
        print_columns([_row(offer.pack, _count_in(offer)) for offer in new])
    for line in _advice(new, [offer for offer in offers if _is_newer(offer, packs)]):
        print(line)


def _added() -> Iterator[tuple[str, tuple[Pack, int]]]:
    """The packs by name, each with how many breaks it has; what is wrong with others is told of."""
    from assistant.script.pack import pack_folders, pack_in
    from assistant.script.problem import ScriptRefused
    from assistant.shelf import files_in

    try:
        folders = pack_folders(paths.packs())
    except OSError as error:
        line = _("{file}: cannot be read ({what})")
        complain(line.format(file=shorten(str(paths.packs())), what=error.strerror or error))
        return
    for name, folder in folders.items():
        try:
            yield name, (pack_in(folder), len(files_in(folder)))
        except ScriptRefused as refused:
            complain(str(refused))


def _count_in(offer: Offered) -> int:
    from assistant.shelf import files_in

    return len(files_in(offer.folder))


def _is_newer(offer: Offered, packs: dict[str, Pack]) -> bool:
    return offer.pack.name in packs and offer.pack.is_newer_than(packs[offer.pack.name])


def _advice(new: list[Offered], newer: list[Offered]) -> Iterator[str]:
    if new:
        yield _("To add one: “mellomrom packs add NAME”.")
    for offer in newer:
        line = _(
            "{name} {version} is newer than the one that was added: “mellomrom packs add {name}” takes it instead."
        )
        yield line.format(name=offer.pack.name, version=offer.pack.version)


def _row(pack: Pack, count: int) -> tuple[str, ...]:
    title = quoted(pack.called(i18n.language()))
    breaks = _("breaks: {count}").format(count=count)
    return (pack.name, title, pack.version, breaks, quoted(pack.author), quoted(pack.licence))


def _for_programs(pack: Pack, count: int) -> dict[str, object]:
    return {
        "name": pack.name,
        "title": pack.title,
        "version": pack.version,
        "author": pack.author,
        "licence": pack.licence,
        "breaks": count,
    }
