"""The child's side of the conversation: what the parent asks for is done with deck and device."""

from __future__ import annotations

from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING

from assistant.sound.deck import Deck
from assistant.sound.keeper import Keeper
from assistant.sound.load import place_clip, soundtrack
from assistant.sound.messages import LOST
from assistant.sound.plan import Part, SoundPlan
from assistant.sound.samples import Unreadable, read
from assistant.sound.trouble import Trouble
from assistant.units import MS_PER_SECOND, Ms, Seconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from queue import SimpleQueue

    from assistant.sound.messages import Message

LOOK = Seconds(1.0)
"""How often it is looked at whether the device still asks for samples."""


class Host:
    """Serves one parent: what comes in ``inbox`` is dealt with, what there is to say goes to ``tell``."""

    def __init__(self, inbox: SimpleQueue[Message | str], tell: Callable[[Message], None]) -> None:
        self._inbox = inbox
        self._tell = tell
        self._deck = Deck()
        self._keeper = Keeper(self._deck, lambda: self._inbox.put(LOST))
        self._told: tuple[bool, Trouble | None] | None = None
        """What the parent knows of the device: whether it is open, and what is wrong."""
        self._deeds: dict[str, Callable[[Message], None]] = {
            "output": self._output,
            "plan": self._plan,
            "clip": self._clip,
            "play": self._play,
            "seek": self._seek,
            "pause": lambda _: self._deck.post(self._deck.hold),
            "volume": self._volume,
            "say": self._say,
        }

    def serve(self) -> None:
        """Until the parent says stop, or is gone; then silence."""
        try:
            while self._once():
                pass
            self._keeper.fade()
        finally:
            self._keeper.close()

    def _once(self) -> bool:
        """Deal with what comes next; says whether to go on."""
        try:
            item = self._inbox.get(timeout=LOOK)
        except Empty:
            self._keeper.look()
        else:
            if item == LOST:
                self._keeper.reopen()
            elif isinstance(item, dict) and item.get("do") != "stop":
                self._deal(item)
            else:
                return False
        self._tell_of_device()
        return True

    def _deal(self, message: Message) -> None:
        deed = self._deeds.get(message.get("do", ""))
        try:
            if deed is not None:
                deed(message)
        except Unreadable:
            self._trouble(Trouble.UNREADABLE)
        self._tell({"event": "did", "n": message.get("n")})

    def _plan(self, message: Message) -> None:
        plan = SoundPlan.from_plain(message["plan"])
        track = soundtrack(plan, lambda: self._trouble(Trouble.UNREADABLE))
        if self._keeper.is_open:
            self._keeper.fade()
        else:
            self._keeper.open()
        self._deck.post(lambda: self._deck.replace(track))
        self._told = None

    def _clip(self, message: Message) -> None:
        placed = place_clip(message["path"], Ms(message["at"]))
        self._deck.post(lambda: self._deck.put(placed))

    def _play(self, message: Message) -> None:
        position, at = Ms(message["position"]), Seconds(message["at"])
        self._deck.post(lambda: self._deck.play(position, at))

    def _seek(self, message: Message) -> None:
        position, at = Ms(message["position"]), Seconds(message["at"])
        self._deck.post(lambda: self._deck.seek(position, at))

    def _volume(self, message: Message) -> None:
        part, volume = Part(message["part"]), float(message["volume"])
        self._deck.post(lambda: self._deck.set_volume(part, volume))

    def _say(self, message: Message) -> None:
        sound, part = read(Path(message["path"])), Part(message["part"])
        # What is to be heard now must not wait for a device that comes in a minute.
        if self._keeper.is_open:
            self._deck.post(lambda: self._deck.say(sound, part))

    def _output(self, message: Message) -> None:
        delay = Seconds(message["delay"] / MS_PER_SECOND)
        self._deck.post(lambda: setattr(self._deck, "delay", delay))
        self._keeper.want(message["device"])

    def _tell_of_device(self) -> None:
        """What has changed with the device, once it has been asked for."""
        found = (self._keeper.is_open, self._keeper.trouble)
        if found in (self._told, (False, None)):
            return
        self._told = found
        if self._keeper.is_open:
            self._tell({"event": "ready"})
        if self._keeper.trouble is not None:
            self._trouble(self._keeper.trouble)

    def _trouble(self, trouble: Trouble) -> None:
        self._tell({"event": "trouble", "what": trouble.value})
