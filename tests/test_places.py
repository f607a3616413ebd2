"""Places in braces: what is not filled in would be read aloud as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import HEAD
from tests.test_check import ANNOUNCED, QUIET, ROUND, THANKS, choice, nudged, say

Faults = Callable[..., list[str]]

WORDS = "here; write the words themselves"


def test_what_is_filled_in_may_stand_where_it_is(faults: Faults) -> None:
    head = HEAD.replace("least = 20", "least = 60")

    assert faults(ANNOUNCED, QUIET, THANKS) == []
    assert faults(ROUND.replace("Ordet går rundt.", "Den {turn} har ordet."), THANKS, head=head) == []


@pytest.mark.parametrize("place", ["{navn}", "{turn}", "{Quiet}", "{}"])
def test_what_is_not_filled_in_is_told_of(place: str, faults: Faults) -> None:
    line = f"nb: nothing is filled in for “{place}” {WORDS}"

    assert faults(say(nb=f"Hei {place}."), THANKS) == [f"step 1: {line}"]
    assert faults(say(more=nudged(20, nb=f"Hei {place}.")), THANKS) == [f"step 1: {line}"]
    assert faults(say(), THANKS, head=HEAD.replace("Tittel", place)) == [f"title: {line}"]
    assert faults(choice(place), THANKS) == [f"step 1: en: nothing is filled in for “{place}” {WORDS}"]


@pytest.mark.parametrize(("nb", "brace"), [("Hei {x.", "{"), ("Hei x}.", "}"), ("Hei }{ quiet.", "}")])
def test_a_brace_that_stands_alone_is_told_of(nb: str, brace: str, faults: Faults) -> None:
    found = faults(say(nb=nb), THANKS)

    assert found[0] == f"step 1: nb: a “{brace}” alone; take it away, or write {{quiet}} or {{turn}} whole"


def test_all_that_stands_in_one_text_is_told_of(faults: Faults) -> None:
    found = faults(say(nb="Hei {navn} {turn} {x"), THANKS)

    assert [line.partition("“")[2].partition("”")[0] for line in found] == ["{navn}", "{turn}", "{"]


def test_in_the_length_of_a_silence_nothing_can_be_chosen(faults: Faults) -> None:
    line = f"step 1: en: nothing is filled in for “{{quiet}}” {WORDS}"

    assert line in faults(choice("{quiet}"), QUIET, THANKS)
