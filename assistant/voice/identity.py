"""Who speaks. The same identity says the same line in the same way, so its clips can be kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.voice.pace import Pace

FINISHING = 2
"""Raised whenever pace, level or trimming change: older clips are then spoken anew."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An engine with its voice."""

    engine: str
    voice: str
    """Its id; of a model, its name, its size in bytes and when it was changed, in nanoseconds."""
    library: str
    """The version of the library, where the engine has one."""


def clip_name(identity: Identity, pace: Pace, text: str) -> str:
    """The name of the file in which ``identity`` says ``text`` at ``pace``."""
    parts = (identity.engine, identity.voice, identity.library, pace.language, f"{pace.rate:.3f}", str(FINISHING), text)
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=20)
    return f"{digest.hexdigest()}.wav"
