"""Run all measurements, or those that are named.

They are start, breathing, cues, composing, soundtrack, exporting, first_sound, calendars and day.
"""

from __future__ import annotations

import importlib
import os
import sys

NAMES = ("start", "composing", "soundtrack", "exporting", "first_sound", "cues", "breathing", "calendars", "day")


def main() -> None:
    """Measure, and say what was found as it is found."""
    # As for a user: what has been compiled once is not compiled again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in sys.argv[1:] or NAMES:
        print(f"\n{name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
