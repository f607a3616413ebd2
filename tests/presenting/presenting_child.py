"""A real process that presents, without a screen. What it is to tell comes on its standard input, line by line."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, Self

from msgspec.structs import replace

from assistant import clock, paths
from assistant.language import Language
from assistant.presenting.told import Told
from assistant.units import Ms

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 20.0
"""Seconds until a test gives up on something that ought to happen at once."""


def a_told(words: str = "Look around you.", **others: Any) -> Told:
    """Something to tell."""
    usual = Told(
        "Count things", "running", words, "", "Join in.", "Then listen.", Ms(60_000), Ms(5_000), 0.5,
        blank=False, language=Language.EN,
    )  # fmt: skip
    return replace(usual, **others)


class Presenter:
    """Such a process. ``with`` ends it."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.presenting.presenting_child", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=paths.PACKAGE.parent,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with contextlib.suppress(BrokenPipeError):
                pipe.close()

    def says(self) -> str:
        """Its next line; nothing where it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def tell(self, words: str) -> None:
        """Have it tell ``words``."""
        assert self.process.stdin is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()

    def close(self) -> None:
        """Have it end well."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(PATIENCE)


def wait_for(what: Callable[[], bool], description: str) -> None:
    """Wait until ``what`` is so."""
    until = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain: {description}")
        time.sleep(0.005)


def _follow_a_script(name: str, speed: float) -> None:
    """Present a script from beginning to end, as the product does."""
    from assistant.player import Player
    from assistant.presenting.desk import Desk
    from assistant.presenting.told import told
    from assistant.shelf import gather
    from assistant.timeline.compose import compose

    timeline = compose(gather((paths.scripts(),)).find(name), Language.EN)
    desk = Desk.open()
    print("ready", flush=True)
    sys.stdin.readline()
    player = Player(timeline, clock.now(), speed)
    moment = player.advance(clock.now())
    while not moment.state.is_over:
        desk.tell(told(moment, timeline, blank=False))
        time.sleep(0.005)
        moment = player.advance(clock.now())
    desk.tell(told(moment, timeline, blank=False))
    sys.stdin.readline()
    desk.close()


def _tell_what_is_said() -> None:
    """Tell each line, with the time at which it was told behind it."""
    from assistant.presenting.desk import AlreadyPresenting, Desk

    try:
        desk = Desk.open()
    except AlreadyPresenting as line:
        print(f"refused: {line}", flush=True)
        return
    print("ready", flush=True)
    for words in sys.stdin:
        desk.tell(a_told(f"{words.strip()} {clock.now():.6f}"))
    desk.close()


if __name__ == "__main__":
    if sys.argv[1:]:
        _follow_a_script(sys.argv[1], float(sys.argv[2]))
    else:
        _tell_what_is_said()
