"""``mellomrom list``: what there is."""

from __future__ import annotations

import sys

import click

from assistant import i18n
from assistant.cli.as_json import print_json
from assistant.cli.options import language_option
from assistant.duration import clock_face
from assistant.i18n import marked
from assistant.shelf import whole_shelf
from assistant.units import ms


@click.command("list", help=marked("Show all breaks: what each is, and how long it takes."))
@click.option("--json", "as_json", is_flag=True, help=marked("As JSON, for other programs."))
@language_option
def command(*, as_json: bool) -> None:
    """Write the shelf to standard output, and what could not be put on it to standard error."""
    shelf, language = whole_shelf(), i18n.language()
    for problem in shelf.problems:
        print(f"mellomrom: {problem}", file=sys.stderr)
    if as_json:
        rows = [
            {"id": script.id, "occasion": script.occasion, "title": script.title, "about": script.about,
             "lengths": script.lengths, "carries": script.carries, "evidence": script.evidence.level}
            for script in shelf
        ]  # fmt: skip
        print_json(rows)
        return
    scripts = list(shelf)
    id_width = max((len(script.id) for script in scripts), default=0)
    title_width = max((len(script.title.of(language)) for script in scripts), default=0)
    for script in scripts:
        usual = clock_face(ms(script.lengths.usual))
        title = script.title.of(language)
        print(f"{script.id:<{id_width}}  {usual:>5}  {title:<{title_width}}  {script.about.of(language)}")
