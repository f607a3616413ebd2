"""JSON for other programs."""

from __future__ import annotations

import json
import sys

import msgspec


def print_json(value: object) -> None:
    """Write ``value`` to standard output; with escapes where its encoding may lack a character."""
    print(json.dumps(msgspec.to_builtins(value), indent=2, ensure_ascii=not is_utf8()))


def is_utf8() -> bool:
    """Whether standard output has every character."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
