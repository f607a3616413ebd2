"""The tone that one can breathe with."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.sound.clip import RATE
from assistant.sound.tones import PEAK, REST, breath_tone
from assistant.timeline.model import Kind
from assistant.units import Ms

PHASES = [(Kind.IN, Ms(4_000)), (Kind.SIP, Ms(1_000)), (Kind.OUT, Ms(6_000))]


def pitch(kind: Kind, length: Ms, part: slice) -> float:
    """Hz, by the crossings of zero."""
    piece = breath_tone(kind, length)[part]
    return float(np.count_nonzero(np.diff(np.signbit(piece))) / 2 / (len(piece) / RATE))


@pytest.mark.parametrize(("kind", "length"), PHASES)
def test_a_tone_goes_the_way_of_the_breath(kind: Kind, length: Ms) -> None:
    fifth = len(breath_tone(kind, length)) // 5

    rises = pitch(kind, length, slice(-fifth, None)) > pitch(kind, length, slice(None, fifth))
    assert rises is (kind is not Kind.OUT)


@pytest.mark.parametrize(("kind", "length"), PHASES)
def test_a_tone_is_very_soft(kind: Kind, length: Ms) -> None:
    assert np.abs(breath_tone(kind, length)).max() == pytest.approx(PEAK)


@pytest.mark.parametrize(("kind", "length"), PHASES)
def test_a_tone_comes_and_goes_without_an_edge(kind: Kind, length: Ms) -> None:
    tone = breath_tone(kind, length)
    steps = np.abs(np.diff(tone, prepend=0, append=0))

    assert max(steps[:48].max(), steps[-48:].max()) < 0.1 * steps.max()


@pytest.mark.parametrize(("kind", "length"), PHASES)
def test_a_tone_leaves_a_little_silence_before_the_next_phase(kind: Kind, length: Ms) -> None:
    assert len(breath_tone(kind, length)) == (length - REST) * RATE // 1000


@pytest.mark.parametrize(("kind", "length"), [(Kind.REST, Ms(2_000)), (Kind.SAY, Ms(2_000)), (Kind.IN, Ms(50))])
def test_what_moves_no_air_has_no_tone(kind: Kind, length: Ms) -> None:
    assert len(breath_tone(kind, length)) == 0
