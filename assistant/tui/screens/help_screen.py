"""The help page on the full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from assistant import settings
from assistant.help import answering, page
from assistant.i18n import _
from assistant.tui.screens.page_screen import PageScreen, heading, line, sectioned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widgets import Static

    from assistant.tui.app import Mellomrom

    Keys = Callable[[], Sequence[tuple[str, str]]]
    """In the language in use when the page is laid out."""


class HelpScreen(PageScreen):
    """Where people answer, what this is and is not, and what the keys do."""

    app: Mellomrom

    BINDINGS = [
        Binding("q,escape,space,enter,question_mark,ctrl+c", "app.leave_help", show=False, priority=True),
        Binding("c", "country", show=False),
    ]

    def __init__(self, *, keys_first: bool = False, keys: Keys = page.key_list) -> None:
        """``keys_first``: for whoever asked for help; else those who answer are first, for whom it was too much.

        ``keys`` are those of where it was asked for, and what they do.
        """
        super().__init__()
        self._keys_first = keys_first
        self._keys = keys
        self._country = settings.load()[0].country

    def page(self) -> Iterable[Static]:
        """One section after the other."""
        sections = sectioned(page.sections(self._country, for_guest=self.app.for_guest))
        keys = self._key_list()
        yield from (*keys, *sections) if self._keys_first else (*sections, *keys)

    def _key_list(self) -> Iterable[Static]:
        yield heading(_("Keys"))
        unused = page.NOT_FOR_GUESTS if self.app.for_guest else frozenset()
        keys = [(key, does) for key, does in self._keys() if key not in unused]
        width = max(len(key) for key, _does in keys)
        for key, does in keys:
            yield line(Content.assemble((f"{key:<{width}}", "$keys"), "  ", does))

    def keys(self) -> Sequence[tuple[str, str]]:
        """Also the choice of a country, since none is guessed."""
        return (("q", _("back")), ("↑ ↓", _("read on")), ("c", _("country")))

    async def action_country(self) -> None:
        """The numbers of the next country, remembered; after the last, of all."""
        self._country = answering.after(self._country)
        settings.remember_soon({"country": self._country})
        await self.recompose()
        self.on_mount()
