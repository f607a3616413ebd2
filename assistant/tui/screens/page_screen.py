"""A page to read on the full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assistant.i18n import _
from assistant.tui.widgets.keys import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from assistant.help.page import Section


class PageScreen(Screen[None]):
    """Text that scrolls, above a line of keys."""

    def compose(self) -> ComposeResult:
        """The page and the keys."""
        with VerticalScroll(id="page"):
            yield from self.page()
        yield KeyLine()

    def page(self) -> Iterable[Widget]:
        """What is to be read, top to bottom."""
        raise NotImplementedError

    def keys(self) -> Sequence[tuple[str, str]]:
        """What keys do here."""
        return (("q", _("back")), ("↑ ↓", _("read on")))

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        # A key may have closed it before it was there.
        for page in self.query("#page"):
            page.focus()
        for keys in self.query(KeyLine):
            keys.show(self.keys())


def heading(text: str) -> Static:
    """A heading, as it stands."""
    return Static(Content(text), classes="heading")


def line(text: str | Content) -> Static:
    """A line or a paragraph, as it stands."""
    return Static(Content(text) if isinstance(text, str) else text, classes="line")


def sectioned(sections: Iterable[Section]) -> Iterable[Static]:
    """Headings, and what stands under them."""
    for section in sections:
        yield heading(section.heading)
        yield from map(line, section.lines)
