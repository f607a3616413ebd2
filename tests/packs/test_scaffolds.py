"""``mellomrom new`` and ``mellomrom packs new``: beginnings that are whole as they are."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import i18n, paths
from assistant.language import Language
from assistant.packs.scaffold import break_
from assistant.script.model import Occasion
from assistant.script.reading import parse
from assistant.shelf import whole_shelf
from tests.packs.conftest import Said

Run = Callable[..., Said]
EXAMPLE = re.compile(r"(?:^# \[\[?(?:steps|caution)\]\]?\n(?:^# .+\n)+)", re.MULTILINE)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("occasion", Occasion)
def test_a_break_passes_as_it_is_on_every_occasion(language: str, occasion: Occasion, mellomrom: Run) -> None:
    code, out, err = mellomrom("new", "mine", "--occasion", occasion.value, "--lang", language)

    file = paths.own_scripts() / "mine.toml"
    assert (code, err, len(out)) == (0, [], 3)
    assert str(file) in out[0]
    assert mellomrom("check", str(file))[::2] == (0, [])
    assert whole_shelf().by_id["mine"].occasion == occasion


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_pack_passes_as_it_is_and_can_be_added(language: str, mellomrom: Run, here: Path) -> None:
    code, out, err = mellomrom("packs", "new", "vinter", "--lang", language)

    assert (code, err, len(out)) == (0, [], 3)
    assert sorted(path.name for path in here.rglob("*")) == ["pack.toml", "vinter", "vinter-1.toml"]
    assert mellomrom("packs", "check", "vinter")[::2] == (0, [])
    assert mellomrom("packs", "add", "vinter")[::2] == (0, [])
    assert "vinter-1" in whole_shelf().by_id


def test_a_break_that_is_begun_is_called_after_its_id(mellomrom: Run) -> None:
    for id_ in ("vinduet", "vart-vindu"):
        mellomrom("new", id_)

    assert [whole_shelf().by_id[id_].title.nb for id_ in ("vinduet", "vart-vindu")] == ["Vinduet", "Vart vindu"]


@pytest.mark.parametrize(("language", "author"), [("nb", "Navnet ditt"), ("en", "Your name")])
def test_that_nobody_has_written_it_yet_is_said_until_somebody_has(
    language: str, author: str, mellomrom: Run, here: Path
) -> None:
    mellomrom("packs", "new", "vinter", "--lang", language)

    for command in ("check", "add"):
        line = f"Its pack.toml still has “{author}” as its author: write who made it."
        assert line in mellomrom("packs", command, "vinter")[1]
    description = here / "vinter" / "pack.toml"
    description.write_text(description.read_text("utf-8").replace(author, "Kari"), "utf-8")
    assert mellomrom("packs", "check", "vinter") == (0, ["1 read, nothing wrong."], [])
    assert mellomrom("packs", "add", "vinter")[::2] == (0, [])


def test_two_packs_that_are_begun_have_no_id_in_common(mellomrom: Run) -> None:
    name = "a" * 40
    for other in (name, f"{'a' * 37}bcd"):
        mellomrom("packs", "new", other)
        assert mellomrom("packs", "add", other)[::2] == (0, [])


@pytest.mark.parametrize("language", Language)
def test_every_example_in_the_comments_can_be_used(language: Language) -> None:
    i18n.use(language)
    text = break_("mine", Occasion.TOGETHER)
    examples = EXAMPLE.findall(text)

    kinds = {
        type(step).__name__
        for example in examples
        for step in parse(text.replace(example, re.sub("(?m)^# ", "", example)).encode(), "x").steps
    }

    assert len(examples) == 6
    assert kinds == {"Say", "Count", "Quiet", "Breathe", "Sense", "Ask", "Choose", "Turn"}


@pytest.mark.parametrize("language", Language)
def test_the_comments_are_in_the_language_of_who_reads_them_and_short(language: Language) -> None:
    i18n.use(language)
    comments = [line for line in break_("mine", Occasion.BETWEEN).splitlines() if line.startswith("#")]

    norwegian = [line for line in comments if re.search(r"\b(og|ikke|eller)\b", line) and "nb = " not in line]
    assert bool(norwegian) is (language is Language.NB)
    assert all(len(line) <= 120 for line in comments)


@pytest.mark.parametrize("command", [["new"], ["packs", "new"]])
@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_the_name_of_a_device_is_refused_with_one_line(
    command: list[str], name: str, mellomrom: Run, here: Path
) -> None:
    line = f"“{name}” is the name of a device on Windows, and of no file there; choose another"
    assert mellomrom(*command, name) == (1, [], [f"mellomrom: {line}"])
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", [["new"], ["packs", "new"]])
@pytest.mark.parametrize("name", ["Vinter", "æ", "../x", "", "a" * 41, "a b", "x\n"])
def test_what_cannot_be_a_name_is_one_line(command: list[str], name: str, mellomrom: Run, own_home: Path) -> None:
    code, _out, err = mellomrom(*command, name)

    assert (code, len(err)) == (1, 1)
    assert "small letters a-z, digits and hyphens, at most 40" in err[0]
    assert list(own_home.iterdir()) == []


def test_nothing_that_is_there_is_written_over(mellomrom: Run, here: Path) -> None:
    (here / "vinter").touch()
    (here / "mine.toml").write_text("mine", "utf-8")

    assert "already exists; choose another name" in mellomrom("packs", "new", "vinter")[2][0]
    assert "already exists; choose another name" in mellomrom("new", "mine", "-o", "mine.toml")[2][0]
    assert "there is already a break with the id “tell-ting”" in mellomrom("new", "tell-ting")[2][0]
    assert (here / "mine.toml").read_text("utf-8") == "mine"


def test_a_break_can_be_begun_anywhere(mellomrom: Run, here: Path) -> None:
    code, out, _err = mellomrom("new", "mine", "-o", "x.toml")

    assert (code, out[1]) == (0, "To run it: “mellomrom break x.toml”")
    assert [path.name for path in here.iterdir()] == ["x.toml"]
    assert not paths.own_scripts().exists()
    assert mellomrom("new", "mine", "-o", "gone/x.toml")[0] == 1


@pytest.mark.parametrize("name", ["mine2", "mine2.txt", "mine2.TOML", ".toml"])
def test_what_could_not_be_run_is_not_written(name: str, mellomrom: Run, here: Path) -> None:
    code, _out, err = mellomrom("new", "mine", "-o", name)

    assert (code, err) == (1, [f"mellomrom: {name}: the name must end in .toml"])
    assert list(here.iterdir()) == []


def test_a_name_that_is_too_long_is_one_line_that_names_it(mellomrom: Run, here: Path) -> None:
    code, _out, err = mellomrom("new", "mine", "-o", f"{'a' * 300}.toml")

    assert (code, len(err)) == (1, 1)
    assert re.fullmatch("mellomrom: a{199}…: the file cannot be written; .+", err[0])
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("folder", ["my own  breaks", "d" * 250, "it's"])
def test_the_commands_that_are_told_can_be_written_as_they_stand(folder: str, mellomrom: Run, here: Path) -> None:
    file = here / folder / "x.toml"
    file.parent.mkdir()

    _code, out, _err = mellomrom("new", "mine", "-o", str(file))

    told = [shlex.split(line.split("“")[1].removesuffix("”")) for line in out[1:]]
    assert told == [["mellomrom", "break", str(file)], ["mellomrom", "check", str(file)]]
    assert mellomrom(*told[1][1:])[0] == 0
