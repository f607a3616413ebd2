"""A notification is quiet, names nothing and goes again, and what cannot be shown stops nothing."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING

import pytest

from assistant import i18n
from assistant.language import Language
from assistant.notify.notifier import Notifier
from assistant.notify.trouble import Trouble
from tests.notify.session import ALL, running_bus, running_desktop
from tests.sound.null_sink import wait_until
from tests.test_house import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.notify.session import Desktop

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is the desktop of Linux"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is not installed"),
]

AT_ONCE = 0.1
"""Seconds that nobody notices."""
HURRIED = (
    "from assistant.notify import desktop; desktop.{what} = {seconds}; from assistant.notify.child import main; main()"
)
"""A child with less patience than ours."""
WITHOUT = "import sys; sys.modules['desktop_notifier'] = None; from assistant.notify.child import main; main()"
"""A child that finds no library."""
LEFT_ALONE = """
import time
from assistant.notify.notifier import Notifier
notifier = Notifier()
notifier.show()
while not notifier.shown:
    time.sleep(0.01)
"""
"""A programme that ends without a word to its notification."""
LOADED = "import sys; from assistant.notify.notifier import Notifier; Notifier().show(); print(*sys.modules)"


def python(code: str) -> list[str]:
    return [sys.executable, "-P", "-c", code]


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with running_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def desktop(bus: str, tmp_path: Path) -> Iterator[Desktop]:
    with running_desktop(bus, tmp_path) as desktop:
        yield desktop


@pytest.fixture
def notifier() -> Iterator[Notifier]:
    notifier = Notifier()
    yield notifier
    notifier.close()
    assert notifier.wait(5)


def show(notifier: Notifier) -> None:
    """Show one, and wait until it is known how that went."""
    notifier.show()
    assert wait_until(lambda: notifier.shown or notifier.trouble is not None, 20)


def test_a_notification_is_quiet_and_goes_by_itself(notifier: Notifier, desktop: Desktop) -> None:
    show(notifier)

    ((app, replaces, icon, title, text, actions, hints, milliseconds),) = desktop.asked("Notify")
    assert (app, replaces, icon) == ("Mellomrom", 0, "")
    assert (title, text) == ("Mellomrom", "There is a little room now, if you like.")
    assert actions == ["default", ""]  # the library's own: to click the notification itself; no button
    assert hints == {"urgency": 1}
    assert milliseconds == 20_000
    assert notifier.trouble is None


def test_it_speaks_the_language_in_use(notifier: Notifier, desktop: Desktop) -> None:
    i18n.use(Language.NB)
    show(notifier)

    assert desktop.asked("Notify")[0][4] == "Det er litt rom nå, om du vil."


def test_a_second_one_takes_the_first_away(notifier: Notifier, desktop: Desktop) -> None:
    show(notifier)
    show(notifier)

    assert len(desktop.asked("Notify")) == 2
    assert wait_until(lambda: desktop.asked("CloseNotification") == [[1]], 5)


def test_it_is_taken_away_when_we_leave(notifier: Notifier, desktop: Desktop) -> None:
    show(notifier)
    notifier.close()

    assert notifier.wait(1)
    assert desktop.asked("CloseNotification") == [[1]]
    assert notifier.trouble is None


def test_it_is_taken_away_also_where_the_desktop_would_keep_it(desktop: Desktop) -> None:
    notifier = Notifier(command=python(HURRIED.format(what="SHOWN", seconds=0)))
    show(notifier)

    assert notifier.wait(5)
    assert desktop.asked("CloseNotification") == [[1]]
    notifier.close()


def test_it_is_taken_away_when_its_parent_ends(desktop: Desktop) -> None:
    run("-c", LEFT_ALONE)

    assert wait_until(lambda: desktop.asked("CloseNotification") == [[1]], 5)


def test_who_shows_a_notification_loads_nothing_heavy(desktop: Desktop) -> None:
    loaded = {module.split(".")[0] for module in run("-c", LOADED).split()}

    assert loaded & {"desktop_notifier", "dbus_fast", "asyncio", "socket", "ssl", "numpy"} == set()


def test_without_a_bus_it_says_so(notifier: Notifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    show(notifier)

    assert notifier.trouble == Trouble.NO_DESKTOP.line


@pytest.mark.parametrize(
    "address", ["unix:path=/nowhere", "unix:", "unix:path=ø", "nonsense", "tcp:host=127.0.0.1,port=1"]
)
def test_a_bus_that_is_not_there_is_none(notifier: Notifier, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    show(notifier)

    assert notifier.trouble == Trouble.NO_DESKTOP.line


def test_a_bus_that_the_environment_does_not_name_is_found(
    notifier: Notifier, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    show(notifier)

    assert len(desktop.asked("Notify")) == 1


def test_a_desktop_that_shows_no_notifications_is_told_of(notifier: Notifier, bus: str) -> None:
    show(notifier)

    assert notifier.trouble == Trouble.NO_SERVER.line


@pytest.mark.parametrize("answers", ["", ALL.replace("Notify,", "")], ids=["to nothing", "to all but Notify"])
def test_a_desktop_that_never_answers_is_told_of(bus: str, tmp_path: Path, answers: str) -> None:
    notifier = Notifier(command=python(HURRIED.format(what="PATIENCE", seconds=0.5)))
    with running_desktop(bus, tmp_path, answers):
        show(notifier)

    assert notifier.trouble == Trouble.NO_ANSWER.line
    notifier.close()


def test_nobody_waits_for_a_desktop_that_never_answers(bus: str, tmp_path: Path) -> None:
    notifier = Notifier()
    with running_desktop(bus, tmp_path, "Introspect") as desktop:
        began = time.monotonic()
        notifier.show()
        shown = time.monotonic()
        assert wait_until(lambda: len(desktop.asked("GetServerInformation")) == 1, 20)
        closing = time.monotonic()
        notifier.close()
        closed = time.monotonic()

        assert shown - began < AT_ONCE
        assert closed - closing < AT_ONCE
        assert notifier.wait(1)
    assert notifier.trouble is None


def test_a_desktop_that_dies_is_told_of(bus: str, tmp_path: Path, notifier: Notifier) -> None:
    with running_desktop(bus, tmp_path, "Introspect") as desktop:
        notifier.show()
        assert wait_until(lambda: len(desktop.asked("GetServerInformation")) == 1, 20)

    assert wait_until(lambda: notifier.trouble is not None, 5)
    assert notifier.trouble == Trouble.NO_SERVER.line


def test_without_the_library_it_says_so() -> None:
    notifier = Notifier(command=python(WITHOUT))
    show(notifier)

    assert notifier.trouble == Trouble.NO_LIBRARY.line
    notifier.close()


@pytest.mark.parametrize("command", [["/nowhere/python"], python("raise SystemExit(1)"), python("print('{}')")])
def test_a_child_that_does_not_do_its_work_is_told_of(command: list[str]) -> None:
    notifier = Notifier(command=command)
    show(notifier)

    assert notifier.trouble == Trouble.NO_ANSWER.line
    notifier.close()


def test_a_child_that_hangs_is_made_to_go() -> None:
    notifier = Notifier(command=python("import time; time.sleep(60)"))
    notifier.show()
    notifier.close()

    assert notifier.wait(2)
