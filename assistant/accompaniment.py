"""What is heard of a break: the bells, the voice, the breath tone. The break never waits for any of it."""

from __future__ import annotations

from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

from msgspec import structs

from assistant import clock, paths, settings
from assistant.language import Language
from assistant.player import State
from assistant.preparing import own_voice
from assistant.settings import Settings, Sound
from assistant.units import MS_PER_SECOND, Ms, ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.clock import Clock
    from assistant.player import Moment
    from assistant.sound.clip import Clip
    from assistant.sound.protocol import SoundsABreak
    from assistant.timeline.model import Timeline
    from assistant.voice.ahead import RenderAhead
    from assistant.voice.protocol import Voice


VOLUME_LINE = {
    Language.NB: "Slik høres stemmen ut. Lydstyrken kan stilles nå.",
    Language.EN: "This is how the voice sounds. The volume can be set now.",
}
"""The first thing that the voice ever says."""

LET_GO_AFTER = 2.0
"""Seconds after that line, when it was said at home, until the sound device is given back."""

AFTER_VOLUME_LINE = ms(1)
"""So long after it nothing else is said."""

BELL_LENGTH = ms(3.5)
"""How long the soft bell of an offer rings."""

LATE_TO_RING = 6.0
"""Seconds that it may begin late and still be heard whole: to start the child and to wake a device took 3 s each."""


def own_speaker() -> SoundsABreak:
    """The speaker of this machine."""
    from assistant.sound.speaker import Speaker

    return Speaker()


