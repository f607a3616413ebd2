"""A speaker says whether nothing can be heard at all, or only something is amiss."""

from __future__ import annotations

import sys

import pytest

from assistant.sound.plan import SoundPlan
from assistant.sound.speaker import Speaker
from assistant.sound.trouble import Trouble
from tests.sound.null_sink import wait_until

CHILD = """
import sys
for what in {troubles}:
    print('{{"event": "trouble", "what": "' + what + '"}}', flush=True)
{then}
sys.stdin.read()
"""
READY = 'print(\'{"event": "ready"}\', flush=True)'
HEARD_ALL_THE_SAME = {Trouble.NOT_THERE, Trouble.UNREADABLE}


def speaker_with(*troubles: Trouble, then: str = "") -> Speaker:
    """A speaker whose child has said so."""
    speaker = Speaker([sys.executable, "-c", CHILD.format(troubles=[str(one) for one in troubles], then=then)])
    speaker.start(SoundPlan())
    assert wait_until(lambda: speaker.trouble() is not None or speaker.ready, 10)
    return speaker


@pytest.mark.parametrize("trouble", Trouble)
def test_it_is_mute_where_nothing_is_heard_and_not_where_something_is(trouble: Trouble) -> None:
    speaker = speaker_with(trouble)

    assert speaker.is_mute is (trouble not in HEARD_ALL_THE_SAME)
    speaker.stop()


def test_a_device_that_comes_after_all_ends_the_silence() -> None:
    speaker = speaker_with(Trouble.NO_DEVICE, then=READY)

    assert wait_until(lambda: speaker.ready, 10)
    assert not speaker.is_mute
    speaker.stop()


def test_a_speaker_that_has_not_been_started_is_not_known_to_be_mute() -> None:
    assert not Speaker().is_mute
