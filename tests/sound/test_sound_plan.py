"""What is to sound in a break besides the voice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.settings import Ambience, BellSize, Settings
from assistant.sound.chosen import plan_of, volumes_of
from assistant.sound.plan import Bell, BellName, Part, SoundPlan, Tone, plan
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
    planned = plan(timeline([400, 8_000, 12_000]), BellSize.MIDDLE, tones=False)

    assert [bell.name for bell in planned.bells] == [BellName.START, BellName.START, BellName.END]


@pytest.mark.parametrize(("at", "name"), [(400, BellName.START), (12_000, BellName.END)])
def test_a_lone_bell_closes_in_the_second_half_only(at: int, name: BellName) -> None:
    assert plan(timeline([at]), BellSize.MIDDLE, tones=False).bells == (Bell(Ms(at), name),)


def test_a_break_without_bells_has_none() -> None:
    assert plan(timeline([]), BellSize.LARGE, tones=True, ambience=Ambience.RAIN).bells == ()


def test_every_phase_that_moves_air_has_a_tone_and_a_rest_has_none() -> None:
    assert plan(timeline(), BellSize.MIDDLE, tones=True).tones == (
        Tone(Ms(4_000), Kind.IN, Ms(3_000)),
        Tone(Ms(7_000), Kind.SIP, Ms(1_000)),
        Tone(Ms(8_000), Kind.OUT, Ms(6_000)),
    )


def test_nothing_sounds_that_was_not_asked_for() -> None:
    assert plan(timeline([]), BellSize.MIDDLE, tones=False) == SoundPlan(length=Ms(16_000))


def test_bells_and_ambience_are_those_that_were_chosen() -> None:
    planned = plan_of(timeline(), Settings(bell_size=BellSize.SMALL, ambience=Ambience.FIRE))

    assert {bell.size for bell in planned.bells} == {BellSize.SMALL}
    assert (planned.ambience, planned.tones) == (Ambience.FIRE, ())


def test_voice_bells_with_tones_and_ambience_have_volumes_of_their_own() -> None:
    volumes = volumes_of(Settings(volume=0.7, bell_volume=0.4, ambience_volume=0.2))

    assert volumes == {Part.VOICE: 0.7, Part.BELL: 0.4, Part.TONE: 0.4, Part.AMBIENCE: 0.2}


def test_a_plan_survives_the_way_through_json() -> None:
    planned = plan(timeline(), BellSize.LARGE, tones=True, ambience=Ambience.RAIN)

    assert SoundPlan.from_plain(json.loads(json.dumps(planned.plain()))) == planned


@pytest.mark.parametrize("plain", [{}, {"bells": [{"at": 0, "name": "gong"}], "tones": []}, {"bells": 1, "tones": []}])
def test_what_is_no_plan_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        SoundPlan.from_plain(plain)
