"""A break as a sound file: read back by another program, as long as the break, and the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant import i18n, settings
from assistant.export.formats import SOUNDS
from assistant.language import Language
from assistant.settings import Sound
from assistant.shelf import whole_shelf
from assistant.sound.chosen import plan_of, volumes_of
from assistant.sound.offline import render
from assistant.timeline.compose import compose
from assistant.units import ms
from tests.export.export_files import RATE, decoded, export, probed, samples_in, tags_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SCRIPT = "rolig-pust"
CODECS = {".wav": "pcm_s16le", ".flac": "flac", ".ogg": "vorbis", ".opus": "opus", ".mp3": "mp3"}
HEADLINE = {".opus": 0.0065, ".mp3": 0.024}
"""Seconds by which ffprobe's own sum differs: it counts the samples at the beginning that no decoder gives out."""
LOSSLESS = (".wav", ".flac")


@pytest.mark.parametrize("suffix", SOUNDS)
def test_another_program_reads_it_as_exactly_as_long_as_the_break(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"

    export(SCRIPT, "-o", path, "--no-voice")

    said = probed(path)
    assert samples_in(path) == 120 * RATE
    assert float(said["format"]["duration"]) == pytest.approx(120 + HEADLINE.get(suffix, 0), abs=0.0005)
    (stream,) = said["streams"]
    assert (stream["codec_name"], stream["sample_rate"], stream["channels"]) == (CODECS[suffix], "48000", 1)


@pytest.mark.parametrize("suffix", LOSSLESS)
def test_a_length_that_is_no_whole_second_is_kept_to_the_sample(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"

    export(SCRIPT, "-o", path, "--no-voice", "--for", "61.2375s")

    assert samples_in(path) == 61_238 * RATE // 1000


@pytest.mark.parametrize("suffix", SOUNDS)
def test_exporting_twice_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"

    for path in (first, second):
        export(SCRIPT, "-o", path, "--no-voice", "--for", "40s")

    assert first.read_bytes() == second.read_bytes()


def test_two_breaks_in_ogg_do_not_have_the_same_number(tmp_path: Path) -> None:
    numbers = set()
    for script in (SCRIPT, "tell-ting"):
        export(script, "-o", tmp_path / "x.ogg", "--no-voice", "--for", "60s")
        numbers.add((tmp_path / "x.ogg").read_bytes()[14:18])

    assert len(numbers) == 2


@pytest.mark.parametrize("suffix", SOUNDS)
@pytest.mark.parametrize(("language", "title", "code"), [("nb", "Rolig pust", "nob"), ("en", "Slow breathing", "eng")])
def test_it_says_its_title_its_language_and_its_licence(
    suffix: str, language: str, title: str, code: str, tmp_path: Path
) -> None:
    i18n.use(Language(language))
    path = tmp_path / f"x{suffix}"

    export(SCRIPT, "-o", path, "--no-voice", "--for", "20s")

    tags = tags_of(path)
    told = {"title": title, "language": code, "license": "MIT", "album": "Mellomrom"}
    assert told.items() <= tags.items()
    assert not {"date", "creation_time", "tyer", "tdrc"} & set(tags)


def test_no_licence_is_claimed_for_the_words_of_somebody_else(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    text = whole_shelf_file(SCRIPT)
    own.write_text(text.replace('id = "rolig-pust"', 'id = "mine"'), "utf-8")

    export(own, "-o", tmp_path / "x.mp3", "--no-voice", "--for", "20s")

    assert "license" not in tags_of(tmp_path / "x.mp3")


def whole_shelf_file(script: str) -> str:
    from assistant import paths

    return next(paths.scripts().rglob(f"{script}.toml")).read_text("utf-8")


@pytest.mark.parametrize("suffix", LOSSLESS)
def test_it_is_what_would_be_heard_live_with_what_was_chosen(suffix: str, tmp_path: Path) -> None:
    settings.remember({"breath-tone": True, "bell-volume": 0.4, "ambience-volume": 0.7, "bell-size": "large"})
    path = tmp_path / f"x{suffix}"

    export(SCRIPT, "-o", path, "--no-voice", "--ambience", "sea", "--for", "40s")

    chosen = settings.with_value(settings.load()[0], "ambience", "sea")
    timeline = compose(whole_shelf().find(SCRIPT), Language.EN, ms(40))
    live = np.concatenate([*render(plan_of(timeline, chosen), (), volumes_of(chosen), timeline.length, pytest.fail)])
    written = np.frombuffer(decoded(path), np.int16) / 32768
    assert np.abs(written - live).max() <= 1 / 32768
    assert chosen.sound is Sound.SILENT  # what is chosen for breaks at the desk does not make a file silent


def test_what_cannot_be_chosen_in_a_sound_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export("dele-skaansomt", "-o", tmp_path / "x.flac", "--no-voice")

    assert "Nothing can be chosen in a sound" in capsys.readouterr().err


def test_a_file_that_has_its_length_does_not_ask_how_long_it_is_to_be(tmp_path: Path) -> None:
    export("ut-av-dagen", "-o", tmp_path / "x.vtt", "--no-voice", "--for", "6m")

    assert "How long do you have?" not in (tmp_path / "x.vtt").read_text("utf-8")
    assert any(
        "How long do you have?" in cue.words for cue in compose(whole_shelf().find("ut-av-dagen"), Language.EN).cues
    )
