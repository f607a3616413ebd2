"""How long it takes to speak the lines of a break, and to mix its soundtrack, against how long it lasts."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

from assistant.language import Language
from assistant.settings import Ambience, BellSize
from assistant.shelf import whole_shelf
from assistant.sound.load import place_clip, soundtrack
from assistant.sound.plan import plan
from assistant.sound.samples import at_sample
from assistant.timeline.compose import compose
from assistant.units import MS_PER_SECOND
from assistant.voice.caching import system_voice


def main() -> None:
    """For slow breathing with bells, voice, breath tones and the sea."""
    timeline = compose(whole_shelf().find("rolig-pust"), Language.EN)
    with tempfile.TemporaryDirectory() as folder:
        voice = system_voice(Language.EN, folder=Path(folder))
        clips, seconds = [], []
        for utterance in timeline.utterances:
            began = time.perf_counter()
            clips.append((voice.render(utterance.text), utterance.at))
            seconds.append(time.perf_counter() - began)
        voice.close()
        print(f"  voice: first line after {seconds[0]:.2f} s, then {median(seconds[1:]) * 1000:.0f} ms a line")
        began = time.perf_counter()
        planned = plan(timeline, BellSize.LARGE, tones=True, ambience=Ambience.SEA)
        track = soundtrack(planned, lambda: None, [place_clip(str(clip.path), at) for clip, at in clips])
        built = time.perf_counter()
        track.mix(0, at_sample(timeline.length))
        mixed = time.perf_counter()
    length = timeline.length / MS_PER_SECOND
    print(f"  soundtrack of {length:.0f} s: built in {built - began:.2f} s, mixed in {mixed - built:.2f} s")
    print(f"  {length / (mixed - began):.0f} x real time")
