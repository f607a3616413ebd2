"""Characters that nobody sees in a text: control characters, terminal escapes, overrides of direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomli

from assistant.i18n import _
from assistant.plaintext import has_controls

if TYPE_CHECKING:
    from collections.abc import Iterator


def hidden(toml: str) -> Iterator[tuple[str, str]]:
    """Where such characters stand in ``toml``, as a path, and a plain line. They are never shown all the same."""
    for path, text in _texts("", tomli.loads(toml)):
        if has_controls(text):
            yield path, _("control characters or terminal escapes in a text; write plain words")


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    """All texts below ``value``, with paths such as ``steps[2].text.nb``."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(f"{path}[{number}]", item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(f"{path}.{key}" if path else str(key), item)
