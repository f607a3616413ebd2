"""How late each cue is shown, in plain lines and on the full screen, against its plan."""

from __future__ import annotations

from itertools import pairwise
from statistics import median, quantiles

from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from tests.pty_terminal import Terminal

SPEED = 16.0
"""Faster than a person would run it, to be done sooner: a cue is late by as many milliseconds all the same."""


def errors(script: str, *options: str) -> list[float]:
    """Milliseconds by which each cue with new words came late after the first one, by a clock outside the programme."""
    timeline = compose(whole_shelf().find(script), Language.EN)
    with Terminal("break", script, "--lang", "en", "--speed", str(SPEED), *options) as terminal:
        terminal.process.wait()
        written, marks = bytes(terminal.written), terminal.marks
    changes = [timeline.cues[0]]
    changes += [after for before, after in pairwise(timeline.cues) if after.words != before.words]
    late, at, first = [], 0, None
    for cue in changes:
        at = written.index(_beginning(cue.words), at) + 1
        shown = next(when for when, size in marks if size >= at)
        first = shown if first is None else first
        late.append((shown - first) * 1000 - cue.at / SPEED)
    return late[1:]


def _beginning(words: str) -> bytes:
    """The first whole words, which no break of a line parts."""
    return " ".join(words.split()[:2]).encode()


def main() -> None:
    """All scripts, both ways."""
    for name, options in (("plain lines", ["--plain"]), ("full screen", [])):
        late = [abs(error) for script in whole_shelf() for error in errors(script.id, *options)]
        print(f"  {name}: {len(late)} cues, median {median(late):.1f} ms, p99 {quantiles(late, n=100)[98]:.1f} ms late")
