"""What stands on a card, whatever it is written on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.script.model import MOST_CARD_LINES, Breathe, Count, Quiet, Say, Sense
from assistant.timeline.spoken import spoken_length
from assistant.units import ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.language import Language
    from assistant.script.model import Script


@dataclass(frozen=True, slots=True)
class Card:
    """One break on paper."""

    title: str
    lines: tuple[str, ...]
    caution: str = ""
    """For whom it may not be right; nothing where nothing is known."""


def card_of(script: Script, language: Language) -> Card:
    """The card of ``script``: the lines that it has for one, else the words of its steps, else what it is about."""
    written = [line.of(language) for line in script.card] or list(dict.fromkeys(_words(script, language)))
    lines = written[:MOST_CARD_LINES] or [script.about.of(language)]
    caution = _("Careful: {note}").format(note=script.caution.of(language)) if script.caution is not None else ""
    return Card(_whole(script.title.of(language)), tuple(map(_whole, lines)), _whole(caution))


def titles(cards: Iterable[Card]) -> str:
    """What a page with ``cards`` is called."""
    return ", ".join(dict.fromkeys(card.title for card in cards))


def foot() -> str:
    """What stands at the foot of every card."""
    return _("Mellomrom – stopping is always fine.")


def _words(script: Script, language: Language) -> Iterator[str]:
    """What is said in the steps that can be done from paper, in the length that is run in company."""
    length = script.lengths.discreet or script.lengths.usual
    steps = [step for step in script.steps if step.belongs(length)]
    for number, step in enumerate(steps):
        if isinstance(step, Say | Count | Sense | Breathe) and step.text is not None:
            text = step.text.of(language)
            quiet = next((later for later in steps[number:] if isinstance(later, Quiet)), None)
            if quiet is not None:
                text = text.replace("{quiet}", spoken_length(ms(quiet.seconds), language))
            yield text


def _whole(text: str) -> str:
    """``text`` with each letter and its accents as one character, as fonts have them."""
    return unicodedata.normalize("NFC", text)
