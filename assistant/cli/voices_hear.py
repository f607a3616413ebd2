"""``mellomrom voices hear``: one calm line in a voice, so that voices can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import i18n, paths, settings
from assistant.cli.exits import InputWrong, complain
from assistant.cli.options import language_option
from assistant.cli.voices_named import named
from assistant.i18n import _, marked
from assistant.known_voices import Kind

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
    voice = named(name) if name is not None else _speaking(chosen)
    _play(_recorded(voice) if voice.kind is Kind.RECORDED else _rendered(voice, chosen), chosen)


def _speaking(chosen: Settings) -> KnownVoice:
    """Who speaks in the language in use, as it was chosen; where that one is gone that is told."""
    from assistant.voice.chosen import is_missing, speakers

    wanted = chosen.voice(i18n.language())
    first = speakers(wanted, i18n.language())[0]
    trouble = is_missing(wanted, first)
    if trouble is not None:
        complain(trouble)
    return first


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


def _rendered(known: KnownVoice, chosen: Settings) -> Clip:
    """The line to set the volume by, in that voice and in no other."""
    from assistant.tasting import VOLUME_LINE
    from assistant.voice.chosen import alone
    from assistant.voice.protocol import VoiceFailed

    voice = alone(known, rate=chosen.rate, folder=paths.clips())
    try:
        return voice.render(VOLUME_LINE[known.language])
    except VoiceFailed as failed:
        raise InputWrong(str(failed)) from None
    finally:
        voice.close()


def _play(clip: Clip, chosen: Settings) -> None:
    """Let ``clip`` be heard to its end. Raises ``InputWrong`` where it cannot be."""
    from assistant.cli.hearing import hearing
    from assistant.sound.plan import Part

    with hearing(chosen) as heard:
        if not heard.plays(clip, Part.VOICE):
            raise InputWrong(_("nothing can be heard here; “mellomrom doctor” says why"))
