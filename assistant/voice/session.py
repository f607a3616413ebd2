"""One child process of the system voice, from its start to its end."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.units import MS_PER_SECOND
from assistant.voice.clipfile import read_clip
from assistant.voice.messages import Cannot, Done, Failed, Job, Message, Ready, Trouble, decode, encode
from assistant.voice.phrases import least_seconds
from assistant.voice.process import Child, ChildLost

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.sound.clip import Clip


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a child is waited for before it counts as hung."""

    ready: float = 10.0
    line: float = 5.0
    character: float = 0.1
    """Added for each character of the line."""


class Stumbled(Exception):  # noqa: N818
    """The child has not done what it should, and should be ended."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        """``trouble`` is what the child says of it; nothing if it hangs, has died or talks rubbish."""
        super().__init__(trouble)
        self.trouble = trouble


class NeverReady(Stumbled):
    """It did so before it could speak at all."""


class Session:
    """A child that speaks. ``kill`` from any thread, the rest from one."""

    def __init__(self, command: Sequence[str], folder: Path, patience: Patience) -> None:
        """Start ``command``, which will write to ``folder``, and do not wait for it. Raises ``NeverReady``."""
        self._patience = patience
        self._folder = folder
        self._token = secrets.token_hex(4)
        self._scratch = folder / f"raw-{self._token}.wav"
        self._number = 0
        try:
            self._child = Child([*command, "--scratch", str(self._scratch)])
        except ChildLost as lost:
            raise NeverReady from lost

    @property
    def pid(self) -> int:
        """The number of the child in the system."""
        return self._child.pid

    def wait_until_ready(self) -> Ready:
        """What the child says of itself when it can speak. Raises ``NeverReady``."""
        try:
            answer = self._answer(self._patience.ready)
        except Stumbled as stumbled:
            raise NeverReady from stumbled
        if isinstance(answer, Ready):
            return answer
        raise NeverReady(answer.trouble if isinstance(answer, Cannot) else None)

    def say(self, text: str, name: str) -> Clip:
        """``text`` in a file of that name, looked at: it is whole, and long enough. Raises ``Stumbled``."""
        self._number += 1
        target = self._folder / name
        try:
            self._child.send(encode(Job(self._number, text, str(target))))
        except ChildLost as lost:
            raise Stumbled from lost
        answer = self._answer(self._patience.line + self._patience.character * len(text))
        if isinstance(answer, Failed):
            raise Stumbled(answer.trouble)
        if not isinstance(answer, Done) or answer.number != self._number:
            raise Stumbled
        clip = read_clip(target)
        if clip is None or clip.length < least_seconds(text) * MS_PER_SECOND:
            target.unlink(missing_ok=True)
            raise Stumbled(Trouble.BAD_SOUND)
        return clip

    def kill(self) -> None:
        """End the child at once, and take away what it has not finished. May be called twice."""
        self._child.kill()
        for unfinished in (self._scratch, *self._folder.glob(f"*-{self._token}.part")):
            with contextlib.suppress(OSError):  # the cache sweeps it up one day
                unfinished.unlink(missing_ok=True)

    def _answer(self, seconds: float) -> Message:
        try:
            return decode(self._child.receive(seconds))
        except (ChildLost, ValueError) as error:
            raise Stumbled from error
