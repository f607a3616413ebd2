"""One sound outside any break: the bell of an offer, a line to set the volume by, a taste of what can be chosen."""

from __future__ import annotations

from threading import Timer
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
        *,
        clock: Clock = clock.now,
        speaker: Callable[[], SoundsABreak] = own_speaker,
        voice: NewVoice = own_voice,
    ) -> None:
        self._clock = clock
        self._new_speaker = speaker
        self._new_voice = voice
        self._speaker: SoundsABreak | None = None
        self._ahead: RenderAhead | None = None
        self._letting_go: Timer | None = None
        self._voice_trouble: str | None = None

    @property
    def trouble(self) -> str | None:
        """One plain line about what is missing, or nothing."""
        of_the_sound = self._speaker.trouble() if self._speaker else None
        return of_the_sound or self._voice_trouble

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

        voice = self._new_voice(language, chosen, self._on_trouble)
        self._ahead = RenderAhead(voice, [words], on_clip, self._on_trouble)

    def utter(self, clip: Clip, chosen: Settings) -> None:
        """``clip``, on what is open already where something is; it stays open."""
        (self._speaker or self._open(chosen)).say(clip)

    def taste(self, plan: SoundPlan, length: Ms, chosen: Settings) -> None:
        """The first ``length`` of ``plan``."""
        speaker = self._open(chosen, plan)
        speaker.play(Ms(0), Seconds(self._clock() + LEAD))
        self._let_go_in(length / MS_PER_SECOND + LATE_TO_RING, speaker)

    def wait(self) -> None:
        """Wait until the sound has been heard and the device let go, where that is under way."""
        if self._letting_go is not None:
            self._letting_go.join()

    def close(self) -> None:
        """Fade out and let go of everything, at once."""
        if self._letting_go is not None:
            self._letting_go.cancel()
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None
        if self._speaker is not None:
            self._speaker.stop()
            self._speaker = None
        self._voice_trouble = None

    def _open(self, chosen: Settings, plan: SoundPlan | None = None) -> SoundsABreak:
        from assistant.sound.plan import SoundPlan

        self.close()
        self._speaker = opened(self._new_speaker, chosen)
        self._speaker.start(plan or SoundPlan())
        return self._speaker

    def _let_go_in(self, seconds: float, speaker: SoundsABreak) -> None:
        self._letting_go = Timer(seconds, self._let_go, (speaker,))
        self._letting_go.daemon = True
        self._letting_go.start()

    def _let_go(self, speaker: SoundsABreak) -> None:
        if self._speaker is speaker:
            self.close()

    def _on_trouble(self, line: str) -> None:
        self._voice_trouble = line
