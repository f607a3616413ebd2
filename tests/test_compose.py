from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.compose import LengthRefused, compose
from assistant.timeline.lay import PHASE_WORDS
from assistant.timeline.model import Kind, Timeline
from assistant.timeline.spoken import spoken_length
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.script.model import Script

SCRIPTS = whole_shelf().scripts
IDS = [script.id for script in SCRIPTS]
PHASES = {word for words in PHASE_WORDS.values() for word in words.values()}


@st.composite
def asked(draw: st.DrawFn) -> tuple[Script, Language, Ms]:
    script = draw(st.sampled_from(SCRIPTS))
    length = draw(st.integers(script.lengths.least * 1000, script.lengths.most * 1000))
    return script, draw(st.sampled_from(Language)), Ms(length)


def assert_whole(timeline: Timeline, length: Ms) -> None:
    """Cues from 0 to the length that was asked for, without gap or overlap."""
    assert timeline.cues[0].at == 0
    assert all(cue.length > 0 for cue in timeline.cues)
    assert all(before.end == after.at for before, after in pairwise(timeline.cues))
    assert timeline.cues[-1].end == timeline.length == length


@given(asked())
def test_any_length_that_a_script_allows_is_met_to_the_millisecond(what: tuple[Script, Language, Ms]) -> None:
    script, language, length = what

    assert_whole(compose(script, language, length), length)


@given(asked(), st.data())
def test_whatever_the_clips_last_nothing_is_cut_and_nothing_overlaps(
    what: tuple[Script, Language, Ms], data: st.DataObject
) -> None:
    script, language, length = what
    texts = [utterance.text for utterance in compose(script, language, length).utterances]
    lengths = {text: Ms(data.draw(st.integers(200, 9_000))) for text in texts}

    try:
        timeline = compose(script, language, length, lengths)
    except LengthRefused as refused:
        assert refused.shortest > length
        return

    assert_whole(timeline, length)
    for utterance in timeline.utterances:
        assert utterance.room >= lengths.get(utterance.text, 0) or utterance.text in PHASES


@pytest.mark.parametrize("script", SCRIPTS, ids=IDS)
@pytest.mark.parametrize("language", Language)
def test_the_usual_length_is_that_of_the_steps_to_the_second(script: Script, language: Language) -> None:
    timeline = compose(script, language)

    steps = [step for step in script.steps if step.belongs(script.lengths.usual)]
    lengths = dict.fromkeys(range(len(script.steps)), 0)
    for cue in timeline.cues:
        lengths[cue.step] += cue.length
    assert [length for length in lengths.values() if length] == [ms(step.seconds) for step in steps]


@pytest.mark.parametrize("seconds", [0, 14, 301])
def test_a_length_outside_what_is_honest_is_refused_with_what_would_do(seconds: int) -> None:
    with pytest.raises(LengthRefused) as refused:
        compose(whole_shelf().find("rolig-pust"), Language.EN, ms(seconds))

    assert (refused.value.shortest, refused.value.longest) == (15_000, 300_000)


def test_words_that_cannot_fit_are_refused_with_the_shortest_that_can(script_of: Callable[[str], Script]) -> None:
    step = '[[steps]]\ndo = "say"\nseconds = 20\ntext = { nb = "a", en = "b" }\n'
    script = script_of(step * 3)

    with pytest.raises(LengthRefused) as refused:
        compose(script, Language.EN, ms(20), {"b": ms(9)})

    assert_whole(compose(script, Language.EN, refused.value.shortest, {"b": ms(9)}), refused.value.shortest)


def test_breathing_stretches_in_whole_breaths() -> None:
    for seconds in range(60, 301):
        timeline = compose(whole_shelf().find("rolig-pust"), Language.NB, ms(seconds))

        assert {cue.length for cue in timeline.cues if cue.kind is Kind.IN} == {4_000}
        assert {cue.length for cue in timeline.cues if cue.kind is Kind.OUT} == {6_000}


def test_five_minutes_of_slow_breathing_has_eighteen_breaths_more_than_two() -> None:
    script = whole_shelf().find("rolig-pust")

    breaths = [
        sum(cue.kind is Kind.IN for cue in compose(script, Language.NB, ms(seconds)).cues) for seconds in (60, 120, 300)
    ]

    assert breaths == [3, 8, 26]


@pytest.mark.parametrize(("seconds", "silence"), [(120, 34), (180, 70), (300, 190)])
def test_the_inner_room_gives_what_is_left_to_silence(seconds: int, silence: int) -> None:
    timeline = compose(whole_shelf().find("indre-rom"), Language.NB, ms(seconds))

    assert [cue.length for cue in timeline.cues if cue.kind is Kind.QUIET] == [ms(silence)]


def test_the_voice_says_the_phases_only_until_it_is_to_rest() -> None:
    timeline = compose(whole_shelf().find("rolig-pust"), Language.EN)

    assert [cue.spoken for cue in timeline.cues if cue.spoken in {"in", "out"}] == ["out", "in", "out"]


def test_a_nudge_that_no_longer_fits_is_left_out(script_of: Callable[[str], Script]) -> None:
    script = script_of(
        '[[steps]]\ndo = "count"\nseconds = 60\nstretch = true\ntext = { nb = "a", en = "Count." }\n'
        'nudges = [{ at = 30, nb = "b", en = "Perhaps more." }]\n'
    )

    words = [[cue.words for cue in compose(script, Language.EN, ms(length)).cues] for length in (60, 25)]

    assert words == [["Count.", "Perhaps more."], ["Count."]]


def test_a_script_of_nothing_but_breathing_ends_in_rest(script_of: Callable[[str], Script]) -> None:
    script = script_of('[[steps]]\ndo = "breathe"\nstretch = true\npattern = [["in", 4], ["out", 6]]\ncycles = 6\n')

    timeline = compose(script, Language.EN, ms(63.5))

    assert_whole(timeline, ms(63.5))
    assert (timeline.cues[-1].kind, timeline.cues[-1].length) == (Kind.REST, 3_500)


@pytest.mark.parametrize(
    ("seconds", "nb", "en"),
    [
        (8, "ti sekunder", "ten seconds"),
        (28, "et halvt minutt", "half a minute"),
        (34, "et halvt minutt", "half a minute"),
        (60, "ett minutt", "one minute"),
        (70, "sytti sekunder", "seventy seconds"),
        (88, "halvannet minutt", "a minute and a half"),
        (118, "to minutter", "two minutes"),
        (150, "to og et halvt minutt", "two and a half minutes"),
        (1800, "tretti minutter", "thirty minutes"),
        (3600, "60 minutter", "60 minutes"),
    ],
)
def test_a_length_is_said_in_round_words(seconds: int, nb: str, en: str) -> None:
    assert [spoken_length(ms(seconds), language) for language in Language] == [nb, en]


def test_a_break_in_which_nothing_is_said_has_nothing_to_say(script_of: Callable[[str], Script]) -> None:
    script = script_of('[[steps]]\ndo = "breathe"\nquiet-after = 0\npattern = [["in", 4], ["out", 6]]\ncycles = 6\n')

    assert compose(script, Language.EN).utterances == ()


def test_a_length_at_which_no_step_belongs_is_refused(script_of: Callable[[str], Script]) -> None:
    script = script_of('[[steps]]\ndo = "say"\nfrom = 90\nseconds = 60\ntext = { nb = "a", en = "b" }\n')

    with pytest.raises(LengthRefused) as refused:
        compose(script, Language.EN)

    assert refused.value.shortest == ms(90)
