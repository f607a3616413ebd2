"""The list of all settings: what each is called, and what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import settings
from assistant.i18n import _
from assistant.tui.layout import centre
from assistant.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.settings import Settings
    from assistant.settings.described import Described

WIDEST = 60

BESIDE_A_VALUE = 6
"""Columns: what marks the chosen line, and at least so much between."""


class SettingList(Choices):
    """One of them is chosen."""

    def __init__(self, all_of_them: Sequence[Described], chosen: Settings) -> None:
        super().__init__([])
        self._settings = chosen
        self._all = all_of_them

    @property
    def setting(self) -> Described:
        """The chosen one."""
        return self._all[self.chosen]

    def show(self, chosen: Settings) -> None:
        """Show what is ``chosen``."""
        self._settings = chosen
        width = min(self.app.size.width, WIDEST) - BESIDE_A_VALUE
        values = settings.in_file(chosen)
        names = [_(setting.label) for setting in self._all]
        shown = [setting.kind.shown(values[setting.key]) for setting in self._all]
        lines = [(name, _cut(value, width - len(name))) for name, value in zip(names, shown, strict=True)]
        self.offer(lines, self.chosen)

    def fit(self, width: int, rows: int) -> None:
        """As many rows as there is room for, in the middle of ``width`` columns."""
        centre(self, width, min(width, WIDEST), min(len(self._all), max(1, rows)))
        self.show(self._settings)


def _cut(text: str, longest: int) -> str:
    """The end of ``text``, where it is too long: of a path that says most."""
    return text if len(text) <= longest else f"…{text[len(text) - longest + 1 :]}"
