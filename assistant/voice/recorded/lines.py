"""Every line that the voice may come to say in a break, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.timeline import closing
from assistant.timeline.compose import NOTHING_MEASURED, LengthRefused, compose
from assistant.timeline.need import BREATHING_SPACE, LEAD, time_to_say
from assistant.units import Ms, ms
from assistant.voice.recorded.code import code_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.language import Language
    from assistant.script.model import Script
    from assistant.timeline.model import Timeline

MOST = ms(40)
"""No line takes longer: it is as much as the longest text that a script may have, read calmly."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, once, wherever it is said."""

    number: int
    """From 1."""
    text: str
    room: Ms
    """How long it may take wherever it is said, silence before and after not counted."""

    @property
    def code(self) -> str:
        """What it is called by in file names."""
        return code_of(self.text)

    @property
    def file(self) -> str:
        """The name of the file that it is recorded in, without the ending."""
        return f"{self.number:03}-{self.code}"


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one break that were in none before it."""

    title: str
    lines: tuple[Line, ...]


def parts_of(scripts: Iterable[Script], language: Language, first: tuple[str, ...], title: str) -> tuple[Part, ...]:
    """All lines of ``scripts`` by break; before them, under ``title``, those of ``first``, said outside any."""
    told = [(title, dict.fromkeys(first, MOST))]
    told += [(script.title.of(language), _rooms(script, language)) for script in scripts]
    least: dict[str, Ms] = {}
    for _title, rooms in told:
        for text, room in rooms.items():
            least[text] = min(room, least.get(text, MOST))
    numbers = {text: number for number, text in enumerate(least, 1)}
    parts, done = [], set[str]()
    for heading, rooms in told:
        new = [text for text in rooms if text not in done]
        done.update(new)
        if new:
            parts.append(Part(heading, tuple(Line(numbers[text], text, least[text]) for text in new)))
    return tuple(parts)


def _rooms(script: Script, language: Language) -> dict[str, Ms]:
    """What is said in ``script`` at any of its lengths, in order, with the least room of each."""
    rooms: dict[str, Ms] = {}
    for length in _lengths(script):
        try:
            timeline = compose(script, language, length)
        except LengthRefused:
            continue
        for text, room in _said(timeline):
            rooms[text] = min(room, rooms.get(text, room))
    return rooms


def _lengths(script: Script) -> list[Ms]:
    """The usual length, then those at which other steps come in, and the shortest and the longest."""
    least, most = script.lengths.least, script.lengths.most
    others = {least, most}
    for step in script.steps:
        others |= {step.from_} if step.upto is None else {step.from_, step.upto, step.upto + 1}
    return [ms(length) for length in (script.lengths.usual, *sorted(others)) if least <= length <= most]


def _said(timeline: Timeline) -> Iterator[tuple[str, Ms]]:
    language = timeline.language
    for utterance in timeline.utterances:
        yield utterance.text, utterance.room
    for cue in timeline.cues:
        for choice in cue.choices:
            if choice.reply:
                yield choice.reply, Ms(choice.reply_needs - LEAD)
        for words in cue.swaps:
            yield words, Ms(cue.length - LEAD)
    # When it has to end early, within ten seconds; what would be shown only is not read aloud either.
    early = Ms(closing.LONGEST - closing.LEAD - BREATHING_SPACE)
    for words in closing.closing_lines(timeline):
        if time_to_say(words, language, NOTHING_MEASURED) <= early:
            yield words, early
