"""When there can be no such card."""

from __future__ import annotations


class CardRefused(Exception):  # noqa: N818 - it says what happened
    """A card that cannot be made. Its text is one plain line in the user's language."""
