"""The desktop is reached on this machine, or not at all."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.notify.bus import local_bus
from assistant.notify.notifier import Notifier
from tests.notify.session import running_bus, running_desktop
from tests.sound.null_sink import wait_until
from tests.test_house import run

if TYPE_CHECKING:
    from pathlib import Path

WATCHED = """
import os, sys
LOCAL = 1
def watch(event, arguments):
    if not event.startswith("socket."):
        return
    family = arguments[1] if event == "socket.__new__" else getattr(arguments[0], "family", None) if arguments else None
    if family != LOCAL:
        with open(os.environ["WATCHED_CONNECTIONS"], "a") as file:
            file.write(f"{sys.argv} {event} {arguments}\\n")
sys.addaudithook(watch)
"""
"""As in ``test_house``, and a connection to a local socket is none either."""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is the desktop of Linux")


@pytest.fixture
def connections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that every connection of any of our processes is written into."""
    watch = tmp_path / "watch"
    watch.mkdir()
    (watch / "sitecustomize.py").write_text(WATCHED, "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{watch}{os.pathsep}{paths.PACKAGE.parent}")
    monkeypatch.setenv("WATCHED_CONNECTIONS", str(tmp_path / "connections"))
    return tmp_path / "connections"


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("unix:path=/run/user/1/bus", "unix:path=/run/user/1/bus"),
        ("tcp:host=10.0.0.1,port=1;unix:path=/a;nonce-tcp:host=b", "unix:path=/a"),
        ("tcp:host=10.0.0.1,port=1", None),
        ("autolaunch:", None),
        (";", None),
        ("", None),
    ],
)
def test_only_a_bus_of_this_machine_is_asked(address: str, local: str | None) -> None:
    assert local_bus({"DBUS_SESSION_BUS_ADDRESS": address}) == local


@LINUX
def test_a_bus_that_is_not_named_is_looked_for_where_it_usually_is(tmp_path: Path) -> None:
    assert local_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) is None
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))

        assert local_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path}/bus"


@LINUX
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is not installed")
def test_a_notification_opens_no_connection(connections: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notifier = Notifier()
    with running_bus(tmp_path) as bus, running_desktop(bus, tmp_path):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
        notifier.show()
        assert wait_until(lambda: notifier.shown, 20)
        notifier.close()
        assert notifier.wait(5)

    assert not connections.exists()


@LINUX
@pytest.mark.slow
def test_a_bus_over_a_network_is_not_called(connections: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=127.0.0.1,port=1")
    notifier = Notifier()
    notifier.show()
    assert wait_until(lambda: notifier.trouble is not None, 20)
    notifier.close()

    assert not connections.exists()


@pytest.mark.slow
def test_the_watch_sees_a_connection_that_is_not_local(connections: Path) -> None:
    run("-c", f"import socket; socket.socket({int(socket.AF_INET)}).close()")

    assert "socket.__new__" in connections.read_text("utf-8")
