from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language import Language
from assistant.voice.phrases import Break, Phrase, count_words, phrases
from assistant.voice.small_steps import in_small_steps


def spoken(text: str) -> list[str]:
    return [phrase.text for phrase in phrases(text)]


def test_a_line_breathes_at_commas_full_stops_colons_and_dashes() -> None:
    line = "Se deg om, rolig. Hva ser du: noe blått? Det er – på en måte – nok."
    assert phrases(line) == (
        Phrase("Se deg om, rolig.", Break.STOP),
        Phrase("Hva ser du:", Break.COMMA),
        Phrase("noe blått?", Break.STOP),
        Phrase("Det er,", Break.COMMA),
        Phrase("på en måte, nok.", Break.END),
    )


@pytest.mark.parametrize(
    "line", ["Møt opp kl. 10.15.", "Det tok 2,5 minutter.", "Bruk f.eks. et bord.", "A well-known word."]
)
def test_numbers_times_and_abbreviations_are_not_split(line: str) -> None:
    assert spoken(line) == [line]


def test_a_single_word_stays_with_its_neighbour_at_a_comma() -> None:
    assert spoken("Ja, det går fint. Rolig, da.") == ["Ja, det går fint.", "Rolig, da."]


def test_a_single_word_that_is_a_sentence_stands_alone() -> None:
    assert spoken("Inn. Ut.") == ["Inn.", "Ut."]


def test_closing_quotation_marks_stay_with_their_sentence() -> None:
    assert spoken("«Det er nok.» Gå videre.") == ["«Det er nok.»", "Gå videre."]


@pytest.mark.parametrize("nothing", ["", "   ", "…", "– . , !"])
def test_what_has_no_words_has_no_phrases(nothing: str) -> None:
    assert phrases(nothing) == ()


@given(st.text(alphabet="ab Å1.,:;?!–-…«»\n", max_size=80))
def test_no_word_is_lost_added_or_moved(text: str) -> None:
    def letters(what: str) -> str:
        return "".join(filter(str.isalnum, what))

    parts = phrases(text)
    assert letters("".join(part.text for part in parts)) == letters(text)
    assert all(count_words(part.text) for part in parts)
    assert [part.then for part in parts].count(Break.END) == bool(parts)


def test_small_steps_split_before_linking_words_and_keep_every_word() -> None:
    steps = in_small_steps(phrases("Legg merke til pusten din og slipp skuldrene litt ned."), Language.NB)
    assert [step.text for step in steps] == ["Legg merke,", "til pusten din,", "og slipp skuldrene litt ned."]
    assert [step.then for step in steps] == [Break.LINK, Break.LINK, Break.END]
