from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plaintext import LONGEST, sentences, shorten, without_controls


@pytest.mark.parametrize(
    ("hostile", "plain"),
    [
        ("\x1b[31mrød\x1b[0m", "rød"),
        ("\x1b]0;tittel\x07ord", "ord"),
        ("\x1b]8;;http://x\x1b\\lenke\x1b]8;;\x1b\\", "lenke"),
        ("\x1bP1$r\x1b\\ord", "ord"),
        ("\x9b2Jord", "ord"),
        ("\x1b]52;c;aGVp", ""),
        ("to\nlinjer\tog\rtre", "to linjer og tre"),
        ("a\u202eb\u200bc", "abc"),
        ("[bold]x[/]", "[bold]x[/]"),
    ],
)
def test_escapes_and_controls_go_and_the_words_stay(hostile: str, plain: str) -> None:
    assert without_controls(hostile) == plain


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not any(unicodedata.category(character) in {"Cc", "Cf"} for character in without_controls(text))


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    clean = without_controls(text)

    assert without_controls(clean) == clean


@pytest.mark.parametrize(
    "whole",
    [
        ["Noe godt, f.eks. Kaffe eller te.", "Det er nok."],
        ["Something warm, e.g. Earl Grey.", "That is enough."],
        ["Du kan si «Jeg trenger en pause.»", "Det er nok."],
        ["Hva sier du til «Hva nå?»", "«Kanskje.»", "Takk."],
        ["Kanskje … eller ikke …", "{quiet} uten ord!", "Og så videre …"],
        ["Uten punktum"],
        [],
    ],
)
def test_a_sentence_ends_with_its_stop_and_its_quotation_and_not_after_an_abbreviation(whole: list[str]) -> None:
    assert sentences(" ".join(whole)) == whole


@given(st.text())
def test_no_word_is_lost_between_two_sentences(text: str) -> None:
    assert "".join(" ".join(sentences(text)).split()) == "".join(text.split())


def test_a_long_text_is_shortened_for_a_message() -> None:
    assert len(shorten("a" * 1000)) == LONGEST
