"""The page that lists a whole shelf."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant import webpage
from assistant.card.model import foot
from assistant.duration import clock_face
from assistant.export.picture import room
from assistant.export.style import style
from assistant.horizon import horizons
from assistant.i18n import _
from assistant.shelf import TOO_MUCH
from assistant.units import ms

if TYPE_CHECKING:
    from assistant.language import Language
    from assistant.script.model import Script
    from assistant.shelf import Shelf

INDEX = "index.html"


def index_page(shelf: Shelf, language: Language, suffix: str) -> str:
    """The breaks by horizon, each with what it is, how long it takes, and a link to its file beside this one."""
    groups = [(horizon.name, horizon.scripts) for horizon in horizons(shelf)]
    if TOO_MUCH in shelf.by_id:
        groups.append((_("If it is too much"), (shelf.by_id[TOO_MUCH],)))
    listed = "\n".join(_group(name, scripts, language, suffix) for name, scripts in groups)
    about = escape(_("Short, timed breaks for people who help people, and a closed door to think behind."))
    head = f'<h1>Mellomrom</h1>\n<p class="about">{about}</p>\n{room()}'
    body = f'<body class="index">\n<main>\n{head}\n{listed}\n<p class="note">{escape(foot())}</p>\n</main>\n</body>'
    return webpage.page(language.value, "Mellomrom", style(), body)


def _group(name: str, scripts: tuple[Script, ...], language: Language, suffix: str) -> str:
    rows = "\n".join(_row(script, language, suffix) for script in scripts)
    return f"<section>\n<h2>{escape(name)}</h2>\n<ul>\n{rows}\n</ul>\n</section>"


def _row(script: Script, language: Language, suffix: str) -> str:
    title, about = escape(script.title.of(language)), escape(script.about.of(language))
    usual = clock_face(ms(script.lengths.usual))
    return f'<li><a href="{script.id}{suffix}">{title}</a> <span>{usual}</span><p>{about}</p></li>'
