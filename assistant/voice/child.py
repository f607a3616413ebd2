"""The voice's own process: ``python -m assistant.voice.child``. Says what it is told to, until its input ends."""

from __future__ import annotations

import argparse
import json
import os
import queue
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from assistant.language import Language
from assistant.sound.spawn import own_channel
from assistant.voice.dial import ESPEAK, FASTEST_MODEL, SLOWEST_MODEL, better_dial, first_dial
from assistant.voice.engine import EngineFailed
from assistant.voice.messages import Cannot, Done, Failed, Job, Message, Ready, Trouble, decode, encode
from assistant.voice.natural_engine import open_model
from assistant.voice.system_engine import all_voices, open_engine

if TYPE_CHECKING:
    from assistant.voice.engine import Engine
    from assistant.voice.speak import Speaker


START = 30.0
"""Seconds that an engine may take to start."""


def private_channel() -> TextIO:
    """Standard output for messages alone: what drivers print goes where errors go."""
    channel = os.fdopen(own_channel(), "w", buffering=1, encoding="ascii", newline="\n")
    sys.stdout = sys.stderr
    return channel


def jobs() -> queue.SimpleQueue[Job]:
    """What the parent asks for. When its end of the pipe closes, the process ends at once, whatever it is doing.

    Begins only when all is imported: on Windows, numpy does not load while a thread reads standard input
    (https://github.com/numpy/numpy/issues/24290).
    """
    waiting: queue.SimpleQueue[Job] = queue.SimpleQueue()

    def listen() -> None:
        try:
            for line in sys.stdin.buffer:
                message = decode(line)
                if isinstance(message, Job):
                    waiting.put(message)
        finally:
            os._exit(0)

    threading.Thread(target=listen, name="jobs", daemon=True).start()
    return waiting


def start(
    language: Language, rate: float, dial: int | None, scratch: Path, model: Path | None
) -> tuple[Speaker, Ready]:
    """A speaker that is ready. Raises ``EngineFailed``, ``OSError``."""
    engine: Engine = open_engine(language) if model is None else open_model(model)
    from assistant.voice.speak import Speaker

    at = dial or first_dial(language, rate)
    engine.settle(at, scratch)
    speaker = Speaker(engine, language, rate, scratch)
    better = None
    if dial is None and engine.voice.engine != ESPEAK:
        better = better_dial(language, rate, at, _reference(speaker, engine))
        if better is not None and not engine.stays_set:
            if not SLOWEST_MODEL <= better / rate <= FASTEST_MODEL:
                raise EngineFailed(Trouble.BAD_MODEL)
            at, better = better, None
            engine.settle(at, scratch)
    voice = engine.voice
    return speaker, Ready(voice.engine, voice.id, voice.name, engine.library, better, at)


def _reference(speaker: Speaker, engine: Engine) -> float:
    """Seconds of the reference; a model that cannot say it is no good. Raises ``EngineFailed``, ``OSError``."""
    try:
        return speaker.seconds_of_reference()
    except EngineFailed as failed:
        if engine.stays_set:
            raise
        raise EngineFailed(Trouble.BAD_MODEL) from failed


def answer(speaker: Speaker, job: Job) -> Message:
    """Do one job."""
    try:
        return Done(job.number, speaker.speak(job.text, Path(job.path)))
    except (EngineFailed, OSError):
        return Failed(job.number, Trouble.BAD_SOUND)


def main(arguments: list[str] | None = None) -> int:
    """Run until there is nothing more to say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--language", type=Language, default=Language.NB)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--dial", type=int)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--scratch", type=Path, default=Path("raw.wav"))
    asked = parser.parse_args(arguments)
    channel = private_channel()
    if asked.list:
        channel.write(json.dumps([asdict(voice) for voice in all_voices()]) + "\n")
        return 0
    # What is said in a break is nobody else's business.
    os.umask(0o077)
    # One thread is enough, and several cost memory.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nobody may be there any more to end a start that hangs.
    overdue = threading.Timer(START, os._exit, (1,))
    overdue.daemon = True
    overdue.start()
    try:
        speaker, ready = start(asked.language, asked.rate, asked.dial, asked.scratch, asked.model)
    except (EngineFailed, OSError) as failed:
        trouble = failed.trouble if isinstance(failed, EngineFailed) else Trouble.UNSETTLED
        channel.write(encode(Cannot(trouble)))
        return 1
    overdue.cancel()
    waiting = jobs()
    channel.write(encode(ready))
    while True:
        channel.write(encode(answer(speaker, waiting.get())))


if __name__ == "__main__":
    sys.exit(main())
