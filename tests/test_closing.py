"""The gentle end of a break that has to end now: whole words, time enough for them, and no more than ten seconds."""

from __future__ import annotations

import string
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language import Language
from assistant.preparing import closing_for
from assistant.script.reading import parse
from assistant.settings import Settings, Sound
from assistant.shelf import whole_shelf
from assistant.sound.clip import Clip
from assistant.timeline.closing import LEAD, LONGEST, SHORTEST, closing, closing_lines
from assistant.timeline.compose import compose
from assistant.timeline.model import Kind, Timeline
from assistant.timeline.need import BREATHING_SPACE, time_to_say
from assistant.units import Ms, ms
from tests.conftest import HEAD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from assistant.script.model import Script
    from assistant.timeline.model import Cue

SCRIPTS = whole_shelf().scripts
EVERY = [(script, language) for script in SCRIPTS for language in Language]
TEN_SECONDS = ms(10)

SHORTENED = {
    ("minne", "en"), ("fem-sanser", "nb"), ("fem-sanser", "en"), ("tre-sider", "nb"), ("tre-sider", "en"),
    ("lunsj", "nb"), ("lunsj", "en"), ("tabben", "en"), ("refleksjonstid", "nb"), ("refleksjonstid", "en"),
    ("dele-skaansomt", "nb"), ("dele-skaansomt", "en"), ("langt-yrkesliv", "nb"), ("langt-yrkesliv", "en"),
    ("det-motsatte", "nb"), ("det-motsatte", "en"), ("rammesjekk", "nb"), ("rammesjekk", "en"), ("normaliser", "en"),
}  # fmt: skip
"""Whose last words are guessed to need more than there is time for, so that their first sentence is left out."""

SAY = '[[steps]]\ndo = "say"\nseconds = 60\nstretch = true\ntext = {{ nb = "{0}", en = "{0}" }}\n'
CHOOSE = """
[[steps]]
do = "choose"
seconds = 60
text = { nb = "Takk. Hva nå?", en = "Thank you. What now?" }
options = [{ nb = "Videre", en = "On" }, { nb = "Slutt", en = "End" }]
"""


def timeline(steps: str) -> Timeline:
    return compose(parse((HEAD + steps).encode(), "x.toml"), Language.EN)


def says(words: str) -> Timeline:
    """A break that ends with ``words``."""
    return timeline(SAY.format(words))


def words(last: Timeline) -> str:
    return last.cues[0].words


@cache
def at_every_second(script: Script, language: Language) -> list[tuple[Cue, Timeline]]:
    """For every length of whole seconds that it allows: the last cue with words, and how it ends early."""
    lengths = range(script.lengths.least, script.lengths.most + 1)
    wholes = (compose(script, language, ms(seconds)) for seconds in lengths)
    return [(next(cue for cue in reversed(whole.cues) if cue.words), closing(whole)) for whole in wholes]


each = pytest.mark.parametrize(("script", "language"), EVERY, ids=lambda value: getattr(value, "id", value))


@each
def test_it_takes_ten_seconds_at_most_at_every_length(script: Script, language: Language) -> None:
    assert max(last.length for _, last in at_every_second(script, language)) <= LONGEST < TEN_SECONDS


@each
def test_its_words_are_the_last_ones_and_whole(script: Script, language: Language) -> None:
    for cue, last in at_every_second(script, language):
        told = cue.words if cue.kind is not Kind.CHOOSE else cue.words.split(".")[0] + "."
        assert told.endswith(words(last))
        assert words(last) == told or told.removesuffix(words(last)).rstrip()[-1] in ".!?"


@each
def test_there_is_time_to_say_its_words_and_a_moment_after_them(script: Script, language: Language) -> None:
    for _, last in at_every_second(script, language):
        (said,) = last.utterances
        assert said.text == words(last)
        assert said.room >= time_to_say(said.text, language, {}) + BREATHING_SPACE


def test_only_where_there_is_no_time_for_all_is_the_first_sentence_left_out() -> None:
    breaks = {(script.id, language.value): compose(script, language) for script, language in EVERY}

    shortened = {name for name, break_ in breaks.items() if words(closing(break_)) != closing_lines(break_)[0]}

    assert shortened == SHORTENED


def test_it_is_of_the_same_script_title_and_language_and_has_no_bells() -> None:
    whole = compose(whole_shelf().find("mellom-to"), Language.NB)

    last = closing(whole)

    assert (last.script, last.title, last.language, last.bells) == (whole.script, whole.title, whole.language, ())


