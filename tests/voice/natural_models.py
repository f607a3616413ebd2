"""Models of voices: the one that comes in a package, and others made of it."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assistant import paths
from assistant.known_voices import PACKAGES
from assistant.voice.model import DESCRIPTION

JOE = "en_US-joe-medium"
NORWEGIAN = "no_NO-test"


def joe() -> Path:
    """The model in the package."""
    (package,) = (package for package, name in PACKAGES.items() if name == JOE)
    found = find_spec(package)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "data" / f"{JOE}.onnx"


def described() -> dict[str, Any]:
    """What is said of it."""
    found: dict[str, Any] = json.loads(joe().with_name(f"{JOE}.onnx{DESCRIPTION}").read_text("utf-8"))
    return found


def put(name: str, *, folder: Path | None = None, content: bytes | None = None, **changed: Any) -> Path:
    """A model of that name where added ones are, the same as the package's but for its content and description."""
    folder = folder or paths.voices() / "natural"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    if content is None:
        path.symlink_to(joe())
    else:
        path.write_bytes(content)
    path.with_name(path.name + DESCRIPTION).write_text(json.dumps(described() | changed), "utf-8")
    return path


def put_norwegian() -> Path:
    """The same voice, with the sounds of Norwegian."""
    return put(NORWEGIAN, espeak={"voice": "nb"})
