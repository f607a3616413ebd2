"""How long it takes to write a break of two minutes to a file, its lines spoken before, the start of Python and all."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SCRIPT, SECONDS = "tell-ting", 120
SUFFIXES = (".wav", ".flac", ".ogg", ".opus", ".mp3", ".html", ".srt", ".txt")
TIMES = 5


def main() -> None:
    """For counting things, in English, in every kind of file."""
    with tempfile.TemporaryDirectory() as folder:
        _export(Path(folder) / "first.wav")
        for suffix in SUFFIXES:
            target = Path(folder) / f"x{suffix}"
            took = [_export(target) for _ in range(TIMES)]
            size = target.stat().st_size / 1000
            fastest, middle = min(took), median(took)
            print(
                f"  {suffix:<6} {middle:.2f} s ({SECONDS / middle:.0f} x real time), "
                f"fastest {fastest:.2f} s ({SECONDS / fastest:.0f} x), {size:,.0f} kB"
            )


def _export(target: Path) -> float:
    """Seconds that it took."""
    command = [sys.executable, "-m", "assistant", "export", SCRIPT, "-o", str(target), "--lang", "en"]
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
