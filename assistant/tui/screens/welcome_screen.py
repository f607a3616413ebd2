"""The first screen of all, once: what this is, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from assistant import settings
from assistant.help import page
from assistant.i18n import _
from assistant.tui.screens.page_screen import PageScreen, line, sectioned

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widgets import Static

    from assistant.tui.app import Mellomrom


class WelcomeScreen(PageScreen):
    """Can be read again on the help page."""

    app: Mellomrom

    BINDINGS = [
        Binding("space,enter,escape", "go_on", show=False, priority=True),
        Binding("q,ctrl+c", "app.quit", show=False, priority=True),
        Binding("question_mark", "app.help", show=False),
    ]

    def page(self) -> Iterable[Static]:
        """The same that stands on the help page."""
        yield from sectioned(page.welcome(for_guest=self.app.for_guest))
        yield line(_("You find this again with “?”."))

    def keys(self) -> Sequence[tuple[str, str]]:
        """One goes on."""
        return ((page.space(), _("go on")), ("↑ ↓", _("read on")), ("q", _("leave")), ("?", _("help")))

    def action_go_on(self) -> None:
        """Home. It is not shown again."""
        settings.remember_soon({"welcomed": True})
        self.app.pop_screen()
