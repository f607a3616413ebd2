"""From a break that is wished for to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.export.captions import srt, vtt
from assistant.export.formats import MANUSCRIPTS, PAGE, SOUNDS, suffix_of
from assistant.export.manuscript import markdown, plain
from assistant.export.part import written_whole
from assistant.export.saying import composed, spoken
from assistant.i18n import _
from assistant.outfile import NotWritten
from assistant.plaintext import shorten
from assistant.settings import Sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from assistant.export.following import Leads
    from assistant.export.order import Order
    from assistant.export.saying import Spoken

SPEAKING = 0.3
"""The share of the work that speaking the lines is, where they are not there yet."""


def write(order: Order, target: Path, told: Callable[[float], None], leads: Leads | None = None) -> tuple[str, ...]:
    """Write ``order`` to ``target``, as what its name says; plain lines about what is missing.

    ``told`` hears which share is done. ``leads`` are the pages beside it, where there are some. Raises
    ``UnknownSuffix``, ``LengthRefused`` and ``NotWritten``.
    """
    suffix = suffix_of(target)
    with written_whole(target) as file:
        if suffix in MANUSCRIPTS:
            timeline = composed(order, Sound.SILENT)
            file.write({".txt": plain, ".md": markdown}[suffix](order.script, timeline).encode())
            return ()
        lines = spoken(order, lambda share: told(SPEAKING * share))

        def rest(share: float) -> None:
            told(SPEAKING + (1 - SPEAKING) * share)

        if suffix == PAGE:
            from assistant.export.web import page

            text, notes = page(order, lines, rest, leads)
            file.write(text.encode())
            return (*lines.notes, *notes)
        if suffix in SOUNDS:
            return (*lines.notes, *_sound(order, target, file, lines, rest))
        file.write({".srt": srt, ".vtt": vtt}[suffix](lines.timeline).encode())
        return ()


def _sound(order: Order, target: Path, file: BinaryIO, lines: Spoken, told: Callable[[float], None]) -> tuple[str, ...]:
    from assistant.export.audio import NotMade, write_sound
    from assistant.export.mixing import Mix
    from assistant.export.tags import About, write_tags

    suffix = suffix_of(target)
    sound, mix = SOUNDS[suffix], Mix(lines, told)
    try:
        write_sound(file, mix.blocks(order.chosen), sound)
    except NotMade as error:
        what = _("{file}: this machine cannot write {kind}; choose another kind, such as .wav")
        raise NotWritten(what.format(file=shorten(str(target)), kind=suffix)) from error
    write_tags(file, sound, About(lines.timeline.title, order.language, order.licence))
    choices = any(cue.choices for cue in lines.timeline.cues)
    note = _("Nothing can be chosen in a sound: it goes on as when nothing is chosen.")
    return (*mix.notes, *((note,) if choices else ()))
