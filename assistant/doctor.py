"""What works on this machine, and the one thing to do where something does not."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import paths, plainout, settings, terminal
from assistant.i18n import _
from assistant.language import Language
from assistant.plaintext import shorten
from assistant.shelf import whole_shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.known_voices import KnownVoice
    from assistant.settings import Settings
    from assistant.sound.probe import SoundReport

PATIENCE = 40.0
"""Seconds that one calendar may take."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    works: bool
    line: str

    def __str__(self) -> str:
        word = _("ok") if self.works else _("trouble")
        return f"{word:<8} {self.line}"


def examine() -> Iterator[Finding]:
    """Look at everything that a break uses, one thing after the other. Never raises, changes nothing."""
    yield from _terminal()
    yield from _voices()
    from assistant.sound.probe import probe

    yield from sound(probe())
    yield from _files()


def _terminal() -> Iterator[Finding]:
    columns, rows = shutil.get_terminal_size()
    if terminal.wants_plain_lines():
        yield Finding(works=True, line=_("terminal: plain lines, since the full screen needs a terminal that can draw"))
    else:
        yield Finding(
            works=True, line=_("terminal: full screen, {columns} by {rows}").format(columns=columns, rows=rows)
        )
    if not plainout.can_draw():
        line = _("characters: {encoding} lacks some of ours; a UTF-8 locale has them all")
        yield Finding(works=False, line=line.format(encoding=getattr(sys.stdout, "encoding", "?")))
    if os.environ.get("NO_COLOR"):
        yield Finding(works=True, line=_("colours: none, as NO_COLOR asks"))


def _voices() -> Iterator[Finding]:
    """Who speaks in each language, and whether they can."""
    from assistant.known_voices import Kind
    from assistant.voice.choose import pick, voices
    from assistant.voice.chosen import speakers

    found = voices()
    chosen, _trouble = settings.load()
    for language in Language:
        wanted = chosen.voice(language)
        first, system = speakers(wanted, language)[0], pick(language, found)
        works, who = True, _("{name}, a natural voice").format(name=shorten(first.name))
        if wanted and first.name.casefold() != wanted.casefold():
            works, who = False, _("{name} is not there; choose another one").format(name=shorten(wanted))
        elif first.kind is Kind.RECORDED:
            who = _("{name}, a person's voice").format(name=shorten(first.name))
        elif first.kind is Kind.NATURAL:
            if not _is_sound(first):
                works, who = False, _("{name} is damaged; add it anew").format(name=shorten(first.name))
        elif system is not None:
            who = f"{system.name} ({system.engine})"
        else:
            works, who = False, _get_voice()
        yield Finding(works=works, line=_("voice, {language}: {who}").format(language=language, who=who))


def _is_sound(voice: KnownVoice) -> bool:
    from assistant.voice.model import ModelRefused, read_model

    try:
        return voice.path is not None and bool(read_model(voice.path))
    except ModelRefused:
        return False


def _get_voice() -> str:
    if sys.platform == "darwin":
        return _("add one in System Settings, Accessibility, Spoken Content")
    if sys.platform == "win32":
        return _("add one in Settings, Time & language, Speech")
    return _("install espeak-ng")


def sound(report: SoundReport) -> Iterator[Finding]:
    """Whether there is anything to play on."""
    if report.can_play:
        yield Finding(works=True, line=_("sound: {device}").format(device=shorten(report.default or "")))
    elif not report.answered:
        yield Finding(
            works=False, line=_("sound: the sound system does not answer; see whether you hear other programs")
        )
    elif report.library is None:
        yield Finding(works=False, line=_("sound: {advice}").format(advice=_get_library()))
    else:
        yield Finding(works=False, line=_("sound: no device to play on; see whether you hear other programs"))


def _get_library() -> str:
    if sys.platform == "linux":
        return _("install PortAudio (libportaudio2)")
    return _("install Mellomrom anew; PortAudio is missing from it")


def _files() -> Iterator[Finding]:
    shelf = whole_shelf()
    yield Finding(works=bool(shelf.scripts), line=_("breaks: {count}").format(count=len(list(shelf))))
    for problem in shelf.problems:
        yield Finding(works=False, line=str(problem))
    chosen, trouble = settings.load()
    file = shorten(str(paths.settings_file()))
    yield Finding(works=trouble is None, line=trouble or _("settings: {file}").format(file=file))
    yield from _calendars(chosen)
    yield Finding(works=True, line=_("your own breaks: {folder}").format(folder=shorten(str(paths.own_scripts()))))
    yield Finding(works=True, line=_("what is stored, where and why: “mellomrom data” shows it"))


def _calendars(chosen: Settings) -> Iterator[Finding]:
    """Those that are kept in the settings, each read as the day reads it."""
    from assistant.calendar import Calendar, Rule

    for name in chosen.calendars:
        calendar = Calendar(paths.expanded(name), dt.UTC, Rule())
        calendar.look(dt.datetime.now(dt.UTC).date())
        calendar.wait(PATIENCE)
        calendar.close()
        line = calendar.trouble or _("calendar: {file}").format(file=shorten(name))
        yield Finding(works=calendar.trouble is None, line=line)
