"""What the doctor asks about the sound. Looked up in a child process: a sound system can hang whoever asks it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.sound.messages import decode
from assistant.sound.spawn import module_command, own_ground

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 8.0
"""Seconds after which a sound system that has not answered counts as hanging."""


@dataclass(frozen=True, slots=True)
class SoundReport:
    """What there is to play sound with."""

    answered: bool
    """Whether the sound system said anything at all in time."""
    library: str | None = None
    """The version of PortAudio; nothing where it is not installed."""
    outputs: tuple[str, ...] = ()
    """The devices that can play, by name."""
    default: str | None = None
    """The one that is used."""
    why: str = ""
    """What the library says is wrong, in its own words."""

    @property
    def can_play(self) -> bool:
        """Whether a break can be heard."""
        return self.default is not None


def probe(command: Sequence[str] | None = None, *, patience: float = PATIENCE) -> SoundReport:
    """What there is to play sound with. Waits ``patience`` seconds at most, and never raises.

    ``command`` asks another child, for tests.
    """
    asked = module_command("assistant.sound.devices") if command is None else list(command)
    try:
        answer = subprocess.run(
            asked,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
            **own_ground(),
        )
    except (OSError, subprocess.SubprocessError):
        return SoundReport(answered=False)
    # A library may print before it; the last line is ours.
    lines = answer.stdout.splitlines()
    found = decode(lines[-1]) if lines else None
    return SoundReport(answered=False) if found is None else _report(found)


def _report(found: dict[str, Any]) -> SoundReport:
    return SoundReport(
        answered=True,
        library=found.get("version"),
        outputs=tuple(found.get("outputs", ())),
        default=found.get("default"),
        why=found.get("why", ""),
    )
