"""A minute of breathing with the room on the screen, beside a blank Textual app that does nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass

import psutil

from benchmarks.start import BLANK
from tests.pty_terminal import Terminal

SECONDS = 60
COLUMNS, ROWS = 100, 30
PICTURE = "▀".encode()


@dataclass(frozen=True)
class Spent:
    """What one run cost."""

    cpu: float
    kilobytes: float
    pictures: float
    rss_before: float
    rss_after: float


def watch(terminal: Terminal) -> Spent:
    """A minute of what ``terminal`` runs. CPU seconds of the process and its children; what it wrote; its memory."""
    process = psutil.Process(terminal.process.pid)
    cpu, size, marks, rss = _cpu(process), len(terminal.written), len(terminal.marks), process.memory_info().rss
    time.sleep(SECONDS)
    written = terminal.marks[marks:]
    starts = [terminal.marks[marks - 1][1], *(end for _, end in written)]
    pictures = {
        round(when, 2)
        for (when, end), start in zip(written, starts, strict=False)
        if PICTURE in terminal.written[start:end]
    }
    return Spent(
        _cpu(process) - cpu,
        (len(terminal.written) - size) / 1000 / SECONDS,
        len(pictures) / SECONDS,
        rss / 1e6,
        process.memory_info().rss / 1e6,
    )


def main() -> None:
    """First the blank app, then ours."""
    with Terminal(command=BLANK, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for("blank and ready")
        _say("blank, idle", watch(terminal))
    with Terminal("break", "rolig-pust", "--for", "5m", "--lang", "en", columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for("You can breathe along")
        terminal.type("nnnn")
        terminal.wait_for("Follow the light")
        # Every picture of a breath has been made once when two have been.
        time.sleep(20)
        _say("breathing", watch(terminal))


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system + times.children_user + times.children_system)


def _say(name: str, spent: Spent) -> None:
    print(
        f"  {name:<12} {spent.cpu:5.2f} s of CPU a minute, {spent.kilobytes:5.1f} kB/s to the terminal, "
        f"{spent.pictures:4.1f} pictures/s, {spent.rss_before:.1f} -> {spent.rss_after:.1f} MB"
    )
