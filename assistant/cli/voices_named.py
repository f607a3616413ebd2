"""The voice that somebody has named in a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import i18n
from assistant.cli.exits import InputWrong
from assistant.i18n import _
from assistant.known_voices import Kind, known_voice, known_voices
from assistant.language import Language
from assistant.plaintext import quoted

if TYPE_CHECKING:
    from assistant.known_voices import KnownVoice


def named(name: str) -> KnownVoice:
    """The voice of that name: for the language in use, else for another. Raises ``InputWrong``."""
    found = all_named(name)
    if found:
        return found[0]
    names = dict.fromkeys(voice.name for language in _languages() for voice in known_voices(language))
    line = _("there is no voice called “{name}”; there are: {names}")
    raise InputWrong(line.format(name=quoted(name), names=", ".join(names)))


def all_named(name: str) -> list[KnownVoice]:
    """The voices of that name, the one for the language in use first."""
    return [voice for voice in (known_voice(name, language) for language in _languages()) if voice is not None]


def person_called(name: str) -> str:
    """``name`` as that of a recorded voice; one that is there already keeps its capitals. Raises ``InputWrong``."""
    from assistant.voice.recorded.naming import voice_name

    person = voice_name(name)
    if person is None:
        line = _("“{name}” cannot be the name of a voice; take a short one of letters, such as a first name")
        raise InputWrong(line.format(name=quoted(name)))
    for voice in all_named(person):
        if voice.kind is not Kind.RECORDED:
            raise InputWrong(_("there is another voice called {name}; choose another name").format(name=voice.name))
        person = voice.name
    return person


def _languages() -> list[Language]:
    return sorted(Language, key=lambda language: language is not i18n.language())
