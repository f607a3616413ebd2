"""What there is to read: every line that a voice says, once, with a name and the seconds that it may take."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import i18n
from assistant.cli.exits import InputWrong
from assistant.cli.voices_script import parts_to_read, script_command
from assistant.language import Language
from assistant.plaintext import has_controls
from assistant.script.reading import parse
from assistant.shelf import whole_shelf
from assistant.tasting import VOLUME_LINE
from assistant.timeline.closing import closing
from assistant.timeline.compose import compose
from assistant.units import Ms, ms
from assistant.voice.recorded.code import code_of
from assistant.voice.recorded.lines import Line, Part
from assistant.voice.recorded.manuscript import at_most, plain_text
from assistant.voice.recorded.naming import voice_name
from assistant.voice.recorded.page import page
from tests.conftest import HEAD


def script(*arguments: str) -> None:
    script_command.main(list(arguments), standalone_mode=False)


def all_lines(language: Language) -> list[Line]:
    return [line for part in parts_to_read(whole_shelf().scripts, language) for line in part.lines]


@pytest.mark.parametrize("language", Language)
def test_whatever_is_said_in_any_break_can_be_recorded_and_fits_where_it_is_said(language: Language) -> None:
    by_text = {line.text: line for line in all_lines(language)}

    assert VOLUME_LINE[language] in by_text
    for one in whole_shelf().scripts:
        for seconds in {one.lengths.least, one.lengths.usual, one.lengths.most}:
            timeline = compose(one, language, ms(seconds))
            for utterance in timeline.utterances:
                assert utterance.holds(by_text[utterance.text].room)
            as_recorded = {line.text: line.room for line in by_text.values()}
            for utterance in closing(timeline, as_recorded).utterances:
                assert utterance.holds(by_text[utterance.text].room)
            assert set(timeline.asides) <= set(by_text)


@pytest.mark.parametrize("language", Language)
def test_each_line_is_there_once_with_a_number_and_a_code_of_its_own(language: Language) -> None:
    lines = all_lines(language)

    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert len({line.text for line in lines}) == len({line.code for line in lines}) == len(lines)
    assert all(re.fullmatch(r"\d{3}-[a-z2-7]{8}", line.file) for line in lines)
    assert all(2_000 <= line.room <= 40_000 for line in lines)


def test_lines_of_short_and_long_forms_are_there_too() -> None:
    one = parse(
        (
            HEAD
            + """
