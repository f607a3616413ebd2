"""All breaks with the embedded voice itself: what it says fits, whatever length is asked for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from assistant.timeline.lay import PHASE_WORDS
from assistant.units import Ms, ms
from assistant.voice.caching import system_voice

if TYPE_CHECKING:
    from assistant.script.model import Script

pytestmark = [pytest.mark.voice, pytest.mark.slow]

SCRIPTS = whole_shelf().scripts
EVERY = [(script, language) for script in SCRIPTS for language in Language]
PHASES = {word for words in PHASE_WORDS.values() for word in words.values()}
SLACK = 0.4
"""Silence after what is said in a step, as a part of its own length."""


@pytest.fixture(scope="session")
def true_lengths(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, dict[str, Ms]]:
    """How long the voice takes for every line that any of the breaks can say."""
    lengths: dict[Language, dict[str, Ms]] = {}
    for language in Language:
        voice = system_voice(language, folder=tmp_path_factory.mktemp(language))
        texts = {
            utterance.text
            for script in SCRIPTS
            for seconds in range(script.lengths.least, script.lengths.most + 1)
            for utterance in compose(script, language, ms(seconds)).utterances
        }
        lengths[language] = {text: voice.render(text).length for text in sorted(texts)}
        voice.close()
    return lengths


@given(st.sampled_from(EVERY), st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_clip_is_cut_and_none_lies_on_another_at_any_length(
    true_lengths: dict[Language, dict[str, Ms]], which: tuple[Script, Language], data: st.DataObject
) -> None:
    script, language = which
    length = Ms(data.draw(st.integers(script.lengths.least * 1000, script.lengths.most * 1000)))

    timeline = compose(script, language, length, true_lengths[language])

    assert sum(cue.length for cue in timeline.cues) == timeline.length == length
    assert all(before.end == after.at for before, after in pairwise(timeline.cues))
    for utterance in timeline.utterances:
        assert true_lengths[language][utterance.text] <= utterance.room, utterance


@pytest.mark.parametrize(("script", "language"), EVERY, ids=lambda value: getattr(value, "id", value))
def test_a_line_leaves_silence_after_it(
    true_lengths: dict[Language, dict[str, Ms]], script: Script, language: Language
) -> None:
    timeline = compose(script, language)
    spoken = [cue for cue in timeline.cues if cue.spoken]
    ends = [*(cue.at for cue in spoken[1:]), timeline.length]
    for cue, end in zip(spoken, ends, strict=True):
        if cue.spoken not in PHASES:
            assert true_lengths[language][cue.spoken] * (1 + SLACK) <= end - cue.at, cue.spoken


@pytest.mark.parametrize(("script", "language"), EVERY, ids=lambda value: getattr(value, "id", value))
def test_most_of_a_break_is_silence(
    true_lengths: dict[Language, dict[str, Ms]], script: Script, language: Language
) -> None:
    timeline = compose(script, language)
    said = sum(true_lengths[language][utterance.text] for utterance in timeline.utterances)
    silence = 1 - said / timeline.length

    # A question of twenty seconds is half of it speech; whoever sits for a quarter of an hour hears little.
    assert silence >= (0.4 if timeline.length < ms(45) else 0.6)
    assert silence <= (0.8 if timeline.length <= ms(180) else 1)


@pytest.mark.parametrize(("language", "slowest", "fastest"), [(Language.NB, 95, 105), (Language.EN, 105, 115)])
def test_the_voice_is_calm(
    true_lengths: dict[Language, dict[str, Ms]], language: Language, slowest: float, fastest: float
) -> None:
    # Choices that are read aloud are a list, with a pause after each number.
    lines = [cue.spoken for script in SCRIPTS for cue in compose(script, language).cues if not cue.choices]
    words = sum(len(line.split()) for line in lines)
    minutes = sum(true_lengths[language][line] for line in lines if line) / 60_000

    assert slowest <= words / minutes <= fastest


@pytest.mark.parametrize("language", Language)
def test_what_is_not_yet_measured_is_not_guessed_too_short(
    true_lengths: dict[Language, dict[str, Ms]], language: Language
) -> None:
    from assistant.timeline.need import time_to_say

    short = {
        text: length - time_to_say(text, language, {})
        for text, length in true_lengths[language].items()
        if length > time_to_say(text, language, {}) + 500
    }
    assert short == {}
