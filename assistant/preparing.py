"""Gets a break ready: its timeline, with the true lengths of its lines where it will be spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import i18n, paths
from assistant.settings import Sound
from assistant.shelf import UnknownScript
from assistant.timeline.closing import closing, closing_lines
from assistant.timeline.compose import LengthRefused, compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assistant.language import Language
    from assistant.script.model import Script
    from assistant.settings import Settings
    from assistant.shelf import Shelf
    from assistant.sitting import Closes, Leads
    from assistant.timeline.model import Timeline
    from assistant.units import Ms
    from assistant.voice.chain import VoiceChain


def own_voice(language: Language, chosen: Settings, tell: Callable[[str], None] | None = None) -> VoiceChain:
    """Who is to speak on this machine, at the pace that the user has chosen. Starts nothing yet.

    ``tell`` gets one plain line where it is another than was chosen.
    """
    from assistant.voice.chosen import chosen_voice

    return chosen_voice(chosen.voice(language), language, rate=chosen.rate, folder=paths.clips(), tell=tell)


def compose_for(
    script: Script, language: Language, length: Ms | None, chosen: Settings, mode: Sound, people: int | None = None
) -> Timeline:
    """The timeline of ``script``; where it will be spoken, with the true lengths of what has been spoken before.

    Raises ``LengthRefused`` for a length that the script does not allow. A slow voice is no reason to: what it cannot
    say in time is left to be read.
    """
    timeline = compose(script, language, length, people=people)
    if mode is not Sound.VOICE:
        return timeline
    try:
        lines = (utterance.text for utterance in timeline.utterances)
        return compose(script, language, length, _known_lengths(lines, language, chosen), people=people)
    except LengthRefused:
        return timeline


def leading(shelf: Shelf, chosen: Settings, mode: Callable[[], Sound], people: int | None = None) -> Leads:
    """Finds what a choice in a break leads into, in the language in use, for whatever sound is ``mode`` then."""

    def leads(wanted: str, length: Ms | None) -> Timeline | None:
        try:
            return compose_for(shelf.find(wanted), i18n.language(), length, chosen, mode(), people)
        except (UnknownScript, LengthRefused):
            return None

    return leads


def closing_for(chosen: Settings, mode: Callable[[], Sound]) -> Closes:
    """Finds how a break ends early; where that will be spoken, with the true lengths of what has been spoken before."""

    def closes(timeline: Timeline) -> Timeline:
        if mode() is not Sound.VOICE:
            return closing(timeline)
        return closing(timeline, _known_lengths(closing_lines(timeline), timeline.language, chosen))

    return closes


def _known_lengths(lines: Iterable[str], language: Language, chosen: Settings) -> dict[str, Ms]:
    voice = own_voice(language, chosen)
    clips = {line: voice.find(line) for line in lines}
    return {text: clip.length for text, clip in clips.items() if clip is not None}
