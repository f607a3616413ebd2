"""A break for closed eyes: what would stand on a screen is said, and keys answer with a soft tone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from assistant import clock, i18n, paths
from assistant.i18n import _
from assistant.keys import ALWAYS, Act
from assistant.line import say
from assistant.line.reader import Reader
from assistant.sound.clip import Clip
from assistant.timeline.compose import NOTHING_MEASURED
from assistant.timeline.model import Kind
from assistant.timeline.need import time_to_say
from assistant.timeline.spoken import spoken_length
from assistant.units import MS_PER_SECOND, Seconds, ms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from assistant.accompaniment import Accompaniment
    from assistant.clock import Clock
    from assistant.line.keys import Keys
    from assistant.line.telling import Tells
    from assistant.player import Moment
    from assistant.timeline.model import Cue, Timeline
    from assistant.units import Ms
    from assistant.voice.protocol import Voice

KEY_TONE = Clip(paths.audio() / "key-tone.flac", ms(0.25))
"""What answers a key."""

AFTER_WORDS = Seconds(0.8)
"""Silence after the words of a step before its keys are told of."""

LOOK = Seconds(0.1)
"""So often it is looked whether all has been said, where nobody can press a key."""


class Aloud:
    """Says what happens in a break. The words of its cues are said by ``sound``, which follows it anyway.

    What cannot be heard, because voice or sound are missing, is ``seen`` instead.
    """

    aloud: ClassVar[bool] = True

    def __init__(self, sound: Accompaniment, voice: Voice, seen: Tells, *, clock: Clock = clock.now) -> None:
        """``voice`` says all that does not belong to the break itself."""
        self._sound, self._voice, self._seen, self._clock = sound, voice, seen, clock
        self._reader = Reader(voice, sound.utter, seen.line, clock)
        self._words_until = Seconds(0)
        self._unseen: Cue | None = None
        """The cue that is being said, while nothing is known that keeps it from being heard."""

    def introduce(self, timeline: Timeline, keys: Keys) -> bool:
        """Say what comes and which keys there are, before it begins. A key goes on at once; says whether one may."""
        self._seen.opening(timeline)
        turn = next((cue.hint for cue in timeline.cues if cue.kind is Kind.TURN), "")
        told = (
            _("Space pauses and goes on. N is the next step, M is for too much, and Q stops.") if keys.listens else ""
        )
        return self.tell_all([_titled(timeline), turn, told], keys)

    def tell_all(self, lines: Iterable[str], keys: Keys) -> bool:
        """Say ``lines`` to the end. A key goes on at once; says whether it was none that stops."""
        for line in filter(None, lines):
            self._reader.read(line)
        with keys:
            while not self._reader.is_silent:
                if not self._is_heard:
                    self._reader.drop()
                key = keys.wait(LOOK)
                if key is not None:
                    # No tone: the bell that follows, or the silence, answers.
                    self._reader.drop()
                    return ALWAYS.get(key) is not Act.STOP
        return True

    def opening(self, timeline: Timeline) -> None:
        """The first has been introduced, and one that a choice leads into says itself what it is."""

    def cue(self, cue: Cue, before: Cue | None) -> None:
        """The voice of the break says its words; nothing is said into them."""
        if not self._is_heard:
            self._unseen = None
            self._seen.cue(cue, before)
            return
        self._unseen = cue
        if cue.spoken:
            self._reader.drop()
            needs = cue.voice_at - cue.at + time_to_say(cue.spoken, i18n.language(), NOTHING_MEASURED)
            self._words_until = Seconds(self._clock() + needs / MS_PER_SECOND + AFTER_WORDS)

    def keys(self, keys: str) -> None:
        """When the words of the step have been said."""
        self._reader.read(keys, self._words_until)

    def line(self, text: str) -> None:
        """After what is being said already. Where it turns out that nobody can hear it, what was being said is seen."""
        if self._is_heard:
            self._reader.read(text)
            return
        self._seen.line(text)
        if self._unseen is not None:
            self._seen.cue(self._unseen, None)
            self._unseen = None

    def turned(self, moment: Moment) -> None:
        """That it waits, and how long is left. Whoever hears it go on needs no words for it."""
        if not self._is_heard or moment.state.is_over:
            self._seen.turned(moment)
        elif moment.state.waits:
            self.line(say.state_line(moment, _in_words) or "")

    def pressed(self) -> None:
        """A soft tone; what was being said beside the break is over."""
        self._reader.drop()
        self._sound.utter(KEY_TONE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of voice and sound."""
        self._reader.close()
        self._voice.close()
        self._sound.close()

    @property
    def _is_heard(self) -> bool:
        return not self._sound.is_mute


def _titled(timeline: Timeline) -> str:
    return f"{timeline.title.rstrip('.')}. {_in_words(timeline.length).capitalize()}."


def _in_words(length: Ms) -> str:
    return spoken_length(length, i18n.language())
