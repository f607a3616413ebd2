"""A break in which somebody kills the voice's process again and again, from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

import psutil
import pytest

from assistant import paths
from assistant.language import Language
from assistant.script.reading import parse
from assistant.timeline.compose import compose
from assistant.units import MS_PER_SECOND
from tests.conftest import HEAD
from tests.voice.voice_fakes import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    *(pytest.mark.voice, pytest.mark.slow, pytest.mark.timeout(400)),
    pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX"),
]

LINES = tuple(f"{number}." for number in range(21, 81))
LENGTH = 120
KILLS = 50
LATE = 5.0
"""Seconds that a line may come late: a machine that starts and kills processes beside it may be slow, but a break that
waited for its voice would be late by each of them, and by far more in the end.
"""

CHILD = "assistant.voice.child"
SOON, AFTER_A_LINE = 0, 2
"""After how many new clips a child is killed; the first of two has then been taken in for sure."""
PLAN = (AFTER_A_LINE, SOON, AFTER_A_LINE, SOON, SOON)
"""Two killed at once after one that had said something lose a line: three attempts, of which the first met a corpse."""


class Killer(threading.Thread):
    """Kills each child of a process that speaks, when it is that one's turn, until it has done so often enough."""

    def __init__(self, parent: int) -> None:
        super().__init__(name="killer", daemon=True)
        self._parent = psutil.Process(parent)
        self.killed: list[psutil.Process] = []
        """Known by when they began too: the number of one may be given to another."""

    def run(self) -> None:
        plan = cycle(PLAN)
        for child in self._children():
            wanted = clips() + next(plan)
            wait_for(partial(there_are, wanted), 60)
            child.kill()
            self.killed.append(child)
            if len(self.killed) == KILLS:
                return

    def _children(self) -> Iterator[psutil.Process]:
        while self._parent.is_running() and self._parent.status() != psutil.STATUS_ZOMBIE:
            yield from (child for child in speaking(self._parent) if child not in self.killed)


def speaking(parent: psutil.Process) -> list[psutil.Process]:
    found = []
    for child in parent.children():
        try:
            if CHILD in child.cmdline():
                found.append(child)
        except psutil.Error:  # gone, or not yet what it is to be
            continue
    return found


def clips() -> int:
    return len(list(paths.clips().glob("*.wav"))) - len(list(paths.clips().glob("raw-*.wav")))


def there_are(wanted: int) -> bool:
    return clips() >= wanted


def script() -> str:
    steps = (f'[[steps]]\ndo = "say"\nseconds = 1.5\ntext = {{ nb = "{line}", en = "{line}" }}\n' for line in LINES)
    return HEAD.replace("usual = 60", f"usual = {LENGTH}") + "".join(steps)


def test_fifty_kills_neither_stop_a_break_nor_make_a_line_late(tmp_path: Path) -> None:
    file = tmp_path / "lang.toml"
    file.write_text(script(), "utf-8")
    due = {cue.spoken: cue.at / MS_PER_SECOND for cue in compose(parse(script().encode(), "x"), Language.NB).cues}
    command = [sys.executable, "-m", "assistant", "break", str(file), "--voice", "--plain", "--lang", "nb"]

    with subprocess.Popen(
        command, cwd=paths.PACKAGE.parent, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as running:  # fmt: skip
        killer = Killer(running.pid)
        killer.start()
        assert running.stdout is not None
        shown = {line.decode().strip(): time.monotonic() for line in running.stdout}
        assert running.wait() == 0
    killer.join(10)

    began = shown[LINES[0]] - due[LINES[0]]
    assert set(LINES) <= set(shown)
    late = {line: shown[line] - began - due[line] for line in LINES}
    assert {line: seconds for line, seconds in late.items() if abs(seconds) > LATE} == {}
    assert len(set(killer.killed)) == KILLS
    assert len(LINES) // 2 < clips() < len(LINES)
    assert [child for child in killer.killed if child.is_running()] == []
    assert [path.name for path in paths.clips().iterdir() if path.suffix == ".part" or path.name[:4] == "raw-"] == []
