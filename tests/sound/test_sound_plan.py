"""What is to sound in a break besides the voice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.sound.plan import Bell, BellName, SoundPlan, Tone, plan
from assistant.timeline.model import Cue, Kind, Timeline
from assistant.units import Ms

if TYPE_CHECKING:
    from collections.abc import Sequence

BREATH = (
    Cue(Ms(0), Ms(4_000), Kind.SAY, 0, "Sit down."),
    Cue(Ms(4_000), Ms(3_000), Kind.IN, 1, "Breathe."),
    Cue(Ms(7_000), Ms(1_000), Kind.SIP, 1, "Breathe."),
    Cue(Ms(8_000), Ms(6_000), Kind.OUT, 1, "Breathe."),
    Cue(Ms(14_000), Ms(2_000), Kind.REST, 1, "Breathe."),
)


def timeline(bells: Sequence[int] = (400, 12_000)) -> Timeline:
    return Timeline("x", "X", Language.EN, Ms(16_000), BREATH, tuple(Ms(at) for at in bells))


def test_the_last_bell_of_several_closes_the_break() -> None:
    planned = plan(timeline([400, 8_000, 12_000]), bells=True, tones=False)

    assert [bell.name for bell in planned.bells] == [BellName.START, BellName.START, BellName.END]


@pytest.mark.parametrize(("at", "name"), [(400, BellName.START), (12_000, BellName.END)])
def test_a_lone_bell_closes_in_the_second_half_only(at: int, name: BellName) -> None:
    assert plan(timeline([at]), bells=True, tones=False).bells == (Bell(Ms(at), name),)


def test_a_break_without_bells_has_none() -> None:
    assert plan(timeline([]), bells=True, tones=True).bells == ()


def test_every_phase_that_moves_air_has_a_tone_and_a_rest_has_none() -> None:
    planned = plan(timeline(), bells=False, tones=True)

    assert planned == SoundPlan(
        tones=(
            Tone(Ms(4_000), Kind.IN, Ms(3_000)),
            Tone(Ms(7_000), Kind.SIP, Ms(1_000)),
            Tone(Ms(8_000), Kind.OUT, Ms(6_000)),
        )
    )


def test_nothing_sounds_that_was_not_asked_for() -> None:
    assert plan(timeline(), bells=False, tones=False) == SoundPlan()


def test_a_plan_survives_the_way_through_json() -> None:
    planned = plan(timeline(), bells=True, tones=True)

    assert SoundPlan.from_plain(json.loads(json.dumps(planned.plain()))) == planned


@pytest.mark.parametrize("plain", [{}, {"bells": [{"at": 0, "name": "gong"}], "tones": []}, {"bells": 1, "tones": []}])
def test_what_is_no_plan_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        SoundPlan.from_plain(plain)
