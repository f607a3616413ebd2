"""Which device is meant by a name, and whether a better one has come."""

from __future__ import annotations

import threading

import pytest

from assistant.sound import lookout
from assistant.sound.devices import named
from assistant.sound.lookout import Lookout
from assistant.sound.probe import SoundReport
from assistant.units import Seconds
from tests.sound.null_sink import wait_until

DEVICES = ("Speakers (Realtek)", "Kari's AirPods", "HDMI", "AirPods")


@pytest.mark.parametrize(
    ("wanted", "place"),
    [("airpods", 3), ("KARI", 1), ("speak", 0), ("hdmi ", 2), ("headphones", None), ("", None), ("  ", None)],
)
def test_a_device_is_meant_by_its_name_or_else_by_a_part_of_it(wanted: str, place: int | None) -> None:
    assert named(DEVICES, wanted) == place


class Machine:
    """Whose devices can be changed, and which counts how often it is asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, follows: bool) -> None:
        self.outputs, self.default, self.asked = ["HDMI"], "HDMI", 0
        monkeypatch.setattr(lookout, "FOLLOWED", not follows)
        monkeypatch.setattr(lookout, "EVERY", Seconds(-1))
        monkeypatch.setattr(lookout, "probe", self.probe)

    def probe(self) -> SoundReport:
        self.asked += 1
        return SoundReport(answered=True, library="x", outputs=tuple(self.outputs), default=self.default)

    @property
    def is_asked(self) -> bool:
        """Whether anybody asks, or has asked."""
        return any(thread.name == "sound: lookout" for thread in threading.enumerate()) or self.asked > 0

    def sees_better(self, one: Lookout, used: str, wanted: str) -> bool:
        """Whether ``one`` sees a better device by what there is now."""
        before, seen = self.asked, []

        def has_answered() -> bool:
            seen.append(one.sees_better(used, wanted))
            # Whoever asks again has looked at the answer before.
            return self.asked >= before + 2

        assert wait_until(has_answered, 10)
        return any(seen)


def test_a_device_that_is_wanted_is_seen_when_it_comes_and_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=False)
    one = Lookout()
    before = machine.sees_better(one, "HDMI", "airpods")
    machine.outputs.append("AirPods")

    first, again = (machine.sees_better(one, "HDMI", "airpods") for _ in range(2))

    assert (before, first, again) == (False, True, False)


def test_where_the_system_does_not_move_what_plays_another_default_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=True)
    one = Lookout()
    before = machine.sees_better(one, "HDMI", "")
    machine.default = "AirPods"

    first, again = machine.sees_better(one, "HDMI", ""), machine.sees_better(one, "AirPods", "")

    assert (before, first, again) == (False, True, False)


def test_where_a_sound_server_moves_what_plays_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=False)
    machine.default = "AirPods"

    assert not Lookout().sees_better("HDMI", "")
    assert not machine.is_asked


def test_it_asks_seldom_for_asking_costs_work(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=True)
    monkeypatch.setattr(lookout, "EVERY", Seconds(20))
    Lookout().sees_better("HDMI", "")

    assert not machine.is_asked
