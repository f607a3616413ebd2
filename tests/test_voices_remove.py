"""``mellomrom voices remove``: to take a voice away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from assistant import paths, settings
from assistant.language import Language
from assistant.outfile import NotWritten
from tests.pty_terminal import Terminal
from tests.voices_there import NORWEGIAN, line_of, model, refused, voices

if TYPE_CHECKING:
    from pathlib import Path


def test_an_added_voice_goes_with_all_that_belongs_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    path = model()
    other = model("en_GB-alba-medium")
    for suffix in (".MODEL_CARD", ".onnx.part", ".onnx.part.etag"):
        (path.parent / f"{NORWEGIAN}{suffix}").write_bytes(b"x")

    voices("remove", NORWEGIAN, "--yes")

    assert sorted(one.name for one in path.parent.iterdir()) == [other.name, f"{other.name}.json"]
    assert capsys.readouterr().out == f"Removed: {path.parent} (files: 5)\n"


def test_what_has_come_of_one_that_was_broken_off_goes_too() -> None:
    path = model()
    path.rename(path.with_name(f"{path.name}.part"))

    voices("remove", NORWEGIAN.upper(), "--yes")

    assert not path.parent.exists()


def test_a_recorded_voice_goes_in_every_language_and_what_is_not_ours_stays() -> None:
    line_of("Anna", "One.", Language.NB)
    mine = line_of("Anna", "Two.", Language.EN).with_name("notes.txt")
    mine.write_text("Mine.", "utf-8")
    kept = line_of("Bo", "One.", Language.NB)

    voices("remove", "Anna", "--yes")

    assert {path for path in paths.voices().rglob("*") if path.is_file()} == {mine, kept}
    assert not (paths.voices() / "recorded" / "Anna" / "nb").exists()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("system", "the computer's own voice stays"),
        ("en_US-joe-medium", "en_US-joe-medium came with a package"),
        ("Bo", "there is no voice called “Bo”"),
        ("../natural", "there is no voice called “../natural”"),
        ("", "there is no voice called “”"),
    ],
)
def test_others_cannot_be_removed(name: str, line: str) -> None:
    path = model()

    assert refused("remove", name, "--yes").startswith(line)
    assert path.exists()


def test_where_there_is_none_of_that_name_only_those_that_can_be_removed_are_offered() -> None:
    assert refused("remove", "Bo", "--yes").endswith(", nor any other that was added or recorded")
    model("en_GB-alba-medium")
    line_of("Anna", "One.", Language.NB)

    assert refused("remove", "Bo", "--yes").endswith("; these can be removed: Anna, en_GB-alba-medium")


def test_where_it_was_chosen_it_is_taken_out_of_the_settings_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    mine = line_of("Anna", "One.", Language.NB).with_name("notes.txt")
    mine.write_text("Mine.", "utf-8")
    line_of("Bo", "One.", Language.EN)
    settings.change({"voice-nb": "anna", "voice-en": "Bo"})

    voices("remove", "Anna", "--yes")

    chosen, _trouble = settings.load()
    assert (chosen.voice_nb, chosen.voice_en) == ("", "Bo")
    said = capsys.readouterr().out.splitlines()
    assert said[1:] == ["voice-nb is no longer set to anna; the best voice there is speaks instead"]


def test_one_that_a_package_has_too_stays_chosen() -> None:
    model("en_US-joe-medium")
    settings.change({"voice-en": "en_US-joe-medium"})

    voices("remove", "en_US-joe-medium", "--yes")

    assert settings.load()[0].voice_en == "en_US-joe-medium"


def test_settings_that_cannot_be_written_are_told_of_and_the_voice_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    line = line_of("Anna", "One.", Language.NB)
    settings.change({"voice-nb": "Anna"})

    def full(_changes: object) -> None:
        raise NotWritten("there is no room")

    monkeypatch.setattr(settings, "change", full)

    assert refused("remove", "Anna", "--yes") == "there is no room"
    assert not line.exists()


@pytest.mark.parametrize("kind", ["models", "a person"])
def test_what_lies_behind_a_link_is_not_ours_to_remove(kind: str, tmp_path: Path) -> None:
    mine = model() if kind == "models" else line_of("Anna", "One.", Language.NB)
    place = mine.parent if kind == "models" else mine.parents[1]
    place.rename(tmp_path / "mine")
    place.symlink_to(tmp_path / "mine")

    line = refused("remove", NORWEGIAN if kind == "models" else "Anna", "--yes")

    assert line.endswith("nothing in it is Mellomrom's own, so nothing was removed")
    assert mine.is_file()


def test_where_nobody_can_be_asked_nothing_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    path = model()
    monkeypatch.setattr(sys, "stdin", None)

    assert "nobody can be asked here" in refused("remove", NORWEGIAN)
    assert path.exists()


@pytest.mark.terminal
@pytest.mark.parametrize(("answer", "stays"), [("y", False), ("", True), ("n", True)])
def test_one_is_asked_first(answer: str, stays: bool) -> None:
    path = model()

    with Terminal("voices", "remove", NORWEGIAN) as terminal:
        terminal.wait_for(f"Remove {NORWEGIAN}, files: 2? This cannot be undone. (y/N)")
        terminal.type(f"{answer}\r")
        assert terminal.ends() == 0

    assert path.exists() is stays
