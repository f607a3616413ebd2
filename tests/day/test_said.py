"""Sentences and questions of the day: each in both languages, short, and about whoever reads them."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.check.wording import in_words
from assistant.day.said import question, said, sentence
from assistant.language import Language
from assistant.script.model import Occasion, Text


def both() -> list[Text]:
    norwegian, english = (said(language) for language in Language)
    return [
        Text(nb=nb, en=en)
        for nb, en in zip(
            (*norwegian.sentences, *norwegian.questions), (*english.sentences, *english.questions), strict=True
        )
    ]


@pytest.mark.parametrize("text", both(), ids=lambda text: text.en)
def test_what_is_said_holds_what_is_asked_of_the_words_of_a_break(text: Text) -> None:
    assert list(in_words("here", text, Occasion.BETWEEN)) == []
    for words in (text.nb, text.en):
        assert words[0].isupper()
        assert sum(words.count(mark) for mark in ".?!") == words.endswith((".", "?"))


def test_both_languages_say_as_much_and_nothing_twice() -> None:
    norwegian, english = (said(language) for language in Language)

    assert len(norwegian.sentences) == len(english.sentences)
    assert len(norwegian.questions) == len(english.questions)
    for one in (norwegian, english):
        assert len({*one.sentences, *one.questions}) == len(one.sentences) + len(one.questions)
        assert all(question.endswith("?") for question in one.questions)


def test_no_question_comes_twice_until_all_have_been_shown() -> None:
    total = len(said(Language.NB).questions)

    assert len({question(shown, Language.NB) for shown in range(total)}) == total


def test_the_sentence_of_an_offer_stays_the_same_and_the_next_one_is_another() -> None:
    at = dt.datetime(2026, 11, 24, 10, 1, tzinfo=dt.UTC)

    assert sentence(at, Language.EN) == sentence(at + dt.timedelta(minutes=2), Language.EN)
    assert sentence(at, Language.EN) != sentence(at + dt.timedelta(minutes=15), Language.EN)
