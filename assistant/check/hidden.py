"""Characters that nobody sees in a text: control characters, terminal escapes, overrides of direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomli

from assistant.i18n import _
from assistant.plaintext import has_controls

if TYPE_CHECKING:
    from collections.abc import Iterator


JOINERS = str.maketrans("", "", "\u200c\u200d")
"""Unseen, but letters of some languages and some pictures are joined with them."""


def hidden(toml: str) -> Iterator[tuple[str, str]]:
    """Where such characters stand in ``toml``, as a path, and a plain line. They are never shown all the same."""
    line = _("control characters or terminal escapes in a text; write plain words")
    paths = [path for path, text in _texts("", tomli.loads(toml)) if has_controls(text)]
    yield from ((path, line) for path in paths)
    if not paths:  # else they may be the same ones; what is left stands in comments
        yield from (
            (_("line {line}").format(line=number), line)
            for number, text in enumerate(toml.splitlines(), 1)
            if is_unfit(text)
        )


def is_unfit(text: str) -> bool:
    """Whether something is in ``text`` that hides or steers, where a joined letter may well be."""
    return has_controls(text.translate(JOINERS))


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
