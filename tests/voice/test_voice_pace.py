from __future__ import annotations

import pytest

from assistant.language import Language
from assistant.voice.dial import REFERENCE_SECONDS, better_dial, first_dial
from assistant.voice.pace import Pace
from assistant.voice.phrases import phrases

LINE = phrases("Se deg litt om, om du vil. Det er ingen hast.")


@pytest.mark.parametrize("speech", [0.5, 3.0, 4.5, 6.0, 20.0])
def test_a_pause_is_never_shorter_or_longer_than_calm_speech_has_it(speech: float) -> None:
    comma, stop, end = Pace(Language.NB, 1.0).pauses(LINE, speech)
    assert 0.4 <= comma <= 0.7
    assert 1.0 <= stop <= 1.5
    assert end == 0


def test_pauses_bring_a_line_to_its_pace_where_they_can() -> None:
    speech = 4.8
    pauses = Pace(Language.NB, 1.0).pauses(LINE, speech)
    assert 11 * 60 / (speech + sum(pauses)) == pytest.approx(100)


def test_a_slower_rate_has_longer_pauses() -> None:
    assert sum(Pace(Language.EN, 0.8).pauses(LINE, 4.0)) > sum(Pace(Language.EN, 1.0).pauses(LINE, 4.0))


@pytest.mark.parametrize("rate", [0.69, 1.31, 0.0, -1.0, float("nan")])
def test_no_other_rate_can_be_asked_for(rate: float) -> None:
    with pytest.raises(ValueError, match="rate"):
        Pace(Language.NB, rate)


def test_an_engine_that_speaks_too_fast_is_set_down_in_proportion() -> None:
    assert better_dial(Language.NB, 1.0, 120, REFERENCE_SECONDS[Language.NB] * 0.8) == 96


def test_an_engine_that_is_nearly_right_stays_as_it_is() -> None:
    dial = first_dial(Language.EN, 1.0)
    assert better_dial(Language.EN, 1.0, dial, REFERENCE_SECONDS[Language.EN] * 1.03) is None
