"""The help page on the full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assistant.help import page
from assistant.i18n import _
from assistant.tui.widgets.keys import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class HelpScreen(Screen[None]):
    """What this is, where people answer, and what the keys do."""

    BINDINGS = [Binding("q,escape,space,enter,question_mark,ctrl+c", "app.leave_help", show=False, priority=True)]

    def compose(self) -> ComposeResult:
        """One section after the other; it scrolls."""
        with VerticalScroll(id="page"):
            for section in page.sections():
                yield Static(Content(section.heading), classes="heading")
                for line in section.lines:
                    yield Static(Content(line), classes="line")
            yield Static(Content(_("Keys")), classes="heading")
            width = max(len(key) for key, _does in page.key_list())
            for key, does in page.key_list():
                yield Static(Content.assemble((f"{key:<{width}}", "$keys"), "  ", does), classes="line")
        yield KeyLine()

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        # A key may have closed it before it was there.
        for page_of_help in self.query("#page"):
            page_of_help.focus()
        for keys in self.query(KeyLine):
            keys.show((("q", _("back")), ("↑ ↓", _("read on"))))
