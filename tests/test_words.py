"""The interface words: every one of them in both languages."""

from __future__ import annotations

import string
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from assistant import i18n, paths
from assistant.language import Language

KEYWORDS = {"_": None, "marked": None, "ngettext": (1, 2)}


def words_in(folder: Path) -> set[str]:
    """All that the source in ``folder`` marks as words for a user."""
    found = extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _file, _line, message, _comments, _context in found}


def catalogue() -> Catalog:
    with (paths.catalogues() / "nb" / "LC_MESSAGES" / "mellomrom.po").open("rb") as file:
        return read_po(file)


def test_every_word_is_translated_and_none_is_left_over() -> None:
    translated = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue() if message.id}
    ours, of_click = words_in(paths.PACKAGE), words_in(Path(click.__file__).parent)

    assert ours - translated == set()
    assert translated - ours - of_click == set()
    assert all(message.string for message in catalogue())


@pytest.mark.parametrize("message", [m for m in catalogue() if isinstance(m.id, str) and m.id], ids=lambda m: m.id[:40])
def test_a_translation_keeps_the_places_to_be_filled(message: object) -> None:
    source, target = message.id, message.string  # type: ignore[attr-defined]

    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert places(source) == places(target)


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "nb_NO.UTF-8"}, Language.NB),
        ({"LANG": "nn_NO"}, Language.NB),
        ({"LANG": "no"}, Language.NB),
        ({"LANG": "en_GB.UTF-8"}, Language.EN),
        ({"LANG": "de_DE.UTF-8"}, Language.EN),
        ({"LANG": "C"}, Language.EN),
        ({}, Language.EN),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "nb_NO.UTF-8"}, Language.EN),
        ({"LC_ALL": "", "LC_MESSAGES": "nb_NO.UTF-8", "LANG": "en_GB"}, Language.NB),
    ],
)
def test_the_language_is_that_of_the_locale(environ: dict[str, str], language: Language) -> None:
    assert i18n.language_of_environment(environ) is language


def test_a_word_without_translation_is_said_in_english() -> None:
    i18n.use(Language.NB)

    assert i18n._("not in any catalogue") == "not in any catalogue"


@pytest.mark.parametrize("damaged", [b"", b"\xde\x12\x04\x95\x00", b"nonsense" * 9])
def test_a_damaged_catalogue_leaves_us_speaking_english(
    damaged: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "nb" / "LC_MESSAGES" / "mellomrom.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(damaged)
    monkeypatch.setattr(paths, "catalogues", lambda: tmp_path)

    i18n.use(Language.NB)

    assert i18n._("pause") == "pause"
