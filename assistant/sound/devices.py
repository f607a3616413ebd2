"""Which output devices there are. ``python -m assistant.sound.devices`` says so from a process of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def outputs() -> list[tuple[int, str]]:
    """The devices that can play, by PortAudio's number and by name; none where it cannot say.

    PortAudio has looked when it started, not since.
    """
    import sounddevice as sd

    try:
        return _listed()
    except (sd.PortAudioError, ValueError):
        return []


def default_output() -> str | None:
    """The name of the one that the system plays on; nothing where there is none."""
    import sounddevice as sd

    try:
        return str(sd.query_devices(kind="output")["name"])
    except (sd.PortAudioError, ValueError, TypeError, IndexError):
        return None


def named(names: Sequence[str], wanted: str) -> int | None:
    """Where in ``names`` the device is that is called ``wanted``, or so in part; capitals do not matter."""
    meant, known = wanted.casefold().strip(), [name.casefold() for name in names]
    if not meant:
        return None
    if meant in known:
        return known.index(meant)
    return next((place for place, name in enumerate(known) if meant in name), None)


def main() -> None:
    """Print one JSON object: ``version`` of PortAudio, ``outputs`` by name, and the ``default`` one."""
    print(json.dumps(_found()))


def _listed() -> list[tuple[int, str]]:
    """The same; raises ``PortAudioError`` or ``ValueError`` where PortAudio cannot say."""
    import sounddevice as sd

    return [
        (number, str(device["name"]))
        for number, device in enumerate(sd.query_devices())
        if device["max_output_channels"] > 0
    ]


def _found() -> dict[str, Any]:
    try:
        import sounddevice as sd
    except (ImportError, OSError) as error:  # OSError where there is no PortAudio
        return {"version": None, "outputs": [], "default": None, "why": str(error)}
    try:
        names, why = [name for _, name in _listed()], ""
    except (sd.PortAudioError, ValueError) as error:
        names, why = [], str(error)
    default = default_output() if names else None
    return {"version": sd.get_portaudio_version()[1], "outputs": names, "default": default, "why": why}


if __name__ == "__main__":
    main()
