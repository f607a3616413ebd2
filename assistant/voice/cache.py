"""Clips kept on disk, so that a line is spoken once and its length is known before the voice has started."""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.voice.clipfile import read_clip
from assistant.voice.identity import Identity, clip_name
from assistant.voice.pace import Pace

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.language import Language
    from assistant.sound.clip import Clip

LIMIT = 100_000_000
"""Bytes: some twenty minutes of speech."""
LEFTOVER = 3600.0
"""Seconds after which an unfinished file belongs to nobody."""
WHO = "voice.json"
"""Who the computer's own voice is in each language: that is known only when it has spoken."""


class ClipCache:
    """The clips of one voice in one language at one rate, in a folder that other voices, languages and rates share."""

    def __init__(
        self,
        folder: Path,
        *,
        language: Language,
        rate: float = 1.0,
        identity: Identity | None = None,
        limit: int = LIMIT,
    ) -> None:
        """Nothing is read or made yet. Raises ``ValueError`` for a rate that nobody may ask for.

        Without an ``identity``, they are those of the computer's own voice, as it was when it spoke last.
        """
        self._folder = folder.absolute()
        self._pace = Pace(language, rate)
        self._limit = limit
        self._identity = identity

    def find(self, text: str) -> Clip | None:
        """The clip of ``text``, if the voice of this language has said it before and the file is sound."""
        if self._identity is None:
            self._identity = self._remembered()
        if self._identity is None:
            return None
        clip = read_clip(self._folder / clip_name(self._identity, self._pace, text))
        if clip is not None:
            with contextlib.suppress(OSError):  # only its place in the queue to be removed
                os.utime(clip.path)
        return clip

    def remember(self, identity: Identity) -> None:
        """From now on, ``identity`` is the computer's own voice, today and next time."""
        if identity == self._identity:
            return
        self._identity = identity
        known = self._all_remembered() | {self._pace.language.value: asdict(identity)}
        part = self._folder / f"{WHO}-{os.getpid()}.part"
        with contextlib.suppress(OSError):  # then it is not known next time, and lines are spoken anew
            part.write_text(json.dumps(known), encoding="utf-8")
            part.chmod(0o600)
            part.replace(self._folder / WHO)

    def tidy(self) -> None:
        """Remove what has lain unused for longest until the rest is within the limit, and what was never finished."""
        with contextlib.suppress(OSError):  # next time
            entries = [(path, path.stat()) for path in self._folder.iterdir() if path.is_file()]
            old = time.time() - LEFTOVER
            for path, stat in entries:
                unfinished = path.suffix == ".part" or path.name.startswith("raw-")
                if unfinished and stat.st_mtime < old:
                    path.unlink()
            clips = sorted((stat.st_mtime, stat.st_size, path) for path, stat in entries if path.suffix == ".wav")
            too_much = sum(size for _, size, _ in clips) - self._limit
            for _, size, path in clips:
                if too_much <= 0:
                    return
                path.unlink()
                too_much -= size

    def _remembered(self) -> Identity | None:
        found = self._all_remembered().get(self._pace.language.value)
        try:
            return Identity(**found) if isinstance(found, dict) else None
        except TypeError:  # written by another version
            return None

    def _all_remembered(self) -> dict[str, object]:
        try:
            found = json.loads((self._folder / WHO).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
