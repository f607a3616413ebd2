"""What stands on a sheet to hand out: enough to do the break, to stop, to get help, and to know what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from assistant import i18n
from assistant.articles import library
from assistant.handout import looks
from assistant.handout.fitting import SCALES, fit, height
from assistant.handout.making import HandoutRefused
from assistant.handout.model import handout
from assistant.handout.parts import LEVELS, caution
from assistant.handout.steps import about, steps_of
from assistant.help.answering import countries
from assistant.help.page import too_much, what_it_is_not
from assistant.language import Language
from assistant.script.model import Occasion
from assistant.timeline.compose import compose
from assistant.units import ms
from tests.handout.sheets import SHELF, Read, alone, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.script.model import Script

ALL = [script.id for script in SHELF.scripts]
BREAKS = [script.id for script in SHELF.scripts if not script.checklist]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", BREAKS)
def test_every_break_has_a_sheet_with_all_that_is_good_to_know(name: str, language: Language) -> None:
    i18n.use(language)
    script = SHELF.find(name)

    read = Read(alone(name))

    assert ("lang", language.value) in read.attributes
    assert read.of["h1"] == [script.title.of(language)]
    must_stand = (
        *(script.about.of(language), script.evidence.note.of(language), *script.evidence.sources),
        *(step.words for step in steps_of(script, compose(script, language))),
        *(line for part in caution(script) for line in part.lines),
        *(*too_much().lines, *what_it_is_not().lines, i18n._(LEVELS[script.evidence.level])),
        i18n._("Nothing about you is counted, sent or shown to a leader. There is no overview to ask for."),
        f"mellomrom {'present' if script.occasion is Occasion.TOGETHER else 'break'} {name}",
    )
    assert [words for words in must_stand if words not in read.words] == []
    assert "{" not in read.words


@pytest.mark.parametrize(
    ("name", "stands"),
    [("moete-demo", False), ("kollegarunden", False), ("rammesjekk", True), ("ogsaa-ledere", True), ("sukket", True)],
)
def test_what_is_said_to_a_leader_first_is_not_on_a_sheet_for_the_staff(name: str, stands: bool) -> None:
    script = SHELF.find(name)
    assert script.caution is not None

    assert (script.caution.en in Read(alone(name)).words) is stands


@pytest.mark.parametrize("name", BREAKS)
def test_it_is_set_as_large_as_one_page_allows(name: str) -> None:
    script = SHELF.find(name)
    sheet = handout([(script, compose(script, Language.EN))], countries())

    fitting = [scale for scale in SCALES if height(sheet, scale) <= looks.HEIGHT]

    assert fit(sheet) == fitting[0]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("level", LEVELS)
def test_the_levels_are_told_as_the_article_about_them_begins(level: str, language: Language) -> None:
    i18n.use(language)
    article = library.find("art-kunnskapsgrunnlag").text(language).replace("*", "")

    assert i18n._(LEVELS[level]).removesuffix(".") in article


def test_without_a_card_the_steps_stand_with_about_how_long_each_takes() -> None:
    script = SHELF.find("tell-ting")

    steps = steps_of(script, compose(script, Language.EN))

    assert [step.time for step in steps] == [f"about {seconds} s" for seconds in (10, 25, 25, 30, 15, 15)]
    assert steps[0].words == "Count corners, sounds or something blue. No number is wrong."


def test_with_a_card_its_lines_stand_as_they_were_written_for_paper() -> None:
    script = SHELF.find("moete-demo")

    steps = steps_of(script, compose(script, Language.NB))

    assert [step.words for step in steps] == [line.nb for line in script.card]
    assert {step.time for step in steps} == {""}


def test_where_no_step_has_a_time_there_is_no_column_for_it() -> None:
    timed, untimed = Read(alone("tell-ting")), Read(alone("moete-demo"))

    assert ("class", "time") in timed.attributes
    assert ("class", "time") not in untimed.attributes
    assert [tag for tag in untimed.tags if tag == "ol"] == []


def test_a_breath_is_told_with_its_lengths_and_only_once() -> None:
    script = SHELF.find("rolig-pust")

    words = " ".join(step.words for step in steps_of(script, compose(script, Language.EN)))

    assert words.count("(in for 4 seconds, out for 6)") == 1


def test_a_choice_and_a_round_can_be_done_from_paper(script_of: Callable[[str], Script]) -> None:
    script = script_of("""
[[steps]]
do = "choose"
seconds = 20
text = { nb = "Hva nå?", en = "What now?" }
options = [{ nb = "Hvile", en = "Rest" }, { nb = "Gå", en = "Go" }]

