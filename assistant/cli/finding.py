"""From what the user wrote to a script and a timeline, or to one plain line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.cli.exits import InputWrong
from assistant.duration import clock_face
from assistant.i18n import _
from assistant.script.problem import ScriptRefused
from assistant.script.reading import read
from assistant.shelf import UnknownScript, whole_shelf
from assistant.timeline.compose import NOTHING_MEASURED, LengthRefused, compose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.script.model import Script
    from assistant.shelf import Shelf
    from assistant.timeline.model import Timeline
    from assistant.units import Ms


def find_script(wanted: str, shelf: Shelf | None = None) -> Script:
    """The script with the id ``wanted``, or the one in the file of that name; raises ``InputWrong``."""
    try:
        if wanted.endswith(".toml") or "/" in wanted or "\\" in wanted:
            return read(Path(wanted))
        return (shelf or whole_shelf()).find(wanted)
    except (ScriptRefused, UnknownScript) as refused:
        raise InputWrong(str(refused)) from None


def timeline_of(script: Script, length: Ms | None, lengths: Mapping[str, Ms] = NOTHING_MEASURED) -> Timeline:
    """The timeline of ``script`` in the language in use; raises ``InputWrong`` for a length that it does not allow."""
    try:
        return compose(script, i18n.language(), length, lengths)
    except LengthRefused as refused:
        line = _("{title} can take from {shortest} to {longest}, not {asked}")
        raise InputWrong(
            line.format(
                title=script.title.of(i18n.language()),
                shortest=clock_face(refused.shortest),
                longest=clock_face(refused.longest),
                asked=clock_face(length) if length is not None else "?",
            )
        ) from None
