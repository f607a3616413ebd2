"""``mellomrom serve`` as a command: what it says, how it fails, and what it leaves alone."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import paths, settings
from tests.serving.served import PATIENCE, Served

pytestmark = pytest.mark.slow

LOADED = "import sys; from assistant.cli.command_line import run; run({!r}); print(*sys.modules, sep='\\n')"

IN_A_ROW = """
import json, sys
from assistant.cli.command_line import run
print(json.dumps([run(["serve", "--lang", "en", *options]) for options in json.loads(sys.argv[1])]))
"""
"""Runs one after the other, and prints the exit codes."""


def refused(*each: tuple[str, ...]) -> list[tuple[int, str]]:
    """Exit code and line of what cannot be served."""
    command = [sys.executable, "-c", IN_A_ROW, json.dumps(each)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    return list(zip(json.loads(result.stdout), result.stderr.splitlines(), strict=True))


def test_it_says_where_to_look_and_how_to_end_it(served: Served) -> None:
    said = rf"Open this in a browser: http://127\.0\.0\.1:{served.port}/[\w-]{{40,}}/"

    assert re.fullmatch(said, served.said[0])
    assert served.said[1:] == ["Ctrl+C ends it."]


def test_a_port_in_use_is_told_in_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        told = refused(("--port", port), ("--port", port, "--host", "0.0.0.0"))  # noqa: S104

    assert [(code, f"port {port} is in use" in line) for code, line in told] == [(1, True)] * 2


def test_an_address_that_this_machine_has_not_is_told_in_one_line() -> None:
    hosts = ["192.0.2.7", "no-such-host.invalid", "", "a" * 70 + ".b", "http://x", "300.1.1.1", "*"]
    hosts += ["0", "127.1", "0x7f.1", "0.0.0.0.", "2130706433"]  # addresses to some systems

    told = refused(*(("--port", "0", "--host", host) for host in hosts))

    assert [code for code, _line in told] == [1] * len(hosts)
    for host, (_code, line) in zip(hosts, told, strict=True):
        assert f"“{host[:50]}" in line


def test_a_port_that_is_none_is_a_wrong_use() -> None:
    told = refused(*(("--port", port) for port in ("65536", "-1", "x", "٣٤", "³")))

    assert [(code, "--port" in line) for code, line in told] == [(2, True)] * 5


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
