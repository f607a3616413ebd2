"""A short-lived process that says which output devices there are: ``python -m assistant.sound.devices``."""

from __future__ import annotations

import json
from typing import Any


def main() -> None:
    """Print one JSON object: ``version`` of PortAudio, ``outputs`` by name, and the ``default`` one."""
    print(json.dumps(_found()))


def _found() -> dict[str, Any]:
    try:
        import sounddevice as sd
    except (ImportError, OSError) as error:  # OSError where there is no PortAudio
        return {"version": None, "outputs": [], "default": None, "why": str(error)}
    try:
        outputs = [str(device["name"]) for device in sd.query_devices() if device["max_output_channels"] > 0]
        default = str(sd.query_devices(kind="output")["name"]) if outputs else None
        why = ""
    except (sd.PortAudioError, ValueError) as error:
        outputs, default, why = [], None, str(error)
    return {"version": sd.get_portaudio_version()[1], "outputs": outputs, "default": default, "why": why}


if __name__ == "__main__":
    main()
