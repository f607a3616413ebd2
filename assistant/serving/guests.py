"""What guests are given in the place of what is the user's own."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import i18n, paths, settings, terminal
from assistant.script.pack import DESCRIPTION, pack_folders
from assistant.script.reading import MAX_BYTES
from assistant.serving.passing import passing_folder
from assistant.settings import in_file
from assistant.settings.described import FOR_GUESTS
from assistant.shelf import files_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.settings import Settings
    from assistant.settings.model import Value


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
        """``folder`` is for all their homes. What is lent is copied as it stands now. Raises ``OSError``."""
        self._folder = folder
        self._lent = folder / "lent"
        values = in_file(chosen)
        self._chosen: dict[str, Value] = {setting.key: values[setting.key] for setting in FOR_GUESTS}
        self._chosen["language"] = i18n.language().value
        self._lent.mkdir()
        _lend(_breaks(), paths.own_scripts(), self._lent)
        _lend(_packs(), paths.packs(), self._lent)

    def arrive(self) -> Home:
        """A home for somebody who has come. Raises ``OSError`` where there is no room for it, and leaves nothing."""
        home = Home(Path(tempfile.mkdtemp(dir=self._folder)))
        try:
            settings.change(self._chosen, home.folder / "config" / paths.settings_file().name)
            shutil.copytree(self._lent, home.folder / "data")
        except OSError:
            home.remove()
            raise
        return home


@contextlib.contextmanager
def guests(chosen: Settings) -> Iterator[Guests]:
    """Guests, for as long as it lasts. Raises ``OSError`` where there is no room for them."""
    with passing_folder() as folder:
        yield Guests(folder, chosen)


def _breaks() -> Iterable[Path]:
    """The user's own, as the shelf finds them."""
    with contextlib.suppress(OSError):
        yield from files_in(paths.own_scripts())


def _packs() -> Iterable[Path]:
    """What the shelf reads of the packs that the user has added."""
    with contextlib.suppress(OSError):
        for folder in pack_folders(paths.packs()).values():
            if not folder.is_symlink():
                yield from (folder / DESCRIPTION, *files_in(folder))


def _lend(files: Iterable[Path], root: Path, to: Path) -> None:
    """Copy ``files``, which are below ``root``, into a folder of its name. Raises ``OSError``: there is no room."""
    for file in files:
        words = _words(file)
        if words is not None:
            copy = to / root.name / file.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(words)


def _words(file: Path) -> bytes | None:
    """What stands in it; nothing where it is longer than a break, or only a link to what is elsewhere."""
    try:
        is_one = file.is_file() and not file.is_symlink() and file.stat().st_size <= MAX_BYTES
        return file.read_bytes() if is_one else None
    except OSError:
        return None
