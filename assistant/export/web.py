"""One break as one page for a browser, with all that it needs inside: it asks no host for anything."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant import webpage
from assistant.card.model import foot
from assistant.duration import clock_face
from assistant.export.following import cues_of, phases
from assistant.export.formats import PLAYED_EVERYWHERE, SMALL, SMALLEST
from assistant.export.manuscript import entries
from assistant.export.picture import room
from assistant.export.style import FOLDER, style
from assistant.help.page import space
from assistant.i18n import _
from assistant.settings import Ambience
from assistant.timeline.breath import still

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assistant.export.following import Leads
    from assistant.export.formats import SoundFormat
    from assistant.export.order import Order
    from assistant.export.saying import Spoken
    from assistant.script.model import Script
    from assistant.timeline.model import Timeline

MOST = 2_150_000
"""Bytes of sound in a page: as text they are a third more, and the page stays below three million."""

LEAST_A_SECOND = 7_000
"""Bytes of a second of the sound that is played everywhere."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """The sound of a page; empty where it has none."""

    sound: bytes = b""
    mime: str = ""
    notes: tuple[str, ...] = ()


def page(
    order: Order, spoken: Spoken, told: Callable[[float], None], leads: Leads | None
) -> tuple[str, tuple[str, ...]]:
    """The page, and plain lines about what is missing in it. ``leads`` are the pages beside it."""
    timeline, script = spoken.timeline, order.script
    embedded = _sound(order, spoken, told)
    code, css = (FOLDER / "page.js").read_text("utf-8"), style()
    body = Template((FOLDER / "page.html").read_text("utf-8")).substitute(
        _words(script, timeline),
        code=code,
        picture=room(),
        phases=phases(timeline),
        caution=_caution(script, timeline),
        entries="\n".join(_entries(timeline)),
        help=_help(order),
        sound=_audio(embedded),
        note="" if embedded.sound else escape(_("This page has no sound.")),
        data=_data(script, timeline, leads),
    )
    also = f"media-src data:; script-src '{webpage.hashed(code)}'"
    title = f"{timeline.title} – Mellomrom"
    return webpage.page(timeline.language.value, title, css, body, also=also), embedded.notes


def _sound(order: Order, spoken: Spoken, told: Callable[[float], None]) -> Embedded:
    """The sound as small as it must be: in what every browser plays, else smaller, at last without ambience."""
    from assistant.export.audio import NotMade, TooBig, write_sound
    from assistant.export.mixing import Mix

    without = replace(order.chosen, ambience=Ambience.NONE)
    tried: list[tuple[SoundFormat, bool]] = [
        (PLAYED_EVERYWHERE, True),
        (SMALL, True),
        (SMALL, False),
        (SMALLEST, False),
    ]
    mix, missing = Mix(spoken, told), ""
    for sound, ambience in tried:
        if sound is PLAYED_EVERYWHERE and spoken.timeline.length * LEAST_A_SECOND > MOST * 1000:
            continue
        if not ambience and order.chosen == without and sound is SMALL:
            continue  # that was tried
        file = io.BytesIO()
        try:
            write_sound(file, mix.blocks(order.chosen if ambience else without), sound, MOST)
        except TooBig:
            missing = _("There is no room for sound in so long a page; the words are there.")
            continue
        except NotMade:
            missing = _("This machine cannot write the kinds of sound that a page can hold; the words are there.")
            continue
        left_out = (
            () if ambience or order.chosen == without else (_("There is no room for ambience in so long a page."),)
        )
        return Embedded(_stable(file, sound), sound.mime, (*mix.notes, *left_out))
    return Embedded(notes=(missing,))


def _stable(file: io.BytesIO, sound: SoundFormat) -> bytes:
    if sound.container == "OGG":
        from assistant.export.ogg import number_by_content

        number_by_content(file)
    return file.getvalue()


def _audio(embedded: Embedded) -> str:
    if not embedded.sound:
        return ""
    coded = base64.b64encode(embedded.sound).decode()
    return f'<audio id="sound" preload="auto" controls src="data:{embedded.mime};base64,{coded}"></audio>'


def _words(script: Script, timeline: Timeline) -> dict[str, str]:
    said = {
        "title": timeline.title,
        "about": script.about.of(timeline.language),
        "length": clock_face(timeline.length),
        "time_left": _("Time left"),
        "choose": _("Choose"),
        "keys": _("Keys"),
        "space": space(),
        "start": _("start"),
        "next": _("next"),
        "too_much": _("too much"),
        "stop": _("stop"),
        "go_on": _("go on"),
        "letters": _("The keys n, m, q and 1–5 work."),
        "all_words": _("The words"),
        "too_much_heading": _("If it is too much"),
        "foot": foot(),
    }
    return {name: escape(words) for name, words in said.items()}


def _data(script: Script, timeline: Timeline, leads: Leads | None) -> str:
    """What the code follows, as JSON that no markup can end."""
    says = {
        "about": script.about.of(timeline.language),
        "start": _("start"),
        "pause": _("pause"),
        "goOn": _("go on"),
        "again": _("once more"),
        "paused": _("Paused. Left:"),
        "stopped": _("All right. We stop here."),
        "over": _("The break is over."),
        "elsewhere": _("not in this file"),
        "noSound": _("This browser cannot play the sound; the words go on without it."),
    }
    held = {"length": timeline.length, "still": still(timeline.cues), "cues": cues_of(timeline, leads), "says": says}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _caution(script: Script, timeline: Timeline) -> str:
    if script.caution is None:
        return ""
    return f"<p>{escape(_('Careful: {note}').format(note=script.caution.of(timeline.language)))}</p>"


def _entries(timeline: Timeline) -> Iterable[str]:
    for entry in entries(timeline):
        aside = f' <span class="aside">({escape(entry.aside)})</span>' if entry.aside else ""
        yield f'<li><span class="at">{entry.at}</span> <span>{escape(entry.words)}{aside}</span></li>'


def _help(order: Order) -> str:
    """Something to look at, and who answers: in every country, as one does not know where the page is read."""
    from assistant.help.answering import lines
    from assistant.help.page import too_much
    from assistant.settings import ALL_COUNTRIES

    look = "\n".join(f'<p class="look">{escape(words)}</p>' for words in order.look_around)
    answering = "\n".join(f"<li>{escape(line)}</li>" for line in lines(ALL_COUNTRIES))
    more = "\n".join(f"<p>{escape(line)}</p>" for line in too_much().lines)
    return f"{look}\n{more}\n<h3>{escape(_('Who answers'))}</h3>\n<ul>\n{answering}\n</ul>"
