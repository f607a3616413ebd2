"""What the doctor is told about the sound."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from assistant.sound.probe import SoundReport, probe
from tests.sound.imagined_device import imagine
from tests.sound.null_sink import missing, running_null_sink

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = """
import json
print("a library talks")
print(json.dumps({"version": "V19", "outputs": ["a", "b"], "default": "b", "why": ""}))
"""


def answer(code: str, patience: float = 20) -> SoundReport:
    return probe([sys.executable, "-c", code], patience=patience)


def test_what_is_found_is_reported() -> None:
    assert answer(ANSWERS) == SoundReport(answered=True, library="V19", outputs=("a", "b"), default="b")


@pytest.mark.parametrize("code", ["", "print('rubbish')", "raise SystemExit(1)", "print('[' * 100_000)"])
def test_an_answer_without_meaning_is_none(code: str) -> None:
    assert answer(code) == SoundReport(answered=False)


def test_a_sound_system_that_hangs_is_not_waited_for() -> None:
    assert answer("import time; time.sleep(60)", patience=0.2) == SoundReport(answered=False)


def test_a_command_that_does_not_exist_is_no_answer() -> None:
    assert probe(["/nowhere/at-all"]) == SoundReport(answered=False)


def test_without_portaudio_there_is_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imagine("no library", tmp_path, monkeypatch)

    report = probe()

    assert (report.answered, report.library, report.can_play) == (True, None, False)
    assert "PortAudio" in report.why


@pytest.mark.sound
@pytest.mark.skipif(sys.platform != "linux", reason="a null sink of PulseAudio is for Linux")
def test_a_real_device_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = missing()
    if lacking is not None:
        pytest.skip(lacking)
    with running_null_sink(tmp_path) as sink:
        sink.become_default(monkeypatch)
        report = probe()

    assert report.can_play
    assert report.default in report.outputs


def test_why_devices_cannot_be_listed_is_told_in_the_words_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imagine("cannot be listed", tmp_path, monkeypatch)

    assert probe() == SoundReport(answered=True, library="imagined", why="Error querying device")


def test_a_machine_without_a_device_cannot_play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imagine("no device", tmp_path, monkeypatch)

    assert probe() == SoundReport(answered=True, library="imagined")
