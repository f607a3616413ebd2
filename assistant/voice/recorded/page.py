"""The manuscript as one page for a browser or for paper, with all that it needs inside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant import webpage
from assistant.voice.recorded.manuscript import TITLE, at_most, introduction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.language import Language
    from assistant.voice.recorded.lines import Line, Part

STYLE = """\
@page { size: A4; margin: 18mm 16mm }
* { box-sizing: border-box }
:root { color-scheme: light dark; --paper: #fbf7f0; --ink: #2b2622; --quiet: #5a5148; --rule: #d9cfc2 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1d1a18; --ink: #efe7dc; --quiet: #c0b4a6; --rule: #4a423b }
}
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.125rem/1.5 Georgia, "Times New Roman", "Liberation Serif", serif }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem }
h1 { margin: 0 0 1.5rem; font-size: 1.9rem; font-weight: normal; line-height: 1.2 }
h2 { margin: 4rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--rule);
  font-size: 1.35rem; font-weight: normal; break-after: avoid }
header p { margin: 0 0 .8rem }
ol { margin: 0; padding: 0; list-style: none }
li { display: grid; grid-template-columns: 3rem 1fr; margin: 0 0 2rem; break-inside: avoid }
.number { color: var(--quiet); font-size: 1rem; line-height: 2.2rem }
.words { margin: 0; font-size: 1.5rem; line-height: 2.2rem; text-wrap: pretty }
.file { margin: .3rem 0 0; color: var(--quiet); font-size: .95rem }
.file code { margin-right: 1.2em; font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; user-select: all }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --rule: #aaa }
  main { max-width: none; padding: 0 }
  body { font-size: 12pt }
  h2 { margin-top: 14mm }
  .words { font-size: 17pt; line-height: 1.4 }
}
"""


def page(parts: Sequence[Part], language: Language, name: str) -> str:
    """The whole manuscript as HTML."""
    title = TITLE[language].format(name=name)
    sentences = "\n".join(f"<p>{escape(sentence)}</p>" for sentence in introduction(language, name))
    header = f"<header>\n<h1>{escape(title)}</h1>\n{sentences}\n</header>"
    lines = "\n".join(_part(part, language) for part in parts)
    return webpage.page(language.value, title, STYLE, f"<body>\n<main>\n{header}\n{lines}\n</main>\n</body>")


def _part(part: Part, language: Language) -> str:
    lines = "\n".join(_line(line, language) for line in part.lines)
    return f"<section>\n<h2>{escape(part.title)}</h2>\n<ol>\n{lines}\n</ol>\n</section>"


def _line(line: Line, language: Language) -> str:
    room = escape(at_most(line.room, language))
    return (
        f'<li><span class="number">{line.number}</span><div><p class="words">{escape(line.text)}</p>'
        f'<p class="file"><code>{line.file}</code>{room}</p></div></li>'
    )
