"""How whoever leads a break in company is spoken to: briefly, as one who joins in and who watches nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.check.wording import in_sentences, stands, unquoted, unwelcome
from assistant.i18n import _
from assistant.language import Language
from assistant.plaintext import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.script.model import Text

MOST_WORDS = dict.fromkeys(Language, 20)
"""Words in one sentence: it is read, and may be longer than one that is heard."""

MOST_SENTENCES = 3
"""What can be taken in at a glance, with a room full of people."""

WATCHING = {
    Language.NB: (
        *("se hvem", "legg merke til hvem", "tell hvem", "tell hvor mange", "følg med på", "hold øye med"),
        "spør hvordan det var",
    ),
    Language.EN: (
        *("see who", "notice who", "count who", "count how many", "watch who", "watch how", "keep an eye on"),
        "ask how it was",
    ),
}
"""What would make of one who leads one who looks on. Who does something, and by when, may well be noted."""

FILLED_IN = ("{quiet}", "{turn}")
"""What stands for something only in what is said."""


def to_the_leader(where: str, text: Text) -> Iterator[tuple[str, str]]:
    """What is wrong with words to whoever leads: their place and a plain line for each fault."""
    yield from in_sentences(where, text, MOST_WORDS)
    yield from unwelcome(where, text)
    for language in Language:
        words = text.of(language)
        count = len(sentences(unquoted(words)))
        if count > MOST_SENTENCES:
            what = _("{language}: {count} sentences to the leader; at most {most}, to be read at a glance")
            yield where, what.format(language=language, count=count, most=MOST_SENTENCES)
        for phrase in WATCHING[language]:
            if stands(phrase, unquoted(words)):
                what = _("{language}: “{word}”; the leader joins in, and neither watches nor asks about anybody")
                yield where, what.format(language=language, word=phrase)
        for place in FILLED_IN:
            if place in words:
                what = _("{language}: {place} is filled in only in what is said")
                yield where, what.format(language=language, place=place)
