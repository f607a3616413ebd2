"""What the list of voices says of one, and what its makers say: read, or not relied on. Never anything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fetch.card import licence_in
from assistant.fetch.index import PATH, offer_in
from assistant.fetch.offer import FetchFailed, Offer, folder_of, speaks
from assistant.language import Language
from assistant.plaintext import LONGEST_QUOTED, has_controls
from tests.fetch.collection import CONFIG_PATH, FOLDER, MODEL, MODEL_PATH, NAME, index, pieces

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=20,
)


def listed(**changed: Any) -> bytes:
    """A list in which the entry of the voice has been ``changed``."""
    whole = index(pieces())
    whole[NAME] |= changed
    return json.dumps(whole).encode()


def refused(content: bytes, name: str = NAME) -> str:
    with pytest.raises(FetchFailed) as failed:
        offer_in(content, name)
    return str(failed.value)


def test_a_voice_is_found_with_its_sizes_and_checksums() -> None:
    offer = offer_in(listed(), NAME)

    assert (offer.model.path, offer.config.path) == (MODEL_PATH, CONFIG_PATH)
    assert offer.model.size == len(MODEL)
    assert offer.model.md5 is not None
    assert len(offer.model.md5) == 32
    assert offer.size == sum(map(len, pieces().values()))


def test_one_that_is_not_there_is_answered_with_some_that_are_the_norwegian_first() -> None:
    others: dict[str, object] = {
        name: {} for name in ("de_DE-thorsten-low", "en_GB-alba-medium", "en_US-joe-medium", "../x", "no_NO-b-low")
    }

    line = refused(json.dumps(index(pieces(), **others)).encode(), "no_NO-talesyntese-high")

    names = line.partition("there are: ")[2].split(", ")
    assert names[:2] == ["no_NO-b-low", NAME]
    assert sorted(names[2:]) == ["en_GB-alba-medium", "en_US-joe-medium"]


@pytest.mark.parametrize("content", [b"", b"<!DOCTYPE html><html>", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_list_is_refused(content: bytes) -> None:
    assert refused(content).startswith("what is there is not a list of voices")


def test_a_list_that_is_cut_short_is_refused() -> None:
    whole = listed()

    for end in range(0, len(whole), 7):
        assert refused(whole[:end])


MODEL_ENTRY = {"size_bytes": 5, "md5_digest": "0" * 32}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {MODEL_PATH: MODEL_ENTRY},
        *(
            {path: MODEL_ENTRY, CONFIG_PATH: MODEL_ENTRY}
            for path in (
                f"../../{NAME}.onnx", f"/etc/{NAME}.onnx", f"https://example.org/{NAME}.onnx", f"a/../{NAME}.onnx",
                f"a//{NAME}.onnx", f"a b/{NAME}.onnx", f"a?x=/{NAME}.onnx", f"a\\{NAME}.onnx",
            )
        ),
        *(
            {MODEL_PATH: entry, CONFIG_PATH: MODEL_ENTRY}
            for entry in (
                MODEL_ENTRY | {"size_bytes": 0}, MODEL_ENTRY | {"size_bytes": -1}, MODEL_ENTRY | {"size_bytes": "5"},
                MODEL_ENTRY | {"size_bytes": 10**12}, MODEL_ENTRY | {"md5_digest": "none"},
                MODEL_ENTRY | {"md5_digest": None},
                {"size_bytes": 5},
            )
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_relied_on_is_not(files: dict[str, Any]) -> None:
    assert "cannot be relied on" in refused(listed(files=files))


@given(ANY_JSON)
def test_whatever_the_entry_is_it_is_an_offer_or_one_line(entry: Any) -> None:
    try:
        offer = offer_in(json.dumps({NAME: entry}).encode(), NAME)
    except FetchFailed as failed:
        assert str(failed).isprintable()
    else:
        assert isinstance(offer, Offer)


@given(st.binary(max_size=300))
def test_whatever_the_list_is_it_is_refused_in_one_line(content: bytes) -> None:
    assert refused(content).isprintable()


@given(st.text(max_size=60))
def test_a_path_that_is_taken_stays_inside(path: str) -> None:
    if PATH.fullmatch(path):
        assert not {"", ".", ".."} & set(path.split("/"))
        assert not set(path) & set("\\:?#%@ ")


# Names


@pytest.mark.parametrize(("name", "language"), [(NAME, Language.NB), ("en_GB-alba-x_low", Language.EN)])
def test_a_name_says_which_language_it_speaks(name: str, language: Language) -> None:
    assert speaks(name) is language


def test_a_name_says_where_it_lies_in_a_collection() -> None:
    assert folder_of(NAME) == FOLDER


@pytest.mark.parametrize("name", ["de_DE-thorsten-low", "fr_FR-x-low"])
def test_a_voice_for_another_language_is_refused(name: str) -> None:
    with pytest.raises(FetchFailed, match="another language"):
        speaks(name)


@given(st.text(max_size=80) | st.text(alphabet="no_NO-ab/\\.:\0 ", max_size=20))
def test_what_is_taken_for_a_name_is_a_safe_file_name(name: str) -> None:
    try:
        speaks(name)
    except FetchFailed as failed:
        assert not has_controls(str(failed))
    else:
        assert name.isascii()
        assert name.replace("-", "").replace("_", "").isalnum()


# The licence


@pytest.mark.parametrize(
    ("card", "licence"),
    [
        ("* License: CC0\n", "CC0"),
        ("# Card\n\n- **Licence:** CC BY 4.0\n", "CC BY 4.0"),
        ("## License\n\nSee the page of the data set.\n", "See the page of the data set."),
        ("License:\n* CC0", "CC0"),
        ("* Speakers: 1\n", None),
        ("* License:\n", None),
        ("The licensed premises: a pub", None),
        ("", None),
    ],
)
def test_a_licence_is_what_its_makers_say(card: str, licence: str | None) -> None:
    assert licence_in(card.encode()) == licence


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_a_licence_is_short_and_plain_whatever_stands_there(text: str) -> None:
    found = licence_in(f"* License: {text}\n".encode("utf-8", "surrogatepass"))

    if found is not None:
        assert 0 < len(found) <= LONGEST_QUOTED
        assert not has_controls(found)
