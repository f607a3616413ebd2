"""What a pack of scripts says of itself, and where packs lie. A pack is words: nothing in it is run as a program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import msgspec

from assistant.i18n import _
from assistant.language import Language
from assistant.plaintext import shorten
from assistant.script.model import ID, Struct, Text
from assistant.script.problem import Problem, ScriptRefused
from assistant.script.reading import converted, decoded, load, loaded, of_a_device

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = "pack.toml"
"""The file in which a pack says what it is."""

FORMAT = 1
"""The newest format that is read here."""

FORMER = re.compile(r"\.(?P<name>[^.].*)\.former")
"""What ``former_of`` makes."""

Line = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]


class Pack(Struct, frozen=True, kw_only=True):
    """A pack, as it stands in its ``pack.toml``."""

    format: Annotated[int, msgspec.Meta(ge=1, le=FORMAT)] = FORMAT
    """Which kind of pack it is. A Mellomrom refuses what is of a later kind than it knows."""
    name: Annotated[str, msgspec.Meta(pattern=ID)]
    """What it is called on the command line."""
    title: Text | None = None
    """What it is called where people read."""
    author: Line
    """Who has written it: a person or a workplace."""
    licence: Line
    """What others may do with it, such as CC-BY-4.0."""
    languages: Annotated[tuple[Language, ...], msgspec.Meta(min_length=1)]
    """The languages of its breaks. Every break stands in both."""
    version: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$")]
    """Numbers with points between them; a later version has larger ones."""

    def is_newer_than(self, other: Pack) -> bool:
        """Whether its version comes after that of ``other``."""
        return _numbers(self.version) > _numbers(other.version)

    def called(self, language: Language) -> str:
        """Its title; its name where it has none."""
        return self.name if self.title is None else self.title.of(language)


def parse_pack(data: bytes, source: str) -> Pack:
    """The pack that ``data`` tells of, which came from ``source``; raises ``ScriptRefused``."""
    text = decoded(data, source)
    values = loaded(text, source)
    its_format = values.get("format") if isinstance(values, dict) else None
    if isinstance(its_format, int) and its_format > FORMAT:  # before the rest, which may be different there
        what = _("this pack is of a newer format; update Mellomrom to read it")
        raise ScriptRefused(Problem(source, "format", what))
    pack = converted(values, Pack, text, source)
    device = of_a_device(pack.name)
    if device is not None:
        raise ScriptRefused(Problem(source, "name", device))
    if set(pack.languages) != set(Language):
        what = _('every break stands in nb and en; write languages = ["nb", "en"]')
        raise ScriptRefused(Problem(source, "languages", what))
    return pack


def pack_in(folder: Path) -> Pack:
    """The pack that was put on the shelf in ``folder``; raises ``ScriptRefused``."""
    source, file = shorten(str(folder)), folder / DESCRIPTION
    if not file.is_file():
        what = _("there is no pack.toml in it; “mellomrom packs remove {name}” takes it away")
        raise ScriptRefused(Problem(source, "", what.format(name=_name(folder))))
    pack = parse_pack(load(file), shorten(str(file)))
    if pack.name != _name(folder):
        what = _("this is the folder of another pack, “{name}”; add it with “mellomrom packs add”")
        raise ScriptRefused(Problem(source, "", what.format(name=pack.name)))
    return pack


def former_of(folder: Path) -> Path:
    """What the folder of a pack is called while another version comes in its place."""
    return folder.with_name(f".{folder.name}.former")


def pack_folders(root: Path) -> dict[str, Path]:
    """The folders of packs in ``root``, by the names of the packs. Raises ``OSError``.

    While one version takes the place of another, that is the former one: at no moment there is none.
    """
    try:
        inside = sorted(path for path in root.iterdir() if path.is_dir())
    except FileNotFoundError:
        return {}
    former = {_name(path): path for path in inside if FORMER.fullmatch(path.name)}
    return former | {path.name: path for path in inside if not path.name.startswith(".")}


def _name(folder: Path) -> str:
    former = FORMER.fullmatch(folder.name)
    return former["name"] if former else folder.name


def _numbers(version: str) -> tuple[int, ...]:
    """``version`` as numbers; noughts at the end say nothing."""
    return tuple(map(int, re.sub(r"(\.0+)+$", "", version).split(".")))
