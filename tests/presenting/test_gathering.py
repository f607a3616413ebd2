"""What the leader is told before a presentation begins."""

from __future__ import annotations

import pytest

from assistant import paths
from assistant.language import Language
from assistant.line.notes import line
from assistant.presenting.message import packed, unpacked
from assistant.presenting.told import gathering
from assistant.shelf import gather
from assistant.timeline.compose import compose
from assistant.timeline.counting_in import counted_in

SHELF = gather((paths.scripts(),))


@pytest.mark.parametrize("script", [script.id for script in SHELF.scripts])
@pytest.mark.parametrize("blank", [False, True])
def test_what_may_be_said_first_is_there_before_anything_runs(script: str, blank: bool) -> None:
    timeline = counted_in(compose(SHELF.find(script), Language.EN))
    told = gathering(timeline, "About it.", blank=blank)
    first = timeline.cues[3]

    assert (told.words, told.leader, told.next_words) == ("About it.", first.leader, first.words)
    assert told.remaining == timeline.length
    assert told.blank is blank
    assert unpacked(packed(told)) == told


def test_a_line_of_it_says_that_the_room_gathers_and_what_is_first() -> None:
    timeline = counted_in(compose(SHELF.find("tell-ting"), Language.EN))
    said = line(gathering(timeline, "About it.", blank=True))

    assert said.startswith("Count things in the room: The room gathers. It begins when space is pressed there. ")
    assert "The projector is dark." in said
    assert f"First: {timeline.cues[3].words}" in said
    assert timeline.cues[3].leader in said
