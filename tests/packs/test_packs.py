"""``mellomrom packs``: breaks of others on the shelf."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import paths
from assistant.shelf import whole_shelf
from tests.packs.conftest import Said
from tests.packs.pack_files import OURS, PACK, everything, in_zip, laid_out, on_shelf, script, whole

Run = Callable[..., Said]


# Added


@pytest.mark.parametrize("inside", ["", "vinter/", "vinter-main/"])
def test_a_zip_file_is_added_also_where_it_has_a_folder_on_top(inside: str, mellomrom: Run, here: Path) -> None:
    (here / "vinter.zip").write_bytes(in_zip({inside + name: content for name, content in whole().items()}))

    code, out, err = mellomrom("packs", "add", "vinter.zip")

    assert (code, err) == (0, [])
    assert out == [
        "Added: Winter breaks 1.0, by Kari Nordmann (CC-BY-4.0)",
        "  vinter-1  Vinter 1",
        "  vinter-2  Vinter 2",
        "To begin one: “mellomrom break vinter-1”",
    ]
    assert on_shelf() == {"vinter-1", "vinter-2"}


def test_words_come_on_the_shelf_as_they_stood_under_names_of_ours(vinter: Path, mellomrom: Run) -> None:
    mellomrom("packs", "add", "vinter")

    added = {
        path.relative_to(paths.packs()).as_posix(): text for path, text in everything(paths.packs()).items() if text
    }
    assert added == {
        "vinter/pack.toml": PACK.encode(),
        "vinter/README.md": b"Om vinteren.\n",
        "vinter/LICENSE": b"CC-BY-4.0\n",
        "vinter/breaks/vinter-1.toml": script(),
        "vinter/breaks/vinter-2.toml": script("vinter-2"),
    }


def test_what_is_no_words_is_not_taken_and_told_of(vinter: Path, mellomrom: Run) -> None:
    others = {
        "run.sh": b"evil",
        "evil.py": b"evil",
        "lib/evil.so": b"\x7fELF",
        "z.exe": b"MZ",
        ".git/config": b"[core]",
    }
    laid_out(others, vinter)

    _code, out, _err = mellomrom("packs", "add", "vinter")

    assert "Not taken, as a pack is words only: evil.py, lib/evil.so, run.sh and 1 more" in out
    assert not [path for path in paths.packs().rglob("*") if path.suffix in {".sh", ".py", ".so", ".exe"}]


@pytest.mark.usefixtures("vinter")
def test_a_break_of_a_pack_is_run_like_any_other(mellomrom: Run) -> None:
    mellomrom("packs", "add", "vinter")

    command = ("-m", "assistant", "break", "vinter-1", "--plain", "--speed", "1000")
    ran = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
        cwd=paths.PACKAGE.parent,
    )  # fmt: skip

    assert (ran.returncode, ran.stderr) == (0, "")
    assert "You might count what you see. No number is wrong." in ran.stdout


@pytest.mark.usefixtures("vinter")
def test_list_and_show_say_which_pack_a_break_is_from(mellomrom: Run) -> None:
    mellomrom("packs", "add", "vinter")

    listed = {line.split()[0]: line for line in mellomrom("list")[1]}
    as_json = {script["id"]: script["pack"] for script in json.loads("\n".join(mellomrom("list", "--json")[1]))}

    assert listed["vinter-1"].endswith("(pack: vinter)")
    assert "pack" not in listed["tell-ting"]
    assert (as_json["vinter-1"], as_json["tell-ting"]) == ("vinter", None)
    assert "From the pack Winter breaks 1.0, by Kari Nordmann (CC-BY-4.0)" in mellomrom("show", "vinter-1")[1]
    assert not any("pack" in line for line in mellomrom("show", "tell-ting")[1])


def test_a_pack_takes_the_place_of_one_of_its_name_and_says_so(vinter: Path, mellomrom: Run) -> None:
    mellomrom("packs", "add", "vinter")
    (vinter / "pack.toml").write_text(PACK.replace('"1.0"', '"1.1"'), "utf-8")
    (vinter / "deep" / "er" / "vinter-2.toml").unlink()

    _code, out, _err = mellomrom("packs", "add", "vinter")

    assert out[:2] == ["Added: Winter breaks 1.1, by Kari Nordmann (CC-BY-4.0)", "It has replaced version 1.0."]
    assert on_shelf() == {"vinter-1"}
    assert [path.name for path in paths.packs().iterdir()] == ["vinter"]


def test_that_it_takes_the_place_of_a_newer_one_is_said(vinter: Path, mellomrom: Run) -> None:
    (vinter / "pack.toml").write_text(PACK.replace('"1.0"', '"1.10"'), "utf-8")
    mellomrom("packs", "add", "vinter")
    (vinter / "pack.toml").write_text(PACK.replace('"1.0"', '"1.9"'), "utf-8")

    assert mellomrom("packs", "add", "vinter")[1][:2] == [
        "Added: Winter breaks 1.9, by Kari Nordmann (CC-BY-4.0)",
        "It has replaced a newer version: 1.10 was there, and now there is 1.9.",
    ]


@pytest.mark.usefixtures("vinter")
@pytest.mark.parametrize("whose", ["one of your own", "another pack"])
def test_an_id_that_is_there_already_is_refused(whose: str, mellomrom: Run, here: Path) -> None:
    if whose == "another pack":
        laid_out(
            {"pack.toml": PACK.replace('"vinter"', '"host"').encode(), "a.toml": script("vinter-2")}, here / "host"
        )
        assert mellomrom("packs", "add", "host")[0] == 0
    else:
        laid_out({"a.toml": script("vinter-2")}, paths.own_scripts())

    code, _out, err = mellomrom("packs", "add", "vinter")

    assert (code, len(err)) == (1, 1)
    assert "already" in err[0]
    assert "“vinter-2”" in err[0]
    assert ("the pack host" in err[0]) is (whose == "another pack")
    assert on_shelf() == {"vinter-2"}


def test_a_break_leads_to_what_is_in_its_pack_or_comes_with_us(mellomrom: Run, here: Path) -> None:
    laid_out({"mine.toml": script("mine")}, paths.own_scripts())
    files = whole()
    for name, leads_to in (("fine", "tell-ting"), ("fine-too", "vinter-2"), ("not-fine", "mine")):
        caution = f'[caution]\nnb = "Nei."\nen = "No."\ninstead = "{leads_to}"\n\n[[steps]]'.encode()
        files[f"{name}.toml"] = script(name).replace(b"\n[[steps]]", b"\n" + caution, 1)
    laid_out(files, here / "vinter")

    line = "it leads to “mine”; a pack leads only to its own breaks and to those that come with Mellomrom"
    assert mellomrom("packs", "check", "vinter")[2] == [f"mellomrom: {here / 'vinter'}: not-fine.toml: caution: {line}"]


def test_check_says_that_nothing_is_wrong_and_adds_nothing(vinter: Path, mellomrom: Run) -> None:
    assert mellomrom("packs", "check", "vinter") == (0, ["2 read, nothing wrong."], [])
    assert not paths.packs().exists()


# Listed


@pytest.mark.usefixtures("vinter")
def test_what_was_added_is_listed(mellomrom: Run) -> None:
    assert mellomrom("packs")[1] == [
        "No pack has been added. “mellomrom packs add FOLDER” adds one, also from a zip file."
    ]
    mellomrom("packs", "add", "vinter")

    assert mellomrom("packs") == mellomrom("packs", "list")
    assert mellomrom("packs", "--json", "list") == mellomrom("packs", "list", "--json")
    assert mellomrom("packs", "--json", "check", "vinter")[::2] == (
        2, ["mellomrom: --json goes with the list of packs. Try “mellomrom packs --help”."],
    )  # fmt: skip
    assert mellomrom("packs")[1] == ["vinter  Winter breaks  1.0  breaks: 2  Kari Nordmann  CC-BY-4.0"]
    assert mellomrom("packs", "--lang", "nb")[1][0].startswith("vinter  Vinterpauser  1.0  ")
    assert json.loads("\n".join(mellomrom("packs", "list", "--json")[1])) == {
        "added": [
            {
                "name": "vinter", "title": {"nb": "Vinterpauser", "en": "Winter breaks"}, "version": "1.0",
                "author": "Kari Nordmann", "licence": "CC-BY-4.0", "breaks": 2,
            },
        ],
        "offered": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({"a.toml": script("a")}, "there is no pack.toml in it; “mellomrom packs remove half” takes it away"),
        ({"pack.toml": b"name ="}, "half/pack.toml: line 1: not valid TOML"),
        ({"pack.toml": PACK.encode()}, "half: this is the folder of another pack, “vinter”"),
    ],
)
def test_a_broken_pack_is_one_line_and_the_rest_is_there(
    files: dict[str, bytes], line: str, vinter: Path, mellomrom: Run
) -> None:
    mellomrom("packs", "add", "vinter")
    laid_out(files, paths.packs() / "half")

    assert on_shelf() == {"vinter-1", "vinter-2"}
    assert [line in str(problem) for problem in whole_shelf().problems] == [True]
    code, out, err = mellomrom("packs")
    assert (code, len(out), len(err)) == (0, 1, 1)
    assert line in err[0]
    assert mellomrom("packs", "remove", "half", "--yes")[0] == 0
    assert whole_shelf().problems == ()


def test_a_file_in_the_place_of_the_folder_of_packs_is_one_line(vinter: Path, mellomrom: Run) -> None:
    paths.packs().parent.mkdir(parents=True)
    paths.packs().touch()

    assert [len(mellomrom("packs", *arguments)[2]) for arguments in ((), ("add", "vinter"), ("remove", "x"))] == [
        1,
        1,
        1,
    ]
    assert len(whole_shelf().problems) == 1
    assert whole_shelf().by_id.keys() == OURS
