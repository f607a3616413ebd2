"""Packs that nobody should send: each refused with one line, before anything is written."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from assistant.packs.contents import MOST_IN_ALL, contents_of
from assistant.packs.entry import MOST_BYTES
from tests.packs.conftest import Said
from tests.packs.pack_files import PACK, everything, in_zip, refusals, script, whole

Run = Callable[..., Said]

END = b"PK\x05\x06"


def with_(name: str, content: bytes = b"x") -> Callable[[], bytes]:
    return lambda: in_zip(whole() | {name: content})


def of(kind: int, name: str = "evil.toml") -> Callable[[], bytes]:
    member = zipfile.ZipInfo(name)
    member.external_attr = (kind | 0o777) << 16
    return lambda: in_zip(whole() | {name: member})


def pack(before: str, after: str) -> Callable[[], bytes]:
    assert before in PACK
    return lambda: in_zip(whole(PACK.replace(before, after)))


def nul() -> bytes:
    return in_zip(whole() | {"evil.tomlX.png": b"x"}).replace(b"evil.tomlX", b"evil.toml\0")


def locked() -> bytes:
    raw = bytearray(in_zip(whole()))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(signature) + flags] |= 1
    return bytes(raw)


def bomb(packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A break that says it is small, and unpacks to much more."""
    words = bytes(3_000_000)
    raw = BytesIO(in_zip(whole()))
    with zipfile.ZipFile(raw, "a") as archive:
        archive.writestr("bomb.toml", words, packing)
    return raw.getvalue().replace(struct.pack("<I", len(words)), struct.pack("<I", 1000))


def of_empty(count: int, *, told: int = 0xFFFF, behind: bool = False, at: bytes | None = None) -> bytes:
    """A zip file with so many empty files, which tells of another number of them.

    Their list may be ``behind`` a second end, or said to begin ``at`` what looks like an end itself.
    """
    one = in_zip({"x": b""}, zipfile.ZIP_STORED)
    first, last = one.index(b"PK\x01\x02"), one.index(END)
    names = one[first:last] * count
    before, length = b"", len(names)
    if behind:
        before = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, first)
        before += struct.pack("<4sLQL", b"PK\x06\x07", 0, first + length, 1)
        length = told * (last - first)
    at = at or struct.pack("<L", first)
    return one[:first] + names + before + struct.pack("<4s4HL4sH", END, 0, 0, told, told, length, at, 0)


