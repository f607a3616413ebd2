"""How macOS and Windows answer, told by a double of the library: neither has been run."""

from __future__ import annotations

import warnings
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

import pytest

from assistant.notify import bus
from assistant.notify.trouble import Trouble

with warnings.catch_warnings():
    # The library names a policy for event loops that Python 3.14 would rather forget.
    warnings.simplefilter("ignore", DeprecationWarning)
    from desktop_notifier import Capability

    from assistant.notify import desktop

if TYPE_CHECKING:
    from collections.abc import Callable

ORDER = {"app": "Mellomrom", "title": "Mellomrom", "text": "There is a little room now, if you like."}


class Library:
    """A double of ``DesktopNotifier``."""

    able = frozenset({Capability.TITLE})
    allowed = True
    takes = True
    raises: Exception | None = None
    sent: list[tuple[str, ...]]
    cleared: list[str]

    def __init__(self, *_: object) -> None:
        type(self).sent, type(self).cleared = [], []
        if self.raises is not None:
            raise self.raises

    async def get_capabilities(self) -> frozenset[Capability]:
        return self.able

    async def request_authorisation(self) -> bool:
        return self.allowed

    async def send(self, *words: str, on_dispatched: Callable[[], object], **_: object) -> str:
        self.sent.append(words)
        if self.takes:
            on_dispatched()
        return "1"

    async def get_current_notifications(self) -> list[str]:
        return ["1"]

    async def clear(self, identifier: str) -> None:
        self.cleared.append(identifier)


async def told(monkeypatch: pytest.MonkeyPatch, **library: object) -> list[dict[str, Any]]:
    """What the parent is told where the library is like that and nothing is shown for long."""
    for name, value in library.items():
        monkeypatch.setattr(Library, name, value)
    monkeypatch.setattr(desktop, "DesktopNotifier", Library)
    monkeypatch.setattr(bus, "local_bus", lambda _: "unix:path=/nowhere")
    monkeypatch.setenv(bus.VARIABLE, "")
    monkeypatch.setattr(desktop, "SHOWN", 0)
    events: list[dict[str, Any]] = []
    await desktop.show(ORDER, Future(), events.append)
    return events


async def test_what_is_shown_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await told(monkeypatch) == [{"event": "shown"}]
    assert Library.sent == [("Mellomrom", "There is a little room now, if you like.")]
    assert Library.cleared == ["1"]


async def test_for_a_parent_that_is_gone_nothing_is_shown() -> None:
    gone: Future[None] = Future()
    gone.set_result(None)
    events: list[dict[str, Any]] = []
    await desktop.show(ORDER, gone, events.append)

    assert events == []


@pytest.mark.parametrize(
    ("library", "trouble"),
    [
        ({"able": frozenset()}, Trouble.NOT_HERE),
        ({"allowed": False}, Trouble.NOT_ALLOWED),
        ({"takes": False}, Trouble.NO_SERVER),
        ({"raises": RuntimeError("no manager of toasts")}, Trouble.NO_SERVER),
    ],
    ids=["no bundle", "not allowed", "not taken", "no notifier"],
)
async def test_what_is_not_shown_is_told_of(
    library: dict[str, Any], trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await told(monkeypatch, **library) == [{"event": "trouble", "what": trouble}]


def test_every_trouble_has_a_line_of_its_own() -> None:
    lines = [trouble.line for trouble in Trouble]

    assert len(set(lines)) == len(lines)
    assert all("\n" not in line and len(line) < 100 for line in lines)
