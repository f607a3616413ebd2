"""The engine of natural voices keeps no number for this machine.

Where it keeps one it also looks for its maker after some ten seconds, from C: the watch of ``test_house`` sees no C.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.voice.natural_models import joe

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.voice, pytest.mark.slow, pytest.mark.timeout(300)]
pytest.importorskip("piper")

SPEAK = f"""
import sys
from pathlib import Path
from assistant.language import Language
from assistant.voice.caching import natural_voice
from assistant.voice.model import read_model

voice = natural_voice(read_model(Path({str(joe())!r})), Language.EN, folder=Path(sys.argv[1]))
voice.render("You are at work, and this minute is yours.")
voice.close()
"""


def speak(folder: Path) -> None:
    """One line, in a home of its own and outside any other folder that we know."""
    home = folder / "empty"
    home.mkdir()
    known = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    environ = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")} | known
    subprocess.run(
        [sys.executable, "-c", SPEAK, str(folder / "clips")], check=True, env=environ, timeout=240
    )  # fmt: skip


def test_nothing_is_kept_but_the_clip_so_there_is_nothing_to_report(tmp_path: Path) -> None:
    speak(tmp_path)

    kept = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in kept if path.suffix != ".wav"] == []
    assert len(kept) == 1
