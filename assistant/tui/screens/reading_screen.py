"""The articles on the full screen: what there is to read, and one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Markdown

from assistant import i18n
from assistant.articles.library import Article, articles
from assistant.i18n import _
from assistant.tui.layout import centre
from assistant.tui.screens.page_screen import PageScreen
from assistant.tui.widgets.choices import Choices
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.widget import Widget

WIDTH_OF_THE_LIST = 76
ROWS_BESIDE_THE_LIST = 6


class ReadingScreen(Screen[None]):
    """A list of articles."""

    BINDINGS = [
        Binding("space,enter", "read", show=False, priority=True),
        Binding("q,escape,ctrl+c", "app.pop_screen", show=False, priority=True),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._articles = articles()

    def compose(self) -> ComposeResult:
        """A heading, the list and the keys."""
        yield Line("heading")
        yield Choices([(article.title(i18n.language()), "") for article in self._articles])
        yield KeyLine()

    def on_mount(self) -> None:
        """The first is chosen already."""
        self.query_one("#heading", Line).show(_("To read, in about four minutes each"))
        self.query_one(Choices).focus()
        self.query_one(KeyLine).show((("enter", _("read")), ("↑ ↓", _("choose")), ("q", _("back")), ("?", _("help"))))

    def on_resize(self, event: Resize) -> None:
        """As many as there is room for."""
        rows = min(len(self._articles), max(1, event.size.height - ROWS_BESIDE_THE_LIST))
        centre(self.query_one(Choices), event.size.width, min(event.size.width, WIDTH_OF_THE_LIST), rows)

    def on_choices_taken(self) -> None:
        """A click reads as well."""
        self.action_read()

    def action_read(self) -> None:
        """Open the chosen one."""
        self.app.push_screen(ArticleScreen(self._articles[self.query_one(Choices).chosen]))


class ArticleScreen(PageScreen):
    """One article."""

    BINDINGS = [
        Binding("q,escape,ctrl+c", "app.pop_screen", show=False, priority=True),
        Binding("space", "page_down", show=False, priority=True),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article

    def page(self) -> Iterable[Widget]:
        """All of it."""
        yield Markdown(self._article.text(i18n.language()), open_links=False)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Help is there as well."""
        return (*super().keys(), ("?", _("help")))

    def action_page_down(self) -> None:
        """The next screenful."""
        self.query_one("#page").scroll_page_down()
