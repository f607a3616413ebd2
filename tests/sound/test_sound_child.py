"""The real child with devices that are missing, dead or lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.clock import now
from assistant.sound.plan import Bell, BellName, Part, SoundPlan
from assistant.sound.spawn import module_command, own_ground
from assistant.sound.speaker import Speaker
from assistant.sound.trouble import Trouble
from assistant.units import Ms
from tests.sound.imagined_device import imagine
from tests.sound.null_sink import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = SoundPlan((Bell(Ms(0), BellName.START),))


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    speaker = Speaker(patience=30)
    yield speaker
    speaker.stop()
    assert speaker.wait(5)


def settled(speaker: Speaker) -> str | None:
    """Whether there is sound, and else why not."""
    assert wait_until(lambda: speaker.ready or speaker.trouble() is not None, 30)
    return speaker.trouble()


@pytest.mark.parametrize(
    ("mode", "trouble"),
    [
        ("no library", Trouble.NO_LIBRARY),
        ("no device", Trouble.NO_DEVICE),
        pytest.param("never asks", Trouble.NO_CALLBACK, marks=pytest.mark.slow),
        pytest.param("only fills", Trouble.NO_CALLBACK, marks=pytest.mark.slow),
    ],
)
def test_what_is_missing_is_told(
    mode: str, trouble: Trouble, speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imagine(mode, tmp_path, monkeypatch)
    speaker.start(PLAN)

    assert settled(speaker) == trouble.line


@pytest.mark.slow
def test_a_device_that_hangs_when_it_is_opened_is_told_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imagine("hangs", tmp_path, monkeypatch)
    speaker = Speaker(patience=1)
    speaker.start(PLAN)

    assert settled(speaker) == Trouble.NO_ANSWER.line
    assert speaker.wait(2)


def test_with_a_good_device_it_is_ready(speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imagine("good", tmp_path, monkeypatch)
    speaker.start(PLAN)

    assert settled(speaker) is None


def test_where_devices_cannot_be_listed_the_systems_own_is_played_on(
    speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imagine("cannot be listed", tmp_path, monkeypatch)
    speaker.set_output("headphones", Ms(0))
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.ready and speaker.trouble() is not None, 30)
    assert speaker.trouble() == Trouble.NOT_THERE.line
    assert not speaker.is_mute


def test_warmed_it_opens_no_device_yet(speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = imagine("good", tmp_path, monkeypatch)
    speaker.warm()
    speaker.set_volume({Part.BELL: 0.5})
    speaker.stop()
    assert speaker.wait(5)

    assert log.read_text("utf-8") == ""
    assert speaker.trouble() is None


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["lost", "stalls"])
def test_a_device_that_is_gone_is_opened_again(
    mode: str, speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = imagine(mode, tmp_path, monkeypatch)
    speaker.start(PLAN)
    assert settled(speaker) is None
    speaker.play(Ms(0), now())

    assert wait_until(lambda: len(log.read_text("utf-8").splitlines()) == 2, 10)
    assert speaker.trouble() is None


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["lost for good", "always lost"])
def test_a_device_that_does_not_come_back_is_told(
    mode: str, speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imagine(mode, tmp_path, monkeypatch)
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.trouble() is not None, 20)
    assert speaker.trouble() == Trouble.LOST.line


def test_another_plan_is_taken_by_the_same_child(
    speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = imagine("good", tmp_path, monkeypatch)
    speaker.start(PLAN)
    assert settled(speaker) is None
    speaker.play(Ms(0), now())
    speaker.start(SoundPlan())
    speaker.stop()
    assert speaker.wait(5)

    assert log.read_text("utf-8").splitlines() == ["opened"]
    assert speaker.trouble() is None


def test_it_leaves_when_its_parent_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imagine("good", tmp_path, monkeypatch)
    plan = json.dumps({"do": "plan", "plan": PLAN.plain(), "n": 1})

    left = subprocess.run(
        module_command("assistant.sound.child"),
        input=plan.encode(),
        capture_output=True,
        timeout=10,
        check=False,
        **own_ground(),
    )

    assert left.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["hangs", "hangs at once"])
def test_it_leaves_even_if_the_sound_system_hangs(mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imagine(mode, tmp_path, monkeypatch)
    plan = json.dumps({"do": "plan", "plan": PLAN.plain(), "n": 1})

    left = subprocess.run(
        module_command("assistant.sound.child"),
        input=plan.encode(),
        capture_output=True,
        timeout=10,
        check=False,
        **own_ground(),
    )

    assert left.returncode == 1


def test_what_libraries_print_does_not_disturb_the_conversation(
    speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imagine("good", tmp_path, monkeypatch)
    with (tmp_path / "sounddevice.py").open("a", encoding="utf-8") as module:
        module.write("\nprint('rubbish\\n' * 1_000, flush=True)\n")
    speaker.start(PLAN)

    assert settled(speaker) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no sessions")
def test_it_is_out_of_reach_of_ctrl_c(tmp_path: Path) -> None:
    code = "import os; print(os.getsid(0))"

    theirs = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, **own_ground())

    assert int(theirs.stdout) != os.getsid(0)


def test_it_finds_this_package_wherever_it_is_started(
    speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imagine("good", tmp_path, monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert not (tmp_path / paths.PACKAGE.name).exists()
    speaker.start(PLAN)

    assert settled(speaker) is None
