"""Captions: valid, all that is shown and said, and not a word of markup that is none."""

from __future__ import annotations

import subprocess
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import webvtt

from assistant.export.captions import srt, vtt
from assistant.export.order import Order
from assistant.export.saying import spoken
from assistant.export.shown import Shown, shown
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from assistant.units import MS_PER_SECOND, Ms, ms
from tests.export.export_files import export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.script.model import Script
    from assistant.timeline.model import Timeline

EVERY = [(script.id, language) for script in whole_shelf().scripts for language in Language]
NASTY = "Look at <b>this</b> & --> that {now}."


def seconds(text: str) -> float:
    hours, minutes, rest = text.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def read(text: str, kind: str, folder: Path) -> list[webvtt.Caption]:
    path = folder / f"x.{kind}"
    path.write_text(text, "utf-8")
    return list((webvtt.read(str(path)) if kind == "vtt" else webvtt.from_srt(str(path))).captions)


def at(captions: list[webvtt.Caption], time: float) -> str:
    (text,) = [one.text for one in captions if seconds(one.start) <= time < seconds(one.end)]
    return " ".join(str(text).split())


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_every_break_has_captions_that_another_program_reads(script: str, language: Language, tmp_path: Path) -> None:
    timeline = compose(whole_shelf().find(script), language)

    for kind, make in (("vtt", vtt), ("srt", srt)):
        captions = read(make(timeline), kind, tmp_path)
        assert seconds(captions[0].start) == 0
        assert seconds(captions[-1].end) == timeline.length / MS_PER_SECOND
        assert all(line for one in captions for line in one.lines)
        assert_all_is_there(captions, timeline)


def assert_all_is_there(captions: list[webvtt.Caption], timeline: Timeline) -> None:
    for line in timeline.utterances:
        assert line.text in unescape(at(captions, line.at / MS_PER_SECOND))
    for cue in timeline.cues:
        if cue.words and not cue.choices:
            begins = cue.voice_at if cue.spoken else cue.at
            assert {cue.words, cue.hint} <= {
                "",
                *held(unescape(at(captions, begins / MS_PER_SECOND)), cue.words, cue.hint),
            }
    for bell in timeline.bells:
        assert "[bell]" in at(captions, bell / MS_PER_SECOND) or "[bjelle]" in at(captions, bell / MS_PER_SECOND)


def held(text: str, *wanted: str) -> set[str]:
    return {words for words in wanted if words in text}


@pytest.mark.parametrize(("script", "language"), EVERY)
def test_none_is_gone_before_it_is_read(script: str, language: Language) -> None:
    for people in (None, 2, 12):
        captions = shown(compose(whole_shelf().find(script), language, people=people))

        assert min(one.end - one.at for one in captions) >= ms(1)
        assert all(before.end == after.at for before, after in pairwise(captions))


def test_a_bell_has_a_caption_and_then_comes_the_line() -> None:
    timeline = compose(whole_shelf().find("rolig-pust"), Language.EN)
    first, last = timeline.cues[0], timeline.cues[-1]

    captions = shown(timeline)

    assert captions[:2] == (
        Shown(Ms(0), first.voice_at, ("[bell]",)),
        Shown(first.voice_at, first.end, (first.words,)),
    )
    assert captions[-2:] == (
        Shown(last.at, timeline.bells[-1], (last.words,)),
        Shown(timeline.bells[-1], timeline.length, ("[bell]", last.words)),
    )


def test_what_a_script_says_is_never_markup(script_of: Callable[[str], Script], tmp_path: Path) -> None:
    script = script_of(
        f'[[steps]]\ndo = "say"\nseconds = 20\nstretch = true\ntext = {{ nb = "{NASTY}", en = "{NASTY}" }}'
    )
    timeline = compose(script, Language.EN)

    in_vtt, in_srt = vtt(timeline), srt(timeline)

    assert NASTY in unescape(at(read(in_vtt, "vtt", tmp_path), 10))
    assert "<b>" not in in_vtt + in_srt
    assert "{now}" not in in_srt
    assert all("-->" not in line or line[:2] == "00" for line in (in_vtt + in_srt).splitlines())


@pytest.mark.parametrize("kind", ["vtt", "srt"])
def test_ffprobe_reads_them_to_the_end_of_the_break(kind: str, tmp_path: Path) -> None:
    path = str(tmp_path / f"x.{kind}")
    export("rolig-pust", "-o", path, "--no-voice")

    done = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", path],
        capture_output=True, check=True, timeout=60, text=True,
    )  # fmt: skip
    times = [tuple(map(float, line.split(","))) for line in done.stdout.split()]
    assert times[0][0] == 0
    assert sum(times[-1]) == pytest.approx(120, abs=0.0005)


@pytest.mark.voice
@pytest.mark.slow
def test_they_say_when_the_sound_says_it(tmp_path: Path) -> None:
    export("tell-ting", "-o", tmp_path / "x.vtt", "--voice", "system")

    order = Order(whole_shelf().find("tell-ting"), Language.EN, Settings(voice_en="system"))
    heard = spoken(order, lambda _share: None)

    captions = list(webvtt.read(str(tmp_path / "x.vtt")).captions)
    assert len(heard.said) == len(heard.timeline.utterances) > 3
    for line in heard.timeline.utterances:
        assert line.text in at(captions, line.at / MS_PER_SECOND)