[[steps]]
do = "say"
seconds = 20
text = { nb = "Alltid.", en = "Always." }
stretch = true
[[steps]]
do = "say"
seconds = 5
from = 90
text = { nb = "Bare lenge.", en = "Only in long ones." }
[[steps]]
do = "say"
seconds = 5
upto = 40
text = { nb = "Bare kort.", en = "Only in short ones." }
"""
        ).encode(),
        "x.toml",
    )

    texts = [line.text for part in parts_to_read([one], Language.EN) for line in part.lines]
    assert {"Always.", "Only in long ones.", "Only in short ones."} <= set(texts)


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_a_code_is_that_of_the_words_and_of_no_others(one: str, other: str) -> None:
    assert re.fullmatch(r"[a-z2-7]{8}", code_of(one))
    assert (code_of(one) == code_of(other)) == (one.split() == other.split())


@pytest.mark.parametrize(
    ("room", "language", "words"),
    [
        (2_200, Language.EN, "at most 2 s"),
        (2_500, Language.EN, "at most 2.5 s"),
        (2_999, Language.NB, "inntil 2,5 s"),
        (12_000, Language.NB, "inntil 12 s"),
    ],
)
def test_seconds_are_rather_too_few_than_too_many(room: int, language: Language, words: str) -> None:
    assert at_most(Ms(room), language) == words


# Written


@pytest.mark.parametrize("language", Language)
def test_it_is_written_as_text_and_as_a_page(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n.use(language)

    script("Anna", "--break", "rolig-pust", "--break", "tell-ting", "-o", str(tmp_path))

    files = [tmp_path / f"Anna-{language}-rolig-pust-tell-ting{suffix}" for suffix in (".txt", ".html")]
    assert capsys.readouterr().out.splitlines()[:2] == [
        i18n._("Written: {file}").format(file=path) for path in files
    ]  # fmt: skip
    text, html = (path.read_text("utf-8") for path in files)
    shelf = whole_shelf()
    for line in (one for part in parts_to_read([shelf.by_id["rolig-pust"]], language) for one in part.lines):
        assert text.count(line.code) == html.count(line.code) == 1
    titles = [shelf.by_id[one].title.of(language) for one in ("rolig-pust", "tell-ting")]
    assert all(title in text and f"<h2>{title}</h2>" in html for title in titles)
    assert max(map(len, text.splitlines())) <= 72
    assert f'<html lang="{language}">' in html
    assert f'mellomrom voices import {"MAPPE" if language is Language.NB else "FOLDER"} "Anna"' in text


def test_without_a_name_of_a_break_all_of_them_are_there(tmp_path: Path) -> None:
    script("Anna", "-o", str(tmp_path))

    text = (tmp_path / "Anna-en.txt").read_text("utf-8")
    assert all(line.code in text for line in all_lines(Language.EN))


def test_a_line_has_the_same_number_and_the_same_room_whatever_is_written(tmp_path: Path) -> None:
    script("Anna", "-o", str(tmp_path))
    whole = (tmp_path / "Anna-en.txt").read_text("utf-8")

    script("Anna", "--break", "tell-ting", "-o", str(tmp_path))

    part = (tmp_path / "Anna-en-tell-ting.txt").read_text("utf-8")
    lines = re.findall(r"^ +(?:\d{3}-[a-z2-7]{8} .*)$", part, re.MULTILINE)
    assert len(lines) > 3
    assert set(lines) < set(whole.splitlines())
    assert (tmp_path / "Anna-en.txt").read_text("utf-8") == whole


def test_many_breaks_have_a_file_of_their_own_with_a_name_that_is_not_too_long(tmp_path: Path) -> None:
    ids = list(whole_shelf().by_id)[:30]
    for chosen in (ids, ids[:-1]):
        script("Anna", *(word for one in chosen for word in ("--break", one)), "-o", str(tmp_path))

    assert len(list(tmp_path.glob("Anna-en-*.txt"))) == 2


def test_lines_of_a_break_that_is_not_on_the_shelf_are_written_after_all_others(tmp_path: Path) -> None:
    one = tmp_path / "mine.toml"
    one.write_text(
        HEAD + '[[steps]]\ndo = "say"\nseconds = 20\ntext = { nb = "Bare min.", en = "Only mine." }\nstretch = true\n',
        "utf-8",
    )

    script("Anna", "--break", str(one), "-o", str(tmp_path))

    (text,) = (path.read_text("utf-8") for path in tmp_path.glob("Anna-en-*.txt"))
    assert f"{len(all_lines(Language.EN)) + 1:>3}  Only mine." in text


def test_words_stand_as_words_on_the_page() -> None:
    parts = [Part("<b>One</b>", (Line(1, 'Say "yes" & <i>no</i>.', Ms(5_000)),))]

    html = page(parts, Language.EN, "Anna")

    assert "<i>" not in html
    assert "&lt;b&gt;One" in html
    assert "http" not in html.partition("<body>")[2]


@given(st.lists(st.text(min_size=1, max_size=300).filter(str.split), min_size=1, max_size=3))
def test_whatever_a_line_is_no_word_of_it_is_lost(texts: list[str]) -> None:
    lines = tuple(Line(number, text, Ms(5_000)) for number, text in enumerate(texts, 1))

    written = plain_text([Part("One", lines)], Language.EN, "Anna")

    squeezed = re.sub(r"[\t-\r ]+", "", written)
    for before, after in pairwise((*lines, None)):
        assert before is not None
        begin = squeezed.index(re.sub(r"[\t-\r ]+", "", before.text))
        assert after is None or begin < len(squeezed)


def test_a_page_needs_nothing_from_anywhere() -> None:
    html = page(parts_to_read(whole_shelf().scripts, Language.NB), Language.NB, "Anna")

    assert not re.findall(r"""(?:src|href)=|url\(|@import""", html)
    assert "default-src 'none'" in html


# Names


@pytest.mark.parametrize("name", ["Anna", "Åse", "Kari Nordmann", "A.-L. O'Neil", "7", "Ann-Kristin_2", "Anna "])
def test_names_of_people_are_taken(name: str) -> None:
    assert voice_name(name) == name.strip()


@pytest.mark.parametrize(
    "name",
    ["", " ", ".", "..", "../x", "a/b", "a\\b", ".hidden", "-x", "a.", "con", "NUL.txt", "com1", "a:b", "a\nb",
     "a\x1b[1m", "x" * 41, "system", "SYSTEM", "a*", "<b>", "a|b", "\u202eanna"],
)  # fmt: skip
def test_what_is_no_name_of_a_folder_everywhere_is_not(name: str) -> None:
    assert voice_name(name) is None


@given(st.text(max_size=50))
def test_a_name_is_one_folder_below_and_shows_as_it_is(text: str) -> None:
    name = voice_name(text)

    if name is not None:
        assert Path(name).name == name
        assert not has_controls(name)
        assert voice_name(name) == name


@pytest.mark.parametrize("name", ["../x", "system"])
def test_no_manuscript_is_written_for_no_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputWrong, match="cannot be the name of a voice"):
        script(name, "-o", str(tmp_path))
    assert not list(tmp_path.glob("*.txt"))


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputWrong, match="the folder is not there"):
        script("Anna", "-o", str(tmp_path / "nowhere"))
