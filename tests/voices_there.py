"""Voices that are there, for tests: added ones, and lines that somebody has recorded; and the command about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.cli.exits import InputWrong
from assistant.cli.voices_command import command
from assistant.voice.recorded.code import clip_name
from tests.fetch.collection import CONFIG, MODEL
from tests.recorded.recordings import recording, save

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.language import Language

NORWEGIAN = "no_NO-talesyntese-medium"


def voices(*arguments: str) -> None:
    command.main(list(arguments), standalone_mode=False)


def refused(*arguments: str) -> str:
    with pytest.raises(InputWrong) as wrong:
        voices(*arguments)
    return str(wrong.value)


def model(name: str = NORWEGIAN) -> Path:
    path = paths.models() / f"{name}.onnx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(MODEL)
    path.with_name(f"{path.name}.json").write_bytes(CONFIG)
    return path


def line_of(name: str, text: str, language: Language, seconds: float = 2.0) -> Path:
    """That person has recorded that line."""
    path = paths.recordings() / name / language.value / clip_name(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    return save(path, recording(seconds, around=0))
