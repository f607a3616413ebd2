"""From the start of the process to the first useful picture, and what the light commands take."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from assistant import settings
from tests.pty_terminal import COMMAND, Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS = 15
BLANK = (sys.executable, "-m", "benchmarks.blank")
CLICK = (sys.executable, "-c", "import click")


def until_shown(
    text: str, *arguments: str, command: Sequence[str] = COMMAND, environ: Mapping[str, str] | None = None
) -> float:
    """Seconds until ``text`` has been written to the terminal."""
    with Terminal(*arguments, command=command, environ=environ) as terminal:
        terminal.wait_until(lambda: text.encode() in terminal.written, text)
        return next(when for when, size in terminal.marks if text.encode() in terminal.written[:size]) - terminal.began


def until_done(command: Sequence[str]) -> float:
    """Seconds that ``command`` takes."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Interleaved runs, so that whatever else the machine does falls on all alike."""
    with tempfile.TemporaryDirectory() as folder:
        settings.remember({"welcomed": True}, Path(folder) / "mellomrom" / "settings.toml")
        _measure({"XDG_CONFIG_HOME": folder})


def _measure(environ: Mapping[str, str]) -> None:
    screens: dict[str, list[float]] = {"blank": [], "home": [], "break": []}
    for _ in range(1 + ROUNDS):
        screens["blank"].append(until_shown("blank and ready", command=BLANK))
        screens["home"].append(until_shown("horizon", "--lang", "en", environ=environ))
        screens["break"].append(until_shown("Count corners", "break", "tell-ting", "--lang", "en"))
    _say(screens, "blank", "a blank Textual app")

    us = (str(Path(sys.executable).with_name("mellomrom")),)
    commands = {
        "import click": CLICK,
        "--help": (*us, "--help"),
        "list": (*us, "list"),
        "show": (*us, "show", "rolig-pust"),
        "check": (*us, "check", "scripts"),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(1 + ROUNDS):
        for name, command in commands.items():
            taken[name].append(until_done(command))
    _say(taken, "import click", "importing click")


def _say(taken: dict[str, list[float]], base: str, what: str) -> None:
    for name, seconds in taken.items():
        # The first run of each only warms up.
        typical, ratio = median(seconds[1:]), median(seconds[1:]) / median(taken[base][1:])
        print(f"  {name:<14} {typical * 1000:6.0f} ms   {ratio:5.2f} x {what}")
