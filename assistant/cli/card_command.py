"""``mellomrom card``: breaks on paper, so that they are at hand where no screen is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant import i18n, paths
from assistant.card.model import card_of
from assistant.card.paper import CardRefused, Paper, paper_for
from assistant.card.plain import plain_text
from assistant.cli.exits import InputWrong
from assistant.cli.finding import find_script
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.outfile import NotWritten, write_aside
from assistant.plaintext import shorten
from assistant.script.model import Occasion
from assistant.shelf import gather, whole_shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.card.model import Card
    from assistant.script.model import Script

SUFFIXES = (".pdf", ".html", ".txt")


@click.command("card", help=marked("Put breaks on a card to print, or to copy into a notebook."))
@click.argument("ids", metavar="[ID|FILE.toml]…", nargs=-1)
@click.option(
    "-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path, readable=False),
    help=marked("The file to write, which ends in .pdf, .html or .txt; one that is there already is replaced."),
)  # fmt: skip
@click.option(
    "--paper", type=click.Choice([paper.value for paper in Paper]),
    help=marked("Paper of a .pdf or .html: a6 for one card, a4 for up to four; as it suits, where nothing is said."),
)  # fmt: skip
@language_option
def command(ids: tuple[str, ...], target: Path | None, paper: str | None) -> None:
    """Write the cards to standard output or to a file; those for in a conversation where none is named."""
    suffix = target.suffix.lower() if target is not None else ".txt"
    if target is not None and suffix not in SUFFIXES:
        what = _("{file}: the name must end in .pdf, .html or .txt")
        raise InputWrong(what.format(file=shorten(str(target))))
    if paper is not None and suffix == ".txt":
        raise click.UsageError(_("--paper goes with a file that ends in .pdf or .html"), click.get_current_context())
    cards = [card_of(script, i18n.language()) for script in _scripts(ids)]
    if target is None:
        print(plain_text(cards), end="")
        return
    try:
        write_aside(target, _content(cards, suffix, Paper(paper) if paper else paper_for(cards)))
    except (CardRefused, NotWritten) as refused:
        raise InputWrong(str(refused)) from None


def _scripts(ids: Sequence[str]) -> Sequence[Script]:
    if ids:
        shelf = whole_shelf()
        return [find_script(wanted, shelf) for wanted in ids]
    ours = gather([paths.scripts()])
    found = [script for script in ours if script.occasion is Occasion.IN_CONVERSATION]
    if not found:
        raise InputWrong(_("name the breaks to put on a card; “mellomrom list” shows them all"))
    return found


def _content(cards: Sequence[Card], suffix: str, paper: Paper) -> bytes:
    if suffix == ".pdf":
        from assistant.card.pdf import pdf

        return pdf(cards, paper)
    if suffix == ".html":
        from assistant.card.web import page

        return page(cards, paper).encode()
    return plain_text(cards).encode()
