"""To look at a pack from end to end before any of it comes on the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import paths
from assistant.check import check_texts
from assistant.check.hidden import hidden
from assistant.i18n import _
from assistant.packs.contents import contents_of
from assistant.plaintext import shorten
from assistant.script.explain import place
from assistant.script.pack import DESCRIPTION, Pack, parse_pack
from assistant.script.problem import Problem, ScriptRefused
from assistant.shelf import gather, whole_shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from assistant.script.model import Script

BREAKS = "breaks"
"""The folder of a pack that its breaks are put into, each under its id: no name of a file is taken from a pack."""

LONGEST = 300
"""Characters of one line about what is wrong."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A pack, and all that is wrong with it."""

    pack: Pack | None
    """What it is; nothing where that cannot be read."""
    scripts: tuple[Script, ...]
    """Those that can be read."""
    files: Mapping[str, bytes]
    """What is put on the shelf, by the paths that it has there."""
    left_out: tuple[str, ...]
    """What is not taken, because it is neither a break nor a text about them."""
    faults: tuple[str, ...]
    """One plain line for each; where there is none, the pack may come on the shelf."""


def examine(path: Path) -> Examined:
    """The pack in the folder or the zip file at ``path``. Raises ``PackRefused`` where there is no looking at it."""
    contents = contents_of(path)
    pack, problems = _description(contents.words)
    texts = {name: data for name, data in contents.words.items() if _is_script(name)}
    # What a pack leads to is in it or comes with Mellomrom: it is the same wherever it is added.
    checked = check_texts(list(texts.items()), lambda: gather((paths.scripts(),)).by_id)
    problems += checked.problems
    if pack is not None:
        problems += _clashes(pack, checked.scripts)
    if not texts and not contents.faults:
        problems.append(Problem("", "", _("there is no break in it; “mellomrom new ID -o FILE” makes one")))
    files = {name: data for name, data in contents.words.items() if name not in texts}
    files |= {f"{BREAKS}/{script.id}.toml": texts[name] for name, script in checked.scripts}
    faults = (*contents.faults, *(shorten(str(problem), LONGEST) for problem in problems))
    return Examined(pack, tuple(script for _name, script in checked.scripts), files, contents.left_out, faults)


def taken(pack: Pack, ids: set[str]) -> dict[str, str]:
    """Which of ``ids`` other breaks have, and for each a plain line; those that ``pack`` has already are its own."""
    shelf = whole_shelf()
    lines = {}
    for id_ in sorted(ids & shelf.by_id.keys()):
        other = shelf.packs.get(id_)
        if other is None:
            lines[id_] = _("there is already a break with the id “{id}”; choose another").format(id=id_)
        elif other.name != pack.name:
            line = _("the pack {pack} already has a break with the id “{id}”; choose another")
            lines[id_] = line.format(pack=other.name, id=id_)
    return lines


def _description(words: Mapping[str, bytes]) -> tuple[Pack | None, list[Problem]]:
    """What the pack says of itself, and what is wrong with that."""
    if DESCRIPTION not in words:
        line = _("there is no pack.toml in it, which says what it is; “mellomrom packs new NAME” makes one")
        return None, [Problem("", "", line)]
    problems = [
        Problem(name, "", _("a second pack.toml; add one pack at a time"))
        for name in words
        if name.endswith(f"/{DESCRIPTION}")
    ]
    try:
        pack = parse_pack(words[DESCRIPTION], DESCRIPTION)
    except ScriptRefused as refused:
        return None, [refused.problem, *problems]
    toml = words[DESCRIPTION].decode("utf-8-sig")
    unseen = [Problem(DESCRIPTION, place(where, toml), what) for where, what in hidden(toml)]
    return pack, [*unseen, *problems]


def _clashes(pack: Pack, scripts: tuple[tuple[str, Script], ...]) -> Iterator[Problem]:
    lines = taken(pack, {script.id for _name, script in scripts})
    for name, script in scripts:
        if script.id in lines:
            yield Problem(name, "id", lines[script.id])


def _is_script(name: str) -> bool:
    return name.endswith(".toml") and name.rpartition("/")[2] != DESCRIPTION
