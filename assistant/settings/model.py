"""What a user can choose, and what it is when nothing is chosen."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from assistant.language import Language
from assistant.settings.quiet import quiet_hours

Value = bool | int | float | str | list[str] | None
"""A value as it stands in the file; nothing: it does not."""


class Sound(StrEnum):
    """What may be heard. Silent until something else is chosen: one may sit in an open office."""

    SILENT = "silent"
    BELL = "bell"
    VOICE = "voice"

    @property
    def next(self) -> Sound:
        """What the key for sound goes on to."""
        order = list(Sound)
        return order[(order.index(self) + 1) % len(order)]


class BellSize(StrEnum):
    """How big the bells sound: the bigger, the deeper and the longer."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


class Ambience(StrEnum):
    """What is heard behind all else."""

    NONE = "none"
    RAIN = "rain"
    SEA = "sea"
    FIRE = "fire"


class Theme(StrEnum):
    """The light of the screen."""

    DARK = "dark"
    LIGHT = "light"


ALL_COUNTRIES = "all"
COUNTRIES = ("no", "gb", "ie", "us")
"""Those whose help numbers are known."""


class Settings(msgspec.Struct, frozen=True, rename="kebab"):
    """Every setting, with what it is when nothing is chosen."""

    language: Language | None = None
    """Where there is none, the language of the system."""
    sound: Sound = Sound.SILENT
    rate: Annotated[float, msgspec.Meta(ge=0.7, le=1.3)] = 1.0
    """Pace of the voice; 1 is calm: about 100 words a minute in Norwegian, 110 in English."""
    voice_nb: str = ""
    """Who speaks Norwegian, one of ``known_voices``; the best there is, where it is empty."""
    voice_en: str = ""
    """Who speaks English."""
    volume: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.8
    """Of the voice."""
    bell_size: BellSize = BellSize.MIDDLE
    bell_volume: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.8
    """Of bells and breath tones."""
    ambience: Ambience = Ambience.NONE
    ambience_volume: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.5
    breath_tone: bool = False
    """Whether a soft tone rises and falls with the breath, where there is sound."""
    output_device: str = ""
    """The name, or a part of it, of the device that sound comes out of; the system's own, where it is empty."""
    sound_delay: Annotated[int, msgspec.Meta(ge=0, le=1000)] = 0
    """Milliseconds that wireless headphones take; sound is sent so much earlier."""
    theme: Theme = Theme.DARK
    motion: bool = True
    """Whether the sun moves. Off, only the words and the line of progress change."""
    time_left: bool = True
    """Whether the time left is shown."""
    country: str = ALL_COUNTRIES
    """The country whose help numbers are shown, one of ``COUNTRIES``; else all of them."""
    calendars: tuple[str, ...] = ()
    """Paths of calendar files, as written: ~ is still to be expanded."""
    conversation_least: Annotated[int, msgspec.Meta(ge=1, le=600)] = 10
    """Minutes that an event of a calendar lasts at least to be a conversation."""
    conversation_categories: tuple[str, ...] = ()
    """An event is a conversation only where it has one of these; any event where there are none."""
    conversation_word: str = ""
    """An event is a conversation only where its title has this word in it; any event where it is empty."""
    tentative: bool = True
    """Whether events that are not settled yet count."""
    spare: Annotated[int, msgspec.Meta(ge=0, le=600)] = 60
    """Seconds that are left free before the next conversation."""
    quiet_hours: str = ""
    """When nothing is offered, such as 17:00-08:00; empty for never. ``quiet_hours`` reads it."""
    offer_bell: bool = False
    """Whether a soft bell is heard when something is offered."""
    offer_notification: bool = False
    """Whether the desktop says that something is offered; it names nothing."""
    questions: bool = True
    """Whether there is a question for the inner room, at most one a day."""
    record: bool = False
    """Whether it is kept which breaks were run, when and for how long."""
    welcomed: bool = False
    """Whether the screen that says what Mellomrom is has been shown."""
    voice_heard: bool = False
    """Whether the voice has once said the line to set the volume by."""

    def voice(self, language: Language) -> str:
        """The name of who is to speak ``language``; empty for the best there is."""
        return self.voice_nb if language is Language.NB else self.voice_en

    def __post_init__(self) -> None:
        """Raise ``ValueError`` where a text is not one of those that can be used."""
        if self.country not in (ALL_COUNTRIES, *COUNTRIES):
            raise ValueError(self.country)
        quiet_hours(self.quiet_hours)


def with_value(chosen: Settings, key: str, value: Value) -> Settings:
    """``chosen`` with one value changed, both as in the file. Raises ``ValueError`` where it cannot be used."""
    values = in_file(chosen) | {key: value}
    return msgspec.convert({name: value for name, value in values.items() if value is not None}, Settings)


def in_file(chosen: Settings) -> dict[str, Value]:
    """All values by their keys, as in the file; those that are left to the system are nothing."""
    values = msgspec.to_builtins(chosen).items()
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values}
