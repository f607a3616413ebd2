"""What is asked of the words that only the leader sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.check import check
from tests.conftest import HEAD

Faults = Callable[..., list[str]]

SCRIPT = """
[[steps]]
do = "say"
seconds = 60
text = { nb = "Her er du. Takk.", en = "Here you are. Thank you." }
leader = { %s }
"""


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """What is said of a script with these words to the leader."""

    def of(nb: str = "Bli med selv.", en: str = "Join in yourself.") -> list[str]:
        path = tmp_path / "x.toml"
        path.write_text(HEAD + SCRIPT % f'nb = "{nb}", en = "{en}"', "utf-8")
        return [re.sub(r" \(line \d+\)", "", str(said)).removeprefix(f"{path}: ") for said in check([path]).problems]

    return of


@pytest.mark.parametrize(
    "en",
    [
        "Write down what is to be done, who does it, and by when. Note it in the calendar.",
        "You may say: “You must do nothing. Just sit.”",
        "Say it first. Sit down yourself. Let 2 minutes go by.",
        "Turn to the board, count as well, and look out of the window.",
        "Say how long it lasts, and mean it, and then let it be quiet for all of that time.",
    ],
)
def test_what_a_leader_may_do_and_say_is_told_in_sentences_to_be_read(en: str, faults: Faults) -> None:
    assert faults(en=en) == []


@pytest.mark.parametrize(
    ("en", "what"),
    [
        ("one " * 21, "a sentence of 21 words; at most 20, so that it can be followed"),
        ("One. Two. Three. Four.", "4 sentences to the leader; at most 3, to be read at a glance"),
        ("Tell them that you must rest.", "“you must” is not said here"),
        ("Name no client.", "“client” is not said here"),
        ("See who joins.", "“see who”; the leader joins in, and neither watches nor asks about anybody"),
        (
            "Count how many take part.",
            "“count how many”; the leader joins in, and neither watches nor asks about anybody",
        ),
        ("Ask how it was.", "“ask how it was”; the leader joins in, and neither watches nor asks about anybody"),
        ("It is quiet for {quiet}.", "{quiet} is filled in only in what is said"),
        ("The {turn} begins.", "{turn} is filled in only in what is said"),
    ],
)
def test_what_is_not_told_to_a_leader_is_one_line(en: str, what: str, faults: Faults) -> None:
    assert faults(en=en) == [f"step 1, leader: en: {what}"]


@pytest.mark.parametrize("nb", ["Legg merke til hvem som går.", "Hold øye med de andre.", "Spør hvordan det var."])
def test_norwegian_words_that_make_the_leader_look_on_are_named(nb: str, faults: Faults) -> None:
    (line,) = faults(nb=nb)

    assert line.startswith("step 1, leader: nb: “")


def test_it_stands_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD + SCRIPT % 'en = "Join in."', "utf-8")

    (problem,) = check([path]).problems
    assert str(problem).endswith("step 1 (line 9), leader: “nb” is missing; every text stands in both nb and en")


def test_what_nobody_sees_in_it_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD + SCRIPT % r'nb = "Bli med.", en = "Join\u001b[31m in."', "utf-8")

    (problem,) = check([path]).problems
    assert problem.where == "step 1 (line 9), leader.en"
