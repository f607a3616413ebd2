"""Which device is meant by a name, and whether a better one has come."""

from __future__ import annotations

import pytest

from assistant.clock import now
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
        monkeypatch.setattr(lookout, "EVERY", Seconds(0))
        monkeypatch.setattr(lookout, "probe", self.probe)

    def probe(self) -> SoundReport:
        self.asked += 1
        return SoundReport(answered=True, library="x", outputs=tuple(self.outputs), default=self.default)


def sees(one: Lookout, used: str, wanted: str) -> bool:
    """Whether it sees a better device when it has asked twice."""
    return any([one.sees_better(used, wanted), wait_until(lambda: one.sees_better(used, wanted), 0.2)])


def test_a_device_that_is_wanted_is_seen_when_it_comes_and_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=False)
    one = Lookout()
    before = sees(one, "HDMI", "airpods")
    machine.outputs.append("AirPods")

    assert (before, sees(one, "HDMI", "airpods"), sees(one, "HDMI", "airpods")) == (False, True, False)


def test_where_the_system_does_not_move_what_plays_another_default_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=True)
    one = Lookout()
    before = sees(one, "HDMI", "")
    machine.default = "AirPods"

    assert (before, sees(one, "HDMI", ""), sees(one, "AirPods", "")) == (False, True, False)


def test_where_a_sound_server_moves_what_plays_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=False)
    machine.default = "AirPods"

    assert not sees(Lookout(), "HDMI", "")
    assert machine.asked == 0


def test_it_asks_seldom_for_asking_costs_work(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, follows=True)
    monkeypatch.setattr(lookout, "EVERY", Seconds(20))
    one, until = Lookout(), now() + 0.2
    while now() < until:
        one.sees_better("HDMI", "")

    assert machine.asked == 0
