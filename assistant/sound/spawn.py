"""How a module of ours is run in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import Any

from assistant import paths


def module_command(module: str) -> list[str]:
    """The command that runs ``module`` with this interpreter."""
    # -P: nothing in the folder where the user happens to be is taken for a module.
    return [sys.executable, "-P", "-m", module]


def own_ground() -> dict[str, Any]:
    """Keyword arguments for ``subprocess``: apart from our terminal, so that Ctrl+C reaches only the parent."""
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return apart | {"env": _environment()}


def own_channel() -> int:
    """In such a process: what was standard output, for messages alone; what a library prints goes where errors go."""
    channel = os.dup(1)
    os.dup2(2, 1)
    return channel


def end_after(seconds: float) -> None:
    """In such a process: end by itself then, whatever it hangs in; nobody may be there any more to end it."""
    overdue = threading.Timer(seconds, os._exit, (1,))
    overdue.daemon = True
    overdue.start()


def _environment() -> dict[str, str]:
    """Ours, in which the child finds this very package, wherever it is started."""
    root = str(paths.PACKAGE.parent)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": root if not known else os.pathsep.join((root, known))}
