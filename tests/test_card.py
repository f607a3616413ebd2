"""What stands on a card, and the card as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from assistant.balance import columns, evenly, wrap
from assistant.card.model import Card, card_of
from assistant.card.plain import WIDTH, plain_text
from assistant.language import Language
from assistant.shelf import whole_shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.script.model import Script

SAY = '[[steps]]\ndo = "say"\nseconds = 9\ntext = {{ nb = "{nb}", en = "{en}" }}\n'


def say(nb: str, en: str, more: str = "") -> str:
    return SAY.format(nb=nb, en=en) + more


def test_a_card_has_the_lines_that_its_script_has_for_it() -> None:
    script = whole_shelf().find("slurk")

    card = card_of(script, Language.NB)

    assert card.title == "En slurk, en pastill"
    assert card.lines == tuple(line.nb for line in script.card)
    assert card.caution.startswith("Careful: Ved svelgvansker")


def test_without_lines_of_its_own_a_card_has_the_words_of_the_steps(script_of: Callable[[str], Script]) -> None:
    script = script_of(
        say("En.", "One.")
        + say("Stille i {quiet}.", "Quiet for {quiet}.")
        + '[[steps]]\ndo = "quiet"\nseconds = 60\ntext = { nb = "Ro.", en = "Calm." }\n'
        + say("Lang.", "Long.", "from = 70\n")
        + '[[steps]]\ndo = "breathe"\npattern = [["in", 4], ["out", 6]]\ncycles = 2\n'
        + '[[steps]]\ndo = "ask"\nseconds = 9\ntext = { nb = "Hva?", en = "What?" }\n'
        + say("En.", "One.")
    )

    assert card_of(script, Language.EN) == Card("Title", ("One.", "Quiet for one minute."))
    assert card_of(script, Language.NB).lines == ("En.", "Stille i ett minutt.")


def test_a_card_takes_the_short_form_where_there_is_one_and_six_lines_at_most() -> None:
    shelf = whole_shelf()

    cards = [card_of(script, language) for script in shelf.scripts for language in Language]

    assert card_of(shelf.find("rolig-pust"), Language.EN).lines == ("Easy in, longer out.", "Thank you. Eyes up.")
    assert all(1 <= len(card.lines) <= 6 and all(card.lines) for card in cards)
    assert not any("{" in line for card in cards for line in card.lines)


def test_a_script_of_questions_says_on_its_card_what_it_is(script_of: Callable[[str], Script]) -> None:
    script = script_of('[[steps]]\ndo = "ask"\nseconds = 60\ntext = { nb = "Hva?", en = "What?" }\n')

    assert card_of(script, Language.EN).lines == ("About.",)


def test_letters_and_their_accents_are_one(script_of: Callable[[str], Script]) -> None:
    assert card_of(script_of(say("A\u030apne.", "Open.")), Language.NB).lines == ("\u00c5pne.",)


def test_plain_text_is_narrow_and_whole() -> None:
    cards = [
        Card("Title " * 20, ("word " * 60, "x" * 300, "短い言葉" * 40), "Careful: " + "no " * 60),
        Card("B", ("b",)),
    ]

    text = plain_text(cards)

    assert max(map(columns, text.splitlines())) <= WIDTH
    letters = "".join("".join((card.title, *card.lines, card.caution)) for card in cards)
    kept = "".join(line for line in text.splitlines()[:-1] if set(line) != {"-"})
    assert "".join(kept.split()) == "".join(letters.split())
    assert text.endswith("\n\nB\n-\nb\n\nMellomrom – stopping is always fine.\n")


@given(st.text(alphabet=st.sampled_from("abc def")), st.integers(1, 20))
def test_nothing_is_lost_where_lines_are_broken(text: str, width: int) -> None:
    for lines in (wrap(text, width, len), evenly(text, width, len)):
        assert all(0 < len(line) <= width for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet=st.sampled_from("abc def")), st.integers(1, 20))
def test_lines_of_the_same_length_are_no_more_than_others(text: str, width: int) -> None:
    assert len(evenly(text, width, len)) == len(wrap(text, width, len))


def test_no_word_stands_alone_where_that_can_be_helped() -> None:
    assert wrap("one two three four", 14, len) == ("one two three", "four")
    assert evenly("one two three four", 14, len) == ("one two", "three four")


def test_no_more_words_are_broken_than_must_be() -> None:
    assert evenly("abcdef y", 6, len) == ("abcdef", "y")
