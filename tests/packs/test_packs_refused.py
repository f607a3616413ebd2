"""What the commands say where a pack is not taken, and that they write nothing then."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import paths
from assistant.packs.refused import PackRefused
from assistant.packs.shelving import add
from assistant.shelf import whole_shelf
from tests.packs.conftest import Said
from tests.packs.pack_files import PACK, everything, in_zip, laid_out, script, whole

Run = Callable[..., Said]


@pytest.mark.parametrize("command", ["add", "check"])
def test_an_id_of_ours_is_refused(command: str, mellomrom: Run, here: Path) -> None:
    laid_out(whole() | {"a.toml": script("tell-ting")}, here / "vinter")

    line = "a.toml: id: there is already a break with the id “tell-ting”; choose another"
    assert mellomrom("packs", command, "vinter") == (1, [], [f"mellomrom: {here / 'vinter'}: {line}"])
    assert everything(paths.packs()) == {}


@pytest.mark.parametrize("command", ["add", "check"])
def test_a_pack_of_that_name_by_somebody_else_stays(command: str, mellomrom: Run, here: Path) -> None:
    laid_out(whole(), here / "vinter")
    laid_out(whole(PACK.replace("Kari", "Ola").replace("1.0", "2.0")), here / "other")
    mellomrom("packs", "add", "vinter")
    before = everything(paths.packs())

    code, out, err = mellomrom("packs", command, "other")

    assert (code, out, len(err)) == (1, [], 1)
    assert (
        "“vinter” 1.0 by Kari Nordmann is there already; “mellomrom packs remove vinter” takes it away first" in err[0]
    )
    assert everything(paths.packs()) == before


def test_a_file_of_a_pack_is_no_pack(mellomrom: Run, here: Path) -> None:
    laid_out(whole(), here)

    for command in ("add", "check"):
        code, _out, err = mellomrom("packs", command, "vinter-1.toml")
        assert (code, len(err)) == (1, 1)
        assert err[0].endswith("“mellomrom check” looks at a break")


def test_a_name_that_is_empty_is_not_the_folder_one_stands_in(mellomrom: Run, here: Path) -> None:
    laid_out(whole(), here)

    for command in ("add", "check"):
        assert mellomrom("packs", command, "") == (1, [], ["mellomrom: the name is empty; name a folder or a zip file"])


@pytest.mark.parametrize("place", ["gone", "gone.zip", "a/b", "/dev/zero", "a\0b.zip", "\x1b[2J.zip", "a" * 300])
def test_what_is_not_there_is_one_line(place: str, mellomrom: Run) -> None:
    code, out, err = mellomrom("packs", "add", place)

    assert (code, out, len(err)) == (1, [], 1)
    assert err[0].isprintable()
    assert "output" not in err[0]


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
    assert err[0].endswith("2 things are wrong, and “mellomrom packs check” lists them")


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(data=st.data())
def test_a_zip_file_with_damage_anywhere_is_added_whole_or_not_at_all(data: st.DataObject, tmp_path: Path) -> None:
    packing = data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
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
