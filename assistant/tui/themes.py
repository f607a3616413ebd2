"""The two themes, from the one palette."""

from __future__ import annotations

from textual.theme import Theme as TextualTheme

from assistant.picture.colour import code
from assistant.picture.palette import UI
from assistant.settings import Theme


def themes() -> list[TextualTheme]:
    """A Textual theme for each of ours, called as it is called in the settings."""
    return [_theme(theme) for theme in Theme]


def _theme(theme: Theme) -> TextualTheme:
    ui = UI[theme]
    return TextualTheme(
        name=theme.value,
        dark=theme is Theme.DARK,
        primary=code(ui.keys),
        foreground=code(ui.words),
        background=code(ui.ground),
        surface=code(ui.ground),
        panel=code(ui.track),
        variables={
            "quiet": code(ui.quiet),
            "keys": code(ui.keys),
            "progress": code(ui.progress),
            "track": code(ui.track),
        },
    )
