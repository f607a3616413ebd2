"""The file of the settings: read at every start, written when something is chosen."""

from __future__ import annotations

from threading import Lock, Thread
from typing import TYPE_CHECKING

import msgspec
import tomli

from assistant import paths
from assistant.i18n import _
from assistant.outfile import NotWritten, write_aside
from assistant.plaintext import shorten
from assistant.settings.model import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from assistant.settings.model import Value

MOST_NAMED = 6
"""So many wrong keys are named in one line."""


def load(file: Path | None = None) -> tuple[Settings, str | None]:
    """The settings, and one plain line where something in the file cannot be used; all the rest of it counts."""
    path = file or paths.settings_file()
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError
        values = tomli.loads(_text(path))
    except FileNotFoundError:
        return Settings(), None
    except OSError:
        return Settings(), _told(path, _("the settings cannot be read; going on without them"))
    except (ValueError, RecursionError):
        return Settings(), _told(path, _("not valid TOML; going on without the settings"))
    try:
        return msgspec.convert(values, Settings), None
    except (msgspec.ValidationError, RecursionError):
        wrong = [key for key, value in values.items() if not _is_right(key, value)]
    right = {key: value for key, value in values.items() if key not in wrong}
    return msgspec.convert(right, Settings), _told(path, _what_is_wrong(wrong))


def change(changes: Mapping[str, Value], file: Path | None = None) -> None:
    """Write ``changes`` (keys and values as in the file; nothing takes a key back) among the settings, all at once.

    What somebody else wrote there stays as it is. A file that is not valid TOML is left alone.
    Raises ``NotWritten``; its text is one plain line.
    """
    from tomlkit.exceptions import TOMLKitError

    from assistant.settings import edit

    path = file or paths.settings_file()
    try:
        text = _text(path) if path.exists() else ""
        # Lines that end as on Windows do so again.
        is_windows = 0 < text.count("\n") == text.count("\r\n")
        text = text.replace("\r\n", "\n") if is_windows else text
        text = text if text.strip() else edit.fresh()
        for key, value in changes.items():
            text = edit.put(text, key, value)
        text.encode()
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        line = _("the file cannot be written; see whether you may write in that folder")
        raise NotWritten(_told(path, line)) from None
    except UnicodeEncodeError:
        line = _("a text in it cannot be written; use ordinary letters")
        raise NotWritten(_told(path, line)) from None
    except (ValueError, RecursionError, TOMLKitError):
        line = _("not valid TOML; put it right or remove it, then it can be written again")
        raise NotWritten(_told(path, line)) from None
    whole = text.replace("\n", "\r\n") if is_windows else text
    # It may name calendars; who has made it readable for others has a reason to.
    write_aside(path, whole.encode(), None if path.exists() else 0o600)


def remember(changes: Mapping[str, Value], file: Path | None = None) -> bool:
    """``change`` for those who go on whether it could be done or not; whether it could."""
    try:
        change(changes, file)
    except NotWritten:
        return False
    return True


class _Later:
    """Changes that wait to be written: one thread writes them in order, and the process does not end before it has."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[str, Value] = {}
        self._under_way: dict[str, Value] = {}
        self._thread: Thread | None = None
        self._told: list[Callable[[str], object]] = []

    def add(self, changes: Mapping[str, Value], failed: Callable[[str], object] | None) -> None:
        with self._lock:
            self._waiting.update(changes)
            if failed is not None:
                self._told.append(failed)
            if self._thread is None:
                self._thread = Thread(target=self._write, name="settings")
                self._thread.start()

    def waiting(self) -> dict[str, Value]:
        with self._lock:
            return {**self._under_way, **self._waiting}

    def _write(self) -> None:
        while True:
            with self._lock:
                self._under_way = changes = self._waiting
                self._waiting = {}
                told, self._told = self._told, []
                if not changes:
                    self._thread = None
                    return
            try:
                change(changes)
            except NotWritten as error:
                for tell in told:
                    tell(str(error))


_later = _Later()


def remember_soon(changes: Mapping[str, Value], failed: Callable[[str], object] | None = None) -> None:
    """Write ``changes`` among the settings without keeping anybody waiting.

    ``failed`` is told in one plain line where that cannot be done, from another thread.
    """
    _later.add(changes, failed)


def still_to_be_written() -> dict[str, Value]:
    """What has been chosen and does not stand in the file yet."""
    return _later.waiting()


def _text(path: Path) -> str:
    """With its line ends as they are; without the mark that some editors put first."""
    return path.read_bytes().decode("utf-8-sig")


def _is_right(key: str, value: object) -> bool:
    try:
        msgspec.convert({key: value}, Settings)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


def _what_is_wrong(keys: Sequence[str]) -> str:
    from assistant.settings.described import BY_KEY

    if len(keys) == 1:
        line = _("the value of “{key}” is not one that can be used; write {values}")
        return line.format(key=keys[0], values=BY_KEY[keys[0]].kind.in_file)
    named = ", ".join(keys[:MOST_NAMED]) + ("…" if len(keys) > MOST_NAMED else "")
    line = _("values that cannot be used: {keys}; “mellomrom settings” and one of these names says what can")
    return line.format(keys=named)


def _told(path: Path, what: str) -> str:
    return f"{shorten(str(path))}: {what}"
