"""Captions: SubRip and WebVTT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.balance import evenly
from assistant.export.shown import shown
from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.timeline.model import Timeline
    from assistant.units import Ms

WIDTH = 42
"""Letters in a line: more do not fit on every screen."""

IN_VTT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
IN_SRT = str.maketrans({"<": "‹", ">": "›", "{": "(", "}": ")", "\\": "∖"})
"""SubRip has no way to write what its players take for markup; these look much the same."""


def vtt(timeline: Timeline) -> str:
    """WebVTT, as W3C defines it (https://www.w3.org/TR/webvtt1/)."""
    blocks = [f"WEBVTT\n\nNOTE\n{_plain(timeline.title).translate(IN_VTT)}"]
    for piece in shown(timeline):
        lines = _wrapped(piece.lines).translate(IN_VTT)
        blocks.append(f"{_time(piece.at, '.')} --> {_time(piece.end, '.')}\n{lines}")
    return "\n\n".join(blocks) + "\n"


def srt(timeline: Timeline) -> str:
    """SubRip."""
    blocks = [
        f"{number}\n{_time(piece.at, ',')} --> {_time(piece.end, ',')}\n{_wrapped(piece.lines).translate(IN_SRT)}"
        for number, piece in enumerate(shown(timeline), 1)
    ]
    return "\n\n".join(blocks) + "\n"


def _wrapped(lines: Iterable[str]) -> str:
    """No line is empty: that would end the caption."""
    return "\n".join(part for line in lines for part in evenly(_plain(line), WIDTH))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _time(at: Ms, mark: str) -> str:
    seconds = at // MS_PER_SECOND
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{at % MS_PER_SECOND:03}"
