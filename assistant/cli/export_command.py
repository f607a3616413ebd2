"""``mellomrom export``: a break to take along, as a sound, a page, captions, or words to read aloud."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import PEOPLE, Duration, language_option
from assistant.export.formats import PAGE, SUFFIXES
from assistant.i18n import _, marked
from assistant.settings import Ambience

if TYPE_CHECKING:
    from assistant.units import Ms

KINDS = tuple(suffix.removeprefix(".") for suffix in SUFFIXES)


@click.command("export", help=marked("Write a break to a file: as a sound, a page, captions, or words to read aloud."))
@click.argument("id", metavar="[ID|FILE.toml]", required=False)
@click.option(
    "-o", "--output", "target", metavar="FILE", type=click.Path(readable=False),
    help=marked("The file; what it ends in says what it is, one of the kinds of --as."),
)  # fmt: skip
@click.option("--for", "length", type=Duration(), help=marked("How long the break is to be: 2m, 90s, 1m40s."))
@click.option("--people", type=click.IntRange(2, 12), metavar="N", help=PEOPLE)
@click.option(
    "--voice", "speaker", metavar="NAME",
    help=marked("Who speaks, one of “mellomrom voices”; without this, as chosen in the settings."),
)  # fmt: skip
@click.option("--no-voice", is_flag=True, help=marked("Without a voice."))
@click.option(
    "--ambience", type=click.Choice([ambience.value for ambience in Ambience]),
    help=marked("What is heard softly behind it; without this, as chosen in the settings."),
)  # fmt: skip
@click.option(
    "--all", "folder", metavar="FOLDER", type=click.Path(readable=False),
    help=marked("All breaks, into that folder, with a page that lists them."),
)  # fmt: skip
@click.option("--as", "kind", type=click.Choice(KINDS), help=marked("With --all: what each is written as; else html."))
@language_option
def command(
    id: str | None,  # noqa: A002
    target: str | None,
    folder: str | None,
    length: Ms | None,
    kind: str | None,
    **wishes: Any,
) -> None:
    """Write what is wished for, and say where it is."""
    context = click.get_current_context()
    if wishes["no_voice"] and wishes["speaker"] is not None:
        raise click.UsageError(_("--voice and --no-voice say two things; name one of them"), context)
    from assistant.cli.exporting import Export, export_all, export_one

    wish = Export(id, length, **wishes)
    if folder is not None:
        if target is not None or length is not None:
            raise click.UsageError(_("--all takes every break as it is; leave out --for and --output"), context)
        if not folder:
            raise click.UsageError(_("name the folder after --all"), context)
        export_all(wish, Path(folder), f".{kind}" if kind else PAGE)
        return
    if not target:
        raise click.UsageError(_("name the file to write after --output"), context)
    if kind is not None:
        raise click.UsageError(_("--as goes with --all"), context)
    export_one(wish, Path(target))
