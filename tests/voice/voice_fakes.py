"""A child that is not the real one: each time it is started it does what is next on its list."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from assistant.voice.session import Patience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUICK = Patience(ready=10.0, line=5.0, character=0.0)
"""For children that are not meant to hang."""
HASTY = Patience(ready=1.0, line=1.0, character=0.0)
"""For those that are."""

READY = {"kind": "ready", "engine": "fake", "voice": "v1", "name": "Fake", "library": "1", "better_dial": None}

SCRIPT = """
import argparse, json, os, sys, time, wave
parser = argparse.ArgumentParser()
for name in ("--plan", "--log", "--language", "--rate", "--scratch", "--dial"):
    parser.add_argument(name)
asked = parser.parse_args()
with open(asked.log, "a") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
with open(asked.log) as log:
    start = len(log.readlines())
plan = json.loads(asked.plan)
does = plan[min(start, len(plan)) - 1]

def say(message):
    print(json.dumps(message), flush=True)

def sound(path, seconds):
    with wave.open(path, "wb") as file:
        file.setnchannels(1); file.setsampwidth(2); file.setframerate(48000)
        file.writeframes(bytes(2 * int(48000 * seconds)))

if does == "hang": time.sleep(60)
if does == "die": os._exit(3)
if does == "rubbish": print("\\x00 segment [[[ not json", flush=True); time.sleep(60)
if does.startswith("cannot:"): say({"kind": "cannot", "trouble": does[7:]}); sys.exit(1)
say(READY | {"better_dial": 111 if does == "better" and asked.dial is None else None})
for line in sys.stdin:
    job = json.loads(line)
    number, path, seconds = job["number"], job["path"], 0.07 * len(job["text"])
    part = path[:-4] + "-" + os.path.basename(asked.scratch)[:-4] + ".part"
    if does == "hang-at-line" or does == "hang-at-word" and "hang" in job["text"]:
        open(part, "wb").close(); open(asked.scratch, "wb").close(); time.sleep(60)
    if does == "die-at-line": open(part, "wb").close(); os._exit(3)
    if does == "rubbish-at-line": print("{]", flush=True); time.sleep(60)
    if does == "other-number": number += 1
    if does == "full" and path.startswith(os.path.dirname(asked.log)):
        say({"kind": "failed", "number": number, "trouble": "bad-sound"}); continue
    if does == "empty-file": open(path, "wb").close()
    elif does == "short": sound(path, 0.05)
    elif does != "no-file": sound(path, seconds)
    say({"kind": "done", "number": number, "length": round(seconds * 1000)})
"""


class FakeChild:
    """The command of a fake child, and what has become of it."""

    def __init__(self, folder: Path, *plan: str) -> None:
        """The nth start does the nth thing of ``plan``; the last one is repeated."""
        self._log = folder / "starts.log"
        script = folder / "fake_child.py"
        script.write_text(SCRIPT.replace("READY", repr(READY)), encoding="utf-8")
        self.command = (sys.executable, "-I", "-S", str(script), "--plan", json.dumps(plan), "--log", str(self._log))

    @property
    def starts(self) -> list[list[str]]:
        """The arguments of each start, in order."""
        return [json.loads(line) for line in self._log.read_text().splitlines()] if self._log.exists() else []


def wait_for(condition: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until ``condition`` holds, or fail."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.002)
