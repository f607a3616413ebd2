"""The words to the leader: for one who prepares or leads, and never spoken, never seen by the room."""

from __future__ import annotations

import json
import subprocess
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from assistant import i18n
from assistant.cli.show_command import command as show
from assistant.export.captions import srt, vtt
from assistant.export.following import cues_of
from assistant.export.manuscript import entries, markdown, plain
from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from tests.export.export_files import export
from tests.pty_terminal import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.script.model import Script
    from assistant.timeline.model import Timeline

SHELF = whole_shelf()
FOR_A_MEETING = (
    *("moete-demo", "kollegarunden", "normaliser", "rammesjekk", "dele-skaansomt", "tell-ting", "vekk-kroppen"),
)
EVERY = [(script, language) for script in FOR_A_MEETING for language in Language]


def to_the_leader(timeline: Timeline) -> list[str]:
    """What the leader is told, once for each step."""
    return [next(group).leader for _step, group in groupby(timeline.cues, lambda cue: cue.step)]


def without_leader(script: Script) -> Script:
    return replace(script, steps=tuple(replace(step, leader=None) for step in script.steps))


def flat(text: str) -> str:
    """On one line, so that it does not matter where lines were broken."""
    return " ".join(text.split())


def shown(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    show.main(list(arguments), standalone_mode=False)
    return capsys.readouterr().out


# Who leads has them


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_at_every_step_of_what_is_shown_in_a_meeting_the_leader_is_told_something(
    script: str, language: Language
) -> None:
    asked = SHELF.find(script)

    told = to_the_leader(compose(asked, language))

    steps = [step for step in asked.steps if step.belongs(asked.lengths.usual)]
    assert told == [step.leader.of(language) for step in steps if step.leader is not None]
    assert len(told) == len(steps)


def test_a_leaders_own_break_has_nobody_to_lead() -> None:
    assert set(to_the_leader(compose(SHELF.find("ogsaa-ledere"), Language.EN))) == {""}


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_show_tells_them_once_under_their_step(
    script: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n.use(language)
    timeline = compose(SHELF.find(script), language)

    text = flat(shown(script, capsys=capsys))

    assert all(text.count(words) == to_the_leader(timeline).count(words) for words in to_the_leader(timeline))
    for cue, words in zip(
        [next(group) for _step, group in groupby(timeline.cues, lambda cue: cue.step)],
        to_the_leader(timeline),
        strict=True,
    ):
        assert text.index(cue.words) < text.index(words)


def test_show_sets_them_apart_from_what_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown("tell-ting", capsys=capsys).splitlines()

    at = next(at for at, line in enumerate(lines) if "Count corners, sounds" in line)
    assert lines[at + 1] == " " * 34 + "To the leader: Say it first: nobody has to join. Find a seat"
    assert lines[at + 2] == " " * 34 + "yourself."


def test_other_programs_can_have_them(capsys: pytest.CaptureFixture[str]) -> None:
    cues = json.loads(shown("tell-ting", "--json", capsys=capsys))["cues"]

    assert cues[0]["leader"] == "Say it first: nobody has to join. Find a seat yourself."


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_words_to_read_aloud_tell_them_aside_before_what_is_said(script: str, language: Language) -> None:
    i18n.use(language)
    asked = SHELF.find(script)
    timeline = compose(asked, language)

    text = flat(plain(asked, timeline))

    for words in to_the_leader(timeline):
        assert f": {words})" in text
    first = next(cue for cue in timeline.cues if cue.spoken)
    assert text.index(first.leader) < text.index(first.spoken)


def test_in_markdown_they_stand_aside_too() -> None:
    asked = SHELF.find("moete-demo")

    lines = markdown(asked, compose(asked, Language.EN)).splitlines()

    assert (
        "- **2:00** *To the leader: Find a seat among the others\\. You are taking part now, with nothing to lead\\.*"
        in lines
    )


# The room has not


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_nothing_but_them_is_different_where_they_are_left_out(script: str, language: Language) -> None:
    asked = SHELF.find(script)
    told, untold = compose(asked, language), compose(without_leader(asked), language)

    assert any(cue.leader for cue in told.cues)
    assert not any(cue.leader for cue in untold.cues)
    assert replace(told, cues=tuple(replace(cue, leader="") for cue in told.cues)) == untold


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_no_voice_says_them(script: str, language: Language) -> None:
    timeline = compose(SHELF.find(script), language)
    said = [*(utterance.text for utterance in timeline.utterances), *timeline.asides]

    assert [words for words in to_the_leader(timeline) if any(words in text for text in said)] == []


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_they_are_in_no_caption(script: str, language: Language) -> None:
    asked = SHELF.find(script)
    told, untold = compose(asked, language), compose(without_leader(asked), language)

    assert (srt(told), vtt(told)) == (srt(untold), vtt(untold))


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_they_are_neither_in_the_words_nor_in_the_code_of_a_page(script: str, language: Language) -> None:
    asked = SHELF.find(script)
    told, untold = compose(asked, language), compose(without_leader(asked), language)

    assert entries(told) == entries(untold)
    assert cues_of(told, None) == cues_of(untold, None)


def test_they_are_not_in_a_page_as_it_is_exported(tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    export("tell-ting", "--for", "60s", "--no-voice", "-o", page)

    text = page.read_text("utf-8")
    assert "Count corners, sounds" in text
    for said in ("leader", "nobody has to join", "Find a seat"):
        assert said not in text


@pytest.mark.parametrize("language", Language)
def test_line_mode_does_not_show_them(language: Language) -> None:
    run = subprocess.run(
        [*COMMAND, "break", "moete-demo", "--plain", "--speed", "1000", "--lang", language.value],
        capture_output=True, text=True, timeout=60, check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    timeline = compose(SHELF.find("moete-demo"), language)

    text = flat(run.stdout)
    assert timeline.cues[-1].words in text
    assert [words for words in to_the_leader(timeline) if words in text] == []
