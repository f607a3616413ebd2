"""Packs that Python packages offer: found without running anything of them, and added only by name."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from assistant import paths
from assistant.packs import offered
from assistant.shelf import whole_shelf
from tests.packs.conftest import Said
from tests.packs.pack_files import PACK, laid_out, whole

Run = Callable[..., Said]

DAMAGED = "what installed Python packages offer cannot be read; one of them is damaged"

EVIL = b"raise SystemExit('this was run')\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which packages are installed."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


def install(site: Path, value: str = "snow.winter", name: str = "vinter", pack: str = PACK) -> None:
    """A package that ends the program where any of it is run."""
    files = {"snow/__init__.py": EVIL, "snow/winter/__init__.py": EVIL}
    files |= {f"snow/winter/{file}": content for file, content in whole(pack).items()}
    files["snow_breaks-3.0.dist-info/METADATA"] = b"Metadata-Version: 2.1\nName: snow-breaks\nVersion: 3.0\n"
    files["snow_breaks-3.0.dist-info/entry_points.txt"] = f"[mellomrom.packs]\n{name} = {value}\n".encode()
    laid_out(files, site)


def test_it_is_on_offer_and_not_on_the_shelf_until_it_is_added_by_name(site: Path, mellomrom: Run) -> None:
    install(site)

    _code, out, err = mellomrom("packs")
    assert err == []
    assert out[1:] == [
        "On offer:",
        "vinter  Winter breaks  1.0  breaks: 2  Kari Nordmann  CC-BY-4.0",
        "To add one: “mellomrom packs add NAME”.",
    ]
    assert "vinter-1" not in whole_shelf().by_id
    as_json = json.loads("\n".join(mellomrom("packs", "--json")[1]))
    assert [(offer["name"], offer["package"]) for offer in as_json["offered"]] == [("vinter", "snow-breaks")]

    code, out, err = mellomrom("packs", "add", "vinter")
    assert (code, err) == (0, [])
    assert not any("Not taken" in line for line in out)
    assert {"vinter-1", "vinter-2"} <= whole_shelf().by_id.keys()
    assert "On offer:" not in mellomrom("packs")[1]
    assert not [name for name in sys.modules if name.startswith("snow")]


def test_a_later_version_on_offer_is_told_of(site: Path, mellomrom: Run) -> None:
    install(site, pack=PACK.replace('"1.0"', '"1.9"'))
    mellomrom("packs", "add", "vinter")
    assert len(mellomrom("packs")[1]) == 1

    install(site, pack=PACK.replace('"1.0"', '"1.10"'))

    assert mellomrom("packs")[1][1:] == [
        "vinter 1.10 is newer than the one that was added: “mellomrom packs add vinter” takes it instead."
    ]
    assert "It has replaced version 1.9." in mellomrom("packs", "add", "vinter")[1]


def test_a_folder_of_that_name_comes_before_what_is_on_offer(site: Path, mellomrom: Run, here: Path) -> None:
    install(site)
    laid_out(whole(PACK.replace('"1.0"', '"7.0"')), here / "vinter")

    assert mellomrom("packs", "add", "vinter")[1][0].startswith("Added: Winter breaks 7.0")


@pytest.mark.parametrize(
    ("value", "name", "line"),
    [
        ("snow.gone", "vinter", "there is none where it says"),
        ("gone.winter", "vinter", "there is none where it says"),
        ("snow.winter:pack", "vinter", "there is none where it says"),
        ("../../snow", "vinter", "there is none where it says"),
        ("sys", "vinter", "there is none where it says"),
        ("snow.winter", "sommer", "it calls itself “vinter”"),
    ],
)
def test_an_offer_that_does_not_hold_is_one_line(value: str, name: str, line: str, site: Path, mellomrom: Run) -> None:
    install(site, value, name)

    code, _out, err = mellomrom("packs")
    assert (code, len(err)) == (0, 1)
    assert line in err[0]
    code, _out, err = mellomrom("packs", "add", name)
    assert (code, len(err)) == (1, 1)
    assert line in err[0]


def test_a_hostile_offer_is_refused_like_any_other(site: Path, mellomrom: Run) -> None:
    install(site)
    (site / "snow" / "winter" / "evil.toml").symlink_to("/etc/passwd")

    code, _out, err = mellomrom("packs", "add", "vinter")

    assert (code, len(err)) == (1, 1)
    assert "this is a link" in err[0]
    assert not paths.packs().exists()


def test_a_damaged_package_of_others_is_one_line(site: Path, mellomrom: Run) -> None:
    laid_out({"x-1.0.dist-info/METADATA": b"Name: x\n", "x-1.0.dist-info/entry_points.txt": b"[a]\n\xff\n"}, site)

    assert mellomrom("packs")[::2] == (0, [f"mellomrom: {DAMAGED}"])


def test_one_that_does_not_say_its_name_offers_all_the_same(site: Path, mellomrom: Run) -> None:
    install(site)
    (site / "snow_breaks-3.0.dist-info" / "METADATA").unlink()

    code, out, err = mellomrom("packs")

    assert (code, out[1], err) == (0, "On offer:", [])


def test_one_that_is_damaged_keeps_nobody_from_the_others(
    site: Path, mellomrom: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(site)
    laid_out({"x-1.0.dist-info/METADATA": b"Name: x\n"}, site)
    laid_out({"x-1.0.dist-info/entry_points.txt": b"[mellomrom.packs]\nsommer = snow.gone\n"}, site)
    offer = offered._offer

    def damaged(point: EntryPoint) -> offered.Offered:
        if point.name == "sommer":
            raise KeyError(point.name)
        return offer(point)

    monkeypatch.setattr(offered, "_offer", damaged)

    code, out, err = mellomrom("packs")

    assert (code, out[1], err) == (0, "On offer:", [f"mellomrom: sommer: {DAMAGED}"])
    assert mellomrom("packs", "add", "sommer")[2] == err


def test_what_nobody_offers_is_one_line(mellomrom: Run) -> None:
    assert mellomrom("packs", "add", "sommer")[2] == [
        "mellomrom: “sommer”: there is no folder and no zip file of that name, "
        "and no Python package here offers such a pack"
    ]
