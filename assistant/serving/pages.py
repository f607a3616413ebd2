"""The page round the terminal, and the files that it needs. It asks nobody else for anything."""

from __future__ import annotations

from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template

from assistant import i18n
from assistant.i18n import _
from assistant.picture.colour import code
from assistant.picture.palette import UI, Theme

FOLDER = Path(__file__).with_name("page")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self' {socket}; "
        # The terminal writes rules for the size and colour of its letters while it runs.
        "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # The address may have a token in it.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
    "Server": "Mellomrom",
}
"""What a browser is told with every answer. ``socket`` is where the app is: older browsers want it named."""


def page() -> str:
    """The page in the language in use."""
    words = {
        "noscript": _("Mellomrom needs JavaScript in this browser. It loads nothing from anywhere else."),
        "unseen": _(
            "Here is a terminal that a screen reader cannot read. “mellomrom --plain” in a terminal says the same"
            " in plain lines."
        ),
        "opening": _("Opening …"),
        "over": _("Mellomrom is closed here."),
        "again": _("Open it again"),
        "full": _("All places are taken. Try again when somebody has left."),
        "failed": _("There is no room for you on the machine that this comes from. Tell whoever started it."),
        "gone": _("Mellomrom is no longer open where it was started. You can close this tab."),
    }
    template = Template((FOLDER / "page.html").read_text("utf-8"))
    return template.substitute(
        {name: escape(text) for name, text in words.items()}, language=i18n.language().value
    )  # fmt: skip


def style() -> str:
    """The rules of the page, in the colours of the product."""
    colours = {
        f"{theme.value}_{name}": code(getattr(UI[theme], name))
        for theme in Theme
        for name in ("ground", "words", "keys")
    }
    return Template((FOLDER / "page.css").read_text("utf-8")).substitute(colours)


def files() -> dict[str, Path]:
    """Files by the name that the page has for them: ours, and the terminal and its letters from textual-serve."""
    found = find_spec("textual_serve")
    assert found is not None  # noqa: S101 - Mellomrom is not installed without it
    assert found.origin is not None  # noqa: S101 - nor without its files
    theirs = Path(found.origin).parent / "static"
    return {
        "page.js": FOLDER / "page.js",
        "icon.svg": FOLDER / "icon.svg",
        "textual.js": theirs / "js" / "textual.js",
        "xterm.css": theirs / "css" / "xterm.css",
        "roboto-mono.ttf": theirs / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    }
