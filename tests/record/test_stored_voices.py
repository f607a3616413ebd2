"""What voices take: only what Mellomrom has written goes when all is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.language import Language
from assistant.stored.erasing import erase
from assistant.stored.export import export
from assistant.stored.inventory import stored
from tests.voices_there import line_of, model

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ["the models", "all recordings", "a person", "a language"]


def linked(kind: str, mine: Path) -> Path:
    """A voice that lies in the folder ``mine``, to which a link leads; where it is reached."""
    file = model() if kind == "the models" else line_of("Anna", "One.", Language.NB)
    place = {
        "the models": paths.models(),
        "all recordings": paths.recordings(),
        "a person": paths.recordings() / "Anna",
        "a language": file.parent,
    }[kind]
    place.rename(mine)
    place.symlink_to(mine)
    return file


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_behind_a_link_is_listed_or_erased(kind: str, tmp_path: Path) -> None:
    file = linked(kind, tmp_path / "mine")

    assert not [path for thing in stored() for path in thing.files]
    assert all(removal.done for removal in erase(stored()))
    assert file.is_file()


def test_who_has_recorded_lines_is_exported_by_name_and_not_the_sound() -> None:
    for language in Language:
        line_of("Kari", "One.", language)
    line_of("Anna", "One.", Language.EN)
    (paths.recordings() / "Bo" / "nb").mkdir(parents=True)

    values, troubles = export()

    assert values["recorded-voices"] == [
        {"name": "Anna", "languages": ["en"], "folder": str(paths.recordings() / "Anna")},
        {"name": "Kari", "languages": ["en", "nb"], "folder": str(paths.recordings() / "Kari")},
    ]
    assert troubles == ()


def test_a_recording_that_is_not_called_by_the_code_of_a_line_stays() -> None:
    clip = line_of("Anna", "One.", Language.NB)
    mine = [clip.with_name(name) for name in ("mine.wav", "interview-anna.wav", "ABCDEFGH.wav")]
    for path in mine:
        path.write_bytes(clip.read_bytes())

    assert all(removal.done for removal in erase(stored()))
    assert not clip.exists()
    assert all(path.is_file() for path in mine)


def test_a_file_that_was_not_finished_beside_the_models_goes_too() -> None:
    paths.models().mkdir(parents=True)
    left = paths.models() / f".{'0a' * 8}"
    left.write_bytes(b"x")

    assert [thing.where for thing in stored() if thing.files] == [left]
    assert all(removal.done for removal in erase(stored()))
    assert not paths.voices().exists()
