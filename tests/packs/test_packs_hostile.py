"""Packs that nobody should send: each refused with one line, before anything is written."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import paths
from assistant.packs.contents import MOST_IN_ALL
from assistant.packs.entry import MOST_BYTES
from assistant.packs.refused import PackRefused
from assistant.packs.shelving import add
from assistant.shelf import whole_shelf
from tests.packs.conftest import Said
from tests.packs.pack_files import PACK, everything, in_zip, laid_out, script, whole

Run = Callable[..., Said]


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
        at = raw.find(signature)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(signature, at + 4)
    return bytes(raw)


def liar() -> bytes:
    """A break that says it is small, and unpacks to much more."""
    bomb = bytes(3_000_000)
    raw = in_zip(whole() | {"bomb.toml": bomb})
    return raw.replace(struct.pack("<I", len(bomb)), struct.pack("<I", 1000))


def lying_list() -> bytes:
    """A zip file that says it has three files, and has 20,000."""
    raw = bytearray(in_zip(dict.fromkeys(map(str, range(20_000)), b"")))
    end = raw.rfind(b"PK\x05\x06")
    raw[end + 8 : end + 12] = struct.pack("<HH", 3, 3)
    return bytes(raw)


def doubled() -> bytes:
    """One that has two files of one name."""
    return in_zip(whole() | {"vinter-X.toml": script("x")}).replace(b"vinter-X.toml", b"vinter-1.toml")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "out": (with_("../evil.toml"), "“../evil.toml”: this leads out of the pack"),
    "out further in": (with_("a/../../evil.toml"), "this leads out of the pack"),
    "out as a folder": (with_("../evil/"), "this leads out of the pack"),
    "absolute": (with_("/etc/cron.d/evil.toml"), "this leads out of the pack"),
    "backslash": (with_("..\\evil.toml"), "this leads out of the pack"),
    "drive": (with_("C:/evil.toml"), "this leads out of the pack"),
    "stream": (with_("vinter.toml:evil"), "this leads out of the pack"),
    "nul": (nul, "this leads out of the pack"),
    "hidden way out": (with_(".git/../../evil.toml"), "this leads out of the pack"),
    "link": (of(stat.S_IFLNK), "“evil.toml”: this is a link"),
    "link as a folder": (of(stat.S_IFLNK, "evil/"), "“evil/”: this is a link"),
    "device": (of(stat.S_IFBLK), "“evil.toml”: this is a device"),
    "pipe": (of(stat.S_IFIFO), "“evil.toml”: this is a device"),
    "large": (with_("a.toml", os.urandom(MOST_BYTES + 1)), "“a.toml”: larger than 1 MB"),
    "bomb": (with_("bomb.toml", bytes(50_000_000)), "“bomb.toml”: larger than 1 MB"),
    "bomb that lies": (liar, "“bomb.toml”: damaged"),
    "bomb in a bomb": (with_("more.zip", in_zip({"a": bytes(50_000_000)}, zipfile.ZIP_STORED)), "larger than 1 MB"),
    "many": (lambda: in_zip(whole() | {f"{n}.toml": b"" for n in range(1000)}), "more than 1000 files"),
    "100,000": (lambda: in_zip(dict.fromkeys(map(str, range(100_000)), b"")), "more than 1000 files"),
    "20,000 that say they are three": (lying_list, "more than 1000 files"),
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
    "escape in a text": (with_("LICENCE.txt", b"\x1b[2J"), "“LICENCE.txt”: control characters"),
    "one id twice": (with_("a.toml", script()), "has the same id, “vinter-1”"),
    "an id of ours": (with_("a.toml", script("tell-ting")), "there is already a break with the id “tell-ting”"),
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
    "another language": (pack('["nb", "en"]', '["nb", "en", "de"]'), "“de” is not one of the words"),
    "newer": (
        pack("format = 1", "format = 2\nscores = true"), "this pack is of a newer format; a newer Mellomrom reads it",
    ),
    "unknown key": (pack("format = 1", "run = 'evil'"), "“run” is not a known key"),
    "a name that leads out": (pack('"vinter"', '"../vinter"'), "name: a name has small letters"),
    "no version": (pack('"1.0"', '"newest"'), "a version is numbers with points"),
    "a break that is none": (with_("a.toml", b"a = 1"), "a.toml: "),
    "brackets": (with_("a.toml", b"a = " + b"[" * 5000), "a.toml: brackets inside brackets"),
}  # fmt: skip


SLOW = {"100,000", "20,000 that say they are three", "bomb", "bomb in a bomb"}


@pytest.mark.parametrize("what", [pytest.param(it, marks=pytest.mark.slow if it in SLOW else ()) for it in HOSTILE])
def test_it_is_refused_with_one_line_and_nothing_is_written(what: str, mellomrom: Run, tmp_path: Path) -> None:
    make, line = HOSTILE[what]
    raw = make()
    place = tmp_path / "pack.zip"
    place.write_bytes(raw)
    before = everything(tmp_path)

    code, out, err = mellomrom("packs", "add", str(place))

    assert (code, out, len(err)) == (1, [], 1), err
    assert line in err[0]
    assert err[0].isprintable()
    assert len(err[0]) < 700
    assert everything(tmp_path) == before
    assert mellomrom("packs", "check", str(place))[0] == 1


def pipe_as_description(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    os.mkfifo(folder / "pack.toml")


def local_socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(folder / "evil.toml"))


def test_of_one_with_very_many_files_not_even_the_list_is_read(
    mellomrom: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pack.zip").write_bytes(in_zip(dict.fromkeys(map(str, range(2001)), b"")))
    monkeypatch.setattr(zipfile, "ZipFile", lambda _path: pytest.fail("it was read"))

    assert "more than 1000 files" in mellomrom("packs", "add", str(tmp_path / "pack.zip"))[2][0]


FOLDERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "link": (lambda folder: (folder / "evil.toml").symlink_to("/etc/passwd"), "“evil.toml”: this is a link"),
    "linked folder": (lambda folder: (folder / "evil").symlink_to("/etc"), "“evil”: this is a link"),
    "pipe": (lambda folder: os.mkfifo(folder / "evil.toml"), "“evil.toml”: this is a device"),
    "pipe as the description": (pipe_as_description, "“pack.toml”: this is a device"),
    "socket": (local_socket, "“evil.toml”: this is a device"),
    "large": (lambda folder: (folder / "a.png").write_bytes(bytes(MOST_BYTES + 1)), "“a.png”: larger than 1 MB"),
    "endless": (lambda folder: os.truncate((folder / "vinter-1.toml"), 1 << 40), "“vinter-1.toml”: larger than 1 MB"),
    "many": (lambda folder: laid_out(dict.fromkeys(map(str, range(1000)), b""), folder), "more than 1000 files"),
    "deep": (lambda folder: (folder / ("a/" * 9)).mkdir(parents=True), "too many folders inside folders"),
    "backslash": (lambda folder: (folder / "a\\evil.toml").write_bytes(b""), "this leads out of the pack"),
    "no UTF-8 in a name": (lambda folder: (folder / "\udcff.toml").write_bytes(b""), "hidden characters in its name"),
}  # fmt: skip


@pytest.mark.parametrize("what", FOLDERS)
def test_a_folder_is_refused_with_one_line_and_nothing_is_written(
    what: str, mellomrom: Run, tmp_path: Path, here: Path
) -> None:
    make, line = FOLDERS[what]
    folder = laid_out(whole(), here)
    make(folder)
    before = everything(tmp_path / "home")

    code, out, err = mellomrom("packs", "add", ".")

    assert (code, out, len(err)) == (1, [], 1), err
    assert line in err[0]
    assert err[0].isprintable()
    assert everything(tmp_path / "home") == before == {}


@pytest.mark.parametrize("place", ["gone", "gone.zip", "a/b", "/dev/zero", "a\0b.zip", "\x1b[2J.zip"])
def test_what_is_not_there_is_one_line(place: str, mellomrom: Run) -> None:
    code, out, err = mellomrom("packs", "add", place)

    assert (code, out, len(err)) == (1, [], 1)
    assert err[0].isprintable()


def test_a_folder_that_vanishes_while_it_is_read_is_one_line(
    mellomrom: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid_out(whole(), here / "vinter")
    is_dir = Path.is_dir

    def gone_after(path: Path) -> bool:
        found = is_dir(path)
        if path == folder:
            shutil.rmtree(folder)
        return found

    monkeypatch.setattr(Path, "is_dir", gone_after)

    code, _out, err = mellomrom("packs", "add", "vinter")

    assert (code, len(err)) == (1, 1)
    assert "it cannot be read, or is gone" in err[0]


def test_more_than_one_fault_is_one_line_that_leads_to_all_of_them(mellomrom: Run, here: Path) -> None:
    laid_out(whole() | {"a.toml": b"a = 1", "b.toml": b"b ="}, here / "vinter")

    code, _out, err = mellomrom("packs", "add", "vinter")
    _code, _out, all_of_them = mellomrom("packs", "check", "vinter")

    assert (code, len(err), len(all_of_them)) == (1, 1, 2)
    assert err[0].endswith("“mellomrom packs check” says all 2 things that are wrong")


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(data=st.data())
def test_a_zip_file_with_damage_anywhere_is_added_whole_or_not_at_all(data: st.DataObject, tmp_path: Path) -> None:
    packing = data.draw(
        st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    )
    raw = bytearray(in_zip(whole(), packing))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    place = tmp_path / "pack.zip"
    place.write_bytes(raw)

    try:
        added = add(place)
    except PackRefused as refused:
        assert str(refused).isprintable()
    else:
        folder = paths.packs() / added.pack.name
        assert {script.id for script in added.scripts} <= whole_shelf().by_id.keys()
        assert {path.read_bytes() for path in folder.rglob("*") if path.is_file()} <= set(whole().values())
    assert whole_shelf().problems == ()
    assert list(paths.packs().glob(".*")) == []