def doubled() -> bytes:
    """One that has two files of one name."""
    return in_zip(whole() | {"vinter-X.toml": script("x")}).replace(b"vinter-X.toml", b"vinter-1.toml")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "out": (with_("../evil.toml"), "“../evil.toml”: this path leads outside the pack"),
    "out further in": (with_("a/../../evil.toml"), "this path leads outside the pack"),
    "out as a folder": (with_("../evil/"), "this path leads outside the pack"),
    "absolute": (with_("/etc/cron.d/evil.toml"), "this path leads outside the pack"),
    "backslash": (with_("a\\evil.toml"), "“a\\evil.toml”: the name has \\ where / belongs"),
    "drive": (with_("C:/evil.toml"), "“C:/evil.toml”: there is a : in its name"),
    "nul": (nul, "hidden characters in its name"),
    "link": (of(stat.S_IFLNK), "“evil.toml”: this is a link"),
    "link as a folder": (of(stat.S_IFLNK, "evil/"), "“evil/”: this is a link"),
    "device": (of(stat.S_IFBLK), "“evil.toml”: this is not an ordinary file"),
    "pipe": (of(stat.S_IFIFO), "“evil.toml”: this is not an ordinary file"),
    "large in a folder": (with_("README.md", bytes(MOST_BYTES + 1)), "“README.md”: larger than 1 MB"),
    "large": (with_("a.toml", os.urandom(MOST_BYTES + 1)), "“a.toml”: larger than 1 MB"),
    "bomb": (with_("bomb.toml", bytes(50_000_000)), "“bomb.toml”: larger than 1 MB"),
    "bomb that lies": (bomb, "“bomb.toml”: damaged"),
    "bomb of another packing": (lambda: bomb(zipfile.ZIP_LZMA), "“bomb.toml”: this is packed in an unusual way"),
    "many": (lambda: in_zip(whole() | {f"{n}.toml": b"" for n in range(1000)}), "more than 1000 files"),
    "100,000": (lambda: of_empty(100_000), "more than 1000 files"),
    "20,000 that say they are three": (lambda: of_empty(20_000, told=3), "more than 1000 files"),
    "20,000 behind another end": (lambda: of_empty(20_000, told=3, behind=True), "more than 1000 files"),
    "20,000 before an end in an end": (lambda: of_empty(20_000, told=3, at=END), "more than 1000 files"),
    "folders": (lambda: in_zip(whole() | {f"{n}/": b"" for n in range(1001)}), "more than 1000 files"),
    "much": (
        lambda: in_zip(whole() | {f"{n}.toml": bytes(MOST_BYTES) for n in range(MOST_IN_ALL // MOST_BYTES)}),
        "more than 20 MB",
    ),
    "deep": (with_("a/" * 9 + "a.toml"), "too many folders inside folders"),
    "long name": (with_("a" * 201 + ".toml"), "too long a name"),
    "escape in a name": (with_("\x1b[2Jevil.toml"), "hidden characters in its name"),
    "direction in a name": (with_("evil\u202elmot.toml"), "hidden characters in its name"),
    "bad UTF-8": (with_("a.toml", b"id = '\xff'"), "a.toml: line 1: not UTF-8"),
    "bad UTF-8 in the description": (lambda: in_zip(whole() | {"pack.toml": b"\xff"}), "pack.toml: line 1: not UTF-8"),
    "bad UTF-8 in a text": (with_("README", b"\xff"), "“README”: not UTF-8"),
    "escape in a title": (pack("Winter breaks", r"Winter \u001b[2J"), "pack.toml: title.en: control characters"),
    "direction in a title": (pack("Winter breaks", "Winter \u202e"), "pack.toml: title.en: control characters"),
    "escape in an author": (pack("Kari", r"\u001b]0;owned\u0007"), "pack.toml: author: control characters"),
    "escape in a break": (
        with_("a.toml", script("a").replace(b"Thank you.", b"Thank you. \\u001b[31m")), "control characters",
    ),
    "direction in a comment": (
        with_("a.toml", script("a") + "# \u202e skjult".encode()), "control characters or terminal escapes in a text",
    ),
    "direction in a comment of the description": (
        pack("format = 1", "# \u202e skjult\nformat = 1"), "pack.toml: line 2: control characters",
    ),
    "escape in a text": (with_("LICENCE.txt", b"\x1b[2J"), "“LICENCE.txt”: control characters"),
    "one id twice": (with_("a.toml", script()), "has the same id, “vinter-1”"),
    "a device as an id": (with_("a.toml", script("con")), "a.toml: id: “con” is the name of a device on Windows"),
    "a device as a name": (pack('"vinter"', '"nul"'), "pack.toml: name: “nul” is the name of a device on Windows"),
    "one name twice": (doubled, "“vinter-1.toml”: there are two of that name"),
    "one name in capitals": (with_("Vinter-1.toml", script("a")), "“Vinter-1.toml”: there are two of that name"),
    "locked": (locked, "this opens only with a password"),
    "cut": (lambda: in_zip(whole())[:-30], "this is no zip file, or a damaged one"),
    "half": (lambda: in_zip(whole())[: len(in_zip(whole())) // 2], "this is no zip file, or a damaged one"),
    "empty": (bytes, "this is no zip file, or a damaged one"),
    "no zip": (lambda: b"MZ" + bytes(5000), "this is no zip file, or a damaged one"),
    "no pack.toml": (lambda: in_zip({"a.toml": script()}), "there is no pack.toml in it"),
    "two pack.toml": (with_("b/pack.toml", PACK.encode()), "b/pack.toml: a second pack.toml"),
    "no break": (lambda: in_zip({"pack.toml": PACK.encode()}), "there is no break in it"),
    "one language": (pack('["nb", "en"]', '["nb"]'), 'languages: every break stands in nb and en'),
    "another language": (pack('["nb", "en"]', '["nb", "en", "de"]'), "“de” is "),
    "newer": (
        pack("format = 1", "format = 2\nscores = true"), "this pack is of a newer format; update Mellomrom to read it",
    ),
    "unknown key": (pack("format = 1", "run = 'evil'"), "“run” is not a known key"),
    "a name that leads out": (pack('"vinter"', '"../vinter"'), "name: a name has small letters"),
    "no version": (pack('"1.0"', '"newest"'), "a version is numbers with points"),
    "a break that is none": (with_("a.toml", b"a = 1"), "a.toml: "),
    "brackets": (with_("a.toml", b"a = " + b"[" * 5000), "a.toml: brackets inside brackets"),
}  # fmt: skip


ENDLESS = [what for what in HOSTILE if what.startswith("20,000")]
SLOW = {"bomb"}
COMMANDED = (
    *(
        "out",
        "link",
        "bomb that lies",
        "bomb of another packing",
        "100,000",
        "much",
        "bad UTF-8 in a text",
        "no pack.toml",
    ),
    *("escape in a title", "escape in a break", "one id twice", "locked", "cut", "newer", "a name that leads out"),
)
"""Of each kind some."""


@pytest.mark.parametrize("what", [pytest.param(it, marks=pytest.mark.slow if it in SLOW else ()) for it in HOSTILE])
def test_it_is_refused_with_one_line(what: str, tmp_path: Path) -> None:
    make, line = HOSTILE[what]
    (tmp_path / "pack.zip").write_bytes(make())

    said = refusals(tmp_path / "pack.zip")

    assert [line in one for one in said] == [True], said
    assert said[0].isprintable()
    assert len(said[0]) < 500


@pytest.mark.parametrize("what", COMMANDED)
def test_the_command_says_so_and_writes_nothing(what: str, mellomrom: Run, tmp_path: Path) -> None:
    make, line = HOSTILE[what]
    place = tmp_path / "pack.zip"
    place.write_bytes(make())
    before = everything(tmp_path)

    code, out, err = mellomrom("packs", "add", str(place))

    assert (code, out, len(err)) == (1, [], 1), err
    assert line in err[0]
    assert err[0].startswith(f"mellomrom: {place}: ")
    assert everything(tmp_path) == before
    assert mellomrom("packs", "check", str(place)) == (1, [], err)


@pytest.mark.parametrize("what", ENDLESS)
def test_of_one_with_very_many_files_not_even_the_list_is_read(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "pack.zip"
    place.write_bytes(HOSTILE[what][0]())
    with zipfile.ZipFile(place) as archive:
        assert len(archive.infolist()) >= 20_000
    monkeypatch.setattr(zipfile, "ZipFile", lambda _path: pytest.fail("it was read"))

    assert "more than 1000 files" in refusals(place)[0]


def test_what_is_no_words_may_be_what_it_will_and_stays_behind(tmp_path: Path) -> None:
    behind = {
        "møte 10:15.txt": b"x", "vinter.toml:evil": b"x", "a\\b.png": bytes(MOST_BYTES + 1),
        "more.zip": in_zip({"a": bytes(5_000_000)}, zipfile.ZIP_STORED),
        "README.sh": b"x", "README.exe": b"x", "LICENSE.py": b"x", "a/README.md": b"x",
    }  # fmt: skip
    hidden = {".git/config": b"x", "a/.venv/b.toml": b"x", ".git/../../evil.toml": b"x"}
    words = whole() | {"README.nb.md": b"x", "LICENSE-MIT": b"x", "NOTICE.rst": b"x", "B.TOML": b"x"}
    (tmp_path / "pack.zip").write_bytes(in_zip(words | behind | hidden))

    contents = contents_of(tmp_path / "pack.zip")

    assert contents.faults == ()
    assert contents.left_out == tuple(sorted(behind))
    assert contents.words.keys() == words.keys()
