"""Packs that Python packages offer. Nothing of such a package is run: it is only looked for where it lies.

A package offers one by an entry point of the group ``mellomrom.packs``: its name is that of the pack, and its value the
dotted path of the folder, in a package, with the ``pack.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.plaintext import quoted
from assistant.script.pack import DESCRIPTION, Pack, parse_pack
from assistant.script.problem import Problem, ScriptRefused
from assistant.script.reading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "mellomrom.packs"
DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")

DAMAGED = (OSError, ValueError, TypeError, LookupError, ImportError, AttributeError)
"""What asking for packages raises where one of them is damaged."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A pack that a package has."""

    pack: Pack
    folder: Path
    package: str
    """Its name, where it has one."""


def offered() -> tuple[list[Offered], list[tuple[str, Problem]]]:
    """The packs that packages offer, and what is wrong with others, by the names they are offered under.

    The first of a name counts. Where not even the names can be read, the problem has none.
    """
    try:
        points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    except DAMAGED:
        return [], [("", _damaged(""))]
    found: dict[str, Offered] = {}
    problems: list[tuple[str, Problem]] = []
    for point in points:
        try:
            offer = _offer(point)
        except ScriptRefused as refused:
            problems.append((point.name, refused.problem))
        except DAMAGED:
            problems.append((point.name, _damaged(quoted(point.name))))
        else:
            found.setdefault(offer.pack.name, offer)
    return list(found.values()), problems


def _offer(point: EntryPoint) -> Offered:
    """Raises ``ScriptRefused``, and one of ``DAMAGED``."""
    package = quoted(point.dist.name or "") if point.dist is not None else ""
    source = quoted(point.name) + (f" ({package})" if package else "")
    folder = next((folder for folder in _folders(point.value) if (folder / DESCRIPTION).is_file()), None)
    if folder is None:
        what = _("a Python package offers a pack under this name, but there is none where it says")
        raise ScriptRefused(Problem(source, "", what))
    pack = parse_pack(load(folder / DESCRIPTION), source)
    if pack.name != point.name:
        what = _("a Python package offers a pack under this name, but it calls itself “{name}”").format(name=pack.name)
        raise ScriptRefused(Problem(source, "", what))
    return Offered(pack, folder, package)


def _damaged(source: str) -> Problem:
    return Problem(source, "", _("what installed Python packages offer cannot be read; one of them is damaged"))


def _folders(value: str) -> Iterator[Path]:
    """Where the package ``value`` may lie. Only its first name is asked for: to find the others it would be run."""
    if DOTTED.fullmatch(value) is None:
        return
    top, *rest = value.split(".")
    try:
        spec = find_spec(top)
        places = list(spec.submodule_search_locations or ()) if spec is not None else []
    except DAMAGED:
        return
    yield from (Path(place).joinpath(*rest) for place in places)
