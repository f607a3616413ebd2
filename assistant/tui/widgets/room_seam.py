"""A seam: where a row of the room may be cut when only a part of it is sent to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.geometry import Region


class Seam(Widget, can_focus=False):
    """Shows nothing itself; the room behind it is seen.

    Textual sends a changed part of a row from the left edge of the widget that lies there, so a change in the
    middle of a wide widget sends all that is to the left of it. But it cuts a row where any widget begins or ends:
    seams end where the changes begin.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Seam { width: 0; height: 100%; background: transparent; }
    """

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002 - Textual's signature
        """No lines, so that the compositor takes those of the room."""
        return []

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - Textual's signature
        """Blank, for who asks for a single line."""
        return Strip.blank(self.size.width)
