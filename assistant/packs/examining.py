"""To look at a pack from end to end before any of it comes on the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import paths
from assistant.check import check_texts
from assistant.check.hidden import hidden
from assistant.i18n import _, marked
from assistant.packs.contents import contents_of
from assistant.packs.scaffold import YOU
from assistant.plaintext import quoted, shorten
from assistant.script.explain import place
from assistant.script.pack import DESCRIPTION, Pack, parse_pack
from assistant.script.problem import Problem, ScriptRefused
from assistant.shelf import gather, whole_shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from assistant.script.model import Script
    from assistant.shelf import Shelf

BREAKS = "breaks"
"""The folder of a pack that its breaks are put into, each under its id: no name of a file is taken from a pack."""

ELSEWHERE = marked("it leads to “{id}”; a pack leads only to its own breaks and to those that come with Mellomrom")

LONGEST = 300
"""Characters of one line about what is wrong."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A pack, and all that is wrong with it."""

    pack: Pack | None
    """What it is; nothing where that cannot be read."""
    scripts: tuple[tuple[str, Script], ...]
    """Those that can be read, each with the name of its file."""
    files: Mapping[str, bytes]
    """What is put on the shelf, by the paths that it has there."""
    left_out: tuple[str, ...]
    """What is not taken, because it is neither a break nor a text about them."""
    faults: tuple[str, ...]
    """One plain line for each; where there is none, the pack may come on any shelf that has room for it."""


def examine(path: Path) -> Examined:
    """The pack in the folder or the zip file at ``path``. Raises ``PackRefused`` where there is no looking at it.

    Where it is packed as none should be, what stands in it is not looked at.
    """
    contents = contents_of(path)
    if contents.faults:
        return Examined(None, (), {}, contents.left_out, contents.faults)
    pack, problems = _description(contents.words)
    texts = {name: data for name, data in contents.words.items() if _is_script(name)}
    # What a pack leads to is in it or comes with Mellomrom: it is the same wherever it is added.
    checked = check_texts(list(texts.items()), lambda: gather((paths.scripts(),)).by_id, gone=ELSEWHERE)
    problems += checked.problems
    if not texts:
        problems.append(Problem("", "", _("there is no break in it; “mellomrom new ID -o FILE” makes one")))
    files = {name: data for name, data in contents.words.items() if name not in texts}
    files |= {f"{BREAKS}/{script.id}.toml": texts[name] for name, script in checked.scripts}
    return Examined(pack, checked.scripts, files, contents.left_out, _lines(problems))


def in_the_way(found: Examined) -> tuple[str, ...]:
    """One plain line for each thing on the shelf that keeps the pack from coming on it."""
    return () if found.pack is None else _lines(_clashes(found.pack, found.scripts, whole_shelf()))


def _lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(shorten(str(problem), LONGEST) for problem in problems)


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


def _clashes(pack: Pack, scripts: tuple[tuple[str, Script], ...], shelf: Shelf) -> Iterator[Problem]:
    former = next((other for other in shelf.packs.values() if other.name == pack.name), None)
    # One whose author was not written yet may be anybody's.
    if former is not None and former.author not in {pack.author, *YOU.values()}:
        line = _("“{name}” {version} by {author} is there already; “mellomrom packs remove {name}” takes it away first")
        what = line.format(name=former.name, version=former.version, author=quoted(former.author))
        yield Problem(DESCRIPTION, "author", what)
    for name, script in scripts:
        other = shelf.packs.get(script.id)
        if other is not None and other.name != pack.name:
            line = _("the pack {pack} already has a break with the id “{id}”; choose another")
            yield Problem(name, "id", line.format(pack=other.name, id=script.id))
        elif other is None and script.id in shelf.by_id:
            line = _("there is already a break with the id “{id}”; choose another")
            yield Problem(name, "id", line.format(id=script.id))


def _is_script(name: str) -> bool:
    return name.lower().endswith(".toml") and name.rpartition("/")[2].lower() != DESCRIPTION
