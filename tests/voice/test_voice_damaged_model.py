"""A model that is not what it should be: one plain line with its name in it, and another voice speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest

from assistant import i18n, known_voices, paths
from assistant.language import Language
from assistant.preparing import own_voice
from assistant.settings import Settings, with_value
from assistant.voice.ahead import RenderAhead
from assistant.voice.model import DESCRIPTION
from tests.voice.natural_models import joe, put

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.voice, pytest.mark.slow]
pytest.importorskip("piper")

NAME = "no_NO-test"
LINES = ("Se opp når du er klar.", "Takk for nå.")
DAMAGED = "The voice no_NO-test cannot speak: it is damaged or not whole. Add it anew. Another voice speaks instead."


def missing() -> None:
    put(NAME).unlink()
    (paths.voices() / "natural" / f"{NAME}.onnx").symlink_to("/there/is/no/such/model")


def empty() -> None:
    put(NAME, content=b"")


def half() -> None:
    content = joe().read_bytes()
    put(NAME, content=content[: len(content) // 2])


def damaged_inside() -> None:
    content = bytearray(joe().read_bytes())
    content[len(content) // 4 : len(content) // 4 * 3] = bytes(len(content) // 4 * 3 - len(content) // 4)
    put(NAME, content=bytes(content))


def no_network_at_all() -> None:
    put(NAME, content=b"\x08\x08\x3a\x05abcde")


def undescribed() -> None:
    path = put(NAME)
    path.with_name(path.name + DESCRIPTION).unlink()


def described_in_half() -> None:
    path = put(NAME)
    description = path.with_name(path.name + DESCRIPTION)
    description.write_text(description.read_text("utf-8")[:1000], "utf-8")


def described_without_its_sounds() -> None:
    put(NAME, espeak={"voice": "nb"}, phoneme_id_map={"_": [0], "^": [1], "$": [2], " ": [3]})


def of_another_rate() -> None:
    put(NAME, espeak={"voice": "nb"}, audio={"sample_rate": 44_100, "quality": "medium"})


def of_16_khz() -> None:
    put(NAME, espeak={"voice": "nb"}, audio={"sample_rate": 16_000, "quality": "medium"})


def of_a_rate_that_only_its_pace_gives_away() -> None:
    put(NAME, espeak={"voice": "nb"}, audio={"sample_rate": 48_000})


@pytest.mark.parametrize(
    "damage",
    [
        *(missing, empty, half, damaged_inside, no_network_at_all, undescribed),
        *(described_in_half, described_without_its_sounds, of_another_rate, of_16_khz),
        of_a_rate_that_only_its_pace_gives_away,
    ],
    ids=lambda damage: damage.__name__,
)
def test_it_is_told_in_one_line_and_the_next_voice_says_every_line(damage: Callable[[], None]) -> None:
    damage()
    told: list[str] = []
    clips: dict[str, int] = {}
    voice = own_voice(Language.NB, with_value(Settings(), "voice-nb", NAME), told.append)
    ahead = RenderAhead(voice, LINES, lambda text, clip: clips.update({text: clip.length}), told.append)
    assert ahead.wait(60)
    ahead.close()

    assert list(clips) == list(LINES)
    assert told == [DAMAGED]
    assert psutil.Process().children() == []


def test_an_engine_that_does_not_start_is_told_of_too(monkeypatch: pytest.MonkeyPatch) -> None:
    put(NAME, espeak={"voice": "nb"})
    stubs = paths.voices() / "stubs" / "onnxruntime"
    stubs.mkdir(parents=True)
    (stubs / "__init__.py").write_text("raise ImportError('a library is missing')")
    monkeypatch.setenv("PYTHONPATH", str(stubs.parent))
    told: list[str] = []
    i18n.use(Language.NB)
    voice = own_voice(Language.NB, Settings(), told.append)
    assert voice.render(LINES[0]).length > 500
    voice.close()

    assert len(told) == 1
    assert NAME in told[0]


def test_without_a_choice_a_damaged_voice_is_told_of_as_well() -> None:
    empty()
    told: list[str] = []
    assert next(voice.name for voice in known_voices.known_voices(Language.NB)) == NAME
    voice = own_voice(Language.NB, Settings(), told.append)
    voice.render(LINES[0])
    voice.close()

    assert told == [DAMAGED]
