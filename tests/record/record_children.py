"""Real processes that write into a record."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from assistant import paths

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import datetime as dt, sys
from pathlib import Path
from assistant.record.store import note
file, name, rows = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
began = dt.datetime(2026, 11, 24, 9, 45, tzinfo=dt.timezone.utc)
for number in range(rows):
    if sys.argv[4:] == ["asked"]:
        sys.stdin.readline()
    trouble = note(f"{name}-{number}", began, 120, file)
    print(trouble or f"{name}-{number}", flush=True)
"""


def writer(file: Path, name: str, rows: int, *, asked: bool = False) -> subprocess.Popen[str]:
    """Writes ``rows`` rows, or one for each line that it is sent; says of each which it was when it is written."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), name, str(rows), *(["asked"] if asked else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=paths.PACKAGE.parent,
    )


def says(child: subprocess.Popen[str]) -> str:
    """Its next line; nothing where it has ended."""
    assert child.stdout is not None
    return child.stdout.readline().strip()


def ask(child: subprocess.Popen[str]) -> None:
    assert child.stdin is not None
    child.stdin.write("\n")
    child.stdin.flush()
