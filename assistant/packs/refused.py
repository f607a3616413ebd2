"""What is said of a pack that cannot be added."""

from __future__ import annotations


class PackRefused(Exception):  # noqa: N818 - it says what happened
    """Something that was asked of a pack cannot be. Its text is one plain line in the user's language."""
