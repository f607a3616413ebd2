"""``mellomrom voices import``: takes in the lines that somebody has recorded."""

from __future__ import annotations

from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant import i18n, paths
from assistant.cli.exits import InputWrong, refuse
from assistant.cli.options import language_option
from assistant.cli.progress import progress
from assistant.cli.voices_named import person_called
from assistant.cli.voices_script import parts_to_read
from assistant.i18n import _, marked
from assistant.outfile import NotWritten
from assistant.plaintext import shorten
from assistant.shelf import whole_shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.voice.recorded.lines import Line, Part

NAMED = 10
"""So many missing lines are named unasked."""


@click.command("import", help=marked("Take in recorded lines as the voice NAME."))
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.argument("name", metavar="NAME")
@click.option("--missing", "all_missing", is_flag=True, help=marked("Name every line that is not recorded yet."))
@language_option
def import_command(*, folder: Path, name: str, all_missing: bool) -> None:
    """Listen to every file, keep what is good, tell of the rest, and say how to use it."""
    from assistant.voice.recorded.importing import recordings_in, take

    person, language = person_called(name), i18n.language()
    parts = parts_to_read(whole_shelf().scripts, language)
    lines = {line.code: line for part in parts for line in part.lines}
    try:
        files = recordings_in(folder)
    except OSError as error:
        line = _("{file}: this folder cannot be read ({what})")
        raise InputWrong(line.format(file=shorten(str(folder)), what=error.strerror or error)) from None
    if not files:
        line = _("{file}: no sound files are in this folder")
        raise InputWrong(line.format(file=shorten(str(folder))))
    target, heard = paths.recordings() / person / language.value, count(1)
    try:
        with progress(_("Listening")) as told:
            taking = take(files, lines, target, paths.voices(), lambda: told(next(heard) / len(files)))
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    if taking.taken:
        print(_("Taken in: {count}").format(count=taking.taken))
        _say_what_is_missing(parts, target, all_missing=all_missing)
        print(_("To hear it: “mellomrom voices hear {name}”").format(name=_in_a_shell(person)))
        print(
            _("In one break: “mellomrom break --voice {name}”; in all: “mellomrom settings {key} {name}”").format(
                name=_in_a_shell(person), key=f"voice-{language.value}"
            )
        )
    refuse(taking.refused)


def _say_what_is_missing(parts: Sequence[Part], target: Path, *, all_missing: bool) -> None:
    """How many lines another voice has to say, and which; those of breaks that are nearly whole come first."""
    from assistant.voice.clipfile import read_clip
    from assistant.voice.recorded.code import clip_name

    def is_there(line: Line) -> bool:
        return read_clip(target / clip_name(line.text)) is not None

    missing = [(part, line) for part in parts for line in part.lines if not is_there(line)]
    if not missing:
        print(_("Every line is there."))
        return
    print(_("Not recorded yet: {count}. Another voice says them meanwhile.").format(count=len(missing)))
    if not all_missing:
        left = Counter(part.title for part, _line in missing)
        missing.sort(key=lambda one: left[one[0].title] / len(one[0].lines))
    named = missing if all_missing else missing[:NAMED]
    for part, line in named:
        print(f"  {line.file}  {part.title}: {line.text}")
    if len(named) < len(missing):
        print("  " + _("… and others; --missing names them all"))


def _in_a_shell(name: str) -> str:
    """``name`` as it is written in a command."""
    return f'"{name}"' if " " in name or "'" in name else name
