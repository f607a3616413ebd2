"""``mellomrom serve`` as a command: what it says, how it fails, and that nothing is left of it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from assistant import paths, settings
from tests.serving.served import PATIENCE, Served, Tab

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

LOADED = "import sys; from assistant.cli.command_line import run; run({!r}); print(*sys.modules, sep='\\n')"


def refused(*options: str, language: str = "en") -> str:
    """The one line that it ends with."""
    command = [sys.executable, "-m", "assistant", "serve", "--lang", language, *options]
    result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_it_says_where_to_look_and_how_to_end_it(served: Served) -> None:
    assert served.said == [f"Open this in a browser: http://127.0.0.1:{served.port}/", "Ctrl+C ends it."]


def test_a_port_in_use_is_told_in_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert f"port {port} is in use" in refused("--port", str(port))
        assert f"port {port} is in use" in refused("--port", str(port), "--host", "0.0.0.0")  # noqa: S104


@pytest.mark.parametrize(
    "host", ["192.0.2.7", "no-such-host.invalid", "", "a" * 70 + ".b", "http://x", "300.1.1.1", "*"]
)
def test_an_address_that_this_machine_has_not_is_told_in_one_line(host: str) -> None:
    assert f"“{host[:50]}" in refused("--port", "0", "--host", host)


@pytest.mark.parametrize("port", ["65536", "-1", "x"])
def test_a_port_that_is_none_is_a_wrong_use(port: str) -> None:
    command = [sys.executable, "-m", "assistant", "serve", "--port", port]
    result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)

    assert result.returncode == 2
    assert "--port" in result.stderr


@pytest.mark.browser
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_all_that_it_started(
    number: signal.Signals, tab: Callable[..., Tab], own_home: Path
) -> None:
    settings.remember({"welcomed": True, "sound": "bell"})
    with Served() as served:
        visitor = tab(served.address)
        visitor.wait_for("start")
        visitor.press(" ")
        visitor.wait_for("pause")
        below = served.all_below()
        assert len(below) >= 1

        assert served.ends(number) == (0, "")

        _gone, there = psutil.wait_procs(below, 5)
        assert there == []


@pytest.mark.browser
def test_apps_end_by_themselves_when_their_server_is_killed(served: Served, tab: Callable[..., Tab]) -> None:
    tab(served.address).wait_for("start")
    below = served.all_below()

    assert served.ends(signal.SIGKILL) == (-signal.SIGKILL, "")

    _gone, there = psutil.wait_procs(below, PATIENCE)
    assert there == []


@pytest.mark.parametrize("arguments", [["serve", "--help"], ["list"]], ids=lambda arguments: arguments[0])
def test_the_server_is_loaded_only_to_serve(arguments: list[str]) -> None:
    command = [sys.executable, "-c", LOADED.format(arguments)]
    result = subprocess.run(
        command, capture_output=True, text=True, timeout=PATIENCE, check=True, cwd=paths.PACKAGE.parent
    )

    loaded = {module.split(".")[0] for module in result.stdout.splitlines()}
    assert loaded & {"aiohttp", "textual_serve", "asyncio", "jinja2"} == set()


def test_with_a_home_of_its_own_everything_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME, str(tmp_path / "mine"))
    paths._user.cache_clear()

    settings.change({"motion": False})

    assert (tmp_path / "mine" / "config" / "settings.toml").is_file()
    for folder in (paths.own_scripts(), paths.record(), paths.clips(), paths.packs(), paths.runtime()):
        assert folder.is_relative_to(tmp_path / "mine")
    assert settings.load()[0].motion is False
