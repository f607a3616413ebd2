"""The lines of an iCalendar file, unfolded; only those that are asked for are ever put together."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[^";:]*(?:"[^"]*"[^";:]*)*)*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=([^";:]*(?:"[^"]*"[^";:]*)*)')
COMMA = re.compile(r"(?<!\\),")
ESCAPED = re.compile(r"\\(.)")
LONGEST = 1 << 16
"""Bytes of a line that are looked at: no title is longer. Lists of dates may be."""
LISTS = (b"RDATE", b"EXDATE")
MARK = b"\xef\xbb\xbf"
"""With which some programs begin a file in UTF-8."""


class Line(NamedTuple):
    """One property: its name in capitals, its parameters as they stand, and its value."""

    name: str
    raw: str
    value: str

    def parameter(self, name: str) -> str:
        """The parameter of that name, without quotation marks; empty if there is none."""
        for found in PARAMETER.finditer(self.raw):
            if found[1].upper() == name:
                return found[2].replace('"', "")
        return ""

    def texts(self) -> list[str]:
        """The value as a list of texts."""
        return [plain(part).strip() for part in COMMA.split(self.value)]

    def only(self, *names: str) -> str:
        """The line again, with no parameters but these."""
        kept = [found[0] for found in PARAMETER.finditer(self.raw) if found[1].upper() in names]
        return f"{self.name}{''.join(kept)}:{self.value}"


def plain(value: str) -> str:
    """A text without the escapes of iCalendar."""
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def lines(file: Iterable[bytes], wanted: frozenset[str]) -> Iterator[Line]:
    """The lines of ``file`` whose names are ``wanted``. What is no line of a calendar is passed over."""
    named = re.compile(
        rb"(?:" + rb"|".join(re.escape(name.encode()) for name in sorted(wanted)) + rb")[;:]", re.IGNORECASE
    ).match
    parts: list[bytes] = []
    room = 0
    for number, raw in enumerate(file):
        if raw[:1] in {b" ", b"\t"}:
            if parts and room > 0:
                parts.append(raw[1:].rstrip(b"\r\n")[:room])
                room -= len(parts[-1])
            continue
        if parts and (line := whole(parts)) is not None:
            yield line
        parts = []
        clean = raw.removeprefix(MARK) if number == 0 else raw
        if named(clean):
            room = sys.maxsize if clean[:6].upper().startswith(LISTS) else LONGEST
            parts = [clean.rstrip(b"\r\n")[:room]]
            room -= len(parts[0])
    if (line := whole(parts)) is not None:
        yield line


def whole(parts: list[bytes]) -> Line | None:
    """The line that these parts make, if they make one."""
    found = LINE.fullmatch(decoded(b"".join(parts)).strip()) if parts else None
    return Line(found[1].upper(), found[2], found[3].strip()) if found is not None else None


def decoded(line: bytes) -> str:
    """As UTF-8, which it should be; else as Latin-1, which can be anything."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
