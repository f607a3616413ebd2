"""What is known of one child that plays sound, from its start to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.sound.companion import Companion
from assistant.sound.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.sound.messages import Message

TO_LEAVE = 1.0
"""Seconds that the child may take to fade out and leave."""


class Session:
    """One child, and what is wrong with it. All methods return at once, and none raises."""

    def __init__(self, command: Sequence[str], patience: float) -> None:
        self.ready = False
        """Whether its device is open and asks for samples."""
        self._patience = patience
        self._end: Trouble | None = None
        """Why nothing more will be heard."""
        self._device: Trouble | None = None
        """What is wrong with the device at present."""
        self._left_out: Trouble | None = None
        """What could not be sounded, once there was something."""
        self._leaving = False
        self._child = Companion(command, self._heard, self._ended)

    @property
    def is_over(self) -> bool:
        """Whether it has been told to end, or cannot sound any more."""
        return self._leaving or self._given_up

    def trouble(self) -> Trouble | None:
        """What is wrong, if anything; also where an answer should long have come."""
        if not self.is_over and self._child.overdue(self._patience):
            self._give_up()
        return self._end or self._device or self._left_out

    def tell(self, message: Message) -> None:
        """Send ``message``, if anybody is there to hear it."""
        if not self.is_over and not self._child.send(message):
            self._give_up()

    def stop(self) -> None:
        """Have it fade out and leave, and made to if it does not."""
        if self._leaving:
            return
        self._leaving = True
        self._child.send({"do": "stop"})
        self._child.leave(TO_LEAVE)

    def wait(self, seconds: float) -> bool:
        """Wait until it is gone, for so many seconds at most; says whether it is."""
        return self._child.gone.wait(seconds)

    @property
    def _given_up(self) -> bool:
        return self._end is not None

    def _give_up(self) -> None:
        self._note(Trouble.NO_ANSWER)
        self._child.kill()

    def _note(self, trouble: Trouble) -> None:
        if self.is_over:
            return
        if trouble.is_the_end:
            self._end = trouble
        elif trouble.is_the_device:
            self._device = trouble
            self.ready = self.ready and trouble is Trouble.NOT_THERE
        else:
            self._left_out = trouble

    def _heard(self, event: Message) -> None:
        if event.get("event") == "ready":
            self._device = None
            self.ready = True
        elif event.get("event") == "trouble":
            told = {trouble.value: trouble for trouble in Trouble}
            self._note(told.get(str(event.get("what")), Trouble.NO_ANSWER))

    def _ended(self) -> None:
        self.ready = False
        self._note(Trouble.NO_ANSWER)
