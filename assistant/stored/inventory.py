"""What is stored: each thing, where, how many bytes, and why."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from assistant import paths
from assistant.i18n import _
from assistant.outfile import ASIDE
from assistant.record.aside import all_aside, beside
from assistant.stored import packs, voices
from assistant.stored.thing import Stored, a_file, a_folder, inside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SPOKEN = re.compile(r".+\.(wav|part)|raw-.+|voice\.json")
"""What the voice writes into its folder."""


def stored() -> tuple[Stored, ...]:
    """Everything, in the order in which it matters to a person; also what is not there, without files."""
    record = paths.record()
    aside = _("a record that was damaged, kept in case it can be mended")
    unfinished = _("a file that was not finished when a program was ended")
    return (
        a_file(_("settings"), _("what you have chosen"), paths.settings_file()),
        a_file(_("answers"), _("what you pressed the key to keep"), paths.answers()),
        a_file(_("record"), _("which breaks, when and how long, where you switched it on"), record, *beside(record)),
        *(a_file(_("set aside"), aside, path) for path in all_aside(record)),
        a_file(_("today"), _("what was offered today, so that it is not offered twice"), paths.today()),
        _spoken(),
        voices.added(),
        voices.recorded(),
        packs.packs(),
        *(a_file(_("left over"), unfinished, path) for path in _left_over()),
        *packs.left_over(),
        _own_breaks(),
    )


def _spoken() -> Stored:
    where = paths.clips()

    def found() -> list[Path]:
        return [path for path in inside(where) if SPOKEN.fullmatch(path.name)]

    return a_folder(_("spoken lines"), _("so that they need not be spoken again"), where, found)


def _own_breaks() -> Stored:
    where = paths.own_scripts()

    def found() -> list[Path]:
        return [path for path in where.rglob("*") if path.is_file()]

    return a_folder(_("own breaks"), _("yours: they stay, whatever is erased"), where, found, is_ours=False)


def _left_over() -> list[Path]:
    found: list[Path] = []
    folders = dict.fromkeys((paths.settings_file().parent, paths.record().parent))
    looks: list[Callable[[], list[Path]]] = [*(partial(inside, folder) for folder in folders), voices.among_models]
    for look in looks:
        try:
            found += sorted(path for path in look() if ASIDE.fullmatch(path.name) and path.is_file())
        except OSError:  # it is told of where the file of that folder is listed
            continue
    return found
