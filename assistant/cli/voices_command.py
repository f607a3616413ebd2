"""``mellomrom voices``: which voices there are, which of them speaks, and the way to better ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import paths, settings
from assistant.cli.columns import print_columns
from assistant.cli.options import in_our_words, language_option
from assistant.cli.voices_add import add_command
from assistant.cli.voices_hear import hear_command
from assistant.cli.voices_import import import_command
from assistant.cli.voices_remove import remove_command
from assistant.cli.voices_script import script_command
from assistant.i18n import _, marked
from assistant.known_voices import Kind, known_voices
from assistant.language import Language
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.known_voices import KnownVoice
    from assistant.voice.choose import VoiceInfo

NORWEGIAN = "no_NO-talesyntese-medium"
"""The voice that is recommended where there is nothing better for Norwegian than the computer's own."""


@click.group(
    "voices", invoke_without_command=True,
    help=marked("List the voices there are, and which one speaks; hear, add and record others."),
)  # fmt: skip
@click.option("--all", "show_all", is_flag=True, help=marked("Also those of other languages."))
@language_option
@click.pass_context
def command(ctx: click.Context, *, show_all: bool) -> None:
    """Write the voices to standard output, those in use marked, where nothing else is to be done."""
    if ctx.invoked_subcommand is None:
        _list(show_all=show_all)


@click.command("list", help=marked("List the voices there are, and which one speaks."))
@click.option("--all", "show_all", is_flag=True, help=marked("Also those of other languages."))
@language_option
def list_command(*, show_all: bool) -> None:
    """What is done without a command, for who writes one."""
    _list(show_all=show_all)


for _sub in (list_command, hear_command, add_command, remove_command, script_command, import_command):
    command.add_command(in_our_words(_sub))


def _list(*, show_all: bool) -> None:
    from assistant.voice.choose import pick, voices
    from assistant.voice.chosen import speakers

    found = voices()
    chosen, _trouble = settings.load()
    rows: list[tuple[str, str, str, str]] = []
    for language in Language:
        system = pick(language, found)
        speaks = speakers(chosen.voice(language), language)[0]
        for voice in known_voices(language):
            mark = _("speaks") if voice == speaks and (voice.kind is not Kind.SYSTEM or system is not None) else ""
            rows.append((language.value, shorten(voice.name), _what(voice, system), mark))
    print_columns(rows)
    for line in _advice():
        print(line)
    if show_all:
        print()
        print_columns([(info.id, info.name, info.engine) for info in found])


def _what(voice: KnownVoice, system: VoiceInfo | None) -> str:
    """What is behind a voice."""
    if voice.kind is Kind.NATURAL:
        return _("a natural voice")
    if voice.kind is Kind.RECORDED:
        count = len(list(voice.path.glob("*.wav"))) if voice.path is not None else 0
        return _("a person's voice, lines: {count}").format(count=count)
    if system is None:
        return _("none on this computer; “mellomrom doctor” says why")
    return f"{system.name} ({system.engine})"


def _advice() -> Iterator[str]:
    """How to get better voices than there are."""
    from assistant.cli.voices_add import what_else_is_needed

    is_there = (paths.models() / f"{NORWEGIAN}.onnx").is_file()
    needed = what_else_is_needed()
    print()
    if needed is not None and any(paths.models().glob("*.onnx")):
        yield needed
    elif not is_there:
        yield _("A better voice for Norwegian: “mellomrom voices add {name}”.").format(name=NORWEGIAN)
    yield _("Your own voice, or a colleague's: “mellomrom voices script NAME” writes what there is to read.")
