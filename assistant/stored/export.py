"""All that is stored, but the sound of spoken lines, as plain values for JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import msgspec

from assistant import answers, paths
from assistant.outfile import cannot_be_read
from assistant.plaintext import without_controls
from assistant.record.aside import all_aside
from assistant.record.store import ran
from assistant.record.trouble import RecordTrouble
from assistant.script.pack import pack_folders, pack_in
from assistant.script.problem import ScriptRefused
from assistant.stored import voices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def export() -> tuple[dict[str, object], tuple[str, ...]]:
    """The values, and one line for each thing that could not be read; it is null then."""
    troubles: list[str] = []
    values: dict[str, object] = {
        "settings": _read(paths.settings_file(), _settings, troubles),
        "answers": _read(paths.answers(), answers.kept, troubles),
        "record": _record(troubles),
        "set-aside": [without_controls(str(path)) for path in all_aside(paths.record())],
        "today": _read(paths.today(), _today, troubles),
        "recorded-voices": _read(paths.recordings(), _recorded_voices, troubles),
        "packs": _read(paths.packs(), _packs, troubles),
    }
    return values, tuple(troubles)


def as_json(values: object, *, ascii_only: bool = False) -> str:
    """``values`` as text that a terminal can be shown: what cannot be seen in it is written as JSON escapes."""
    text = json.dumps(values, indent=2, ensure_ascii=ascii_only)
    return "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text) + "\n"


def _read(path: Path, how: Callable[[Path], object], troubles: list[str]) -> object:
    try:
        return how(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        troubles.append(cannot_be_read(path, error))
        return None


def _record(troubles: list[str]) -> object:
    try:
        return msgspec.to_builtins(ran(dt.date.min, dt.date.max))
    except RecordTrouble as trouble:
        troubles.append(str(trouble))
        return None


def _settings(path: Path) -> object:
    """Its values; its text where it is not valid TOML."""
    import tomli

    text = path.read_text("utf-8", "replace")
    try:
        return _values(tomli.loads(text))
    except (ValueError, RecursionError, OverflowError):
        return text


def _today(path: Path) -> list[object]:
    """Its lines: their values, or their text where that is no JSON."""
    return [_line(line) for line in path.read_text("utf-8", "replace").splitlines() if line.strip()]


def _recorded_voices(_folder: Path) -> list[object]:
    """Who has recorded lines, in which languages, and where they are."""
    return [
        {"name": without_controls(person.name), "languages": languages, "folder": without_controls(str(person))}
        for person, languages in voices.people().items()
    ]


def _packs(root: Path) -> list[object]:
    """What each says of itself; its name where it says nothing that can be read."""
    return [_pack(name, folder) for name, folder in pack_folders(root).items()]


def _pack(name: str, folder: Path) -> object:
    try:
        return msgspec.to_builtins(pack_in(folder))
    except ScriptRefused:
        return {"name": without_controls(name)}


def _line(line: str) -> object:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return line


def _values(value: object) -> object:
    """``value`` with nothing in it that JSON does not have: times are text, and what is no number is null."""
    return msgspec.json.decode(msgspec.json.encode(value))
