"""``mellomrom voices remove``: takes away a voice that was added or recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import paths, settings
from assistant.cli.asking import need_somebody, says_yes
from assistant.cli.exits import InputWrong, refuse
from assistant.cli.options import language_option
from assistant.cli.voices_named import all_named, named
from assistant.i18n import _, marked
from assistant.known_voices import Kind, known_voice
from assistant.language import Language
from assistant.outfile import NotWritten
from assistant.plaintext import quoted, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.known_voices import KnownVoice


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
        question = _("Remove {name}, files: {count}? This cannot be undone. (y/N)")
        if not says_yes(question.format(name=things[0].name, count=count)):
            print(_("Nothing has been removed."))
            return
    removals = list(erase(things))
    for removal in removals:
        if removal.done:
            print(removal.line)
    refused = [removal.line for removal in removals if not removal.done]
    try:
        for line in _no_longer_chosen(name):
            print(line)
    except NotWritten as not_written:
        refused.append(str(not_written))
    refuse(refused)


def _no_longer_chosen(name: str) -> Iterator[str]:
    """Take it out of the settings where it is no more, and say so. Raises ``NotWritten``."""
    chosen, _trouble = settings.load()
    for language in Language:
        wanted = chosen.voice(language)
        if wanted.casefold() == name.casefold() and not _says_something(known_voice(wanted, language)):
            key = f"voice-{language.value}"
            settings.change({key: None})
            line = _("{key} is no longer set to {name}; the best voice there is speaks instead")
            yield line.format(key=key, name=quoted(wanted))


def _says_something(voice: KnownVoice | None) -> bool:
    """Whether it is still there: a package may have one of that name, and somebody's own files may lie in a folder."""
    if voice is None or voice.path is None:
        return False
    return voice.kind is not Kind.RECORDED or any(voice.path.glob("*.wav"))


def _why_not(name: str) -> str:
    from assistant.stored.voices import removable

    if not all_named(name):
        names = removable()
        if not names:
            line = _("there is no voice called “{name}”, nor any other that was added or recorded")
            return line.format(name=quoted(name))
        line = _("there is no voice called “{name}”; these can be removed: {names}")
        return line.format(name=quoted(name), names=", ".join(map(shorten, names)))
    voice = named(name)
    if voice.kind is Kind.SYSTEM:
        return _("the computer's own voice stays; Mellomrom has not put it there")
    if voice.path is not None and voice.path.is_relative_to(paths.voices()):  # behind a link, or made by hand
        line = _("{file}: nothing in it is Mellomrom's own, so nothing was removed")
        return line.format(file=shorten(str(voice.path)))
    line = _("{name} came with a package, and goes with it")
    return line.format(name=quoted(voice.name))
