"""The speaker in front of children that behave badly: it never waits, never raises, and says so once."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import psutil
import pytest

from assistant import i18n, paths
from assistant.language import Language
from assistant.sound.clip import Clip
from assistant.sound.companion import Companion
from assistant.sound.plan import Bell, BellName, Part, SoundPlan
from assistant.sound.session import TO_LEAVE
from assistant.sound.speaker import Speaker
from assistant.sound.trouble import Trouble
from assistant.units import Ms, Seconds
from tests.sound.null_sink import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLAN = SoundPlan((Bell(Ms(400), BellName.START),))
AT_ONCE = 0.05
"""Seconds that no call takes."""

OBEDIENT = """
import json, os, sys
for line in sys.stdin:
    message = json.loads(line)
    with open(os.environ["HEARD"], "a") as heard:
        heard.write(line)
    if message["do"] == "plan":
        print(json.dumps({"event": "ready"}), flush=True)
    print(json.dumps({"event": "did", "n": message["n"]}), flush=True)
    if message["do"] == "stop":
        break
"""
NEVER_ANSWERS = "import sys\nfor line in sys.stdin: pass"
DIES_AT_ONCE = "raise SystemExit(3)"
DIES_LATER = "import sys\nsys.stdin.readline()"
FLOODS = "import sys\nwhile True: sys.stdout.write('rubbish\\n' * 1000)"
FLOODS_WITHOUT_END_OF_LINE = "import sys\nwhile True: sys.stdout.write('[' * 100_000)"
NEVER_READS = "import time\ntime.sleep(60)"
NEVER_LEAVES = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)"
CLOSES_ITS_MOUTH = "import os, time\nos.close(1)\ntime.sleep(60)"
TELLS = "import sys, time\nprint({event!r}, flush=True)\nsys.stdin.read()"

CHILDREN = {
    "never answers": NEVER_ANSWERS,
    "dies at once": DIES_AT_ONCE,
    "dies later": DIES_LATER,
    "floods": FLOODS,
    "floods without end of line": FLOODS_WITHOUT_END_OF_LINE,
    "never reads": NEVER_READS,
    "closes its mouth": CLOSES_ITS_MOUTH,
}


@pytest.fixture
def speaker_of() -> Iterator[Callable[[str], Speaker]]:
    """A speaker whose child runs the given code; it is gone when the test is over."""
    speakers = []

    def make(code: str) -> Speaker:
        speakers.append(Speaker([sys.executable, "-c", textwrap.dedent(code)], patience=0.5))
        return speakers[-1]

    yield make
    for speaker in speakers:
        speaker.stop()
        assert speaker.wait(TO_LEAVE + 3)


def a_clip() -> Clip:
    return Clip(paths.audio() / "bell-start-middle.flac", Ms(3_500))


def everything(speaker: Speaker) -> list[Callable[[], object]]:
    """All that an app can ask of a speaker."""
    return [
        speaker.warm,
        lambda: speaker.start(PLAN),
        lambda: speaker.add(a_clip(), Ms(5_000)),
        lambda: speaker.play(Ms(0), Seconds(0)),
        speaker.pause,
        lambda: speaker.seek(Ms(30_000), Seconds(0)),
        lambda: speaker.set_volume({Part.VOICE: 0.5, Part.BELL: 0.4, Part.AMBIENCE: 0.3}),
        lambda: speaker.set_output("headphones", Ms(150)),
        lambda: speaker.say(a_clip()),
        speaker.trouble,
    ]


def seconds_of(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


@pytest.mark.parametrize("code", CHILDREN.values(), ids=CHILDREN)
def test_a_bad_child_leads_to_one_line_in_bounded_time(speaker_of: Callable[[str], Speaker], code: str) -> None:
    speaker = speaker_of(code)
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.trouble() is not None, 5)
    assert speaker.trouble() == Trouble.NO_ANSWER.line


@pytest.mark.slow
@pytest.mark.parametrize("code", CHILDREN.values(), ids=CHILDREN)
def test_no_call_waits_for_a_bad_child(speaker_of: Callable[[str], Speaker], code: str) -> None:
    speaker = speaker_of(code)
    speaker.start(PLAN)

    slowest = max(seconds_of(call) for _ in range(100) for call in everything(speaker))

    assert slowest < AT_ONCE
    assert seconds_of(speaker.stop) < AT_ONCE


@pytest.mark.slow
def test_a_child_that_will_not_leave_is_made_to(speaker_of: Callable[[str], Speaker]) -> None:
    speaker = speaker_of(NEVER_LEAVES)
    speaker.start(PLAN)
    speaker.stop()

    assert speaker.wait(TO_LEAVE + 1)


@pytest.mark.slow
def test_no_child_is_left_in_the_table_of_processes(speaker_of: Callable[[str], Speaker]) -> None:
    for code in CHILDREN.values():
        speaker = speaker_of(code)
        speaker.start(PLAN)
        speaker.stop()
        assert speaker.wait(TO_LEAVE + 3)

    assert [child for child in psutil.Process().children() if child.status() == psutil.STATUS_ZOMBIE] == []


def test_a_command_that_does_not_exist_is_trouble_and_no_error() -> None:
    speaker = Speaker(["/nowhere/at-all"])
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.trouble() is not None, 5)
    speaker.stop()


def test_a_child_that_is_told_to_stop_is_no_trouble(speaker_of: Callable[[str], Speaker], tmp_path: Path) -> None:
    speaker = obedient(speaker_of, tmp_path)
    speaker.stop()
    assert speaker.wait(5)

    assert speaker.trouble() is None


def obedient(speaker_of: Callable[[str], Speaker], tmp_path: Path) -> Speaker:
    """A speaker whose child has started, writes down what it hears, and answers."""
    code = OBEDIENT.replace('os.environ["HEARD"]', repr(str(tmp_path / "heard")))
    speaker = speaker_of(code)
    speaker.start(PLAN)
    assert wait_until(lambda: speaker.ready, 5)
    return speaker


def deeds(tmp_path: Path) -> list[str]:
    """What the obedient child has been told, in order."""
    lines = (tmp_path / "heard").read_text("ascii").splitlines()
    return [line.split('"')[3] for line in lines]


def test_everything_is_told_in_order(speaker_of: Callable[[str], Speaker], tmp_path: Path) -> None:
    speaker = obedient(speaker_of, tmp_path)
    for call in everything(speaker)[2:]:
        call()
    speaker.stop()
    assert speaker.wait(5)

    told = ["plan", "clip", "play", "pause", "seek", "volume", "volume", "volume", "output", "say", "stop"]
    assert deeds(tmp_path) == told


def test_after_a_stop_it_can_be_started_anew_with_the_volumes_as_they_were(
    speaker_of: Callable[[str], Speaker], tmp_path: Path
) -> None:
    speaker = obedient(speaker_of, tmp_path)
    speaker.set_volume({Part.BELL: 0.5})
    speaker.stop()
    speaker.start(PLAN)
    assert wait_until(lambda: speaker.ready, 5)
    speaker.stop()
    assert speaker.wait(5)

    told = deeds(tmp_path)
    assert told.count("volume") == told.count("plan") == 2


def test_nothing_said_before_the_start_is_an_error() -> None:
    speaker = Speaker()
    speaker.pause()
    speaker.play(Ms(0), Seconds(0))
    speaker.stop()

    assert speaker.trouble() is None
    assert not speaker.ready
    assert speaker.wait(0)


@pytest.mark.parametrize("trouble", [trouble for trouble in Trouble if trouble.is_the_end])
def test_trouble_that_the_child_tells_is_told_in_a_line(speaker_of: Callable[[str], Speaker], trouble: Trouble) -> None:
    event = f'{{"event": "trouble", "what": "{trouble.value}"}}'
    speaker = speaker_of(TELLS.format(event=event))
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.trouble() is not None, 5)
    assert speaker.trouble() == trouble.line


@pytest.mark.parametrize(
    "event", ['{"event": "trouble", "what": []}', '{"event": "trouble"}', '{"event": "trouble", "what": "?"}']
)
def test_trouble_that_nobody_knows_is_trouble_all_the_same(speaker_of: Callable[[str], Speaker], event: str) -> None:
    speaker = speaker_of(TELLS.format(event=event))
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.trouble() is not None, 5)
    assert speaker.trouble() == Trouble.NO_ANSWER.line


def test_a_sound_left_out_is_told_until_there_is_greater_trouble(speaker_of: Callable[[str], Speaker]) -> None:
    words = ("unreadable", "no-portaudio")
    smaller, greater = (f'{{"event": "trouble", "what": "{word}"}}' for word in words)
    code = f"import sys\nprint({smaller!r}, flush=True)\nsys.stdin.readline()\nprint({greater!r}, flush=True)"
    speaker = speaker_of(code)
    speaker.warm()
    assert wait_until(lambda: speaker.trouble() == Trouble.UNREADABLE.line, 5)
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.trouble() == Trouble.NO_LIBRARY.line, 5)


def test_trouble_with_the_device_is_over_when_there_is_one(speaker_of: Callable[[str], Speaker]) -> None:
    lost, back = '{"event": "trouble", "what": "lost"}', '{"event": "ready"}'
    code = f"import sys\nprint({lost!r}, flush=True)\nsys.stdin.readline()\nprint({back!r}, flush=True)\n"
    speaker = speaker_of(code + "sys.stdin.read()")
    speaker.warm()
    assert wait_until(lambda: speaker.trouble() == Trouble.LOST.line, 5)
    assert not speaker.ready
    speaker.start(PLAN)

    assert wait_until(lambda: speaker.ready, 5)
    assert speaker.trouble() is None


def test_a_chosen_device_that_is_missing_is_told_while_another_one_sounds(speaker_of: Callable[[str], Speaker]) -> None:
    ready, missing = '{"event": "ready"}', '{"event": "trouble", "what": "not-there"}'
    code = f"import sys\nprint({ready!r}, flush=True)\nprint({missing!r}, flush=True)\nsys.stdin.read()"
    speaker = speaker_of(code)
    speaker.warm()

    assert wait_until(lambda: speaker.trouble() == Trouble.NOT_THERE.line, 5)
    assert speaker.ready


@pytest.mark.parametrize("language", list(Language))
def test_every_trouble_has_a_line_of_its_own_but_two_that_look_alike(language: Language) -> None:
    i18n.use(language)

    assert len({trouble.line for trouble in Trouble}) == len(Trouble) - 1


def test_a_queue_that_is_full_is_trouble(speaker_of: Callable[[str], Speaker]) -> None:
    speaker = speaker_of(NEVER_READS)
    speaker.start(PLAN)
    for _ in range(10_000):
        speaker.pause()

    assert speaker.trouble() == Trouble.NO_ANSWER.line


def test_a_companion_killed_before_it_has_begun_is_gone_all_the_same() -> None:
    companion = Companion([sys.executable, "-c", NEVER_LEAVES], lambda _: None, lambda: None)
    companion.kill()

    assert companion.gone.wait(5)


def test_a_fresh_interpreter_loads_nothing_heavy_for_the_speaker() -> None:
    code = "import sys, assistant.sound.speaker, assistant.sound.plan, assistant.sound.clip, assistant.sound.probe\n"
    code += "print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=paths.PACKAGE.parent
    )

    assert {"numpy", "sounddevice", "soundfile", "textual"}.isdisjoint(loaded.stdout.split())


def test_numbers_of_messages_only_grow(speaker_of: Callable[[str], Speaker], tmp_path: Path) -> None:
    speaker = obedient(speaker_of, tmp_path)
    speaker.pause()
    speaker.stop()
    assert speaker.wait(5)

    numbers = [int(line.split('"n": ')[1].rstrip("}")) for line in (tmp_path / "heard").read_text().splitlines()]
    assert all(later == earlier + 1 for earlier, later in pairwise(numbers))
