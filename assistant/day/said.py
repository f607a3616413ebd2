"""Sentences for where there is no time for a break, and questions for the inner room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.day.prompt import prompt_of

if TYPE_CHECKING:
    import datetime as dt

    from assistant.language import Language

FILE = Path(__file__).with_name("said.toml")


@dataclass(frozen=True, slots=True)
class Said:
    """All of them in one language, in the order of the file."""

    sentences: tuple[str, ...]
    questions: tuple[str, ...]


@cache
def said(language: Language) -> Said:
    """What is said in ``language``."""
    import tomli

    read = tomli.loads(FILE.read_text("utf-8"))
    sentences, questions = (tuple(one[language.value] for one in read[kind]) for kind in ("sentence", "question"))
    return Said(sentences, questions)


def sentence(at: dt.datetime, language: Language) -> str:
    """The sentence of an offer that was made ``at``: another in every quarter of an hour."""
    return sentences_from(at, language)[0]


def sentences_from(at: dt.datetime, language: Language) -> tuple[str, ...]:
    """All of them, from the one whose turn it is ``at``."""
    sentences = said(language).sentences
    turn = (at.toordinal() * 96 + at.hour * 4 + at.minute // 15) % len(sentences)
    return sentences[turn:] + sentences[:turn]


def question(shown: int, language: Language) -> str:
    """The question of a day, where on ``shown`` days before it there has been one."""
    questions = said(language).questions
    number = prompt_of(shown, len(questions))
    return "" if number is None else questions[number]
