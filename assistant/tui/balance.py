"""Lines of about the same length, so that no word stands alone on the last one."""

from __future__ import annotations

import textwrap


def balanced(text: str, width: int) -> str:
    """``text`` broken into as few lines as ``width`` columns allow, and those as even as can be."""
    fewest = len(_wrapped(text, width)) if width > 0 else 0
    if fewest < 2:
        return text
    narrow = next(narrower for narrower in range(1, width + 1) if len(_wrapped(text, narrower)) == fewest)
    return "\n".join(_wrapped(text, narrow))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
