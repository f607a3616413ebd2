"""How things are said: short, inviting, and without words that press, label or praise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.language import Language
from assistant.script.model import Occasion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.script.model import Text

MOST_WORDS = {Language.NB: 12, Language.EN: 14}
"""Words in one sentence."""

MOST_SENTENCES = 2
"""Sentences before a pause."""

MOST_WORDS_OF_A_CHOICE = 6

UNWELCOME = {
    Language.NB: (
        *("klient", "pasient", "symptom", "diagnose", "flink", "bra jobba", "godt jobbet", "du må", "slapp av"),
        *("lukk øynene", "hold pusten", "stå opp", "reis deg"),
    ),
    Language.EN: (
        *("client", "patient", "symptom", "diagnos", "well done", "good job", "you must", "try to", "just", "simply"),
        *("close your eyes", "hold your breath", "stand up"),
    ),
}
"""Beginnings of words that label, praise, press, belittle, close the eyes, stop the breath or take legs for granted."""

SPEAKER = {Language.NB: ("jeg", "vi", "oss", "meg"), Language.EN: ("I", "we", "us", "let's", "let’s")}
"""The voice says nothing about itself, and hides no order in a “we”."""

TEAM = {Language.NB: "dere"}
"""Said only where several listen."""

IMPERATIVES = {
    Language.NB: (
        *("pust", "se", "kjenn", "legg", "sett", "finn", "tell", "la", "ta", "tenk", "velg", "gå", "løft", "senk"),
        *("snu", "skriv", "stopp", "lytt", "hør", "hvil", "vend", "slipp", "lukk", "åpne", "strekk", "rull", "press"),
    ),
    Language.EN: (
        *("breathe", "look", "notice", "put", "place", "find", "count", "let", "take", "think", "choose", "go"),
        *("lift", "lower", "turn", "write", "stop", "listen", "rest", "release", "open", "stretch", "roll", "press"),
    ),
}
"""What a bare order begins with."""

INVITED = {
    Language.NB: ("gjerne", "om du", "hvis du", "når du", "kanskje"),
    Language.EN: ("if you", "when you", "perhaps"),
}
"""With these it is an invitation. «La …» and "let …" give leave rather than order."""

LEAVE = {Language.NB: "la", Language.EN: "let"}

QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
SENTENCE_ENDS = re.compile(r"[.!?…]+(?:\s+|$)")


def in_words(where: str, text: Text, occasion: Occasion) -> Iterator[tuple[str, str]]:
    """What is wrong with a text that is said in a step: its place and a plain line for each fault."""
    yield from in_sentences(where, text)
    yield from unwelcome(where, text)
    for language in Language:
        words = QUOTED.sub("", text.of(language))
        sentences = _sentences(words)
        if len(sentences) > MOST_SENTENCES:
            what = _("{language}: {count} sentences without a pause; at most {most}, and the rest in a nudge")
            yield where, what.format(language=language, count=len(sentences), most=MOST_SENTENCES)
        if re.search(r"\d", words):
            yield (
                where,
                _("{language}: a number in digits; say it in words, as it is read aloud").format(language=language),
            )
        for word in SPEAKER[language]:
            if re.search(rf"\b{word}\b", words, 0 if word == "I" else re.IGNORECASE):
                yield (
                    where,
                    _("{language}: “{word}”; the voice does not speak of itself").format(language=language, word=word),
                )
        team = TEAM.get(language)
        if team and occasion is not Occasion.TOGETHER and re.search(rf"\b{team}\b", words, re.IGNORECASE):
            yield where, _("{language}: “{word}” is said only to a group").format(language=language, word=team)
        orders = [sentence for sentence in sentences if _orders(sentence, language)]
        if len(orders) > 1:
            what = _("{language}: more than one order in a step; invite instead (“you can”, “perhaps”)")
            yield where, what.format(language=language)


def in_sentences(where: str, text: Text) -> Iterator[tuple[str, str]]:
    """Sentences too long to be followed."""
    for language in Language:
        for sentence in _sentences(text.of(language)):
            count = len(sentence.split())
            if count > MOST_WORDS[language]:
                what = _("{language}: a sentence of {count} words; at most {most}, so that it can be followed")
                yield where, what.format(language=language, count=count, most=MOST_WORDS[language])


def unwelcome(where: str, text: Text) -> Iterator[tuple[str, str]]:
    """Words that are not said here."""
    for language in Language:
        for word in UNWELCOME[language]:
            if re.search(rf"\b{word}", text.of(language), re.IGNORECASE):
                yield where, _("{language}: “{word}” is not said here").format(language=language, word=word)


def of_a_choice(where: str, text: Text) -> Iterator[tuple[str, str]]:
    """Choices too long to be taken in at a glance."""
    for language in Language:
        count = len(text.of(language).split())
        if count > MOST_WORDS_OF_A_CHOICE:
            what = _("{language}: a choice of {count} words; at most {most}")
            yield where, what.format(language=language, count=count, most=MOST_WORDS_OF_A_CHOICE)


def _sentences(words: str) -> list[str]:
    return [sentence for sentence in SENTENCE_ENDS.split(words) if sentence.strip()]


def _orders(sentence: str, language: Language) -> bool:
    lower = sentence.lower()
    first = re.match(r"\w+", lower)
    if first is None or first[0] not in IMPERATIVES[language] or first[0] == LEAVE[language]:
        return False
    return not any(word in lower for word in INVITED[language])
