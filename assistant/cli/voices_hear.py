"""``mellomrom voices hear``: one calm line in a voice, so that voices can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import i18n, paths, settings
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.known_voices import Kind, known_voice, known_voices
from assistant.language import Language
from assistant.plaintext import quoted
from assistant.settings import with_value

if TYPE_CHECKING:
    from assistant.known_voices import KnownVoice
    from assistant.settings import Settings
    from assistant.sound.clip import Clip


@click.command("hear", help=marked("Say one calm line with a voice, to compare them."))
@click.argument("name", metavar="[NAME]", required=False)
@language_option
def hear_command(*, name: str | None) -> None:
    """Render the line, play it to its end, and say what was missing."""
    chosen, _trouble = settings.load()
    clip = _clip(named(name), chosen) if name is not None else _rendered(i18n.language(), chosen)
    _play(clip, chosen)


def named(name: str) -> KnownVoice:
    """The voice of that name: for the language in use, else for another. Raises ``InputWrong``."""
    found = all_named(name)
    if found:
        return found[0]
    names = dict.fromkeys(voice.name for language in _languages() for voice in known_voices(language))
    line = _("there is no voice called “{name}”; there are: {names}")
    raise InputWrong(line.format(name=quoted(name), names=", ".join(names)))


def all_named(name: str) -> list[KnownVoice]:
    """The voices of that name, the one for the language in use first."""
    return [voice for voice in (known_voice(name, language) for language in _languages()) if voice is not None]


def _languages() -> list[Language]:
    return sorted(Language, key=lambda language: language is not i18n.language())


def _clip(voice: KnownVoice, chosen: Settings) -> Clip:
    if voice.kind is Kind.RECORDED and voice.path is not None:
        return _recorded(voice)
    return _rendered(voice.language, with_value(chosen, f"voice-{voice.language.value}", voice.name))


def _recorded(voice: KnownVoice) -> Clip:
    """The line to set the volume by; another where that was not recorded."""
    from assistant.tasting import VOLUME_LINE
    from assistant.voice.clipfile import read_clip
    from assistant.voice.recorded.voice import RecordedVoice

    assert voice.path is not None  # noqa: S101 - a recorded voice has a folder
    clip = RecordedVoice(voice.name, voice.path).find(VOLUME_LINE[voice.language])
    found = clip or next(filter(None, map(read_clip, sorted(voice.path.glob("*.wav")))), None)
    if found is None:
        raise InputWrong(_("{name} has no line yet; “mellomrom voices import” takes them in").format(name=voice.name))
    return found


def _rendered(language: Language, chosen: Settings) -> Clip:
    """The line to set the volume by, in the voice that is chosen and in no other."""
    from assistant.tasting import VOLUME_LINE
    from assistant.voice.chosen import chosen_voice
    from assistant.voice.protocol import VoiceFailed

    told: list[str] = []
    voice = chosen_voice(
        chosen.voice(language), language, rate=chosen.rate, folder=paths.clips(), tell=told.append
    )  # fmt: skip
    try:
        clip = voice.render(VOLUME_LINE[language])
    except VoiceFailed as failed:
        raise InputWrong(str(failed)) from None
    finally:
        voice.close()
    if told:
        raise InputWrong(told[0])
    return clip


def _play(clip: Clip, chosen: Settings) -> None:
    """Let ``clip`` be heard to its end. Raises ``InputWrong`` where it cannot be."""
    from assistant.cli.hearing import hearing
    from assistant.sound.plan import Part

    with hearing(chosen) as heard:
        if not heard.plays(clip, Part.VOICE):
            raise InputWrong(_("nothing can be heard here; “mellomrom doctor” says why"))
