"""Where scripts come from: those that come with Mellomrom, the user's own, and those in packs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.plaintext import shorten
from assistant.script.model import Occasion, Script
from assistant.script.pack import DESCRIPTION, pack_folders, pack_in
from assistant.script.problem import Problem, ScriptRefused
from assistant.script.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from assistant.script.pack import Pack

ORDER = (
    *("ankre", "slurk", "minne", "be-om-pause"),
    *("mellom-to", "rolig-pust", "sukket", "tell-ting", "fem-sanser"),
    *("vekk-kroppen", "godta-merk-navn", "indre-rom", "tabben"),
    *("tre-sider", "syklusen", "rammen"),
    *("lunsj", "var-det-pause", "inn-i-dagen", "ut-av-dagen"),
    *("ukesblikk", "refleksjonstid", "dele-skaansomt", "langt-yrkesliv", "det-motsatte"),
    *("moete-demo", "kollegarunden", "rammesjekk", "normaliser", "ogsaa-ledere"),
)
"""In which our own stand on each horizon: between two conversations the ritual of transition is first, then breath,
eyes, senses and body."""

TOO_MUCH = "se-deg-rundt"
"""What is run when it is too much: one only looks."""


class UnknownScript(LookupError):  # noqa: N818 - it says what happened
    """There is no script of that id. Its text is a plain line that says why, or names the nearest."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Scripts by id, in the order in which they are offered."""

    scripts: tuple[Script, ...]
    problems: tuple[Problem, ...] = ()
    """What could not be put on the shelf, and why."""
    packs: Mapping[str, Pack] = field(default_factory=dict)
    """The packs that scripts are from, by the ids of the scripts."""
    by_id: dict[str, Script] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {script.id: script for script in self.scripts})

    def __iter__(self) -> Iterator[Script]:
        """The scripts that one chooses among; those for when it is too much have a key of their own."""
        return (script for script in self.scripts if script.occasion is not Occasion.TOO_MUCH)

    def and_also(self, script: Script) -> Shelf:
        """The shelf with ``script`` on it too, in the place of another of its id."""
        if self.by_id.get(script.id) is script:
            return self
        return Shelf((*(other for other in self.scripts if other.id != script.id), script), self.problems, self.packs)

    def find(self, wanted: str) -> Script:
        """The script whose id is ``wanted``; raises ``UnknownScript``."""
        if wanted in self.by_id:
            return self.by_id[wanted]
        for problem in self.problems:
            if Path(problem.source).stem == wanted:  # it is there, and could not be read
                raise UnknownScript(str(problem))
        import difflib

        line = _("there is no break called “{id}”").format(id=shorten(wanted, 60))
        near = difflib.get_close_matches(wanted.lower(), self.by_id, n=1, cutoff=0.5)
        help_ = _("did you mean {id}?").format(id=near[0]) if near else _("“mellomrom list” shows them all")
        raise UnknownScript(f"{line}; {help_}")


def files_in(folder: Path) -> list[Path]:
    """The script files in ``folder`` and below, but what is hidden, in a fixed order; none where it cannot be read."""
    return sorted(path for path in folder.rglob("*.toml") if _is_script(path.relative_to(folder)) and path.is_file())


def gather(sources: Iterable[Path], packs: Path | None = None) -> Shelf:
    """All scripts below the folders ``sources``, and below those of the packs in ``packs``.

    A broken script, or pack, is left out and told of; the first of an id stays.
    """
    found: dict[str, Script] = {}
    of: dict[str, Pack] = {}
    problems: list[Problem] = []
    for folder in sources:
        found |= _new_in(folder, found, problems)
    for folder in _folders(packs, problems):
        try:
            pack = pack_in(folder)
        except ScriptRefused as refused:
            problems.append(refused.problem)
            continue
        new = _new_in(folder, found, problems)
        found |= new
        of |= dict.fromkeys(new, pack)
    return Shelf(tuple(sorted(found.values(), key=_place)), tuple(problems), of)


def whole_shelf() -> Shelf:
    """What comes with Mellomrom, what the user has written, and what is in the packs that the user has added."""
    return gather((paths.scripts(), paths.own_scripts()), paths.packs())


def _new_in(folder: Path, found: Mapping[str, Script], problems: list[Problem]) -> dict[str, Script]:
    """The scripts below ``folder`` by their ids, but those whose ids are ``found`` already."""
    try:
        if folder.exists() and not folder.is_dir():
            what = _("this is a file; the folder of your own breaks is expected here")
            problems.append(Problem(shorten(str(folder)), "", what))
            return {}
        files = files_in(folder)
    except OSError:
        problems.append(_unreadable(folder))
        return {}
    new: dict[str, Script] = {}
    for path in files:
        try:
            script = read(path)
        except ScriptRefused as refused:
            problems.append(refused.problem)
            continue
        if script.id in found or script.id in new:
            what = _("there is already a break with the id “{id}”; choose another").format(id=script.id)
            problems.append(Problem(shorten(str(path)), "id", what))
        else:
            new[script.id] = script
    return new


def _folders(packs: Path | None, problems: list[Problem]) -> Iterable[Path]:
    if packs is None:
        return []
    try:
        return pack_folders(packs).values()
    except OSError:
        problems.append(_unreadable(packs))
        return []


def _unreadable(folder: Path) -> Problem:
    return Problem(shorten(str(folder)), "", _("the folder cannot be read; see whether you may open it"))


def _is_script(path: Path) -> bool:
    return path.name != DESCRIPTION and not any(part.startswith(".") for part in path.parts)


def _place(script: Script) -> tuple[int, int, str]:
    first = ORDER.index(script.id) if script.id in ORDER else len(ORDER)
    return list(Occasion).index(script.occasion), first, script.id
