"""What the user has chosen. One small TOML file; what we do not know in it is left as it is."""

from __future__ import annotations

from enum import StrEnum
from threading import Lock, Thread
from typing import TYPE_CHECKING, Annotated

import msgspec
import tomli

from assistant import paths
from assistant.i18n import _
from assistant.language import Language
from assistant.outfile import write_aside
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Sound(StrEnum):
    """What may be heard. Silent until something else is chosen: one may sit in an open office."""

    SILENT = "silent"
    BELL = "bell"
    VOICE = "voice"

    @property
    def next(self) -> Sound:
        """What the key for sound goes on to."""
        order = list(Sound)
        return order[(order.index(self) + 1) % len(order)]


class Theme(StrEnum):
    """The light of the screen."""

    DARK = "dark"
    LIGHT = "light"


ALL_COUNTRIES = "all"


class Settings(msgspec.Struct, frozen=True, rename="kebab"):
    """Every setting, with what it is when nothing is chosen."""

    language: Language | None = None
    """Where there is none, the language of the system."""
    sound: Sound = Sound.SILENT
    rate: Annotated[float, msgspec.Meta(ge=0.7, le=1.3)] = 1.0
    """Pace of the voice; 1 is calm: about 100 words a minute in Norwegian, 110 in English."""
    volume: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.8
    breath_tone: bool = False
    """Whether a soft tone rises and falls with the breath, where there is sound."""
    theme: Theme = Theme.DARK
    motion: bool = True
    """Whether the sun moves. Off, only the words and the line of progress change."""
    time_left: bool = True
    """Whether the time left is shown."""
    country: str = ALL_COUNTRIES
    """The country whose help numbers are shown, by the code that it has in the file of them; else all of them."""
    welcomed: bool = False
    """Whether the screen that says what Mellomrom is has been shown."""
    voice_heard: bool = False
    """Whether the voice has once said the line to set the volume by."""


def load(file: Path | None = None) -> tuple[Settings, str | None]:
    """The settings, and one plain line where the file could not be used; then it is as if nothing was chosen."""
    path = file or paths.settings_file()
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError
        return msgspec.convert(tomli.loads(path.read_text("utf-8")), Settings), None
    except FileNotFoundError:
        return Settings(), None
    except OSError:
        line = _("{file}: the settings cannot be read; going on without them")
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        line = _("{file}: {what}; going on without the settings")
        return Settings(), line.format(file=shorten(str(path)), what=_key_of(error))
    return Settings(), line.format(file=shorten(str(path)))


def _key_of(error: Exception) -> str:
    """Which key is wrong, as far as the reader tells."""
    at = str(error).partition("`$.")[2].rstrip("`")
    return _("the value of “{key}” is not one that can be used").format(key=at) if at else _("not valid TOML")


def remember(changes: Mapping[str, object], file: Path | None = None) -> bool:
    """Write ``changes`` (keys as in the file) among the settings, all at once; whether it could be done.

    Comments and keys that we do not know stay as they are. A file that is not valid TOML is left alone.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = file or paths.settings_file()
    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
        document.update(changes)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(path, tomlkit.dumps(document).encode())
    except (OSError, RuntimeError, UnicodeDecodeError, TOMLKitError):
        return False
    return True


class _Later:
    """Changes that wait to be written: one thread writes them in order, and the process does not end before it has."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[str, object] = {}
        self._writes = False

    def add(self, changes: Mapping[str, object]) -> None:
        with self._lock:
            self._waiting.update(changes)
            if self._writes:
                return
            self._writes = True
        Thread(target=self._write, name="settings").start()

    def _write(self) -> None:
        while True:
            with self._lock:
                changes, self._waiting = self._waiting, {}
                self._writes = bool(changes)
            if not changes:
                return
            remember(changes)


_later = _Later()


def remember_soon(changes: Mapping[str, object]) -> None:
    """Write ``changes`` among the settings without keeping anybody waiting."""
    _later.add(changes)
