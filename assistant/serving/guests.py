"""What guests are given in the place of what is the user's own."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import i18n, paths, settings, terminal
from assistant.settings import in_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.settings import Settings
    from assistant.settings.model import Value

LENT = ("theme", "motion", "time-left", "country")
"""Settings that say nothing about anybody, beside the language."""

LARGEST = 1 << 20
"""Bytes of a file that is lent; no break has more."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where one guest's app keeps what it keeps. It is private, and gone when they are."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What makes an app live there."""
        return {paths.HOME: str(self.folder), terminal.GUEST: "1"}

    def remove(self) -> None:
        """Leave nothing of it."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Guests:
    """Each has a home, with the user's own breaks and packs in it and the look of the user's settings."""

    def __init__(self, folder: Path, chosen: Settings) -> None:
        """``folder`` is for all their homes. What is lent is copied as it stands now."""
        self._folder = folder
        self._lent = folder / "lent"
        values = in_file(chosen)
        self._chosen: dict[str, Value] = {"language": i18n.language().value, **{key: values[key] for key in LENT}}
        for ours in (paths.own_scripts(), paths.packs()):
            _copy(ours, self._lent / ours.name)

    def arrive(self) -> Home:
        """A home for somebody who has come."""
        home = Home(Path(tempfile.mkdtemp(dir=self._folder)))
        settings.change(self._chosen, home.folder / "config" / paths.settings_file().name)
        shutil.copytree(self._lent, home.folder / "data")
        return home


@contextlib.contextmanager
def guests(chosen: Settings) -> Iterator[Guests]:
    """Guests, for as long as it lasts. Raises ``OSError`` where there is no room for them."""
    # Nobody else may look into it, and nothing of it stays.
    with tempfile.TemporaryDirectory(prefix="mellomrom-", ignore_cleanup_errors=True) as folder:
        yield Guests(Path(folder), chosen)


def _copy(ours: Path, to: Path) -> None:
    """What can be read of a folder; a break that cannot is one less."""
    to.mkdir(parents=True)
    if ours.is_dir():
        with contextlib.suppress(shutil.Error, OSError):
            shutil.copytree(ours, to, ignore=_not_lent, dirs_exist_ok=True, ignore_dangling_symlinks=True)


def _not_lent(folder: str, names: list[str]) -> list[str]:
    paths_ = {name: Path(folder, name) for name in names}
    return [name for name, path in paths_.items() if not (path.is_dir() or _is_small_file(path))]


def _is_small_file(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= LARGEST
