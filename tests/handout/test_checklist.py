"""A checklist to write on: what is asked, who does something and by when, and nothing about persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from assistant import i18n
from assistant.handout.checklist import checklist
from assistant.handout.making import HandoutRefused
from assistant.language import Language
from assistant.script.model import Ask
from assistant.shelf import whole_shelf
from tests.handout.sheets import PAPERS, Read, printed, sheet_of, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from assistant.script.model import Script

ASK = '[[steps]]\ndo = "ask"\nseconds = 12\ntext = {{ nb = "Spørsmål {0}?", en = "Question {0}?" }}\n'


def asked(script: Script, language: Language) -> list[str]:
    return [step.text.of(language) for step in script.steps if isinstance(step, Ask)]


def of_questions(script_of: Callable[[str], Script], count: int) -> Script:
    script = script_of("".join(ASK.format(number) for number in range(count)))
    lengths = msgspec.structs.replace(script.lengths, usual=12 * count, most=3600)
    return msgspec.structs.replace(script, checklist=True, lengths=lengths)


@pytest.mark.parametrize("language", Language)
def test_each_question_has_a_row_with_a_box_and_room_for_who_and_by_when(language: Language) -> None:
    i18n.use(language)
    script = whole_shelf().find("rammesjekk")

    read = Read(sheet_of(script))

    questions = asked(script, language)
    assert len(questions) == 15
    assert read.of["th"][4:] == questions
    assert read.of["td"] == [""] * 3 * len(questions)
    assert read.attributes.count(("class", "box")) == 1 + len(questions)
    assert read.attributes.count(("scope", "row")) == len(questions)


def test_what_is_written_above_the_columns() -> None:
    assert Read(sheet_of("rammesjekk")).of["th"][:4] == ["In order", "Question", "Who", "By when"]


def test_it_says_that_it_is_about_the_group_and_has_a_date_and_a_next_check() -> None:
    words = Read(sheet_of("rammesjekk")).words

    group = "This sheet is about the group and the frame, never about how any one person feels or reacts."
    assert words.index(group) < words.index("Date:") < words.index("Next check:") < words.index("By when")
    assert "Mellomrom counts and sends nothing: no leader sees who uses it." in words
    assert whole_shelf().find("rammesjekk").evidence.note.en in words


@pytest.mark.parametrize("language", Language)
def test_no_place_on_it_is_for_persons(language: Language) -> None:
    i18n.use(language)

    sheet = checklist(whole_shelf().find("rammesjekk"), language)

    for word in ("navn", "name", "symptom", "føler", "feel"):
        assert not any(word in question.lower().replace("named", "") for question in sheet.questions)


def test_any_break_that_asks_can_be_one(script_of: Callable[[str], Script]) -> None:
    read = Read(sheet_of(of_questions(script_of, 3)))

    assert read.of["th"][4:] == ["Question 0?", "Question 1?", "Question 2?"]


def test_one_that_asks_nothing_is_refused() -> None:
    nothing = msgspec.structs.replace(whole_shelf().find("tell-ting"), checklist=True)

    with pytest.raises(HandoutRefused, match="asks nothing, so there is no checklist in it; leave out “checklist”"):
        sheet_of(nothing)


def test_hostile_words_are_shown_as_they_stand(script_of: Callable[[str], Script]) -> None:
    hostile = "<script>alert(1)</script> &amp; {question} $x"
    text = f'[[steps]]\ndo = "ask"\nseconds = 30\ntext = {{ nb = "{hostile}", en = "{hostile}" }}\n'

    read = Read(sheet_of(msgspec.structs.replace(script_of(text), checklist=True)))

    assert read.of["th"][4:] == [hostile]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_a_long_one_goes_on_on_the_next_page_and_no_question_is_broken(
    paper: str, browser: Browser, script_of: Callable[[str], Script]
) -> None:
    page = browser.new_page()
    script = of_questions(script_of, 45)

    show(page, sheet_of(script))
    pages = printed(page, paper)

    assert 1 < len(pages) <= 3
    assert all("By when" in words for words in pages)
    found = [question for words in pages for question in asked(script, Language.EN) if question in words]
    assert found == asked(script, Language.EN)
    page.close()
