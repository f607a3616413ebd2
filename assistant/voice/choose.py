"""Which of the system's voices speaks a language."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.voice.process import apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LISTING = (sys.executable, "-m", "assistant.voice.child", "--list")

BOKMAL = ("nb", "no", "nb-no", "no-no")
BRITISH = ("en-gb", "en-uk")

PREFERRED = ("com.apple.voice.premium.", "com.apple.voice.enhanced.", "com.apple.voice.compact.")
"""macOS lists its joke voices among the others; these are its plain ones, the best first."""
UNUSABLE = ("mb/",)
"""eSpeak NG lists the voices of MBROLA whether or not they are there."""


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice as the system describes it."""

    id: str
    name: str
    languages: tuple[str, ...]
    """As the system writes them: ``nb``, ``nb-NO``, ``nb_NO``."""
    engine: str
    """espeak, sapi5 or nsss."""


def pick(language: Language, infos: Iterable[VoiceInfo]) -> VoiceInfo | None:
    """The voice for ``language``; for English rather a British one than any other. Nothing if none speaks it."""
    fitting = [info for info in infos if _speaks(info, language) and not info.id.startswith(UNUSABLE)]
    return min(fitting, key=lambda info: (_accent(info, language), _quality(info)), default=None)


def _tags(info: VoiceInfo) -> list[str]:
    return [tag.lower().replace("_", "-") for tag in info.languages]


def _speaks(info: VoiceInfo, language: Language) -> bool:
    primaries = {tag.split("-")[0] for tag in _tags(info)}
    if language is Language.NB:
        return bool(primaries & {"nb", "no"}) or info.id == "gmq/nb"
    return "en" in primaries


def _accent(info: VoiceInfo, language: Language) -> int:
    wished = BOKMAL if language is Language.NB else BRITISH
    return 0 if any(tag in wished for tag in _tags(info)) else 1


def _quality(info: VoiceInfo) -> int:
    return next((place for place, start in enumerate(PREFERRED) if info.id.startswith(start)), len(PREFERRED))


def voices(command: Sequence[str] = LISTING, seconds: float = 20.0) -> tuple[VoiceInfo, ...]:
    """The voices of this system, asked of a process that ends again; none if it does not answer. Never raises."""
    try:
        done = subprocess.run(
            list(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=seconds, check=True, **apart()
        )
        return tuple(
            VoiceInfo(str(voice["id"]), str(voice["name"]), tuple(map(str, voice["languages"])), str(voice["engine"]))
            for voice in json.loads(done.stdout)
        )
    except (OSError, subprocess.SubprocessError, ValueError, TypeError, KeyError):
        return ()
