"""The real child with another engine than eSpeak NG: a stub, since this computer has none."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.voice.child_voice import ChildVoice
from assistant.voice.messages import Done, Ready, decode
from assistant.voice.phrases import count_words
from assistant.voice.process import PACKAGE_PARENT
from tests.voice.voice_lines import LINES
from tests.voice.voice_stub import COMMAND, put_in_place_of_pyttsx3

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def pace_of(voice: ChildVoice, lines: tuple[str, ...]) -> float:
    seconds = sum(voice.render(line).length for line in lines) / 1000
    return sum(map(count_words, lines)) * 60 / seconds


def test_a_quick_and_a_slow_engine_come_to_the_same_calm_pace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paces = []
    for seconds_per_letter in (0.075, 0.12):
        stub = tmp_path / str(seconds_per_letter)
        put_in_place_of_pyttsx3(stub, monkeypatch, seconds_per_letter=seconds_per_letter)
        voice = ChildVoice(Language.NB, folder=stub / "clips", command=COMMAND)
        paces.append(pace_of(voice, LINES[Language.NB]))
        assert voice.identity is not None
        assert (voice.identity.engine, voice.identity.voice) == ("sapi5", "Nora")
        voice.close()
    assert paces[0] == pytest.approx(paces[1], rel=0.02)
    assert 95 <= paces[0] <= 105, paces


def test_what_a_driver_prints_does_not_reach_the_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place_of_pyttsx3(tmp_path, monkeypatch, seconds_per_letter=0.1)
    job = '{"kind": "job", "number": 1, "text": "Look up when you are ready.", "path": "%s"}\n' % (tmp_path / "a.wav")
    command = [*COMMAND, "--language", "en", "--dial", "100", "--scratch", str(tmp_path / "raw.wav")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PACKAGE_PARENT
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        ready = decode(child.stdout.readline())
        child.stdin.write(job)
        child.stdin.flush()
        done = decode(child.stdout.readline())
        child.stdin.close()
        assert (type(ready), type(done), child.stdout.read()) == (Ready, Done, "")
        assert "Audio saved to" in child.stderr.read()


def test_a_child_whose_parent_has_gone_ends_even_while_its_engine_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place_of_pyttsx3(tmp_path, monkeypatch, seconds_per_letter=0.1)
    job = '{"kind": "job", "number": 1, "text": "This will hang.", "path": "%s"}\n' % (tmp_path / "a.wav")
    command = [*COMMAND, "--language", "en", "--dial", "100", "--scratch", str(tmp_path / "raw.wav")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=PACKAGE_PARENT
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert isinstance(decode(child.stdout.readline()), Ready)
        child.stdin.write(job)
        child.stdin.close()
        assert child.wait(5) == 0
