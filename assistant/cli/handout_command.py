"""``mellomrom handout``: one page to hand out, such as in a staff meeting."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant import settings
from assistant.cli.exits import InputWrong
from assistant.cli.finding import find_script, timeline_of
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.outfile import NotWritten, not_written, refuse_place, write_aside
from assistant.plaintext import shorten
from assistant.settings import ALL_COUNTRIES, Settings, Sound
from assistant.shelf import whole_shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.script.model import Script

USUAL = ("tell-ting",)
"""What is handed out where nothing is named: it is what is shown to a whole room, too."""

STANDARD_OUTPUT = "-"


@click.command(
    "handout",
    help=marked(
        "Write one page to print and hand out: usually one break, two where one country is chosen; how to stop, and "
        "where to get help."
    ),
)
@click.argument("ids", metavar="[ID|FILE.toml]…", nargs=-1)
@click.option(
    "-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path, readable=False, allow_dash=True),
    help=marked("The file to write, which ends in .html; one that is there already is replaced. “-” is the screen."),
)  # fmt: skip
@language_option
def command(ids: tuple[str, ...], target: Path | None) -> None:
    """Write the page into a file, and say where it is."""
    file = target or Path(_("mellomrom-handout.html"))
    aloud = str(file) == STANDARD_OUTPUT
    if not aloud:
        _refuse(file)
    shelf = whole_shelf()
    chosen, _trouble = settings.load()
    scripts = list(dict.fromkeys(find_script(wanted, shelf) for wanted in ids or USUAL))
    content = _page(scripts, chosen.country).encode()
    if aloud:
        sys.stdout.buffer.write(content)
        return
    try:
        write_aside(file, content)
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    print(_("Written: {file}").format(file=shorten(str(file))))
    if chosen.country == ALL_COUNTRIES and not scripts[0].checklist:
        print(_("The numbers of all countries stand on it. “mellomrom settings country” tells how to choose one."))


def _refuse(file: Path) -> None:
    """Raise ``InputWrong`` where no page can be written to ``file``, before anything is done."""
    try:
        refuse_place(file)
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    except OSError as error:
        raise InputWrong(str(not_written(file, error))) from None
    if file.suffix.lower() != ".html":
        raise InputWrong(_("{file}: the name must end in .html").format(file=shorten(str(file))))


def _page(scripts: Sequence[Script], country: str) -> str:
    """The sheet of ``scripts``; raises ``InputWrong``."""
    from assistant.handout.making import HandoutRefused, make
    from assistant.help.answering import those_for

    several = [(script, timeline_of(script, None, Settings(), Sound.SILENT)) for script in scripts]
    try:
        return make(several, those_for(country))
    except HandoutRefused as refused:
        raise InputWrong(str(refused)) from None
