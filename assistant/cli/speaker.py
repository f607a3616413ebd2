"""Who speaks in a break, where its command names a voice."""

from __future__ import annotations

from dataclasses import replace
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
    from assistant.cli.running import Wish
    from assistant.shelf import Shelf

NO_SUCH = {
    Language.NB: marked("there is no Norwegian voice “{name}”; “mellomrom voices” lists those there are"),
    Language.EN: marked("there is no English voice “{name}”; “mellomrom voices” lists those there are"),
}


def with_speaker(wish: Wish, chosen: Settings, shelf: Shelf) -> tuple[Wish, Settings]:
    """``wish`` and ``chosen`` with the voice that was named, if any, for this break; raises ``InputWrong``.

    After ``--voice`` alone the next word looks like its name: where it is none, and no break is named, it may be the
    break.
    """
    name, language = wish.speaker, i18n.language()
    if not name:
        return wish, chosen
    voice = known_voice(name, language)
    if voice is not None:
        return wish, with_value(chosen, f"voice-{language.value}", voice.name)
    if wish.script is None and (name in shelf.by_id or is_file_name(name)):
        return replace(wish, script=name, speaker=""), chosen
    raise InputWrong(_(NO_SUCH[language]).format(name=quoted(name)))
