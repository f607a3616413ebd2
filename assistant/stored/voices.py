"""What voices take: those that were fetched, and those that people have recorded."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.stored.thing import Stored, a_folder, inside
from assistant.voice.recorded.importing import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODEL_FILE = re.compile(r"(?P<name>.+?)\.(?:onnx(?:\.json|\.part(?:\.etag)?)?|MODEL_CARD)")
"""The model of a voice and what describes it, or what has come of it so far."""

CLIP = re.compile(r"[^.]+\.wav(?:\.part)?")


def models() -> Path:
    """The folder of the voices that were fetched."""
    return paths.voices() / "natural"


def recordings() -> Path:
    """The folder of the voices that were recorded, with one for each person."""
    return paths.voices() / "recorded"


def added() -> Stored:
    """All that were fetched."""
    why = _("voices that you had fetched, to speak without a network")
    return a_folder(_("added voices"), why, models(), _model_files)


def recorded() -> Stored:
    """All that were recorded, and what an import has left that was killed."""
    why = _("copies, cut and levelled, of what people have recorded; your own files stay where they are")
    return a_folder(_("recorded voices"), why, recordings(), lambda: [*_clips(), *_left_of_imports()])


def of_voice(name: str) -> tuple[Stored, ...]:
    """What the voice of that name takes, whichever kind it is and in every language; capitals do not matter."""

    def is_it(other: str) -> bool:
        return other.casefold() == name.casefold()

    fetched = a_folder(name, "", models(), lambda: (path for path in _model_files() if is_it(_voice_in(path))))
    people = [person for person in _folders_in(recordings()) if is_it(person.name)]
    spoken = [a_folder(person.name, "", person, partial(_clips_of, person)) for person in people]
    return tuple(thing for thing in (fetched, *spoken) if thing.files or thing.trouble)


def folders() -> list[Path]:
    """Those that Mellomrom made for voices, the innermost first."""
    people = _folders_in(recordings())
    languages = [folder for person in people for folder in _folders_in(person)]
    aside = [folder for folder in _folders_in(paths.voices()) if folder.name.startswith(ASIDE)]
    return [*languages, *people, *aside, recordings(), models(), paths.voices()]


def _voice_in(path: Path) -> str:
    match = MODEL_FILE.fullmatch(path.name)
    return match["name"] if match is not None else ""


def _model_files() -> Iterator[Path]:
    return (path for path in inside(models()) if _voice_in(path))


def _clips() -> Iterator[Path]:
    return (clip for person in inside(recordings()) for clip in _clips_of(person))


def _clips_of(person: Path) -> Iterator[Path]:
    return (path for language in inside(person) for path in inside(language) if CLIP.fullmatch(path.name))


def _left_of_imports() -> Iterator[Path]:
    aside = (folder for folder in inside(paths.voices()) if folder.name.startswith(ASIDE))
    return (path for folder in aside for path in inside(folder) if CLIP.fullmatch(path.name))


def _folders_in(folder: Path) -> list[Path]:
    try:
        return [path for path in inside(folder) if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []
