"""What is heard of a break: the bells, the voice, the breath tone. The break never waits for any of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from assistant import clock, settings
from assistant.heard_once import HeardOnce, own_speaker
from assistant.player import State
from assistant.preparing import own_voice
from assistant.settings import Settings, Sound
from assistant.tasting import VOLUME_LINE, taste
from assistant.units import Ms, ms
from assistant.warmth import Warmth

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.clock import Clock
    from assistant.heard_once import NewVoice
    from assistant.language import Language
    from assistant.player import Moment
    from assistant.sound.clip import Clip
    from assistant.sound.protocol import SoundsABreak
    from assistant.timeline.model import Timeline
    from assistant.units import Seconds
    from assistant.voice.ahead import RenderAhead
    from assistant.voice.protocol import Voice


AFTER_VOLUME_LINE = ms(1)
"""So long after it nothing else is said."""


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
        voice: NewVoice = own_voice,
    ) -> None:
        self.mode = mode
        self._chosen = chosen
        self._language = language
        self._clock = clock
        self._new_voice = voice
        self._timeline: Timeline | None = None
        self._speaker: SoundsABreak | None = None
        self._voice: Voice | None = None
        self._ahead: RenderAhead | None = None
        self._warmth = Warmth(speaker)
        self._once = HeardOnce(self._warmth.taken, clock=clock, voice=voice)
        """What is heard outside any break, on the device that is open already where one is."""
        self._voice_trouble: str | None = None
        self._state: State | None = None
        self._is_followed = False
        """Whether a player has come, of whom the break under way is."""
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
        speaker, ahead = self._speaker, self._ahead
        of_the_sound = self._once.trouble if speaker is None else speaker.trouble()
        # That another voice speaks matters to nobody where nothing is heard; that none does, matters.
        if ahead is not None and ahead.is_gone:
            return self._voice_trouble or of_the_sound
        return of_the_sound or self._voice_trouble

    @property
    def is_mute(self) -> bool:
        """Whether nothing can be heard: there is no sound, or nobody who speaks."""
        speaker, ahead = self._speaker, self._ahead
        if speaker is None:
            return self._once.is_mute
        return speaker.is_mute or (ahead is not None and ahead.is_gone)

    def begin(self, timeline: Timeline, began: Seconds | None = None) -> None:
        """Get ready for a break, as far as anything may be heard of it. It may begin at once, ready or not.

        Where it is known when it ``began``, it is heard at once, whoever is to follow it. Told of the same break again
        before it is followed, it goes on.
        """
        if timeline is self._timeline and self._speaker is not None and not self._is_followed:
            return
        self._hush()
        self._timeline = timeline
        self._quiet_until = Ms(0)
        self._is_followed = False
        self._sound_from(Ms(0))
        if began is not None and self._speaker is not None:
            self._state, self._moment_at = State.RUNNING, (Ms(0), began)
            self._speaker.play(*self._moment_at)

    def warm(self) -> None:
        """A break may be begun soon: open the device for it, where there will be sound; for a minute, not for good."""
        # Not beside a sound that is heard: there are devices that only one can have.
        if self._timeline is None and self.mode is not Sound.SILENT and not self._once.is_open:
            self._warmth.keep(self._chosen)

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
        self._is_followed = True
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
        clip, speaker = self._asides.get(words), self._speaker
        if clip is not None and speaker is not None:
            speaker.say(clip)

    def utter(self, clip: Clip) -> None:
        """Let ``clip`` be heard now: beside the break that is accompanied, or outside any."""
        speaker = self._speaker
        if speaker is not None:
            speaker.say(clip)
        else:
            self._once.utter(clip, self._chosen)

    def ring(self) -> None:
        """Let one soft bell be heard outside any break, also where the sound is silent; in a break, nothing."""
        if self._timeline is None:
            self._once.ring(self._chosen)

    def taste(self, key: str) -> None:
        """Let what the setting of that ``key`` does be heard, outside any break; in a break, nothing."""
        if self._timeline is None:
            taste(key, self._once, self._chosen, self._language)

    def hush(self) -> None:
        """Let go of what is heard outside any break."""
        self._once.close()

    def wait(self) -> None:
        """Wait until the bell of an offer has been heard and the device let go, where one was rung."""
        self._once.wait()

    def close(self) -> None:
        """Fade out and let go of everything, at once; no break is accompanied any more."""
        self._timeline = None
        self._warmth.let_go()
        self._hush()

    def _hush(self) -> None:
        self._once.close()
        self._stop_speaking()
        if self._speaker is not None:
            self._speaker.stop()
            self._speaker = None
            self._state = None

    def _sound_from(self, position: Ms) -> None:
        if self._timeline is None or self.mode is Sound.SILENT:
            self._hush()
            return
        if self._speaker is None:
            from assistant.sound.chosen import plan_of

            self._speaker = self._warmth.taken(self._chosen)
            self._speaker.start(plan_of(self._timeline, self._chosen))
        if self.mode is Sound.VOICE and self._ahead is None:
            lines = [utterance.text for utterance in self._timeline.utterances if utterance.at >= position]
            lines += self._timeline.asides
            self._speak(lines if self._heard else [VOLUME_LINE[self._language], *lines])

    def _introduce(self) -> None:
        """Say the line to set the volume by, outside any break."""
        self._timeline = None
        self._hush()
        self._once.say(VOLUME_LINE[self._language], self._language, self._chosen, self._volume_line_heard)

    def _volume_line_heard(self) -> None:
        self._heard = True
        settings.remember_soon({"voice-heard": True})

    def _speak(self, lines: list[str]) -> None:
        from assistant.voice.ahead import RenderAhead

        assert self._speaker is not None  # noqa: S101 - opened just before
        assert self._timeline is not None  # noqa: S101
        self._voice = self._new_voice(self._language, self._chosen, self._on_trouble)
        on_clip = partial(self._on_clip, self._speaker, self._timeline)
        self._ahead = RenderAhead(self._voice, lines, on_clip, self._on_trouble)

    def _on_clip(self, speaker: SoundsABreak, timeline: Timeline, text: str, clip: Clip) -> None:
        """A line is rendered: put it where it belongs, if it fits there. Runs in the thread that renders."""
        if text == VOLUME_LINE[self._language]:
            position, seen = self._moment_at
            self._quiet_until = Ms(position + ms(self._clock() - seen) + clip.length + AFTER_VOLUME_LINE)
            speaker.say(clip)
            if speaker.trouble() is None:
                self._volume_line_heard()
            return
        if text in timeline.asides:
            self._asides[text] = clip
        for utterance in timeline.utterances:
            if utterance.text == text and utterance.holds(clip.length) and utterance.at >= self._quiet_until:
                speaker.add(clip, utterance.at)

    def _on_trouble(self, line: str) -> None:
        self._voice_trouble = line

    def _stop_speaking(self) -> None:
        self._asides = {}
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.close()
        if self._voice is not None:
            self._voice.close()
            self._voice = None
        self._voice_trouble = None
