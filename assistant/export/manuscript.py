"""The words of a break for a colleague who reads them to others, with the times and the silences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.balance import wrap
from assistant.card.model import foot
from assistant.duration import clock_face
from assistant.i18n import _
from assistant.timeline.compose import NOTHING_MEASURED
from assistant.timeline.need import time_to_say
from assistant.units import MS_PER_SECOND, Ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.script.model import Script
    from assistant.timeline.model import Cue, Timeline

WIDTH = 72
"""Columns."""

WORTH_TELLING = 3
"""Seconds of silence that the reader is told of."""

MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|&~])")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is read at a time, and what is told to the reader alone."""

    at: str
    words: str = ""
    aside: str = ""


def entries(timeline: Timeline, *, leading: bool = False) -> tuple[Entry, ...]:
    """All of it, in order; what is told to the leader alone is among it for one who is ``leading``."""
    told: list[tuple[Ms, Entry]] = [(at, Entry(_clock(at), aside=_("bell"))) for at in timeline.bells]
    for (_step, breathes), cues in groupby(timeline.cues, lambda cue: (cue.step, cue.kind.is_breath)):
        group = list(cues)
        first = group[0]
        if leading and first.leader:
            told.append(
                (first.at, Entry(_clock(first.at), aside=_("To the leader: {words}").format(words=first.leader)))
            )
        told.extend(_breaths(group) if breathes else _words(group, timeline))
    told.append((timeline.length, Entry(_clock(timeline.length), aside=_("the end"))))
    return tuple(entry for _at, entry in sorted(told, key=lambda pair: pair[0]))


def how() -> tuple[str, ...]:
    """What the reader should know first."""
    return (
        _("Read slowly, as to a friend, and let the silences be silent. The times are where each line begins."),
        _("Say first that anybody may stop, leave or keep their eyes open, and that nothing has to be told."),
        _("If it is too much for somebody: stop, and let them look around the room. You need not get to the end."),
    )


def plain(script: Script, timeline: Timeline) -> str:
    """As plain text."""
    blocks = [_heading(timeline), "=" * len(_heading(timeline)), *_wrapped(_about(script, timeline)), ""]
    for entry in entries(timeline, leading=True):
        words = wrap(entry.words, WIDTH - 7)
        aside = wrap(f"({entry.aside})", WIDTH - 7) if entry.aside else ()
        first, *others = (*words, *aside)
        blocks += [f"{entry.at:>5}  {first}", *(f"{'':7}{line}" for line in others)]
    return "\n".join([*blocks, "", *wrap(foot(), WIDTH)]) + "\n"


def markdown(script: Script, timeline: Timeline) -> str:
    """As Markdown; nothing in the words is taken for markup."""
    lines = [f"# {_escaped(_heading(timeline))}", ""]
    for about in _about(script, timeline):
        lines += [_escaped(about), ""]
    for entry in entries(timeline, leading=True):
        words = _escaped(entry.words)
        aside = f"*{_escaped(entry.aside)}*" if entry.aside else ""
        lines.append(f"- **{entry.at}** " + " – ".join(filter(None, (words, aside))))
    return "\n".join([*lines, "", _escaped(foot())]) + "\n"


def one_breath(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The phases of the first breath of ``cues``, which breathe."""
    again = (at for at, cue in enumerate(cues) if at and cue.kind is cues[0].kind)
    return cues[: next(again, len(cues))]


def phases_of(breath: Sequence[Cue]) -> str:
    """How a ``breath`` goes, such as “in for 4 seconds, out for 6”."""
    lasting = [_("{phase} for {seconds:g} seconds"), *[_("{phase} for {seconds:g}")] * (len(breath) - 1)]
    return ", ".join(
        how_long.format(phase=cue.hint, seconds=cue.length / MS_PER_SECOND)
        for how_long, cue in zip(lasting, breath, strict=True)
    )


def _heading(timeline: Timeline) -> str:
    return f"{timeline.title} ({_clock(timeline.length)})"


def _about(script: Script, timeline: Timeline) -> Iterator[str]:
    yield script.about.of(timeline.language)
    if script.caution is not None:
        yield _("Careful: {note}").format(note=script.caution.of(timeline.language))
    yield from how()
    if any(cue.choices for cue in timeline.cues):
        yield _("Where there is a choice, let them answer if they like, and go on.")


def _wrapped(paragraphs: Iterator[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield ""
        yield from wrap(paragraph, WIDTH)


def _words(cues: Sequence[Cue], timeline: Timeline) -> Iterator[tuple[Ms, Entry]]:
    """Each time something is said, and how long it is silent afterwards."""
    for cue in cues:
        at = cue.voice_at if cue.spoken else cue.at
        silence = (cue.end - at - time_to_say(cue.spoken, timeline.language, NOTHING_MEASURED)) // MS_PER_SECOND
        aside = _("{seconds} seconds of silence").format(seconds=silence) if silence >= WORTH_TELLING else ""
        if cue.spoken or aside:
            yield at, Entry(_clock(at), cue.spoken, aside)


def _breaths(cues: Sequence[Cue]) -> Iterator[tuple[Ms, Entry]]:
    """The sentences of some breaths, and how they go: a reader says the first phases, and is then silent."""
    first, pattern = cues[0], one_breath(cues)
    phases = phases_of(pattern)
    breaths = [cues[at : at + len(pattern)] for at in range(0, len(cues), len(pattern))]
    aloud = [any(cue.spoken == cue.hint for cue in breath) for breath in breaths]
    if all(aloud):
        aside = _("{phases}, aloud, until {end}")
    elif any(aloud):
        aside = _("{phases}, until {end}; the first of them aloud, then without words")
    else:
        aside = _("{phases}, without words, until {end}")
    words = first.spoken if first.spoken != first.hint else ""
    told = aside.format(phases=phases, end=_clock(cues[-1].end))
    yield first.at, Entry(_clock(first.at), words, told)
    for cue in cues[1:]:
        if cue.spoken and cue.spoken != cue.hint:
            yield cue.voice_at, Entry(_clock(cue.voice_at), cue.spoken)


def _clock(at: Ms) -> str:
    """The second that one is in: who waits for the next has begun too late."""
    return clock_face(Ms(at // MS_PER_SECOND * MS_PER_SECOND))


def _escaped(text: str) -> str:
    return MARKUP.sub(r"\\\1", text)
