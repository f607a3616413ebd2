"""The whole shelf, with the page that lists it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest.mock import DEFAULT, Mock

import pytest

from assistant import paths, shelf
from assistant.cli import exporting
from assistant.cli.exits import InputWrong
from assistant.export.writing import write
from assistant.shelf import Shelf, whole_shelf
from tests.export.export_files import export
from tests.export.export_pages import on_to_the_choice

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture
def small_shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A few breaks of the shelf: to write all as pages takes two minutes."""
    few = Shelf(tuple(whole_shelf().by_id[name] for name in ("slurk", "godta-merk-navn", "tell-ting", "se-deg-rundt")))
    monkeypatch.setattr(exporting, "whole_shelf", lambda: few)
    return few


@pytest.mark.parametrize("kind", ["txt", "md", "srt", "vtt"])
def test_every_break_there_is_gets_a_file_and_a_line_in_the_list(kind: str, tmp_path: Path) -> None:
    export("--all", tmp_path / "new", "--as", kind, "--no-voice")

    names = {f"{script.id}.{kind}" for script in whole_shelf().scripts}
    assert {path.name for path in (tmp_path / "new").iterdir()} == names | {"index.html"}
    assert set(re.findall(r'href="([^"]*\.\w+)"', (tmp_path / "new" / "index.html").read_text("utf-8"))) == names


def test_our_own_breaks_are_read_once_for_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gathering = Mock(side_effect=shelf.gather)
    monkeypatch.setattr(exporting, "gather", gathering)

    export("--all", tmp_path, "--as", "txt")

    gathering.assert_called_once_with([paths.scripts()])


@pytest.mark.browser
@pytest.mark.slow
def test_from_the_list_one_comes_to_a_break_and_from_its_choice_to_another(
    small_shelf: Shelf, browser: Browser, tmp_path: Path
) -> None:
    export("--all", tmp_path, "--no-voice")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "index.html").as_uri())

    assert [heading.inner_text() for heading in page.locator("h2").all()] == [
        *("In the conversation", "Between conversations", "If it is too much")
    ]
    page.get_by_role("link", name="Accept, notice, name").click()
    page.wait_for_url("**/godta-merk-navn.html")
    page.keyboard.press(" ")
    on_to_the_choice(page)
    page.get_by_role("link", name="Another break").click()
    page.wait_for_url("**/tell-ting.html")

    assert page.locator("h1").inner_text() == small_shelf.by_id["tell-ting"].title.en
    assert all(url.startswith(tmp_path.as_uri()) for url in asked)
    page.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_list(theme: str, browser: Browser, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    export("--all", tmp_path, "--as", "txt")
    context = browser.new_context(bypass_csp=True, color_scheme=theme, viewport={"width": 320, "height": 700})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())

    found = Axe().run(page, options={"rules": {"color-contrast-enhanced": {"enabled": True}}})

    assert [violation["id"] for violation in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_a_script_that_cannot_be_read_is_told_and_the_rest_is_written(
    own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.own_scripts().mkdir(parents=True)
    (paths.own_scripts() / "broken.toml").write_text("id = ", "utf-8")

    export("--all", tmp_path, "--as", "txt")

    said = capsys.readouterr()
    assert "broken.toml" in said.err
    *files, last = said.out.splitlines()
    ids = [script.id for script in shelf.whole_shelf().scripts]
    assert files == [f"Written: {tmp_path / name}.txt" for name in ids]
    assert last.startswith(f"Written: {len(ids)} breaks")


@pytest.mark.parametrize("written", [0, 2])
def test_stopped_it_is_said_how_many_are_written_and_no_empty_folder_is_left(
    written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = Mock(wraps=write, side_effect=[*[DEFAULT] * written, KeyboardInterrupt])
    monkeypatch.setattr(exporting, "write", writing)

    with pytest.raises(InputWrong) as told:
        export("--all", tmp_path / "new", "--as", "txt")

    count = len(whole_shelf().scripts)
    assert str(told.value) == f"Stopped: {written} of {count} breaks are written."
    assert (tmp_path / "new").exists() == (written > 0)
    assert len(list(tmp_path.glob("new/*"))) == written


def test_stopped_it_leaves_an_empty_folder_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "write", Mock(side_effect=KeyboardInterrupt))

    with pytest.raises(InputWrong):
        export("--all", tmp_path)

    assert tmp_path.is_dir()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")

    with pytest.raises(InputWrong, match="this is a file; name a folder"):
        export("--all", tmp_path / "x")
    with pytest.raises(InputWrong, match="the folder cannot be made"):
        export("--all", tmp_path / "no" / "x")
