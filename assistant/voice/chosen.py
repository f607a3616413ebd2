"""Who speaks: the voice that was chosen, and those that stand in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.known_voices import Kind, known_voices
from assistant.plaintext import quoted
from assistant.voice.caching import natural_voice, system_voice
from assistant.voice.chain import FindingVoice, Link, VoiceChain
from assistant.voice.child_voice import HOPELESS_MODEL
from assistant.voice.messages import Trouble
from assistant.voice.model import ModelRefused, read_model
from assistant.voice.protocol import VoiceGone
from assistant.voice.recorded.voice import RecordedVoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.known_voices import KnownVoice
    from assistant.language import Language
    from assistant.sound.clip import Clip


class Unusable:
    """A voice whose model cannot even be started."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find(self, text: str) -> None:
        """It has said nothing."""

    def render(self, text: str) -> Clip:  # noqa: ARG002 - whatever the text
        """Nothing. Raises ``VoiceGone``."""
        raise VoiceGone(_(HOPELESS_MODEL[Trouble.BAD_MODEL]).format(name=quoted(self.name)))

    def close(self) -> None:
        """Nothing is under way."""


def speakers(wanted: str, language: Language) -> tuple[KnownVoice, ...]:
    """The voice ``wanted``, then those that stand in for it: the natural ones, and the computer's own.

    Where none is wanted, or there is none of that name, the best of those that are not a person's: nobody's voice is
    used unasked.
    """
    known = known_voices(language)
    chosen = [voice for voice in known if voice.name.casefold() == wanted.casefold()]
    others = [voice for voice in known if voice.kind is not Kind.RECORDED and voice not in chosen[:1]]
    return (*chosen[:1], *others)


def chosen_voice(
    wanted: str, language: Language, *, rate: float = 1.0, folder: Path, tell: Callable[[str], None] | None = None
) -> VoiceChain:
    """The voice ``wanted`` for ``language``, with those behind it. Starts nothing yet; clips are kept in ``folder``.

    ``tell`` gets one plain line where another than the first of them has to speak.
    """
    who = speakers(wanted, language)
    trouble = is_missing(wanted, who[0])
    if tell is not None and trouble is not None:
        tell(trouble)
    return VoiceChain([_link(voice, rate, folder) for voice in who], tell)


def is_missing(wanted: str, first: KnownVoice) -> str | None:
    """One plain line where ``first`` of those who speak is not the voice ``wanted``: that is not there any more."""
    if not wanted or first.name.casefold() == wanted.casefold():
        return None
    line = _("There is no voice {name} any more, so another one speaks. “mellomrom voices” lists them.")
    return line.format(name=quoted(wanted))


def alone(known: KnownVoice, *, rate: float = 1.0, folder: Path) -> FindingVoice:
    """The voice ``known``, and nobody behind it. Starts nothing yet; clips are kept in ``folder``."""
    if known.path is None:
        return system_voice(known.language, rate=rate, folder=folder)
    if known.kind is Kind.RECORDED:
        return RecordedVoice(known.name, known.path)
    try:
        model = read_model(known.path)
    except ModelRefused:
        return Unusable(known.name)
    return natural_voice(model, known.language, rate=rate, folder=folder)


def _link(known: KnownVoice, rate: float, folder: Path) -> Link:
    voice = alone(known, rate=rate, folder=folder)
    return Link(voice, says_all=not isinstance(voice, RecordedVoice | Unusable))
