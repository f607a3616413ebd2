"""What all tests share: a home of their own, English, and the catalogue compiled as it stands."""

from __future__ import annotations

import datetime as dt
import re
import runpy
import threading
import time
from typing import TYPE_CHECKING

import pytest

from assistant import i18n, paths, settings
from assistant.check import check
from assistant.language import Language
from assistant.script.reading import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assistant.script.model import Script

HEAD = """
id = "x"
occasion = "between"
title = { nb = "Tittel", en = "Title" }
about = { nb = "Om.", en = "About." }
lengths = { least = 20, usual = 60, most = 600 }
evidence = { level = "deck", note = { nb = "Erfaring.", en = "Experience." } }
"""


def wait_until_written(name: str = "settings") -> None:
    """Come back when the threads of that name have written what they were to write."""
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join(10)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nothing-skipped", action="store_true", help="fail when a test was skipped")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where everything has been installed, a skipped test is one that was not run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter is not None else []
    if session.config.getoption("--nothing-skipped") and skipped and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session", autouse=True)
def fresh_catalogue() -> None:
    """The compiled catalogue is the one that stands in the tree."""
    compiler = runpy.run_path(str(paths.catalogues() / "compile.py"))
    compiler["compile_catalogues"](paths.catalogues())


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is read from or written to the folders of whoever runs the tests."""
    home = tmp_path / "home"
    home.mkdir()
    for name, folder in {
        "HOME": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "ACCESSIBLE", "NO_COLOR", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    paths._user.cache_clear()
    i18n.use(Language.EN)
    return home


@pytest.fixture(autouse=True)
def early_afternoon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is past one o'clock, here and in every process that is started: what suits the hour is the same all day."""
    monkeypatch.setenv("TZ", f"TEST{dt.datetime.now(dt.UTC).hour - 13:+d}")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def been_here_before(own_home: Path) -> None:
    """The screen that comes first of all has been seen."""
    settings.remember({"welcomed": True})


@pytest.fixture
def script_of() -> Callable[[str], Script]:
    """A script of the steps that are given, with an ordinary head."""
    return lambda steps: parse((HEAD + steps).encode(), "x.toml")


@pytest.fixture
def faults(tmp_path: Path) -> Callable[..., list[str]]:
    """What is said of a script of these steps, with its place in the file."""

    def of(*steps: str, head: str = HEAD) -> list[str]:
        path = tmp_path / "x.toml"
        path.write_text(head + "".join(steps), "utf-8")
        # Which line it is has a test of its own.
        return [re.sub(r" \(line \d+\)", "", str(said)).removeprefix(f"{path}: ") for said in check([path]).problems]

    return of
