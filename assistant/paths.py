"""Where files live: in a checkout, in an installed package, and in the user's own folders."""

from __future__ import annotations

import os
import warnings
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent
NAME = "mellomrom"


def _bundled(folder: str) -> Path:
    """A folder that travels with us: inside the installed package, or beside it in a checkout."""
    installed = PACKAGE / "bundled" / folder
    return installed if installed.is_dir() else PACKAGE.parent / folder


def scripts() -> Path:
    """The breaks that come with Mellomrom."""
    return _bundled("scripts")


def audio() -> Path:
    """The bells and the ambience that come with Mellomrom."""
    return _bundled("audio")


def catalogues() -> Path:
    """The interface words of other languages than English."""
    return PACKAGE / "locale"


HOME = "MELLOMROM_HOME"
"""Set in the environment, the folder in which everything of the user's is, whatever the system's ways are."""


def in_the_way_of_home() -> Path | None:
    """The file that stands where the folder ``HOME`` names is to be, or above it; nothing where there is none.

    It is a name such as ``~nobody/x`` where there is no such user.
    """
    home = os.environ.get(HOME)
    if not home:
        return None
    folder = expanded(home)
    if not folder.is_absolute():
        return folder
    try:
        nearest = next((path for path in (folder, *folder.parents) if path.exists()), None)
        return nearest if nearest is not None and not nearest.is_dir() else None
    except OSError:  # said by who tries to read in it
        return None


@cache
def _user(kind: str) -> Path:
    home = os.environ.get(HOME)
    if home:
        return expanded(home) / kind
    import platformdirs

    folder: Path = getattr(platformdirs, f"user_{kind}_path")(NAME, appauthor=False)
    return folder


def settings_file() -> Path:
    """The user's settings."""
    return _user("config") / "settings.toml"


def own_scripts() -> Path:
    """The user's own breaks."""
    return _user("data") / "scripts"


def expanded(file: str) -> Path:
    """The file that somebody named, with ``~`` for their own folder; as it stands where that is not known."""
    try:
        return Path(file).expanduser().absolute()
    except (OSError, RuntimeError):
        return Path(file)


def answers() -> Path:
    """Answers that the user chose to keep."""
    return _user("data") / "answers.md"


def record() -> Path:
    """Which breaks were run and when, where the user has switched that on."""
    return _user("data") / "record.sqlite3"


def today() -> Path:
    """What was offered today and what became of it, so that nothing is offered twice."""
    return _user("data") / "today.jsonl"


def clips() -> Path:
    """Spoken lines, kept so that they need not be spoken again."""
    return _user("cache") / "voice"


def voices() -> Path:
    """Voices that the user has added."""
    return _user("data") / "voices"


def models() -> Path:
    """Those that were fetched: each is a model with its description."""
    return voices() / "natural"


def packs() -> Path:
    """Packs of breaks that the user has added: a folder for each."""
    return _user("data") / "packs"


def runtime() -> Path:
    """What is there only while something runs, such as the way from a presentation to the notes of its leader."""
    with warnings.catch_warnings(), _without_one_that_is_missing("XDG_RUNTIME_DIR"):
        # That another folder stands in where the system names none is no news to a user.
        warnings.simplefilter("ignore")
        return _user("runtime")


@contextmanager
def _without_one_that_is_missing(name: str) -> Iterator[None]:
    """The folder that ``name`` names in the environment is the system's to make: where it is not there, it is none."""
    named = os.environ.get(name)
    if not named or Path(named).is_dir():
        yield
        return
    del os.environ[name]
    try:
        yield
    finally:
        os.environ[name] = named


def recordings() -> Path:
    """Those that were recorded: a folder for each person, and in it one for each language."""
    return voices() / "recorded"
