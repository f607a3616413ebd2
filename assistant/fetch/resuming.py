"""To go on with a file that broke off: only with the same one, and only where it came to."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import http.client
    from pathlib import Path

RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
STRONG_TAG = re.compile(r'"[\x21\x23-\x7e]{1,200}"')
"""An ETag by which a file may be known again, byte for byte (RFC 9110, 8.8.3)."""


def fits(answer: http.client.HTTPResponse, have: int, size: int) -> bool:
    """Whether ``answer`` is the rest of a file of ``size`` bytes from byte ``have`` on, as far as it says."""
    announced = answer.headers.get("Content-Length", "")
    if announced and announced != str(size - have):
        return False
    if not have:
        return True
    match = RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    return match is not None and match[1] == str(have) and match[2] in {str(size), "*"}


def if_same(tag_file: Path) -> dict[str, str]:
    """Asks for the rest only of the very file that was begun, where it is known again."""
    try:
        tag = tag_file.read_text("ascii")
    except (OSError, ValueError):
        return {}
    return {"If-Range": tag} if STRONG_TAG.fullmatch(tag) else {}


def remember(tag: str | None, tag_file: Path) -> None:
    """Keep ``tag`` for the next time, if it is one by which the file may be known again."""
    with contextlib.suppress(OSError):  # then it goes on without
        if tag is not None and STRONG_TAG.fullmatch(tag):
            tag_file.write_text(tag, "ascii")
        else:
            tag_file.unlink(missing_ok=True)
