"""One sound outside any break: the bell of an offer, a line to set the volume by, a taste of what can be chosen."""

from __future__ import annotations

from threading import Lock, Timer
from typing import TYPE_CHECKING

from assistant import clock, paths
from assistant.preparing import own_voice
from assistant.settings import BellSize
from assistant.units import MS_PER_SECOND, Ms, Seconds, ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.clock import Clock
    from assistant.language import Language
    from assistant.settings import Settings
    from assistant.sound.clip import Clip
    from assistant.sound.plan import SoundPlan
    from assistant.sound.protocol import SoundsABreak
    from assistant.voice.ahead import RenderAhead
    from assistant.voice.protocol import Voice

    NewVoice = Callable[[Language, Settings, Callable[[str], None]], Voice]

BELL_LENGTH = {BellSize.SMALL: ms(2.5), BellSize.MIDDLE: ms(3.5), BellSize.LARGE: ms(10.5)}
"""How long the soft bell of an offer rings."""

LATE_TO_RING = 6.0
"""Seconds that it may begin late and still be heard whole: to start the child and to wake a device took 3 s each."""

LET_GO_AFTER = 2.0
"""Seconds after a line has been said until the sound device is given back."""

LEAD = Seconds(0.3)
"""A taste begins so much later than it is asked for: by then a device that is awake can be heard."""


def own_speaker() -> SoundsABreak:
    """The speaker of this machine."""
    from assistant.sound.speaker import Speaker

    return Speaker()


def opened(new_speaker: Callable[[], SoundsABreak], chosen: Settings) -> SoundsABreak:
    """A speaker, as loud and on the device as has been chosen."""
    from assistant.sound.chosen import volumes_of

    speaker = new_speaker()
    speaker.set_volume(volumes_of(chosen))
    speaker.set_output(chosen.output_device, Ms(chosen.sound_delay))
    return speaker


class HeardOnce:
    """One sound at a time; the one before gives way. The device is given back when it has been heard."""

    def __init__(
        self,
        speaker: Callable[[Settings], SoundsABreak],
        *,
        clock: Clock = clock.now,
        voice: NewVoice = own_voice,
    ) -> None:
        """``speaker`` is asked for one that sounds as chosen, whenever something is to be heard."""
        self._clock = clock
        self._new_speaker = speaker
        self._new_voice = voice
        self._lock = Lock()
        """Held while what follows changes: the screen, the voice, a reader and the timers all do that."""
        self._speaker: SoundsABreak | None = None
        self._ahead: RenderAhead | None = None
        self._letting_go: Timer | None = None
        self._voice_trouble: str | None = None

    @property
    def trouble(self) -> str | None:
        """One plain line about what is missing, or nothing."""
        speaker = self._speaker
        return (speaker.trouble() if speaker is not None else None) or self._voice_trouble

    @property
    def is_open(self) -> bool:
        """Whether there is a device for it at present."""
        return self._speaker is not None

    @property
    def is_mute(self) -> bool:
        """Whether nothing can be heard: there is no sound, or nobody who speaks."""
        speaker, ahead = self._speaker, self._ahead
        return (speaker is not None and speaker.is_mute) or (ahead is not None and ahead.is_gone)

    def ring(self, chosen: Settings) -> None:
        """One soft bell."""
        from assistant.sound.clip import Clip
        from assistant.sound.plan import BellName, Part

        speaker, size = self._open(chosen), chosen.bell_size
        # Said and not planned: it is heard whole, however late the device opens.
        speaker.say(Clip(paths.audio() / BellName.START.file(size), BELL_LENGTH[size]), Part.BELL)
        self._let_go_in(BELL_LENGTH[size] / MS_PER_SECOND + LATE_TO_RING, speaker)

    def say(self, words: str, language: Language, chosen: Settings, heard: Callable[[], object] = lambda: None) -> None:
        """``words`` in the voice that has been chosen for ``language``; ``heard`` is told when they sound."""
        from assistant.voice.ahead import RenderAhead

        speaker = self._open(chosen)

        def on_clip(_words: str, clip: Clip) -> None:
            speaker.say(clip)
            if speaker.trouble() is None:
                heard()
            self._let_go_in(clip.length / MS_PER_SECOND + LET_GO_AFTER, speaker)

        def on_trouble(line: str) -> None:
            self._end_unheard(speaker, line)
            voice.close()

        voice = self._new_voice(language, chosen, self._note_trouble)
        self._ahead = RenderAhead(voice, [words], on_clip, on_trouble)

    def utter(self, clip: Clip, chosen: Settings) -> None:
        """``clip``, on what is open already where something is; it stays open."""
        speaker = self._speaker
        (self._open(chosen) if speaker is None else speaker).say(clip)

    def taste(self, plan: SoundPlan, length: Ms, chosen: Settings) -> None:
        """The first ``length`` of ``plan``."""
        speaker = self._open(chosen, plan)
        speaker.play(Ms(0), Seconds(self._clock() + LEAD))
        self._let_go_in(length / MS_PER_SECOND + LATE_TO_RING, speaker)

    def wait(self) -> None:
        """Wait until the sound has been heard and the device let go, where that is under way."""
        letting_go = self._letting_go
        if letting_go is not None:
            letting_go.join()

    def close(self) -> None:
        """Fade out and let go of everything, at once."""
        self._end()

    def _open(self, chosen: Settings, plan: SoundPlan | None = None) -> SoundsABreak:
        from assistant.sound.plan import SoundPlan

        self.close()
        speaker = self._new_speaker(chosen)
        speaker.start(plan or SoundPlan())
        with self._lock:
            before, self._speaker = self._speaker, speaker
        if before is not None:
            before.stop()
        return speaker

    def _end(self, only: SoundsABreak | None = None) -> None:
        """Let go of everything; where it is told what is meant ``only``, not of what came after that."""
        with self._lock:
            if only is not None and self._speaker is not only:
                return
            letting_go, ahead, speaker = self._letting_go, self._ahead, self._speaker
            self._ahead = self._speaker = self._voice_trouble = None
        # Without the lock: the voice may be waiting for it to say that it has ended.
        if letting_go is not None:
            letting_go.cancel()
        if ahead is not None:
            ahead.close()
        if speaker is not None:
            speaker.stop()

    def _end_unheard(self, speaker: SoundsABreak, why: str) -> None:
        """Give the device back, for there is nothing to be heard; ``why`` stays to be read."""
        with self._lock:
            if self._speaker is not speaker:
                return
            self._speaker, self._voice_trouble = None, why
        speaker.stop()

    def _let_go_in(self, seconds: float, speaker: SoundsABreak) -> None:
        with self._lock:
            if self._speaker is not speaker:
                return
            if self._letting_go is not None:
                self._letting_go.cancel()
            self._letting_go = Timer(seconds, self._end, (speaker,))
            self._letting_go.daemon = True
            self._letting_go.start()

    def _note_trouble(self, line: str) -> None:
        self._voice_trouble = line
