"""The model of a voice, spoken by piper. For the voice's own process only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assistant.voice.choose import VoiceInfo
from assistant.voice.engine import EngineFailed
from assistant.voice.messages import Trouble
from assistant.voice.model import ModelRefused, read_model

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from piper import PiperVoice

    from assistant.voice.model import Model

UNSTRETCHED = 165
"""The dial at which a model speaks as fast as it was made to: about where the one we know does."""
SILENT_LOG = 4
"""Only what ends the process is written."""
PHONEMES = "[["
"""Piper takes what follows for phonemes; to us it is a text like any other."""


def open_model(path: Path) -> NaturalEngine:
    """The engine that speaks with the model at ``path``. Raises ``EngineFailed``."""
    try:
        model = read_model(path)
    except ModelRefused as refused:
        raise EngineFailed(Trouble.BAD_MODEL) from refused
    # From its import on it would keep a number for this machine and look for its maker (seen with 1.32).
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime  # noqa: F401 - whether it is there
        import piper  # noqa: F401
    except (ImportError, OSError) as missing:
        raise EngineFailed(Trouble.NO_ENGINE) from missing
    try:
        return NaturalEngine(model, _loaded(model))
    except Exception as error:
        raise EngineFailed(Trouble.BAD_MODEL) from error


def _loaded(model: Model) -> PiperVoice:
    """As ``PiperVoice.load`` does it, but on one thread: a second one costs memory and saves no time."""
    import onnxruntime
    from piper import PiperConfig, PiperVoice

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = SILENT_LOG
    # The plan of memory for a phrase fits no other phrase: it makes the arena bigger, and nothing quicker.
    options.enable_mem_pattern = False
    session = onnxruntime.InferenceSession(str(model.path), sess_options=options, providers=["CPUExecutionProvider"])
    return PiperVoice(session=session, config=PiperConfig.from_dict(model.described))


class NaturalEngine:
    """Says the same phrase in the same way, sample for sample."""

    stays_set = False

    def __init__(self, model: Model, loaded: PiperVoice) -> None:
        self._loaded = loaded
        self._stretch = 1.0
        self.voice = VoiceInfo(model.identity.voice, model.name, (loaded.config.espeak_voice,), model.identity.engine)
        self.library = model.identity.library

    def settle(self, dial: int, scratch: Path) -> None:  # noqa: ARG002 - nothing needs to be tried
        """Speak at ``dial`` from now on."""
        self._stretch = UNSTRETCHED / dial

    def spoken(self, phrase: str, scratch: Path) -> NDArray[np.float32]:  # noqa: ARG002 - without a file
        """``phrase`` as it sounds, mono at ``RATE``. Raises ``EngineFailed``."""
        import numpy as np
        from piper import SynthesisConfig

        from assistant.voice.finish import at_rate

        manner = SynthesisConfig(length_scale=self._stretch, noise_scale=0.0, noise_w_scale=0.0)
        try:
            chunks = self._loaded.synthesize(phrase.replace(PHONEMES, "[ ["), manner)
            samples = np.concatenate([chunk.audio_float_array for chunk in chunks])
        except Exception as error:
            raise EngineFailed(Trouble.BAD_SOUND) from error
        if samples.ndim != 1 or not np.isfinite(samples).all():
            raise EngineFailed(Trouble.BAD_SOUND)
        return at_rate(samples, self._loaded.config.sample_rate)
