"""``mellomrom list``: what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import i18n
from assistant.cli.as_json import print_json
from assistant.cli.exits import InputWrong, complain
from assistant.cli.options import language_option
from assistant.duration import clock_face
from assistant.i18n import _, marked
from assistant.plaintext import shorten
from assistant.script.deck import ITEMS
from assistant.shelf import whole_shelf
from assistant.units import ms

if TYPE_CHECKING:
    from assistant.script.model import Script
    from assistant.shelf import Shelf


@click.command("list", help=marked("Show all breaks: what each is, and how long it takes."))
@click.option("--carries", metavar="ITEM", help=marked("Only what carries that item of the deck, such as M5c."))
@click.option("--json", "as_json", is_flag=True, help=marked("As JSON, for other programs."))
@language_option
def command(*, carries: str | None, as_json: bool) -> None:
    """Write the shelf to standard output, and what could not be put on it to standard error."""
    shelf, language = whole_shelf(), i18n.language()
    for problem in shelf.problems:
        complain(str(problem))
    scripts, about = list(shelf), []
    if carries is not None:
        item = carries[:1].upper() + carries[1:].lower()
        if item not in ITEMS:
            raise InputWrong(
                _("“{item}” is no item of the deck; they go from A0 to Q1").format(item=shorten(carries, 20))
            )
        scripts = [script for script in scripts if item in script.carries]
        from assistant.articles.library import articles

        about = [article for article in articles() if item in article.carries]
    if as_json:
        print_json([_for_programs(script, shelf) for script in scripts])
        return
    rows = [
        (s.id, clock_face(ms(s.lengths.usual)), s.title.of(language), s.about.of(language) + _from_pack(s, shelf))
        for s in scripts
    ]
    rows += [(article.id, "", article.title(language), "") for article in about]
    id_width, title_width = (max((len(row[at]) for row in rows), default=0) for at in (0, 2))
    for id_, usual, title, about_it in rows:
        print(f"{id_:<{id_width}}  {usual:>5}  {title:<{title_width}}  {about_it}".rstrip())


def _from_pack(script: Script, shelf: Shelf) -> str:
    """Which pack it is from, where it is from one."""
    pack = shelf.packs.get(script.id)
    return "" if pack is None else " " + _("(pack: {name})").format(name=pack.name)


def _for_programs(script: Script, shelf: Shelf) -> dict[str, object]:
    pack = shelf.packs.get(script.id)
    return {
        "id": script.id,
        "occasion": script.occasion,
        "title": script.title,
        "about": script.about,
        "lengths": script.lengths,
        "carries": script.carries,
        "evidence": script.evidence.level,
        "pack": None if pack is None else pack.name,
    }
