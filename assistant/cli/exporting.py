"""From what was asked of ``mellomrom export`` to the files, or to one plain line."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from assistant import i18n, paths, settings
from assistant.cli.exits import InputWrong, complain
from assistant.cli.finding import find_script, wrong_length
from assistant.cli.progress import progress
from assistant.cli.speaker import spoken_by
from assistant.export.following import Leads
from assistant.export.formats import UnknownSuffix, suffix_of
from assistant.export.index import INDEX, index_page
from assistant.export.order import Order
from assistant.export.settled import settled
from assistant.export.writing import write
from assistant.i18n import _
from assistant.outfile import NotWritten, refuse_place, write_aside
from assistant.plaintext import shorten
from assistant.settings import with_value
from assistant.shelf import TOO_MUCH, gather, whole_shelf
from assistant.timeline.compose import LengthRefused
from assistant.timeline.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assistant.script.model import Script
    from assistant.settings import Settings
    from assistant.units import Ms

OUR_LICENCE = "MIT"


@dataclass(frozen=True, slots=True)
class Export:
    """What was asked for on the command line."""

    script: str | None
    """An id or a file."""
    length: Ms | None
    people: int | None
    speaker: str | None
    """Who speaks, by name; where there is none, as it was chosen before."""
    no_voice: bool
    ambience: str | None


def export_one(wish: Export, target: Path) -> None:
    """Write one break to ``target``; raises ``InputWrong``."""
    try:
        if target.is_dir():
            refuse_place(target)
        suffix_of(target)
    except (NotWritten, UnknownSuffix) as refused:
        raise InputWrong(str(refused)) from None
    if wish.script is None:
        raise click.UsageError(_("name the break to export"), click.get_current_context())
    chosen = _chosen(wish)
    order = _order(find_script(wish.script, whole_shelf()), _ours(), chosen, wish)
    with progress() as told:
        notes = _write(order, target, told)
    for note in notes:
        complain(note)
    print(_("Written: {file}").format(file=shorten(str(target))))


def export_all(wish: Export, folder: Path, suffix: str) -> None:
    """Write every break into ``folder``, and a page that lists them; raises ``InputWrong``."""
    if wish.script is not None:
        raise click.UsageError(_("--all takes every break; name none"), click.get_current_context())
    chosen, shelf, ours = _chosen(wish), whole_shelf(), _ours()
    for problem in shelf.problems:
        complain(str(problem))
    leads, of = Leads(frozenset(shelf.by_id), suffix), len(shelf.scripts)
    notes: dict[str, tuple[str, ...]] = {}
    try:
        with _made(folder), progress() as told:
            for number, script in enumerate(shelf.scripts):
                target = folder / f"{script.id}{suffix}"
                part = _part(told, number, of)
                notes[target.name] = _write(_order(script, ours, chosen, wish), target, part, leads)
                _say_where_no_bar_is(target)
            write_aside(folder / INDEX, index_page(shelf, i18n.language(), suffix).encode())
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    except KeyboardInterrupt:
        what = _("Stopped: {count} of {all} breaks are written.")
        raise InputWrong(what.format(count=len(notes), all=of)) from None
    for line, names in _gathered(notes).items():
        complain(f"{line} ({', '.join(names)})")
    print(_("Written: {count} breaks, and {file}").format(count=of, file=shorten(str(folder / INDEX))))


def _say_where_no_bar_is(target: Path) -> None:
    """In a pipe one sees by this how far it is."""
    if not sys.stderr or not sys.stderr.isatty():
        print(_("Written: {file}").format(file=shorten(str(target))), flush=True)


def _gathered(notes: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Each note once, with the names of the files that it is about."""
    gathered: dict[str, list[str]] = {}
    for name, lines in notes.items():
        for line in lines:
            gathered.setdefault(line, []).append(name)
    return gathered


def _chosen(wish: Export) -> Settings:
    """The settings with what was said otherwise; raises ``InputWrong``."""
    chosen, _trouble = settings.load()
    if wish.ambience is not None:
        chosen = with_value(chosen, "ambience", wish.ambience)
    return chosen if wish.speaker is None else spoken_by(wish.speaker, chosen)


def _ours() -> dict[str, Script]:
    """The breaks that come with Mellomrom, by id, as they came."""
    return gather([paths.scripts()]).by_id


def _order(script: Script, ours: dict[str, Script], chosen: Settings, wish: Export) -> Order:
    language = i18n.language()
    licence = OUR_LICENCE if ours.get(script.id) == script else ""
    look = tuple(words_of(step, language) for step in ours[TOO_MUCH].steps) if TOO_MUCH in ours else ()
    return Order(
        settled(script), language, chosen, wish.length, wish.people,
        voice=not wish.no_voice, licence=licence, look_around=look,
    )  # fmt: skip


def _write(order: Order, target: Path, told: Callable[[float], None], leads: Leads | None = None) -> tuple[str, ...]:
    try:
        return write(order, target, told, leads)
    except LengthRefused as refused:
        raise wrong_length(order.script, order.length, refused) from None
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """``folder``, new where there is none and the one above it is there; a new one in which nothing came goes again."""
    new = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise InputWrong(_("{file}: this is a file; name a folder").format(file=shorten(str(folder)))) from None
    except OSError:
        what = _("{file}: the folder cannot be made; see whether the one above it is there and yours to write in")
        raise InputWrong(what.format(file=shorten(str(folder)))) from None
    try:
        yield
    except BaseException:
        if new:
            with suppress(OSError):  # something has come into it
                folder.rmdir()
        raise


def _part(told: Callable[[float], None], number: int, of: int) -> Callable[[float], None]:
    return lambda share: told((number + share) / of)
