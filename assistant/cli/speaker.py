"""Who speaks in a break, where its command names a voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import i18n
from assistant.cli.exits import InputWrong
from assistant.cli.finding import is_file_name
from assistant.i18n import _, marked
from assistant.known_voices import known_voice
from assistant.language import Language
from assistant.plaintext import quoted
from assistant.settings import Settings, with_value

if TYPE_CHECKING:
    from assistant.shelf import Shelf

NO_SUCH = {
    Language.NB: marked("there is no Norwegian voice “{name}”; “mellomrom voices” lists those there are"),
    Language.EN: marked("there is no English voice “{name}”; “mellomrom voices” lists those there are"),
}


def with_speaker(script: str | None, name: str, chosen: Settings, shelf: Shelf) -> tuple[str | None, Settings]:
    """The break, and ``chosen`` with the voice ``name``, if any, for this break; raises ``InputWrong``.

    After ``--voice`` alone the next word looks like its name: where it is none, and no break is named, it may be the
    break.
    """
    if not name:
        return script, chosen
    is_break = name in shelf.by_id or is_file_name(name)
    if script is None and is_break and known_voice(name, i18n.language()) is None:
        return name, chosen
    return script, spoken_by(name, chosen)


def spoken_by(name: str, chosen: Settings) -> Settings:
    """``chosen`` with the voice ``name``; raises ``InputWrong`` where nobody has that name."""
    language = i18n.language()
    voice = known_voice(name, language)
    if voice is None:
        raise InputWrong(_(NO_SUCH[language]).format(name=quoted(name)))
    return with_value(chosen, f"voice-{language.value}", voice.name)
