"""The model of a voice as it lies on disk, looked at before anything is started with it. Quick, whatever its size."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from assistant.voice.identity import Identity

if TYPE_CHECKING:
    from pathlib import Path

PIPER = "piper"
"""What the engine is called in an identity."""
DISTRIBUTION = "piper-tts"

DESCRIPTION = ".json"
"""What is added to the name of a model for the file that describes it."""
LONGEST = 1_000_000
"""Bytes of a description; a real one has five thousand."""

RATES = {"x_low": 16_000, "low": 16_000, "medium": 22_050, "high": 22_050}
"""Hz by quality, https://github.com/OHF-Voice/piper1-gpl/blob/main/docs/VOICES.md. The model itself does not say."""
LEAST_RATE, MOST_RATE = 8_000, 48_000

VARINT, LENGTH_FIRST = 0, 2
"""How a field of a protocol buffer is written, https://protobuf.dev/programming-guides/encoding/."""
GRAPH = 7
"""The field of an ONNX file that holds the network, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto."""
FIELDS = 1_000
"""More than any model has beside the network."""


class ModelRefused(Exception):  # noqa: N818
    """The model is missing, is not whole, or is not what its description says."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that may be started, and its description."""

    path: Path
    identity: Identity
    """The same file spoken by the same engine sounds the same."""
    described: dict[str, object]

    @property
    def name(self) -> str:
        """The name of the voice."""
        return self.path.stem


def read_model(path: Path) -> Model:
    """The model at ``path``. What only shows when it is loaded may still be wrong with it. Raises ``ModelRefused``."""
    try:
        described = _described(path.with_name(path.name + DESCRIPTION))
        stat = path.stat()
        if not (path.is_file() and _is_whole(path, stat.st_size) and _has_its_rate(path, described)):
            raise ModelRefused(path.stem)
    except (OSError, ValueError, EOFError, RecursionError) as error:
        raise ModelRefused(path.stem) from error
    return Model(path, Identity(PIPER, f"{path.stem} {stat.st_size} {stat.st_mtime_ns}", _version()), described)


@cache  # all packages that are installed are looked through for it
def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:  # there, but not by way of a package
        return ""


def _described(path: Path) -> dict[str, object]:
    if not path.is_file() or path.stat().st_size > LONGEST:
        raise ModelRefused(path.stem)
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise ModelRefused(path.stem)
    return found


def _has_its_rate(path: Path, described: dict[str, object]) -> bool:
    """Whether it is described with the rate of its quality: with another it would speak too high or too low."""
    audio = described.get("audio")
    rate = audio.get("sample_rate") if isinstance(audio, dict) else None
    if not isinstance(audio, dict) or not isinstance(rate, int) or not LEAST_RATE <= rate <= MOST_RATE:
        return False
    qualities = (path.stem.rpartition("-")[2], str(audio.get("quality")))
    return all(RATES.get(quality, rate) == rate for quality in qualities)


def _is_whole(path: Path, size: int) -> bool:
    """Whether the file holds a network, and ends where its last field does."""
    with path.open("rb") as file:
        has_network = False
        for _ in range(FIELDS):
            if file.tell() == size:
                return has_network
            field, kind = divmod(_number(file), 8)
            value = _number(file)
            if kind == LENGTH_FIRST and field and value <= size - file.tell():
                file.seek(value, os.SEEK_CUR)
            elif kind != VARINT or not field:
                return False
            has_network |= field == GRAPH
    return False


def _number(file: BinaryIO) -> int:
    """The next number: seven bits a byte, the lowest first, the eighth says that it goes on. Raises ``EOFError``."""
    number = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            raise EOFError
        number |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            break
    return number
