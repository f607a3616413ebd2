"""To begin together: three soft bells, the break as it is, and one bell at its end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from assistant import paths
from assistant.language import Language
from assistant.script.reading import parse
from assistant.settings import BellSize
from assistant.shelf import gather
from assistant.sound.plan import BellName, plan
from assistant.timeline.compose import END_BELL, START_BELL, compose
from assistant.timeline.counting_in import APART, BELLS, LONG, counted_in
from assistant.units import Ms, ms
from tests.conftest import HEAD as SCRIPT_HEAD

HEAD = SCRIPT_HEAD.replace("least = 20", "least = 10")
ROUND = '[[steps]]\ndo = "turn"\npeople = 2\neach = 8\ntext = { nb = "Ordet.", en = "The floor." }\n'
THANKS = '[[steps]]\ndo = "say"\nseconds = 3.5\ntext = { nb = "Takk.", en = "Thanks." }\n'

SHELF = gather((paths.scripts(),))
BREAKS = some.sampled_from([script.id for script in SHELF.scripts])
LANGUAGES = some.sampled_from(list(Language))


@given(BREAKS, LANGUAGES)
def test_the_break_comes_after_the_count_in_just_as_it_is(script: str, language: Language) -> None:
    before = compose(SHELF.find(script), language)
    after = counted_in(before)

    assert after.length == before.length + LONG
    assert [cue.words for cue in after.cues[:BELLS]] == ["3", "2", "1"]
    assert all(cue.step < 0 and not cue.spoken for cue in after.cues[:BELLS])
    assert (after.asked, before.asked) == (before.length, before.length)
    assert after.cues[0].at == 0
    assert all(cue.end == later.at for cue, later in pairwise(after.cues))
    assert after.cues[-1].end == after.length
    shifted = [(cue.at - LONG, cue.words, cue.voice_at - LONG) for cue in after.cues[BELLS:]]
    assert shifted == [(cue.at, cue.words, cue.voice_at) for cue in before.cues]


def test_three_soft_bells_count_a_room_in_and_one_rings_at_the_end() -> None:
    timeline = counted_in(compose(SHELF.find("tell-ting"), Language.NB))
    bells = plan(timeline, BellSize.LARGE, tones=False).bells

    assert [bell.at for bell in bells[:BELLS]] == [START_BELL, START_BELL + APART, START_BELL + 2 * APART]
    assert {bell.size for bell in bells[:BELLS]} == {BellSize.SMALL}
    assert [(bell.at, bell.name, bell.size) for bell in bells[BELLS:]] == [
        (Ms(timeline.length - END_BELL), BellName.END, BellSize.LARGE)
    ]


def test_in_a_round_every_change_keeps_its_bell() -> None:
    before = compose(SHELF.find("kollegarunden"), Language.NB, people=5)
    after = counted_in(before)

    assert after.bells[BELLS:] == tuple(bell + LONG for bell in before.bells[1:])


def test_a_round_so_short_that_no_bell_opens_it_keeps_that_of_its_first_change() -> None:
    before = compose(parse((HEAD + ROUND + THANKS).encode(), "x.toml"), Language.EN, ms(19.5))
    after = counted_in(before)

    assert before.bells == (ms(8), ms(16))
    assert after.bells[BELLS:] == (ms(8) + LONG, ms(16) + LONG)


def test_where_nothing_rings_after_the_count_in_its_last_bell_is_as_soft_as_the_others() -> None:
    short = compose(parse((HEAD + THANKS).encode(), "x.toml"), Language.EN, ms(15))
    bells = plan(counted_in(short), BellSize.LARGE, tones=False).bells

    assert [(bell.name, bell.size) for bell in bells] == [(BellName.START, BellSize.SMALL)] * BELLS