class Accompaniment:
    """Plays along with one player after another. What goes wrong is told in one line by ``trouble``, never raised."""

    def __init__(
        self,
        chosen: Settings,
        language: Language,
        mode: Sound,
        *,
        clock: Clock = clock.now,
        speaker: Callable[[], SoundsABreak] = own_speaker,
        voice: Callable[[Language, Settings], Voice] = own_voice,
    ) -> None:
        self.mode = mode
        self._chosen = chosen
        self._language = language
        self._clock = clock
        self._new_speaker = speaker
        self._new_voice = voice
        self._timeline: Timeline | None = None
        self._speaker: SoundsABreak | None = None
        self._voice: Voice | None = None
        self._ahead: RenderAhead | None = None
        self._letting_go: Timer | None = None
        self._voice_trouble: str | None = None
        self._state: State | None = None
        self._heard = chosen.voice_heard
        """Whether the line to set the volume by has been said."""
        self._quiet_until = Ms(0)
        """Until then that line is heard, and nothing else is said."""
        self._asides: dict[str, Clip] = {}
        """What may come to be said when a key asks for it."""
        self._moment_at = (Ms(0), clock())
        """Where the break was last seen, and when."""

    @property
    def trouble(self) -> str | None:
        """One plain line about what is missing, or nothing."""
        return self._voice_trouble or (self._speaker.trouble() if self._speaker else None)

    def begin(self, timeline: Timeline) -> None:
        """Get ready for a break, as far as anything may be heard of it. It may begin at once, ready or not.

        Told of the same break again before it has begun, it goes on getting ready.
        """
        if timeline is self._timeline and self._speaker is not None and self._state is None:
            return
        self.close()
        self._timeline = timeline
        self._quiet_until = Ms(0)
        self._sound_from(Ms(0))

    def next(self, moment: Moment | None) -> None:
        """Go on to the next choice of sound, remembered for the next time; at once where a break is at ``moment``."""
        self.mode = self.mode.next
        self._chosen = structs.replace(self._chosen, sound=self.mode)
        settings.remember_soon({"sound": self.mode.value})
        if moment is not None:
            self._sound_from(moment.position)
            self.follow(moment)
        elif self.mode is Sound.VOICE and not self._heard:
            self._introduce()
        else:
            self.close()

    def choose(self, chosen: Settings, language: Language) -> None:
        """Go on with what has been chosen, from the next sound on; a break under way keeps its own."""
        is_new = chosen.sound is not self._chosen.sound
        self._chosen, self._language = chosen, language
        if is_new:
            self.mode = chosen.sound
        if self._timeline is not None:
            return
        if is_new and self.mode is Sound.VOICE and not self._heard:
            self._introduce()
        elif is_new:
            self._hush()

    def follow(self, moment: Moment, *, jumped: bool = False) -> None:
        """Go where the player has gone. ``jumped`` says that it did so by a skip."""
        self._moment_at = (moment.position, self._clock())
        if moment.state.is_over:
            self.close()
        if self._speaker is None:
            return
        before, self._state = self._state, moment.state
        if moment.state.waits:
            if before is not moment.state:
                self._speaker.pause()
        elif before is not State.RUNNING:
            self._speaker.play(*self._moment_at)
        elif jumped:
            self._speaker.seek(*self._moment_at)

    def say(self, words: str) -> None:
        """Say ``words`` now, where a key has put them in the place of others and the voice has them ready."""
        clip = self._asides.get(words)
        if clip is not None and self._speaker is not None:
            self._speaker.say(clip)

    def ring(self) -> None:
        """Let one soft bell be heard outside any break, also where the sound is silent; in a break, nothing."""
        if self._timeline is not None:
            return
        from assistant.sound.clip import Clip
        from assistant.sound.plan import BellName

        speaker = self._open_outside()
        # Said and not planned: it is heard whole, however late the device opens.
        speaker.say(Clip(paths.audio() / f"{BellName.START.value}.flac", BELL_LENGTH))
        self._let_go_in(BELL_LENGTH / MS_PER_SECOND + LATE_TO_RING, speaker)

    def wait(self) -> None:
        """Wait until the bell of an offer has been heard and the device let go, where one was rung."""
        if self._letting_go is not None:
            self._letting_go.join()

    def close(self) -> None:
        """Fade out and let go of everything, at once; no break is accompanied any more."""
        self._timeline = None
        self._hush()

    def _hush(self) -> None:
        self._stop_speaking()
        if self._letting_go is not None:
            self._letting_go.cancel()
        if self._speaker is not None:
            self._speaker.stop()
            self._speaker = None
            self._state = None

    def _sound_from(self, position: Ms) -> None:
        if self._timeline is None or self.mode is Sound.SILENT:
            self._hush()
            return
        if self._speaker is None:
            from assistant.sound.plan import plan

            self._open_speaker().start(plan(self._timeline, bells=True, tones=self._chosen.breath_tone))
        if self.mode is Sound.VOICE and self._ahead is None:
            lines = [utterance.text for utterance in self._timeline.utterances if utterance.at >= position]
            lines += self._timeline.asides
            self._speak(lines if self._heard else [VOLUME_LINE[self._language], *lines])

    def _introduce(self) -> None:
        """Say the line to set the volume by, outside any break."""
        self._open_outside()
        self._speak([VOLUME_LINE[self._language]])

    def _open_outside(self) -> SoundsABreak:
        """A speaker for one sound outside any break; the sound before it gives way."""
        from assistant.sound.plan import SoundPlan

        self.close()
        speaker = self._open_speaker()
        speaker.start(SoundPlan())
        return speaker

    def _let_go_in(self, seconds: float, speaker: SoundsABreak) -> None:
        """So many ``seconds`` from now the sound has been heard; nothing is to be kept open for it."""
        self._letting_go = Timer(seconds, self._let_go, (speaker,))
        self._letting_go.daemon = True
        self._letting_go.start()

    def _let_go(self, speaker: SoundsABreak) -> None:
        if self._speaker is speaker:
            self._hush()

    def _open_speaker(self) -> SoundsABreak:
        volume = self._chosen.volume
        self._speaker = self._new_speaker()
        self._speaker.set_volume(voice=volume, bell=volume, tone=volume)
        return self._speaker

    def _speak(self, lines: list[str]) -> None:
        from assistant.voice.ahead import RenderAhead

        self._voice = self._new_voice(self._language, self._chosen)
        on_clip = partial(self._on_clip, self._speaker, self._timeline)
        self._ahead = RenderAhead(self._voice, lines, on_clip, self._on_trouble)

    def _on_clip(self, speaker: SoundsABreak | None, timeline: Timeline | None, text: str, clip: Clip) -> None:
        """A line is rendered: put it where it belongs, if it fits there. Runs in the thread that renders."""
        if speaker is None:
            return
        if text == VOLUME_LINE[self._language]:
            position, seen = self._moment_at
            self._quiet_until = Ms(position + ms(self._clock() - seen) + clip.length + AFTER_VOLUME_LINE)
            speaker.say(clip)
            self._heard = speaker.trouble() is None
            if self._heard:
                settings.remember_soon({"voice-heard": True})
            if timeline is None:
                self._let_go_in(clip.length / MS_PER_SECOND + LET_GO_AFTER, speaker)
            return
        if timeline is not None and text in timeline.asides:
            self._asides[text] = clip
        for utterance in timeline.utterances if timeline is not None else ():
            if utterance.text == text and clip.length <= utterance.room and utterance.at >= self._quiet_until:
                speaker.add(clip, utterance.at)

    def _on_trouble(self, line: str) -> None:
        self._voice_trouble = line

    def _stop_speaking(self) -> None:
        self._voice_trouble = None
        self._asides = {}
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None
        if self._voice is not None:
            self._voice.close()
            self._voice = None
