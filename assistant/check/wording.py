"""How things are said: short, inviting, and without words that press, label or praise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.language import Language
from assistant.plaintext import STOPS, sentences
from assistant.script.model import Occasion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.script.model import Text

MOST_WORDS = {Language.NB: 12, Language.EN: 14}
"""Words in one sentence."""

MOST_SENTENCES = 2
"""Sentences before a pause."""

MOST_WORDS_OF_A_CHOICE = 6
"""Words in one option."""

LABELS = {
    Language.NB: ("klient*", "pasient*", "symptom*", "diagnos*"),
    Language.EN: ("client*", "patients", "the patient", "a patient", "your patient", "symptom*", "diagnos*"),
}
"""Words that make a case of somebody; only a caution may need them. A star stands for any ending. One can also be
patient, therefore the word alone is none of them."""

UNWELCOME = {
    Language.NB: (
        *("flink*", "bra jobba", "bra jobbet", "godt jobba", "godt jobbet", "du må", "slapp av"),
        *("lukk øynene", "hold pusten", "stå opp", "reis deg"),
    ),
    Language.EN: (
        *("well done", "good job", "you must", "try to", "just", "simply"),
        *("close your eyes", "hold your breath", "stand up"),
    ),
}
"""Words that praise, press, belittle, close the eyes, stop the breath or take legs for granted."""

WELCOME = {Language.NB: (), Language.EN: ("fair and just", "just and fair", "only just", "just now", "just as")}
"""Here a word that belittles elsewhere does not."""

SPEAKER = {Language.NB: ("jeg", "vi", "oss", "meg"), Language.EN: ("I", "we", "us", "let's", "let’s")}
"""The voice says nothing about itself, and hides no order in a “we”."""

TEAM = {Language.NB: "dere"}
"""Said only where several listen."""

IMPERATIVES = {
    Language.NB: (
        *("pust", "se", "kjenn", "legg", "sett", "finn", "tell", "ta", "tenk", "velg", "gå", "løft", "senk"),
        *("snu", "skriv", "stopp", "lytt", "hør", "hvil", "vend", "slipp", "lukk", "åpne", "strekk", "rull", "press"),
    ),
    Language.EN: (
        *("breathe", "look", "notice", "put", "place", "find", "count", "take", "think", "choose", "go"),
        *("lift", "lower", "turn", "write", "stop", "listen", "rest", "release", "open", "stretch", "roll", "press"),
    ),
}
"""What a bare order begins with. «La …» and "let …" give leave rather than order."""

INVITED = {
    Language.NB: ("gjerne", "om du", "hvis du", "når du", "kanskje"),
    Language.EN: ("if you", "when you", "perhaps"),
}
"""With these it is an invitation."""

QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|‘[^‘]*?’(?!\w)")


def in_words(where: str, text: Text, occasion: Occasion) -> Iterator[tuple[str, str]]:
    """What is wrong with a text that is said in a step: its place and a plain line for each fault."""
    yield from in_sentences(where, text)
    yield from unwelcome(where, text)
    for language in Language:
        words = unquoted(text.of(language))
        said = sentences(words)
        if len(said) > MOST_SENTENCES:
            what = _("{language}: {count} sentences without a pause; at most {most}, and the rest in a nudge")
            yield where, what.format(language=language, count=len(said), most=MOST_SENTENCES)
        if re.search(r"\d", words):
            yield (
                where,
                _("{language}: a number in digits; say it in words, as it is read aloud").format(language=language),
            )
        for word in SPEAKER[language]:
            if stands(word, words):
                yield (
                    where,
                    _("{language}: “{word}”; the voice does not speak of itself").format(language=language, word=word),
                )
        team = TEAM.get(language)
        if team and occasion is not Occasion.TOGETHER and stands(team, words):
            yield where, _("{language}: “{word}” is said only to a group").format(language=language, word=team)
        orders = [sentence for sentence in said if _orders(sentence, language)]
        if len(orders) > 1:
            what = _("{language}: more than one order in a step; invite instead (“you can”, “perhaps”)")
            yield where, what.format(language=language)


def in_sentences(where: str, text: Text, most: Mapping[Language, int] = MOST_WORDS) -> Iterator[tuple[str, str]]:
    """Sentences of more than ``most`` words: too long to be followed."""
    for language in Language:
        for sentence in sentences(text.of(language)):
            count = sum(1 for word in sentence.split() if word.strip(STOPS))
            if count > most[language]:
                what = _("{language}: a sentence of {count} words; at most {most}, so that it can be followed")
                yield where, what.format(language=language, count=count, most=most[language])


def unwelcome(where: str, text: Text, *, labels: bool = True) -> Iterator[tuple[str, str]]:
    """Words that are not said here, unless somebody is quoted; with the ``labels`` among them, but for a caution."""
    for language in Language:
        words = unquoted(text.of(language))
        for phrase in WELCOME[language]:
            words = re.sub(_pattern(phrase), " ", words)
        for word in (*UNWELCOME[language], *(LABELS[language] if labels else ())):
            if stands(word, words):
                what = _("{language}: “{word}” is not said here")
                yield where, what.format(language=language, word=word.removesuffix("*"))


def of_a_choice(where: str, text: Text) -> Iterator[tuple[str, str]]:
    """Choices too long to be taken in at a glance, or with words that are not said here."""
    yield from unwelcome(where, text)
    for language in Language:
        count = len(text.of(language).split())
        if count > MOST_WORDS_OF_A_CHOICE:
            what = _("{language}: a choice of {count} words; at most {most}")
            yield where, what.format(language=language, count=count, most=MOST_WORDS_OF_A_CHOICE)


def stands(word: str, text: str) -> bool:
    """Whether ``word`` is said in ``text``; a star at its end stands for any ending."""
    return re.search(_pattern(word), text) is not None


def _pattern(word: str) -> str:
    """What finds ``word`` as a whole, or with a star as a beginning. One that has a capital is found only with it."""
    whole = rf"\b{re.escape(word.removesuffix('*'))}" + ("" if word.endswith("*") else r"\b")
    return f"(?i:{whole})" if word.islower() else whole


def unquoted(words: str) -> str:
    """``words`` without what stands in quotation marks, except that a sentence may end there."""
    return QUOTED.sub(lambda quote: quote[0][-2] if quote[0][-2] in STOPS else "", words)


def _orders(sentence: str, language: Language) -> bool:
    first = re.match(r"\w+", sentence.lower())
    if first is None or first[0] not in IMPERATIVES[language]:
        return False
    return not any(stands(word, sentence) for word in INVITED[language])