def test_a_word_or_two_are_there_for_three_seconds() -> None:
    assert closing(says("Thanks.")).length == SHORTEST


def test_the_cycle_of_caring_stays_where_it_was() -> None:
    assert closing(compose(whole_shelf().find("syklusen"), Language.EN)).cues[0].phase == 0


def test_after_a_choice_its_question_is_left_out_and_nothing_can_be_chosen() -> None:
    last = closing(timeline(SAY.format("Look up.") + CHOOSE))

    assert (words(last), last.cues[0].choices) == ("Thank you.", ())


@pytest.mark.parametrize(
    "step",
    [
        'do = "count"\nseconds = 60\ntext = { nb = "Tell.", en = "Count." }',
        'do = "ask"\nseconds = 60\ntext = { nb = "Hva nå?", en = "What now?" }',
        'do = "quiet"\nseconds = 60\ntext = { nb = "Stille.", en = "Quiet." }',
        'do = "breathe"\npattern = [["in", 4], ["out", 6]]\ncycles = 6\ntext = { nb = "Inn.", en = "In." }',
        'do = "breathe"\npattern = [["in", 4], ["out", 6]]\ncycles = 6',
    ],
    ids=["count", "ask", "quiet", "breathe", "breathe without words"],
)
@pytest.mark.parametrize(("language", "thanks"), [(Language.EN, "Thank you."), (Language.NB, "Takk.")])
def test_where_the_last_step_asks_for_something_it_is_thanks(step: str, language: Language, thanks: str) -> None:
    script = parse((HEAD + f"[[steps]]\n{step}\nstretch = true\n").encode(), "x.toml")

    assert words(closing(compose(script, language))) == thanks


# What the voice needs

LONG = "You can swap it for something else later whenever it suits you. Thank you, and back to the room."


def test_a_true_length_that_fits_keeps_the_words_whole() -> None:
    guessed, known = closing(says(LONG)), closing(says(LONG), {LONG: ms(8.4)})

    assert words(guessed) == "Thank you, and back to the room."
    assert (words(known), known.length) == (LONG, LEAD + ms(8.4) + BREATHING_SPACE)


def test_a_true_length_that_does_not_fit_leaves_a_sentence_out() -> None:
    assert words(closing(says("Look up. Thank you."), {"Look up. Thank you.": ms(9)})) == "Thank you."


def test_a_sentence_that_fits_nowhere_is_shown_as_long_as_can_be_and_not_said() -> None:
    last = closing(says("Thank you."), {"Thank you.": ms(9)})

    assert (words(last), last.length, last.utterances) == ("Thank you.", LONGEST, ())


SENTENCE = st.text(string.ascii_lowercase + " ,", min_size=1, max_size=120).map(lambda text: f"X{text}x.")


@given(st.lists(SENTENCE, min_size=1, max_size=3), st.integers(100, 20_000))
def test_whatever_it_says_a_clip_that_is_to_be_said_fits(sentences: list[str], a_clip: int) -> None:
    whole = says(" ".join(sentences)[:390])
    lengths = {line: Ms(a_clip) for line in closing_lines(whole)}

    last = closing(whole, lengths)

    assert SHORTEST <= last.length <= LONGEST
    assert words(last) in closing_lines(whole)
    assert [said.text for said in last.utterances] == (
        [words(last)] if a_clip <= LONGEST - LEAD - BREATHING_SPACE else []
    )
    assert all(said.room >= a_clip for said in last.utterances)


# How it is asked for


class Spoken:
    """A voice that has said some lines before."""

    def __init__(self, lengths: Mapping[str, Ms], folder: Path) -> None:
        self._lengths, self._folder = lengths, folder

    def find(self, text: str) -> Clip | None:
        return Clip(self._folder / "x.wav", self._lengths[text]) if text in self._lengths else None


@pytest.mark.parametrize(
    ("mode", "shown"), [(Sound.VOICE, LONG), (Sound.BELL, "Thank you, and back to the room.")], ids=["voice", "bell"]
)
def test_true_lengths_are_asked_for_where_it_will_be_spoken(
    mode: Sound, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = Spoken({LONG: ms(8)}, tmp_path)
    monkeypatch.setattr("assistant.preparing.own_voice", lambda *_: voice)

    assert words(closing_for(Settings(), lambda: mode)(says(LONG))) == shown
