"""What must not be loaded, and what must not be opened."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import paths
from assistant.language import Language
from assistant.sound.plan import SoundPlan
from assistant.sound.speaker import Speaker
from assistant.voice.child_voice import ChildVoice
from assistant.voice.model import read_model
from tests.voice.natural_models import joe

HEAVY = (
    *("textual", "rich", "numpy", "sounddevice", "soundfile", "soxr", "pyttsx3", "tomlkit"),
    *("icalendar", "dateutil", "sqlite3", "desktop_notifier", "dbus_fast"),
)

LOADED = "import sys; from assistant.cli.command_line import run; run({arguments!r}); print(*sys.modules, sep='\\n')"

LIGHT = [
    ["--help"],
    ["list"],
    ["show", "rolig-pust"],
    ["check", "scripts"],
    ["break", "tell-ting", "--plain", "--speed", "1000"],
    ["record"],
    ["data"],
    ["settings", "--plain"],
    ["packs"],
    ["schema"],
]
PRESENT = ["present", "tell-ting", "--speed", "1000"]
PRIVATE = [*LIGHT[1:], ["over"], ["voices"], ["doctor"], PRESENT, ["handout", "-o", "-"]]

WATCHED = """
import os, sys
LOCAL = 1
def watch(event, arguments):
    if not event.startswith("socket."):
        return
    family = arguments[1] if event == "socket.__new__" else getattr(arguments and arguments[0], "family", None)
    if family != LOCAL:
        with open(os.environ["WATCHED_CONNECTIONS"], "a") as file:
            file.write(f"{sys.argv} {event} {arguments}\\n")
sys.addaudithook(watch)
"""
"""Run by every Python process that finds it, children of children too; a local socket is no connection."""


@pytest.fixture
def connections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that every connection of any of our processes is written into."""
    (tmp_path / "sitecustomize.py").write_text(WATCHED, "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{paths.PACKAGE.parent}")
    monkeypatch.setenv("WATCHED_CONNECTIONS", str(tmp_path / "connections"))
    return tmp_path / "connections"


def run(*command: str) -> str:
    result = subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        stdin=subprocess.DEVNULL,
        cwd=paths.PACKAGE.parent,
    )
    return result.stdout


@pytest.mark.parametrize("arguments", LIGHT, ids=lambda arguments: arguments[0])
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    loaded = {module.split(".")[0] for module in run("-c", LOADED.format(arguments=arguments)).splitlines()}

    assert loaded & set(HEAVY) == set()


@pytest.mark.parametrize("arguments", PRIVATE, ids=lambda arguments: arguments[0])
def test_no_command_opens_a_connection(arguments: list[str], connections: Path) -> None:
    run("-m", "assistant", *arguments)

    assert not connections.exists()


@pytest.mark.voice
@pytest.mark.parametrize("model", [None, joe()], ids=["system", "natural"])
def test_a_voice_and_a_speaker_open_no_connection(connections: Path, tmp_path: Path, model: Path | None) -> None:
    speaker = Speaker()
    speaker.start(SoundPlan())
    voice = ChildVoice(Language.NB, folder=tmp_path / "clips", model=None if model is None else read_model(model))
    voice.render("Takk for nå.")
    voice.close()
    speaker.stop()

    assert speaker.wait(20)
    assert not connections.exists()


def test_the_watch_for_connections_sees_one_in_a_child(connections: Path) -> None:
    code = f"import socket; socket.socket({int(socket.AF_INET)}).close()"

    run("-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], check=True)")

    assert "socket.__new__" in connections.read_text("utf-8")
