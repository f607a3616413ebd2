"""From what the user wrote to a script and a timeline, or to one plain line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.cli.exits import InputWrong
from assistant.i18n import _
from assistant.preparing import compose_for
from assistant.script.model import Turn
from assistant.script.problem import ScriptRefused
from assistant.script.reading import read
from assistant.shelf import UnknownScript, whole_shelf
from assistant.timeline.compose import LengthRefused
from assistant.units import ms

if TYPE_CHECKING:
    from assistant.script.model import Script
    from assistant.settings import Settings, Sound
    from assistant.shelf import Shelf
    from assistant.timeline.model import Timeline
    from assistant.units import Ms


def find_script(wanted: str, shelf: Shelf | None = None) -> Script:
    """The script with the id ``wanted``, or the one in the file of that name; raises ``InputWrong``."""
    try:
        if is_file_name(wanted):
            return read(Path(wanted))
        return (shelf or whole_shelf()).find(wanted)
    except (ScriptRefused, UnknownScript) as refused:
        raise InputWrong(str(refused)) from None


def is_file_name(wanted: str) -> bool:
    """Whether ``wanted`` is the name of a file rather than an id."""
    return wanted.endswith(".toml") or "/" in wanted or "\\" in wanted


def timeline_of(
    script: Script, length: Ms | None, chosen: Settings, mode: Sound, people: int | None = None
) -> Timeline:
    """The timeline of ``script`` in the language in use; raises ``InputWrong`` for a length that it does not allow."""
    if people is not None and not any(isinstance(step, Turn) for step in script.steps):
        line = _("{title} has no round in which people take turns; leave out --people")
        raise InputWrong(line.format(title=script.title.of(i18n.language())))
    try:
        return compose_for(script, i18n.language(), length, chosen, mode, people)
    except LengthRefused as refused:
        raise wrong_length(script, length, refused) from None


def wrong_length(script: Script, length: Ms | None, refused: LengthRefused) -> InputWrong:
    """What a user is told who has asked ``script`` to take ``length``, or its usual one."""
    asked = ms(script.lengths.usual) if length is None else length
    return InputWrong(refused.line(script.title.of(i18n.language()), asked))
