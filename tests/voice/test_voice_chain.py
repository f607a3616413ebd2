"""Several voices as one, and which of them says a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant import i18n
from assistant.language import Language
from assistant.sound.clip import Clip
from assistant.units import Ms
from assistant.voice.chain import Link, VoiceChain
from assistant.voice.protocol import VoiceFailed, VoiceGone


@dataclass
class Speaks:
    """A voice that says and has said what it is told to."""

    name: str
    fails_on: tuple[str, ...] = ()
    gone: bool = False
    has_said: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)
    closed: bool = False

    def clip(self, text: str) -> Clip:
        return Clip(Path(self.name) / text, Ms(100 * len(text)))

    def find(self, text: str) -> Clip | None:
        return self.clip(text) if text in self.has_said else None

    def render(self, text: str) -> Clip:
        self.asked.append(text)
        if self.gone:
            raise VoiceGone(f"{self.name} is gone.")
        if text in self.fails_on:
            raise VoiceFailed(f"{self.name} lacks a line.")
        return self.clip(text)

    def close(self) -> None:
        self.closed = True


def chain(*voices: Speaks, told: list[str] | None = None) -> VoiceChain:
    """A chain of ``voices``, those that have said something before saying nothing else."""
    links = [Link(voice, says_all=not voice.has_said) for voice in voices]
    return VoiceChain(links, None if told is None else told.append)


def who(clip: Clip | None) -> str | None:
    return None if clip is None else clip.path.parent.name


def test_the_first_voice_says_everything_it_can() -> None:
    first, second = Speaks("first"), Speaks("second")
    voices = chain(first, second)

    assert [who(voices.render(text)) for text in ("en", "to")] == ["first", "first"]
    assert second.asked == []
    assert voices.name == "first"


def test_a_line_that_it_lacks_is_said_by_the_next_and_nobody_is_bothered() -> None:
    told: list[str] = []
    voices = chain(Speaks("first", fails_on=("to",)), Speaks("second"), told=told)

    assert [who(voices.render(text)) for text in ("en", "to", "tre")] == ["first", "second", "first"]
    assert told == []


def test_it_is_known_who_has_said_the_last_line() -> None:
    voices = chain(Speaks("kari", fails_on=("to",)), Speaks("system"))

    assert voices.spoke == ""
    voices.render("en")
    assert voices.spoke == "kari"
    voices.render("to")
    assert (voices.spoke, voices.name) == ("system", "kari")


def test_a_voice_that_is_gone_is_not_asked_again_and_that_is_told_once() -> None:
    told: list[str] = []
    first = Speaks("first", gone=True)
    voices = chain(first, Speaks("second"), told=told)

    assert [who(voices.render(text)) for text in ("en", "to")] == ["second", "second"]
    assert first.asked == ["en"]
    assert told == ["first is gone. Another voice speaks instead."]
    assert voices.name == "second"


def test_a_voice_behind_the_first_may_go_without_a_word() -> None:
    told: list[str] = []
    second = Speaks("second", gone=True)
    voices = chain(Speaks("first", fails_on=("en", "to")), second, Speaks("third"), told=told)

    assert [who(voices.render(text)) for text in ("en", "to", "tre")] == ["third", "third", "first"]
    assert second.asked == ["en"]
    assert told == []


def test_when_all_are_gone_the_last_one_says_why_and_again() -> None:
    told: list[str] = []
    voices = chain(Speaks("first", gone=True), Speaks("second", gone=True), told=told)

    for _ in range(2):
        with pytest.raises(VoiceGone, match="second is gone"):
            voices.render("en")
    assert told == []
    assert voices.name == ""


def test_a_line_that_nobody_can_say_leaves_the_others() -> None:
    voices = chain(Speaks("first", fails_on=("en",)), Speaks("second", gone=True), Speaks("third", fails_on=("en",)))

    with pytest.raises(VoiceFailed, match="third lacks") as failed:
        voices.render("en")
    assert not isinstance(failed.value, VoiceGone)
    assert who(voices.render("to")) == "first"


def test_a_line_is_looked_for_where_it_will_be_said() -> None:
    recorded = Speaks("kari", has_said=("en",), fails_on=("to", "tre"))
    natural = Speaks("natural")
    system = Speaks("system", has_said=("to",))
    voices = VoiceChain([Link(recorded, says_all=False), Link(natural), Link(system)])

    assert who(voices.find("en")) == "kari"
    assert voices.find("to") is None, "the system has said it, but the natural voice is going to"
    natural.gone = True
    voices.render("tre")
    assert who(voices.find("to")) == "system"


def test_closing_closes_all_and_nothing_is_told_any_more() -> None:
    told: list[str] = []
    voices = [Speaks("first", gone=True), Speaks("second")]
    both = chain(*voices, told=told)
    both.close()
    both.render("en")

    assert [voice.closed for voice in voices] == [True, True]
    assert told == []


def test_the_line_is_in_the_language_in_use() -> None:
    told: list[str] = []
    i18n.use(Language.NB)
    chain(Speaks("kari", gone=True), Speaks("system"), told=told).render("en")

    assert told == ["kari is gone. En annen stemme snakker så lenge."]
