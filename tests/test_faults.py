"""Nothing stops a break: whatever is missing or fails around it, it runs to its end and says so in one plain line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from assistant import paths

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.voice]

SHORT = """
id = "kort"
occasion = "between"
title = { nb = "Kort", en = "Short" }
about = { nb = "Kort.", en = "Short." }
lengths = { least = 6, usual = 8, most = 20 }
evidence = { level = "deck", note = { nb = "E.", en = "E." } }
[[steps]]
do = "say"
seconds = 4
text = { nb = "En.", en = "One." }
[[steps]]
do = "say"
seconds = 4
text = { nb = "To.", en = "Two." }
"""

HANGS = "import time\ntime.sleep(3600)\n"
DIES = "import os\nos._exit(7)\n"
RUBBISH = "import sys\nprint('\\x00{]not json' * 1000, file=sys.__stdout__, flush=True)\nraise RuntimeError\n"
NO_PIPER = "raise ImportError"
MISSING = "raise OSError('PortAudio library not found')\n"
NO_ENGINE = "def init(*_, **__):\n    raise RuntimeError('eSpeak not installed')\n"


def run(folder: Path, *, stubs: dict[str, str], **environ: str) -> tuple[list[str], float]:
    """The lines of a short spoken break with ``stubs`` in the place of modules, and how many seconds it took."""
    script = folder / "kort.toml"
    script.write_text(SHORT, "utf-8")
    for module, source in stubs.items():
        (folder / f"{module}.py").write_text(source, "utf-8")
    began = time.monotonic()
    result = subprocess.run(
        [sys.executable, "-m", "assistant", "break", str(script), "--plain", "--voice"],
        capture_output=True, text=True, timeout=60, check=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{paths.PACKAGE.parent}", **environ},
    )  # fmt: skip
    assert result.stderr == ""
    return result.stdout.splitlines(), time.monotonic() - began


@pytest.mark.parametrize(
    ("stubs", "told"),
    [
        ({"sounddevice": MISSING}, "goes on in silence"),
        ({"sounddevice": DIES}, "goes on in silence"),
        ({"pyttsx3": NO_ENGINE, "piper": NO_PIPER, "sounddevice": MISSING}, "nothing is read aloud"),
        ({"pyttsx3": DIES, "piper": NO_PIPER, "sounddevice": MISSING}, "nothing is read aloud"),
        ({"pyttsx3": RUBBISH, "piper": NO_PIPER, "sounddevice": MISSING}, "nothing is read aloud"),
    ],
    ids=["no PortAudio", "sound child dies", "no engine", "voice child dies", "voice child writes rubbish"],
)
def test_what_is_missing_is_told_of_and_the_break_ends_on_time(
    stubs: dict[str, str], told: str, tmp_path: Path
) -> None:
    lines, seconds = run(tmp_path, stubs=stubs)

    assert [line for line in lines if line in {"Short (0:08)", "One.", "Two."}] == ["Short (0:08)", "One.", "Two."]
    assert any(told in line for line in lines), lines
    assert len(lines) <= 5
    assert 8 <= seconds < 12


@pytest.mark.parametrize("stubs", [{"pyttsx3": HANGS}, {"sounddevice": HANGS}], ids=["voice hangs", "sound hangs"])
def test_what_hangs_does_not_hold_the_break_up(stubs: dict[str, str], tmp_path: Path) -> None:
    lines, seconds = run(tmp_path, stubs=stubs)

    assert [line for line in lines if line in {"One.", "Two."}] == ["One.", "Two."]
    assert 8 <= seconds < 12


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()

    lines, seconds = run(tmp_path, stubs={"sounddevice": MISSING}, XDG_CACHE_HOME=str(tmp_path / "cache"))

    assert [line for line in lines if line in {"One.", "Two."}] == ["One.", "Two."]
    assert 8 <= seconds < 12
