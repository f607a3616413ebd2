"""``mellomrom schema``: what may stand in a break, for editors that help with it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assistant.cli.as_json import print_json
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.outfile import NotWritten, write_aside
from assistant.plaintext import shorten


@click.command("schema", help=marked("Write what may stand in the file of a break, as a JSON Schema for editors."))
@click.option("--pack", "of_pack", is_flag=True, help=marked("What may stand in the pack.toml of a pack instead."))
@click.option(
    "-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path, readable=False),
    help=marked("The file to write; one that is there already is replaced."),
)  # fmt: skip
@language_option
def command(*, of_pack: bool, target: Path | None) -> None:
    """To standard output, or whole to a file."""
    from assistant.script.schema import schema_of_pack, schema_of_script

    schema = schema_of_pack() if of_pack else schema_of_script()
    if target is None:
        print_json(schema)
        return
    try:
        write_aside(target, (json.dumps(schema, indent=2) + "\n").encode())
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    print(_("Written: {file}").format(file=shorten(str(target))))
    print(_("As the first line of a file in the same folder: #:schema ./{name}").format(name=shorten(target.name)))
