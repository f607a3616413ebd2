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
        self._trouble: Trouble | None = None
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
        return self._trouble

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
        return self._trouble is not None and self._trouble.is_the_end

    def _give_up(self) -> None:
        self._note(Trouble.NO_ANSWER)
        self._child.kill()

    def _note(self, trouble: Trouble) -> None:
        """The first trouble is told; one that ends the sound is told even after one that did not."""
        if not self.is_over:
            self._trouble = trouble if self._trouble is None or trouble.is_the_end else self._trouble

    def _heard(self, event: Message) -> None:
        if event.get("event") == "ready":
            self.ready = True
        elif event.get("event") == "trouble":
            told = {trouble.value: trouble for trouble in Trouble}
            self._note(told.get(str(event.get("what")), Trouble.NO_ANSWER))

    def _ended(self) -> None:
        self.ready = False
        self._note(Trouble.NO_ANSWER)