[[steps]]
do = "turn"
each = 20
people = 2
stretch = true
text = { nb = "Den {turn} har ordet.", en = "The {turn} speaks." }
""")

    steps = steps_of(script, compose(script, Language.EN))

    assert [step.words for step in steps] == [
        "What now? (Rest / Go)",
        "The first speaks. (Then the next, with the same time for everybody.)",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "about 5 s"), (12, "about 10 s"), (87, "about 85 s"), (88, "about 1½ min"), (120, "about 2 min")],
)
def test_lengths_are_round(seconds: int, words: str) -> None:
    assert about(ms(seconds)) == words


@pytest.mark.parametrize("country", countries(), ids=lambda country: country.code)
def test_the_numbers_are_those_of_the_country_each_with_its_date(country: object) -> None:
    lines, code = country.lines, country.code  # type: ignore[attr-defined]

    read = Read(sheet_of("tell-ting", country=code))

    assert read.of["b"] == [line.number for line in lines]
    for line in lines:
        date = f" ({line.last_checked})" if line.last_checked else ""
        assert f"{line.number} {line.who.en}{date}" in read.words


def test_where_no_country_was_chosen_all_stand_and_none_is_guessed() -> None:
    read = Read(sheet_of("tell-ting"))

    assert read.of["b"] == [line.number for country in countries() for line in country.lines]
    assert all(f"{country.name.en}: {country.lines[0].number}" in read.words for country in countries())


@pytest.mark.parametrize("name", ALL)
def test_it_asks_nobody_for_anything(name: str) -> None:
    document = alone(name)
    read = Read(document)

    assert ("http-equiv", "Content-Security-Policy") in read.attributes
    assert {"script", "link", "img", "a", "form", "iframe"} & set(read.tags) == set()
    assert {"src", "href", "style"} & {attribute for attribute, _value in read.attributes} == set()
    assert not re.search(r"https?:|url\(|@import", document)


def test_hostile_words_are_shown_as_they_stand(script_of: Callable[[str], Script]) -> None:
    hostile = "<script>alert(1)</script> &amp; </style> <b>b</b> {x} $y %s"
    step = '[[steps]]\ndo = "say"\nseconds = 30\ntext = {{ nb = "{0}", en = "{0}" }}\n'
    script = script_of(step.format(hostile))

    read = Read(sheet_of(script))

    assert hostile in read.words
    assert "script" not in read.tags


def test_words_that_are_as_long_as_they_may_be_stand_too(script_of: Callable[[str], Script]) -> None:
    step = '[[steps]]\ndo = "say"\nseconds = 50\ntext = {{ nb = "{0}", en = "{0}" }}\n'

    assert "W" * 400 in Read(sheet_of(script_of(step.format("W" * 400)))).words


def test_several_stand_on_one_sheet_each_with_what_is_known_of_it() -> None:
    read = Read(sheet_of("tell-ting", "slurk", country="no"))

    assert read.of["h1"] == ["Short breaks to try"]
    assert read.of["h2"][:2] == ["Count things in the room", "A sip, a pastille"]
    assert all(SHELF.find(name).evidence.note.en in read.words for name in ("tell-ting", "slurk"))
    assert all(line.en in read.words for line in SHELF.find("slurk").card)


@pytest.mark.parametrize(
    ("names", "country", "line"),
    [
        (["tell-ting"] * 5, "no", "so many breaks cannot be read on one page; of these it holds 2"),
        (
            ["tell-ting", "rolig-pust"],
            "",
            "of these it holds 1; all of them with the numbers of one country: “mello",
        ),
        (["rammesjekk", "slurk"], "", "“Checking the frame (leaders)” is a sheet of its own; name it alone"),
    ],
)
def test_what_does_not_fit_is_refused_and_it_is_said_what_does(names: list[str], country: str, line: str) -> None:
    with pytest.raises(HandoutRefused) as refused:
        sheet_of(*names, country=country)

    assert line in str(refused.value)
    assert "\n" not in str(refused.value)


def test_one_break_with_too_many_words_is_refused(script_of: Callable[[str], Script]) -> None:
    step = '[[steps]]\ndo = "quiet"\nseconds = 2\ntext = {{ nb = "{0}", en = "{0}" }}\n'
    script = script_of("".join(step.format(f"Look {number}.") for number in range(60)))
    long = msgspec.structs.replace(script, lengths=msgspec.structs.replace(script.lengths, usual=300))

    with pytest.raises(HandoutRefused, match="“Title” has too many words for one page at a size that can be read"):
        sheet_of(long)
