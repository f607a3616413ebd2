"""``mellomrom voices script``: what there is to read, for who wants to be the voice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant import i18n
from assistant.cli.exits import InputWrong, complain
from assistant.cli.finding import find_script
from assistant.cli.options import language_option
from assistant.cli.voices_named import person_called
from assistant.i18n import _, marked
from assistant.outfile import NotWritten, write_aside
from assistant.plaintext import shorten
from assistant.shelf import whole_shelf
from assistant.voice.recorded.code import code_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.language import Language
    from assistant.script.model import Script
    from assistant.voice.recorded.lines import Part

NAMED = 3
"""So many breaks are named in the name of a file."""


@click.command("script", help=marked("Write what there is to read for a voice of your own."))
@click.argument("name", metavar="NAME")
@click.option(
    "--break", "ids", metavar="ID", multiple=True, help=marked("Only the lines of this break; as often as you like.")
)
@click.option(
    "-o", "--output", "folder", metavar="DIR", type=click.Path(path_type=Path), default=Path(),
    help=marked("The folder to write it into, where it is not this one."),
)  # fmt: skip
@language_option
def script_command(*, name: str, ids: tuple[str, ...], folder: Path) -> None:
    """Write the manuscript in the language in use, as text and as a page to print."""
    from assistant.voice.recorded.manuscript import plain_text
    from assistant.voice.recorded.page import page

    person, language, shelf = person_called(name), i18n.language(), whole_shelf()
    scripts = [find_script(wanted, shelf) for wanted in dict.fromkeys(ids)]
    whole = parts_to_read((*shelf.scripts, *(script for script in scripts if script not in shelf.scripts)), language)
    parts = _of_the_whole(parts_to_read(scripts, language), whole) if scripts else whole
    file = "-".join((person, language.value, *_short([script.id for script in scripts])))
    contents = {".txt": plain_text(parts, language, person), ".html": page(parts, language, person)}
    for suffix, content in contents.items():
        target = folder / f"{file}{suffix}"
        try:
            write_aside(target, content.encode())
        except NotWritten as refused:
            raise InputWrong(str(refused)) from None
        print(_("Written: {file}").format(file=shorten(str(target))))
    print(_("Lines to read: {count}").format(count=sum(len(part.lines) for part in parts)))
    for problem in shelf.problems:
        complain(str(problem))


def _short(ids: list[str]) -> list[str]:
    """``ids`` as a part of a file name, so that a manuscript of other breaks is called something else."""
    return ids if len(ids) <= NAMED else [*ids[:NAMED], code_of("-".join(ids))]


def _of_the_whole(parts: Iterable[Part], whole: Iterable[Part]) -> tuple[Part, ...]:
    """``parts`` with each line as it is in ``whole``: by the same number, and with the least room anywhere."""
    lines = {line.text: line for part in whole for line in part.lines}
    return tuple(replace(part, lines=tuple(lines[line.text] for line in part.lines)) for part in parts)


def parts_to_read(scripts: Iterable[Script], language: Language) -> tuple[Part, ...]:
    """All that the voice says in ``scripts``, and the line that it says before the first of them."""
    from assistant.tasting import VOLUME_LINE
    from assistant.voice.recorded.lines import parts_of
    from assistant.voice.recorded.manuscript import FIRST

    return parts_of(scripts, language, (VOLUME_LINE[language],), FIRST[language])
