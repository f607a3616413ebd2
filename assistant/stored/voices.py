"""What voices take: those that were fetched, and those that people have recorded."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.stored.thing import Stored, a_folder, inside
from assistant.voice.recorded.code import LENGTH
from assistant.voice.recorded.importing import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODEL_FILE = re.compile(r"(?P<name>.+?)\.(?:onnx(?:\.json|\.part(?:\.etag)?)?|MODEL_CARD)")
"""The model of a voice and what describes it, or what has come of it so far."""

CLIP = re.compile(rf"[a-z2-7]{{{LENGTH}}}\.wav(?:\.part)?")
"""A line by its code. What else lies there somebody has put there."""


def added() -> Stored:
    """All that were fetched."""
    why = _("voices that you had fetched, to speak without a network")
    return a_folder(_("added voices"), why, paths.models(), _model_files)


def recorded() -> Stored:
    """All that were recorded, and what an import has left that was killed."""
    why = _("copies, cut and levelled, of what people have recorded; your own files stay where they are")
    return a_folder(_("recorded voices"), why, paths.recordings(), lambda: [*_clips(), *_left_of_imports()])


def of_voice(name: str) -> tuple[Stored, ...]:
    """What the voice of that name takes, whichever kind it is and in every language; capitals do not matter."""

    def is_it(other: str) -> bool:
        return other.casefold() == name.casefold()

    fetched = a_folder(name, "", paths.models(), lambda: (path for path in _model_files() if is_it(_voice_in(path))))
    people = [person for person in _folders_seen_in(paths.recordings()) if is_it(person.name)]
    spoken = [a_folder(person.name, "", person, partial(_clips_of, person)) for person in people]
    return tuple(thing for thing in (fetched, *spoken) if thing.files or thing.trouble)


def removable() -> list[str]:
    """The names for which ``of_voice`` has something, as far as can be seen."""
    names: list[str] = []
    for look in (_model_files, _clips):
        with suppress(OSError):
            names += [_voice_in(path) or path.parents[1].name for path in look()]
    return sorted(set(names), key=str.casefold)


def people() -> dict[Path, list[str]]:
    """The folders of those who have recorded lines, and in which languages. Raises ``OSError``."""
    languages = {
        person: sorted({clip.parent.name for clip in _clips_of(person)}) for person in _folders_in(paths.recordings())
    }
    return {person: languages[person] for person in sorted(languages) if languages[person]}


def folders() -> list[Path]:
    """Those that Mellomrom made for voices, the innermost first."""
    people = _folders_seen_in(paths.recordings())
    languages = [folder for person in people for folder in _folders_seen_in(person)]
    aside = [folder for folder in _folders_seen_in(paths.voices()) if folder.name.startswith(ASIDE)]
    return [*languages, *people, *aside, paths.recordings(), paths.models(), paths.voices()]


def among_models() -> list[Path]:
    """What lies beside the voices that were fetched, and those themselves. Raises ``OSError``."""
    return _ours_in(paths.models())


def _voice_in(path: Path) -> str:
    match = MODEL_FILE.fullmatch(path.name)
    return match["name"] if match is not None else ""


def _model_files() -> Iterator[Path]:
    return (path for path in among_models() if _voice_in(path))


def _clips() -> Iterator[Path]:
    return (clip for person in _folders_in(paths.recordings()) for clip in _clips_of(person))


def _clips_of(person: Path) -> Iterator[Path]:
    return (path for language in _folders_in(person) for path in inside(language) if CLIP.fullmatch(path.name))


def _left_of_imports() -> Iterator[Path]:
    aside = (folder for folder in _folders_in(paths.voices()) if folder.name.startswith(ASIDE))
    return (path for folder in aside for path in inside(folder) if CLIP.fullmatch(path.name))


def _ours_in(folder: Path) -> list[Path]:
    """What is in ``folder``, but where that is a link: then it is somebody's own folder. Raises ``OSError``."""
    return [] if folder.is_symlink() else inside(folder)


def _folders_in(folder: Path) -> list[Path]:
    """The folders in it that are no links. Raises ``OSError``."""
    return [path for path in _ours_in(folder) if path.is_dir() and not path.is_symlink()]


def _folders_seen_in(folder: Path) -> list[Path]:
    """The same, and none where they cannot be seen."""
    try:
        return _folders_in(folder)
    except OSError:
        return []
