"""The lines of a break, spoken for a file, and each at its time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.preparing import compose_for, own_voice
from assistant.settings import Sound
from assistant.voice.protocol import VoiceFailed, VoiceGone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assistant.export.order import Order
    from assistant.sound.clip import Clip
    from assistant.timeline.model import Timeline
    from assistant.units import Ms
    from assistant.voice.protocol import Voice


@dataclass(frozen=True, slots=True)
class Spoken:
    """A break whose lines have been spoken."""

    timeline: Timeline
    said: tuple[tuple[Clip, Ms], ...] = ()
    notes: tuple[str, ...] = ()
    """Plain lines about what is missing."""


def composed(order: Order, mode: Sound) -> Timeline:
    """The timeline that is asked for; raises ``LengthRefused``."""
    return compose_for(order.script, order.language, order.length, order.chosen, mode, order.people)


def spoken(order: Order, told: Callable[[float], None]) -> Spoken:
    """Have what is not there yet spoken; ``told`` hears which share of it is done. Raises ``LengthRefused``.

    What cannot be spoken is left out of the sound, and a note says so: as in a break, a voice that fails stops nothing.
    """
    if not order.voice:
        return Spoken(composed(order, Sound.SILENT))
    notes: list[str] = []
    voice = own_voice(order.language, order.chosen, notes.append)
    try:
        clips: dict[str, Clip] = {}
        trouble = _render(voice, composed(order, Sound.SILENT), clips, told)
        # With their true lengths more may be said than before: what has come is spoken too.
        timeline = composed(order, Sound.VOICE)
        trouble = _render(voice, timeline, clips, told) or trouble
    finally:
        voice.close()
    lines = timeline.utterances
    said = tuple(
        (clips[line.text], line.at) for line in lines if line.text in clips and line.holds(clips[line.text].length)
    )
    return Spoken(timeline, said, (*notes, *_notes(len(lines) - len(said), len(lines), trouble)))


def _render(voice: Voice, timeline: Timeline, clips: dict[str, Clip], told: Callable[[float], None]) -> str:
    """Add to ``clips`` what ``timeline`` says; what went wrong, in one line, or nothing."""
    trouble = ""
    texts = _missing(timeline, clips)
    for number, text in enumerate(texts, 1):
        try:
            clips[text] = voice.render(text)
        except VoiceGone as gone:
            return str(gone)
        except VoiceFailed as failed:
            trouble = str(failed)
        told(number / len(texts))
    return trouble


def _missing(timeline: Timeline, clips: dict[str, Clip]) -> list[str]:
    return [text for text in dict.fromkeys(line.text for line in timeline.utterances) if text not in clips]


def _notes(missing: int, of: int, trouble: str) -> Iterable[str]:
    if not missing:
        return
    if trouble:
        yield _("{what} Left out of the sound: {count} of {all} lines.").format(
            what=trouble if trouble.endswith(".") else trouble + ".", count=missing, all=of
        )
    else:
        yield _(
            "{count} of {all} lines are left out of the sound: they take longer than there is time for them."
        ).format(count=missing, all=of)
