"""The demo in a staff meeting as a whole run of show: its parts, at every length and in both languages."""

from __future__ import annotations

from itertools import groupby

import pytest

from assistant.language import Language
from assistant.script.model import Ask, Count, Quiet
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from assistant.units import Ms, ms

DEMO = whole_shelf().find("moete-demo")

PARTS = ("why", "frame", "break", "question", "pairs", "decision", "thanks")
PART_OF = ("why", "frame", *["break"] * 5, "question", "pairs", "decision", *["thanks"] * 2)
"""For each step the part that it belongs to."""


def parts(language: Language, seconds: int) -> dict[str, Ms]:
    """How long each part is."""
    cues = compose(DEMO, language, ms(seconds)).cues
    return {name: Ms(sum(cue.length for cue in group)) for name, group in groupby(cues, lambda cue: PART_OF[cue.step])}


def test_the_steps_are_what_their_parts_say() -> None:
    assert len(DEMO.steps) == len(PART_OF)
    kinds = {
        name: [type(step) for step, part in zip(DEMO.steps, PART_OF, strict=True) if part == name] for name in PARTS
    }

    assert kinds["break"].count(Count) == 3
    assert (kinds["question"], kinds["decision"]) == ([Quiet], [Ask])


@pytest.mark.parametrize("language", Language)
def test_as_usual_it_takes_1_1_2_2_3_4_and_1_minutes(language: Language) -> None:
    assert tuple(parts(language, 840)) == PARTS
    assert tuple(parts(language, 840).values()) == tuple(ms(60 * minutes) for minutes in (1, 1, 2, 2, 3, 4, 1))


@pytest.mark.parametrize("language", Language)
def test_at_every_length_its_break_is_two_minutes_and_there_is_time_for_the_rest(language: Language) -> None:
    for seconds in range(DEMO.lengths.least, DEMO.lengths.most + 1):
        took = parts(language, seconds)

        assert tuple(took) == PARTS
        assert [took[name] for name in ("why", "frame", "break", "thanks")] == [ms(60), ms(60), ms(120), ms(60)]
        assert took["question"] >= ms(60)
        assert took["pairs"] >= ms(95)
        assert took["decision"] >= ms(120)
        assert sum(took.values()) == ms(seconds)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (Language.NB, "«Hva gjør pauser skamfulle eller selvsagte her hos oss?»"),
        (Language.EN, "“What makes breaks shameful, or a matter of course, here with us?”"),
    ],
)
@pytest.mark.parametrize("seconds", [600, 840, 900])
def test_the_silent_question_stands_there_for_as_long_as_it_is_quiet(
    language: Language, question: str, seconds: int
) -> None:
    (cue,) = [cue for cue in compose(DEMO, language, ms(seconds)).cues if PART_OF[cue.step] == "question"]

    assert cue.words.startswith(question)


@pytest.mark.parametrize("language", Language)
def test_nothing_that_anybody_says_is_kept(language: Language) -> None:
    assert not any(cue.may_keep for cue in compose(DEMO, language).cues)
