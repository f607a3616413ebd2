"""What can be seen of a model before anything is started with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from assistant.voice.model import DESCRIPTION, Model, ModelRefused, read_model
from tests.voice.natural_models import JOE, joe, put

if TYPE_CHECKING:
    from pathlib import Path

HEAD = b"\x08\x08"  # ir_version = 8
NETWORK = b"\x3a\x05abcde"  # graph = 5 bytes
TAIL = b"\x42\x02\x10\x0f"  # opset_import = 2 bytes
SMALL = HEAD + NETWORK + TAIL
"""The smallest file that a network can be in."""


def medium(rate: int) -> dict[str, Any]:
    return {"audio": {"sample_rate": rate, "quality": "medium"}}


def test_the_model_of_the_package_is_whole_and_is_identified_by_name_size_and_time() -> None:
    model, stat = read_model(joe()), joe().stat()

    assert model.name == JOE
    assert model.identity.engine == "piper"
    assert model.identity.voice == f"{JOE} {stat.st_size} {stat.st_mtime_ns}"
    assert model.identity.library[:1].isdigit()


def test_the_packages_are_looked_through_once_however_often_a_model_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_model(joe())
    monkeypatch.setattr("importlib.metadata.version", lambda _: pytest.fail("looked through again"))

    assert read_model(joe()).identity.library[:1].isdigit()


def test_a_model_that_was_changed_is_another_voice(tmp_path: Path) -> None:
    path = put("no_NO-a-medium", folder=tmp_path, content=SMALL)
    before = read_model(path).identity
    os.utime(path, (1, 1))

    assert read_model(path).identity != before


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(SMALL[:-1], id="cut at its end"),
        pytest.param(SMALL[:6], id="cut in the network"),
        pytest.param(HEAD + TAIL, id="no network"),
        pytest.param(SMALL + b"\x00", id="something after it"),
        pytest.param(bytes(5_000_000), id="zeros"),
        pytest.param(HEAD * 3_000_000, id="endless"),
        pytest.param(b"\xff" * 5_000, id="ones"),
        pytest.param(b"<!DOCTYPE html><title>404</title>", id="a page"),
        pytest.param(b"\x3a\xff\xff\xff\xff\xff\xff\xff\xff\x7f", id="longer than anything"),
    ],
)
def test_a_file_that_is_no_whole_model_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ModelRefused):
        read_model(put("no_NO-a-medium", folder=tmp_path, content=content))


def test_half_a_real_model_is_refused(tmp_path: Path) -> None:
    content = joe().read_bytes()
    with pytest.raises(ModelRefused):
        read_model(put("no_NO-a-medium", folder=tmp_path, content=content[: len(content) // 2]))


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"a": "%s"}' % (b"a" * 2_000_000)])
def test_a_description_that_cannot_be_read_is_refused(tmp_path: Path, text: bytes) -> None:
    path = put("no_NO-a-medium", folder=tmp_path, content=SMALL)
    path.with_name(path.name + DESCRIPTION).write_bytes(text)
    with pytest.raises(ModelRefused):
        read_model(path)


@pytest.mark.parametrize("missing", ["", DESCRIPTION])
def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path, missing: str) -> None:
    path = put("no_NO-a-medium", folder=tmp_path, content=SMALL)
    gone = path.with_name(path.name + missing)
    gone.unlink()
    with pytest.raises(ModelRefused):
        read_model(path)
    gone.mkdir()
    with pytest.raises(ModelRefused):
        read_model(path)


@pytest.mark.parametrize("name", ["no_NO-a-medium", "no_NO-a"])
@pytest.mark.parametrize("rate", [16_000, 44_100, 0, -1, 10**9, 22_050.5, "22050", None])
def test_a_rate_that_no_model_of_its_quality_has_is_refused(tmp_path: Path, name: str, rate: Any) -> None:
    with pytest.raises(ModelRefused):
        read_model(put(name, folder=tmp_path, content=SMALL, **medium(rate)))


def test_a_model_of_low_quality_has_a_lower_rate(tmp_path: Path) -> None:
    audio = {"sample_rate": 16_000, "quality": "low"}

    assert isinstance(read_model(put("no_NO-a-low", folder=tmp_path, content=SMALL, audio=audio)), Model)
    with pytest.raises(ModelRefused):
        read_model(put("no_NO-b-medium", folder=tmp_path, content=SMALL, audio=audio))
