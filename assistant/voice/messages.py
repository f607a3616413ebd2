"""What parent and child say to each other: one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TypeAlias


class Trouble(StrEnum):
    """Why the child cannot do what it should."""

    NO_ENGINE = "no-engine"
    NO_VOICE = "no-voice"
    UNSETTLED = "unsettled"
    """The engine does not take its voice and its pace."""
    BAD_MODEL = "bad-model"
    """The model of a voice is missing, damaged or not what it is said to be."""
    BAD_SOUND = "bad-sound"
    """What the engine wrote is missing, unreadable or too short for its text."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The engine speaks. Child to parent, once."""

    engine: str
    voice: str
    name: str
    library: str
    better_dial: int | None = None
    """Where the engine should be set instead, if its pace turned out to be off."""
    dial: int | None = None
    """Where it is set now."""


@dataclass(frozen=True, slots=True)
class Cannot:
    """The engine will not speak. Child to parent, instead of ``Ready``."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Job:
    """Say this, and leave the clip there. Parent to child."""

    number: int
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Done:
    """It is there, so many milliseconds long. Child to parent."""

    number: int
    length: int


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be said. Child to parent."""

    number: int
    trouble: Trouble


Message: TypeAlias = Ready | Cannot | Job | Done | Failed
KINDS: dict[str, type[Message]] = {kind.__name__.lower(): kind for kind in (Ready, Cannot, Job, Done, Failed)}
TYPES: dict[str, tuple[type, ...]] = {"str": (str,), "int": (int,), "int | None": (int, type(None)), "Trouble": (str,)}


def encode(message: Message) -> str:
    """``message`` as one line, newline included. Plain ASCII, so that no code page can hurt it."""
    return json.dumps({"kind": type(message).__name__.lower(), **asdict(message)}) + "\n"


def decode(line: bytes | str) -> Message:
    """The message in ``line``. Raises ``ValueError`` if it is none."""
    try:
        found = json.loads(line)
    except RecursionError as error:  # nested on and on
        raise ValueError(str(error)) from error
    if not isinstance(found, dict) or str(found.get("kind")) not in KINDS:
        message = "not a message"
        raise ValueError(message)
    kind = KINDS[found.pop("kind")]
    for field in fields(kind):
        if field.name in found and not isinstance(found[field.name], TYPES[str(field.type)]):
            message = f"{field.name} is of the wrong type"
            raise ValueError(message)
    if "trouble" in found:
        found["trouble"] = Trouble(found["trouble"])
    try:
        return kind(**found)
    except TypeError as error:
        raise ValueError(str(error)) from error
