"""Words on a wall: as large as they can be, whole where they fit, and never a word lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant import paths
from assistant.language import Language
from assistant.letters.face import SIZES, face
from assistant.letters.pages import READABLE, Wall, best_size, drawn, page_at, pages, sizes
from assistant.script.model import Occasion
from assistant.shelf import gather
from assistant.timeline.compose import compose

SHELF = gather((paths.scripts(),))
PROJECTOR = Wall(116, 30)
"""What a terminal of 120 by 40 leaves for words, with a second line under them."""

TWO = "Tell hjørner, lyder eller noe blått. Ingen tall er feil."
LONG = (
    "Ivaretakelse handler om dere selv: om helse, miljø og sikkerhet. "
    "Det handler også om dem dere møter, og om kvaliteten i arbeidet."
)
SOME_WORDS = some.lists(some.text("abcdefghijæøå", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("script", [script.id for script in SHELF if script.occasion is Occasion.TOGETHER])
def test_all_that_is_said_in_a_meeting_can_be_read_from_the_back(script: str, language: Language) -> None:
    texts = tuple(cue.words for cue in compose(SHELF.find(script), language).cues if cue.words)

    assert best_size(texts, PROJECTOR) >= READABLE
    assert all(face(READABLE).has(text) for text in texts)


def test_words_that_fit_stand_there_all_at_once() -> None:
    assert len(pages(TWO, best_size((TWO,), PROJECTOR), PROJECTOR)) == 1


def test_what_would_be_too_small_comes_a_sentence_at_a_time() -> None:
    size = best_size((LONG,), PROJECTOR)
    first, second = pages(LONG, size, PROJECTOR)

    assert size == READABLE
    assert " ".join(first) == LONG[: LONG.index(" Det")]
    assert " ".join(second) == LONG[LONG.index("Det") :]


def test_a_page_is_there_for_as_long_as_it_takes_to_read() -> None:
    whole = pages(LONG, READABLE, PROJECTOR)

    assert page_at(whole, 0) == whole[0]
    assert page_at(whole, 0.48) == whole[0]
    assert page_at(whole, 0.52) == whole[1]
    assert page_at(whole, 1) == whole[1]


def test_where_there_is_no_room_for_large_letters_there_are_none() -> None:
    assert best_size((TWO,), Wall(36, 6)) == 0
    assert sizes((TWO,), Wall(36, 2)) == ()
    assert drawn(TWO, 5, Wall(10, 40)) is None
    assert drawn(TWO, 5, Wall(0, 0)) is None


def test_what_cannot_be_drawn_is_left_to_common_letters() -> None:
    assert drawn("漢字", 5, PROJECTOR) is None
    assert drawn(" ", 5, PROJECTOR) is None


@settings(deadline=None)
@given(SOME_WORDS, some.sampled_from(SIZES), some.integers(20, 190), some.integers(8, 60))
def test_no_word_is_lost_or_broken_and_no_line_is_too_long(words: str, rows: int, width: int, height: int) -> None:
    wall = Wall(width, height)
    if rows not in sizes((words,), wall):
        return
    found = pages(words, rows, wall)

    assert " ".join(line for page in found for line in page) == words
    assert all(face(rows).measure(line) <= width for page in found for line in page)
    assert all(len(page) <= face(rows).lines_in(height) for page in found)


@settings(deadline=None)
@given(SOME_WORDS, some.integers(20, 190), some.integers(8, 60), some.floats(0, 1))
def test_what_is_drawn_fits_on_the_wall(words: str, width: int, height: int, share: float) -> None:
    wall = Wall(width, height)
    rows = best_size((words,), wall)
    shown = drawn(words, rows, wall, share) if rows else None

    if shown is not None:
        assert len(shown) <= height
        assert max(map(len, shown)) <= width


def test_one_word_that_is_too_long_leaves_only_its_own_sentence_to_common_letters() -> None:
    wall = Wall(76, 18)

    assert best_size(("x" * 90, "short words"), wall) >= READABLE
