from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant import paths
from assistant.check import check
from assistant.shelf import ORDER, TOO_MUCH, UnknownScript, gather, whole_shelf


def test_the_thirty_stand_in_their_order_and_the_calm_one_is_not_chosen_among_them() -> None:
    shelf = whole_shelf()

    assert tuple(script.id for script in shelf) == ORDER
    assert shelf.by_id[TOO_MUCH].id == TOO_MUCH
    assert shelf.problems == ()


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(UnknownScript, match=r"there is no break called “rolig-pist”; did you mean rolig-pust\?"):
        whole_shelf().find("rolig-pist")
    with pytest.raises(UnknownScript, match="“mellomrom list” shows them all"):
        whole_shelf().find("xyzzy")


def test_a_break_that_is_there_and_could_not_be_read_says_so() -> None:
    own = paths.own_scripts()
    own.mkdir(parents=True)
    text = (paths.scripts() / "between" / "tell-ting.toml").read_text("utf-8")
    (own / "odelagt.toml").write_text(text.replace("seconds = 14", "seconds = 14,5", 1), "utf-8")

    with pytest.raises(UnknownScript) as refused:
        whole_shelf().find("odelagt")

    assert str(own / "odelagt.toml") in str(refused.value)
    assert str(refused.value).endswith("a number has a point, not a comma; write 14.5")


def test_ones_own_break_whose_id_is_taken_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = paths.own_scripts()
    own.mkdir(parents=True)
    text = (paths.scripts() / "between" / "tell-ting.toml").read_text("utf-8")
    for file in (own / "mine.toml", tmp_path / "elsewhere.toml"):
        file.write_text(text, "utf-8")
    monkeypatch.chdir(own)
    taken = "id: there is already a break with the id “tell-ting”; choose another"

    assert [str(problem) for problem in check([own]).problems] == [f"{own / 'mine.toml'}: {taken}"]
    assert [str(problem) for problem in check([Path("mine.toml")]).problems] == [f"mine.toml: {taken}"]
    assert check([tmp_path / "elsewhere.toml"]).problems == ()


def test_two_of_ones_own_with_one_id_are_told_of_once() -> None:
    own = paths.own_scripts()
    own.mkdir(parents=True)
    text = (paths.scripts() / "between" / "tell-ting.toml").read_text("utf-8").replace('"tell-ting"', '"min"')
    for name in ("a.toml", "b.toml"):
        (own / name).write_text(text, "utf-8")

    assert [str(problem) for problem in check([own]).problems] == [
        f"{own / 'b.toml'}: id: {own / 'a.toml'} has the same id, “min”"
    ]
    assert [problem.where for problem in check([own / "b.toml"]).problems] == ["id"]


def test_what_a_pack_says_of_itself_is_no_break(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text("format = 1\n", "utf-8")

    assert [str(problem) for problem in check([file]).problems] == [
        f"{file}: this is the pack.toml of a pack; “mellomrom packs check FOLDER” looks at it"
    ]


def test_ones_own_break_stands_beside_the_others_and_a_broken_one_is_told_of() -> None:
    own = paths.own_scripts()
    own.mkdir(parents=True)
    text = (paths.scripts() / "between" / "tell-ting.toml").read_text("utf-8")
    (own / "mine.toml").write_text(text.replace('id = "tell-ting"', 'id = "min-egen"'), "utf-8")
    (own / "again.toml").write_text(text, "utf-8")
    (own / "broken.toml").write_text("id =", "utf-8")

    shelf = whole_shelf()

    assert shelf.find("min-egen").id == "min-egen"
    assert [problem.what.split(";")[0] for problem in shelf.problems] == [
        "there is already a break with the id “tell-ting”",
        "not valid TOML",
    ]


def test_a_script_folder_that_is_a_file_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "scripts"
    file.touch()

    shelf = gather([paths.scripts(), file])

    assert tuple(script.id for script in shelf) == ORDER
    assert [str(problem) for problem in shelf.problems] == [
        f"{file}: this is a file; the folder of your own breaks is expected here"
    ]


def test_what_comes_with_us_holds_what_we_ask_of_others() -> None:
    assert check([paths.scripts()]).problems == ()


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (
            "Ingen tall er feil.",
            "Det er slik at ikke noe eneste tall du kommer fram til er feil.",
            "a sentence of 14 words",
        ),
        ("Ingen tall er feil.", "Bra jobba.", "nb: “bra jobba” is not said here"),
        ("seconds = 12", "seconds = 5", "s of speech in a step of 5 s; say less, or give it more time"),
        ("usual = 120", "usual = 130", "its steps last 120 s, but its usual length is 130 s"),
        ("least = 30", "least = 10", "nb: its words do not fit in 10 s; the shortest that can is"),
        ("least = 30", "least = 180", "least, usual and most must rise"),
        ('instead = "fem-sanser"', 'instead = "fem"', "caution: there is no break called “fem”"),
        (
            'do = "say"\nfrom = 90\nseconds = 14',
            'do = "quiet"\nfrom = 90\nseconds = 16',
            "a silence of 16 s comes without",
        ),
    ],
)
def test_what_is_not_kind_clear_or_on_time_is_said(tmp_path: Path, before: str, after: str, what: str) -> None:
    path = tmp_path / "x.toml"
    text = (paths.scripts() / "between" / "tell-ting.toml").read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")

    lines = [str(problem) for problem in check([path]).problems]

    assert any(what in line and line.startswith(str(path)) for line in lines), lines


def test_two_scripts_with_one_id_are_both_named(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        shutil.copy(paths.scripts() / "between" / "tell-ting.toml", tmp_path / name)

    assert [str(problem) for problem in check([tmp_path]).problems] == [
        f"{tmp_path / 'b.toml'}: id: {tmp_path / 'a.toml'} has the same id, “tell-ting”"
    ]


def test_an_empty_folder_is_told_of(tmp_path: Path) -> None:
    assert [problem.what for problem in check([tmp_path]).problems] == ["there are no .toml files in it"]
