"""A checklist to write on: what is asked, who does something and by when, and nothing about persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from assistant import i18n
from assistant.handout.checklist import checklist
from assistant.handout.making import HandoutRefused
from assistant.language import Language
from tests.handout.sheets import SHELF, Read, asked, of_questions, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.script.model import Script


@pytest.mark.parametrize("language", Language)
def test_each_question_has_a_row_with_a_box_and_room_for_what_who_and_by_when(language: Language) -> None:
    i18n.use(language)
    script = SHELF.find("rammesjekk")

    read = Read(sheet_of(script))

    questions = asked(script, language)
    assert len(questions) == 15
    assert read.of["th"][5:] == questions[:-1]
    assert read.of["td"] == [""] * 4 * 14
    assert read.attributes.count(("class", "box")) == 1 + 14
    assert read.attributes.count(("scope", "row")) == 14


def test_what_is_written_above_the_columns() -> None:
    assert Read(sheet_of("rammesjekk")).of["th"][:5] == ["In order", "Question", "What is to be done", "Who", "By when"]


def test_the_last_question_has_a_box_of_its_own_at_the_foot_and_nothing_to_tick_off() -> None:
    document = sheet_of("rammesjekk")
    decision = document.partition('<div class="decision">')[2].partition("</div>")[0]

    last = asked(SHELF.find("rammesjekk"), Language.EN)[-1]
    assert Read(f"<body>{decision}</body>").words == f"{last} What is to be done: Who: By when:"
    assert 'class="box"' not in decision
    assert document.index("</table>") < document.index(decision)


def test_the_only_question_has_a_row(script_of: Callable[[str], Script]) -> None:
    document = sheet_of(of_questions(script_of, 1))

    assert Read(document).of["th"][5:] == ["Question 0?"]
    assert '<div class="decision">' not in document


def test_it_says_that_it_is_about_the_group_and_has_a_date_and_a_next_check() -> None:
    words = Read(sheet_of("rammesjekk")).words

    group = "This sheet is about the group and the frame, never about how any one person feels or reacts."
    assert words.index(group) < words.index("Date:") < words.index("Next check:") < words.index("By when")
    assert "Mellomrom counts and sends nothing: no leader sees who uses it." in words
    assert SHELF.find("rammesjekk").evidence.note.en in words


@pytest.mark.parametrize("language", Language)
def test_no_place_on_it_is_for_persons(language: Language) -> None:
    i18n.use(language)

    sheet = checklist(SHELF.find("rammesjekk"), language)

    for word in ("navn", "name", "symptom", "føler", "feel"):
        assert not any(word in question.lower().replace("named", "") for question in sheet.questions)


def test_any_break_that_asks_can_be_one(script_of: Callable[[str], Script]) -> None:
    read = Read(sheet_of(of_questions(script_of, 3)))

    assert read.of["th"][5:] == ["Question 0?", "Question 1?"]
    assert "Question 2? What is to be done:" in read.words


def test_one_that_asks_nothing_is_refused() -> None:
    nothing = msgspec.structs.replace(SHELF.find("tell-ting"), checklist=True)

    with pytest.raises(HandoutRefused, match="asks nothing, so there is no checklist in it; leave out “checklist”"):
        sheet_of(nothing)


def test_hostile_words_are_shown_as_they_stand(script_of: Callable[[str], Script]) -> None:
    hostile = "<script>alert(1)</script> &amp; {question} $x"
    text = f'[[steps]]\ndo = "ask"\nseconds = 30\ntext = {{ nb = "{hostile}", en = "{hostile}" }}\n'

    read = Read(sheet_of(msgspec.structs.replace(script_of(text), checklist=True)))

    assert read.of["th"][5:] == [hostile]
