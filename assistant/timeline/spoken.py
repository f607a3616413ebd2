"""Lengths of time in words, as they are said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language import Language

if TYPE_CHECKING:
    from assistant.units import Ms

TENS = {
    Language.NB: ("ti", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"),
    Language.EN: ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
}
NUMBERS = {
    Language.NB: (
        *("ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
        *("elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tjue"),
        *("tjueen", "tjueto", "tjuetre", "tjuefire", "tjuefem", "tjueseks", "tjuesju", "tjueåtte", "tjueni", "tretti"),
    ),
    Language.EN: (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        *("twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four", "twenty-five", "twenty-six"),
        *("twenty-seven", "twenty-eight", "twenty-nine", "thirty"),
    ),
}
WORDS = {
    Language.NB: (
        "sekunder",
        "et halvt minutt",
        "ett minutt",
        "minutter",
        "halvannet minutt",
        "og et halvt minutt",
    ),
    Language.EN: (
        "seconds",
        "half a minute",
        "one minute",
        "minutes",
        "a minute and a half",
        "and a half minutes",
    ),
}


def spoken_length(length: Ms, language: Language) -> str:
    """``length`` rounded to ten seconds up to a minute and a half, then to half minutes, in words."""
    seconds_word, half, one, minutes_word, one_and_half, and_half = WORDS[language]
    tens = max(1, round(length / 10_000))
    if tens == 3:
        return half
    if tens == 6:
        return one
    if tens < 9:
        return f"{TENS[language][tens - 1]} {seconds_word}"
    halves = max(3, round(length / 30_000))
    minutes = halves // 2
    if halves == 3:
        return one_and_half
    number = NUMBERS[language][minutes - 1] if minutes <= len(NUMBERS[language]) else str(minutes)
    return f"{number} {and_half}" if halves % 2 else f"{number} {minutes_word}"
