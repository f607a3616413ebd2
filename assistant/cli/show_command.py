"""``mellomrom show``: a break on paper, what comes when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import i18n
from assistant.balance import wrap
from assistant.cli.as_json import print_json
from assistant.cli.finding import find_script, is_file_name, timeline_of
from assistant.cli.options import PEOPLE, Duration, language_option
from assistant.duration import clock_face, exact
from assistant.i18n import _, marked
from assistant.line.say import cue_lines
from assistant.plaintext import quoted
from assistant.settings import Settings, Sound
from assistant.shelf import whole_shelf

if TYPE_CHECKING:
    from assistant.units import Ms

WIDTH_BESIDE = 60
"""Columns of what is told to the leader alone, under what is said."""


@click.command("show", help=marked("Show what a break says and when, as a table."))
@click.argument("id", metavar="ID|FILE.toml")
@click.option("--for", "length", type=Duration(), help=marked("How long the break is to be: 2m, 90s, 1m40s."))
@click.option("--people", type=click.IntRange(2, 12), metavar="N", help=PEOPLE)
@click.option("--json", "as_json", is_flag=True, help=marked("As JSON, for other programs."))
@language_option
def command(id: str, length: Ms | None, people: int | None, *, as_json: bool) -> None:  # noqa: A002
    """Write the timeline of a break to standard output."""
    shelf = None if is_file_name(id) else whole_shelf()
    script = find_script(id, shelf)
    timeline = timeline_of(script, length, Settings(), Sound.SILENT, people)
    if as_json:
        print_json(timeline)
        return
    language = i18n.language()
    print(f"{timeline.title} ({clock_face(timeline.length)})")
    print(script.about.of(language))
    print(_("What is known: {note}").format(note=script.evidence.note.of(language)))
    if script.caution is not None:
        print(_("Careful: {note}").format(note=script.caution.of(language)))
    pack = None if shelf is None else shelf.packs.get(script.id)
    if pack is not None:
        line = _("From the pack {title} {version}, by {author} ({licence})")
        title, author, licence = quoted(pack.called(language)), quoted(pack.author), quoted(pack.licence)
        print(line.format(title=title, version=pack.version, author=author, licence=licence))
    headings = (_("at"), _("length"), _("kind"), _("words"))
    print(f"\n{headings[0]:>9}  {headings[1]:>9}  {headings[2]:<6}  {headings[3]}")
    before = None
    for cue in timeline.cues:
        words, *choices = cue_lines(cue, before)
        print(f"{exact(cue.at):>9}  {exact(cue.length):>9}  {cue.kind.value:<6}  {words}")
        for choice, line in zip(cue.choices, choices, strict=True):
            leads = _("to {id}").format(id=choice.script) if choice.script else choice.reply
            print(f"{'':>30}{line}{' – ' + leads if leads else ''}")
        if cue.leader and (before is None or before.step != cue.step):
            for line in wrap(_("To the leader: {words}").format(words=cue.leader), WIDTH_BESIDE):
                print(f"{'':>34}{line}")
        before = cue
