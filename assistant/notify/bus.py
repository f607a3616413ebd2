"""Where the desktop of Linux is reached: a socket on this machine, and never over a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "DBUS_SESSION_BUS_ADDRESS"
LOCAL = "unix:"


def local_bus(environ: Mapping[str, str]) -> str | None:
    """The address of the session bus of this machine; nothing where there is none, or only one over a network."""
    address = environ.get(VARIABLE)
    if not address:
        runtime = environ.get("XDG_RUNTIME_DIR")
        return f"{LOCAL}path={runtime}/bus" if runtime and Path(runtime, "bus").is_socket() else None
    return ";".join(part for part in address.split(";") if part.startswith(LOCAL)) or None
