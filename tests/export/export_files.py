"""Exporting as a user does, and reading back with programs that are not ours."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from assistant.cli.export_command import command

if TYPE_CHECKING:
    from pathlib import Path

RATE = 48_000
BYTES_A_SAMPLE = 2


def export(*arguments: str | Path) -> None:
    """Run ``mellomrom export`` with ``arguments``."""
    command.main([str(argument) for argument in arguments], standalone_mode=False)


def probed(path: Path) -> dict[str, Any]:
    """What ffprobe says of a file."""
    shown = ("-show_entries", "format=duration:format_tags:stream=codec_name,sample_rate,channels:stream_tags")
    done = subprocess.run(
        ["ffprobe", "-v", "error", *shown, "-of", "json", str(path)], capture_output=True, check=True, timeout=60
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def tags_of(path: Path) -> dict[str, str]:
    """Its tags, in small letters, of the file and of the stream."""
    said = probed(path)
    found = {**said["streams"][0].get("tags", {}), **said["format"].get("tags", {})}
    return {name.lower(): value for name, value in found.items()}


def decoded(path: Path) -> bytes:
    """All its samples as ffmpeg decodes them: mono, 16 bits, at the rate of the file."""
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", str(path), "-f", "s16le", "-"], capture_output=True, check=True, timeout=120
    )
    assert done.stderr == b""
    return done.stdout


def samples_in(path: Path) -> int:
    """How many there are when all of it is decoded."""
    return len(decoded(path)) // BYTES_A_SAMPLE
