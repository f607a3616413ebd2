"""A voice that was brought along, in a folder or a zip file."""

from __future__ import annotations

import json
from pathlib import Path

import psutil
import pytest

from assistant.fetch.adding import add, source_at
from assistant.fetch.offer import FetchFailed
from tests.fetch.brought import FLAT, INSIDE, PACKINGS, fetch, refused, zipped
from tests.fetch.collection import (
    CARD_PATH,
    CONFIG_PATH,
    FOLDER,
    MODEL,
    MODEL_PATH,
    NAME,
    lay_out,
    model,
    pieces,
    whole,
)  # fmt: skip

LAYOUTS = {
    "flat": FLAT,
    "as it lies with us": INSIDE,
    "a collection with its list": whole(),
    "a collection without a list": pieces(),
    "only its list and flat": INSIDE | {"voices.json": whole()["voices.json"]},
}


def open_files() -> set[Path]:
    return {Path(file.path) for file in psutil.Process().open_files()}


def is_added(folder: Path) -> bool:
    return {path.name: path.read_bytes() for path in folder.iterdir()} == INSIDE


@pytest.mark.parametrize("files", LAYOUTS.values(), ids=LAYOUTS)
def test_a_folder_is_taken_flat_or_as_a_collection(files: dict[str, bytes], folder: Path, tmp_path: Path) -> None:
    fetch(lay_out(tmp_path / "stick", files), folder)

    assert is_added(folder)


@pytest.mark.parametrize("top", ["", "voices/"])
@pytest.mark.parametrize("files", LAYOUTS.values(), ids=LAYOUTS)
def test_a_zip_file_is_taken_likewise_and_in_a_folder_of_its_own(
    files: dict[str, bytes], top: str, folder: Path, tmp_path: Path
) -> None:
    members = {f"{top}{path}": content for path, content in files.items()}

    fetch(zipped(members | {"__MACOSX/._x": b"x"}, tmp_path / "voice.zip"), folder)

    assert is_added(folder)


@pytest.mark.parametrize("index", [b'{"en_GB-x-low": {}}', b"[]", b"not a list", b""], ids=repr)
def test_a_list_of_something_else_does_not_hide_what_lies_beside_it(index: bytes, folder: Path, tmp_path: Path) -> None:
    fetch(lay_out(tmp_path / "stick", INSIDE | {"voices.json": index}), folder)

    assert is_added(folder)


def test_where_the_list_has_other_voices_only_they_are_named(folder: Path, tmp_path: Path) -> None:
    line = refused(lay_out(tmp_path / "stick", {"voices.json": b'{"no_NO-other-low": {}}'}), folder)

    assert line == f"there is no voice called {NAME} there; there are: no_NO-other-low"


@pytest.mark.parametrize("packing", PACKINGS)
def test_damage_is_found_however_it_is_packed(packing: int, folder: Path, tmp_path: Path) -> None:
    place = zipped(FLAT, tmp_path / "voice.zip", packing)
    raw = bytearray(place.read_bytes())
    raw[1_000:101_000] = bytes(100_000)
    place.write_bytes(raw)

    assert "damaged" in refused(place, folder)


def test_a_zip_file_is_not_kept_open(tmp_path: Path) -> None:
    good, bad = zipped(FLAT, tmp_path / "voice.zip"), zipped({"../x": b"x"}, tmp_path / "bad.zip")
    source = source_at(str(good))
    assert good in open_files()
    source.close()

    with pytest.raises(FetchFailed) as failed:
        source_at(str(bad))

    assert failed.value.__traceback__ is not None
    assert not {good, bad} & open_files()


def test_a_part_that_somebody_takes_away_meanwhile_is_one_line(folder: Path, tmp_path: Path) -> None:
    source = source_at(str(lay_out(tmp_path / "stick", FLAT)))
    part = folder / f"{NAME}.onnx.part"

    with pytest.raises(FetchFailed, match="cannot be written"):
        add(source, source.offer(NAME), b"", folder, lambda _count: part.unlink())


def test_what_was_begun_is_copied_anew(folder: Path, tmp_path: Path) -> None:
    (folder / f"{NAME}.onnx.part").write_bytes(b"x" * (len(MODEL) + 5))

    fetch(lay_out(tmp_path / "stick", FLAT), folder)

    assert is_added(folder)


@pytest.mark.parametrize("missing", [f"{NAME}.onnx", f"{NAME}.onnx.json"])
def test_half_a_voice_is_none(missing: str, folder: Path, tmp_path: Path) -> None:
    files = {name: content for name, content in FLAT.items() if name != missing}

    for place in (lay_out(tmp_path / "stick", files), zipped(files, tmp_path / "voice.zip")):
        assert refused(place, folder) == (
            f"{place}: neither {NAME}.onnx with {NAME}.onnx.json beside it, nor a collection that has it"
        )


@pytest.mark.parametrize(
    "damaged",
    [MODEL[:-1], MODEL[:10], MODEL + b"x", b"<html>not found</html>", b"version https://git-lfs.github.com/spec/v1\n"],
    ids=["cut short", "hardly there", "too long", "a page", "a pointer"],
)
def test_a_damaged_model_is_found_out_without_a_list_too(damaged: bytes, folder: Path, tmp_path: Path) -> None:
    line = refused(lay_out(tmp_path / "stick", FLAT | {f"{NAME}.onnx": damaged}), folder)
    assert line == f"{NAME} is damaged, so it was not added"
    assert list(folder.iterdir()) == []


def test_another_model_than_the_list_says_is_refused(folder: Path, tmp_path: Path) -> None:
    assert "damaged" in refused(lay_out(tmp_path / "stick", whole() | {MODEL_PATH: model(seed=3)}), folder)
    assert list(folder.iterdir()) == []


def test_an_empty_file_is_refused(folder: Path, tmp_path: Path) -> None:
    assert "damaged" in refused(lay_out(tmp_path / "stick", FLAT | {f"{NAME}.onnx": b""}), folder)


# Places


@pytest.mark.parametrize(
    "place",
    ["file:///etc", "ftp://example.org/x", "https://", "https://me:secret@example.org/x", "http://[", "http://a b/",
     "http://example.org/?x=1", "http://example.org/#x", "http://example.org:0x/", "http://example.org/\x1b[2J"],
)  # fmt: skip
def test_what_is_no_address_is_one_line(place: str) -> None:
    with pytest.raises(FetchFailed) as failed:
        source_at(place)
    assert str(failed.value).endswith("from folders and from zip files")
    assert str(failed.value).isprintable()


def test_what_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(FetchFailed, match="is not there"):
        source_at(str(tmp_path / "nothing"))


def test_a_file_that_is_no_zip_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "voice.zip").write_bytes(json.dumps({}).encode())

    with pytest.raises(FetchFailed, match="no zip file"):
        source_at(str(tmp_path / "voice.zip"))


def test_the_paths_of_the_collection_are_those_of_the_makers() -> None:
    assert {MODEL_PATH, CONFIG_PATH, CARD_PATH} == {f"{FOLDER}/{name}" for name in FLAT}
