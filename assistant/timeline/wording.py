"""The words of a step: what is read, what is said aloud, and what may be asked in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.script.model import Choose, Sense, SenseName
from assistant.timeline.model import Choice
from assistant.timeline.need import BREATHING_SPACE, LEAD, time_to_say
from assistant.timeline.spoken import NUMBERS
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.script.model import AnyStep, Option

TURNS = {
    Language.NB: (
        *("første", "andre", "tredje", "fjerde", "femte", "sjette"),
        *("sjuende", "åttende", "niende", "tiende", "ellevte", "tolvte"),
    ),
    Language.EN: (
        *("first", "second", "third", "fourth", "fifth", "sixth"),
        *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    ),
}
OPTION_NUMBERS = {
    Language.NB: ("En", "To", "Tre", "Fire", "Fem"),
    Language.EN: ("One", "Two", "Three", "Four", "Five"),
}
ONE_THING = {Language.NB: "én ting du kan", Language.EN: "one thing you can"}
THINGS = {Language.NB: "{number} ting du kan", Language.EN: "{number} things you can"}
SENSING = {
    Language.NB: {SenseName.SIGHT: "se", SenseName.HEARING: "høre", SenseName.TOUCH: "ta på eller kjenne"},
    Language.EN: {SenseName.SIGHT: "see", SenseName.HEARING: "hear", SenseName.TOUCH: "touch or feel"},
}
"""The senses that may be put in the place of another. Smell and taste can stir memories: they are not."""


def words_of(step: AnyStep, language: Language) -> str:
    """What is read in ``step``; nothing where the words before it stay."""
    return step.text.of(language) if step.text is not None else ""


def said(step: AnyStep, text: str, language: Language) -> str:
    """What the voice says of ``step``, whose words are ``text``: of a choice also what there is to choose."""
    if not isinstance(step, Choose):
        return text
    spoken = zip(OPTION_NUMBERS[language], step.options, strict=False)
    return " ".join([text, *(f"{number}: {option.of(language).rstrip('.')}." for number, option in spoken)])


def in_turn(text: str, turn: int, language: Language) -> str:
    """``text`` for the person whose ``turn`` it is, from 0."""
    return text.replace("{turn}", TURNS[language][turn])


def choices(step: AnyStep, language: Language, lengths: Mapping[str, Ms]) -> tuple[Choice, ...]:
    """What may be chosen in ``step``."""
    return tuple(_choice(option, language, lengths) for option in step.options) if isinstance(step, Choose) else ()


def swaps(step: AnyStep, language: Language) -> tuple[str, ...]:
    """What may be asked in the place of a step for one sense, through another, in the order of being offered."""
    if not isinstance(step, Sense):
        return ()
    number = NUMBERS[language][step.things - 1]
    things = ONE_THING[language] if step.things == 1 else THINGS[language].format(number=number)
    others = (verb for sense, verb in SENSING[language].items() if sense is not step.sense)
    return tuple(f"{things} {verb}.".capitalize() for verb in others)


def _choice(option: Option, language: Language, lengths: Mapping[str, Ms]) -> Choice:
    length = ms(option.length) if option.length is not None else None
    reply = option.reply.of(language) if option.reply is not None else ""
    needs = Ms(LEAD + time_to_say(reply, language, lengths) + BREATHING_SPACE) if reply else Ms(0)
    return Choice(option.of(language), option.then, option.script, length, reply, needs)
