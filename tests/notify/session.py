"""A session bus of our own, and a desktop on it: real D-Bus, of which nothing of this machine's own desktop is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

DESKTOP = Path(__file__).with_name("fake_desktop.py")
ALL = "Introspect,GetServerInformation,GetCapabilities,Notify,CloseNotification"
# No folder of services: nothing is started because somebody asks for it.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""


@dataclass(frozen=True)
class Desktop:
    """What it was asked for."""

    file: Path

    def asked(self, method: str) -> list[list[Any]]:
        """The arguments of every call of ``method``, in order."""
        lines = self.file.read_text("utf-8").splitlines() if self.file.exists() else []
        return [body for member, body in map(json.loads, lines) if member == method]


@contextmanager
def running_bus(folder: Path) -> Iterator[str]:
    """The address of a session bus that nobody is on."""
    config = folder / "bus.conf"
    config.write_text(BUS.format(socket=folder / "bus"), "utf-8")
    with _running(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]) as address:
        yield address


@contextmanager
def running_desktop(bus: str, folder: Path, answers: str = ALL) -> Iterator[Desktop]:
    """A desktop on ``bus`` that answers to the methods ``answers`` and to no others."""
    file = folder / "asked"
    command = [sys.executable, str(DESKTOP), answers, str(file)]
    with _running(command, DBUS_SESSION_BUS_ADDRESS=bus):
        yield Desktop(file)


@contextmanager
def _running(command: list[str], **environment: str) -> Iterator[str]:
    """Run ``command`` until the end; the first line that it writes, when it has written it."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | environment)
    assert process.stdout is not None
    try:
        line = process.stdout.readline().strip()
        assert line, f"{command[0]} did not start"
        yield line
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
