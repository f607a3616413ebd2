from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import i18n
from assistant.language import Language
from assistant.script.problem import ScriptRefused
from assistant.script.reading import MAX_BYTES, parse, read
from tests.conftest import HEAD

if TYPE_CHECKING:
    from pathlib import Path

SAY = '[[steps]]\ndo = "say"\nseconds = 60\ntext = { nb = "Hei.", en = "Hello." }\n'


def refusal(steps: str, head: str = HEAD) -> str:
    with pytest.raises(ScriptRefused) as refused:
        parse((head + steps).encode(), "x.toml")
    return str(refused.value)


def test_a_whole_script_is_read() -> None:
    script = parse((HEAD + SAY).encode(), "x.toml")

    assert script.steps[0].text is not None
    assert script.steps[0].text.of(Language.NB) == "Hei."


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (
            SAY.replace(', en = "Hello."', ""),
            "x.toml: step 1 (line 8), text: “en” is missing; every text stands in both nb and en",
        ),
        (SAY + "sekunder = 3\n", "x.toml: step 1 (line 8): “sekunder” is not a known key"),
        (
            SAY.replace("say", "sing"),
            "x.toml: step 1 (line 8), do: “sing” is no kind of step; "
            "use say, breathe, count, sense, quiet, ask, choose or turn",
        ),
        (
            '[[steps]]\ndo = "breathe"\ncycles = 3\npattern = [["in", 4], ["hold", 7], ["out", 8]]\n',
            "x.toml: step 1 (line 8), pattern[1][0]: “hold” in a breath: nobody is asked to hold their breath; "
            "use in, sip, out or rest",
        ),
        (
            '[[steps]]\ndo = "breathe"\ncycles = 3\npattern = [["in", 2], ["out", 3]]\n',
            "x.toml: step 1 (line 8), pattern: one breath lasts 5 s; at least 6 s, so that nobody gets dizzy",
        ),
        (SAY.replace("60", '"60"'), "x.toml: step 1 (line 8), seconds: expected a number here, found a text in quotes"),
        (SAY.replace('"Hei."', '""'), "x.toml: step 1 (line 8), text.nb: the text is empty"),
        (SAY.replace("60", "-1"), "x.toml: step 1 (line 8), seconds: the number is too small; at least 1"),
        (SAY.replace("60", "nan"), "x.toml: step 1 (line 8), seconds: the number is too small; at least 1"),
        ("steps = []\n", "x.toml: steps: at least 1 must stand here"),
        (SAY * 201, "x.toml: steps: at most 200 may stand here"),
        ("[[steps]\n", "x.toml: line 8: not valid TOML; check the quotes, brackets and = there"),
        ("id = 'again'\n", "x.toml: line 8: the key stands there twice; take one of them away"),
        ("[steps.a]\n[steps.a]\n", "x.toml: line 9: the key stands there twice; take one of them away"),
        (SAY.replace("60", "60,5"), "x.toml: line 10: a number has a point, not a comma; write 60.5"),
        (
            SAY + 'nudges = [{ at = 14,5, nb = "Nå.", en = "Now." }]\n',
            "x.toml: line 12: a number has a point, not a comma; write 14.5",
        ),
        (
            SAY.replace("seconds", "secnds"),
            "x.toml: step 1 (line 8): “secnds” is not a known key; did you mean seconds?",
        ),
        (SAY + "cycles = 2\n", "x.toml: step 1 (line 8): “cycles” is not a known key"),
        (
            SAY + "door = 'open'\n",
            "x.toml: step 1 (line 8), door: “open” is none of the words that may stand here: ajar, closed",
        ),
    ],
)
def test_what_is_wrong_is_said_with_place_and_remedy(steps: str, line: str) -> None:
    assert refusal(steps) == line


def test_the_words_that_may_stand_in_the_place_of_a_wrong_one_are_named() -> None:
    wrong = HEAD.replace('"between"', '"mellom"')

    assert refusal(SAY, wrong) == (
        "x.toml: occasion: “mellom” is none of the words that may stand here: in-conversation, between, reflection, "
        "lunch, day, week, career, together, too-much"
    )


def test_what_is_wrong_is_said_in_norwegian_too() -> None:
    i18n.use(Language.NB)

    assert refusal(SAY.replace("60", "0.5")).endswith("minst 1")
    assert refusal('[[steps]]\ndo = "breathe"\ncycles = 3\npattern = [["in", 0.2], ["out", 4]]\n').endswith("minst 0,5")
    assert refusal('[[steps]]\ndo = "breathe"\ncycles = 3\npattern = [["in", 1], ["out", 4.5]]\n').count("5,5 s") == 1
    assert refusal(SAY + "sekunder = 3\n") == "x.toml: trinn 1 (linje 8): «sekunder» er ikke en kjent nøkkel"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\xff\xfe", "x.toml: line 1: not UTF-8; save the file as UTF-8"),
        (b"#" * (MAX_BYTES + 1), "x.toml: longer than 100 kB; a script is a page or two"),
        (b"a = " + b"[" * 50_000, "x.toml: brackets inside brackets, too deep to follow"),
    ],
)
def test_what_is_no_script_at_all_is_refused_in_one_line(data: bytes, line: str) -> None:
    with pytest.raises(ScriptRefused) as refused:
        parse(data, "x.toml")

    assert str(refused.value) == line


def test_a_folder_and_a_missing_file_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ScriptRefused, match="this is a folder"):
        read(tmp_path)
    with pytest.raises(ScriptRefused, match="there is no such file"):
        read(tmp_path / "none.toml")


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(ScriptRefused, match="longer than 100 kB"):
        read(path)


def test_escapes_are_stripped_and_markup_stays() -> None:
    hostile = SAY.replace("Hei.", "[bold]Hei[/] \\u001b[31m\\u001b]0;tittel\\u0007du\\u202e.")

    script = parse((HEAD + hostile).encode(), "x.toml")

    assert script.steps[0].text is not None
    assert script.steps[0].text.nb == "[bold]Hei[/] du."


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        parse(data, "x.toml")
    except ScriptRefused as refused:
        assert "\n" not in str(refused)


@given(st.text(max_size=200))
def test_any_text_after_a_good_head_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        parse((HEAD + text).encode("utf-8", "surrogatepass"), "x.toml")
    except ScriptRefused as refused:
        assert "\n" not in str(refused)
