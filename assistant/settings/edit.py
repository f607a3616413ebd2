"""The text of the settings file, changed one setting at a time. What somebody else wrote in it stays as it is."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import tomli
import tomlkit

from assistant.i18n import _
from assistant.settings.described import BY_KEY, REMEMBERED, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.settings.described import Described
    from assistant.settings.model import Value

WIDEST = 100
"""Columns of a comment."""

TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
COMMENTS_ABOVE = re.compile(r"(?:^[ \t]*#[^\n]*\n)*\Z", re.MULTILINE)


def fresh() -> str:
    """A file in which nothing is chosen: every setting with what it is, and its default behind a comment sign."""
    chosen = _wrapped(_("The settings of Mellomrom. “mellomrom settings” changes them, and so can you, here."))
    remembered = _wrapped(_("What Mellomrom remembers. These are no choices."))
    return "\n".join((chosen, *map(_unchosen, SETTINGS), remembered, *map(_unchosen, REMEMBERED)))


def put(text: str, key: str, value: Value) -> str:
    """``text`` with one value in it; where that is nothing, without the key.

    A key that stands there gets its new value; one behind a comment sign is taken out from behind it; any other is
    added under the others, with its comment. Raises ``ValueError`` where it is no TOML, or where something else in it
    would change.
    """
    data = tomli.loads(text)
    if value is None:
        return _without(text, key) if key in data else text
    standing = text if key in data else _taken_in(text, key, value, data)
    wanted = data | {key: value}
    put_in = next((candidate for candidate in _changed(standing, key, value) if _is(candidate, wanted)), None)
    if put_in is None:
        raise ValueError(key)
    return put_in


def _changed(text: str, key: str, value: Value) -> Iterator[str]:
    """``text`` with the value of a key that stands in it changed; first with what is said inside a list."""
    if isinstance(value, list):
        document = tomlkit.parse(text)
        standing = document[key]
        if isinstance(standing, tomlkit.items.Array):
            for at in reversed([at for at, one in enumerate(standing) if one not in value]):
                del standing[at]
            standing.extend(one for one in value if one not in standing)
            yield tomlkit.dumps(document)
    document = tomlkit.parse(text)
    document[key] = value
    yield tomlkit.dumps(document)


def _taken_in(text: str, key: str, value: Value, data: dict[str, object]) -> str:
    """``text`` with ``key`` in it, at whatever value."""
    behind = re.compile(rf"^[ \t]*#[ \t]*(?={re.escape(key)}[ \t]*=)", re.MULTILINE)
    for found in behind.finditer(text):
        candidate = text[: found.start()] + text[found.end() :]
        if _adds_only(candidate, key, data):
            return candidate
    block = f"{_comment(BY_KEY[key])}{key} = {_toml(value)}\n" if key in BY_KEY else f"{key} = {_toml(value)}\n"
    return next(candidate for candidate in _places(text, block) if _adds_only(candidate, key, data))


def _without(text: str, key: str) -> str:
    """``text`` with ``key`` at its default behind a comment sign, or gone where it cannot be put there."""
    document = tomlkit.parse(text)
    if key in BY_KEY:
        document[key] = tomlkit.parse(_line(BY_KEY[key]))[key].unwrap()
    standing = tomlkit.dumps(document)
    del document[key]
    gone = tomlkit.dumps(document)
    data = {name: value for name, value in tomli.loads(text).items() if name != key}
    for found in re.compile(rf"^(?={re.escape(key)}[ \t]*=)", re.MULTILINE).finditer(standing):
        candidate = f"{standing[: found.start()]}# {standing[found.start() :]}"
        if key in BY_KEY and _is(candidate, data):
            return candidate
    if not _is(gone, data):
        raise ValueError(key)
    return gone


def _places(text: str, block: str) -> Iterator[str]:
    """``text`` with ``block`` in it: at its end, above one of its tables and what is said of that, or at its head."""
    end = "" if not text or text.endswith("\n") else "\n"
    yield f"{text}{end}\n{block}" if text else block
    for table in TABLE.finditer(text):
        before = text[: table.start()]
        said = COMMENTS_ABOVE.search(before)
        at = said.start() if said else table.start()
        between = "" if not at or text[:at].endswith("\n\n") else "\n"
        yield f"{text[:at]}{between}{block}\n{text[at:]}"
    yield f"{block}\n{text}"


def _adds_only(text: str, key: str, data: dict[str, object]) -> bool:
    """Whether ``text`` holds ``data`` and besides it only ``key``, at whatever value."""
    try:
        now = tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return key in now and _is(text, data | {key: now[key]})


def _is(text: str, data: dict[str, object]) -> bool:
    """Whether ``text`` is TOML and holds ``data``."""
    try:
        now = tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    # By how they are written, since there are numbers that are not the same as themselves.
    return {name: repr(value) for name, value in now.items()} == {name: repr(value) for name, value in data.items()}


def _unchosen(setting: Described) -> str:
    return f"{_comment(setting)}# {_line(setting)}\n"


def _line(setting: Described) -> str:
    """A setting at its default; where that is nothing, at an example."""
    default = setting.default
    return f"{setting.key} = {_toml('nb' if default is None else default)}"


def _comment(setting: Described) -> str:
    write = _("Write {values}.").format(values=setting.kind.in_file)
    return _wrapped(f"{_(setting.explanation)} {write}")


def _wrapped(text: str) -> str:
    return "".join(f"# {line}\n" for line in textwrap.wrap(text, WIDEST - 2))


def _toml(value: Value) -> str:
    return tomlkit.item(value).as_string()
