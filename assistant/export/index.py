"""The page that lists a whole shelf."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

from assistant.card.model import foot
from assistant.duration import clock_face
from assistant.export.picture import room
from assistant.export.style import FOLDER, style
from assistant.export.web import hashed
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
    css = style()
    return Template((FOLDER / "index.html").read_text("utf-8")).substitute(
        language=language.value,
        style=css,
        style_hash=hashed(css),
        picture=room(),
        about=escape(_("Short, timed breaks for people who help people, and a closed door to think behind.")),
        horizons="\n".join(_group(name, scripts, language, suffix) for name, scripts in groups),
        foot=escape(foot()),
    )


def _group(name: str, scripts: tuple[Script, ...], language: Language, suffix: str) -> str:
    rows = "\n".join(_row(script, language, suffix) for script in scripts)
    return f"<section>\n<h2>{escape(name)}</h2>\n<ul>\n{rows}\n</ul>\n</section>"


def _row(script: Script, language: Language, suffix: str) -> str:
    title, about = escape(script.title.of(language)), escape(script.about.of(language))
    usual = clock_face(ms(script.lengths.usual))
    return f'<li><a href="{script.id}{suffix}">{title}</a> <span>{usual}</span><p>{about}</p></li>'
