"""What must not be loaded, and what must not be opened."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import paths

HEAVY = ("textual", "rich", "numpy", "sounddevice", "soundfile", "soxr", "pyttsx3", "tomlkit")

LOADED = "import sys; from assistant.cli.command_line import run; run({arguments!r}); print(*sys.modules, sep='\\n')"

WATCHED = """
import sys
def watch(event, arguments):
    if event.startswith("socket.") and not (event == "socket.__new__" and arguments[1] == 1):
        sys.stderr.write(f"opened: {event} {arguments}\\n")
sys.addaudithook(watch)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["list"],
        ["show", "rolig-pust"],
        ["check", "scripts"],
        ["break", "tell-ting", "--plain", "--speed", "1000"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=arguments)],
        capture_output=True, text=True, timeout=60, check=True, stdin=subprocess.DEVNULL, cwd=paths.PACKAGE.parent,
    )  # fmt: skip

    loaded = {module.split(".")[0] for module in result.stdout.splitlines()}
    assert loaded & set(HEAVY) == set()


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "rolig-pust"], ["break", "tell-ting", "--plain", "--speed", "1000"], ["voices"], ["doctor"]],
    ids=lambda arguments: arguments[0],
)
def test_no_command_opens_a_connection(arguments: list[str], tmp_path: Path) -> None:
    """Every Python process that we start, children too, tells of any socket that it opens, but for local ones."""
    (tmp_path / "sitecustomize.py").write_text(WATCHED, "utf-8")

    result = subprocess.run(
        [sys.executable, "-m", "assistant", *arguments],
        capture_output=True, text=True, timeout=60, check=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{paths.PACKAGE.parent}"},
    )  # fmt: skip

    assert "opened:" not in result.stderr


def test_the_watch_for_connections_sees_one(tmp_path: Path) -> None:
    code = f"{WATCHED}\nimport socket\nsocket.socket({int(socket.AF_INET)}).close()"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)

    assert "opened: socket.__new__" in result.stderr
