"""A zip file that nobody would send, or that is damaged: refused, or added as it should be."""

from __future__ import annotations

import io
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.fetch.offer import FetchFailed
from tests.fetch.brought import FLAT, PACKINGS, fetch, refused, zipped
from tests.fetch.collection import CONFIG, MODEL, NAME, model

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_cannot_be_unpacked_a_piece_at_a_time_is_refused(packing: int, folder: Path, tmp_path: Path) -> None:
    assert refused(zipped(FLAT, tmp_path / "voice.zip", packing), folder).endswith("so nothing was taken from it")


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
    with zipfile.ZipFile(buffer, "w", data.draw(st.sampled_from(PACKINGS))) as archive:
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
