"""Words to read aloud: all of them, in order, with their times."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from assistant import i18n
from assistant.card.model import foot
from assistant.duration import clock_face
from assistant.export.manuscript import entries, how, markdown, plain
from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from assistant.timeline.model import Kind
from assistant.units import Ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.script.model import Script

EVERY = [(script.id, language) for script in whole_shelf().scripts for language in Language]


def seconds(face: str) -> int:
    minutes, rest = face.split(":")
    return int(minutes) * 60 + int(rest)


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_all_that_is_said_is_there_at_its_time(script: str, language: Language) -> None:
    i18n.use(language)
    timeline = compose(whole_shelf().find(script), language)

    told = entries(timeline)

    read = {(seconds(entry.at), entry.words) for entry in told}
    phases = {cue.hint for cue in timeline.cues if cue.kind.is_breath}
    for line in timeline.utterances:
        assert line.text in phases or any(words == line.text and abs(at - line.at / 1000) < 2 for at, words in read), (
            line
        )
    assert all(seconds(before.at) <= seconds(after.at) for before, after in pairwise(told))
    assert seconds(told[-1].at) == timeline.length // 1000


def test_it_says_how_to_read_and_how_to_stop_in_lines_that_fit_a_page() -> None:
    script = whole_shelf().find("rolig-pust")

    text = plain(script, compose(script, Language.EN))

    whole = " ".join(text.split())
    assert all(line in whole for line in how())
    assert "anybody may stop" in whole
    assert whole.endswith(foot())
    assert max(map(len, text.splitlines())) <= 72
    assert "in for 4 seconds, out for 6, aloud, until 0:40" in whole
    assert "in for 4 seconds, out for 6, without words, until 0:50" in whole


def test_silences_are_told_in_seconds() -> None:
    timeline = compose(whole_shelf().find("indre-rom"), Language.EN)
    (quiet,) = [cue for cue in timeline.cues if cue.kind is Kind.QUIET]

    at = clock_face(Ms(quiet.voice_at // 1000 * 1000))
    told = [entry.aside for entry in entries(timeline) if entry.at == at]

    (silence,) = [int(found) for found in re.findall(r"(\d+) seconds of silence", " ".join(told))]
    assert 0 < quiet.length / 1000 - silence < 12


def test_nothing_in_the_words_is_markdown(script_of: Callable[[str], Script]) -> None:
    words = "# _Look_ *there*, [here](x) <b>now</b>."
    script = script_of(f'[[steps]]\ndo = "say"\nseconds = 20\nstretch = true\ntext = {{ nb = "x", en = "{words}" }}')

    text = markdown(script, compose(script, Language.EN))

    (line,) = [line for line in text.splitlines() if "Look" in line]
    assert re.sub(r"\\(.)", r"\1", line).count(words) == 1
    assert not re.search(r"(?<!\\)[\[\]<>_]", line)
