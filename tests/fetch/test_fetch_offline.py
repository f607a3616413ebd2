"""A voice that was brought along, in a folder or a zip file."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.fetch.adding import add, read_card, source_at
from assistant.fetch.offer import FetchFailed
from tests.fetch.collection import (
    CARD,
    CARD_PATH,
    CONFIG,
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

if TYPE_CHECKING:
    from pathlib import Path

FLAT = {f"{NAME}.onnx": MODEL, f"{NAME}.onnx.json": CONFIG, "MODEL_CARD": CARD}
INSIDE = {f"{NAME}.onnx": MODEL, f"{NAME}.onnx.json": CONFIG, f"{NAME}.MODEL_CARD": CARD}
LAYOUTS = {
    "flat": FLAT,
    "as it lies with us": INSIDE,
    "a collection with its list": whole(),
    "a collection without a list": pieces(),
    "only its list and flat": INSIDE | {"voices.json": whole()["voices.json"]},
}


def zipped(files: dict[str, bytes], path: Path, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def fetch(place: Path, folder: Path) -> None:
    source = source_at(str(place))
    offer = source.offer(NAME)
    add(source, offer, read_card(source, offer), folder, lambda _count: None)


def refused(place: Path, folder: Path) -> str:
    with pytest.raises(FetchFailed) as failed:
        fetch(place, folder)
    return str(failed.value)


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
    assert "damaged" in refused(lay_out(tmp_path / "stick", FLAT | {f"{NAME}.onnx": damaged}), folder)
    assert list(folder.iterdir()) == []


def test_another_model_than_the_list_says_is_refused(folder: Path, tmp_path: Path) -> None:
    assert "damaged" in refused(lay_out(tmp_path / "stick", whole() | {MODEL_PATH: model(seed=3)}), folder)
    assert list(folder.iterdir()) == []


def test_an_empty_file_is_refused(folder: Path, tmp_path: Path) -> None:
    assert "damaged" in refused(lay_out(tmp_path / "stick", FLAT | {f"{NAME}.onnx": b""}), folder)


# What nobody would send


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/../../evil", "C:/evil", "a\\..\\evil", f"../{NAME}.onnx"])
def test_a_zip_file_that_wants_out_is_refused_whole(name: str, folder: Path, tmp_path: Path) -> None:
    place = zipped(FLAT | {name: b"x"}, tmp_path / "voice.zip")

    assert refused(place, folder).endswith("so nothing was taken from it")
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK])
def test_a_link_in_a_zip_file_is_refused(kind: int, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "voice.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr(f"{NAME}.onnx.json", CONFIG)
        link = zipfile.ZipInfo(f"{NAME}.onnx")
        link.external_attr = (kind | 0o777) << 16
        archive.writestr(link, "/etc/passwd")

    assert refused(place, folder).endswith("so nothing was taken from it")


def test_a_zip_file_that_is_meant_to_fill_the_disk_is_refused(folder: Path, tmp_path: Path) -> None:
    place = zipped(FLAT | {f"{NAME}.onnx": bytes(20_000_000)}, tmp_path / "voice.zip")

    assert place.stat().st_size < 100_000
    assert refused(place, folder).endswith("so nothing was taken from it")
    assert list(folder.iterdir()) == []


def test_one_that_says_less_than_it_holds_is_not_read_beyond_that(folder: Path, tmp_path: Path) -> None:
    place = zipped(FLAT, tmp_path / "voice.zip", zipfile.ZIP_STORED)
    told, less = len(MODEL).to_bytes(4, "little"), (len(MODEL) - 1000).to_bytes(4, "little")
    place.write_bytes(place.read_bytes().replace(told, less))

    assert "damaged" in refused(place, folder)
    assert not (folder / f"{NAME}.onnx").exists()


def test_a_locked_zip_file_is_one_line(folder: Path, tmp_path: Path) -> None:
    raw = bytearray(zipped(FLAT, tmp_path / "voice.zip").read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(signature, at + 4)
    (tmp_path / "voice.zip").write_bytes(raw)

    assert "cannot be read" in refused(tmp_path / "voice.zip", folder)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_a_zip_file_with_damage_anywhere_is_added_whole_or_not_at_all(
    data: st.DataObject, folder: Path, tmp_path: Path
) -> None:
    buffer = io.BytesIO()
    small = {f"{NAME}.onnx": model(size=500), f"{NAME}.onnx.json": CONFIG}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in small.items():
            archive.writestr(name, content)
    raw = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    (tmp_path / "voice.zip").write_bytes(raw)

    try:
        fetch(tmp_path / "voice.zip", folder)
    except FetchFailed as failed:
        assert str(failed).isprintable()
        assert not (folder / f"{NAME}.onnx").exists()
    else:
        assert (folder / f"{NAME}.onnx").read_bytes() == small[f"{NAME}.onnx"]
        (folder / f"{NAME}.onnx").unlink()


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
