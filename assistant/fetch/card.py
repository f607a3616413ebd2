"""What the makers of a voice say of it: its licence, where they name one."""

from __future__ import annotations

import re

from assistant.plaintext import quoted

LICENCE = re.compile(r"^[\s*#>-]*licen[cs]e[\s*]*:[\s*]*(?P<licence>.*)$|^#+\s*licen[cs]e\s*$", re.IGNORECASE)
"""A line such as ``* License: CC0``; or a heading, and the licence in the next line that has words."""


def licence_in(card: bytes) -> str | None:
    """The licence as it stands in ``card``, on one line and not too long; nothing where none is stated."""
    lines = card.decode("utf-8", "replace").splitlines()
    for at, line in enumerate(lines):
        match = LICENCE.match(line)
        if match is not None:
            found = match["licence"] or next((later for later in lines[at + 1 :] if later.strip()), "")
            return quoted(found.strip().lstrip("#*->").strip()) or None
    return None
