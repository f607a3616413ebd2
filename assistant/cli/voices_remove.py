"""``mellomrom voices remove``: takes away a voice that was added or recorded."""

from __future__ import annotations

import click

from assistant import paths
from assistant.cli.asking import need_somebody, says_yes
from assistant.cli.exits import InputWrong, refuse
from assistant.cli.options import language_option
from assistant.cli.voices_named import named
from assistant.i18n import _, marked
from assistant.known_voices import Kind
from assistant.plaintext import quoted, shorten


@click.command("remove", help=marked("Remove a voice that was added or recorded."))
@click.argument("name", metavar="NAME")
@click.option("--yes", is_flag=True, help=marked("Do not ask."))
@language_option
def remove_command(*, name: str, yes: bool) -> None:
    """Ask once, remove it, and say so."""
    from assistant.stored.erasing import erase
    from assistant.stored.voices import of_voice

    things = of_voice(name)
    if not things:
        raise InputWrong(_why_not(name))
    if not yes:
        need_somebody(_("nobody can be asked here; “mellomrom voices remove NAME --yes” removes without asking"))
        count = sum(len(thing.files) for thing in things)
        question = _("Remove {name}, files: {count}? It cannot be had back. (y/N)")
        if not says_yes(question.format(name=things[0].name, count=count)):
            print(_("Nothing has been removed."))
            return
    removals = list(erase(things))
    for removal in removals:
        if removal.done:
            print(removal.line)
    refuse([removal.line for removal in removals if not removal.done])


def _why_not(name: str) -> str:
    voice = named(name)
    if voice.kind is Kind.SYSTEM:
        return _("the computer's own voice stays; Mellomrom has not put it there")
    if voice.path is not None and voice.path.is_relative_to(paths.voices()):  # behind a link, or made by hand
        line = _("{file}: nothing in it is Mellomrom's own, so nothing was removed")
        return line.format(file=shorten(str(voice.path)))
    line = _("{name} came with a package, and goes with it")
    return line.format(name=quoted(voice.name))
