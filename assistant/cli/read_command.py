"""``mellomrom read``: the articles."""

from __future__ import annotations

import sys

import click

from assistant import i18n
from assistant.articles.library import UnknownArticle, articles, find
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.i18n import marked

WIDEST = 80


@click.command("read", help=marked("Read an article about looking after those who help; without an id, list them."))
@click.argument("id", metavar="[ID]", required=False)
@language_option
def command(id: str | None) -> None:  # noqa: A002 - what it is called
    """Write an article to standard output: wrapped on a terminal, as Markdown into a file or a pipe."""
    language = i18n.language()
    if id is None:
        listed = [(article.id, article.title(language)) for article in articles()]
        width = max(len(name) for name, _title in listed)
        print("\n".join(f"{name:<{width}}  {title}" for name, title in listed))
        return
    try:
        text = find(id).text(language)
    except UnknownArticle as unknown:
        raise InputWrong(str(unknown)) from None
    print(_wrapped(text) if sys.stdout.isatty() else text)


def _wrapped(text: str) -> str:
    """Markdown in lines that fit the terminal; what belongs to a list is set in."""
    import shutil
    import textwrap

    width = min(WIDEST, shutil.get_terminal_size().columns)
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent="  " if line.startswith("- ") else "")
        for line in text.splitlines()
    )
