"""Finds and reads the articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import tomli

from assistant import settings
from assistant.help import answering
from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from assistant.language import Language

FOLDER = Path(__file__).parent
HELP = "{help}"
"""Stands in an article for those who answer when one calls."""


class UnknownArticle(LookupError):  # noqa: N818 - it says what happened
    """There is no article of that id. Its text is a plain line that names the nearest."""


class Article(msgspec.Struct, frozen=True):
    """One article, in both languages."""

    id: str
    carries: tuple[str, ...]
    """The items of the deck that it is about."""

    def title(self, language: Language) -> str:
        """What it is called."""
        with self._file(language).open(encoding="utf-8") as lines:
            return next(lines).removeprefix("# ").strip()

    def text(self, language: Language) -> str:
        """All of it, as Markdown, with the numbers of those who answer."""
        numbers = "\n".join(f"- {line}" for line in answering.lines(settings.load()[0].country))
        return self._file(language).read_text("utf-8").replace(HELP, numbers)

    def _file(self, language: Language) -> Path:
        return FOLDER / language.value / f"{self.id}.md"


class _Index(msgspec.Struct, frozen=True):
    articles: tuple[Article, ...]


def articles() -> tuple[Article, ...]:
    """All of them, in the order in which they are offered."""
    index = (FOLDER / "index.toml").read_text("utf-8")
    return msgspec.convert(tomli.loads(index), _Index).articles


def find(wanted: str) -> Article:
    """The article whose id is ``wanted``, with or without ``art-``; raises ``UnknownArticle``."""
    by_id = {article.id: article for article in articles()}
    for name in (wanted, f"art-{wanted}"):
        if name in by_id:
            return by_id[name]
    import difflib

    line = _("there is no article called “{id}”").format(id=shorten(wanted, 60))
    near = difflib.get_close_matches(f"art-{wanted.removeprefix('art-')}", by_id, n=1, cutoff=0.5)
    help_ = _("did you mean {id}?").format(id=near[0]) if near else _("“mellomrom read” shows them all")
    raise UnknownArticle(f"{line}; {help_}")
