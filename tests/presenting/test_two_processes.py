"""A presentation and its notes in two real processes, over a real socket."""

from __future__ import annotations

import itertools
import statistics
from typing import TYPE_CHECKING

import pytest

from assistant import clock, paths
from assistant.language import Language
from assistant.presenting.told import Told
from assistant.presenting.watching import Seen, Watching
from assistant.shelf import gather
from assistant.timeline.compose import compose
from tests.presenting.presenting_child import Presenter, wait_for

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

CHANGES = 120
BOUND = 1.0
"""Seconds; what is measured is a thousandth of it, but a machine may be busy with other things."""


class Reader:
    """Notes, and all that they have seen since they began."""

    def __init__(self) -> None:
        self.watching = Watching()
        self.seen: list[tuple[float, Seen]] = []
        self.watching.start(lambda: self.seen.append((clock.now(), self.watching.seen)))

    @property
    def told(self) -> list[Told]:
        return [seen.told for _, seen in self.seen if seen.told is not None]

    def wait_for(self, words: str) -> None:
        wait_for(lambda: any(told.words.startswith(words) for told in list(self.told)), words)

    def wait_until_alone(self) -> None:
        wait_for(lambda: not self.watching.seen.is_there, "the presentation is gone")


def test_each_change_is_followed_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with Presenter() as presenter:
        assert presenter.says() == "ready"
        reader = Reader()
        for number in range(CHANGES):
            presenter.tell(f"{number}")
            reader.wait_for(f"{number} ")
        presenter.close()
        reader.wait_until_alone()

    words = [told.words.split() for told in reader.told]
    assert [int(number) for number, _ in words] == list(range(CHANGES))
    arrived = [at for at, seen in reader.seen if seen.told is not None]
    late = [at - float(told_at) for at, (_, told_at) in zip(arrived, words, strict=True)]
    with capsys.disabled():
        print(f"\nfollowed after {statistics.median(late) * 1000:.2f} ms, at worst {max(late) * 1000:.2f} ms")
    assert max(late) < BOUND


def test_a_break_is_followed_in_its_order_from_its_first_word_to_its_end() -> None:
    """How many of its words there are between depends on the machine: only the newest is promised."""
    timeline = compose(gather((paths.scripts(),)).find("tell-ting"), Language.EN)
    with Presenter("tell-ting", "40") as presenter:
        assert presenter.says() == "ready"
        reader = Reader()
        presenter.tell("begin")
        wait_for(lambda: bool(reader.told) and reader.told[-1].is_over, "the end")

    words = [words for words, _ in itertools.groupby(told.words for told in reader.told)]
    every = [words for words, _ in itertools.groupby(cue.words for cue in timeline.cues)]
    assert (words[0], words[-1]) == (every[0], every[-1])
    rest = iter(every)
    assert all(each in rest for each in words), f"{words} are not in the order of {every}"
    assert reader.told[-1].remaining == 0
    remaining = [told.remaining for told in reader.told]
    assert remaining == sorted(remaining, reverse=True)


def test_a_killed_presentation_is_over_and_the_next_one_is_followed(runtime: Path) -> None:
    with Presenter() as first:
        assert first.says() == "ready"
        reader = Reader()
        first.tell("first")
        reader.wait_for("first")
        first.process.kill()
        reader.wait_until_alone()
        assert reader.watching.seen == Seen()
        assert list(runtime.iterdir()) == [runtime / "presenting"], "what a killed one leaves"

        with Presenter() as second:
            assert second.says() == "ready"
            second.tell("second")
            reader.wait_for("second")
            second.close()

    reader.wait_until_alone()
    assert list(runtime.iterdir()) == []


def test_of_eight_that_start_at_once_one_presents() -> None:
    presenters = [Presenter() for _ in range(8)]
    try:
        answers = [presenter.says() for presenter in presenters]
        assert answers.count("ready") == 1
        assert sum("running on this machine already" in answer for answer in answers) == 7
        reader = Reader()
        presenters[answers.index("ready")].tell("winner")
        reader.wait_for("winner")
    finally:
        for presenter in presenters:
            presenter.__exit__()
